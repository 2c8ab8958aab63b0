//===- Wire.h - Bytes for files and pipes -----------------------*- C++ -*-===//
//
// The few primitives that every binary form of factor6 is made of: numbers as
// varints, strings with their length in front. Little, so that it can be
// checked by eye: no alignment, no endianness, no pointers.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_FACTS_WIRE_H
#define FACTOR6_FACTS_WIRE_H

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <string>

namespace factor6 {

/// Appends values to a byte string.
class ByteWriter {
public:
  /// Seven bits a byte, lowest first; the high bit says that more follow.
  void number(uint64_t Value) {
    while (Value >= 0x80) {
      Bytes.push_back(static_cast<char>(Value | 0x80));
      Value >>= 7;
    }
    Bytes.push_back(static_cast<char>(Value));
  }

  void text(llvm::StringRef Value) {
    number(Value.size());
    Bytes.append(Value.data(), Value.size());
  }

  /// Eight bytes, lowest first: for what must have a fixed width.
  void fixed64(uint64_t Value) {
    for (int I = 0; I < 8; ++I)
      Bytes.push_back(static_cast<char>(Value >> (8 * I)));
  }

  std::string take() { return std::move(Bytes); }
  llvm::StringRef bytes() const { return Bytes; }

private:
  std::string Bytes;
};

/// Reads what ByteWriter wrote. Never reads past the end: after the first
/// damage it is `failed()` for good and yields zeros and empty strings.
class ByteReader {
public:
  explicit ByteReader(llvm::StringRef Bytes) : Rest(Bytes) {}

  uint64_t number() {
    uint64_t Value = 0;
    for (unsigned Shift = 0; Shift < 64; Shift += 7) {
      if (Rest.empty())
        return fail();
      auto Byte = static_cast<unsigned char>(Rest.front());
      Rest = Rest.drop_front();
      Value |= static_cast<uint64_t>(Byte & 0x7f) << Shift;
      if (!(Byte & 0x80))
        return Value;
    }
    return fail();
  }

  std::string text() {
    uint64_t Size = number();
    if (Size > Rest.size()) {
      fail();
      return {};
    }
    std::string Value = Rest.take_front(Size).str();
    Rest = Rest.drop_front(Size);
    return Value;
  }

  uint64_t fixed64() {
    if (Rest.size() < 8)
      return fail();
    uint64_t Value = 0;
    for (int I = 0; I < 8; ++I)
      Value |= static_cast<uint64_t>(static_cast<unsigned char>(Rest[I]))
               << (8 * I);
    Rest = Rest.drop_front(8);
    return Value;
  }

  /// The number of elements that follow. Each takes a byte at least, so a
  /// count beyond the bytes left is damage and not a reason to allocate.
  uint64_t count() {
    uint64_t Value = number();
    return Value <= Rest.size() ? Value : fail();
  }

  uint64_t fail() {
    Failed = true;
    Rest = {};
    return 0;
  }
  bool failed() const { return Failed; }
  bool atEnd() const { return Rest.empty(); }
  llvm::StringRef rest() const { return Rest; }

private:
  llvm::StringRef Rest;
  bool Failed = false;
};

} // namespace factor6

#endif
