//===- Config.h - The project's configuration file --------------*- C++ -*-===//
#ifndef FACTOR6_CLI_CONFIG_H
#define FACTOR6_CLI_CONFIG_H

#include "cli/Options.h"

#include "llvm/Support/Error.h"

namespace factor6 {

/// The configuration file of the project at \p Root (`.factor6.yaml` or
/// `.factor6`); empty if it has none.
std::string findConfig(llvm::StringRef Root);

/// Reads one. Keys, all optional: entry_points, exclude, models (lists),
/// checks, fail_on, env_function, public_hosts (texts). Paths of models come
/// back absolute. Fails with one line.
llvm::Expected<CommonOptions> readConfig(llvm::StringRef Path);

/// Adds what the file says to what the command line says, which wins where
/// only one can.
void mergeConfig(CommonOptions &CommandLine, const CommonOptions &File);

} // namespace factor6

#endif
