// SFML: one loop waits for the listener and the clients. Each client's socket and the packets are the
// connection's; the names of all, which others look through, are state.
// packages: libsfml-dev
#include <SFML/Network.hpp>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <string>

class Lounge {
public:
  bool open(unsigned short port) {
    if (listener_.listen(port) != sf::Socket::Done)
      return false;
    selector_.add(listener_);
    return true;
  }
  void run() {
    for (;;) {
      if (!selector_.wait(sf::seconds(1)))
        continue;
      if (selector_.isReady(listener_))
        accept();
      for (auto it = clients_.begin(); it != clients_.end();) {
        sf::TcpSocket &client = **it;
        if (selector_.isReady(client) && !serve(client)) {
          selector_.remove(client);
          forget(&client);
          it = clients_.erase(it);
        } else {
          ++it;
        }
      }
    }
  }

private:
  void forget(sf::TcpSocket *gone) {
    for (auto it = names_.begin(); it != names_.end();)
      it = it->second == gone ? names_.erase(it) : std::next(it);
  }
  void accept() {
    auto client = std::make_unique<sf::TcpSocket>();
    if (listener_.accept(*client) != sf::Socket::Done)
      return;
    selector_.add(*client);
    clients_.push_back(std::move(client));
  }
  bool serve(sf::TcpSocket &client) {
    sf::Packet received; // near-miss: one message
    if (client.receive(received) != sf::Socket::Done)
      return false;
    std::string command, text;
    received >> command >> text;
    sf::Packet answer;
    if (command == "name")
      names_[text] = &client;
    else if (command == "who")
      for (const auto &[name, socket] : names_)
        answer << name;
    else if (command == "title")
      titles_[&client] = text;
    else if (command == "titles")
      for (const auto &[socket, title] : titles_)
        answer << title;
    return client.send(answer) == sf::Socket::Done;
  }

  sf::TcpListener listener_;
  sf::SocketSelector selector_;                       // near-miss: what is waited for
  std::list<std::unique_ptr<sf::TcpSocket>> clients_; // near-miss: each has its own socket
  std::map<std::string, sf::TcpSocket *> names_;      // finding: handler-state|session-in-process error "names_"
  std::map<sf::TcpSocket *, std::string> titles_;     // finding: handler-state|session-in-process error "titles_"
};

int main() {
  Lounge lounge;
  if (!lounge.open(7650))
    return 1;
  lounge.run();
}
