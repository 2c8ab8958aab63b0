// RESTinio: listeners of any class are called per connection.
// packages: librestinio-dev
// flags: -DRESTINIO_USE_BOOST_ASIO=shared -DBOOST_ERROR_CODE_HEADER_ONLY
#include <map>
#include <memory>
#include <mutex>
#include <restinio/all.hpp>
#include <string>

class Gate {
public:
  restinio::ip_blocker::inspection_result_t inspect(const restinio::ip_blocker::incoming_info_t &info) noexcept {
    std::lock_guard<std::mutex> hold(lock_);
    auto found = open_.find(info.remote_endpoint().address().to_string());
    return found == open_.end() || found->second < 4 ? restinio::ip_blocker::allow() : restinio::ip_blocker::deny();
  }
  void state_changed(const restinio::connection_state::notice_t &notice) noexcept {
    std::lock_guard<std::mutex> hold(lock_);
    ++open_[notice.remote_endpoint().address().to_string()];
  }
  void never() { names_ += "x"; }

private:
  std::mutex lock_;
  std::map<std::string, int> open_; // finding: handler-state|static-cache
  std::string names_;
};

struct Traits : restinio::default_traits_t {
  using connection_state_listener_t = Gate;
  using ip_blocker_t = Gate;
};

int main() {
  auto gate = std::make_shared<Gate>();
  restinio::run(restinio::on_this_thread<Traits>()
                    .port(8080)
                    .connection_state_listener(gate)
                    .ip_blocker(gate)
                    .request_handler([](auto request) { return request->create_response().set_body("ok").done(); }));
}
