// libhv: routes and WebSockets, and the loop in C underneath.
#include <hv.h>
#include <map>
#include <mutex>
#include <set>
#include <string>

struct Peer {
  std::string partial;
};

static std::map<unsigned, Peer> peers;           // near-miss: each connection's own, by its id
static int messages = 0;                         // finding: mutable-global error "messages"
static std::set<hv::WebSocketChannelPtr> hall;   // finding: static-cache|session-in-process error "hall"
static std::map<std::string, std::string> notes; // finding: static-cache error "notes"
static std::mutex lock;

static void received(hio_t *io, void *data, int size) {
  Peer &peer = peers[hio_id(io)];
  peer.partial.append(static_cast<char *>(data), size);
  if (peer.partial.back() != '\n')
    return;
  std::string answer = std::to_string(++messages) + " " + peer.partial;
  hio_write(io, answer.data(), answer.size());
  peer.partial.clear();
}

static void closed(hio_t *io) { peers.erase(hio_id(io)); }

static void accepted(hio_t *io) {
  peers[hio_id(io)] = Peer();
  hio_setcb_read(io, received);
  hio_setcb_close(io, closed);
  hio_read(io);
}

int main(int argc, char **) {
  if (argc > 1) {
    hloop_t *loop = hloop_new(0);
    hloop_create_tcp_server(loop, "0.0.0.0", 7000, accepted);
    return hloop_run(loop);
  }
  hv::HttpService http;
  http.POST("/notes", [](const hv::HttpContextPtr &ctx) {
    std::lock_guard<std::mutex> hold(lock);
    notes[ctx->param("name")] = ctx->body();
    return ctx->send("kept");
  });
  hv::WebSocketService ws;
  ws.onopen = [](const hv::WebSocketChannelPtr &channel, const HttpRequestPtr &) { hall.insert(channel); };
  ws.onmessage = [](const hv::WebSocketChannelPtr &, const std::string &text) {
    for (const auto &other : hall)
      other->send(text);
  };
  ws.onclose = [](const hv::WebSocketChannelPtr &channel) { hall.erase(channel); };
  hv::HttpServer server(&http);
  server.registerWebSocketService(&ws);
  server.run(":8080");
}
