// Where one is in what requests change is told with that; where one is in what never changes is a state of its own.
#include <httplib.h>
#include <string>
#include <vector>

class Recipe {
public:
  void load(const std::string &line) { steps_.push_back(line); }
  void again() { at_ = 0; }
  std::string step() { return at_ < steps_.size() ? steps_[at_++] : std::string("end"); }

private:
  std::vector<std::string> steps_; // finding: handler-state error "steps_"
  std::size_t at_ = 0;             // near-miss: only where one is in steps_
};

class Jokes {
public:
  std::string next() { return jokes_[at_++ % jokes_.size()]; }

private:
  const std::vector<std::string> jokes_ = {"one", "two", "three"};
  std::size_t at_ = 0; // finding: handler-state error "at_"
};

class Tickets {
public:
  void call(const std::string &name) { names_.push_back(name); }
  std::string serve() {
    std::string text = names_[served_] + " " + std::to_string(served_);
    ++served_;
    return text;
  }

private:
  std::vector<std::string> names_; // finding: handler-state error "names_"
  std::size_t served_ = 0;         // finding: handler-state error "served_"
};

int main() {
  Recipe recipe;
  Jokes jokes;
  Tickets tickets;
  httplib::Server server;
  server.Post("/steps", [&](const httplib::Request &q, httplib::Response &) { recipe.load(q.body); });
  server.Post("/again", [&](const httplib::Request &, httplib::Response &) { recipe.again(); });
  server.Get("/step", [&](const httplib::Request &, httplib::Response &r) { r.set_content(recipe.step(), "text/plain"); });
  server.Get("/joke", [&](const httplib::Request &, httplib::Response &r) { r.set_content(jokes.next(), "text/plain"); });
  server.Post("/ticket", [&](const httplib::Request &q, httplib::Response &) { tickets.call(q.body); });
  server.Get("/serve", [&](const httplib::Request &, httplib::Response &r) { r.set_content(tickets.serve(), "text/plain"); });
  server.listen("0.0.0.0", 8080);
}
