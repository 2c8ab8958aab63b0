// A request goes through a service and a virtual call to a map, a file each.
#include "service.h"

#include <iostream>

class Handler {
public:
  explicit Handler(Service &service) : service_(service) {}

  [[clang::annotate("factor6::entry_point")]] std::string
  handle(const std::string &name) {
    return service_.rename(name, name + "-new");
  }

private:
  Service &service_;
};

int main() {
  Service service(std::make_unique<MemoryStore>());
  Handler handler(service);
  std::string line;
  while (std::getline(std::cin, line))
    std::cout << handler.handle(line) << '\n';
}
