// Addresses to listen on, converted in one place and bound in another; the same conversions to connect.
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

class Address {
public:
  explicit Address(unsigned short port, const std::string &ip = "10.1.0.9") {
    at_.sin_family = AF_INET;
    at_.sin_port = htons(port);
    at_.sin_addr.s_addr = inet_addr(ip.c_str());
  }
  const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&at_); }

private:
  sockaddr_in at_{};
};

static void fill(sockaddr_in &a, const char *ip, int port) {
  a.sin_family = AF_INET;
  a.sin_port = htons(static_cast<uint16_t>(port));
  inet_pton(AF_INET, ip, &a.sin_addr);
}

static int listenTcp(const char *ip, int port) {
  sockaddr_in a{};
  fill(a, ip, port);
  int s = socket(AF_INET, SOCK_STREAM, 0);
  bind(s, reinterpret_cast<sockaddr *>(&a), sizeof a);
  listen(s, 10);
  return s;
}

static int listenByName(const char *host) {
  addrinfo hints{}, *found = nullptr;
  hints.ai_flags = AI_PASSIVE;
  getaddrinfo(host, "8090", &hints, &found);
  int s = socket(found->ai_family, found->ai_socktype, 0);
  bind(s, found->ai_addr, found->ai_addrlen);
  freeaddrinfo(found);
  return s;
}

static int anywhere() {
  sockaddr_in a{};
  a.sin_addr.s_addr = inet_addr("0.0.0.0");
  int s = socket(AF_INET, SOCK_STREAM, 0);
  bind(s, reinterpret_cast<sockaddr *>(&a), sizeof a);
  return s;
}

static int connectTcp(int port) {
  sockaddr_in a{};
  a.sin_port = htons(static_cast<uint16_t>(port));
  inet_pton(AF_INET, "10.9.0.1", &a.sin_addr); // finding: hardcoded-host warning "10.9.0.1"
  int s = socket(AF_INET, SOCK_STREAM, 0);
  connect(s, reinterpret_cast<sockaddr *>(&a), sizeof a);
  return s;
}

static int connectLocally() {
  const Address mail(25, "10.9.0.2"); // finding: hardcoded-host warning "10.9.0.2"
  int s = socket(AF_INET, SOCK_STREAM, 0);
  connect(s, mail.get(), sizeof(sockaddr_in));
  return s;
}

int main() {
  const Address here(9000);
  int s = socket(AF_INET, SOCK_STREAM, 0);
  bind(s, here.get(), sizeof(sockaddr_in));
  listen(s, 5);
  int others = listenTcp("10.0.0.7", 7071) + listenByName("api.corp.lan") + anywhere();
  int upstream = connectTcp(5432) + connectLocally();
  for (;;) {
    int client = accept(s, nullptr, nullptr);
    (void)!write(client, others > upstream ? "a" : "b", 1);
    close(client);
  }
}
