//===- Project.h - Where the user's own code begins and ends ----*- C++ -*-===//
#ifndef FACTOR6_DRIVER_PROJECT_H
#define FACTOR6_DRIVER_PROJECT_H

#include "driver/CompileDatabase.h"
#include "extract/Extract.h"

#include <string>
#include <vector>

namespace factor6 {

/// The project's root folder: \p Given, else the git top level of the
/// sources, else their nearest common folder (or the folder above it, if an
/// include folder of the commands lies beside the sources there).
std::string projectRoot(llvm::StringRef Given, const CompileDatabase &Database);

/// The user's own files: below \p Root, outside \p Excludes and outside the
/// build folder (if that is a folder of its own).
ProjectFiles projectFiles(llvm::StringRef Root,
                          std::vector<std::string> Excludes,
                          const CompileDatabase &Database);

/// Marks the jobs that are not the user's (vendored, generated, excluded) as
/// skipped. The build folder counts as the user's here: a unity build's
/// sources are there, and include the user's.
void skipForeignJobs(CompileDatabase &Database, llvm::StringRef Root,
                     const std::vector<std::string> &Excludes);

} // namespace factor6

#endif
