// A count that the log shows and the client, too.
#include <evpp.h>
#include <iostream>
#include <string>

using evpp::TCPConnPtr;

static int asked = 0;  // finding: mutable-global error "asked"
static int logged = 0; // near-miss: only the log shows it

int main() {
  evpp::EventLoop loop;
  evpp::TCPServer server(&loop, "0.0.0.0:7000", "count", 2);
  server.SetMessageCallback([](const TCPConnPtr &connection, evpp::Buffer *) {
    std::string message = std::to_string(++asked);
    std::cout << ++logged << ": " << message << std::endl;
    connection->Send(message);
  });
  server.Init();
  server.Start();
  loop.Run();
}
