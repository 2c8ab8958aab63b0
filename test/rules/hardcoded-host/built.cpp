// Addresses that are put together piece by piece.
// packages: libcurl4-openssl-dev|libcurl4-gnutls-dev, libpq-dev, libfmt-dev
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <curl/curl.h>
#include <fmt/format.h>
#include <postgresql/libpq-fe.h>
#include <sstream>
#include <string>
#include <vector>

static void get(const std::string &url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

struct Database {
  std::string host = "db01.corp.lan"; // finding: hardcoded-host warning "db01.corp.lan"
  int port = 5432;
};

static PGconn *open(const Database &d) {
  std::ostringstream s;
  s << "host=" << d.host << " port=" << d.port << " user=app";
  return PQconnectdb(s.str().c_str());
}

static void chained(const char *item) {
  std::ostringstream s;
  s << "http://" << "a.corp.lan" << ':' << 80 << "/" << item << std::endl; // finding: hardcoded-host warning "a.corp.lan"
  get(s.str());
  std::string url = "http://b.corp.lan/stock/"; // finding: hardcoded-host warning "b.corp.lan"
  url += item;
  get(url);
  std::string base = "http://c.corp.lan"; // finding: hardcoded-host warning "c.corp.lan"
  get(base + item);
  std::string text;
  text.append("http://").append("d.corp.lan").append("/v1"); // finding: hardcoded-host warning "d.corp.lan"
  get(text);
  text.clear();
  text += "http://i.corp.lan/"; // finding: hardcoded-host warning "i.corp.lan"
  text += item;
  get(text);
}

static std::string join(const std::vector<std::string> &parts) {
  std::string all;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i)
      all += ",";
    all += parts[i];
  }
  return all;
}

static void formatted(const char *item) {
  char url[200];
  std::snprintf(url, sizeof url, "http://e.corp.lan/%s", item); // finding: hardcoded-host warning "e.corp.lan"
  get(url);
  std::snprintf(url, sizeof url, "http://%s:%d/", "f.corp.lan", 80); // finding: hardcoded-host warning "f.corp.lan"
  get(url);
  get(fmt::format("http://{}:{}/{}", "g.corp.lan", 8080, item)); // finding: hardcoded-host warning "g.corp.lan"
  char host[64];
  std::strncpy(host, "h.corp.lan", sizeof host - 1); // finding: hardcoded-host warning "h.corp.lan"
  std::string joined = "http://";
  joined += host;
  get(joined);
  get(join({"j.corp.lan:9092",    // finding: hardcoded-host warning "j.corp.lan"
            "k.corp.lan:9092"})); // finding: hardcoded-host warning "k.corp.lan"
}

static void overridable(const char *host) {
  std::ostringstream s;
  s << "http://" << host << ".corp.lan:8080/" << "search";
  get(s.str());
  char url[200];
  std::snprintf(url, sizeof url, "http://%s:%d/v1", host, 80);
  get(url);
  get(fmt::format("http://{}/v1", host));
  std::string built = "http://";
  if (std::strlen(host) > 0)
    built += host;
  else
    built += "fallback.corp.lan";
  built += "/v1";
  get(built);
}

int main(int argc, char **argv) {
  PQfinish(open(Database()));
  chained(argv[argc - 1]);
  formatted(argv[argc - 1]);
  const char *host = std::getenv("SEARCH_HOST");
  overridable(host ? host : "search.corp.lan");
}
