// Strings that look like hosts and never arrive at a client.
// packages: libcpp-httplib-dev
#include <cstdio>
#include <cstdlib>
#include <httplib.h>
#include <iostream>
#include <map>
#include <string>

static const char *const kSoapNamespace = "http://schemas.xmlsoap.org/soap/envelope/";
static const char *const kSchema = "https://json-schema.org/draft/2020-12/schema";
static const char *const kHelp = "see https://docs.shop.lan/manual for help";
static const std::string kVersion = "10.4.2.1";
static const char *const kOid = "1.3.6.1.4.1";
static const std::map<std::string, std::string> kLinks = {{"home", "https://www.shop.lan"}};

static std::string envelope(const std::string &body) {
  return std::string("<e:Envelope xmlns:e=\"") + kSoapNamespace + "\">" + body + "</e:Envelope>";
}

static bool isLocal(const std::string &peer) { return peer == "127.0.0.1" || peer == "localhost"; }

int main(int argc, char **argv) {
  if (argc > 1 && std::string(argv[1]) == "--help")
    std::puts(kHelp);
  if (argc > 1 && std::string(argv[1]) == "--health") {
    httplib::Client self("localhost", 8080);
    auto answer = self.Get("/health");
    return answer && answer->status == 200 ? 0 : 1;
  }
  httplib::Server server;
  server.Get("/health", [](const httplib::Request &, httplib::Response &res) { res.status = 200; });
  server.Get("/", [](const httplib::Request &req, httplib::Response &res) {
    std::cout << "asked from " << req.remote_addr << " see http://wiki.shop.lan\n";
    res.set_header("Access-Control-Allow-Origin", "https://www.shop.lan");
    res.set_header("Server", kVersion);
    if (!isLocal(req.remote_addr))
      res.set_redirect(kLinks.at("home"));
    else
      res.set_content(envelope(kSchema) + kOid, "text/xml");
  });
  server.Get("/pay", [](const httplib::Request &, httplib::Response &res) {
    const char *url = std::getenv("PAY_URL");
    httplib::Client pay(url ? url : "http://pay.shop.lan");
    auto answer = pay.Get("/v1/form", {{"Referer", "https://www.shop.lan"}, {"User-Agent", "shop/1.0"}});
    res.set_content(answer ? answer->body : "", "text/html");
  });
  server.listen("localhost", 8080);
}
