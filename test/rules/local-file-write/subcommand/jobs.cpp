#include "jobs.h"
#include <filesystem>
#include <fstream>
#include <string>
int importAll(const char *source) {
  std::ifstream in(source);
  std::filesystem::create_directories("imported");
  std::ofstream out("imported/all.txt");
  int lines = 0;
  for (std::string line; std::getline(in, line); ++lines)
    out << line << '\n';
  return lines == 0;
}
void snapshot(int n) {
  std::ofstream out("/var/lib/shop/snapshot"); // finding: local-file-write error
  out << n;
}
