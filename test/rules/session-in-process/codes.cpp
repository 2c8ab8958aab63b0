// What a visitor was sent to be asked for in the next step is theirs; a table of codes of another kind
// is not.
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>

class OtpBook {
public:
  void put(const std::string &phone, const std::string &digits) {
    std::lock_guard<std::mutex> lock(guard_);
    sent_[phone] = digits;
  }
  bool take(const std::string &phone, const std::string &digits) {
    std::lock_guard<std::mutex> lock(guard_);
    auto known = sent_.find(phone);
    if (known == sent_.end() || known->second != digits)
      return false;
    sent_.erase(known);
    return true;
  }

private:
  std::mutex guard_;
  std::map<std::string, std::string> sent_; // finding: session-in-process error
};

static OtpBook book;
static std::mutex guard;
static std::map<std::string, std::string> resetCodes;   // finding: session-in-process error
static std::map<std::string, std::string> airportCodes; // finding: static-cache error

static void ask(const httplib::Request &req, httplib::Response &res) {
  book.put(req.get_param_value("phone"), std::to_string(req.body.size()));
  std::lock_guard<std::mutex> lock(guard);
  resetCodes[req.get_param_value("mail")] = req.body;
  airportCodes[req.get_param_value("town")] = req.body;
  res.status = 204;
}
static void answer(const httplib::Request &req, httplib::Response &res) {
  bool ok = book.take(req.get_param_value("phone"), req.get_param_value("digits"));
  std::lock_guard<std::mutex> lock(guard);
  ok = ok || resetCodes[req.get_param_value("mail")] == req.body;
  res.set_content(ok ? airportCodes[req.get_param_value("town")] : "no", "text/plain");
}

int main() {
  httplib::Server server;
  server.Post("/ask", ask);
  server.Post("/answer", answer);
  server.listen("0.0.0.0", 8080);
}
