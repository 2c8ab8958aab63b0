// Addresses to listen on, of every server library; words that are none.
// packages: libcpp-httplib-dev, libboost1.74-dev, libcpprest-dev, libpoco-dev, libgrpc++-dev, libthrift-dev, libevent-dev, libuv1-dev, cppzmq-dev, libmicrohttpd-dev, libcivetweb-dev, librestinio-dev, libwebsocketpp-dev
// flags: -std=c++20 -DRESTINIO_USE_BOOST_ASIO=shared -DBOOST_ERROR_CODE_HEADER_ONLY -D_TURN_OFF_PLATFORM_STRING
#include <CivetServer.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <arpa/inet.h>
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <cpprest/http_listener.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/listener.h>
#include <grpcpp/grpcpp.h>
#include <httplib.h>
#include <iostream>
#include <netdb.h>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <thrift/transport/TServerSocket.h>
#include <uv.h>
#include <zmq.hpp>

using tcp = boost::asio::ip::tcp;

class Server {
public:
  explicit Server(boost::asio::io_context &io, const std::string &address, unsigned short port)
      : acceptor_(io, tcp::endpoint(boost::asio::ip::make_address(address), port)) {}

private:
  tcp::acceptor acceptor_;
};
class Opened {
public:
  Opened(boost::asio::io_context &io, tcp::endpoint endpoint) : acceptor_(io) {
    boost::beast::error_code ec;
    acceptor_.open(endpoint.protocol(), ec);
    acceptor_.bind(endpoint, ec);
    acceptor_.listen();
  }
  tcp::acceptor acceptor_;
};

static void poco() {
  Poco::Net::ServerSocket s(Poco::Net::SocketAddress("10.0.0.4", 80));
  Poco::Net::ServerSocket t;
  t.bind(Poco::Net::SocketAddress("pocolisten.corp.lan", 81));
}
static void grpcServer() {
  grpc::ServerBuilder b;
  std::string a("grpclisten.corp.lan:50051");
  b.AddListeningPort(a, grpc::InsecureServerCredentials());
  auto s = b.BuildAndStart();
}
static void cServers() {
  struct evhttp *h = evhttp_new(event_base_new());
  evhttp_bind_socket(h, "10.0.0.5", 80);
  uv_tcp_t t;
  sockaddr_in a;
  uv_ip4_addr("10.0.0.6", 80, &a);
  uv_tcp_bind(&t, reinterpret_cast<const sockaddr *>(&a), 0);
  sockaddr_in in{};
  evutil_inet_pton(AF_INET, "10.0.0.7", &in.sin_addr);
  evconnlistener_new_bind(nullptr, nullptr, nullptr, 0, -1, reinterpret_cast<sockaddr *>(&in), sizeof in);
  zmq::context_t ctx;
  zmq::socket_t z(ctx, zmq::socket_type::rep);
  z.bind("tcp://zlisten.corp.lan:5555");
  apache::thrift::transport::TServerSocket ts("tlisten.corp.lan", 9090);
  const char *options[] = {"listening_ports", "10.0.0.8:8080", "document_root", "/srv", nullptr};
  CivetServer civet(options);
}
static int udp(const std::string &address) {
  int s = socket(AF_INET, SOCK_DGRAM, 0);
  sockaddr_in a{};
  a.sin_addr.s_addr = inet_addr(address.c_str());
  if (bind(s, reinterpret_cast<sockaddr *>(&a), sizeof a) < 0)
    return -1;
  return s;
}
static int byName(const char *host) {
  addrinfo hints, *res;
  memset(&hints, 0, sizeof hints);
  hints.ai_family = AF_UNSPEC;
  hints.ai_flags = AI_PASSIVE;
  getaddrinfo(host, "80", &hints, &res);
  for (addrinfo *p = res; p; p = p->ai_next) {
    int s = socket(p->ai_family, p->ai_socktype, p->ai_protocol);
    if (bind(s, p->ai_addr, p->ai_addrlen) == 0)
      return s;
  }
  return -1;
}
static void unixSocket() {
  sockaddr_un u{};
  u.sun_family = AF_UNIX;
  strcpy(u.sun_path, "/run/x.sock");
  int s = socket(AF_UNIX, SOCK_STREAM, 0);
  connect(s, reinterpret_cast<sockaddr *>(&u), sizeof u);
}
static bool isHealthy() { return static_cast<bool>(httplib::Client("127.0.0.1", 8080).Get("/healthz")); }
static std::string token() {
  httplib::Client metadata("http://169.254.169.254");
  httplib::Client google("metadata.google.internal");
  return metadata.Get("/latest/api/token")->body + google.Get("/x")->body;
}
static const char *kUserAgent = "shop/1.2.3.4 (+https://bot.corp.lan)";
static const char *kXmlns = "http://www.w3.org/2000/svg";
static const char *kIssuer = "https://issuer.corp.lan";

int main(int argc, char **argv) {
  boost::asio::io_context io;
  Server server(io, "10.0.0.2", 80);
  Opened opened(io, {boost::asio::ip::make_address("10.0.0.3"), 80});
  poco();
  grpcServer();
  cServers();
  udp("10.0.0.11");
  byName("passive.corp.lan");
  unixSocket();
  web::http::experimental::listener::http_listener l("http://cpprest.corp.lan:80/");
  web::uri_builder address("http://cpprest2.corp.lan:80/");
  address.append_path("v1");
  web::http::experimental::listener::http_listener l2(address.to_uri());
  httplib::Server svr;
  std::string listen = "httplib.corp.lan";
  svr.Get("/", [](const httplib::Request &q, httplib::Response &r) {
    r.set_header("Link", "<https://docs.corp.lan>; rel=help");
    r.set_redirect("https://login.corp.lan/");
    r.set_content(kXmlns, "text/plain");
    httplib::Client c(std::getenv("UP"));
    c.set_default_headers({{"User-Agent", kUserAgent}, {"Origin", "http://origin.corp.lan"}, {"Host", "vhost.corp.lan"}});
    c.set_proxy("proxy.corp.lan", 3128); // finding: hardcoded-host warning "proxy.corp.lan"
    c.Post("/", std::string("{\"iss\":\"") + kIssuer + "\",\"callback\":\"http://cb.corp.lan\"}", "application/json");
    c.Get("http://abs.corp.lan/x");
  });
  std::cout << "listening on http://localhost:8080" << isHealthy() << token() << std::endl;
  svr.listen(listen, 8080);
}
