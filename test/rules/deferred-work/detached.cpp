// Accepted work that goes on after the response in detached threads.
#include <cstdlib>
#include <functional>
#include <httplib.h>
#include <memory>
#include <pthread.h>
#include <string>
#include <thread>

static void sendMail(const std::string &to) {
  httplib::Client client(std::getenv("MAIL_GATEWAY"));
  client.Post("/send", to, "text/plain");
}

static void *renderInvoice(void *argument) {
  std::unique_ptr<std::string> order(static_cast<std::string *>(argument));
  sendMail(*order);
  return nullptr;
}

static void inBackground(std::function<void()> work) {
  std::thread(std::move(work)).detach(); // finding: deferred-work error
}

class Notifier {
public:
  void notify(const std::string &who) const {
    std::thread([who] { sendMail(who); }).detach(); // finding: deferred-work error
  }
};

int main() {
  Notifier notifier;
  httplib::Server server;
  server.Post("/signup", [](const httplib::Request &req, httplib::Response &res) {
    std::thread(sendMail, req.body).detach(); // finding: deferred-work error
    res.status = 202;
  });
  server.Post("/order", [&notifier](const httplib::Request &req, httplib::Response &res) {
    notifier.notify(req.body);
    inBackground([body = req.body] { sendMail(body); });
    res.status = 202;
  });
  server.Post("/invoice", [](const httplib::Request &req, httplib::Response &res) {
    auto order = std::make_unique<std::string>(req.body);
    pthread_t thread;
    if (pthread_create(&thread, nullptr, renderInvoice, order.release()) == 0) pthread_detach(thread); // finding: deferred-work error
    res.status = 202;
  });
  server.listen("0.0.0.0", 8080);
}
