// Workers started from a lambda that has a name; each turn's own locals are nobody else's.
// packages: libfcgi-dev
#include <fcgiapp.h>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace {

class Desk {
public:
  void work() {
    while (true) {
      FCGX_Request *request = new FCGX_Request;
      FCGX_InitRequest(request, 0, 0);
      FCGX_Accept_r(request);
      std::string text = name();
      FCGX_PutS(text.c_str(), request->out);
      FCGX_Finish_r(request);
      delete request;
    }
  }

private:
  std::string name() {
    std::lock_guard lock(mutex_);
    return "ticket " + std::to_string(tickets_++);
  }
  std::mutex mutex_;
  unsigned long tickets_ = 1; // finding: handler-state error "tickets_"
};

} // namespace

int main() {
  FCGX_Init();
  Desk desk;
  auto work = [&desk]() -> void { desk.work(); };
  for (int i = 0; i < 3; ++i)
    std::thread(work).detach();
  std::thread last(work);
  last.join();
}
