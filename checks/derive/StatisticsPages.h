//===- StatisticsPages.h - Code that tells how the process is doing -------===//
#ifndef FACTOR6_DERIVE_STATISTICSPAGES_H
#define FACTOR6_DERIVE_STATISTICSPAGES_H

#include "facts/Facts.h"
#include "models/Models.h"

#include "llvm/ADT/StringRef.h"

namespace factor6 {

/// The statement lies in a branch of the function that writes lines of a
/// metrics page, as Prometheus has them or a model says.
bool exposes(const ModelSet &Models, const FunctionBody &B, Id StmtIndex);

/// `if (request.path() == "/stats") { ... }` around the statement.
bool inStatisticsBranch(const FunctionBody &B, Id Statement);

/// `registerTool({"proxy-metrics", ...}, [] { ... })`, `commands["stats"] = []
/// { ... }`: a closure made in \p Maker that goes under such a name.
bool givenForStatistics(const FunctionBody &Maker, Id Closure);

/// What the routes, commands and texts are called that tell how the process is
/// doing.
inline constexpr llvm::StringRef PageWords[] = {"metric", "stat", "health",
                                                "healthz"};

/// `Stats::write`, `print_stats`, `handleMetrics`: by name all it does is to
/// tell how the process is doing.
bool namedForStatistics(llvm::StringRef Name);

} // namespace factor6

#endif
