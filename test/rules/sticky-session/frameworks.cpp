// Affinity cookies and instance identities in the responses of several frameworks.
// packages: libboost1.74-dev, libpoco-dev, libcpprest-dev, libmicrohttpd-dev, libevent-dev
// flags: -std=c++20 -D_TURN_OFF_PLATFORM_STRING
#include <Poco/Environment.h>
#include <Poco/Net/HTTPCookie.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/NameValueCollection.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Process.h>
#include <boost/asio.hpp>
#include <boost/asio/ip/host_name.hpp>
#include <cpprest/http_listener.h>
#include <event2/event.h>
#include <event2/http.h>
#include <microhttpd.h>
#include <string>
#include <unistd.h>

using Poco::Net::HTTPServerRequest;
using Poco::Net::HTTPServerResponse;

// Poco
class PocoHandler : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &req, HTTPServerResponse &res) override {
    Poco::Net::HTTPCookie cookie("SERVERID", Poco::Environment::nodeName()); // finding: sticky-session
    res.addCookie(cookie);
    Poco::Net::HTTPCookie theme("theme", "dark");
    res.addCookie(theme);
    Poco::Net::NameValueCollection cookies;
    req.getCookies(cookies);
    if (cookies.has("SERVERID")) // finding: sticky-session
      res.setStatus("302");
    res.set("X-Served-By", Poco::Environment::nodeName());
    res.send() << "ok";
  }
};
class Factory : public Poco::Net::HTTPRequestHandlerFactory {
  Poco::Net::HTTPRequestHandler *createRequestHandler(const HTTPServerRequest &) override { return new PocoHandler; }
};

// cpprest
static void rest(web::http::http_request req) {
  web::http::http_response res(200);
  res.headers().add("Set-Cookie", "SERVERID=" + boost::asio::ip::host_name()); // finding: sticky-session
  res.headers().add("X-Instance", boost::asio::ip::host_name());
  req.reply(res);
}

// libmicrohttpd
static MHD_Result mhd(void *, MHD_Connection *c, const char *, const char *, const char *, const char *, size_t *, void **) {
  const char *route = MHD_lookup_connection_value(c, MHD_COOKIE_KIND, "SERVERID"); // finding: sticky-session
  char host[64];
  gethostname(host, sizeof host);
  std::string cookie = std::string("instance=") + host;
  MHD_Response *r = MHD_create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT);
  MHD_add_response_header(r, "Set-Cookie", cookie.c_str()); // finding: sticky-session
  MHD_add_response_header(r, "X-Node", host);
  return MHD_queue_response(c, route ? 200 : 404, r);
}

// libevent
static void ev(evhttp_request *req, void *) {
  std::string cookie = "worker=" + std::to_string(getpid());
  evhttp_add_header(evhttp_request_get_output_headers(req), "Set-Cookie", cookie.c_str()); // finding: sticky-session
  evhttp_send_reply(req, 200, "OK", nullptr);
}

int main() {
  Poco::Net::HTTPServer server(new Factory, Poco::Net::ServerSocket(9000), new Poco::Net::HTTPServerParams);
  server.start();
  web::http::experimental::listener::http_listener listener("http://0.0.0.0:9001/");
  listener.support(web::http::methods::GET, rest);
  MHD_start_daemon(MHD_USE_SELECT_INTERNALLY, 9002, nullptr, nullptr, &mhd, nullptr, MHD_OPTION_END);
  evhttp *h = evhttp_new(event_base_new());
  evhttp_set_gencb(h, ev, nullptr);
}
