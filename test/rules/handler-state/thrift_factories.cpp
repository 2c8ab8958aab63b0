// Apache Thrift: a handler that a factory makes for each connection belongs to it; one that the factory
// lends to all of them belongs to the process.
// packages: libthrift-dev
#include <memory>
#include <mutex>
#include <string>
#include <thrift/TDispatchProcessor.h>
#include <thrift/protocol/TBinaryProtocol.h>
#include <thrift/server/TThreadedServer.h>
#include <thrift/transport/TBufferTransports.h>
#include <thrift/transport/TServerSocket.h>

// What the compiler makes of `service Board { string say(1: string line) }`.
class BoardIf {
public:
  virtual ~BoardIf() {}
  virtual void say(std::string &answer, const std::string &line) = 0;
};
class BoardIfFactory {
public:
  typedef BoardIf Handler;
  virtual ~BoardIfFactory() {}
  virtual BoardIf *getHandler(const ::apache::thrift::TConnectionInfo &info) = 0;
  virtual void releaseHandler(BoardIf *handler) = 0;
};
class BoardProcessor : public ::apache::thrift::TDispatchProcessor {
public:
  explicit BoardProcessor(std::shared_ptr<BoardIf> iface) : iface_(iface) {}

protected:
  bool dispatchCall(::apache::thrift::protocol::TProtocol *, ::apache::thrift::protocol::TProtocol *,
                    const std::string &, int32_t, void *) override {
    std::string answer;
    iface_->say(answer, "");
    return true;
  }
  std::shared_ptr<BoardIf> iface_;
};
class BoardProcessorFactory : public ::apache::thrift::TProcessorFactory {
public:
  explicit BoardProcessorFactory(const std::shared_ptr<BoardIfFactory> &factory) : factory_(factory) {}
  std::shared_ptr<::apache::thrift::TProcessor> getProcessor(const ::apache::thrift::TConnectionInfo &info) override {
    return std::make_shared<BoardProcessor>(std::shared_ptr<BoardIf>(factory_->getHandler(info)));
  }

protected:
  std::shared_ptr<BoardIfFactory> factory_;
};

class Wall {
public:
  std::string add(const std::string &line) {
    std::lock_guard<std::mutex> lock(guard_);
    text_ += line + "\n";
    return text_;
  }

private:
  std::mutex guard_;
  std::string text_; // finding: handler-state error
};

class BoardHandler : public BoardIf {
public:
  explicit BoardHandler(Wall &wall) : wall_(wall) {}
  void say(std::string &answer, const std::string &line) override {
    ++said_;
    answer = std::to_string(said_) + " " + wall_.add(line);
  }

private:
  Wall &wall_;
  int said_ = 0; // near-miss: one handler for each connection
};

class BoardFactory : public BoardIfFactory {
public:
  BoardIf *getHandler(const ::apache::thrift::TConnectionInfo &) override { return new BoardHandler(wall_); }
  void releaseHandler(BoardIf *handler) override { delete handler; }

private:
  Wall wall_;
};

class Teller : public BoardIf {
public:
  void say(std::string &answer, const std::string &line) override {
    answer = last_;
    last_ = line;
  }

private:
  std::string last_; // finding: handler-state error
};
class TellerFactory : public BoardIfFactory {
public:
  BoardIf *getHandler(const ::apache::thrift::TConnectionInfo &) override { return &teller_; }
  void releaseHandler(BoardIf *) override {}

private:
  Teller teller_;
};

static void serve(const std::shared_ptr<BoardIfFactory> &factory, int port) {
  using namespace ::apache::thrift;
  server::TThreadedServer server(std::make_shared<BoardProcessorFactory>(factory),
                                 std::make_shared<transport::TServerSocket>(port),
                                 std::make_shared<transport::TBufferedTransportFactory>(),
                                 std::make_shared<protocol::TBinaryProtocolFactory>());
  server.serve();
}

int main(int argc, char **) {
  if (argc > 1)
    serve(std::make_shared<TellerFactory>(), 9091);
  else
    serve(std::make_shared<BoardFactory>(), 9090);
}
