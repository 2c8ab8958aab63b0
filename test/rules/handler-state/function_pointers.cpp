// Lambdas that capture nothing are kept as pointers to functions: in a table that
// is copied, in a global, and with a plus sign in front.
#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

struct Room {
  std::string topic;
};

class Hotel {
public:
  Room *find(int id) {
    auto it = rooms_.find(id);
    return it == rooms_.end() ? nullptr : &it->second;
  }
  void open(int id, const std::string &topic) { rooms_[id].topic = topic; }

private:
  std::map<int, Room> rooms_; // finding: handler-state error "rooms_"
};

struct Guest;
using Command = void (*)(Guest &, const std::string &);
using Commands = std::map<char, Command>;

struct Guest {
  int fd;
  Hotel *hotel;
  const Commands *commands = nullptr;
  void say(const std::string &text) { ::write(fd, text.data(), text.size()); }
  void serve();
};

static Commands makeCommands() {
  static Commands commands; // near-miss: filled before the first request
  commands['n'] = [](Guest &guest, const std::string &) {
    static unsigned nextId = 0; // finding: mutable-global error "nextId"
    guest.say(std::to_string(++nextId));
  };
  commands['o'] = [](Guest &guest, const std::string &text) { guest.hotel->open(std::stoi(text), text); };
  commands['t'] = +[](Guest &guest, const std::string &text) {
    static std::string last; // finding: mutable-global error "last"
    Room *room = guest.hotel->find(std::stoi(text));
    guest.say(room ? room->topic : last);
    last = text;
  };
  return commands;
}

static const Commands &commands() {
  static Commands all = makeCommands();
  return all;
}

static int (*lengthOf)(const std::string &) = [](const std::string &text) {
  static int longest = 0; // finding: mutable-global error "longest"
  if (int(text.size()) > longest)
    longest = int(text.size());
  return longest;
};

static int (*unused)(int) = [](int n) {
  static int sum = 0; // near-miss: nobody calls it
  return sum += n;
};

void Guest::serve() {
  char line[80];
  for (;;) {
    ssize_t n = ::read(fd, line, sizeof line);
    if (n <= 1)
      break;
    std::string text(line + 1, size_t(n - 1));
    auto it = commands->find(line[0]);
    if (it != commands->end()) {
      Command command = it->second;
      command(*this, text);
    } else {
      say(std::to_string(lengthOf(text)));
    }
  }
  ::close(fd);
}

int main(int argc, char **) {
  if (argc > 5)
    return unused == nullptr;
  Hotel hotel;
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  ::listen(listener, 16);
  for (;;) {
    Guest guest{::accept(listener, nullptr, nullptr), &hotel};
    guest.commands = &commands();
    guest.serve();
  }
}
