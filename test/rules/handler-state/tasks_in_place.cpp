// Handlers that are made in place in a table's or a queue's entry, behind its key or its place.
#include <algorithm>
#include <functional>
#include <httplib.h>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

class Engine {
public:
  void note(const std::string &text) { notes_.push_back(text); }
  void rename(const std::string &text) { name_ = text; }
  void count(const std::string &text) { lengths_ += text.size(); }
  std::string show() const { return name_ + std::to_string(notes_.size()) + std::to_string(lengths_); }

private:
  std::vector<std::string> notes_; // finding: handler-state error "notes_"
  std::string name_;               // finding: handler-state error "name_"
  size_t lengths_ = 0;             // finding: handler-state error "lengths_"
};

using Work = std::function<void(Engine &, const std::string &)>;

struct Task {
  Task(Work work, int rank) : work(std::move(work)), rank(rank) {}
  Work work;
  int rank;
};

int main() {
  Engine engine;
  std::vector<Task> tasks;
  tasks.emplace(tasks.begin(), [](Engine &e, const std::string &text) { e.note(text); }, 1);
  std::map<std::string, Task> named;
  named.try_emplace("rename", [](Engine &e, const std::string &text) { e.rename(text); }, 2);
  std::map<std::string, Task> pieces;
  Work count = [](Engine &e, const std::string &text) { e.count(text); };
  pieces.emplace(std::piecewise_construct, std::forward_as_tuple("count"), std::forward_as_tuple(count, 3));
  httplib::Server server;
  server.Post("/work", [&](const httplib::Request &request, httplib::Response &response) {
    for (Task &task : tasks)
      task.work(engine, request.body);
    for (auto &entry : named)
      entry.second.work(engine, request.body);
    pieces.at("count").work(engine, request.body);
    response.set_content(engine.show(), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
