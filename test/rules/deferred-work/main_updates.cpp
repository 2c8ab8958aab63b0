// Connections put their messages into a queue; main works them off, turn by turn,
// and answers whoever asked.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

using boost::asio::ip::tcp;

class Peer;
struct Message {
  std::shared_ptr<Peer> from;
  std::string text;
};

template <class T> class Queue {
public:
  void put(T item) {
    std::lock_guard<std::mutex> lock(guard_);
    items_.push_back(std::move(item));
  }
  bool empty() {
    std::lock_guard<std::mutex> lock(guard_);
    return items_.empty();
  }
  T take() {
    std::lock_guard<std::mutex> lock(guard_);
    T first = std::move(items_.front());
    items_.pop_front();
    return first;
  }

private:
  std::mutex guard_;
  std::deque<T> items_;
};

class Peer : public std::enable_shared_from_this<Peer> {
public:
  Peer(tcp::socket socket, Queue<Message> &inbox) : socket_(std::move(socket)), inbox_(inbox) {}
  void read() {
    socket_.async_read_some(boost::asio::buffer(data_), [this, self = shared_from_this()](boost::system::error_code ec, std::size_t n) {
      if (ec)
        return;
      inbox_.put({self, std::string(data_, n)});
      read();
    });
  }
  void answer(const std::string &text) { boost::asio::write(socket_, boost::asio::buffer(text)); }

private:
  tcp::socket socket_;
  Queue<Message> &inbox_;
  char data_[256];
};

class Server {
public:
  Server() : acceptor_(context_, tcp::endpoint(tcp::v4(), 6000)) {
    accept();
    thread_ = std::thread([this] { context_.run(); });
  }
  void update() {
    while (!inbox_.empty()) {
      Message message = inbox_.take();
      onMessage(message);
    }
  }

private:
  void accept() {
    acceptor_.async_accept([this](boost::system::error_code ec, tcp::socket socket) {
      if (!ec)
        std::make_shared<Peer>(std::move(socket), inbox_)->read();
      accept();
    });
  }
  void onMessage(const Message &message) {
    int turn = ++turns_[message.text];
    message.from->answer(std::to_string(turn));
  }
  boost::asio::io_context context_;
  tcp::acceptor acceptor_;
  std::thread thread_;
  Queue<Message> inbox_;             // near-miss: main answers the client
  std::map<std::string, int> turns_; // finding: handler-state error "turns_"
};

int main() {
  Server server;
  bool quit = false;
  while (!quit)
    server.update();
}
