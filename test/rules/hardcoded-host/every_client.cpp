// Every kind of client.
// packages: libcurl4-openssl-dev|libcurl4-gnutls-dev, libmongoc-dev, libnats-dev, libpaho-mqttpp-dev, libldap-dev, libssh-dev, libboost1.74-dev, libcpprest-dev, libmysqlcppconn-dev, librdkafka-dev, cppzmq-dev, libpoco-dev, libwebsocketpp-dev, libthrift-dev, libgrpc++-dev, libevent-dev, libuv1-dev, libzookeeper-mt-dev
// flags: -std=c++20 -I/usr/include/libmongoc-1.0 -I/usr/include/libbson-1.0 -DTHREADED -D_TURN_OFF_PLATFORM_STRING
#include <curl/curl.h>
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <cpprest/http_client.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>
#include <grpcpp/grpcpp.h>
#include <ldap.h>
#include <libssh/libssh.h>
#include <librdkafka/rdkafkacpp.h>
#include <memory>
#include <mongoc/mongoc.h>
#include <mqtt/async_client.h>
#include <mysql_connection.h>
#include <mysql_driver.h>
#include <cppconn/driver.h>
#include <nats/nats.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Redis/Client.h>
#include <Poco/URI.h>
#include <string>
#include <thrift/transport/TSocket.h>
#include <thrift/transport/TSocketPool.h>
#include <uv.h>
#include <zmq.hpp>
#include <zookeeper/zookeeper.h>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <arpa/inet.h>
#include <unistd.h>

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

static void curl() {
  CURL *c = curl_easy_init();
  std::string url("http://curl.corp.lan"); // finding: hardcoded-host warning "curl.corp.lan"
  url.append("/x");
  curl_easy_setopt(c, CURLOPT_URL, url.data());
  curl_easy_setopt(c, CURLOPT_PROXY, "proxy.corp.lan:3128"); // finding: hardcoded-host warning "proxy.corp.lan"
  curl_easy_setopt(c, CURLOPT_USERAGENT, "shop/1.2.3.4 (+http://docs.corp.lan)");
  curl_easy_setopt(c, CURLOPT_REFERER, "http://www.corp.lan");
  curl_easy_setopt(c, CURLOPT_CAINFO, "/etc/ssl/ca.pem");
  curl_easy_setopt(c, CURLOPT_UNIX_SOCKET_PATH, "/run/docker.sock");
  curl_easy_perform(c);
  CURL *m = curl_easy_init();
  curl_easy_setopt(m, CURLOPT_URL, "http://169.254.169.254/latest/meta-data/");
  curl_easy_perform(m);
  CURLU *u = curl_url();
  curl_url_set(u, CURLUPART_HOST, "urlapi.corp.lan", 0); // finding: hardcoded-host warning "urlapi.corp.lan"
  curl_url_set(u, CURLUPART_PATH, "/a.b.c", 0);
}
static void databases() {
  mongoc_client_t *m = mongoc_client_new("mongodb://mongo.corp.lan:27017/?appname=shop"); // finding: hardcoded-host warning "mongo.corp.lan"
  mongoc_client_destroy(m);
  std::unique_ptr<sql::Connection> s(get_driver_instance()->connect("tcp://mysqlcpp.corp.lan:3306", "u", "p")); // finding: hardcoded-host warning "mysqlcpp.corp.lan"
  LDAP *ld;
  ldap_initialize(&ld, "ldap://ldap.corp.lan"); // finding: hardcoded-host warning "ldap.corp.lan"
  ssh_session ssh = ssh_new();
  ssh_options_set(ssh, SSH_OPTIONS_HOST, "ssh.corp.lan"); // finding: hardcoded-host warning "ssh.corp.lan"
  ssh_options_set(ssh, SSH_OPTIONS_USER, "user.corp.lan");
  zookeeper_init("zk.corp.lan:2181", nullptr, 1000, nullptr, nullptr, 0); // finding: hardcoded-host warning "zk.corp.lan"
  Poco::Redis::Client redis;
  redis.connect("predis.corp.lan", 6379); // finding: hardcoded-host warning "predis.corp.lan"
}
static void brokers() {
  natsConnection *n;
  natsConnection_ConnectTo(&n, "nats://nats.corp.lan:4222"); // finding: hardcoded-host warning "nats.corp.lan"
  mqtt::async_client q("tcp://mqtt.corp.lan:1883", "id.corp.lan"); // finding: hardcoded-host warning "mqtt.corp.lan"
  mqtt::connect_options o;
  std::string err;
  std::unique_ptr<RdKafka::Conf> conf(RdKafka::Conf::create(RdKafka::Conf::CONF_GLOBAL));
  if (conf->set("bootstrap.servers", "kafka.corp.lan:9092", err) != RdKafka::Conf::CONF_OK) // finding: hardcoded-host warning "kafka.corp.lan"
    return;
  if (conf->set("metadata.broker.list", "k1.corp.lan:9092,k2.corp.lan:9092", err)) // finding: hardcoded-host warning "k1.corp.lan"
    return;
  zmq::context_t ctx;
  zmq::socket_t z(ctx, zmq::socket_type::req);
  const std::string endpoint = "tcp://" "zmq.corp.lan" ":5555"; // finding: hardcoded-host warning "zmq.corp.lan"
  z.connect(endpoint);
  z.connect("ipc:///tmp/x");
}
static void http() {
  web::http::client::http_client c("http://rest.corp.lan/"); // finding: hardcoded-host warning "rest.corp.lan"
  web::uri_builder b;
  b.set_scheme("http").set_host("builder.corp.lan").set_port(80); // finding: hardcoded-host warning "builder.corp.lan"
  web::http::client::http_client d(b.to_uri());
  web::http::client::http_client e(web::uri("http://uri.corp.lan")); // finding: hardcoded-host warning "uri.corp.lan"
  web::http::client::http_client f(web::uri_builder("http://ub.corp.lan").append_path("v1").to_uri()); // finding: hardcoded-host warning "ub.corp.lan"
  Poco::URI uri("http://puri.corp.lan:81/x"); // finding: hardcoded-host warning "puri.corp.lan"
  Poco::Net::HTTPClientSession s(uri.getHost(), uri.getPort());
  Poco::URI made;
  made.setScheme("http");
  made.setHost("pmade.corp.lan"); // finding: hardcoded-host warning "pmade.corp.lan"
  made.setPath("/x.y");
  Poco::Net::HTTPClientSession s3(made.getHost(), made.getPort());
  Poco::Net::HTTPClientSession s2;
  s2.setHost("psession.corp.lan"); // finding: hardcoded-host warning "psession.corp.lan"
  Poco::Net::SocketAddress sa("psock.corp.lan", 80); // finding: hardcoded-host warning "psock.corp.lan"
  Poco::Net::StreamSocket ss(sa);
  evhttp_connection_base_new(event_base_new(), nullptr, "ev.corp.lan", 80); // finding: hardcoded-host warning "ev.corp.lan"
}
static void sockets(asio::io_context &io) {
  tcp::resolver r(io);
  tcp::socket s(io);
  asio::connect(s, r.resolve("resolve.corp.lan", "80")); // finding: hardcoded-host warning "resolve.corp.lan"
  s.connect({asio::ip::make_address("10.1.1.1"), 80}); // finding: hardcoded-host warning "10.1.1.1"
  tcp::endpoint ep(asio::ip::address::from_string("10.1.1.2"), 80); // finding: hardcoded-host warning "10.1.1.2"
  s.async_connect(ep, [](boost::system::error_code) {});
  boost::beast::tcp_stream stream(io);
  auto const results = r.resolve("beast.corp.lan", "80"); // finding: hardcoded-host warning "beast.corp.lan"
  stream.connect(results);
  boost::beast::http::request<boost::beast::http::string_body> req;
  req.set(boost::beast::http::field::host, "header.corp.lan");
  sockaddr_in a{};
  a.sin_addr.s_addr = inet_addr("10.1.1.3"); // finding: hardcoded-host warning "10.1.1.3"
  connect(1, reinterpret_cast<sockaddr *>(&a), sizeof a);
  hostent *h = gethostbyname("ghbn.corp.lan"); // finding: hardcoded-host warning "ghbn.corp.lan"
  (void)h;
  addrinfo *res;
  getaddrinfo("gai.corp.lan", "80", nullptr, &res); // finding: hardcoded-host warning "gai.corp.lan"
  sockaddr_in u{};
  inet_aton("10.1.1.4", &u.sin_addr); // finding: hardcoded-host warning "10.1.1.4"
  sendto(1, "x", 1, 0, reinterpret_cast<sockaddr *>(&u), sizeof u);
  sockaddr_un un{};
  un.sun_family = AF_UNIX;
  std::strncpy(un.sun_path, "/run/app.sock", sizeof un.sun_path);
  connect(1, reinterpret_cast<sockaddr *>(&un), sizeof un);
  uv_tcp_t t;
  uv_connect_t rq;
  sockaddr_in dest;
  uv_ip4_addr("10.1.1.5", 80, &dest); // finding: hardcoded-host warning "10.1.1.5"
  uv_tcp_connect(&rq, &t, reinterpret_cast<const sockaddr *>(&dest), nullptr);
}
static void rpc() {
  apache::thrift::transport::TSocket s("thrift.corp.lan", 9090); // finding: hardcoded-host warning "thrift.corp.lan"
  auto p = std::make_shared<apache::thrift::transport::TSocket>("thrift2.corp.lan", 9090); // finding: hardcoded-host warning "thrift2.corp.lan"
  grpc::ChannelArguments args;
  args.SetUserAgentPrefix("agent.corp.lan");
  auto c = grpc::CreateCustomChannel("dns:///grpc.corp.lan:50051", grpc::InsecureChannelCredentials(), args); // finding: hardcoded-host warning "grpc.corp.lan"
  auto d = grpc::CreateChannel("unix:/run/x.sock", grpc::InsecureChannelCredentials());
  auto e = grpc::CreateChannel("ipv4:10.2.2.2:50051", grpc::InsecureChannelCredentials()); // finding: hardcoded-host warning "10.2.2.2"
}
int main() {
  curl();
  databases();
  brokers();
  http();
  asio::io_context io;
  sockets(io);
  rpc();
}
