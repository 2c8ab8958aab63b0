// Stand-in, see README.md: SObjectizer, agents only.
#pragma once
#include <memory>
#include <utility>

namespace so_5 {
struct context_t {};
template <typename T> struct mhood_t {};
class agent_t;
struct subscription_bind_t {
  template <typename Handler> subscription_bind_t &event(Handler) { return *this; }
};
class agent_t {
public:
  explicit agent_t(context_t context);
  virtual ~agent_t();
  virtual void so_define_agent();
  virtual void so_evt_start();
  virtual void so_evt_finish();
  subscription_bind_t so_subscribe_self();
  void so_deregister_agent_coop_normally();
};
struct coop_t {
  template <typename T, typename... Args> T *make_agent(Args &&...) { return nullptr; }
};
class environment_t {
public:
  template <typename T, typename... Args> std::unique_ptr<T> make_agent(Args &&...) { return {}; }
  void register_agent_as_coop(std::unique_ptr<agent_t> agent);
  template <typename Filler> void introduce_coop(Filler) {}
};
struct wrapped_env_t {
  environment_t &environment();
};
template <typename Message, typename Target, typename... Args> void send(Target &&, Args &&...) {}
template <typename Init> void launch(Init) {}
} // namespace so_5
