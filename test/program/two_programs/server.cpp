// The service: `limit` is set before it serves, `last` numbers the answers.
#include "limits.h"

#include <cstdlib>
#include <iostream>

class Session {
public:
  [[clang::annotate("factor6::entry_point")]] int answer() {
    return next() + ++asked_;
  }

private:
  int asked_ = 0;
};

int main(int argc, char **argv) {
  if (argc > 1)
    setLimit(std::atoi(argv[1]));
  static Session session;
  for (char c; std::cin.get(c);)
    std::cout << session.answer() << '\n';
}
