// How many connections are open: for a limit, and on a statistics page; and a list that is told through a moved pointer.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <memory>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

struct Stats {
  int open_connections = 0; // near-miss: as many as there are
};
static Stats stats;
static unsigned long orders = 0; // finding: mutable-global error "orders"

class Session;
static std::vector<std::weak_ptr<Session>> sessions; // finding: static-cache|session-in-process error "sessions"
static void send(std::shared_ptr<Session> session, const std::string &text);
static void send_all(const std::string &text) {
  for (auto at = sessions.begin(); at != sessions.end();)
    if (auto session = at->lock()) {
      ++at;
      send(std::move(session), text);
    } else {
      at = sessions.erase(at);
    }
}

class Session : public std::enable_shared_from_this<Session> {
public:
  explicit Session(tcp::socket socket) : socket_(std::move(socket)) { ++stats.open_connections; }
  ~Session() { --stats.open_connections; }
  void start() {
    sessions.push_back(shared_from_this());
    read();
  }
  void say(const std::string &text) {
    error_code ignored;
    asio::write(socket_, asio::buffer(text), ignored);
  }

private:
  void read() {
    asio::async_read_until(socket_, buffer_, '\n', [self = shared_from_this()](error_code error, std::size_t) {
      if (error)
        return;
      std::istream in(&self->buffer_);
      std::string line;
      std::getline(in, line);
      if (line == "stats") {
        std::ostringstream out;
        out << stats.open_connections << " open connections\n";
        self->say(out.str());
      } else {
        self->say(std::to_string(++orders));
        send_all(line);
      }
      self->read();
    });
  }
  tcp::socket socket_;
  asio::streambuf buffer_;
};

static void send(std::shared_ptr<Session> session, const std::string &text) { session->say(text); }

class Listener {
public:
  explicit Listener(asio::io_context &io) : acceptor_(io, tcp::endpoint(tcp::v4(), 7000)) {}
  void accept() {
    acceptor_.async_accept([this](error_code error, tcp::socket socket) {
      if (!error && stats.open_connections < 100)
        std::make_shared<Session>(std::move(socket))->start();
      accept();
    });
  }

private:
  tcp::acceptor acceptor_;
};

int main() {
  asio::io_context io;
  Listener listener(io);
  listener.accept();
  io.run();
}
