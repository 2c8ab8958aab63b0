// Somebody sits before it: each turn begins with what is typed.
#include "net.h"

#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

class Terminal {
public:
  explicit Terminal(Link &link) : link_(link) {}
  void run() {
    std::string line, answer, last; // near-miss: what was typed before
    int failures = 0;               // near-miss
    while (std::getline(std::cin, line)) {
      if (line == "quit")
        break;
      if (line == "!")
        line = last;
      last = line;
      ++turns_;
      if (line.compare(0, 6, "fetch ") == 0) {
        std::string text = link_.fetch(line.substr(6));
        fetched_.push_back(text);
        std::cout << fetched_.size() << ": " << text;
        continue;
      }
      link_.send(line + "\n");
      if (link_.receive(answer))
        std::cout << turns_ << ": " << answer;
      else if (++failures > 3)
        break;
    }
  }

private:
  Link &link_;
  int turns_ = 0;                    // near-miss: one person's
  std::vector<std::string> fetched_; // near-miss: one person's
};

int main(int argc, char **argv) {
  Link link;
  if (argc < 2 || !link.connect(argv[1], 7200))
    return EXIT_FAILURE;
  Terminal terminal(link);
  terminal.run();
  link.close();
}
