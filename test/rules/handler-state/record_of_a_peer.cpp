// What hangs on a peer's pointer is that peer's own.
// packages: libenet-dev
#include <cstdio>
#include <cstdlib>
#include <enet/enet.h>
#include <map>
#include <string>

struct Player {
  std::string name;
  float x = 0;
  float y = 0;
};

struct Link { unsigned heard = 0; };
class Field {
public:
  explicit Field(ENetHost *host) : host_(host) {}

  void run() {
    enet_uint32 last = enet_time_get(); // near-miss: when the last turn was
    while (true) {
      enet_uint32 now = enet_time_get();
      float dt = float(now - last) / 1000;
      last = now;
      ENetEvent event;
      while (enet_host_service(host_, &event, 10) > 0)
        obey(event);
      for (auto &[id, player] : players_)
        player.x += dt;
    }
  }

private:
  void obey(const ENetEvent &event) {
    switch (event.type) {
    case ENET_EVENT_TYPE_CONNECT:
      event.peer->data = new Link;
      break;
    case ENET_EVENT_TYPE_RECEIVE:
      receive(event.peer, std::string(reinterpret_cast<const char *>(event.packet->data), event.packet->dataLength));
      enet_packet_destroy(event.packet);
      break;
    case ENET_EVENT_TYPE_DISCONNECT:
      players_.erase(event.peer->incomingPeerID);
      delete static_cast<Link *>(event.peer->data);
      event.peer->data = nullptr;
      break;
    default:
      break;
    }
  }
  void receive(ENetPeer *peer, const std::string &text) {
    auto *link = static_cast<Link *>(peer->data);
    if (++link->heard > 100000)
      return enet_peer_disconnect(peer, 0);
    Player &player = players_[peer->incomingPeerID];
    if (text[0] == 'n')
      player.name = text.substr(1);
    else
      player.y = float(std::atof(text.c_str()));
    for (auto &[id, other] : players_) {
      char line[64];
      int n = std::snprintf(line, sizeof line, "%s %f %f", other.name.c_str(), double(other.x), double(other.y));
      enet_host_broadcast(host_, 0, enet_packet_create(line, size_t(n), ENET_PACKET_FLAG_RELIABLE));
    }
  }

  ENetHost *host_;
  std::map<unsigned, Player> players_; // finding: handler-state|session-in-process|static-cache error "players_"
};

int main() {
  enet_initialize();
  ENetAddress address{ENET_HOST_ANY, 7620};
  ENetHost *host = enet_host_create(&address, 32, 2, 0, 0);
  Field field(host);
  field.run();
}
