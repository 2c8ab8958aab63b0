// A queue made by hand hands accepted connections to the threads that serve them; what those count
// in the same program is told to clients.
#include <netinet/in.h>
#include <pthread.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

class WaitingQueue {
public:
  explicit WaitingQueue(int size) : waiting_(new int[size]), size_(size) {}
  void push(int client) {
    pthread_mutex_lock(&lock_);
    end_ = (end_ + 1) % size_;
    waiting_[end_] = client;
    ++count_;
    pthread_mutex_unlock(&lock_);
  }
  int pop() {
    pthread_mutex_lock(&lock_);
    int client = -1;
    if (count_ > 0) {
      client = waiting_[begin_];
      begin_ = (begin_ + 1) % size_;
      --count_;
    }
    pthread_mutex_unlock(&lock_);
    return client;
  }

private:
  int *waiting_; // near-miss: accepted descriptors
  const int size_;
  int begin_ = 0; // near-miss: where they begin
  int end_ = -1;  // near-miss: where they end
  int count_ = 0; // near-miss: how many there are
  pthread_mutex_t lock_ = PTHREAD_MUTEX_INITIALIZER;
};

static WaitingQueue waiting(64);
static int visitors = 0; // finding: mutable-global error "visitors"

static void serve() {
  for (;;) {
    int client = waiting.pop();
    if (client < 0)
      continue;
    char line[100];
    recv(client, line, sizeof line, 0);
    std::string text = "visitor " + std::to_string(++visitors) + "\n";
    send(client, text.data(), text.size(), 0);
    close(client);
  }
}

int main() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(7000);
  bind(listener, reinterpret_cast<sockaddr *>(&at), sizeof at);
  listen(listener, 16);
  std::thread worker(serve);
  while (true)
    waiting.push(accept(listener, nullptr, nullptr));
}
