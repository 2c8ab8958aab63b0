// What the last statement said of its result goes with the connection to the database; what was counted
// of it for the visitors does not.
// packages: libpq-dev libcpp-httplib-dev
#include <httplib.h>
#include <postgresql/libpq-fe.h>
#include <string>

class Channel {
public:
  Channel() : connection_(PQconnectdb("")) {}
  void ask(const std::string &text) {
    PGresult *result = PQexec(connection_, text.c_str());
    if (PQresultStatus(result) != PGRES_TUPLES_OK) {
      PQclear(result);
      return;
    }
    fields_ = PQnfields(result);
    largest_ = PQntuples(result);
    PQclear(result);
  }
  int fields() const { return fields_; }
  int largest() const { return largest_; }

private:
  PGconn *connection_;
  int fields_ = 0;  // near-miss: says something of the last result
  int largest_ = 0; // finding: handler-state error "largest_"
};

int main() {
  Channel channel;
  httplib::Server server;
  server.Get("/ask", [&channel](const httplib::Request &, httplib::Response &res) {
    channel.ask("select * from items");
    res.set_content(std::to_string(channel.fields()) + " " + std::to_string(channel.largest()), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
