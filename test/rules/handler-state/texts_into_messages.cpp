// A text that is copied into a message is not changed by that.
// packages: cppzmq-dev
#include <cstring>
#include <string>
#include <zmq.hpp>

class Answer {
public:
  void set(std::string text) { text_ = text; }
  void send(zmq::socket_t &socket) {
    zmq::message_t message(text_.length());
    std::memcpy(message.data(), text_.data(), text_.length());
    socket.send(message, zmq::send_flags::none);
  }

private:
  std::string text_;
};

class Menu {
public:
  Menu() : socket_(context_, zmq::socket_type::rep) {
    invalid_ = "That is no command.";
    socket_.bind("tcp://*:7000");
  }
  void once() {
    zmq::message_t request;
    if (!socket_.recv(request))
      return;
    Answer answer;
    answer.set(choose(std::string(static_cast<char *>(request.data()), request.size())));
    answer.send(socket_);
  }

private:
  std::string choose(const std::string &text) {
    if (text == "last")
      return last_;
    last_ = text;
    return invalid_;
  }
  std::string invalid_; // near-miss: set by the constructor
  std::string last_;    // finding: handler-state error "last_"
  zmq::context_t context_;
  zmq::socket_t socket_;
};

int main() {
  Menu menu;
  while (true)
    menu.once();
}
