// A game's loop: when its last frame was, whether the match runs, and the slot into which a client is accepted.
#include <chrono>
#include <fcntl.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

struct Packet {
  bool running;
  float age;
};
struct Stream {
  int sockfd; // near-miss: the one that was just accepted
};

static bool take(int listener, Stream *stream) {
  int sockfd = accept(listener, nullptr, nullptr);
  if (sockfd == -1)
    return false;
  stream->sockfd = sockfd;
  return true;
}

class Match {
public:
  void input(char key) {
    if (key == 's')
      running_ = true;
    if (key == 'e')
      running_ = false;
  }
  void fill(Packet &packet, float age) const {
    packet.running = running_;
    packet.age = age;
  }
  void stop() { stopped_ = true; }
  bool stopped() const { return stopped_; }

private:
  bool running_ = false; // finding: handler-state error "running_"
  bool stopped_ = false; // near-miss: ends the loop
};

static void serve(Stream stream, Match &match, float age) {
  char key = 0;
  if (read(stream.sockfd, &key, 1) == 1) {
    match.input(key);
    if (key == 'q')
      match.stop();
    Packet packet;
    match.fill(packet, age);
    write(stream.sockfd, &packet, sizeof packet);
  }
  close(stream.sockfd);
}

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in own{};
  own.sin_family = AF_INET;
  own.sin_port = htons(7000);
  bind(listener, reinterpret_cast<sockaddr *>(&own), sizeof own);
  listen(listener, 16);
  fcntl(listener, F_SETFL, O_NONBLOCK);
  Match match;
  Stream stream;
  auto last = std::chrono::steady_clock::now(); // near-miss: the last frame's time
  while (!match.stopped()) {
    auto now = std::chrono::steady_clock::now();
    std::chrono::duration<float> age = now - last;
    last = now;
    if (take(listener, &stream))
      serve(stream, match, age.count());
    auto took = std::chrono::steady_clock::now() - now;
    if (took < std::chrono::milliseconds(16))
      std::this_thread::sleep_for(std::chrono::milliseconds(16) - took);
  }
}
