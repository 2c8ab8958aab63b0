//===- lmdb.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/lmdb.yaml names and Debian's headers do not declare:
// LMDB, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace lmdb {
struct cursor;
struct dbi;
struct env {
  template <typename... A> int open(A &&...);
};
struct txn;
} // namespace lmdb
