// Stand-in, see README.md: libhv.
#pragma once
#include <functional>
#include <memory>
#include <string>

struct HttpMessage {
  std::string &Body() { return body; }
  std::string body;
};
struct HttpRequest : HttpMessage {
  std::string GetParam(const char *) { return {}; }
};
struct HttpResponse : HttpMessage {
  int String(const std::string &) { return 200; }
};
using HttpRequestPtr = std::shared_ptr<HttpRequest>;

namespace hv {
struct HttpContext {
  std::string param(const char *) { return {}; }
  std::string &body() { return text; }
  int send(const std::string &) { return 200; }
  std::string text;
};
using HttpContextPtr = std::shared_ptr<HttpContext>;
struct HttpService {
  void GET(const char *, std::function<int(const HttpContextPtr &)>) {}
  void POST(const char *, std::function<int(const HttpContextPtr &)>) {}
};
class Channel {
public:
  unsigned id() { return 0; }
};
class SocketChannel : public Channel {};
class WebSocketChannel : public SocketChannel {
public:
  int send(const std::string &) { return 0; }
};
using WebSocketChannelPtr = std::shared_ptr<WebSocketChannel>;
struct WebSocketService {
  std::function<void(const WebSocketChannelPtr &, const HttpRequestPtr &)> onopen;
  std::function<void(const WebSocketChannelPtr &, const std::string &)> onmessage;
  std::function<void(const WebSocketChannelPtr &)> onclose;
};
class HttpServer {
public:
  explicit HttpServer(HttpService * = nullptr) {}
  void registerWebSocketService(WebSocketService *) {}
  int run(const char *, bool = true) { return 0; }
};
class WebSocketServer : public HttpServer {
public:
  explicit WebSocketServer(WebSocketService *) {}
};
} // namespace hv

extern "C" {
typedef struct hloop_s hloop_t;
typedef struct hio_s hio_t;
typedef void (*haccept_cb)(hio_t *);
typedef void (*hread_cb)(hio_t *, void *, int);
hloop_t *hloop_new(int);
int hloop_run(hloop_t *);
hio_t *hloop_create_tcp_server(hloop_t *, const char *, int, haccept_cb);
void hio_setcb_read(hio_t *, hread_cb);
void hio_setcb_close(hio_t *, haccept_cb);
int hio_read(hio_t *);
int hio_write(hio_t *, const void *, unsigned long);
unsigned hio_id(hio_t *);
}
