// restbed: functions per method, by pointer, by lambda and bound to a resource of one's own; WebSockets by their keys.
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <restbed>
#include <string>
#include <vector>

using restbed::Bytes;
using restbed::Resource;
using restbed::Session;
using restbed::WebSocket;

static std::map<std::string, std::string> notes;                 // finding: static-cache error "notes"
static std::map<std::string, std::shared_ptr<WebSocket>> alive;  // near-miss: each in by its own key, only told to answer
static std::map<std::string, std::shared_ptr<WebSocket>> online; // finding: session-in-process error "online"
static std::map<std::string, std::shared_ptr<WebSocket>> hall;   // finding: static-cache|session-in-process error "hall"
static std::map<std::string, std::string> kinds;                 // near-miss: filled when it is ready to serve
static int missing = 0;                                          // finding: mutable-global error "missing"

class Visitors : public restbed::SessionManager {
public:
  void load(const std::shared_ptr<Session> session, const std::function<void(const std::shared_ptr<Session>)> &next) override {
    auto found = sessions_.find(session->get_request()->get_path_parameter("session"));
    if (found != sessions_.end())
      session->set_id(found->second->get_id());
    next(session);
  }
  void save(const std::shared_ptr<Session> session, const std::function<void(const std::shared_ptr<Session>)> &next) override {
    sessions_[session->get_id()] = session;
    next(session);
  }

private:
  std::map<std::string, std::shared_ptr<Session>> sessions_; // finding: session-in-process error "sessions_"
};

static void readNote(const std::shared_ptr<Session> session) {
  auto found = notes.find(session->get_request()->get_path_parameter("name"));
  session->close(200, found == notes.end() ? kinds["none"] : found->second);
}

static void writeNote(const std::shared_ptr<Session> session) {
  int length = session->get_request()->get_header("Content-Length", 0);
  session->fetch(length, [](const std::shared_ptr<Session> session, const Bytes &body) {
    std::string text(body.begin(), body.end()); // near-miss: the request's own
    notes[session->get_request()->get_path_parameter("name")] = text;
    session->close(204);
  });
}

static void closed(const std::shared_ptr<WebSocket> socket) {
  alive.erase(socket->get_key());
  hall.erase(socket->get_key());
}

static void ping() {
  for (auto &entry : alive) {
    auto socket = entry.second;
    if (socket->is_open())
      socket->send(restbed::WebSocketMessage::PING_FRAME);
    else
      socket->close();
  }
}

class Counter : public Resource {
public:
  explicit Counter(int step) : step_(step) {
    set_path("/counter");
    set_method_handler("POST", std::bind(&Counter::count, this, std::placeholders::_1));
  }

private:
  void count(const std::shared_ptr<Session> session) {
    total_ += step_;
    session->close(200, std::to_string(total_));
  }
  int step_;      // near-miss: set at start-up
  int total_ = 0; // finding: handler-state error "total_"
};

int main() {
  auto resource = std::make_shared<Resource>();
  resource->set_path("/notes/{name: .*}");
  resource->set_method_handler("GET", readNote);
  resource->set_method_handler("PUT", &writeNote);
  std::vector<std::string> origins; // finding: handler-state|static-cache|session-in-process error "origins"
  resource->set_error_handler([&origins](int, const std::exception &, const std::shared_ptr<Session> session) {
    origins.push_back(session->get_origin());
    session->close(500, origins.front());
  });
  auto chat = std::make_shared<Resource>();
  chat->set_path("/chat/{user: .*}");
  chat->set_method_handler("GET", [](const std::shared_ptr<Session> session) {
    std::string user = session->get_request()->get_path_parameter("user");
    session->upgrade(101, [user](const std::shared_ptr<WebSocket> socket) {
      alive.insert(std::make_pair(socket->get_key(), socket));
      hall.insert(std::make_pair(socket->get_key(), socket));
      online[user] = socket;
      socket->set_close_handler(closed);
      socket->set_message_handler(
          [user](const std::shared_ptr<WebSocket>, const std::shared_ptr<restbed::WebSocketMessage> message) {
            Bytes data = message->get_data();
            auto other = online.find(std::string(data.begin(), data.begin() + 4));
            if (other != online.end())
              other->second->send(user);
            for (auto &everyone : hall)
              everyone.second->send(user + " spoke");
          });
    });
  });
  auto settings = std::make_shared<restbed::Settings>();
  settings->set_port(1984);
  settings->set_bind_address("10.0.0.9");
  restbed::Service service;
  service.publish(resource);
  service.publish(chat);
  service.set_session_manager(std::make_shared<Visitors>());
  service.publish(std::make_shared<Counter>(2));
  service.schedule(ping, std::chrono::milliseconds(5000));
  service.set_ready_handler([](restbed::Service &) { kinds["none"] = "nothing here"; });
  service.set_not_found_handler(
      [](const std::shared_ptr<Session> session) { session->close(404, std::to_string(++missing)); });
  service.start(settings);
}
