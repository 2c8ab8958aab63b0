// An object that is given to a library whose code is not there: what its class overrides is called from
// there, but for what gets it ready or puts it away.
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace bus {
struct Envelope {
  std::string from, body;
};
class Responder {
public:
  virtual ~Responder();
  virtual void answer(const std::string &text) = 0;
};
class Component {
public:
  virtual ~Component();
  virtual void onAttach() {}
  virtual void onEnvelope(const Envelope &envelope, Responder &responder) = 0;
  virtual void onDetach() {}
};
class Server {
public:
  explicit Server(int port);
  void attach(const std::string &subject, std::shared_ptr<Component> component);
  void run();
};
} // namespace bus

// What a base of the project's overrides is called from there, too.
class Counted : public bus::Component {
public:
  void onEnvelope(const bus::Envelope &envelope, bus::Responder &responder) override {
    responder.answer(std::to_string(++served_) + envelope.body);
  }

private:
  int served_ = 0; // finding: handler-state warning "served_"
};

class Echo : public Counted {
public:
  void onDetach() override {}
};

class Roster : public bus::Component {
public:
  void onAttach() override { groups_ = {"ops", "dev"}; }
  void onEnvelope(const bus::Envelope &envelope, bus::Responder &responder) override {
    if (envelope.body == "here")
      online_.insert(envelope.from);
    std::string all;
    for (const std::string &name : online_)
      all += name + " ";
    responder.answer(all + groups_.front());
  }
  void onDetach() override { online_.clear(); }

private:
  std::vector<std::string> groups_; // near-miss: filled when it is attached
  std::set<std::string> online_;    // finding: handler-state|session-in-process warning "online_"
};

int main() {
  bus::Server server(4700);
  server.attach("presence", std::make_shared<Roster>());
  server.attach("echo", std::make_shared<Echo>());
  server.run();
}
