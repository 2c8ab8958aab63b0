//===- Fixes.h - Fixes of many findings as changes of files -----*- C++ -*-===//
#ifndef FACTOR6_DRIVER_FIXES_H
#define FACTOR6_DRIVER_FIXES_H

#include "rules/Finding.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace factor6 {

/// One file, before and after.
struct FileChange {
  std::string File;
  std::string Before, After;
};

struct FixPlan {
  std::vector<FileChange> Changes; ///< by file name
  std::vector<bool> Applied;       ///< by finding
  std::vector<std::string>
      Refused; ///< one line per fix that cannot be applied now
};

/// Plans the fixes of \p Findings. A fix is applied whole or not at all; edits
/// that several findings share are made once; a fix that touches what an
/// earlier one changes is refused. Reads the files, changes none.
FixPlan planFixes(llvm::ArrayRef<const Finding *> Findings);

/// Replaces the content of a file in one step: readers see the old text or the
/// new one. Keeps the permissions of a file that exists and follows symbolic
/// links; what is not a regular file is written to directly.
llvm::Error writeAtomically(llvm::StringRef Path, llvm::StringRef Content);

} // namespace factor6

#endif
