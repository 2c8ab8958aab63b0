// A pool of the project's own: work that carries the request or the connection answers the client, other work is lost.
// packages: librestinio-dev
// flags: -DRESTINIO_USE_BOOST_ASIO=shared -DBOOST_ERROR_CODE_HEADER_ONLY
#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <restinio/all.hpp>
#include <string>
#include <thread>
#include <utility>

namespace {

struct Task {
  std::function<void()> work;
  Task() = default;
  template <typename F> explicit Task(F &&f) : work(std::forward<F>(f)) {}
};

template <typename T> class Channel {
public:
  void push(T what) {
    std::lock_guard lock(mutex_);
    queue_.push(std::move(what));
    filled_.notify_one();
  }
  void pop(T &into) {
    std::unique_lock lock(mutex_);
    filled_.wait(lock, [this] { return !queue_.empty(); });
    into = std::move(queue_.front());
    queue_.pop();
  }

private:
  std::mutex mutex_;
  std::condition_variable filled_;
  std::queue<T> queue_;
};

void worker(Channel<Task> &tasks) {
  for (;;) {
    Task task;
    tasks.pop(task);
    task.work();
  }
}

using Router = restinio::router::express_router_t<>;
struct Traits : restinio::default_traits_t {
  using request_handler_t = Router;
};

} // namespace

int main() {
  Channel<Task> answers;
  Channel<Task> letters; // finding: deferred-work error "letters"
  std::thread first(worker, std::ref(answers)), second(worker, std::ref(letters));
  auto router = std::make_unique<Router>();
  router->http_get("/pets/:id", [&](const auto &request, const auto &parameters) {
    answers.push(Task{[request, id = std::string(parameters["id"])] { request->create_response().set_body(id).done(); }});
    return restinio::request_accepted();
  });
  router->http_post("/letters/:id", [&](const auto &request, const auto &parameters) {
    letters.push(Task{[text = request->body(), id = std::string(parameters["id"])] { std::system(("mail " + id + text).c_str()); }});
    return request->create_response().done();
  });
  restinio::run(restinio::on_this_thread<Traits>().port(8080).address("localhost").request_handler(std::move(router)));
}
