// Connections found by a name that the clients send are session data.
// reason: the name is cut out of a message whose payload has no place, so where the key comes from is lost
// packages: libwebsocketpp-dev, libboost-dev
#include <functional>
#include <map>
#include <string>
#include <websocketpp/config/asio_no_tls.hpp>
#include <websocketpp/server.hpp>

using Server = websocketpp::server<websocketpp::config::asio>;
using websocketpp::connection_hdl;

class Exchange {
public:
  Exchange() {
    server_.init_asio();
    server_.set_message_handler(std::bind(&Exchange::heard, this, std::placeholders::_1, std::placeholders::_2));
  }
  void run() {
    server_.listen(9014);
    server_.start_accept();
    server_.run();
  }

private:
  void heard(connection_hdl hdl, Server::message_ptr message) {
    const std::string &text = message->get_payload();
    std::string key = text.substr(1, 8);
    if (text[0] == '+')
      registered_[key] = hdl;
    else if (auto found = registered_.find(key); found != registered_.end())
      server_.send(found->second, text.substr(9), websocketpp::frame::opcode::text);
  }
  Server server_;
  std::map<std::string, connection_hdl> registered_; // finding: session-in-process error
};

int main() {
  Exchange exchange;
  exchange.run();
}
