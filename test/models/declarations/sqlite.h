//===- sqlite.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/sqlite.yaml names and Debian's headers do not declare:
// SQLite, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace sqlite {
struct database {
  template <typename... A> database(A &&...);
};
} // namespace sqlite
namespace sqlite_orm {
namespace internal {
template <typename... T> struct storage_t {};
} // namespace internal
template <typename... A> int make_storage(A &&...);
} // namespace sqlite_orm
