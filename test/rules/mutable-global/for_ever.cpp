// A program that loops for ever is a service, whoever gives it its work: evidence `runtime`.
#include <cstdio>
#include <string>
#include <unistd.h>

namespace vendor {
std::string take();
void put(const std::string &text);
} // namespace vendor

static std::string last; // finding: mutable-global warning "last"
static int limit = 0;

static void step() {
  std::string command = vendor::take();
  if (static_cast<int>(command.size()) > limit)
    return;
  vendor::put(last + command);
  last = command;
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; ++i)
    limit += static_cast<int>(std::string(argv[i]).size());
  for (;;) {
    step();
    ::usleep(1000);
  }
}
