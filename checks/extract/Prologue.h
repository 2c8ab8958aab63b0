//===- Prologue.h - Where a file's includes end -----------------*- C++ -*-===//
#ifndef FACTOR6_EXTRACT_PROLOGUE_H
#define FACTOR6_EXTRACT_PROLOGUE_H

#include "extract/Tables.h"

namespace factor6 {

/// Notes in every project file of the summary where a generated helper and its
/// include can be written (SourceFile::Prologue and what belongs to it).
void findPrologues(Tables &T);

/// The same for one text: what stands before the first line of code.
void readPrologue(llvm::StringRef Text, SourceFile &Out);

} // namespace factor6

#endif
