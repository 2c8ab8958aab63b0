// The queue of a loop that could run the commands, but no caller passes that loop.
// reason: which arguments are never given is not used to leave branches out
#include <condition_variable>
#include <functional>
#include <mutex>
#include <netinet/in.h>
#include <queue>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

class Loop {
public:
  void run() {
    while (true) {
      std::unique_lock<std::mutex> lock(guard_);
      filled_.wait(lock, [this] { return !commands_.empty(); });
      std::string command = commands_.front();
      commands_.pop();
      if (command.empty())
        return;
    }
  }
  void push(const std::string &command) {
    std::lock_guard<std::mutex> lock(guard_);
    commands_.push(command);
    filled_.notify_one();
  }

private:
  std::mutex guard_;
  std::condition_variable filled_;
  std::queue<std::string> commands_; // near-miss: nobody puts anything in
};

static void serve(int fd, Loop *loop = nullptr) {
  char line[80];
  for (;;) {
    ssize_t n = ::read(fd, line, sizeof line);
    if (n <= 0)
      break;
    std::string text(line, size_t(n));
    if (loop)
      loop->push(text);
    else
      ::write(fd, text.data(), text.size());
  }
  ::close(fd);
}

int main() {
  Loop loop;
  std::thread worker([&loop] { loop.run(); });
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  ::listen(listener, 16);
  for (;;)
    serve(::accept(listener, nullptr, nullptr));
}
