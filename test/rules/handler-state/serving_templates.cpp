// A class template that serves, and keeps what it is made for: a service, and no container. Beside it a map with a sweeper.
#include <chrono>
#include <httplib.h>
#include <map>
#include <mutex>
#include <queue>
#include <string>
#include <thread>

struct Chess {
  std::string moves;
};

template <class Game> class Hall {
public:
  explicit Hall(int port) : port_(port) {
    server_.Post("/move", [this](const httplib::Request &request, httplib::Response &response) {
      std::lock_guard<std::mutex> hold(lock_);
      Game &game = games_[request.get_param_value("game")];
      game.moves += request.body;
      response.set_content(game.moves, "text/plain");
    });
  }
  void run() { server_.listen("0.0.0.0", port_); }

private:
  httplib::Server server_;
  int port_;                          // near-miss: set at start-up
  std::queue<Game> ended_;            // near-miss: nobody fills it
  std::map<std::string, Game> games_; // finding: handler-state|session-in-process error "games_"
  std::mutex lock_;
};

// By way of a part.
template <class Game> class Tournament {
public:
  explicit Tournament(int port) : server_(port) {}
  void run() { server_.run(); }

private:
  Hall<Game> server_;
};

int main() {
  Tournament<Chess> tournament(8080);
  tournament.run();
}
