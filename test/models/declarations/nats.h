//===- nats.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/nats.yaml names and Debian's headers do not declare:
// NATS, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

struct __stanConnection;
struct __stanMsg;
struct stanConnection;
struct stanMsg;
struct stanSubscription;
int stanConnection_Subscribe(...);
