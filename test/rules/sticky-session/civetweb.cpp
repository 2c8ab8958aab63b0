// A response that is written by hand, with a load balancer's cookie in it.
// packages: libcivetweb-dev
#include <CivetServer.h>
#include <string>
#include <unistd.h>

class Front : public CivetHandler {
public:
  bool handleGet(CivetServer *, mg_connection *connection) override {
    std::string route, language;
    CivetServer::getCookie(connection, "ROUTEID", route); // finding: sticky-session
    CivetServer::getCookie(connection, "language", language);
    mg_printf(connection, "HTTP/1.1 200 OK\r\nSet-Cookie: ROUTEID=%s; Path=/\r\n\r\n", route.c_str()); // finding: sticky-session
    return true;
  }
  bool handlePut(CivetServer *, mg_connection *connection) override {
    mg_printf(connection, "HTTP/1.1 200 OK\r\nSet-Cookie: language=%s\r\n\r\nROUTEID=1", "en");
    return true;
  }
};

int main() {
  const char *options[] = {"listening_ports", "8080", nullptr};
  CivetServer server(options);
  Front front;
  server.addHandler("/", front);
  for (;;)
    ::pause();
}
