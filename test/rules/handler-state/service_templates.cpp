// A class template that owns threads or implements an interface is a service: the finding is at its
// member. A generic container is one datum, at the member that holds it.
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <httplib.h>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <postgresql/libpq-fe.h>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>

template <class Key, class Value> class LruCache {
public:
  explicit LruCache(size_t most) : most_(most) {}
  void put(const Key &key, Value value) {
    entries_.emplace_front(key, std::move(value));
    index_[key] = entries_.begin();
    if (entries_.size() > most_) {
      index_.erase(entries_.back().first);
      entries_.pop_back();
    }
  }
  std::optional<Value> get(const Key &key) {
    auto found = index_.find(key);
    if (found == index_.end())
      return std::nullopt;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->second;
  }

private:
  size_t most_;
  std::list<std::pair<Key, Value>> entries_;
  std::unordered_map<Key, typename std::list<std::pair<Key, Value>>::iterator> index_;
};

struct Place {
  std::string street;
};

// Extra is what a service keeps beside each name.
template <class Extra> class Resolver {
public:
  explicit Resolver(const char *database) : database_(PQconnectdb(database)), thread_([this] { keepAlive(); }) {}
  ~Resolver() {
    over_ = true;
    thread_.join();
    PQfinish(database_);
  }
  std::string resolve(const std::string &name) {
    std::lock_guard<std::mutex> hold(lock_);
    if (auto found = cache_.find(name); found != cache_.end())
      return found->second;
    std::string address = ask(name);
    cache_[name] = address;
    return address;
  }
  void note(const std::string &name, Extra extra) {
    std::lock_guard<std::mutex> hold(lock_);
    extras_.put(name, std::move(extra));
  }
  std::optional<Extra> noted(const std::string &name) {
    std::lock_guard<std::mutex> hold(lock_);
    return extras_.get(name);
  }

private:
  std::string ask(const std::string &name) {
    const char *values[] = {name.c_str()};
    PGresult *rows = PQexecParams(database_, "select address from names where name = $1", 1, nullptr, values, nullptr, nullptr, 0);
    std::string address = PQntuples(rows) ? PQgetvalue(rows, 0, 0) : "";
    PQclear(rows);
    return address;
  }
  void keepAlive() {
    while (!over_) {
      std::this_thread::sleep_for(std::chrono::seconds(30));
      std::lock_guard<std::mutex> hold(lock_);
      if (PQstatus(database_) != CONNECTION_OK)
        PQreset(database_);
    }
  }

  PGconn *database_;
  std::mutex lock_;
  std::map<std::string, std::string> cache_;   // finding: handler-state|static-cache "cache_"
  LruCache<std::string, Extra> extras_{100};   // finding: handler-state|static-cache error "extras_"
  std::atomic<bool> over_{false};
  std::thread thread_;
};

struct Job {
  std::string name;
};

class JobQueue {
public:
  virtual ~JobQueue() = default;
  virtual void add(Job job) = 0;
  virtual std::optional<Job> take(const std::string &name) = 0;
};

struct SameName {
  bool operator()(const Job &job, const std::string &name) const { return job.name == name; }
};

// Fits is how a job is chosen.
template <class Fits = SameName> class SingleQueue : public JobQueue {
public:
  void add(Job job) override {
    std::lock_guard<std::mutex> hold(lock_);
    jobs_.push_back(std::move(job));
  }
  std::optional<Job> take(const std::string &name) override {
    std::lock_guard<std::mutex> hold(lock_);
    for (auto job = jobs_.begin(); job != jobs_.end(); ++job)
      if (fits_(*job, name)) {
        Job found = std::move(*job);
        jobs_.erase(job);
        return found;
      }
    return std::nullopt;
  }

private:
  Fits fits_;
  std::mutex lock_;
  std::list<Job> jobs_; // finding: handler-state|deferred-work error "jobs_"
};

class Jobs {
public:
  Jobs() : queue_(std::make_shared<SingleQueue<>>()) {}
  void routes(httplib::Server &server) {
    server.Post("/job", [this](const httplib::Request &req, httplib::Response &) { queue_->add(Job{req.body}); });
    server.Post("/take", [this](const httplib::Request &req, httplib::Response &res) {
      const std::optional<Job> job = queue_->take(req.body);
      res.set_content(job ? job->name : "", "text/plain");
    });
  }

private:
  std::shared_ptr<JobQueue> queue_; // near-miss: the state is in what it points to
};

int main() {
  Jobs jobs;
  Resolver<Place> resolver(std::getenv("DATABASE"));
  httplib::Server server;
  jobs.routes(server);
  server.Get("/name", [&resolver](const httplib::Request &req, httplib::Response &res) {
    const std::string name = req.get_param_value("name");
    const std::optional<Place> place = resolver.noted(name);
    res.set_content(resolver.resolve(name) + " " + (place ? place->street : ""), "text/plain");
  });
  server.Post("/note", [&resolver](const httplib::Request &req, httplib::Response &) {
    resolver.note(req.get_param_value("name"), Place{req.body});
  });
  server.listen("0.0.0.0", 8080);
}
