// An upload that is passed on in a struct of the program's own.
// packages: libcpp-httplib-dev
#include <fstream>
#include <httplib.h>
#include <string>

struct Part {
  std::string label;
  std::string data;
};

class Shelf {
public:
  bool keep(const Part &part) const { return part.data.rfind("%PDF", 0) == 0 && dump(part.label, part.data); }
  bool index(const Part &part) const { return !part.data.empty() && note(part.label); }

private:
  bool dump(const std::string &name, const std::string &bytes) const {
    std::ofstream file;
    file.open("/srv/scores/" + name, std::ios::binary | std::ios::out); // finding: upload-to-disk error
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return !file.fail();
  }
  bool note(const std::string &label) const {
    std::ofstream file("/srv/scores/index", std::ios::app); // finding: local-file-write error
    file << label;
    return !file.fail();
  }
};

static void draft(const Part &part) {
  std::ofstream file("/srv/drafts/" + part.label, std::ios::binary); // finding: upload-to-disk error
  file << part.data;
}

int main() {
  Shelf shelf;
  httplib::Server server;
  server.Post("/scores", [&shelf](const httplib::Request &req, httplib::Response &res) {
    const auto &sent = req.get_file_value("score");
    Part upload;
    upload.label = req.get_param_value("label");
    upload.data = sent.content;
    res.status = shelf.keep(upload) && shelf.index(upload) ? 201 : 422;
  });
  server.Post("/drafts", [](const httplib::Request &req, httplib::Response &) {
    Part part{req.get_param_value("label"), req.get_file_value("draft").content};
    draft(part);
  });
  server.listen("0.0.0.0", 8080);
}
