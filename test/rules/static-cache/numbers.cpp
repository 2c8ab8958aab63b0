#include <httplib.h>
#include <map>
#include <string>

struct Order {
  int id = 0;
  std::string text;
};


class Desk {
public:
  int add(const std::string &text) {
    const int id = ++next_ticket_; // the key: it goes with the table
    Order order;
    order.id = id;
    order.text = text;
    tickets_[id] = order;
    return ++sequence_; // drawn beside it, for the client
  }

private:
  std::map<int, Order> tickets_; // finding: handler-state error "tickets_"
  int next_ticket_ = 0;

  int sequence_ = 0; // finding: handler-state error "sequence_"
};

int main() {
  Desk desk;
  httplib::Server server;
  server.Post("/", [&](const httplib::Request &q, httplib::Response &r) {
    r.set_content(std::to_string(desk.add(q.body)), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
