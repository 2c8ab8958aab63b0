// A converter that runs once: its run is one transaction.
#include <fstream>
#include <iostream>
#include <map>
#include <string>

static int lines_read = 0; // note: mutable-global
static std::map<std::string, int> histogram; // note: static-cache

static void count(const std::string &word) {
  ++lines_read;
  histogram[word]++;
}

int main(int argc, char **argv) {
  if (argc < 2)
    return 2;
  std::ifstream input(argv[1]);
  std::string word;
  while (input >> word)
    count(word);
  for (auto &[text, n] : histogram)
    std::cout << text << ' ' << n << '\n';
  std::cout << lines_read << '\n';
}
