// A writer of responses made by hand: the worker's number in a cookie is said once, where it is put
// there, and not where all headers are joined.
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#include <vector>

class ResponseWriter {
public:
  explicit ResponseWriter(int client) : client_(client) {}
  ResponseWriter &status(int code) {
    code_ = code;
    return *this;
  }
  ResponseWriter &header(const std::string &name, const std::string &value) {
    head_ += name + ": " + value + "\r\n";
    return *this;
  }
  ResponseWriter &type(const char *what) {
    head_ += std::string("Content-Type: ") + what + "\r\n";
    return *this;
  }
  void send(const std::string &body) {
    std::string text = "HTTP/1.1 " + std::to_string(code_) + "\r\n";
    text += head_;
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    ::send(client_, text.data(), text.size(), MSG_NOSIGNAL); // near-miss: joins what was said above
  }
  void sendAtOnce(const std::string &body) {
    std::string text = "HTTP/1.1 " + std::to_string(code_) + "\r\n";
    text += head_ + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    ::send(client_, text.data(), text.size(), MSG_NOSIGNAL); // near-miss: so does this
  }

private:
  int client_;
  int code_ = 200;
  std::string head_;
};

static void greet(int client) {
  ResponseWriter out(client);
  out.status(200).type("text/plain");
  out.header("Set-Cookie", "worker=" + std::to_string(::getpid())); // finding: sticky-session error "header"
  out.sendAtOnce("hello\n");
}
static void serve(int client) {
  char request[4096];
  if (::recv(client, request, sizeof request, 0) <= 0)
    return;
  ResponseWriter out(client);
  out.status(200).header("Content-Type", "text/plain");
  out.header("Set-Cookie", "theme=dark; Path=/"); // near-miss: the same everywhere
  out.header("Set-Cookie", "worker=" + std::to_string(::getpid())); // finding: sticky-session error
  out.send("hello\n");
}

int main() {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7670);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 16);
  for (;;) {
    int client = ::accept(listener, nullptr, nullptr);
    if (client < 0)
      continue;
    greet(client);
    serve(client);
    ::close(client);
  }
}
