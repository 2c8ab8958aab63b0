// Numbers for whoever runs the process: a thread prints them and begins anew, `stats` or
// INFO tells them. Other numbers that visitors are told beside them are state.
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <map>
#include <netinet/in.h>
#include <sstream>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

static std::atomic<unsigned> received{0}; // near-miss: only printed, and begun anew
static std::atomic<unsigned> refused{0};  // near-miss: likewise
static std::atomic<unsigned> shots{0};    // finding: mutable-global error "shots"

static void report() {
  while (true) {
    std::this_thread::sleep_for(std::chrono::seconds(60));
    std::printf("received %u, refused %u\n", received.exchange(0), refused.exchange(0));
    std::printf("shots %u\n", shots.exchange(0));
  }
}

struct Stats {
  std::uint64_t items = 0; // near-miss: told by the command `stats` only
  std::uint64_t gets = 0;  // near-miss: likewise
  std::array<std::atomic<std::uint64_t>, 3> sizes{}; // near-miss: likewise

  void sized(std::size_t size) {
    for (std::size_t i = 0; i < sizes.size(); i++)
      if (size <= 10 * (i + 1))
        sizes[i].fetch_add(1);
  }

  void write(std::ostringstream &out) {
    out << "STAT total_items " << items << "\r\n";
    out << "STAT cmd_get " << gets << "\r\n";
    for (std::size_t i = 0; i < sizes.size(); i++)
      out << "STAT size_" << i << " " << sizes[i].load() << "\r\n";
    out << "END\r\n";
  }
};

// Nobody asks for them yet.
struct RouteStats {
  std::uint64_t known = 0;   // near-miss: for who runs the process, and not asked for
  std::uint64_t unknown = 0; // near-miss: likewise
};

class PlayerStats {
public:
  void killed(const std::string &who) {
    kills_++;
    last_ = who;
  }
  std::string show() const { return std::to_string(kills_) + " so far, the last one " + last_; }

private:
  int kills_ = 0;    // finding: handler-state error "kills_"
  std::string last_; // finding: handler-state error "last_"
};

class Game {
public:
  std::string execute(const std::string &command) {
    commands_++;
    if (command == "NEW") {
      next_id_++;
      return "game " + std::to_string(next_id_);
    } else if (command == "INFO") {
      std::ostringstream out;
      out << "# Stats\r\n";
      out << "total_commands_processed:" << commands_ << "\r\n";
      return out.str();
    }
    return "unknown";
  }

private:
  std::uint64_t commands_ = 0; // near-miss: told by INFO only
  std::uint64_t next_id_ = 0;  // finding: handler-state error "next_id_"
};

class Items {
public:
  explicit Items(Stats &stats) : stats_(stats) {}
  std::string execute(const std::string &command, const std::string &key) {
    if (command == "get") {
      stats_.gets++;
      return values_[key];
    }
    if (command == "set") {
      stats_.items++;
      stats_.sized(key.size());
      values_[key] = key;
      return "STORED";
    }
    if (command == "stats") {
      std::ostringstream out;
      stats_.write(out);
      return out.str();
    }
    return "ERROR";
  }

private:
  Stats &stats_;
  std::map<std::string, std::string> values_; // finding: handler-state error "values_"
};

int main() {
  Stats stats;
  RouteStats routes;
  Items items(stats);
  Game game;
  PlayerStats players;
  std::thread reporter(report);
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  ::listen(listener, 16);
  while (true) {
    int fd = ::accept(listener, nullptr, nullptr);
    char buffer[256];
    ssize_t n = ::recv(fd, buffer, sizeof buffer, 0);
    received++;
    if (n <= 0) {
      refused++;
      ::close(fd);
      continue;
    }
    std::string line(buffer, size_t(n)), answer;
    std::string verb = line.substr(0, line.find(' '));
    if (verb.size() < 6)
      routes.known++;
    else
      routes.unknown++;
    if (verb == "KILL") {
      players.killed(line.substr(5));
      answer = "shot number " + std::to_string(++shots);
    } else if (verb == "KILLS")
      answer = players.show();
    else if (verb == "NEW" || verb == "INFO")
      answer = game.execute(verb);
    else
      answer = items.execute(verb, line);
    ::send(fd, answer.data(), answer.size(), 0);
    ::close(fd);
  }
}
