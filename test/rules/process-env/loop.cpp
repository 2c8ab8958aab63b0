// The same in a raw accept loop; what precedes the loop is start-up.
#include <cstdlib>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

static void answer(int client, const std::string &language) {
  ::setenv("LANGUAGE", language.c_str(), 1); // finding: process-env error
  ::send(client, language.data(), language.size(), 0);
}

int main() {
  ::setenv("SERVICE", "shop", 1);
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7020);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 8);
  for (;;) {
    int client = ::accept(listener, nullptr, nullptr);
    if (::chdir("/srv/shop/public") == 0) // finding: process-env error
      answer(client, "de");
    ::close(client);
  }
}
