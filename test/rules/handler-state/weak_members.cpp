// Members of a room, kept by weak pointers: whoever speaks tells all of them.
// packages: libboost-dev
#include <boost/asio.hpp>
#include <memory>
#include <set>
#include <string>

using boost::asio::ip::tcp;

class Member;

class Room {
public:
  void enter(std::weak_ptr<Member> member) { members_.insert(std::move(member)); }
  void say(const std::string &text);

private:
  std::set<std::weak_ptr<Member>, std::owner_less<std::weak_ptr<Member>>> members_; // finding: handler-state error "members_"
};

class Member : public std::enable_shared_from_this<Member> {
public:
  Member(tcp::socket socket, Room &room) : socket_(std::move(socket)), room_(room) {}
  void start() {
    room_.enter(weak_from_this());
    read();
  }
  void send(const std::string &text) {
    boost::system::error_code ignored;
    boost::asio::write(socket_, boost::asio::buffer(text), ignored);
  }

private:
  void read() {
    boost::asio::async_read_until(socket_, boost::asio::dynamic_buffer(line_), '\n',
                                  [self = shared_from_this()](boost::system::error_code error, size_t length) {
                                    if (error)
                                      return;
                                    self->room_.say(self->line_.substr(0, length));
                                    self->line_.erase(0, length);
                                    self->read();
                                  });
  }
  tcp::socket socket_;
  Room &room_;
  std::string line_;
};

void Room::say(const std::string &text) {
  for (auto at = members_.begin(); at != members_.end();) {
    if (auto member = at->lock()) {
      member->send(text);
      ++at;
    } else {
      at = members_.erase(at);
    }
  }
}

static void accept(tcp::acceptor &acceptor, Room &room) {
  acceptor.async_accept([&](boost::system::error_code error, tcp::socket socket) {
    if (!error)
      std::make_shared<Member>(std::move(socket), room)->start();
    accept(acceptor, room);
  });
}

int main() {
  boost::asio::io_context io;
  Room room;
  tcp::acceptor acceptor(io, {tcp::v4(), 7000});
  accept(acceptor, room);
  io.run();
}
