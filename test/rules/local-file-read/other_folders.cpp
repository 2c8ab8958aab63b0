// Paths with a part in common are not yet the same; a file of this very request is.
// packages: libcpp-httplib-dev
#include <cstdio>
#include <dirent.h>
#include <fstream>
#include <httplib.h>
#include <sstream>
#include <string>

class Problem {
public:
  explicit Problem(std::string name) : name_(name) {}
  int run(int number) {
    std::sprintf(folder_, "./run%d", number);
    keep(folder_);
    return count() + later();
  }

private:
  int count() {
    char path[256];
    std::sprintf(path, "%s/%s/", "/srv/data", name_.c_str());
    DIR *folder = opendir(path); // nobody writes below /srv/data
    int found = 0;
    while (folder && readdir(folder))
      ++found;
    closedir(folder);
    return found;
  }
  int later() {
    std::ifstream in("drafts/" + name_ + ".c"); // finding: local-file-read error
    return in.get();
  }
  void keep(char *folder) {
    char path[256];
    std::sprintf(path, "%s/main.py", folder);
    std::fclose(std::fopen(path, "w")); // finding: local-file-write error
  }
  std::string name_;
  char folder_[56];
};

struct Job {
  std::string from, to;
};
static void refresh(const std::string &text) {
  Job job;
  job.to = "report.txt";
  std::ofstream out(job.to); // finding: local-file-write error "report.txt"
  if (!out)
    return;
  out << text;
}
static std::string slurp(const char *path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

int main() {
  httplib::Server server;
  server.Post("/run", [](const httplib::Request &req, httplib::Response &res) {
    Problem problem(req.get_param_value("name"));
    res.status = problem.run(static_cast<int>(req.body.size()));
  });
  server.Post("/draft", [](const httplib::Request &req, httplib::Response &) {
    std::ofstream("drafts/" + req.get_param_value("name") + ".c") << "x"; // finding: local-file-write error
  });
  server.Get("/report", [](const httplib::Request &req, httplib::Response &res) {
    refresh(req.path);
    res.set_content(slurp("report.txt"), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
