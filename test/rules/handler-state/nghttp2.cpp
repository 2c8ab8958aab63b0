// nghttp2 on top of Boost.Asio: functions per path; a body comes in pieces, long after its function has returned.
#include <asio_http2_server.h>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <string>

using namespace nghttp2::asio_http2::server;

static std::map<std::string, std::string> notes; // finding: static-cache error "notes"
static std::string longest;                      // finding: mutable-global error "longest"
static int open = 0;                             // near-miss: only a log line shows it
static std::mutex lock;                          // near-miss: synchronisation

static void keep(const request &req, const response &res) {
  auto body = std::make_shared<std::string>(); // near-miss: the request's own
  std::string path = req.uri().path;
  req.on_data([body, path, &res](const unsigned char *data, std::size_t size) {
    if (size > 0) {
      body->append(reinterpret_cast<const char *>(data), size);
      return;
    }
    std::lock_guard<std::mutex> hold(lock);
    notes[path] = *body;
    if (body->size() > longest.size())
      longest = *body;
    res.write_head(201);
    res.end(longest);
  });
}

int main(int argc, char **argv) {
  std::error_code error;
  http2 server;
  int hits = 0;                                // finding: handler-state error "hits"
  std::string motto = argc > 1 ? argv[1] : ""; // near-miss: set before serving
  server.num_threads(2);
  server.handle("/notes/", keep);
  server.handle("/read/", [](const request &req, const response &res) {
    std::clog << ++open << " open\n";
    res.on_close([](unsigned) { --open; });
    std::lock_guard<std::mutex> hold(lock);
    auto found = notes.find(req.uri().raw_query);
    res.write_head(found == notes.end() ? 404 : 200);
    res.end(found == notes.end() ? "" : found->second);
  });
  server.handle("/", [&hits, &motto](const request &, const response &res) {
    res.write_head(200);
    res.end(motto + std::to_string(++hits));
  });
  if (server.listen_and_serve(error, "0.0.0.0", "3000"))
    std::cerr << error.message() << "\n";
}
