// Tables of addresses that are copied as bytes before they are used.
// packages: libgrpc++-dev
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <grpcpp/grpcpp.h>
#include <map>
#include <memory>
#include <string>

struct Peer {
  char address[32];
  std::uint16_t port;
};

struct Group {
  std::size_t count;
  Peer *peers;
};

static Peer fixedPeers[] = {{"10.0.0.1", 7000},        // finding: hardcoded-host warning "10.0.0.1"
                            {"peer.corp.lan", 7001}}; // finding: hardcoded-host warning "peer.corp.lan"
static Peer configured[2];

class Connections {
public:
  Connections(Peer *peers, std::size_t count) {
    std::string target;
    for (std::size_t i = 0; i < count; ++i) {
      target = std::string(peers[i].address) + ":" + std::to_string(peers[i].port);
      channels_[target] = grpc::CreateChannel(target, grpc::InsecureChannelCredentials());
    }
  }

private:
  std::map<std::string, std::shared_ptr<grpc::Channel>> channels_;
};

static Group *join(const Peer *peers, std::size_t count) {
  auto *group = new Group;
  group->count = count;
  group->peers = new Peer[count];
  std::memcpy(group->peers, peers, sizeof(Peer) * count);
  return group;
}

static std::shared_ptr<grpc::Channel> own(const Peer *peers) {
  auto *copy = static_cast<Peer *>(std::malloc(sizeof(Peer)));
  std::memcpy(copy, peers, sizeof(Peer));
  auto channel = grpc::CreateChannel(copy->address, grpc::InsecureChannelCredentials());
  std::free(copy);
  return channel;
}

int main() {
  Group *group = join(fixedPeers, 2);
  Connections all(group->peers, group->count);
  const char *host = std::getenv("PEER");
  std::snprintf(configured[0].address, sizeof configured[0].address, "%s", host ? host : "localhost");
  own(configured);
}
