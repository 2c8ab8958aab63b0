#include "storage.h"
#include <fstream>
#include <iterator>
Storage::Storage(std::string folder) : folder_(std::move(folder)) {}
std::string Storage::pathOf(const std::string &key) const { return folder_ + "/" + key; }
void Storage::put(const std::string &key, const std::string &value) const {
  std::ofstream out(pathOf(key)); // finding: local-file-write error
  out << value;
}
std::string Storage::get(const std::string &key) const {
  std::ifstream in(pathOf(key)); // finding: local-file-read error
  return std::string(std::istreambuf_iterator<char>(in), {});
}
std::string Storage::motto() const {
  std::ifstream in("/usr/share/storage/motto");
  return std::string(std::istreambuf_iterator<char>(in), {});
}
