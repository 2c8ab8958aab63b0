// A library of which only the header is there keeps callbacks in its members: nobody in sight calls them.
#include <functional>
#include <map>
#include <string>

class Loop {
public:
  void run();
};

class Connection {
public:
  void send(const std::string &text);
  std::string peer() const;
};

class LineServer {
public:
  LineServer(Loop *loop, int port);
  void setLineCallback(const std::function<void(Connection &, const std::string &)> &callback) { line_ = callback; }
  void setFilter(const std::function<bool(const std::string &)> &filter) { filter_ = filter; }
  bool passes(const std::string &text) const { return !filter_ || filter_(text); }
  void start();

private:
  Loop *loop_ = nullptr;
  std::function<void(Connection &, const std::string &)> line_;
  std::function<bool(const std::string &)> filter_;
};

class Board {
public:
  explicit Board(Loop *loop) : server_(loop, 7100) {
    server_.setLineCallback(std::bind(&Board::heard, this, std::placeholders::_1, std::placeholders::_2));
    server_.setFilter([this](const std::string &text) { return text.size() < ++longest_; });
  }
  void start() { server_.start(); }

private:
  void heard(Connection &connection, const std::string &line) {
    const size_t at = line.find('=');
    if (at == std::string::npos)
      connection.send(notes_[line] + "\n");
    else
      notes_[line.substr(0, at)] = line.substr(at + 1);
  }
  LineServer server_;
  std::map<std::string, std::string> notes_; // finding: handler-state error "notes_"
  size_t longest_ = 100;                     // near-miss: nobody calls passes()
};

int main() {
  Loop loop;
  Board board(&loop);
  board.start();
  loop.run();
}
