// Locals of main that handlers capture and change.
#include <functional>
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

struct Stats {
  int hits = 0;          // finding: handler-state error "hits"
  std::string last_path; // finding: handler-state error "last_path"
  int limit = 5;
};

int main() {
  int likes = 0;                              // finding: handler-state error "likes"
  std::vector<std::string> comments;          // finding: handler-state error "comments"
  std::map<std::string, int> stock;           // finding: handler-state error "stock"
  auto drafts = std::make_shared<std::vector<std::string>>(); // finding: handler-state error "drafts"
  std::set<std::string> tags;                 // finding: handler-state error "tags"
  long revision = 1;                          // finding: handler-state error "revision"
  std::string headline = "none";              // finding: handler-state error "headline"
  double balance = 0;                         // finding: handler-state error "balance"
  int unchanged = 7;
  std::string greeting = "hi";
  std::mutex lock;
  Stats stats;
  stats.limit = 10;
  greeting += "!";

  httplib::Server server;
  server.Post("/like", [&](const httplib::Request &req, httplib::Response &res) {
    std::lock_guard<std::mutex> hold(lock);
    likes++;
    comments.push_back(req.body);
    stats.hits += 1;
    stats.last_path = req.path;
    res.set_content(greeting + std::to_string(likes) + comments.front() + std::to_string(stats.hits) +
                        stats.last_path + std::to_string(stats.limit + unchanged),
                    "text/plain");
  });
  server.Post("/stock", [&stock](const httplib::Request &req, httplib::Response &res) {
    stock[req.body] -= 1;
    res.set_content(std::to_string(stock.at(req.body)), "text/plain");
  });
  server.Post("/draft", [drafts](const httplib::Request &req, httplib::Response &res) {
    drafts->push_back(req.body);
    res.set_content(drafts->front(), "text/plain");
  });
  auto *tag_pointer = &tags;
  server.Post("/tag", [tag_pointer](const httplib::Request &req, httplib::Response &res) {
    tag_pointer->insert(req.body);
    res.set_content(std::to_string(tag_pointer->size()), "text/plain");
  });
  auto bump = [&revision] { return ++revision; };
  server.Post("/serial", [](const httplib::Request &, httplib::Response &res) {
    static auto serial = [n = 0]() mutable { return ++n; }; // finding: handler-state error "n"
    auto turn = [n = 0]() mutable { return ++n; };
    res.set_content(std::to_string(serial() + turn()), "text/plain");
  });
  server.Post("/revision", [bump](const httplib::Request &, httplib::Response &res) {
    res.set_content(std::to_string(bump()), "text/plain");
  });
  auto setHeadline = [&headline, &lock](const std::string &text) {
    std::lock_guard<std::mutex> hold(lock);
    headline = text;
  };
  std::function<void(const std::string &)> publish = setHeadline;
  server.Put("/headline", [&](const httplib::Request &req, httplib::Response &res) {
    publish(req.body);
    res.set_content(headline, "text/plain");
  });
  server.Get("/last", [&](const httplib::Request &, httplib::Response &res) {
    res.set_content(headline + stats.last_path, "text/plain");
  });
  auto deposit = [&](auto amount) { balance += amount; };
  server.Post("/deposit", [&](const auto &req, auto &res) {
    deposit(std::stod(req.body));
    res.set_content(std::to_string(balance), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
