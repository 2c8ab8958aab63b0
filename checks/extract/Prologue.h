//===- Prologue.h - Where a file's includes end -----------------*- C++ -*-===//
#ifndef FACTOR6_EXTRACT_PROLOGUE_H
#define FACTOR6_EXTRACT_PROLOGUE_H

#include "facts/Facts.h"

#include "llvm/ADT/StringRef.h"

namespace factor6 {

/// Notes where in the file with this \p Text a generated helper and its include
/// can be written (SourceFile::Prologue and what belongs to it).
void readPrologue(llvm::StringRef Text, SourceFile &Out);

} // namespace factor6

#endif
