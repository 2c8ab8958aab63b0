//===- google-cloud.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/google-cloud.yaml names and Debian's headers do not declare:
// Google Cloud, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace google::cloud {
namespace bigtable {
struct Table;
} // namespace bigtable
struct future;
namespace pubsub {
struct AckHandler;
struct Connection;
struct Message;
struct Publisher;
struct Subscriber {
  template <typename... A> int Subscribe(A &&...);
};
} // namespace pubsub
namespace spanner {
struct Client;
} // namespace spanner
namespace storage {
struct Client {
  template <typename... A> int DownloadToFile(A &&...);
  template <typename... A> int UploadFile(A &&...);
};
} // namespace storage
} // namespace google::cloud
