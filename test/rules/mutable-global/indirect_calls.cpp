// Ways from an entry point to a write: bind, member pointers, functors, virtual calls, tables.
#include <array>
#include <functional>
#include <httplib.h>
#include <map>
#include <memory>
#include <string>
#include <vector>

static int by_bind = 0;      // finding: mutable-global error "by_bind"
static int by_pointer = 0;   // finding: mutable-global error "by_pointer"
static int by_member = 0;    // finding: mutable-global error "by_member"
static int by_functor = 0;   // finding: mutable-global error "by_functor"
static int by_virtual = 0;   // finding: mutable-global error "by_virtual"
static int by_lambda = 0;    // finding: mutable-global error "by_lambda"
static int by_listener = 0;  // finding: mutable-global error "by_listener"
static int by_template = 0;  // finding: mutable-global error "by_template"
static int by_destructor = 0; // finding: mutable-global error "by_destructor"
static int by_operator = 0;  // finding: mutable-global error "by_operator"
static int by_nobody = 0;

static void add(int &target, int n) { target += n; }
static void viaPointer() { ++by_pointer; }
static void neverCalled(int n) { by_nobody = n; }

struct Worker {
  void run() { ++by_member; }
};
struct Functor {
  void operator()() const { ++by_functor; }
};
struct Job {
  virtual ~Job() = default;
  virtual void execute() = 0;
};
struct CountingJob : Job {
  void execute() override { ++by_virtual; }
};
struct Scope {
  ~Scope() { ++by_destructor; }
};
struct Money {
  int cents;
  Money &operator+=(int n) {
    by_operator += n;
    cents += n;
    return *this;
  }
};
class Publisher {
public:
  void subscribe(std::function<void(int)> listener) { listeners_.push_back(std::move(listener)); }
  void publish(int n) const {
    for (const auto &listener : listeners_)
      listener(n);
  }

private:
  std::vector<std::function<void(int)>> listeners_;
};
template <typename F, typename... Args> static void apply(F &&f, Args &&...args) {
  std::forward<F>(f)(std::forward<Args>(args)...);
}

int main(int argc, char **) {
  if (argc > 99)
    neverCalled(argc);
  Publisher publisher;
  publisher.subscribe([](int n) { by_listener = n; });
  std::map<std::string, std::function<void()>> actions;
  actions["bind"] = std::bind(add, std::ref(by_bind), 2);
  actions["functor"] = Functor{};
  actions["lambda"] = [] { by_lambda++; };
  const std::array<void (*)(), 1> table = {&viaPointer};
  httplib::Server server;
  server.Get("/do", [&](const httplib::Request &req, httplib::Response &res) {
    if (auto found = actions.find(req.get_param_value("what")); found != actions.end())
      found->second();
    table[0]();
    Worker worker;
    void (Worker::*method)() = &Worker::run;
    (worker.*method)();
    std::unique_ptr<Job> job = std::make_unique<CountingJob>();
    job->execute();
    publisher.publish(3);
    apply([](int n) { by_template += n; }, 4);
    {
      Scope scope;
    }
    Money money{1};
    money += 2;
    int sum = by_bind + by_pointer + by_member + by_functor + by_virtual + by_lambda + by_listener + by_template +
              by_destructor + by_operator + by_nobody + money.cents;
    res.set_content(std::to_string(sum), "text/plain");
  });
  server.Get("/published", [](const httplib::Request &, httplib::Response &res) {
    res.set_content(std::to_string(by_listener), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
