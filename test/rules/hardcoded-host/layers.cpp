// Middle layers: virtual setters, builders, defaults, designated initialisers, choices by stage.
// packages: libcpp-httplib-dev, libhiredis-dev, libfmt-dev, libpqxx-dev
// flags: -std=c++20
#include <array>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <functional>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <map>
#include <memory>
#include <optional>
#include <pqxx/pqxx>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

static void ask(const std::string &host) { httplib::Client(host, 80).Get("/"); }

// A virtual setter.
struct Settable {
  virtual ~Settable() = default;
  virtual void setHost(const std::string &h) = 0;
  virtual void go() = 0;
};
struct HttpSettable : Settable {
  void setHost(const std::string &h) override { host_ = h; }
  void go() override { ask(host_); }
  std::string host_;
};

// A builder chain.
struct Connection {
  std::string host;
  int port = 0;
  void open() const { redisFree(redisConnect(host.c_str(), port)); }
};
class Builder {
public:
  Builder &host(std::string h) {
    c_.host = std::move(h);
    return *this;
  }
  Builder &port(int p) {
    c_.port = p;
    return *this;
  }
  Connection build() const { return c_; }

private:
  Connection c_;
};
class ByValue {
public:
  ByValue with(std::string_view h) const {
    ByValue b = *this;
    b.h_ = h;
    return b;
  }
  void open() const { ask(h_); }

private:
  std::string h_ = "unset";
};

struct Config {
  std::string url = "c1.corp.lan"; // finding: hardcoded-host warning "c1.corp.lan"
  std::string name = "shop";
  int port = 80;
};
struct Aggregate {
  const char *host;
  int port;
};
struct Nested {
  Config left, right;
};

static void useConfig(const Config &c) { ask(c.url); }
static void useAggregate(const Aggregate &a) { redisFree(redisConnect(a.host, a.port)); }

// Default arguments.
static void always(const std::string &host = "never.corp.lan") { ask(host); }
static void sometimes(const std::string &host = "default.corp.lan") { ask(host); } // finding: hardcoded-host warning "default.corp.lan"
struct Client {
  explicit Client(std::string h = "ctor.corp.lan") : h_(std::move(h)) {} // finding: hardcoded-host warning "ctor.corp.lan"
  void go() { ask(h_); }
  std::string h_;
};

static std::string stage() {
  const char *s = std::getenv("APP_ENV");
  return s ? s : "dev";
}
static constexpr std::string_view kView = "view.corp.lan"; // finding: hardcoded-host warning "view.corp.lan"
constexpr char kArray[] = "array.corp.lan";                // finding: hardcoded-host warning "array.corp.lan"
static const std::map<std::string, std::string> kByName = {
    {"eu", "eu.corp.lan"},  // finding: hardcoded-host warning "eu.corp.lan"
    {"us", "us.corp.lan"}}; // finding: hardcoded-host warning "us.corp.lan"
static std::string lookup(const std::string &n) {
  auto it = kByName.find(n);
  if (it == kByName.end())
    return "else.corp.lan"; // finding: hardcoded-host warning "else.corp.lan"
  return it->second;
}
namespace conf {
inline const std::string host = "inline.corp.lan"; // finding: hardcoded-host warning "inline.corp.lan"
struct Holder {
  static inline std::string value = "static.corp.lan"; // finding: hardcoded-host warning "static.corp.lan"
};
} // namespace conf
enum class Stage { Dev, Prod };
static std::string bySwitch(Stage s) {
  switch (s) {
  case Stage::Dev:
    return "sw1.corp.lan"; // finding: hardcoded-host warning "sw1.corp.lan"
  case Stage::Prod:
    return "sw2.corp.lan"; // finding: hardcoded-host warning "sw2.corp.lan"
  }
  return {};
}
template <typename T> struct Traits;
template <> struct Traits<int> {
  static constexpr const char *host = "traits.corp.lan"; // finding: hardcoded-host warning "traits.corp.lan"
};
template <typename T> static void viaTraits() { ask(Traits<T>::host); }
static std::pair<std::string, int> endpoint() { return {"pair.corp.lan", 80}; } // finding: hardcoded-host warning "pair.corp.lan"
static std::optional<std::string> maybe() { return "opt.corp.lan"; } // finding: hardcoded-host warning "opt.corp.lan"
static std::unique_ptr<Settable> make() { return std::make_unique<HttpSettable>(); }

int main(int argc, char **argv) {
  auto s = make();
  s->setHost("virtual.corp.lan"); // finding: hardcoded-host warning "virtual.corp.lan"
  s->go();
  Builder().host("chain.corp.lan").port(6379).build().open(); // finding: hardcoded-host warning "chain.corp.lan"
  ByValue().with("value.corp.lan").open(); // finding: hardcoded-host warning "value.corp.lan"
  useConfig({});
  useConfig({.url = "des.corp.lan"}); // finding: hardcoded-host warning "des.corp.lan"
  useAggregate({"agg.corp.lan", 6379}); // finding: hardcoded-host warning "agg.corp.lan"
  Nested n{.left = {.url = "left.corp.lan"}, .right = {.url = "right.corp.lan"}}; // finding: hardcoded-host warning "left.corp.lan"
  useConfig(n.left);
  always("a1.corp.lan"); // finding: hardcoded-host warning "a1.corp.lan"
  always(argv[1]);
  sometimes();
  sometimes(argv[1]);
  Client().go();
  ask(stage() == "prod" ? "t1.corp.lan"   // finding: hardcoded-host warning "t1.corp.lan"
                        : "t2.corp.lan"); // finding: hardcoded-host warning "t2.corp.lan"
  ask(std::string(kView));
  ask(kArray);
  ask(lookup(argv[1]));
  ask(conf::host);
  ask(conf::Holder::value);
  ask(bySwitch(argc > 1 ? Stage::Prod : Stage::Dev));
  viaTraits<int>();
  auto [h, p] = endpoint();
  httplib::Client(h, p).Get("/");
  ask(*maybe());
  ask(maybe().value_or("vo.corp.lan")); // finding: hardcoded-host warning "vo.corp.lan"
  auto f = [](std::string_view host) { ask(std::string(host)); };
  f("lambda.corp.lan"); // finding: hardcoded-host warning "lambda.corp.lan"
  std::function<void(const std::string &)> g = ask;
  g("function.corp.lan"); // finding: hardcoded-host warning "function.corp.lan"
  auto bound = std::bind(ask, "bound.corp.lan"); // finding: hardcoded-host warning "bound.corp.lan"
  bound();
  std::vector<std::string> brokers{"v1.corp.lan"}; // finding: hardcoded-host warning "v1.corp.lan"
  for (auto &b : brokers)
    ask(b);
  ask(brokers.front());
  std::stringstream out;
  out << "tcp://" << std::string("ss.corp.lan") << ":" << 80; // finding: hardcoded-host warning "ss.corp.lan"
  ask(out.str());
  ask(fmt::format("{host}:{port}", fmt::arg("host", "fa.corp.lan"), fmt::arg("port", 80))); // finding: hardcoded-host warning "fa.corp.lan"
  char buffer[64];
  std::strcpy(buffer, "sc.corp.lan"); // finding: hardcoded-host warning "sc.corp.lan"
  std::strcat(buffer, ":80");
  ask(buffer);
  pqxx::connection db{fmt::format("host={} dbname={}", "pq.corp.lan", "shop")}; // finding: hardcoded-host warning "pq.corp.lan"
}
