//===- Metrics.h - State that no user gets to see -------------------------===//
#ifndef FACTOR6_DERIVE_METRICS_H
#define FACTOR6_DERIVE_METRICS_H

#include "derive/States.h"

namespace factor6 {

/// Counted or set, and only a log line or a metrics page looks, be it through
/// an accessor.
bool metricOnly(const Interpreter &I, const State &S);

/// Only methods that yield nothing look at it, and they work on numbers of its
/// object alone: if those are metrics, so is it.
bool partOfMeter(const Interpreter &I, const State &S);

/// Nobody but a log or a metrics page gets what this access reads.
bool shownOnly(const Interpreter &I, const State &S, const Access &A);

} // namespace factor6

#endif
