// What a scheduled function counts: for those who listen, for the log, and for itself.
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <restbed>
#include <sstream>
#include <string>

using restbed::Resource;
using restbed::Session;
using restbed::WebSocket;

static std::map<std::string, std::shared_ptr<WebSocket>> hall; // finding: static-cache|session-in-process "hall"
static int rounds = 0; // finding: mutable-global warning "rounds"
static int events = 0; // finding: mutable-global warning "events"
static int checks = 0; // near-miss: only logged
static int turns = 0;  // near-miss: nobody hears of it

static void tell() {
  std::stringstream text;
  text << "round " << rounds;
  const std::string event = "event " + std::to_string(events);
  for (auto &visitor : hall) {
    visitor.second->send(text.str());
    visitor.second->send(event);
  }
  if (++turns % 10 == 0)
    std::fprintf(stderr, "checked %d times\n", ++checks);
  rounds++;
  events++;
}

int main() {
  auto chat = std::make_shared<Resource>();
  chat->set_path("/chat");
  chat->set_method_handler("GET", [](const std::shared_ptr<Session> session) {
    session->upgrade(101, [](const std::shared_ptr<WebSocket> socket) { hall.insert(std::make_pair(socket->get_key(), socket)); });
  });
  restbed::Service service;
  service.publish(chat);
  service.schedule(tell, std::chrono::milliseconds(5000));
  service.start();
}
