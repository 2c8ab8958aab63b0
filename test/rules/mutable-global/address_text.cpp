// The text of an address and the port's, from which getaddrinfo() makes what a call then fills.
#include <cstdio>
#include <cstring>
#include <netdb.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

char host[] = "127.0.0.1";                      // finding: hardcoded-host warning
char ports[][16] = {"41134", "42134", "43134"};      // near-miss: never written
char answer[64];                                     // finding: mutable-global error

int main() {
  addrinfo hints{}, *own = nullptr;
  hints.ai_family = AF_INET;
  hints.ai_socktype = SOCK_DGRAM;
  hints.ai_flags = AI_PASSIVE;
  getaddrinfo(nullptr, "44134", &hints, &own);
  int udp = socket(own->ai_family, own->ai_socktype, own->ai_protocol);
  bind(udp, own->ai_addr, own->ai_addrlen);
  for (;;) {
    char asked[64];
    sockaddr_storage from;
    socklen_t size = sizeof from;
    ssize_t got = recvfrom(udp, asked, sizeof asked - 1, 0, reinterpret_cast<sockaddr *>(&from), &size);
    if (got <= 0)
      continue;
    addrinfo *store = nullptr;
    getaddrinfo(host, ports[got % 3], &hints, &store);
    int other = socket(AF_INET, SOCK_DGRAM, 0);
    sendto(other, asked, std::size_t(got), 0, store->ai_addr, store->ai_addrlen);
    recvfrom(other, asked, sizeof asked, 0, store->ai_addr, &store->ai_addrlen);
    if (asked[0] == '+')
      std::snprintf(answer, sizeof answer, "got %.20s", asked);
    sendto(udp, answer, std::strlen(answer), 0, reinterpret_cast<sockaddr *>(&from), size);
    close(other);
    freeaddrinfo(store);
  }
}
