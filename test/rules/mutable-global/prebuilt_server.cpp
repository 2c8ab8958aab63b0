// A server that the project only declares (its library comes built): callbacks are handed to it.
// Evidence `runtime`, for nobody knows when it calls them. A client's callbacks do not count.
#include <functional>
#include <string>

struct Peer {
  void send(const std::string &text);
};
class HubServer {
public:
  explicit HubServer(int port);
  void onText(std::function<void(Peer &, const std::string &)> callback);
  void start();
};
class FeedClient {
public:
  void onPrice(std::function<void(double)> callback);
  void poll();
};

static int turns = 0;        // finding: mutable-global warning "turns"
static std::string previous; // finding: mutable-global warning "previous"

class Desk {
  HubServer hub_;

  void text(Peer &peer, const std::string &said) {
    peer.send(previous + std::to_string(++turns));
    previous = said;
  }

public:
  explicit Desk(int port) : hub_(port) {
    hub_.onText(std::bind(&Desk::text, this, std::placeholders::_1, std::placeholders::_2));
  }
  void start() { hub_.start(); }
};

int main() {
  Desk desk(80);
  desk.start();
}
