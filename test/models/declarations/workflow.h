//===- workflow.h - NOT THE LIBRARY: declarations for checking names
//-----------===//
//
// What checks/models/workflow.yaml names and Debian's headers do not declare:
// Sogou C++ Workflow, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

struct ParallelWork {};
struct SeriesWork {};
struct WFConsulClient {};
struct WFFacilities {
  struct WaitGroup {
    template <typename... A> int wait(A &&...);
  };
};
struct WFGenericTask {};
struct WFGoTask {};
struct WFKafkaClient {};
struct WFMySQLConnection {};
struct WFNetworkTask {};
struct WFRedisSubscriber {};
struct WFServer {
  template <typename... A> WFServer(A &&...);
};
struct WFServerBase {
  template <typename... A> int serve(A &&...);
  template <typename... A> int start(A &&...);
};
struct WFTaskFactory {
  template <typename... A> int create_counter_task(A &&...);
  template <typename... A> int create_dns_task(A &&...);
  template <typename... A> int create_go_task(A &&...);
  template <typename... A> int create_graph_task(A &&...);
  template <typename... A> int create_http_task(A &&...);
  template <typename... A> int create_mysql_task(A &&...);
  template <typename... A> int create_pread_task(A &&...);
  template <typename... A> int create_pwrite_task(A &&...);
  template <typename... A> int create_redis_task(A &&...);
  template <typename... A> int create_timer_task(A &&...);
};
struct WFTimerTask {};
namespace protocol {
struct HttpRequest {};
struct HttpResponse {};
struct RedisRequest {};
struct RedisResponse {};
} // namespace protocol
