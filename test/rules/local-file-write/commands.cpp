// Shell commands that write files, and that remove what the request made.
// packages: libcpp-httplib-dev
#include <cstdio>
#include <cstdlib>
#include <httplib.h>
#include <string>
#include <sys/stat.h>

static void put(const char *path) {
  std::FILE *file = std::fopen(path, "w"); // finding: local-file-write error "'kept*/in.c'"
  std::fputs("int main() {}", file);
  std::fclose(file);
}

static void compile(const char *folder) {
  char name[128], command[256];
  std::snprintf(name, sizeof name, "%s/in.c", folder);
  put(name);
  std::sprintf(command, "cc %s -o %s/out 2>%s/err.txt", name, folder, folder);
  std::system(command); // finding: local-file-write error "err.txt"
}

static void removed(int number) {
  char folder[64], command[128];
  std::sprintf(folder, "./work%d", number);
  mkdir(folder, 0777);
  std::FILE *file = std::fopen((std::string(folder) + "/a.txt").c_str(), "w");
  std::fputs("a", file);
  std::fclose(file);
  std::sprintf(command, "rm -rf %s", folder);
  std::system(command);
}

static void removedByConcatenation(const std::string &name) {
  std::string path = "/tmp/" + name;
  std::FILE *file = std::fopen(path.c_str(), "w");
  std::fputs("b", file);
  std::fclose(file);
  std::system(("sort " + path + " > " + path + ".sorted").c_str());
  std::system(("rm -f '" + path + ".sorted'").c_str());
  std::system(("/bin/rm " + path).c_str());
}

static void kept(int number) {
  char folder[64];
  std::sprintf(folder, "./kept%d", number);
  mkdir(folder, 0777); // finding: local-file-write error
  compile(folder);
}

static void removesOther(int number) {
  char folder[64], command[128];
  std::sprintf(folder, "./other%d", number);
  mkdir(folder, 0777); // finding: local-file-write error
  std::sprintf(command, "rm -rf ./work%d", number);
  std::system(command);
}

int main() {
  httplib::Server server;
  server.Post("/", [](const httplib::Request &req, httplib::Response &) {
    removed(req.get_param_value("n").size());
    removedByConcatenation(req.get_param_value("name"));
    kept(req.get_param_value("n").size());
    removesOther(req.get_param_value("n").size());
    std::system("date > /dev/null 2>&1");
  });
  server.listen("0.0.0.0", 8080);
}
