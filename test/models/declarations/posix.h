//===- posix.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/posix.yaml names and Debian's headers do not declare:
// POSIX, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

int basename(...);
int io_uring_submit_and_wait(...);
int io_uring_submit_and_wait_timeout(...);
int io_uring_wait_cqe(...);
int io_uring_wait_cqe_nr(...);
int io_uring_wait_cqe_timeout(...);
int io_uring_wait_cqes(...);
int kevent(...);
