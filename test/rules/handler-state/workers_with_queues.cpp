// Each worker has a queue of its own; the request that finds it idle starts its thread, which answers.
// packages: libboost-dev
#include <boost/asio.hpp>
#include <iostream>
#include <list>
#include <memory>
#include <queue>
#include <string>
#include <thread>

namespace {

using tcp = boost::asio::ip::tcp;

class Client : public std::enable_shared_from_this<Client> {
public:
  explicit Client(boost::asio::io_context &context) : socket_(context) {}
  tcp::socket &socket() { return socket_; }
  void answer(const std::string &text) { boost::asio::write(socket_, boost::asio::buffer(text)); }
  void read();

private:
  tcp::socket socket_;
  boost::asio::streambuf buffer_;
};

struct Command {
  std::string text;
  std::shared_ptr<Client> client;
};

class Worker {
public:
  ~Worker() {
    if (started_)
      delete thread_;
  }
  size_t waiting() const { return commands_.size(); }
  bool started() const { return started_; }
  void take(const Command &command) {
    commands_.push(command);
    if (commands_.size() == 1) {
      started_ = true;
      thread_ = new std::thread(run, this);
      thread_->detach();
    }
  }

private:
  static void run(Worker *worker) {
    while (!worker->commands_.empty()) {
      Command command = worker->commands_.front();
      command.client->answer(command.text);
      worker->commands_.pop();
    }
  }
  std::queue<Command> commands_; // near-miss: its thread answers
  bool started_ = false;         // near-miss: nobody asks
  std::thread *thread_ = nullptr;
};

struct Listener {
  std::unique_ptr<tcp::acceptor> acceptor;
};

struct Control {
  std::list<Worker *> workers;      // near-miss: made at start-up
  std::list<Listener *> listeners;  // near-miss: made at start-up
  std::string motto = "none";       // finding: handler-state|mutable-global error "motto"
};

Control control;

void Client::read() {
  boost::asio::async_read_until(socket_, buffer_, '\n',
                                [self = shared_from_this()](boost::system::error_code error, size_t) {
                                  if (error)
                                    return;
                                  std::istream in(&self->buffer_);
                                  std::string line;
                                  std::getline(in, line);
                                  if (line.rfind("motto ", 0) == 0)
                                    control.motto = line;
                                  Worker *least = control.workers.front();
                                  for (Worker *worker : control.workers)
                                    if (worker->waiting() < least->waiting())
                                      least = worker;
                                  least->take({control.motto, self});
                                  self->read();
                                });
}

void accept(boost::asio::io_context &context, tcp::acceptor &acceptor) {
  auto client = std::make_shared<Client>(context);
  acceptor.async_accept(client->socket(), [&context, &acceptor, client](boost::system::error_code error) {
    if (!error)
      client->read();
    accept(context, acceptor);
  });
}

} // namespace

int main() {
  boost::asio::io_context context;
  for (int n = 0; n < 4; ++n)
    control.workers.push_back(new Worker);
  for (unsigned short port : {8001, 8002}) {
    auto *listener = new Listener;
    listener->acceptor = std::make_unique<tcp::acceptor>(context, tcp::endpoint(tcp::v4(), port));
    accept(context, *listener->acceptor);
    control.listeners.push_back(listener);
  }
  std::thread console([&context] {
    for (std::string line; std::getline(std::cin, line);)
      if (line == "stop") {
        for (Listener *listener : control.listeners)
          delete listener;
        control.listeners.clear();
        context.stop();
      }
  });
  context.run();
  console.join();
}
