// SObjectizer: an agent made at start-up lives on, one made for a request dies with it.
#include <httplib.h>
#include <so_5.h>
#include <string>

struct Next {};

class Download final : public so_5::agent_t {
public:
  Download(so_5::context_t context, const std::string &file) : so_5::agent_t(context), file_(file) {
    so_subscribe_self().event(&Download::next);
  }
  void so_evt_start() override { so_5::send<Next>(*this); }

private:
  void next(so_5::mhood_t<Next>) {
    if (++parts_ < 3)
      so_5::send<Next>(*this);
    else
      so_deregister_agent_coop_normally();
    file_ += "+";
  }
  std::string file_;
  int parts_ = 0;
};

class Tally final : public so_5::agent_t {
public:
  explicit Tally(so_5::context_t context) : so_5::agent_t(context) { so_subscribe_self().event(&Tally::next); }

private:
  void next(so_5::mhood_t<Next>) {
    if (++seen_ > 3)
      so_5::send<Next>(*this);
  }
  int seen_ = 0; // finding: handler-state error
};

int main() {
  so_5::wrapped_env_t objects;
  objects.environment().introduce_coop([](so_5::coop_t &coop) { coop.make_agent<Tally>(); });
  httplib::Server server;
  server.Get("/file", [&](const httplib::Request &req, httplib::Response &) {
    objects.environment().register_agent_as_coop(objects.environment().make_agent<Download>(req.path));
  });
  server.listen("0.0.0.0", 8080);
}
