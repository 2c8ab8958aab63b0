// Queues of messages: with the connection they came from somewhere in them, and without.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

using boost::asio::ip::tcp;

class Peer {
public:
  explicit Peer(tcp::socket socket) : socket_(std::move(socket)) {}
  void send(const std::string &text) { boost::asio::write(socket_, boost::asio::buffer(text)); }
  tcp::socket &socket() { return socket_; }

private:
  tcp::socket socket_;
};

struct Header {
  std::shared_ptr<Peer> from;
  std::size_t size = 0;
};
struct Message {
  Header header;
  std::string text;
};
struct Order {
  std::string text;
  std::size_t size = 0;
};

class Messages {
public:
  void push(Message message) {
    std::lock_guard<std::mutex> hold(lock_);
    waiting_.push_back(std::move(message));
    wake_.notify_one();
  }
  Message pop() {
    std::unique_lock<std::mutex> hold(lock_);
    wake_.wait(hold, [this] { return !waiting_.empty(); });
    Message message = std::move(waiting_.front());
    waiting_.pop_front();
    return message;
  }

private:
  std::mutex lock_;
  std::condition_variable wake_;
  std::deque<Message> waiting_; // near-miss: who takes it answers
};

class Orders {
public:
  void push(Order order) {
    std::lock_guard<std::mutex> hold(lock_);
    waiting_.push_back(std::move(order));
    wake_.notify_one();
  }
  Order pop() {
    std::unique_lock<std::mutex> hold(lock_);
    wake_.wait(hold, [this] { return !waiting_.empty(); });
    Order order = std::move(waiting_.front());
    waiting_.pop_front();
    return order;
  }

private:
  std::mutex lock_;
  std::condition_variable wake_;
  std::deque<Order> waiting_; // finding: deferred-work error
};

static Messages messages;
static Orders orders;

static void receive(std::shared_ptr<Peer> peer, std::shared_ptr<boost::asio::streambuf> buffer) {
  boost::asio::async_read_until(peer->socket(), *buffer, '\n',
                                [peer, buffer](boost::system::error_code error, std::size_t size) {
                                  if (error)
                                    return;
                                  std::string text(boost::asio::buffers_begin(buffer->data()),
                                                   boost::asio::buffers_begin(buffer->data()) + long(size));
                                  buffer->consume(size);
                                  messages.push(Message{Header{peer, size}, text});
                                  orders.push(Order{text, size});
                                  receive(peer, buffer);
                                });
}

static void accept(tcp::acceptor &acceptor) {
  acceptor.async_accept([&acceptor](boost::system::error_code error, tcp::socket socket) {
    if (!error)
      receive(std::make_shared<Peer>(std::move(socket)), std::make_shared<boost::asio::streambuf>());
    accept(acceptor);
  });
}

int main() {
  boost::asio::io_context io;
  tcp::acceptor acceptor(io, tcp::endpoint(tcp::v4(), 7000));
  std::thread([] {
    for (;;) {
      Message message = messages.pop();
      message.header.from->send("got " + message.text);
    }
  }).detach();
  std::thread([] {
    for (;;)
      std::system(("echo " + orders.pop().text).c_str());
  }).detach();
  accept(acceptor);
  io.run();
}
