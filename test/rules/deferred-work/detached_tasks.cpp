// userver: a task that is left to itself, one that the handler waits for.
#include <functional>
#include <string>
#include <utility>

// Stand-ins for userver's headers, after its documentation.
namespace userver {
namespace engine {
class TaskBase {
public:
  void Wait() const;
};
class Task : public TaskBase {
public:
  void Detach() &&;
};
template <class T> class TaskWithResult : public Task {
public:
  T Get();
};
} // namespace engine
namespace utils {
template <class Function, class... Args>
engine::TaskWithResult<void> Async(std::string name, Function &&function, Args &&...args);
} // namespace utils
namespace server {
namespace http {
class HttpRequest {
public:
  const std::string &GetArg(const std::string &name) const;
};
} // namespace http
namespace request {
class RequestContext;
}
namespace handlers {
class HttpHandlerBase {
public:
  virtual ~HttpHandlerBase() = default;
  virtual std::string HandleRequestThrow(const http::HttpRequest &request, request::RequestContext &context) const;
};
} // namespace handlers
} // namespace server
} // namespace userver

struct Advisor {
  void update(const std::string &note) const;
};

class Notes final : public userver::server::handlers::HttpHandlerBase {
public:
  std::string HandleRequestThrow(const userver::server::http::HttpRequest &request,
                                 userver::server::request::RequestContext &) const override {
    const std::string note = request.GetArg("note");
    userver::utils::Async("advise", [note, this] { advisor_.update(note); }).Detach(); // finding: deferred-work error
    auto later = userver::utils::Async("again", [note, this] { advisor_.update(note); }); // finding: deferred-work error
    std::move(later).Detach();
    auto now = userver::utils::Async("now", [note, this] { advisor_.update(note); }); // near-miss: waited for
    now.Get();
    return note;
  }

private:
  Advisor advisor_;
};

int main() { Notes notes; }
