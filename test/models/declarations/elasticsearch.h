//===- elasticsearch.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/elasticsearch.yaml names and Debian's headers do not declare:
// Elasticsearch, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace elasticlient {
struct Bulk;
struct Client {
  template <typename... A> Client(A &&...);
};
struct Scroll;
} // namespace elasticlient
