//===- duckdb.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/duckdb.yaml names and Debian's headers do not declare:
// DuckDB, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace duckdb {
struct Connection {
  template <typename... A> int Prepare(A &&...);
  template <typename... A> int Query(A &&...);
};
struct DuckDB {
  template <typename... A> DuckDB(A &&...);
};
struct MaterializedQueryResult;
} // namespace duckdb
struct duckdb_connection;
struct duckdb_database;
int duckdb_open(...);
int duckdb_open_ext(...);
int duckdb_query(...);
