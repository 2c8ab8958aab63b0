//===- Encoding.h - The file form of a TU summary -------------------------===//
#ifndef FACTOR6_FACTS_ENCODING_H
#define FACTOR6_FACTS_ENCODING_H

#include "facts/Facts.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>

namespace factor6 {

/// Versioned, deterministic binary form: same summary, same bytes.
std::string encode(const Summary &S);

/// Fails with one line on truncated, damaged or differently versioned input.
llvm::Expected<Summary> decode(llvm::StringRef Bytes);

/// Text form for people and golden tests (dev dump); not read back.
std::string dump(const Summary &S);

} // namespace factor6

#endif
