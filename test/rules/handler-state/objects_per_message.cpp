// For each datagram a command is made by what is registered under its name: what it holds goes with
// the message. What the class keeps for all of them stays.
#include <functional>
#include <map>
#include <memory>
#include <netinet/in.h>
#include <sstream>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

class Command {
public:
  virtual ~Command() = default;
  void read(std::istream &in) {
    for (std::string word; in >> word;)
      words_.push_back(word);
  }
  virtual std::string run() = 0;

protected:
  std::vector<std::string> words_; // near-miss: one message's
};

using Maker = std::function<std::unique_ptr<Command>()>;

static std::map<std::string, Maker> &registry() {
  static std::map<std::string, Maker> makers; // near-miss: filled before main
  return makers;
}

template <class C> struct Registered {
  explicit Registered(const char *name) {
    registry()[name] = [] { return std::make_unique<C>(); };
  }
};

class Sum : public Command {
public:
  std::string run() override {
    for (const std::string &word : words_)
      sum_ += std::stol(word);
    return std::to_string(sum_);
  }

private:
  long sum_ = 0; // near-miss: one message's
};

class Note : public Command {
public:
  std::string run() override {
    text_.clear();
    for (const std::string &word : words_)
      text_ += word + " ";
    if (!text_.empty())
      last_ = text_;
    return last_;
  }

private:
  std::string text_; // near-miss: one message's
  static std::string last_;
};
std::string Note::last_; // finding: mutable-global|handler-state error "last_"

static const Registered<Sum> sum("sum");
static const Registered<Note> note("note");

int main() {
  int fd = ::socket(AF_INET, SOCK_DGRAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7700);
  if (::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
    return 1;
  for (;;) {
    char piece[1500];
    sockaddr_in from{};
    socklen_t length = sizeof from;
    ssize_t n = ::recvfrom(fd, piece, sizeof piece, 0, reinterpret_cast<sockaddr *>(&from), &length);
    if (n <= 0)
      continue;
    std::istringstream in(std::string(piece, static_cast<size_t>(n)));
    std::string name;
    in >> name;
    if (!registry().count(name))
      continue;
    std::unique_ptr<Command> command = registry()[name]();
    command->read(in);
    const std::string answer = command->run();
    ::sendto(fd, answer.data(), answer.size(), 0, reinterpret_cast<sockaddr *>(&from), length);
  }
}
