// A list by hand that start-up loads and requests prolong at its head: what they change in its entries belongs to it.
#include <fstream>
#include <httplib.h>
#include <string>

class Notices {
  struct Notice {
    std::string to, text;
    int state = 0; // near-miss: part of the list
    Notice *next = nullptr;
  };

public:
  void add(const std::string &to, const std::string &text) {
    auto *notice = new Notice;
    notice->to = to;
    notice->text = text;
    if (head == nullptr) {
      head = notice;
    } else {
      notice->next = head;
      head = notice;
    }
  }
  void mark(const std::string &to, int state) {
    for (Notice *each = head; each != nullptr; each = each->next)
      if (each->to == to)
        each->state = state;
  }
  std::string of(const std::string &to) const {
    std::string out;
    for (Notice *each = head; each != nullptr; each = each->next)
      if (each->to == to)
        out += each->text + " " + std::to_string(each->state) + "\n";
    return out;
  }

private:
  Notice *head = nullptr; // finding: mutable-global|handler-state|static-cache error "head"
};

static Notices notices;

int main() {
  std::ifstream in("/usr/share/notices.txt");
  for (std::string line; std::getline(in, line);)
    notices.add("everybody", line);
  httplib::Server server;
  server.Post("/notices", [](const httplib::Request &req, httplib::Response &) {
    notices.add(req.get_param_value("to"), req.body);
  });
  server.Put("/notices", [](const httplib::Request &req, httplib::Response &) {
    notices.mark(req.get_param_value("to"), 1);
  });
  server.Get("/notices", [](const httplib::Request &req, httplib::Response &res) {
    res.set_content(notices.of(req.get_param_value("to")), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
