// Addresses that are compared, joined or looked up to listen on.
// reason: what only converts an address or looks one up counts as a client unless it is seen to arrive at bind()
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>

static bool trusted(const std::string &peer) {
  in_addr a{}, proxy{};
  inet_pton(AF_INET, peer.c_str(), &a);
  inet_pton(AF_INET, "10.0.0.10", &proxy);
  return a.s_addr == proxy.s_addr;
}

static void join(int s) {
  ip_mreq group{};
  group.imr_multiaddr.s_addr = inet_addr("239.1.2.3");
  setsockopt(s, IPPROTO_IP, IP_ADD_MEMBERSHIP, &group, sizeof group);
}

static addrinfo *passive() {
  addrinfo hints{}, *found = nullptr;
  hints.ai_flags = AI_PASSIVE;
  getaddrinfo("listen.corp.lan", "80", &hints, &found);
  return found;
}

int main(int, char **argv) {
  join(socket(AF_INET, SOCK_DGRAM, 0));
  return trusted(argv[1]) && passive() ? 0 : 1;
}
