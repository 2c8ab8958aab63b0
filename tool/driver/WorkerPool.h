//===- WorkerPool.h - Worker processes and their mishaps --------*- C++ -*-===//
//
// Translation units are parsed in processes of their own: one that crashes,
// hangs or eats memory costs one translation unit and never the run. Workers
// are this program again, started with the hidden subcommand `worker`, and
// end with their parent.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_DRIVER_WORKERPOOL_H
#define FACTOR6_DRIVER_WORKERPOOL_H

#include "driver/Protocol.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"

namespace factor6 {

struct PoolSettings {
  std::string Program;           ///< absolute path of the factor6 binary
  unsigned Workers = 1;          ///< how many at a time
  unsigned TimeoutSeconds = 300; ///< for one translation unit
  uint64_t MemoryMiB = 4096;     ///< address space of one worker; 0: no limit
  bool ShowErrors = false;       ///< let workers write to stderr
};

/// Runs the jobs in this order on workers. \p Make gives the request of a job,
/// \p Finished takes its outcome, in the order in which they end; both are
/// called on the calling thread. Fails only if no worker can be started.
llvm::Error runJobs(llvm::ArrayRef<size_t> Order,
                    llvm::function_ref<Request(size_t)> Make,
                    llvm::function_ref<void(size_t, Outcome)> Finished,
                    const PoolSettings &Settings);

} // namespace factor6

#endif
