// Records that start-up puts into a table and requests change: they are found in the table, whoever else refers to them.
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

class Room {
public:
  bool idle() const { return names_.empty(); }
  void enter(const std::string &name) {
    if (first_.empty())
      first_ = name;
    names_ += name + " ";
  }
  void leave() { names_.clear(); }
  const std::string &names() const { return names_; }

private:
  std::string first_; // near-miss: a part of what the table holds
  std::string names_; // near-miss: a part of what the table holds
};

class Rooms {
public:
  Rooms() {
    for (int number = 0; number < 16; ++number)
      rooms_[number] = std::make_unique<Room>();
  }
  void enter(int number, const std::string &name) {
    std::lock_guard<std::mutex> hold(lock_);
    if (!rooms_.count(number))
      return;
    std::unique_ptr<Room> &room = rooms_.at(number);
    room->enter(name);
    busy_.insert(room.get());
  }
  void leave(int number) {
    std::lock_guard<std::mutex> hold(lock_);
    if (auto found = rooms_.find(number); found != rooms_.end()) {
      found->second->leave();
      busy_.erase(found->second.get());
    }
  }
  std::string list() {
    std::lock_guard<std::mutex> hold(lock_);
    std::string text = std::to_string(busy_.size());
    for (const auto &[number, room] : rooms_)
      text += " " + room->names();
    return text;
  }

private:
  std::mutex lock_;
  std::map<int, std::unique_ptr<Room>> rooms_; // finding: handler-state error "rooms_"
  std::set<Room *> busy_;                      // finding: handler-state error "busy_"
};

struct Command {
  virtual ~Command() = default;
  virtual std::string run(const std::string &text) = 0;
};
struct Count : Command {
  std::string run(const std::string &) override { return std::to_string(++runs); }
  int runs = 0; // finding: handler-state error "runs"
};

int main() {
  Rooms rooms;
  std::map<std::string, std::unique_ptr<Command>> commands; // near-miss: the way to the commands
  commands["count"] = std::make_unique<Count>();
  httplib::Server server;
  server.Post("/enter", [&](const httplib::Request &q, httplib::Response &) { rooms.enter(std::stoi(q.body), q.get_param_value("name")); });
  server.Post("/leave", [&](const httplib::Request &q, httplib::Response &) { rooms.leave(std::stoi(q.body)); });
  server.Get("/list", [&](const httplib::Request &, httplib::Response &r) { r.set_content(rooms.list(), "text/plain"); });
  server.Get("/run", [&](const httplib::Request &q, httplib::Response &r) {
    if (auto found = commands.find(q.body); found != commands.end())
      r.set_content(found->second->run(q.body), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
