// State of static storage that is a member, or hides inside a function.
#include <httplib.h>
#include <string>

class Invoice {
public:
  explicit Invoice(std::string who) : who_(std::move(who)), number_(++last_number) {}
  std::string text() const { return who_ + std::to_string(number_); }
  static void setFooter(const std::string &footer) { footer_ = footer; }
  static const std::string &footer() { return footer_; }

private:
  std::string who_;
  int number_;
  static int last_number;
  static inline std::string footer_ = "thanks"; // finding: mutable-global error "footer_"
};
int Invoice::last_number = 1000; // finding: mutable-global error "last_number"

static int nextOrderNumber() {
  static int number = 1; // finding: mutable-global error "number"
  return number++;
}

static unsigned long &revision() {
  static unsigned long value = 0; // finding: mutable-global error "value"
  return value;
}

template <typename T> struct Sequence {
  static long next() { return ++current; }
  static long current;
};
template <typename T> long Sequence<T>::current = 0; // finding: mutable-global error "current"

static bool firstVisitor() {
  static bool seen = false; // finding: mutable-global error "seen"
  if (seen)
    return false;
  seen = true;
  return true;
}

static std::string token() {
  static thread_local unsigned serial = 17; // finding: mutable-global error "serial"
  serial = serial * 31 + 7;
  return std::to_string(serial);
}

int main() {
  httplib::Server server;
  server.Post("/invoice", [](const httplib::Request &req, httplib::Response &res) {
    Invoice invoice(req.body);
    if (req.has_param("footer"))
      Invoice::setFooter(req.get_param_value("footer"));
    ++revision();
    res.set_content(invoice.text() + Invoice::footer() + std::to_string(nextOrderNumber()) +
                        std::to_string(revision()) + std::to_string(Sequence<Invoice>::next()) +
                        (firstVisitor() ? "welcome" : "hello again") + token(),
                    "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
