// State several pointers away from the handler; what stays within a request beside it.
#include <httplib.h>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <vector>

struct Seat {
  std::string guest;
};
class Room {
public:
  explicit Room(int seats) : seats_(seats) {}
  Seat &seat(size_t i) { return seats_.at(i); }
  const std::vector<Seat> &all() const { return seats_; }

private:
  std::vector<Seat> seats_; // finding: handler-state error "seats_"
};
struct Plan {
  std::shared_ptr<Room> room = std::make_shared<Room>(10);
  std::string colour = "green";
};
class Restaurant {
public:
  Plan &plan() { return *plan_; }
  std::list<std::string> &waiting() { return waiting_; }

private:
  std::unique_ptr<Plan> plan_ = std::make_unique<Plan>();
  std::list<std::string> waiting_; // finding: handler-state error "waiting_"
};

class Reservation {
public:
  Reservation(Restaurant &restaurant, std::string guest) : restaurant_(restaurant), guest_(std::move(guest)) {}
  void confirm(size_t i) {
    restaurant_.plan().room->seat(i).guest = guest_;
    confirmed_ = true;
    steps_.push_back("confirmed");
  }
  void postpone() {
    auto &queue = restaurant_.waiting();
    queue.push_back(guest_);
    steps_.push_back("postponed");
  }
  std::string text() const { return guest_ + (confirmed_ ? "!" : "?") + std::to_string(steps_.size()); }

private:
  Restaurant &restaurant_;
  std::string guest_;
  bool confirmed_ = false;
  std::vector<std::string> steps_;
};

int main() {
  auto restaurant = std::make_shared<Restaurant>();
  httplib::Server server;
  server.Post("/reserve", [restaurant](const httplib::Request &req, httplib::Response &res) {
    Reservation reservation(*restaurant, req.body);
    if (restaurant->plan().room->all().at(0).guest.empty())
      reservation.confirm(0);
    else
      reservation.postpone();
    res.set_content(reservation.text() + restaurant->plan().colour, "text/plain");
  });
  server.Get("/waiting", [restaurant](const httplib::Request &, httplib::Response &res) {
    std::string text;
    for (auto &name : restaurant->waiting())
      text += name;
    res.set_content(text, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
