// Asynchronous endpoints: a coroutine for each request, which knows its controller; and steps handed over by name.
#include <memory>
#include <mutex>
#include <oatpp.h>
#include <string>
#include <unordered_map>

class Pages {
public:
  std::string get(const std::string &path) {
    std::lock_guard<std::mutex> hold(lock_);
    auto &page = pages_[path];
    if (!page.empty())
      return page;
    page = "<html>" + path + "</html>";
    return page;
  }

private:
  std::mutex lock_;
  std::unordered_map<std::string, std::string> pages_; // finding: handler-state|static-cache error|warning
};

class Ping : public oatpp::async::Coroutine<Ping> {
public:
  using Action = oatpp::async::Action;
  Ping(oatpp::async::Executor *executor, int retries) : executor_(executor), retries_(retries) {}
  Action act() override { return yieldTo(&Ping::ping); }
  Action ping() {
    --retries_;
    waits_ = !waits_;
    return retries_ == 0 ? finish() : yieldTo(&Ping::act);
  }

private:
  oatpp::async::Executor *executor_;
  int retries_;        // near-miss: of one coroutine
  bool waits_ = false; // near-miss: of one coroutine
};

class PageController : public oatpp::web::server::api::ApiController {
public:
  using __ControllerType = PageController;
  using Action = oatpp::async::Action;
  explicit PageController(const std::shared_ptr<oatpp::data::mapping::ObjectMapper> &mapper) : ApiController(mapper) {}

  ENDPOINT_ASYNC("GET", "*", Page) {
    ENDPOINT_ASYNC_INIT(Page)
    Action act() override {
      std::string page = controller->pages_.get(request->path());
      controller->executor_.execute<Ping>(&controller->executor_, 3); // finding: deferred-work error
      return _return(controller->createResponse(oatpp::web::protocol::http::Status::CODE_200, page));
    }
  };

private:
  Pages pages_;
  oatpp::async::Executor executor_;
};

int main() {
  oatpp::base::Environment::init();
  oatpp::web::server::HttpRouter router;
  router.addController(std::make_shared<PageController>(std::make_shared<oatpp::data::mapping::ObjectMapper>()));
  oatpp::network::Server server(8000);
  server.run();
}
