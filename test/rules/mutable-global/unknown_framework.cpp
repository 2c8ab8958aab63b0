// A service whose framework nobody knows: it listens and loops, evidence is `runtime`.
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace vendor {
struct Message {
  std::string text;
};
void subscribe(const char *topic, void (*callback)(const Message &));
void publish(const char *topic, const std::string &text);
void run();
} // namespace vendor

static int messages = 0;       // finding: mutable-global warning "messages"
static std::string last_topic; // finding: mutable-global warning "last_topic"

static void onMessage(const vendor::Message &m) {
  ++messages;
  vendor::publish("previous", last_topic + std::to_string(messages));
  last_topic = m.text;
}

int main() {
  int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(9000);
  ::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(fd, 16);
  vendor::subscribe("orders", onMessage);
  vendor::run();
  ::close(fd);
}
