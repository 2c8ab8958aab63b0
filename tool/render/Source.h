//===- Source.h - Lines of source for reports -------------------*- C++ -*-===//
#ifndef FACTOR6_RENDER_SOURCE_H
#define FACTOR6_RENDER_SOURCE_H

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace factor6 {

/// Reads each file once, when it is first asked for. A file or line that is
/// not there is an empty one: a report never fails for it.
class SourceCache {
public:
  SourceCache();
  ~SourceCache();

  /// Line \p Number (from 1) without its end.
  llvm::StringRef line(const std::string &File, uint32_t Number);

  /// Line and column (both from 1, column in bytes) of a byte offset.
  std::pair<uint32_t, uint32_t> position(const std::string &File,
                                         uint64_t Offset);

  /// Bytes of the name or literal that begins in \p Column of a line; at
  /// least 1.
  uint32_t tokenLength(const std::string &File, uint32_t Line, uint32_t Column);

private:
  struct Text;
  const Text &text(const std::string &File);
  std::map<std::string, std::unique_ptr<Text>> Texts;
};

/// The column (from 1) in UTF-16 code units of a column in bytes.
uint32_t utf16Column(llvm::StringRef Line, uint32_t ByteColumn);

/// \p Text, which may hold anything, as the UTF-8 that JSON must be.
std::string utf8(llvm::StringRef Text);

/// \p Path relative to \p Folder if it lies below it, else \p Path.
llvm::StringRef relativePath(llvm::StringRef Path, llvm::StringRef Folder);

} // namespace factor6

#endif
