//===- poco.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/poco.yaml names and Debian's headers do not declare:
// POCO, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace Poco::Prometheus {
struct Counter;
struct Gauge;
struct Histogram;
} // namespace Poco::Prometheus
