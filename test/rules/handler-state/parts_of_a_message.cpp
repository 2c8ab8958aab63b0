// A message of several parts is gathered in a list that its function returns: no state, though the loop that serves
// takes its jobs by it. A buffer that goes from one reading to the next by way of a member.
// packages: libzmq3-dev libasio-dev
#include <asio.hpp>
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

class Serial : public std::enable_shared_from_this<Serial> {
public:
  Serial(asio::io_context &io) : port_(io, "/dev/ttyS0") {}
  void read() {
    auto self(shared_from_this());
    std::shared_ptr<std::vector<char>> bytes; // near-miss: each reading's own
    bytes.swap(spare_);
    if (bytes)
      bytes->resize(512);
    else
      bytes = std::make_shared<std::vector<char>>(512);
    port_.async_read_some(asio::buffer(*bytes), [this, self, bytes](std::error_code error, std::size_t n) {
      if (error)
        return;
      bytes->resize(n);
      said_ = std::string(bytes->begin(), bytes->end()) + said_.substr(0, 100);
      spare_ = bytes;
      read();
    });
  }

private:
  asio::serial_port port_;
  std::shared_ptr<std::vector<char>> spare_;
  std::string said_;
};

int main() {
  Socket socket(zmq_ctx_new());
  asio::io_context io;
  std::make_shared<Serial>(io)->read();
  std::thread reading([&io] { io.run(); });
  while (true) {
    std::string text;
    for (Message &part : socket.receiveAll())
      text += part.text();
    socket.send(text);
  }
}
