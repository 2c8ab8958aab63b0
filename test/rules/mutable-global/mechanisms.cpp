// Synchronisation, random engines, loggers, scratch and metrics: mechanism, not state.
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <cstdio>
#include <httplib.h>
#include <mutex>
#include <random>
#include <regex>
#include <shared_mutex>
#include <string>
#include <vector>

static std::mutex log_lock;
static std::shared_mutex table_lock;
static std::condition_variable ready;
static std::mt19937 engine{std::random_device{}()};
static std::regex word_pattern("[a-z]+");
static std::atomic<unsigned long> requests_total{0};
static unsigned long bytes_total = 0;
static thread_local std::vector<char> scratch;
static thread_local std::string line_buffer;
static char format_buffer[64];
static std::uniform_int_distribution<int> die(1, 6);

static void logLine(const std::string &text) {
  std::lock_guard<std::mutex> hold(log_lock);
  std::fprintf(stderr, "%s after %lu requests\n", text.c_str(), requests_total.load());
}

static std::string encode(const std::string &text) {
  scratch.clear();
  for (char c : text) {
    scratch.push_back('%');
    scratch.push_back(c);
  }
  line_buffer.assign(scratch.begin(), scratch.end());
  std::snprintf(format_buffer, sizeof format_buffer, "%zu", line_buffer.size());
  return line_buffer + format_buffer;
}

int main() {
  httplib::Server server;
  server.Get("/roll", [](const httplib::Request &req, httplib::Response &res) {
    ++requests_total;
    bytes_total += req.body.size();
    std::shared_lock<std::shared_mutex> hold(table_lock);
    errno = 0;
    ready.notify_all();
    bool word = std::regex_match(req.body, word_pattern);
    logLine(req.path);
    res.set_content(encode(req.body) + std::to_string(die(engine)) + (word ? "w" : ""), "text/plain");
  });
  server.Get("/metrics", [](const httplib::Request &, httplib::Response &res) {
    res.set_content("requests_total " + std::to_string(requests_total) + "\nbytes_total " +
                        std::to_string(bytes_total) + "\n",
                    "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
