//===- sobjectizer.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/sobjectizer.yaml names and Debian's headers do not declare:
// SObjectizer, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace so_5 {
struct abstract_message_box_t;
struct abstract_message_chain_t;
struct agent_t;
struct coop_t {
  template <typename... A> int make_agent(A &&...);
};
struct environment_t {
  template <typename... A> int introduce_coop(A &&...);
  template <typename... A> int make_agent(A &&...);
};
struct intrusive_ptr_t;
struct mbox_t;
struct mchain_t;
struct state_t {
  template <typename... A> int event(A &&...);
  template <typename... A> int on_enter(A &&...);
  template <typename... A> int on_exit(A &&...);
};
struct subscription_bind_t {
  template <typename... A> int event(A &&...);
};
struct timer_id_t;
struct wrapped_env_t;
template <typename... A> int launch(A &&...);
template <typename... A> int receive(A &&...);
template <typename... A> int select(A &&...);
template <typename... A> int send_delayed(A &&...);
template <typename... A> int send_periodic(A &&...);
} // namespace so_5
