//===- redis-plus-plus.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/redis-plus-plus.yaml names and Debian's headers do not declare:
// redis-plus-plus, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace boost::redis {
namespace address {
extern int host;
} // namespace address
struct basic_connection;
struct connection;
} // namespace boost::redis
namespace cpp_redis {
struct client {
  template <typename... A> int blpop(A &&...);
  template <typename... A> int brpop(A &&...);
  template <typename... A> int connect(A &&...);
};
struct sentinel;
struct subscriber {
  template <typename... A> int connect(A &&...);
  template <typename... A> int psubscribe(A &&...);
  template <typename... A> int subscribe(A &&...);
};
} // namespace cpp_redis
namespace sw::redis {
struct AsyncRedis {
  template <typename... A> AsyncRedis(A &&...);
};
struct AsyncRedisCluster;
struct ConnectionOptions {
  template <typename... A> ConnectionOptions(A &&...);
  int host;
};
struct ConnectionPoolOptions;
struct Pipeline;
struct QueuedRedis;
struct Redis {
  template <typename... A> Redis(A &&...);
  template <typename... A> int blpop(A &&...);
  template <typename... A> int brpop(A &&...);
  template <typename... A> int brpoplpush(A &&...);
  template <typename... A> int bzpopmax(A &&...);
  template <typename... A> int bzpopmin(A &&...);
  template <typename... A> int xread(A &&...);
  template <typename... A> int xreadgroup(A &&...);
};
struct RedisCluster {
  template <typename... A> RedisCluster(A &&...);
  template <typename... A> int blpop(A &&...);
  template <typename... A> int brpop(A &&...);
  template <typename... A> int brpoplpush(A &&...);
  template <typename... A> int bzpopmax(A &&...);
  template <typename... A> int bzpopmin(A &&...);
  template <typename... A> int xread(A &&...);
  template <typename... A> int xreadgroup(A &&...);
};
struct Sentinel;
struct Subscriber {
  template <typename... A> int consume(A &&...);
  template <typename... A> int on_message(A &&...);
};
struct Transaction;
} // namespace sw::redis
