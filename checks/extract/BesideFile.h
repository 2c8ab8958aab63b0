//===- BesideFile.h - Files that lie beside the code ------------*- C++ -*-===//
#ifndef FACTOR6_EXTRACT_BESIDEFILE_H
#define FACTOR6_EXTRACT_BESIDEFILE_H

#include "extract/Extract.h"
#include "facts/TextFile.h"

#include <optional>

namespace factor6 {

/// The file that a program started somewhere in the project would find under
/// the relative \p Path: in the folder of \p Source or one above it, up to the
/// project's root (three folders up where there is none). None if there is
/// no such file, it is not the user's or is over one MiB.
std::optional<TextFile> readBeside(const ProjectFiles &Files,
                                   llvm::StringRef Source,
                                   llvm::StringRef Path);

} // namespace factor6

#endif
