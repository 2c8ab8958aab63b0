// uWebSockets: behaviours are designated initialisers; user data lives for one connection.
#include <string>
#include <unordered_map>
#include <uws.h>

struct PerSocket {
  std::string name;
  int received = 0;
};
using Socket = uWS::WebSocket<false, true, PerSocket>;

int main() {
  std::unordered_map<std::string, Socket *> online; // finding: handler-state|session-in-process error "online"
  std::string last;                                 // finding: handler-state error "last"
  std::string banner = "welcome";
  banner += " to the hall";

  uWS::App()
      .get("/last", [&last](uWS::HttpResponse<false> *res, uWS::HttpRequest *) { res->end(last); })
      .get("/banner", [&banner](uWS::HttpResponse<false> *res, uWS::HttpRequest *) { res->end(banner); })
      .ws<PerSocket>("/hall", {.open = [](Socket *ws) { ws->getUserData()->received = 0; },
                               .message =
                                   [&](Socket *ws, std::string_view text, uWS::OpCode code) {
                                     PerSocket *own = ws->getUserData();
                                     if (own->received++ == 0) {
                                       own->name = text;
                                       online[own->name] = ws;
                                       return;
                                     }
                                     last = text;
                                     for (auto &[name, other] : online)
                                       other->send(text, code);
                                   },
                               .close = [&](Socket *ws, int, std::string_view) { online.erase(ws->getUserData()->name); }})
      .listen(9001, [](auto *) {})
      .run();
}
