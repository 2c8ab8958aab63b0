//===- fmt.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/fmt.yaml names and Debian's headers do not declare:
// fmt, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace fmt {
template <typename... A> int println(A &&...);
} // namespace fmt
