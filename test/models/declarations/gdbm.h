//===- gdbm.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/gdbm.yaml names and Debian's headers do not declare:
// GDBM, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

struct TCBDB;
struct TCHDB;
struct unqlite;
int tcadbopen(...);
int tcbdbopen(...);
int tcfdbopen(...);
int tchdbopen(...);
int unqlite_open(...);
