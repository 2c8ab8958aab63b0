// Boost's pointers: the talkers of a lounge hold it, are nested in it and go round the others themselves.
// packages: libboost1.74-dev
#include <algorithm>
#include <boost/asio.hpp>
#include <boost/bind/bind.hpp>
#include <boost/enable_shared_from_this.hpp>
#include <boost/shared_ptr.hpp>
#include <istream>
#include <string>
#include <utility>
#include <vector>

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

class Lounge : public boost::enable_shared_from_this<Lounge> {
public:
  class Talker;
  typedef boost::shared_ptr<Talker> TalkerPtr;

  explicit Lounge(unsigned short port) : acceptor_(io_, tcp::endpoint(tcp::v4(), port)) {}
  void start();
  void enter(const TalkerPtr &talker) { clients_.push_back(talker); }
  void leave(const TalkerPtr &talker) { clients_.erase(std::find(clients_.begin(), clients_.end(), talker)); }
  asio::io_context &io() { return io_; }

  class Talker : public boost::enable_shared_from_this<Talker> {
  public:
    explicit Talker(boost::shared_ptr<Lounge> lounge) : lounge_(std::move(lounge)), socket_(lounge_->io()) {}
    static TalkerPtr make(boost::shared_ptr<Lounge> lounge) { return TalkerPtr(new Talker(std::move(lounge))); }
    tcp::socket &socket() { return socket_; }
    void begin() {
      lounge_->enter(shared_from_this());
      read();
    }

  private:
    void read() {
      asio::async_read_until(socket_, buffer_, '\n', boost::bind(&Talker::heard, shared_from_this(), asio::placeholders::error));
    }
    void heard(const error_code &error) {
      if (error)
        return lounge_->leave(shared_from_this());
      std::istream in(&buffer_);
      std::string line;
      std::getline(in, line);
      if (name_.empty())
        name_ = line;
      else
        tellOthers(name_ + ": " + line + "\n");
      read();
    }
    void tellOthers(const std::string &text) {
      for (const TalkerPtr &other : lounge_->clients_)
        if (other->name_ != name_)
          other->say(text);
    }
    void say(const std::string &text) {
      error_code ignored;
      asio::write(socket_, asio::buffer(text), ignored);
    }

    boost::shared_ptr<Lounge> lounge_;
    tcp::socket socket_;
    asio::streambuf buffer_; // near-miss: one talker's own
    std::string name_;       // near-miss: one talker's own
  };

private:
  void accepted(const TalkerPtr &talker, const error_code &error);

  asio::io_context io_;
  tcp::acceptor acceptor_;
  std::vector<TalkerPtr> clients_; // finding: handler-state|session-in-process "clients_"
};

void Lounge::start() {
  TalkerPtr talker = Talker::make(shared_from_this());
  acceptor_.async_accept(talker->socket(), boost::bind(&Lounge::accepted, shared_from_this(), talker, asio::placeholders::error));
  io_.run();
}

void Lounge::accepted(const TalkerPtr &talker, const error_code &error) {
  if (!error)
    talker->begin();
  TalkerPtr next = Talker::make(shared_from_this());
  acceptor_.async_accept(next->socket(), boost::bind(&Lounge::accepted, shared_from_this(), next, asio::placeholders::error));
}

int main() {
  boost::shared_ptr<Lounge> lounge(new Lounge(7630));
  lounge->start();
}
