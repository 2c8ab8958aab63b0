#include "uploads.h"

#include <fstream>
#include <sstream>

void savePicture(const std::string &user, const std::string &bytes) {
  std::ofstream file("uploads/" + user + ".jpg", std::ios::binary);
  file << bytes;
}

std::string loadPicture(const std::string &user) {
  std::ifstream file("uploads/" + user + ".jpg", std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}
