// Connections put what they hear into their own buffers; one thread plays the game with all of them,
// tick by tick, and keeps who is who.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

class Pilot : public std::enable_shared_from_this<Pilot> {
public:
  explicit Pilot(tcp::socket socket) : socket_(std::move(socket)) {}
  void listen() {
    auto self = shared_from_this();
    socket_.async_read_some(asio::buffer(data_), [this, self](error_code error, std::size_t n) {
      if (error)
        return;
      {
        std::lock_guard<std::mutex> hold(lock_);
        command_ = std::string(data_, n);
      }
      listen();
    });
  }
  std::string next() {
    std::lock_guard<std::mutex> hold(lock_);
    std::string one = command_;
    command_.clear();
    return one;
  }
  void say(const std::string &text) {
    error_code ignored;
    asio::write(socket_, asio::buffer(text), ignored);
  }
  const std::string &login() const { return login_; }
  void setLogin(const std::string &login) { login_ = login; }

private:
  tcp::socket socket_;
  char data_[128];
  std::mutex lock_;
  std::string command_; // near-miss: on its way to the game
  std::string login_;   // near-miss: one pilot's own
};

class Arena {
public:
  void enter(const std::shared_ptr<Pilot> &pilot) {
    std::lock_guard<std::mutex> hold(lock_);
    pilots_.push_back(pilot);
  }
  void play() {
    while (true) {
      {
        std::lock_guard<std::mutex> hold(lock_);
        ++tick_;
        for (size_t id = 0; id < pilots_.size(); ++id)
          obey(id, *pilots_[id], pilots_[id]->next());
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }

private:
  void obey(size_t id, Pilot &pilot, const std::string &command) {
    if (command.empty())
      return;
    if (pilot.login().empty()) {
      pilot.setLogin(command);
      logIn(id, command);
    } else if (auto found = idByName_.find(command); found != idByName_.end()) {
      pilots_[found->second]->say(pilot.login() + " has hit you\n");
    }
  }
  void logIn(size_t id, const std::string &login) {
    auto known = idByName_.find(login);
    if (known != idByName_.end())
      pilots_[known->second]->say("you fly elsewhere now\n");
    idByName_[login] = id;
  }

  std::mutex lock_;
  std::vector<std::shared_ptr<Pilot>> pilots_;       // finding: handler-state "pilots_"
  std::unordered_map<std::string, size_t> idByName_; // finding: handler-state|session-in-process|static-cache warning "idByName_"
  unsigned tick_ = 0;                                // near-miss: the clock of the game
};

class Gate {
public:
  Gate(asio::io_context &io, Arena &arena) : acceptor_(io, tcp::endpoint(tcp::v4(), 7400)), arena_(arena) { accept(); }

private:
  void accept() {
    acceptor_.async_accept([this](error_code error, tcp::socket socket) {
      if (!error) {
        auto pilot = std::make_shared<Pilot>(std::move(socket));
        arena_.enter(pilot);
        pilot->listen();
      }
      accept();
    });
  }

  tcp::acceptor acceptor_;
  Arena &arena_;
};

int main() {
  asio::io_context io;
  Arena arena;
  Gate gate(io, arena);
  std::thread game([&arena] { arena.play(); });
  io.run();
  game.join();
}
