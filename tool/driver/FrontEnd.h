//===- FrontEnd.h - One compile command, parsed and summarised --*- C++ -*-===//
#ifndef FACTOR6_DRIVER_FRONTEND_H
#define FACTOR6_DRIVER_FRONTEND_H

#include "driver/Protocol.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace factor6 {

/// Parses the file of \p Job as its command says, without the bodies of
/// functions that are not the user's, and summarises it. \p Done is called
/// exactly once. Errors in the source do not stop it: what was parsed is
/// summarised. Changes the working directory of the process.
void parseFile(const Request &Job,
               llvm::function_ref<void(const Outcome &)> Done);

/// Clang's own headers (stddef.h and such); empty if they are not installed.
std::string resourceFolder();

} // namespace factor6

#endif
