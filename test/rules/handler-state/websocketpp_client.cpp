// WebSocket++: what a client hears is no request, though it shares its base class with the server.
// packages: libwebsocketpp-dev, libboost-dev
#include <functional>
#include <string>
#include <websocketpp/client.hpp>
#include <websocketpp/config/asio_no_tls_client.hpp>

using Client = websocketpp::client<websocketpp::config::asio_client>;

class Ping {
public:
  explicit Ping(const std::string &url) {
    client_.init_asio();
    client_.set_open_handler([this](websocketpp::connection_hdl hdl) {
      open_ = true;
      client_.send(hdl, "ping", websocketpp::frame::opcode::text);
    });
    client_.set_message_handler(std::bind(&Ping::heard, this, std::placeholders::_1, std::placeholders::_2));
    websocketpp::lib::error_code error;
    client_.connect(client_.get_connection(url, error));
  }
  std::string ask() {
    client_.run();
    return open_ ? answer_ : "closed";
  }

private:
  void heard(websocketpp::connection_hdl, Client::message_ptr message) { answer_ += message->get_payload(); }
  Client client_;
  bool open_ = false;
  std::string answer_;
};

int main(int argc, char **argv) { return argc > 1 && Ping(argv[1]).ask().empty() ? 1 : 0; }
