//===- Worker.h - The process that parses -----------------------*- C++ -*-===//
#ifndef FACTOR6_DRIVER_WORKER_H
#define FACTOR6_DRIVER_WORKER_H

#include <cstdint>

namespace factor6 {

/// Exit status of a worker that ran out of its memory.
inline constexpr int OutOfMemoryStatus = 77;

/// Body of `factor6 worker`: answers requests that arrive on stdin (a socket)
/// there, until the other end closes. Ends with its parent \p Parent.
///
/// Test hooks, read from the environment: a source whose path contains the
/// value of FACTOR6_TEST_CRASH makes the worker abort, FACTOR6_TEST_HANG makes
/// it wait for ever, FACTOR6_TEST_MEMORY makes it use up its memory.
int workerMain(uint64_t MemoryMiB, int Parent);

} // namespace factor6

#endif
