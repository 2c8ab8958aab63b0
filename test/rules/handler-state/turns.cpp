// ZeroMQ: how many turns a loop has made, and when its next heartbeat is due; what it tells its visitors is another matter.
// packages: libzmq3-dev, cppzmq-dev
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <zmq.hpp>

static std::int64_t clock_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

static std::string receive(zmq::socket_t &socket) {
  zmq::message_t message;
  (void)socket.recv(message);
  std::string text(static_cast<char *>(message.data()), message.size()); // near-miss: ends with the function
  text.push_back('\n');
  return text;
}

static void say(zmq::socket_t &socket, const std::string &text) {
  socket.send(zmq::buffer(text), zmq::send_flags::none);
}

int main() {
  zmq::context_t context;
  zmq::socket_t service(context, ZMQ_REP);
  service.bind("tcp://*:5562");
  int subscribers = 0; // near-miss: counts the turns
  while (subscribers < 3) {
    receive(service);
    say(service, "go");
    subscribers++;
  }
  int task; // near-miss: counts the turns
  for (task = 0; task < 100; task++) {
    receive(service);
    say(service, "done");
    if (task % 10 == 0)
      std::printf(":");
  }
  const std::int64_t interval = 1000;
  std::int64_t due = clock_ms() + interval; // near-miss: when the next heartbeat is due
  int served = 0;                           // finding: handler-state error "served"
  while (true) {
    zmq::pollitem_t items[] = {{service, 0, ZMQ_POLLIN, 0}};
    zmq::poll(items, 1, std::chrono::milliseconds(interval));
    if (items[0].revents & ZMQ_POLLIN) {
      receive(service);
      say(service, std::to_string(++served));
    }
    if (clock_ms() >= due) {
      std::printf("alive\n");
      due += interval;
    }
  }
}
