// Threads and futures that the same request waits for, and threads that main starts.
#include <chrono>
#include <future>
#include <httplib.h>
#include <mutex>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

static int measure(const std::string &text) { return static_cast<int>(text.size()); }

static void heartbeat() {
  for (;;)
    std::this_thread::sleep_for(std::chrono::seconds(5));
}

static int parallel(const std::vector<std::string> &words) {
  std::vector<int> sizes(words.size());
  std::vector<std::thread> threads;
  for (size_t i = 0; i < words.size(); ++i)
    threads.emplace_back([&sizes, &words, i] { sizes[i] = measure(words[i]); });
  for (auto &thread : threads)
    thread.join();
  return std::accumulate(sizes.begin(), sizes.end(), 0);
}

static int sum(const std::vector<std::string> &words) {
  std::vector<std::future<int>> futures;
  for (const auto &word : words)
    futures.push_back(std::async(std::launch::async, measure, word));
  int total = 0;
  for (auto &future : futures)
    total += future.get();
  return total;
}

int main() {
  std::thread(heartbeat).detach();
  httplib::Server server;
  server.Post("/measure", [](const httplib::Request &req, httplib::Response &res) {
    std::vector<std::string> words = {req.body, req.path};
    auto first = std::async(std::launch::async, measure, req.body);
    std::thread helper([&res] { res.set_header("X-Helper", "1"); });
    helper.join();
    std::promise<int> promise;
    auto answer = promise.get_future();
    std::thread worker([&promise, &req] { promise.set_value(measure(req.path)); });
    int value = answer.get();
    worker.join();
    {
      std::jthread scoped([&res] { res.set_header("X-Scoped", "1"); });
    }
    (void)std::async(std::launch::async, measure, req.path);
    auto lazily = std::async(std::launch::deferred, measure, req.body);
    lazily.wait();
    res.set_content(std::to_string(first.get() + value + parallel(words) + sum(words)), "text/plain");
  });
  std::thread stopper([&server] {
    std::this_thread::sleep_for(std::chrono::hours(24));
    server.stop();
  });
  server.listen("0.0.0.0", 8080);
  stopper.join();
}
