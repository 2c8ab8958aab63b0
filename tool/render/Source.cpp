//===- Source.cpp - Lines of source for reports ---------------------------===//

#include "render/Source.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"

#include <algorithm>

using namespace factor6;
using llvm::StringRef;

struct SourceCache::Text {
  std::unique_ptr<llvm::MemoryBuffer> Buffer;
  std::vector<size_t> Starts; ///< offset of each line
  StringRef all() const { return Buffer ? Buffer->getBuffer() : StringRef(); }
};

SourceCache::SourceCache() = default;
SourceCache::~SourceCache() = default;

const SourceCache::Text &SourceCache::text(const std::string &File) {
  std::unique_ptr<Text> &Entry = Texts[File];
  if (Entry)
    return *Entry;
  Entry = std::make_unique<Text>();
  if (auto Buffer = llvm::MemoryBuffer::getFile(File))
    Entry->Buffer = std::move(*Buffer);
  StringRef All = Entry->all();
  Entry->Starts.push_back(0);
  for (size_t I = 0; I < All.size(); ++I)
    if (All[I] == '\n')
      Entry->Starts.push_back(I + 1);
  return *Entry;
}

StringRef SourceCache::line(const std::string &File, uint32_t Number) {
  const Text &T = text(File);
  if (Number == 0 || Number > T.Starts.size())
    return {};
  return T.all().drop_front(T.Starts[Number - 1]).split('\n').first.rtrim('\r');
}

std::pair<uint32_t, uint32_t> SourceCache::position(const std::string &File,
                                                    uint64_t Offset) {
  const Text &T = text(File);
  auto After = std::upper_bound(T.Starts.begin(), T.Starts.end(), Offset);
  size_t Line = After - T.Starts.begin();
  return {static_cast<uint32_t>(Line),
          static_cast<uint32_t>(Offset - T.Starts[Line - 1] + 1)};
}

static bool isNamePart(char C) {
  return llvm::isAlnum(C) || C == '_' || (C & 0x80);
}

uint32_t SourceCache::tokenLength(const std::string &File, uint32_t Line,
                                  uint32_t Column) {
  StringRef Rest = line(File, Line)
                       .drop_front(std::min<size_t>(Column ? Column - 1 : 0,
                                                    line(File, Line).size()));
  if (Rest.starts_with("\"")) {
    size_t I = 1;
    while (I < Rest.size() && Rest[I] != '"')
      I += Rest[I] == '\\' ? 2 : 1;
    return static_cast<uint32_t>(std::min(I + 1, Rest.size()));
  }
  return std::max<uint32_t>(1, Rest.take_while(isNamePart).size());
}

uint32_t factor6::utf16Column(StringRef Line, uint32_t ByteColumn) {
  uint32_t Column = 1;
  for (char C : Line.take_front(ByteColumn ? ByteColumn - 1 : 0)) {
    auto Byte = static_cast<unsigned char>(C);
    if ((Byte & 0xC0) != 0x80) // not in the middle of a character
      Column += Byte >= 0xF0 ? 2 : 1;
  }
  return Column;
}

std::string factor6::utf8(StringRef Text) {
  return llvm::json::isUTF8(Text) ? Text.str() : llvm::json::fixUTF8(Text);
}

StringRef factor6::relativePath(StringRef Path, StringRef Folder) {
  StringRef Rest = Path;
  Folder = Folder.rtrim('/');
  if (!Folder.empty() && Rest.consume_front(Folder) && Rest.consume_front("/"))
    return Rest;
  return Path;
}
