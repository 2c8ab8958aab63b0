// Literals that reach sockets and resolvers; addresses to listen on.
#include <arpa/inet.h>
#include <cstdlib>
#include <cstring>
#include <netdb.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static int connectByName(const char *host, const char *port) {
  addrinfo hints{}, *found = nullptr;
  hints.ai_socktype = SOCK_STREAM;
  if (::getaddrinfo(host, port, &hints, &found) != 0)
    return -1;
  int fd = ::socket(found->ai_family, found->ai_socktype, 0);
  if (::connect(fd, found->ai_addr, found->ai_addrlen) != 0) {
    ::close(fd);
    fd = -1;
  }
  ::freeaddrinfo(found);
  return fd;
}

static int connectByAddress() {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(5432);
  ::inet_pton(AF_INET, "192.168.10.4", &address.sin_addr); // finding: hardcoded-host warning "192.168.10.4"
  int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
    ::close(fd);
    return -1;
  }
  return fd;
}

static void countHit(int fd) {
  sockaddr_in statsd{};
  statsd.sin_family = AF_INET;
  statsd.sin_port = htons(8125);
  statsd.sin_addr.s_addr = ::inet_addr("10.1.1.9"); // finding: hardcoded-host warning "10.1.1.9"
  ::sendto(fd, "hits:1|c", 8, 0, reinterpret_cast<sockaddr *>(&statsd), sizeof statsd);
}

static int connectOld() {
  hostent *entry = ::gethostbyname("ldap.corp.lan"); // finding: hardcoded-host warning "ldap.corp.lan"
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(389);
  std::memcpy(&address.sin_addr, entry->h_addr_list[0], static_cast<size_t>(entry->h_length));
  int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  return ::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0 ? fd : -1;
}

static int connectUnix() {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strcpy(address.sun_path, "/run/postgresql/.s.PGSQL.5432");
  int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
  return ::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0 ? fd : -1;
}

static int instanceMetadata() {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(80);
  ::inet_pton(AF_INET, "169.254.169.254", &address.sin_addr);
  int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  return ::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0 ? fd : -1;
}

static int listenOn(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  ::inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
  int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  ::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(fd, 16);
  return fd;
}

static int notCalledByAnybody() { return connectByName("forgotten.corp.lan", "80"); }

int main() {
  int queue = connectByName("queue.corp.lan", "5672"); // finding: hardcoded-host warning "queue.corp.lan"
  const char *cache_host = std::getenv("CACHE_HOST");
  int cache = connectByName(cache_host ? cache_host : "cache.corp.lan", "11211");
  int database = connectByAddress();
  int directory = connectOld() + connectUnix() + instanceMetadata();
  int listener = listenOn(8080);
  for (;;) {
    int client = ::accept(listener, nullptr, nullptr);
    countHit(client);
    char byte = static_cast<char>(queue + cache + database + directory);
    (void)!::write(client, &byte, 1);
    ::close(client);
  }
}
