#include "files.h"
#include <cstdlib>
#include <fstream>
#include <sstream>
namespace files {
bool writeFile(const std::string &path, const std::string &text) {
  std::ofstream out(path, std::ios::trunc); // finding: local-file-write error "local files '*/flag', '*/totals'"
  out << text;
  return static_cast<bool>(out);
}
std::string readFile(const std::string &path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}
std::string dataFolder() {
  const char *folder = std::getenv("DATA");
  return folder ? folder : "/var/lib/shop";
}
} // namespace files
