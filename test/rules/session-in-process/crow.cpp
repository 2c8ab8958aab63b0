// Crow's session store is chosen by a template argument.
#include <crow.h>

using InMemory = crow::SessionMiddleware<crow::InMemoryStore>;

int main() {
  crow::App<crow::CookieParser, InMemory> app{
      InMemory{crow::CookieParser(), 32, crow::InMemoryStore()}}; // finding: session-in-process
  CROW_ROUTE(app, "/visits")([&app](const crow::request &req) {
    auto &session = app.get_context<InMemory>(req);
    int n = session.get<int>("visits") + 1;
    session.set("visits", n);
    return crow::response(std::to_string(n));
  });
  app.port(8080).run();
}
