//===- Units.h - Link units told from the code alone ------------*- C++ -*-===//
//
// Where no build system says which sources make which program, the code does:
// a program is a `main` and what can be reached from it through functions and
// variables that one TU uses and another defines.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_LINK_UNITS_H
#define FACTOR6_LINK_UNITS_H

#include "facts/Facts.h"

#include "llvm/ADT/ArrayRef.h"

#include <string>
#include <vector>

namespace factor6 {

struct ProgramUnit {
  std::string Name; ///< main file of the TU with `main`; empty for the rest
  std::vector<size_t> Members; ///< indexes into the summaries, ascending
  bool Whole = false;          ///< has a `main`: nothing else calls into it
  bool Unclaimed = false;      ///< several programs are known, and none uses it
};

/// One unit per `main`, in the order of the summaries, then at most one unit
/// of everything that no `main` reaches. With a single `main` outside test
/// code, what no other program claims is part of it: registration by static
/// objects leaves no trace that a linker would see. A TU may be in several
/// units; every TU is in one at least.
std::vector<ProgramUnit>
connectedUnits(llvm::ArrayRef<const Summary *> Summaries);

} // namespace factor6

#endif
