// Boost.Filesystem, kept and removed.
// packages: libboost-filesystem-dev
#include <boost/filesystem.hpp>
#include <boost/filesystem/fstream.hpp>
#include <string>

#define ENTRY [[clang::annotate("factor6::entry_point")]]
namespace fs = boost::filesystem;

ENTRY std::string keep(int id) {
  fs::ofstream out(fs::path("/var/lib/shop") / std::to_string(id)); // finding: local-file-write error
  out << id;
  return "kept";
}

ENTRY std::string makeFolder(int id) {
  fs::create_directories(fs::path("/var/lib/shop") / std::to_string(id)); // finding: local-file-write error
  return "made";
}

ENTRY std::string forget(int id) {
  fs::path path = fs::temp_directory_path() / fs::unique_path();
  {
    fs::ofstream out(path);
    out << id;
  }
  auto size = fs::file_size(path);
  fs::remove(path);
  return std::to_string(size);
}

ENTRY std::string look(int id) {
  return fs::exists(fs::path("/usr/share/shop") / std::to_string(id)) ? "there" : "not there";
}

void serve(std::string (*handler)(int));
int main() { serve(keep); }
