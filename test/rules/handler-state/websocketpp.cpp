// WebSocket++: a server's handlers are entry points.
// packages: libwebsocketpp-dev, libboost-dev
#include <string>
#include <websocketpp/config/asio_no_tls.hpp>
#include <websocketpp/server.hpp>

using Server = websocketpp::server<websocketpp::config::asio>;

static websocketpp::connection_hdl viewer; // finding: mutable-global error "viewer"

class Board {
public:
  Board() {
    server_.init_asio();
    server_.set_message_handler([this](websocketpp::connection_hdl hdl, Server::message_ptr message) {
      server_.send(hdl, latest_, websocketpp::frame::opcode::text);
      latest_ = message->get_payload();
      server_.send(viewer, latest_, websocketpp::frame::opcode::text);
    });
    server_.set_open_handler([](websocketpp::connection_hdl hdl) { viewer = hdl; });
  }
  void run() {
    server_.listen(9012);
    server_.start_accept();
    server_.run();
  }

private:
  Server server_;
  std::string latest_; // finding: handler-state error
};

int main() {
  Board board;
  board.run();
}
