// A program that runs once. Its Session has nothing to do with the service's.
#include "limits.h"

#include <iostream>

class Session {
public:
  int answer() { return next() * ++asked_; }

private:
  int asked_ = 0;
};

int main() {
  Session session;
  std::cout << session.answer() << '\n';
}
