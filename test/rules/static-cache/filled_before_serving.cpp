// Tables, registries and factories that are complete before the first request.
#include <fstream>
#include <functional>
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

using Handler = std::function<void(const httplib::Request &, httplib::Response &)>;

struct Shape {
  virtual ~Shape() = default;
  virtual int corners() const = 0;
};
struct Square : Shape {
  int corners() const override { return 4; }
};

using Factory = std::unique_ptr<Shape> (*)();
static std::map<std::string, Factory> &factories() {
  static std::map<std::string, Factory> table;
  return table;
}
static bool registerFactory(const char *name, Factory factory) {
  return factories().emplace(name, factory).second;
}
static std::unique_ptr<Shape> makeSquare() { return std::make_unique<Square>(); }
static const bool square_registered = registerFactory("square", &makeSquare);

static std::vector<std::pair<std::string, Handler>> routes;
static void route(const std::string &path, Handler handler) { routes.emplace_back(path, std::move(handler)); }

static std::unordered_map<std::string, std::string> settings;
static void readSettings(const char *file) {
  std::ifstream in(file);
  std::string key, value;
  while (in >> key >> value)
    settings[key] = value;
}

static std::map<int, std::string> countries;
static std::once_flag countries_once;
static void fillCountries() {
  countries[49] = "Germany";
  countries[33] = "France";
}
static std::string country(int code) {
  std::call_once(countries_once, fillCountries);
  auto found = countries.find(code);
  return found == countries.end() ? "?" : found->second;
}

class Dictionary {
public:
  static const Dictionary &get() {
    static const Dictionary words("/etc/service/words");
    return words;
  }
  bool has(const std::string &word) const { return words_.count(word) != 0; }

private:
  explicit Dictionary(const char *file) {
    std::ifstream in(file);
    std::string word;
    while (in >> word)
      words_[word] = true;
  }
  std::unordered_map<std::string, bool> words_;
};

static const std::vector<int> &primes() {
  static const std::vector<int> found = [] {
    std::vector<int> list;
    for (int n = 2; n < 100; ++n) {
      bool prime = true;
      for (int p : list)
        prime = prime && n % p != 0;
      if (prime)
        list.push_back(n);
    }
    return list;
  }();
  return found;
}

int main() {
  readSettings("/etc/service.conf");
  route("/shape", [](const httplib::Request &req, httplib::Response &res) {
    auto factory = factories().find(req.get_param_value("kind"));
    int corners = factory == factories().end() ? 0 : factory->second()->corners();
    res.set_content(std::to_string(corners) + country(49) + settings.at("title"), "text/plain");
  });
  route("/word", [](const httplib::Request &req, httplib::Response &res) {
    bool known = Dictionary::get().has(req.body) || primes().size() == req.body.size();
    res.set_content(known ? "known" : "unknown", "text/plain");
  });
  httplib::Server server;
  for (auto &[path, handler] : routes)
    server.Get(path, handler);
  server.listen("0.0.0.0", 8080);
}
