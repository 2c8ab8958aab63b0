// A message says from where it came and for which room it is: a table of rooms is not one of addresses.
// packages: nlohmann-json3-dev
#include <arpa/inet.h>
#include <map>
#include <netinet/in.h>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

struct Message {
  std::string address;
  int room = 0;
  std::string text;
};

struct Room {
  std::vector<std::string> lines;
};

class Desk {
public:
  explicit Desk(unsigned short port) : fd_(socket(AF_INET, SOCK_DGRAM, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(port);
    bind(fd_, reinterpret_cast<sockaddr *>(&at), sizeof at);
  }

  void run() {
    char buffer[1500];
    while (true) {
      sockaddr_in from{};
      socklen_t length = sizeof from;
      ssize_t n = recvfrom(fd_, buffer, sizeof buffer, 0, reinterpret_cast<sockaddr *>(&from), &length);
      if (n <= 0)
        continue;
      auto json = nlohmann::json::parse(std::string(buffer, size_t(n)), nullptr, false);
      if (json.is_discarded())
        continue;
      Message message;
      message.address = inet_ntoa(from.sin_addr);
      message.room = json.value("room", 0);
      message.text = json.value("text", "");
      std::string answer = obey(message);
      sendto(fd_, answer.data(), answer.size(), 0, reinterpret_cast<sockaddr *>(&from), length);
    }
  }

private:
  std::string obey(const Message &message) {
    auto known = names_.find(message.address); // finding: sticky-session
    if (known == names_.end()) {
      names_[message.address] = message.text;
      return "welcome";
    }
    Room &room = rooms_[message.room]; // near-miss: by the room's number
    room.lines.push_back(known->second + ": " + message.text);
    std::string all;
    for (const std::string &line : room.lines)
      all += line + "\n";
    return all;
  }

  int fd_;
  std::map<int, Room> rooms_;               // finding: handler-state|static-cache "rooms_"
  std::map<std::string, std::string> names_; // finding: handler-state|static-cache "names_"
};

int main() {
  Desk desk(7610);
  desk.run();
}
