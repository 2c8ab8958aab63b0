// `new Room *[n]`: the table that grows is the state, not what its rooms keep.
// An array of handlers that nobody changes is only the way to what they keep.
#include <string>
#include <sys/socket.h>
#include <unistd.h>

class Room {
public:
  void open(int owner, const std::string &topic) {
    owner_ = owner;
    topic_ = topic;
  }
  const std::string &topic() const { return topic_; }
  int owner() const { return owner_; }

private:
  int owner_ = 0;     // near-miss: part of the table of rooms
  std::string topic_; // near-miss: likewise
};

class Rooms {
public:
  Rooms() {
    rooms_ = new Room *[size_];
    for (int i = 0; i < size_; i++)
      rooms_[i] = new Room();
  }
  Room &at(int i) {
    while (i >= size_)
      grow();
    return *rooms_[i];
  }

private:
  void grow() {
    Room **larger = new Room *[size_ * 2];
    for (int i = 0; i < size_ * 2; i++)
      larger[i] = i < size_ ? rooms_[i] : new Room();
    delete[] rooms_;
    rooms_ = larger;
    size_ *= 2;
  }
  int size_ = 4; // finding: handler-state error "size_"
  Room **rooms_; // finding: handler-state error "rooms_"
};

class Command {
public:
  virtual ~Command() = default;
  virtual std::string run(int client, const std::string &line) = 0;
};
class Open : public Command {
public:
  explicit Open(Rooms &rooms) : rooms_(rooms) {}
  std::string run(int client, const std::string &line) override {
    rooms_.at(client % 100).open(client, line);
    return "opened";
  }

private:
  Rooms &rooms_;
};
class Tell : public Command {
public:
  explicit Tell(Rooms &rooms) : rooms_(rooms) {}
  std::string run(int client, const std::string &line) override {
    Room &room = rooms_.at(client % 100);
    std::string said = last_ + room.topic() + std::to_string(room.owner());
    last_ = line;
    return said;
  }

private:
  Rooms &rooms_;
  std::string last_; // finding: handler-state error "last_"
};

int main() {
  Rooms rooms;
  Command *commands[] = {new Open(rooms), new Tell(rooms)}; // near-miss: nobody changes the array
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  ::listen(listener, 16);
  while (true) {
    int fd = ::accept(listener, nullptr, nullptr);
    char buffer[512];
    ssize_t n = ::recv(fd, buffer, sizeof buffer, 0);
    std::string line(buffer, size_t(n > 0 ? n : 0));
    std::string answer = commands[line[0] == 'o' ? 0 : 1]->run(fd, line);
    ::send(fd, answer.data(), answer.size(), 0);
    ::close(fd);
  }
}
