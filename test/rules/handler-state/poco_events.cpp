// Poco: an event's observers change what later requests read.
// packages: libpoco-dev
#include <Poco/BasicEvent.h>
#include <Poco/Delegate.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <cstdio>
#include <deque>
#include <string>

struct Change {
  std::string article;
  double price;
};

struct Bus {
  Poco::BasicEvent<const Change> changed; // near-miss: filled before serving
  Poco::BasicEvent<const int> left;       // finding: handler-state error "left"
};

class History {
public:
  explicit History(Bus &bus) { bus.changed += Poco::delegate(this, &History::onChange); }
  std::string latest() const { return entries_.empty() ? "" : entries_.back().article; }

private:
  void onChange(const void *, const Change &change) { entries_.push_back(change); }
  std::deque<Change> entries_; // finding: handler-state error "entries_"
};

class Console {
public:
  explicit Console(Bus &bus) { bus.changed += Poco::delegate(this, &Console::onChange); }

private:
  void onChange(const void *, const Change &change) {
    std::fprintf(stderr, "%s %d\n", change.article.c_str(), ++lines_);
  }
  int lines_ = 0; // near-miss: only logged
};

class Prices : public Poco::Net::HTTPRequestHandler {
public:
  Prices(Bus &bus, const History &history) : bus_(bus), history_(history) {}
  void handleRequest(Poco::Net::HTTPServerRequest &request, Poco::Net::HTTPServerResponse &response) override {
    if (request.getMethod() == "PUT") {
      Change change{request.getURI(), std::stod(request.get("X-Price", "0"))};
      bus_.changed.notify(this, change);
    } else if (request.getMethod() == "DELETE") {
      const int all = 0;
      bus_.left += Poco::delegate(this, &Prices::onLeft);
      bus_.left.notify(this, all);
      bus_.left -= Poco::delegate(this, &Prices::onLeft);
    }
    response.send() << history_.latest();
  }

private:
  void onLeft(const void *, const int &) {}
  Bus &bus_;
  const History &history_;
};

class Factory : public Poco::Net::HTTPRequestHandlerFactory {
public:
  Factory(Bus &bus, const History &history) : bus_(bus), history_(history) {}
  Poco::Net::HTTPRequestHandler *createRequestHandler(const Poco::Net::HTTPServerRequest &) override {
    return new Prices(bus_, history_);
  }

private:
  void onLeft(const void *, const int &) {}
  Bus &bus_;
  const History &history_;
};

int main() {
  Bus bus;
  History history(bus);
  Console console(bus);
  Poco::Net::HTTPServer server(new Factory(bus, history), Poco::Net::ServerSocket(8080),
                               new Poco::Net::HTTPServerParams);
  server.start();
  for (;;)
    std::getchar();
}
