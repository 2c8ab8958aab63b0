//===- ConfigFile.h - Switches in configuration files -----------*- C++ -*-===//
#ifndef FACTOR6_RULES_CONFIGFILE_H
#define FACTOR6_RULES_CONFIGFILE_H

#include "rules/Analysis.h"

#include <optional>

namespace factor6 {

/// Where the dotted \p Key is true in a JSON (with comments) or YAML file;
/// none if it is not, or if the file is malformed.
std::optional<FindingPlace> trueKey(const TextFile &File, llvm::StringRef Key);

} // namespace factor6

#endif
