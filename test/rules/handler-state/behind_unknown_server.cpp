// A server that nobody has modelled, beside a loop that takes datagrams: what its callbacks count or enter
// is known of this process alone, though no request in sight reads it.
#include <functional>
#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>

namespace rpc {
struct Call {
  std::string user;
  void setId(long id);
};
class Server {
public:
  explicit Server(int port);
  void onCall(std::function<void(Call &)> callback);
  void run();
};
} // namespace rpc

class Numbers {
public:
  void take(rpc::Call &call) { call.setId(++lastId_); }

private:
  long lastId_ = 0; // finding: handler-state warning "lastId_"
};

class Orders {
public:
  void take(rpc::Call &call) {
    last_ = call.user;
    byUser_[call.user] += 1;
  }

private:
  std::string last_;                   // near-miss: nobody is seen to read it
  std::map<std::string, long> byUser_; // finding: handler-state|session-in-process warning "byUser_"
};

static void listenForPings() {
  const int in = socket(AF_INET, SOCK_DGRAM, 0);
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_port = htons(7800);
  bind(in, reinterpret_cast<sockaddr *>(&here), sizeof here);
  char text[64];
  for (;;) {
    sockaddr_in peer{};
    socklen_t length = sizeof peer;
    const ssize_t n = recvfrom(in, text, sizeof text, 0, reinterpret_cast<sockaddr *>(&peer), &length);
    if (n > 0)
      sendto(in, text, n, 0, reinterpret_cast<sockaddr *>(&peer), length);
  }
}

int main() {
  Numbers numbers;
  Orders orders;
  std::thread pings(listenForPings);
  rpc::Server server(7801);
  server.onCall([&numbers](rpc::Call &call) { numbers.take(call); });
  server.onCall([&orders](rpc::Call &call) { orders.take(call); });
  server.run();
  pings.join();
}
