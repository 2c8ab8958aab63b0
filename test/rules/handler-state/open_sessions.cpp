// Sessions that the server only counts for its log and closes at the end, and some that hear of each other.
// packages: libboost1.74-dev, libspdlog-dev
#include <boost/asio.hpp>
#include <memory>
#include <spdlog/spdlog.h>
#include <sstream>
#include <string>
#include <unordered_set>

using boost::asio::ip::tcp;

class Logger { // in front of a library's
public:
  static std::shared_ptr<Logger> get() {
    static std::shared_ptr<Logger> log = std::shared_ptr<Logger>(new Logger());
    return log;
  }
  template <typename... Args> void info(fmt::format_string<Args...> text, Args &&...args) {
    std::string message = fmt::format(text, std::forward<Args>(args)...);
    std::ostringstream line;
    line << "message=" << quoted(message);
    logger_->log(spdlog::level::info, "{}", line.str());
  }

private:
  static std::string quoted(const std::string &text) {
    std::string out;
    for (char c : text)
      out += c == '"' ? std::string("\\\"") : std::string(1, c);
    return out;
  }
  Logger() : logger_(spdlog::default_logger()) {}
  std::vector<std::string> topics_;
  std::shared_ptr<spdlog::logger> logger_;
};

template <typename Owner> class Session : public std::enable_shared_from_this<Session<Owner>> {
public:
  Session(tcp::socket socket, Owner &owner) : socket_(std::move(socket)), owner_(owner) {}
  void start() {
    auto self = this->shared_from_this();
    boost::asio::async_read_until(socket_, buffer_, '\n', [self](boost::system::error_code error, std::size_t) {
      if (error)
        return self->owner_.leave(self);
      self->owner_.heard("hello\n");
      self->start();
    });
  }
  void send(const std::string &text) { boost::asio::write(socket_, boost::asio::buffer(text)); }
  void close() { socket_.close(); }

private:
  tcp::socket socket_;
  boost::asio::streambuf buffer_;
  Owner &owner_;
};

class Quiet {
public:
  using Pointer = std::shared_ptr<Session<Quiet>>;
  explicit Quiet(boost::asio::io_context &io) : acceptor_(io, tcp::endpoint(tcp::v4(), 7001)) {}
  void accept() {
    acceptor_.async_accept([this](boost::system::error_code error, tcp::socket socket) {
      if (error)
        return;
      auto session = std::make_shared<Session<Quiet>>(std::move(socket), *this);
      sessions_.insert(session);
      session->start();
      accept();
    });
  }
  void leave(const Pointer &session) {
    sessions_.erase(session);
    count();
  }
  void heard(const std::string &) {}
  void stop() {
    std::unordered_set<Pointer> all;
    all = sessions_;
    for (const auto &session : all)
      session->close();
  }

private:
  void count() { Logger::get()->info("{} sessions", sessions_.size()); }
  tcp::acceptor acceptor_;
  std::unordered_set<Pointer> sessions_; // near-miss: held until they go
};

class Room {
public:
  using Pointer = std::shared_ptr<Session<Room>>;
  explicit Room(boost::asio::io_context &io) : acceptor_(io, tcp::endpoint(tcp::v4(), 7002)) {}
  void accept() {
    acceptor_.async_accept([this](boost::system::error_code error, tcp::socket socket) {
      if (error)
        return;
      auto session = std::make_shared<Session<Room>>(std::move(socket), *this);
      members_.insert(session);
      session->start();
      accept();
    });
  }
  void leave(const Pointer &session) { members_.erase(session); }
  void heard(const std::string &text) {
    for (const auto &member : members_)
      member->send(text);
  }

private:
  tcp::acceptor acceptor_;
  std::unordered_set<Pointer> members_; // finding: handler-state|session-in-process error
};

int main() {
  boost::asio::io_context io;
  Quiet quiet(io);
  Room room(io);
  quiet.accept();
  room.accept();
  boost::asio::signal_set signals(io, SIGTERM);
  signals.async_wait([&](const boost::system::error_code &, int) {
    quiet.stop();
    io.stop();
  });
  io.run();
}
