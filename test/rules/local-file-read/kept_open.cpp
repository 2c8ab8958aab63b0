// Files that stay open from start-up on, by flags that constants of the program's own name.
// packages: libcpp-httplib-dev
#include <cstdlib>
#include <fstream>
#include <httplib.h>
#include <mutex>
#include <string>

static const auto MODE = std::ios::binary | std::ios::in | std::ios::out;
static const auto LOOK = std::ios::binary | std::ios::in;

class Database {
public:
  explicit Database(const std::string &folder)
      : entries(folder + "/entries.db", MODE), names(folder + "/names.db", LOOK), journal(folder + "/journal", std::ios::app) {}

  void add(size_t index, const std::string &text) {
    std::lock_guard<std::mutex> lock(mutex);
    entries.seekp(static_cast<std::streamoff>(index * 16));
    entries.write(text.data(), 16); // finding: local-file-write error
    journal << text;                // finding: local-file-write error
  }
  std::string find(size_t index) {
    std::lock_guard<std::mutex> lock(mutex);
    char buffer[16];
    entries.seekg(static_cast<std::streamoff>(index * 16));
    entries.read(buffer, sizeof buffer); // finding: local-file-read error
    return std::string(buffer, sizeof buffer);
  }
  std::string name(size_t index) {
    std::lock_guard<std::mutex> lock(mutex);
    char buffer[16];
    names.seekg(static_cast<std::streamoff>(index * 16));
    names.read(buffer, sizeof buffer);
    return std::string(buffer, sizeof buffer);
  }

private:
  std::mutex mutex;
  std::fstream entries, names;
  std::ofstream journal;
};

int main() {
  Database db("/var/lib/robots");
  httplib::Server server;
  server.Put(R"(/(\d+))", [&db](const httplib::Request &req, httplib::Response &) {
    db.add(std::strtoul(req.path.c_str() + 1, nullptr, 10), req.get_param_value("text"));
  });
  server.Get(R"(/(\d+))", [&db](const httplib::Request &req, httplib::Response &res) {
    size_t index = std::strtoul(req.path.c_str() + 1, nullptr, 10);
    res.set_content(db.find(index) + db.name(index), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
