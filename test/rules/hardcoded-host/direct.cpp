// Literals that reach clients straight or through constants and string building.
// packages: libcpp-httplib-dev, libhiredis-dev, libpq-dev, libcurl4-openssl-dev|libcurl4-gnutls-dev
#include <curl/curl.h>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <memory>
#include <postgresql/libpq-fe.h>
#include <string>

static const char *const kInventory = "http://inventory.internal:8080"; // finding: hardcoded-host warning "inventory.internal"
constexpr const char *kRedisHost = "10.0.3.17";                         // finding: hardcoded-host warning "10.0.3.17"
static const std::string kDatabase = "host=db.prod.local dbname=shop";  // finding: hardcoded-host warning "db.prod.local"
namespace hosts {
const std::string mail = "mail.corp.lan"; // finding: hardcoded-host warning "mail.corp.lan"
}

static std::string priceUrl(const std::string &item) {
  return "http://prices.internal/v1/" + item; // finding: hardcoded-host warning "prices.internal"
}

static size_t store(char *data, size_t size, size_t count, void *target) {
  static_cast<std::string *>(target)->append(data, size * count);
  return size * count;
}

static std::string fetch(const std::string &url) {
  std::string body;
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROXY, "proxy.corp.lan:3128"); // finding: hardcoded-host warning "proxy.corp.lan"
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "shop/1.2 (http://shop.internal/about)");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, store);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return body;
}

int main() {
  redisContext *redis = redisConnect(kRedisHost, 6379);
  redisContext *local = redisConnect("127.0.0.1", 6379); // finding: hardcoded-host warning "127.0.0.1"
  PGconn *database = PQconnectdb(kDatabase.c_str());
  httplib::Server server;
  server.Get("/stock", [&](const httplib::Request &req, httplib::Response &res) {
    httplib::Client inventory(kInventory);
    auto stock = inventory.Get(req.path.c_str());
    httplib::Client orders("orders.internal", 8081); // finding: hardcoded-host warning "orders.internal"
    auto placed = orders.Post("/orders", req.body, "text/plain");
    auto mailer = std::make_unique<httplib::Client>(hosts::mail, 25);
    auto sent = mailer->Get("/ping");
    int port = 7070;
    httplib::Client search(std::string("http://search:") + std::to_string(port)); // finding: hardcoded-host warning "search"
    auto found = search.Get("/");
    res.set_content(fetch(priceUrl(req.body)) + (stock ? stock->body : "") + (placed ? placed->body : "") +
                        (sent ? sent->body : "") + (found ? found->body : ""),
                    "text/plain");
  });
  server.listen("0.0.0.0", 8080);
  PQfinish(database);
  redisFree(redis);
  redisFree(local);
}
