//===- Command.h - From a build's command to one that only parses ---------===//
#ifndef FACTOR6_DRIVER_COMMAND_H
#define FACTOR6_DRIVER_COMMAND_H

#include "driver/Protocol.h"

#include "clang/Frontend/CompilerInvocation.h"

namespace factor6 {

/// The arguments of \p Job's command for clang's driver: without outputs,
/// dependency files, plugins and precompiled headers, with the driver mode of
/// the compiler's name and clang's own headers from \p ResourceFolder.
std::vector<std::string> parsingCommand(const Request &Job,
                                        llvm::StringRef ResourceFolder);

/// Turns off what costs time or stands in the way and does not change what the
/// code means: warnings, error limits, spell checking, outputs, plugins.
void trimInvocation(clang::CompilerInvocation &Invocation);

} // namespace factor6

#endif
