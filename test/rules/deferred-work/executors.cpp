// A thread that lends itself to a connection's executor puts nothing off; one that stores what the
// request has brought does.
// packages: libboost1.74-dev
#include <boost/asio.hpp>
#include <cstdlib>
#include <memory>
#include <netinet/in.h>
#include <postgresql/libpq-fe.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

// Carries what the client says to a service behind, and back.
class Tunnel {
public:
  Tunnel(int client, const std::string &host) : work_(asio::make_work_guard(io_)), client_(io_, tcp::v4(), client), behind_(io_) {
    tcp::resolver resolver(io_);
    error_code error;
    asio::connect(behind_, resolver.resolve(host, "7001", error), error);
    std::thread([this] { io_.run(); }).detach(); // near-miss: the executor's
    pump(client_, behind_, there_);
    pump(behind_, client_, back_);
  }

private:
  void pump(tcp::socket &from, tcp::socket &to, char (&buffer)[512]) {
    from.async_read_some(asio::buffer(buffer), [this, &from, &to, &buffer](error_code error, std::size_t n) {
      if (error)
        return work_.reset();
      asio::write(to, asio::buffer(buffer, n), error);
      pump(from, to, buffer);
    });
  }

  asio::io_context io_;
  asio::executor_work_guard<asio::io_context::executor_type> work_;
  tcp::socket client_;
  tcp::socket behind_;
  char there_[512];
  char back_[512];
};

class Orders {
public:
  explicit Orders(const char *where) : where_(where) {}
  void take(int client) {
    char buffer[512];
    ssize_t n = recv(client, buffer, sizeof buffer, 0);
    std::string order(buffer, n > 0 ? size_t(n) : 0);
    std::thread([where = where_, order] { // finding: deferred-work error
      PGconn *database = PQconnectdb(where);
      PQclear(PQexec(database, ("insert into orders values ('" + order + "')").c_str()));
      PQfinish(database);
    }).detach();
    send(client, "taken\n", 6, MSG_NOSIGNAL);
    close(client);
  }

private:
  const char *where_;
};

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(7510);
  bind(listener, reinterpret_cast<sockaddr *>(&at), sizeof at);
  listen(listener, 16);
  Orders orders(std::getenv("DATABASE"));
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    char first = 0;
    if (recv(client, &first, 1, 0) == 1 && first == 'T')
      new Tunnel(client, std::getenv("BEHIND"));
    else
      orders.take(client);
  }
}
