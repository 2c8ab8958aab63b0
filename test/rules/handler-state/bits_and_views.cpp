// Written through what stands for a part: a bit's proxy, a span.
#include <bitset>
#include <cstddef>
#include <httplib.h>
#include <span>
#include <string>
#include <vector>

namespace {

class Cinema {
public:
  explicit Cinema(std::size_t rows) : prices_(rows * Width, 9) {}

  bool reserve(std::size_t seat) {
    auto bit = reserved_[seat];
    if (bit)
      return false;
    bit = true;
    return true;
  }
  void sell(std::size_t seat) {
    std::vector<bool>::reference sold = sold_[seat];
    sold.flip();
  }
  bool sold(std::size_t seat) const { return sold_[seat]; }
  std::span<int> row(std::size_t number) { return std::span(prices_).subspan(number * Width, Width); }
  bool open(std::size_t seat) const { return open_[seat]; }

private:
  static constexpr std::size_t Width = 20;
  std::bitset<400> reserved_;                       // finding: handler-state error "reserved_"
  std::vector<bool> sold_ = std::vector<bool>(400); // finding: handler-state|static-cache error "sold_"
  std::vector<int> prices_;                         // finding: handler-state|static-cache error "prices_"
  std::bitset<400> open_{7};                        // only read
};

std::size_t number(const httplib::Request &request) { return std::stoul(request.body); }

} // namespace

int main() {
  Cinema cinema(20);
  httplib::Server server;
  server.Post("/reserve", [&](const httplib::Request &request, httplib::Response &answer) {
    answer.status = cinema.open(number(request)) && cinema.reserve(number(request)) ? 200 : 409;
  });
  server.Post("/sell", [&](const httplib::Request &request, httplib::Response &answer) {
    cinema.sell(number(request));
    answer.status = cinema.sold(number(request)) ? 200 : 409;
  });
  server.Post("/price", [&](const httplib::Request &request, httplib::Response &answer) {
    auto row = cinema.row(2);
    row[3] = std::stoi(request.body);
    answer.set_content(std::to_string(cinema.row(4)[0]), "text/plain");
  });
  server.Post("/free", [](const httplib::Request &request, httplib::Response &answer) {
    std::bitset<8> week; // the request's own
    week[number(request) % 8] = true;
    answer.set_content(week.to_string(), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
