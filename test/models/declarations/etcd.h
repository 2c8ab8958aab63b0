//===- etcd.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/etcd.yaml names and Debian's headers do not declare:
// coordination services, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace etcd {
struct Client {
  template <typename... A> Client(A &&...);
};
struct KeepAlive;
struct SyncClient {
  template <typename... A> SyncClient(A &&...);
};
struct Watcher {
  template <typename... A> Watcher(A &&...);
};
} // namespace etcd
namespace ppconsul {
struct Consul {
  template <typename... A> Consul(A &&...);
};
} // namespace ppconsul
