//===- Protocol.h - What the driver and its workers say ---------*- C++ -*-===//
//
// Messages over pipes, each with its length in front. The driver sends one
// Request at a time to a worker, which answers with one Outcome.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_DRIVER_PROTOCOL_H
#define FACTOR6_DRIVER_PROTOCOL_H

#include "extract/Extract.h"

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <vector>

namespace factor6 {

/// "Parse this and summarise it."
struct Request {
  std::string Directory;
  std::string File;
  std::vector<std::string> Args;
  ProjectFiles Project;
};

enum class OutcomeKind : uint8_t {
  Parsed,   ///< Facts are there; Errors may be
  Failed,   ///< no facts; Message says why
  Declined, ///< the worker has grown too large and ends: ask another one
};

struct Outcome {
  OutcomeKind Kind = OutcomeKind::Failed;
  std::string Message; ///< Failed: why. Parsed with errors: the first of them
  uint64_t Errors = 0; ///< errors in the source
  std::string Facts;   ///< an encoded Summary
};

std::string packRequest(const Request &R);
std::optional<Request> unpackRequest(llvm::StringRef Bytes);
std::string packOutcome(const Outcome &O);
std::optional<Outcome> unpackOutcome(llvm::StringRef Bytes);

/// A message as it travels: its length, then its bytes.
std::string frame(llvm::StringRef Message);

/// Takes the first whole message off the front of \p Buffer; none if it has
/// not arrived in full.
std::optional<std::string> takeFrame(std::string &Buffer);

/// Writes all of \p Bytes to \p Descriptor; false if the other end is gone.
bool writeAll(int Descriptor, llvm::StringRef Bytes);

} // namespace factor6

#endif
