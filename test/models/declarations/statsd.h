//===- statsd.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/statsd.yaml names and Debian's headers do not declare:
// StatsD, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace Statsd {
struct StatsdClient {
  template <typename... A> StatsdClient(A &&...);
};
} // namespace Statsd
struct StatsdClient;
struct _statsd_link;
namespace statsd {
struct StatsdClient {
  template <typename... A> StatsdClient(A &&...);
};
} // namespace statsd
struct statsd_link;
int statsd_init(...);
int statsd_init_with_namespace(...);
