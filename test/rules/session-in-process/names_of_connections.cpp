// Connections found by a name that clients send are session data; rooms of them are not.
#include <crow.h>
#include <map>
#include <mutex>
#include <set>
#include <string>

static std::mutex lock;
static std::map<std::string, crow::websocket::connection *> registered; // finding: session-in-process error

int main() {
  crow::SimpleApp app;
  std::map<std::string, std::set<crow::websocket::connection *>> rooms; // finding: handler-state error
  CROW_WEBSOCKET_ROUTE(app, "/relay")
      .onmessage([&](crow::websocket::connection &connection, const std::string &text, bool) {
        std::lock_guard<std::mutex> hold(lock);
        auto found = registered.find(text);
        if (found != registered.end())
          found->second->send_text("somebody asked for you");
        else
          registered[text] = &connection;
        rooms[text].insert(&connection);
        for (auto *other : rooms[text])
          other->send_text(text);
      });
  app.port(18080).run();
}
