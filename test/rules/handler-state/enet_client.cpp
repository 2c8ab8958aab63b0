// A program that polls a host of its own and has connected to a server is a client: what it has
// seen is nobody else's.
// packages: libenet-dev
#include <cstdio>
#include <enet/enet.h>
#include <string>
#include <vector>

class Spectator {
public:
  bool connect(const char *name) {
    host_ = enet_host_create(nullptr, 1, 2, 0, 0);
    ENetAddress address{};
    enet_address_set_host(&address, name);
    address.port = 7620;
    return enet_host_connect(host_, &address, 2, 0) != nullptr;
  }
  void watch() {
    ENetEvent event;
    while (enet_host_service(host_, &event, 1000) >= 0)
      if (event.type == ENET_EVENT_TYPE_RECEIVE) {
        seen_.emplace_back(reinterpret_cast<const char *>(event.packet->data), event.packet->dataLength);
        std::printf("%s, number %zu\n", seen_.back().c_str(), seen_.size());
      }
  }

private:
  ENetHost *host_ = nullptr;
  std::vector<std::string> seen_; // near-miss: a client's own
};

int main(int, char **argv) {
  Spectator spectator;
  if (spectator.connect(argv[1]))
    spectator.watch();
}
