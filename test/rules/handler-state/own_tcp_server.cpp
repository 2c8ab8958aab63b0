// A project's own classes with the names of muduo's: what they keep is state, whatever they are called.
#include <arpa/inet.h>
#include <functional>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

class TcpConnection {
public:
  explicit TcpConnection(std::string nick = "nobody") : nick_(std::move(nick)) {}
  const std::string &nick() const { return nick_; }

private:
  std::string nick_;
};

class TcpServer {
public:
  using Callback = std::function<std::string(const std::string &)>;
  void setMessageCallback(Callback callback) { callback_ = std::move(callback); }
  void start(int port) {
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
    listen(listener, 16);
    for (;;) {
      int client = accept(listener, nullptr, nullptr);
      char text[256];
      ssize_t n = recv(client, text, sizeof text, 0);
      if (n > 0) {
        lines_.emplace_back(text, n);
        lines_.back() += latest_.nick();
        latest_ = TcpConnection(std::string(text, 4));
        std::string answer = callback_(lines_.front());
        send(client, answer.data(), answer.size(), 0);
      }
      close(client);
    }
  }

private:
  Callback callback_;              // near-miss: set at start-up
  TcpConnection latest_;           // finding: handler-state error "latest_"
  std::vector<std::string> lines_; // finding: handler-state error "lines_"
};

int main() {
  TcpServer server;
  server.setMessageCallback([](const std::string &text) { return text; });
  server.start(8080);
}
