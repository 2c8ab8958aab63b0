// A table by connection: in one each connection finds its own entry, in the other that of who plays against it.
// packages: libboost-dev
#include <boost/asio.hpp>
#include <map>
#include <memory>
#include <string>

namespace {

using tcp = boost::asio::ip::tcp;

class Lobby {
public:
  void enter(tcp::socket *socket) { names_[socket] = "nobody"; }
  void leave(tcp::socket *socket) {
    names_.erase(socket);
    moves_.erase(socket);
  }
  void move(tcp::socket *socket) { ++moves_[socket]; }
  int moves(tcp::socket *socket) const {
    auto found = moves_.find(socket);
    return found == moves_.end() ? 0 : found->second;
  }
  std::string play(tcp::socket *socket, const std::string &name) {
    names_[socket] = name;
    auto waiting = waiting_.find(name.size());
    if (waiting == waiting_.end()) {
      waiting_[name.size()] = socket;
      return "wait";
    }
    tcp::socket *enemy = waiting_.at(name.size());
    return names_.find(enemy)->second;
  }

private:
  std::map<tcp::socket *, std::string> names_;  // finding: session-in-process|handler-state|static-cache error "names_"
  std::map<tcp::socket *, int> moves_;          // near-miss: each connection's own
  std::map<size_t, tcp::socket *> waiting_;     // finding: session-in-process|handler-state|static-cache error "waiting_"
};

class Player : public std::enable_shared_from_this<Player> {
public:
  Player(tcp::socket socket, Lobby &lobby) : socket_(std::move(socket)), lobby_(lobby) {}
  void start() {
    lobby_.enter(&socket_);
    read();
  }

private:
  void read() {
    boost::asio::async_read_until(socket_, buffer_, '\n',
                                  [self = shared_from_this()](boost::system::error_code error, size_t) {
                                    if (error) {
                                      self->lobby_.leave(&self->socket_);
                                      return;
                                    }
                                    std::istream in(&self->buffer_);
                                    std::string line;
                                    std::getline(in, line);
                                    self->lobby_.move(&self->socket_);
                                    self->answer_ = self->lobby_.play(&self->socket_, line) +
                                                    std::to_string(self->lobby_.moves(&self->socket_));
                                    boost::asio::write(self->socket_, boost::asio::buffer(self->answer_));
                                    self->read();
                                  });
  }
  tcp::socket socket_;
  boost::asio::streambuf buffer_;
  std::string answer_;
  Lobby &lobby_;
};

void accept(tcp::acceptor &acceptor, Lobby &lobby) {
  acceptor.async_accept([&acceptor, &lobby](boost::system::error_code error, tcp::socket socket) {
    if (!error)
      std::make_shared<Player>(std::move(socket), lobby)->start();
    accept(acceptor, lobby);
  });
}

} // namespace

int main() {
  boost::asio::io_context context;
  tcp::acceptor acceptor(context, tcp::endpoint(tcp::v4(), 8001));
  Lobby lobby;
  accept(acceptor, lobby);
  context.run();
}
