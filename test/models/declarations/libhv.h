//===- libhv.h - NOT THE LIBRARY: declarations for checking names
//-----------===//
//
// What checks/models/libhv.yaml names and Debian's headers do not declare:
// libhv, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

template <typename... A> int haccept(A &&...);
template <typename... A> int hidle_add(A &&...);
template <typename... A> int hio_accept(A &&...);
template <typename... A> int hio_close(A &&...);
template <typename... A> int hio_connect(A &&...);
template <typename... A> int hio_context(A &&...);
template <typename... A> int hio_error(A &&...);
template <typename... A> int hio_fd(A &&...);
template <typename... A> int hio_get(A &&...);
template <typename... A> int hio_id(A &&...);
template <typename... A> int hio_is_closed(A &&...);
template <typename... A> int hio_is_connected(A &&...);
template <typename... A> int hio_is_opened(A &&...);
template <typename... A> int hio_localaddr(A &&...);
template <typename... A> int hio_peeraddr(A &&...);
template <typename... A> int hio_read(A &&...);
template <typename... A> int hio_read_once(A &&...);
template <typename... A> int hio_read_start(A &&...);
template <typename... A> int hio_read_until_delim(A &&...);
template <typename... A> int hio_read_until_length(A &&...);
template <typename... A> int hio_sendto(A &&...);
template <typename... A> int hio_set_context(A &&...);
template <typename... A> int hio_set_unpack(A &&...);
template <typename... A> int hio_setcb_accept(A &&...);
template <typename... A> int hio_setcb_close(A &&...);
template <typename... A> int hio_setcb_connect(A &&...);
template <typename... A> int hio_setcb_read(A &&...);
template <typename... A> int hio_setcb_write(A &&...);
template <typename... A> int hio_setup_ssl_upstream(A &&...);
template <typename... A> int hio_setup_tcp_upstream(A &&...);
template <typename... A> int hio_setup_udp_upstream(A &&...);
template <typename... A> int hio_write(A &&...);
template <typename... A> int hloop_create_ssl_client(A &&...);
template <typename... A> int hloop_create_ssl_server(A &&...);
template <typename... A> int hloop_create_tcp_client(A &&...);
template <typename... A> int hloop_create_tcp_server(A &&...);
template <typename... A> int hloop_create_udp_client(A &&...);
template <typename... A> int hloop_create_udp_server(A &&...);
template <typename... A> int hloop_free(A &&...);
template <typename... A> int hloop_now(A &&...);
template <typename... A> int hloop_run(A &&...);
template <typename... A> int hloop_set_userdata(A &&...);
template <typename... A> int hloop_stop(A &&...);
template <typename... A> int hloop_userdata(A &&...);
template <typename... A> int hread(A &&...);
template <typename... A> int hrecv(A &&...);
template <typename... A> int hrecvfrom(A &&...);
template <typename... A> int htimer_add(A &&...);
template <typename... A> int htimer_add_period(A &&...);
template <typename... A> int http_server_run(A &&...);
struct HThreadPool {};
struct HttpMessage {
  template <typename... A> int Body(A &&...);
  template <typename... A> int GetHeader(A &&...);
};
struct HttpRequest {
  template <typename... A> int GetParam(A &&...);
  template <typename... A> int Path(A &&...);
};
struct HttpResponse {};
struct hevent_s {};
struct hevent_t {};
struct hidle_s {};
struct hidle_t {};
struct hio_s {};
struct hio_t {};
struct hloop_s {};
struct hloop_t {};
struct htimer_s {};
struct htimer_t {};
struct http_server_s {};
namespace hv {
template <typename... A> int setInterval(A &&...);
template <typename... A> int setTimeout(A &&...);
template <typename... A> int setTimer(A &&...);
struct AsyncHttpClient {};
struct Buffer {};
struct Channel {
  template <typename... A> int close(A &&...);
  template <typename... A> int fd(A &&...);
  template <typename... A> int id(A &&...);
  template <typename... A> int isConnected(A &&...);
  template <typename... A> int write(A &&...);
};
struct EventLoop {
  template <typename... A> int queueInLoop(A &&...);
  template <typename... A> int run(A &&...);
  template <typename... A> int runInLoop(A &&...);
  template <typename... A> int setInterval(A &&...);
  template <typename... A> int setTimeout(A &&...);
  template <typename... A> int setTimer(A &&...);
};
struct EventLoopThread {
  template <typename... A> int start(A &&...);
};
struct EventLoopThreadPool {};
struct HttpClient {};
struct HttpContext {
  template <typename... A> int body(A &&...);
  template <typename... A> int header(A &&...);
  template <typename... A> int ip(A &&...);
  template <typename... A> int param(A &&...);
  template <typename... A> int path(A &&...);
  template <typename... A> int send(A &&...);
  template <typename... A> int sendFile(A &&...);
  template <typename... A> int sendJson(A &&...);
  template <typename... A> int sendString(A &&...);
};
struct HttpResponseWriter {};
struct HttpServer {
  template <typename... A> int run(A &&...);
  template <typename... A> int start(A &&...);
};
struct HttpService {
  template <typename... A> int AddRoute(A &&...);
  template <typename... A> int Any(A &&...);
  template <typename... A> int Delete(A &&...);
  template <typename... A> int GET(A &&...);
  template <typename... A> int Handle(A &&...);
  template <typename... A> int PATCH(A &&...);
  template <typename... A> int POST(A &&...);
  template <typename... A> int PUT(A &&...);
  template <typename... A> int Use(A &&...);
};
struct MqttClient {};
struct RedisClient {};
struct SocketChannel {
  template <typename... A> int send(A &&...);
};
struct TcpClient {};
struct TcpClientTmpl {};
struct TcpServer {};
struct TcpServerEventLoopTmpl {
  int onConnection = 0;
  int onMessage = 0;
  template <typename... A> int start(A &&...);
};
struct TcpServerTmpl {
  template <typename... A> int start(A &&...);
};
struct UdpClient {};
struct UdpServer {};
struct UdpServerEventLoopTmpl {
  int onMessage = 0;
};
struct UdpServerTmpl {
  template <typename... A> int start(A &&...);
};
struct WebSocketChannel {
  template <typename... A> int close(A &&...);
  template <typename... A> int send(A &&...);
};
struct WebSocketClient {};
struct WebSocketServer {};
struct WebSocketService {
  int onclose = 0;
  int onmessage = 0;
  int onopen = 0;
};
} // namespace hv
struct mqtt_client_s {};
struct mqtt_client_t {};
