//===- mongo.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/mongo.yaml names and Debian's headers do not declare:
// MongoDB, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace bsoncxx {
namespace builder {
namespace basic {
struct document;
} // namespace basic
namespace stream {
struct document;
} // namespace stream
} // namespace builder
namespace document {
struct value;
} // namespace document
struct oid;
} // namespace bsoncxx
namespace mongocxx {
struct change_stream;
struct client {
  template <typename... A> client(A &&...);
  template <typename... A> int database(A &&...);
  template <typename A> void operator[](A &&);
};
struct client_session;
struct collection;
struct cursor;
struct database;
struct instance;
struct pool {
  template <typename... A> int acquire(A &&...);
  template <typename... A> pool(A &&...);
};
struct uri {
  template <typename... A> uri(A &&...);
};
} // namespace mongocxx
