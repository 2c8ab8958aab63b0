//===- cassandra.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/cassandra.yaml names and Debian's headers do not declare:
// Cassandra, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

struct CassCluster;
struct CassCluster_;
struct CassFuture;
struct CassFuture_;
struct CassPrepared;
struct CassPrepared_;
struct CassResult;
struct CassResult_;
struct CassSession;
struct CassSession_;
struct CassStatement;
struct CassStatement_;
int cass_cluster_new(...);
int cass_cluster_set_contact_points(...);
int cass_cluster_set_contact_points_n(...);
int cass_future_error_code(...);
int cass_future_get_result(...);
int cass_future_set_callback(...);
int cass_future_wait(...);
int cass_session_connect(...);
int cass_session_execute(...);
int cass_session_new(...);
int cass_session_prepare(...);
int cass_statement_new(...);
