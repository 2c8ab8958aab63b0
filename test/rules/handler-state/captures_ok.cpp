// Captures that change nothing, are copies, or are mechanism.
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

struct Options {
  std::string title;
  int limit = 3;
};

int main(int argc, char **argv) {
  Options options;
  for (int i = 1; i < argc; ++i)
    options.title = argv[i];
  std::map<std::string, int> prices;
  prices["tea"] = 3;
  auto words = std::make_shared<const std::vector<std::string>>(std::vector<std::string>{"a", "b"});
  std::vector<std::string> base = {"x"};
  std::mutex lock;
  std::mt19937 random{std::random_device{}()};
  std::atomic<unsigned long> requests{0};
  unsigned long bytes = 0;
  auto limit = std::make_unique<int>(4);
  int after = 0;

  httplib::Server server;
  server.Get("/price", [&](const httplib::Request &req, httplib::Response &res) {
    ++requests;
    auto found = prices.find(req.body);
    int price = found == prices.end() ? options.limit : found->second;
    std::uniform_int_distribution<int> die(1, 6);
    std::lock_guard<std::mutex> hold(lock);
    res.set_content(options.title + std::to_string(price + die(random) + *limit), "text/plain");
  });
  server.Get("/words", [words, base](const httplib::Request &req, httplib::Response &res) {
    auto mine = base;
    mine.push_back(req.body);
    std::vector<std::string> sorted(words->begin(), words->end());
    sorted.insert(sorted.end(), mine.begin(), mine.end());
    std::string joined;
    auto append = [&joined](const std::string &word) { joined += word; };
    for (auto &word : sorted)
      append(word);
    res.set_content(joined, "text/plain");
  });
  server.Get("/metrics", [&](const httplib::Request &, httplib::Response &res) {
    res.set_content("requests " + std::to_string(requests), "text/plain");
  });
  server.Post("/stop", [&](const httplib::Request &, httplib::Response &) {
    server.stop();
  });
  server.set_logger([&](const httplib::Request &, const httplib::Response &res) {
    bytes += res.body.size();
    std::fprintf(stderr, "%lu bytes so far\n", bytes);
  });
  server.listen("0.0.0.0", 8080);
  after = 1;
  prices.clear();
  return after;
}
