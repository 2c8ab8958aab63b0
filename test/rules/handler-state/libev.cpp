// libev: callbacks are template arguments of set(). The table of peers and what a timer
// stores later outlive the request; numbers that only the statistics show do not matter,
// unless they decide who is let in.
// packages: libev-dev
#include <atomic>
#include <cstdlib>
#include <ev++.h>
#include <map>
#include <netinet/in.h>
#include <postgresql/libpq-fe.h>
#include <sstream>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

struct stats_t {
  std::atomic<unsigned long> accepted{0}; // near-miss: only shown
  std::atomic<unsigned long> lines{0};    // near-miss: only shown
  std::atomic<unsigned long> bytes{0};    // near-miss: only shown
  std::atomic<unsigned long> refused{0};  // near-miss: only shown
  std::atomic<unsigned long> open{0};     // finding: handler-state error "open"
};

class Server {
public:
  Server(int listener, unsigned long limit, PGconn *database) : listener_(listener), limit_(limit), database_(database) {
    watcher_.set<Server, &Server::accepted>(this);
    watcher_.start(listener, ev::READ);
    flush_.set<Server, &Server::flush>(this);
    flush_.start(5, 5);
  }

  void call(const std::string &name, const std::string &address) { peers_[name] = address; }
  std::string whereIs(const std::string &name) const {
    auto it = peers_.find(name);
    return it == peers_.end() ? "nowhere" : it->second;
  }
  void park(const std::string &record) { parked_.push_back(record); }
  std::string page() const {
    std::ostringstream out;
    out << "accepted " << stats.accepted << "\nlines " << stats.lines << "\nbytes " << stats.bytes.load() << "\n";
    out << "open " << stats.open << "\nrefused " << stats.refused << "\n";
    return out.str();
  }

  stats_t stats;

private:
  void accepted(ev::io &watcher, int events);
  void flush(ev::timer &, int) {
    for (const std::string &record : parked_)
      PQclear(PQexec(database_, ("insert into records values ('" + record + "')").c_str()));
    parked_.clear();
  }

  int listener_;
  unsigned long limit_;
  PGconn *database_;
  ev::io watcher_;                           // near-miss: the mechanism
  ev::timer flush_;                          // near-miss
  std::map<std::string, std::string> peers_; // finding: handler-state|session-in-process error "peers_"
  std::vector<std::string> parked_;          // finding: handler-state|deferred-work error "parked_"
};

class Connection {
public:
  Connection(Server &server, int fd) : server_(server), fd_(fd) {
    io_.set<Connection, &Connection::readable>(this);
    io_.start(fd, ev::READ);
    idle_.set<Connection, &Connection::idle>(this);
    idle_.start(60);
  }
  ~Connection() {
    --server_.stats.open;
    ::close(fd_);
  }

private:
  void readable(ev::io &, int) {
    char piece[512];
    ssize_t n = ::recv(fd_, piece, sizeof piece, 0);
    if (n <= 0) {
      delete this;
      return;
    }
    idle_.start(60);
    server_.stats.bytes += static_cast<unsigned long>(n);
    input_.append(piece, static_cast<size_t>(n));
    for (size_t end; (end = input_.find('\n')) != std::string::npos; input_.erase(0, end + 1))
      line(input_.substr(0, end));
  }
  void idle(ev::timer &, int) { delete this; }
  void line(const std::string &text) {
    ++server_.stats.lines;
    std::string answer = "done\n";
    if (text == "stats")
      answer = server_.page();
    else if (text.compare(0, 3, "at ") == 0)
      server_.call(name_, text.substr(3));
    else if (text.compare(0, 5, "name ") == 0)
      name_ = text.substr(5);
    else if (text.compare(0, 5, "find ") == 0)
      answer = server_.whereIs(text.substr(5)) + "\n";
    else
      server_.park(text);
    ::send(fd_, answer.data(), answer.size(), MSG_NOSIGNAL);
  }

  Server &server_;
  int fd_;
  ev::io io_;
  ev::timer idle_;
  std::string input_; // near-miss: the connection's
  std::string name_;  // near-miss: the connection's
};

void Server::accepted(ev::io &, int) {
  int fd = ::accept(listener_, nullptr, nullptr);
  if (fd < 0)
    return;
  if (stats.open >= limit_) {
    ++stats.refused;
    ::close(fd);
    return;
  }
  ++stats.accepted;
  ++stats.open;
  new Connection(*this, fd);
}

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7300);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 64);
  ev::default_loop loop;
  Server server(listener, 500, PQconnectdb(std::getenv("DATABASE")));
  loop.run(0);
}
