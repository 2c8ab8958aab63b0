//===- hiredis.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/hiredis.yaml names and Debian's headers do not declare:
// hiredis, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

struct redisClusterAsyncContext;
struct redisClusterContext;
namespace redisOptions {
extern int tcp;
} // namespace redisOptions
struct redisSSLContext;
int redisClusterCommand(...);
int redisClusterConnect(...);
int redisClusterSetOptionAddNodes(...);
