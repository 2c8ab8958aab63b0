// muduo: what a relay keeps of its connections, by the name that each has for itself; what others ask for is another matter.
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <map>
#include <memory>
#include <muduo.h>
#include <mutex>
#include <string>
#include <unordered_set>
#include <vector>

using muduo::net::Buffer;
using muduo::net::EventLoop;
using muduo::net::InetAddress;
using muduo::net::TcpConnectionPtr;

class Tunnel {
public:
  Tunnel(EventLoop *loop, const InetAddress &to, TcpConnectionPtr conn)
      : client_(loop, to, conn->name()), conn_(std::move(conn)) {}
  void connect() { client_.connect(); }
  void disconnect() { client_.disconnect(); }

private:
  muduo::net::TcpClient client_;
  TcpConnectionPtr conn_;
};

static std::map<std::string, std::shared_ptr<Tunnel>> tunnels; // near-miss: each connection's own entry
static muduo::ThreadLocal<std::map<std::string, std::shared_ptr<Tunnel>>> mine; // near-miss: the same, in each thread
static std::map<std::string, std::string> banners; // finding: static-cache error "banners"
static std::vector<InetAddress> backends;
static std::size_t current = 0; // near-miss: only chooses among backends
static std::mutex lock;

class Relay {
public:
  explicit Relay(EventLoop *loop) : loop_(loop), server_(loop, InetAddress(7000), "relay") {
    server_.setConnectionCallback([this](const TcpConnectionPtr &conn) { changed(conn); });
    server_.setMessageCallback([this](const TcpConnectionPtr &conn, Buffer *buffer, long) { said(conn, buffer); });
    loop->runEvery(1.0, [this] { tick(); });
    loop->runEvery(3.0, [this] { throughput(); });
    buckets_.resize(8);
  }
  void start() { server_.start(); }

private:
  struct Entry {
    explicit Entry(const TcpConnectionPtr &conn) : conn(conn) {}
    ~Entry() {
      if (TcpConnectionPtr alive = conn.lock())
        alive->shutdown();
    }
    std::weak_ptr<muduo::net::TcpConnection> conn;
  };
  using Bucket = std::unordered_set<std::shared_ptr<Entry>>;

  void changed(const TcpConnectionPtr &conn) {
    if (!conn->connected()) {
      --connected_;
      tunnels[conn->name()]->disconnect();
      tunnels.erase(conn->name());
      mine.value().erase(conn->name());
      return;
    }
    ++connected_;
    if (connected_ > 1000)
      conn->shutdown();
    std::printf("connected %d\n", connected_);
    std::size_t chosen = 0;
    {
      std::lock_guard<std::mutex> hold(lock);
      chosen = current;
      current = (current + 1) % backends.size();
    }
    InetAddress backend = backends[chosen];
    auto tunnel = std::make_shared<Tunnel>(loop_, backend, conn);
    tunnel->connect();
    tunnels[conn->name()] = tunnel;
    mine.value()[conn->name()] = tunnel;
    auto entry = std::make_shared<Entry>(conn);
    buckets_.back().insert(entry);
    conn->setContext(entry);
  }
  void said(const TcpConnectionPtr &conn, Buffer *buffer) {
    transferred_.add(buffer->readableBytes());
    messages_.incrementAndGet();
    std::string text = buffer->retrieveAllAsString();
    buckets_.back().insert(std::static_pointer_cast<Entry>(conn->getContext().lock()));
    if (text == "quit") {
      loop_->runAfter(3.0, std::bind(&EventLoop::quit, loop_)); // near-miss: ends the loop, carries no work
      return;
    }
    std::size_t space = text.find(' ');
    if (space != std::string::npos)
      banners[text.substr(0, space)] = text.substr(space + 1);
    auto found = banners.find(text);
    conn->send(found == banners.end() ? "none" : found->second);
  }
  void tick() {
    buckets_.push_back(Bucket());
    buckets_.pop_front();
    for (const Bucket &bucket : buckets_) {
      std::printf("%zu:", bucket.size());
      for (const auto &entry : bucket)
        std::printf(" %d", entry->conn.expired());
    }
  }
  void throughput() {
    muduo::Timestamp end = muduo::Timestamp::now();
    long now = transferred_.get(), messages = messages_.getAndSet(0);
    double time = muduo::timeDifference(end, since_);
    std::printf("%f MiB/s %f per second\n", (now - before_) / time / 1024 / 1024, messages / time);
    before_ = now;
    since_ = end;
  }

  EventLoop *loop_;
  muduo::net::TcpServer server_;
  std::deque<Bucket> buckets_;     // near-miss: idle timers of connections
  int connected_ = 0;              // near-miss: how many are open
  muduo::AtomicInt64 transferred_; // near-miss: only logged
  muduo::AtomicInt64 messages_;    // near-miss: only logged
  long before_ = 0;                // near-miss: only logged
  muduo::Timestamp since_;         // near-miss: only logged
};

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++)
    backends.push_back(InetAddress(std::atoi(argv[i])));
  EventLoop loop;
  Relay relay(&loop);
  relay.start();
  loop.loop();
}
