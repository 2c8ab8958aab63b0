//===- Render.h - A report in several forms ---------------------*- C++ -*-===//
//
// One function per form. All of them show the same report; what they may leave
// out is said beside each.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_RENDER_RENDER_H
#define FACTOR6_RENDER_RENDER_H

#include "gate/Gate.h"
#include "gate/Report.h"

#include "llvm/Support/raw_ostream.h"

namespace factor6 {

struct TextOptions {
  std::string WorkingDirectory; ///< paths below it are shown relative to it
  bool Colors = false;
  bool Notes =
      false; ///< show findings of severity note (they are counted anyway)
};

/// For people: in the manner of clang, each finding with its source line, the
/// trail from the entry point as notes, and a hint. Leaves out what is
/// suppressed.
void renderText(llvm::raw_ostream &Out, const Report &R,
                const TextOptions &Options);

/// The end of the text form alone: remarks, counts, and as the last line what
/// became of the translation units.
void renderSummary(llvm::raw_ostream &Out, const Report &R,
                   const TextOptions &Options);

/// SARIF 2.1.0. Everything is in it; what is suppressed says so.
void renderSarif(llvm::raw_ostream &Out, const Report &R, Verdict V);

/// factor6's own form, see Json.cpp. Everything is in it.
void renderJson(llvm::raw_ostream &Out, const Report &R, Verdict V);

/// A number that stays the same when lines move: of rule, symbol, file and the
/// text of the finding's line without white space. Equal findings of a report
/// are told apart by their order. One per finding of \p R, as hexadecimal.
std::vector<std::string> fingerprints(const Report &R);

} // namespace factor6

#endif
