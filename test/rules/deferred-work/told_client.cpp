// Work that a thread does for a client who waits for its answer is not put off: the job
// names the connection, or the task is given how to answer. Where nobody is told, work is
// lost. What a thread looks for in a list and takes out of it was never work.
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <netinet/in.h>
#include <postgresql/libpq-fe.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

struct Job {
  int client;
  std::string line;
};

struct Order {
  int customer;
  std::string what;
};

struct Upstream {
  int id;
  int fd;
};

class Backend {
public:
  explicit Backend(PGconn *database) : database_(database) {
    answering_ = std::thread([this] { answer(); });
    storing_ = std::thread([this] { store(); });
    watching_ = std::thread([this] { watch(); });
  }

  void add(Job job) {
    std::lock_guard<std::mutex> lock(mutex_);
    jobs_.push_back(std::move(job));
    filled_.notify_all();
  }
  void add(Order order) {
    std::lock_guard<std::mutex> lock(mutex_);
    orders_.push_back(std::move(order));
    filled_.notify_all();
  }
  void add(Upstream upstream) {
    std::lock_guard<std::mutex> lock(mutex_);
    upstreams_.push_back(upstream);
  }

private:
  void answer() {
    for (;;) {
      std::unique_lock<std::mutex> lock(mutex_);
      filled_.wait(lock, [this] { return !jobs_.empty(); });
      Job job = jobs_.front();
      jobs_.pop_front();
      lock.unlock();
      std::string text = "you said " + job.line;
      ::send(job.client, text.data(), text.size(), MSG_NOSIGNAL);
      ::close(job.client);
    }
  }
  void store() {
    for (;;) {
      std::unique_lock<std::mutex> lock(mutex_);
      filled_.wait(lock, [this] { return !orders_.empty(); });
      Order order = orders_.front();
      orders_.pop_front();
      lock.unlock();
      std::string text = "insert into orders values (" + std::to_string(order.customer) + ", '" + order.what + "')";
      PQclear(PQexec(database_, text.c_str()));
    }
  }
  // Upstreams that have hung up are of no use.
  void watch() {
    for (;;) {
      ::sleep(1);
      char nothing;
      int gone = -1;
      std::lock_guard<std::mutex> lock(mutex_);
      for (const Upstream &upstream : upstreams_)
        if (::recv(upstream.fd, &nothing, 1, MSG_PEEK | MSG_DONTWAIT) == 0)
          gone = upstream.id;
      drop(gone);
    }
  }
  void drop(int id) {
    for (auto it = upstreams_.begin(); it != upstreams_.end(); ++it)
      if (it->id == id) {
        upstreams_.erase(it);
        break;
      }
  }

  PGconn *database_;
  std::mutex mutex_;
  std::condition_variable filled_;
  std::deque<Job> jobs_;            // near-miss: the worker answers the client
  std::deque<Order> orders_;        // finding: deferred-work error "orders_"
  std::vector<Upstream> upstreams_; // finding: handler-state|static-cache "upstreams_"
  std::thread answering_, storing_, watching_;
};

// Streams are pumped to whoever asked, by the function that came with the question.
using Sender = void (*)(unsigned long handle, const char *data, size_t size);

// The client's handle is the port at which it listens.
static void sendTo(unsigned long handle, const char *data, size_t size) {
  int fd = ::socket(AF_INET, SOCK_DGRAM, 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<uint16_t>(handle));
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ::sendto(fd, data, size, 0, reinterpret_cast<sockaddr *>(&to), sizeof to);
  ::close(fd);
}

static void pump(int stream, Sender send_callback, unsigned long handle) {
  for (int i = 0; i < 10; ++i) {
    std::string piece = std::to_string(stream) + "/" + std::to_string(i) + "\n";
    send_callback(handle, piece.data(), piece.size());
  }
}

static void mailReceipt(const std::string &receipt) { std::system(("echo " + receipt + " | mail -s receipt shop").c_str()); }

static void open(int stream, Sender send_callback, unsigned long handle) {
  std::thread(pump, stream, send_callback, handle).detach(); // near-miss: the client gets what it pumps
}

static void sell(int customer) {
  std::string receipt = "sold to " + std::to_string(customer);
  std::thread(mailReceipt, receipt).detach(); // finding: deferred-work error
}

static std::string takeLine(int fd) {
  char piece[256];
  ssize_t n = ::recv(fd, piece, sizeof piece, 0);
  return std::string(piece, size_t(n > 0 ? n : 0));
}

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  ::listen(listener, 16);
  Backend backend(PQconnectdb(std::getenv("DATABASE")));
  for (;;) {
    int fd = ::accept(listener, nullptr, nullptr);
    std::string line = takeLine(fd);
    if (line == "join") {
      backend.add(Upstream{fd, fd});
    } else if (line.compare(0, 7, "stream ") == 0) {
      open(7, sendTo, std::strtoul(line.c_str() + 7, nullptr, 10));
      ::close(fd);
    } else if (line.compare(0, 6, "order ") == 0) {
      backend.add(Order{fd, line.substr(6)});
      sell(fd);
      ::close(fd);
    } else {
      backend.add(Job{fd, line});
    }
  }
}
