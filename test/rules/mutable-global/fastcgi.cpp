// A FastCGI program that a web server starts: it inherits its socket and never opens one.
// packages: libfcgi-dev
#include <fcgiapp.h>
#include <string>
#include <vector>

static int served = 0; // finding: mutable-global error "served"

class Reply {
  int status_ = 500;
  std::vector<std::string> headers_;
  int stage_ = 0;

  void stage(int next) {
    if (stage_ < 1 && next >= 1) {
      stage_ = 1;
      header("Server: shop");
    }
    stage_ = next;
  }

public:
  bool accept(FCGX_Request &request) {
    bool more = FCGX_Accept_r(&request) >= 0;
    stage_ = 0;
    status_ = 500;
    headers_.clear();
    return more;
  }
  void status(int code) {
    stage(1);
    status_ = code;
  }
  void header(const std::string &line) {
    stage(1);
    headers_.push_back(line);
  }
  void send(FCGX_Stream *out) {
    for (const std::string &line : headers_)
      FCGX_PutStr(line.data(), static_cast<int>(line.size()), out);
    FCGX_FPrintF(out, "\r\n%d", status_);
  }
};

int main() {
  FCGX_Request request;
  FCGX_Init();
  FCGX_InitRequest(&request, 0, 0);
  Reply reply;
  while (reply.accept(request)) {
    reply.status(served++ % 2 ? 200 : 202);
    reply.send(request.out);
    FCGX_Finish_r(&request);
  }
}
