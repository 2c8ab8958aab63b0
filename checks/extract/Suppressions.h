//===- Suppressions.h - NOLINT comments -----------------------------------===//
#ifndef FACTOR6_EXTRACT_SUPPRESSIONS_H
#define FACTOR6_EXTRACT_SUPPRESSIONS_H

#include "facts/Facts.h"

#include "llvm/ADT/StringRef.h"

namespace factor6 {

/// Appends the lines of \p Text (the content of \p File) that NOLINT comments
/// silence. A BEGIN without its END silences nothing, as in clang-tidy.
void findSuppressions(llvm::StringRef Text, Id File,
                      std::vector<Suppression> &Out);

} // namespace factor6

#endif
