// `accept` of a visitor or a filter takes no connections: a tool that goes through its parts is no service.
#include <iostream>
#include <string>
#include <unmodelled.h>
#include <vector>

static int parts = 0;                  // near-miss: of one run
static std::vector<std::string> names; // near-miss

int main(int argc, char **argv) {
  unmodelled::Visitor visitor;
  unmodelled::Filter filter;
  std::vector<unmodelled::Part> all(3);
  for (unmodelled::Part &part : all) {
    part.accept(visitor);
    ++parts;
  }
  for (int i = 1; i < argc; ++i)
    if (filter.accept(argv[i]))
      names.push_back(argv[i]);
  std::cout << parts << " " << names.size() << "\n";
}
