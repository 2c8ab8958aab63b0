// A message of several parts is gathered in a list that its function returns: no state, though the loop that serves
// takes its jobs by it. A buffer that goes from one reading to the next by way of a member.
// packages: libzmq3-dev libasio-dev
#include <asio.hpp>
#include <chrono>
#include <cstdio>
#include <list>
#include <memory>
#include <string>
#include <thread>
#include <vector>
#include <zmq.h>

class Message {
public:
  Message() : message_(new zmq_msg_t, [](zmq_msg_t *m) {
    zmq_msg_close(m);
    delete m;
  }) { zmq_msg_init(message_.get()); }
  zmq_msg_t *get() { return message_.get(); }
  std::string text() { return {static_cast<char *>(zmq_msg_data(get())), zmq_msg_size(get())}; }

private:
  std::shared_ptr<zmq_msg_t> message_; // near-miss: each message's own
};

class Socket {
public:
  explicit Socket(void *context) : socket_(zmq_socket(context, ZMQ_REP)) { zmq_bind(socket_, "tcp://*:7700"); }
  bool receive(Message &message) { return zmq_msg_recv(message.get(), socket_, 0) >= 0; }
  std::list<Message> receiveAll() {
    std::list<Message> parts; // near-miss: the caller's
    int more;
    size_t size = sizeof more;
    do {
      parts.emplace_back();
      if (!receive(parts.back()))
        parts.pop_back();
      zmq_getsockopt(socket_, ZMQ_RCVMORE, &more, &size);
    } while (more);
    return parts;
  }
  void send(const std::string &text) { zmq_send(socket_, text.data(), text.size(), 0); }

private:
  void *socket_;
};

class Feed : public std::enable_shared_from_this<Feed> {
public:
  Feed(asio::io_context &io, std::string device) : port_(io), device_(std::move(device)), again_(io) {}
  void start() {
    std::error_code error;
    port_.open(device_, error);
    read();
  }

private:
  void read() {
    auto self(shared_from_this());
    std::shared_ptr<std::vector<char>> bytes; // near-miss: each reading's own
    bytes.swap(spare_);
    if (bytes)
      bytes->resize(512);
    else
      bytes = std::make_shared<std::vector<char>>(512);
    port_.async_read_some(asio::buffer(*bytes), [this, self, bytes](std::error_code error, std::size_t n) {
      if (error) {
        spare_ = bytes;
        return;
      }
      bytes->resize(n);
      parse(*bytes);
      spare_ = bytes;
      if (n < 400) {
        again_.expires_after(std::chrono::milliseconds(50));
        again_.async_wait([this, self](std::error_code failed) {
          if (!failed)
            read();
        });
      } else {
        read();
      }
    });
  }

  void parse(const std::vector<char> &bytes) {
    std::size_t lines = bytes.size() / 80;
    for (auto i = bytes.begin(); i != bytes.end(); ++i)
      lines += *i == '\n';
    std::printf("%zu lines\n", lines);
  }

  asio::serial_port port_;
  std::string device_;
  asio::steady_timer again_;
  std::shared_ptr<std::vector<char>> spare_;
};

int main() {
  Socket socket(zmq_ctx_new());
  asio::io_context io;
  auto feed = std::make_shared<Feed>(io, "/dev/ttyS0");
  feed->start();
  std::thread reading([&io] { io.run(); });
  while (true) {
    std::string text;
    for (Message &part : socket.receiveAll())
      text += part.text();
    socket.send(text);
  }
}
