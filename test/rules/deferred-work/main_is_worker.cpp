// packages: libboost-dev
#include <boost/asio.hpp>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>

using boost::asio::ip::tcp;

template <class T> class Inbox {
public:
  void put(T item) {
    std::lock_guard<std::mutex> lock(mutex_);
    items_.push_back(std::move(item));
    filled_.notify_one();
  }
  T take() {
    std::unique_lock<std::mutex> lock(mutex_);
    filled_.wait(lock, [this] { return !items_.empty(); });
    T first = std::move(items_.front());
    items_.pop_front();
    return first;
  }

private:
  std::mutex mutex_;
  std::condition_variable filled_;
  std::deque<T> items_;
};

// The connection waits for what is put into the box.
class Connection : public std::enable_shared_from_this<Connection> {
public:
  struct Packet {
    std::shared_ptr<Connection> from;
    std::string text;
  };
  Connection(tcp::socket socket, Inbox<Packet> &inbox) : socket_(std::move(socket)), inbox_(inbox) {}
  void read() {
    boost::asio::async_read(socket_, boost::asio::buffer(data_),
                            [this, self = shared_from_this()](boost::system::error_code ec, std::size_t n) {
                              if (!ec)
                                inbox_.put({self, std::string(data_, n)});
                            });
  }
  void answer(std::string text) { boost::asio::write(socket_, boost::asio::buffer(text)); }

private:
  tcp::socket socket_;
  Inbox<Packet> &inbox_;
  char data_[64];
};

class Broker {
public:
  explicit Broker(boost::asio::io_context &io) : acceptor_(io, {tcp::v4(), 1883}) { accept(); }
  void update() {
    while (true) {
      auto packet = inbox_.take();
      topics_[packet.text] += 1;
      packet.from->answer(std::to_string(topics_.size()));
    }
  }

private:
  void accept() {
    acceptor_.async_accept([this](boost::system::error_code ec, tcp::socket socket) {
      if (!ec)
        std::make_shared<Connection>(std::move(socket), inbox_)->read();
      accept();
    });
  }
  tcp::acceptor acceptor_;
  Inbox<Connection::Packet> inbox_;
  std::map<std::string, int> topics_; // finding: handler-state error "topics_"
};

int main() {
  boost::asio::io_context io;
  Broker broker(io);
  std::thread runner([&io] { io.run(); });
  broker.update();
}
