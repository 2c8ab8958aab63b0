// A scalar that only keeps the container's books belongs to the container's finding,
// and so does what lies deeper.
#include <httplib.h>
#include <map>
#include <memory>
#include <string>

struct Task {
  std::string title;
  bool done = false;
  int edits = 0;
};

class TaskList {
public:
  static TaskList &instance() {
    static TaskList list;
    return list;
  }
  int add(std::string title) {
    int id = next_id_++;
    tasks_[id] = std::make_shared<Task>(Task{std::move(title)});
    ++size_;
    return id;
  }
  bool finish(int id) {
    auto found = tasks_.find(id);
    if (found == tasks_.end())
      return false;
    std::shared_ptr<Task> task = found->second;
    task->done = true;
    task->edits++;
    return true;
  }
  bool drop(int id) {
    if (!tasks_.erase(id))
      return false;
    --size_;
    return true;
  }
  std::string text(int id) const { return tasks_.at(id)->title; }

private:
  std::map<int, std::shared_ptr<Task>> tasks_; // finding: static-cache error "tasks_"
  int next_id_ = 1;
  int size_ = 0;
};

int main() {
  httplib::Server server;
  server.Post("/task", [](const httplib::Request &req, httplib::Response &res) {
    int id = TaskList::instance().add(req.body);
    res.set_content(TaskList::instance().text(id), "text/plain");
  });
  server.Put(R"(/task/(\d+))", [](const httplib::Request &req, httplib::Response &res) {
    res.status = TaskList::instance().finish(std::stoi(req.matches[1])) ? 204 : 404;
  });
  server.Delete(R"(/task/(\d+))", [](const httplib::Request &req, httplib::Response &res) {
    res.status = TaskList::instance().drop(std::stoi(req.matches[1])) ? 204 : 404;
  });
  server.listen("0.0.0.0", 8080);
}
