// Tables of connections in which each finds its own entry; beside them one that greets everybody.
// packages: libwebsocketpp-dev, libboost1.74-dev
#include <functional>
#include <map>
#include <set>
#include <string>
#include <websocketpp/config/asio_no_tls.hpp>
#include <websocketpp/server.hpp>

using Server = websocketpp::server<websocketpp::config::asio>;
using websocketpp::connection_hdl;

struct Peer {
  std::string partial;
};

class Echo {
  Server server_;
  std::map<connection_hdl, Peer, std::owner_less<connection_hdl>> peers_;
  std::set<connection_hdl, std::owner_less<connection_hdl>> hall_; // finding: handler-state|session-in-process error "hall_"

  void open(connection_hdl h) {
    peers_[h] = Peer();
    hall_.insert(h);
  }
  void close(connection_hdl h) {
    peers_.erase(h);
    hall_.erase(h);
  }
  void message(connection_hdl h, Server::message_ptr m) {
    Peer &peer = peers_.find(h)->second;
    peer.partial += m->get_payload();
    if (peer.partial.back() != '\n')
      return;
    server_.send(h, peer.partial, websocketpp::frame::opcode::text);
    for (const connection_hdl &other : hall_)
      server_.send(other, "somebody spoke", websocketpp::frame::opcode::text);
  }

public:
  Echo() {
    using namespace std::placeholders;
    server_.init_asio();
    server_.set_open_handler(std::bind(&Echo::open, this, _1));
    server_.set_close_handler(std::bind(&Echo::close, this, _1));
    server_.set_message_handler(std::bind(&Echo::message, this, _1, _2));
  }
  void run() {
    server_.listen(9002);
    server_.start_accept();
    server_.run();
  }
};

int main() {
  Echo echo;
  echo.run();
}
