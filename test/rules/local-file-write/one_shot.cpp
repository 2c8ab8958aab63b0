// A converter writes its output and ends: rules 7 to 13 are silent.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <unistd.h>

int main(int argc, char **argv) {
  if (argc < 3)
    return 2;
  if (::chdir(argv[2]) != 0)
    return 1;
  std::filesystem::create_directories("out");
  std::ifstream in(argv[1]);
  std::ofstream out("out/result.txt");
  for (std::string line; std::getline(in, line);)
    out << line << '\n';
  std::ifstream again("out/result.txt");
  std::cout << again.rdbuf();
}
