// Literals that the environment, the command line or a config file can override.
// packages: libcpp-httplib-dev, libhiredis-dev
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <map>
#include <optional>
#include <string>

static std::string envOr(const char *name, const char *fallback) {
  const char *value = std::getenv(name);
  return value ? value : fallback;
}

static std::string envOrLong(const std::string &name, const std::string &fallback) {
  if (const char *value = std::getenv(name.c_str()); value && *value)
    return value;
  return fallback;
}

static std::optional<std::string> setting(const char *name) {
  if (const char *value = std::getenv(name))
    return std::string(value);
  return std::nullopt;
}

static bool reach(const std::string &url) { return static_cast<bool>(httplib::Client(url).Get("/")); }

static bool reachRates() {
  if (auto url = setting("RATES_URL"))
    return reach(*url);
  else
    return reach("http://rates.corp.lan");
}

static bool reachQuotes() { return reach(setting("QUOTES_URL").value_or("http://quotes.corp.lan")); }

struct Options {
  std::string redis = "localhost";
  std::string billing = "http://billing:9000";
  std::string search{"search.internal"};
};

static Options parse(int argc, char **argv) {
  Options options;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (!std::strcmp(argv[i], "--redis"))
      options.redis = argv[i + 1];
    else if (!std::strcmp(argv[i], "--billing"))
      options.billing = argv[i + 1];
  }
  return options;
}

static std::map<std::string, std::string> readConfig(const char *file) {
  std::map<std::string, std::string> values;
  std::ifstream in(file);
  std::string key, value;
  while (in >> key >> value)
    values[key] = value;
  return values;
}

class Mailer {
public:
  void setHost(std::string host) { host_ = std::move(host); }
  bool send(const std::string &text) const {
    httplib::Client client(host_, 2525);
    return static_cast<bool>(client.Post("/", text, "text/plain"));
  }

private:
  std::string host_ = "mail.corp.lan";
};

int main(int argc, char **argv) {
  Options options = parse(argc, argv);
  auto config = readConfig("/etc/shop.conf");
  if (config.count("search"))
    options.search = config["search"];
  std::string audit = "audit.corp.lan";
  if (const char *value = std::getenv("AUDIT_HOST"))
    audit = value;
  const char *geo = argc > 3 ? argv[3] : "geo.corp.lan";
  Mailer mailer;
  mailer.setHost(envOr("MAIL_HOST", "mailhub.corp.lan"));
  redisContext *redis = redisConnect(options.redis.c_str(), 6379);

  httplib::Server server;
  server.Get("/", [&](const httplib::Request &req, httplib::Response &res) {
    httplib::Client billing(options.billing);
    httplib::Client search(options.search, 80);
    httplib::Client audits(audit, 80);
    httplib::Client places(geo, 80);
    httplib::Client stock(envOr("STOCK_HOST", "stock.corp.lan"), 80);
    httplib::Client tax(envOrLong("TAX_URL", "http://tax.corp.lan:8080"));
    std::string wish = std::getenv("WISH_HOST") ? std::getenv("WISH_HOST") : "wish.corp.lan";
    httplib::Client wishes("http://" + wish + ":8081");
    bool good = billing.Get("/") && search.Get("/") && audits.Get("/") && places.Get("/") && stock.Get("/") &&
                tax.Get("/") && wishes.Get("/") && reachRates() && reachQuotes() && mailer.send(req.path);
    res.set_content(good ? "good" : "bad", "text/plain");
  });
  server.listen(envOr("LISTEN", "127.0.0.1").c_str(), 8080);
  redisFree(redis);
}
