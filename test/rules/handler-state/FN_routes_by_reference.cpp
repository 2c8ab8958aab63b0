// Simple-Web-Server: the table of one path's methods, held by a reference.
// reason: what is assigned to an element of a table that is a member of a library's object is not seen
#include <memory>
#include <server_http.hpp>
#include <string>

using HttpServer = SimpleWeb::Server<SimpleWeb::HTTP>;

int main() {
  HttpServer server;
  int clicks = 0; // finding: handler-state error "clicks"
  auto &clicked = server.resource["^/click$"];
  clicked["POST"] = [&clicks](std::shared_ptr<HttpServer::Response> response, std::shared_ptr<HttpServer::Request>) {
    response->write(std::to_string(++clicks));
  };
  server.start();
}
