//===- Commands.h - Shell command lines -----------------------------------===//
#ifndef FACTOR6_DERIVE_COMMANDS_H
#define FACTOR6_DERIVE_COMMANDS_H

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace factor6 {

/// One simple command of a shell command line, quotes taken off.
struct ShellCommand {
  std::vector<std::string> Words;   ///< without redirections
  std::vector<std::string> Outputs; ///< files that its output is written to
  bool Piped = false;               ///< the next command reads its output

  /// The index of the program's name among the words.
  size_t programAt() const;
  /// The program's name without folder; empty if there is none.
  llvm::StringRef program() const;
  /// What the program is given, without options.
  std::vector<llvm::StringRef> operands() const;
};

/// The simple commands of a line in order; what a shell is told to run with
/// `-c` follows it. A line may be a key (see Paths.h).
std::vector<ShellCommand> shellCommands(llvm::StringRef Line);

/// The path that a shell command removes, or redirects its output to; empty if
/// none. Commands and paths are keys.
std::string removedBy(llvm::StringRef Command);
std::string writtenBy(llvm::StringRef Command);

} // namespace factor6

#endif
