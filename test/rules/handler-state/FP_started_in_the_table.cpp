// The object for the next client, which is started when it lies in the table of all.
// reason: back() is taken for a look at somebody else's entry
// packages: libboost1.74-dev
#include <array>
#include <boost/asio.hpp>
#include <functional>
#include <list>
#include <memory>
#include <string>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

class Session {
public:
  Session(asio::io_context &io, std::function<std::string()> greeting, std::function<void(Session *)> onClosed)
      : socket_(io), greeting_(std::move(greeting)), onClosed_(std::move(onClosed)) {}
  tcp::socket &socket() { return socket_; }

  bool closed() const { return closed_; }
  void start() {
    answer_ = greeting_();
    write();
  }

private:
  enum class Step { Name, Secret, Talk };

  void read() {
    socket_.async_read_some(asio::buffer(data_), [this](error_code error, std::size_t n) {
      if (error)
        return close();
      received_.append(data_.data(), n);
      size_t end = received_.find('\n');
      if (end == std::string::npos)
        return read();
      obey(received_.substr(0, end));
      received_.erase(0, end + 1);
    });
  }
  void obey(const std::string &line) {
    ++lines_;
    switch (step_) {
    case Step::Name:
      name_ = line;
      step_ = Step::Secret;
      answer_ = "your word, " + name_ + "?\n";
      break;
    case Step::Secret:
      trusted_ = line == "rosebud";
      step_ = Step::Talk;
      answer_ = trusted_ ? "welcome\n" : "you may listen\n";
      break;
    case Step::Talk:
      answer_ = name_ + " said " + std::to_string(lines_) + " lines" + (trusted_ ? "" : ", none of them heard") + "\n";
      break;
    }
    write();
  }
  void write() {
    asio::async_write(socket_, asio::buffer(answer_), [this](error_code error, std::size_t) {
      if (error)
        return close();
      read();
    });
  }
  void close() {
    if (closed_)
      return;
    closed_ = true;
    socket_.close();
    onClosed_(this);
  }

  tcp::socket socket_;
  std::function<std::string()> greeting_;
  std::function<void(Session *)> onClosed_;
  std::array<char, 512> data_{}; // near-miss: the client's
  std::string received_;         // near-miss: the client's
  std::string answer_;           // near-miss: the client's
  std::string name_;             // near-miss: the client's
  Step step_ = Step::Name;       // near-miss: the client's
  unsigned lines_ = 0;           // near-miss: the client's
  bool trusted_ = false;         // near-miss: the client's
  bool closed_ = false;          // near-miss: the client's
};

class Server {
public:
  Server(asio::io_context &io, unsigned short port) : io_(io), acceptor_(io, tcp::endpoint(tcp::v4(), port)) { accept(); }

private:
  void accept() {
    next_ = std::make_unique<Session>(
        io_, [this] { return "you are visitor " + std::to_string(++visitors_) + "\n"; }, [](Session *) {});
    acceptor_.async_accept(next_->socket(), [this](error_code error) {
      if (!error)
        admit(std::move(next_));
      accept();
    });
  }
  void admit(std::unique_ptr<Session> session) {
    sessions_.remove_if([](const std::unique_ptr<Session> &one) { return one->closed(); });
    sessions_.push_back(std::move(session));
    sessions_.back()->start();
  }

  asio::io_context &io_;
  tcp::acceptor acceptor_;
  std::unique_ptr<Session> next_; // near-miss: always a new one
  std::list<std::unique_ptr<Session>> sessions_; // near-miss: each has its own entry
  unsigned visitors_ = 0; // finding: handler-state "visitors_"
};

int main() {
  asio::io_context io;
  Server server(io, 7300);
  io.run();
}
