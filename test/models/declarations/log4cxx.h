//===- log4cxx.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/log4cxx.yaml names and Debian's headers do not declare:
// log4cxx, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace log4cxx {
struct Logger {
  template <typename... A> int addEvent(A &&...);
};
} // namespace log4cxx
