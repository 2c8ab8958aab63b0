//===- Diff.h - A change as a unified diff ----------------------*- C++ -*-===//
#ifndef FACTOR6_RENDER_DIFF_H
#define FACTOR6_RENDER_DIFF_H

#include "llvm/Support/raw_ostream.h"

namespace factor6 {

/// Writes what `diff -u` would of one file named \p Name (relative), so that
/// `patch -p1` takes it. Nothing if the texts are equal.
void renderDiff(llvm::raw_ostream &Out, llvm::StringRef Name,
                llvm::StringRef Before, llvm::StringRef After);

} // namespace factor6

#endif
