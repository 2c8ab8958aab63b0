// Counters of a program's own: shown on a metrics page, by its route or by what is written there.
#include <atomic>
#include <httplib.h>
#include <map>
#include <sstream>
#include <string>

namespace {

class Registry {
public:
  void count(const std::string &name, long by = 1) { counters_[name] += by; }
  void took(const std::string &name, double seconds) {
    Summary &summary = summaries_[name];
    summary.sum += seconds;
    ++summary.count;
  }
  std::string text() const {
    std::ostringstream out;
    for (const auto &[name, value] : counters_)
      out << name << ' ' << value << '\n';
    for (const auto &[name, summary] : summaries_)
      out << name << ' ' << summary.sum / double(summary.count) << '\n';
    return out.str();
  }

private:
  struct Summary {
    double sum = 0;
    long count = 0;
  };
  std::map<std::string, long> counters_;
  std::map<std::string, Summary> summaries_;
};

class Votes {
public:
  void count(const std::string &name) { votes_[name] += 1; }
  std::string text() const {
    std::string out;
    for (const auto &[name, value] : votes_)
      out += name + ' ' + std::to_string(value) + '\n';
    return out;
  }

private:
  std::map<std::string, long> votes_; // finding: handler-state|static-cache error "votes_"
};

class Memory {
public:
  void take(std::size_t bytes) {
    std::size_t now = used_.fetch_add(bytes) + bytes;
    std::size_t most = peak_.load();
    while (now > most && !peak_.compare_exchange_weak(most, now)) {
    }
  }
  std::size_t peak() const { return peak_.load(); } // nobody asks

private:
  std::atomic<std::size_t> used_{0};
  std::atomic<std::size_t> peak_{0};
};

} // namespace

int main() {
  Registry registry;
  Votes votes;
  Memory memory;
  unsigned long words = 0;
  unsigned long shouts = 0; // finding: handler-state error "shouts"
  httplib::Server server;
  server.Post("/vote", [&](const httplib::Request &request, httplib::Response &answer) {
    registry.count("votes");
    registry.took("voting", 0.5);
    memory.take(request.body.size());
    votes.count(request.body);
    words += request.body.size() / 5;
    shouts += request.body.back() == '!';
    answer.status = 204;
  });
  server.Get("/metrics", [&](const httplib::Request &, httplib::Response &answer) {
    answer.set_content(registry.text(), "text/plain");
  });
  server.Get("/words", [&](const httplib::Request &, httplib::Response &answer) {
    answer.set_content("ballot_words_total " + std::to_string(words) + "\n", "text/plain");
  });
  server.Get("/result", [&](const httplib::Request &, httplib::Response &answer) {
    answer.set_content(votes.text() + "shouts " + std::to_string(shouts), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
