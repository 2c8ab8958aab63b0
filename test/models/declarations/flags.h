//===- flags.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/flags.yaml names and Debian's headers do not declare:
// command-line libraries, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace argparse {
struct ArgumentParser {
  template <typename... A> int get(A &&...);
};
} // namespace argparse
namespace args {
struct ArgumentParser;
} // namespace args
namespace fLD {
extern int FLAGS_example;
} // namespace fLD
namespace fLI {
extern int FLAGS_example;
} // namespace fLI
namespace fLI64 {
extern int FLAGS_example;
} // namespace fLI64
namespace fLU {
extern int FLAGS_example;
} // namespace fLU
namespace fLU64 {
extern int FLAGS_example;
} // namespace fLU64
