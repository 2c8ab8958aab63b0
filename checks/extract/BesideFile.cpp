//===- BesideFile.cpp - Files that lie beside the code --------------------===//

#include "extract/BesideFile.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace factor6;
using llvm::StringRef;

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static constexpr uint64_t LargestFile = 1 << 20;
static constexpr unsigned FoldersWithoutRoot = 3;

std::optional<TextFile> factor6::readBeside(const ProjectFiles &Files,
                                            StringRef Source, StringRef Path) {
  while (Path.consume_front("./") || Path.consume_front("../"))
    ;
  if (Path.empty() || path::is_absolute(Path) || Path.contains('*'))
    return std::nullopt;
  unsigned Up = 0;
  for (StringRef Folder = path::parent_path(Source); !Folder.empty();
       Folder = path::parent_path(Folder)) {
    llvm::SmallString<128> Candidate(Folder);
    path::append(Candidate, Path);
    uint64_t Size = 0;
    if (!fs::is_directory(Candidate) && !fs::file_size(Candidate, Size) &&
        Size <= LargestFile && Files.contains(Candidate, /*System=*/false))
      if (auto Buffer = llvm::MemoryBuffer::getFile(Candidate))
        return TextFile{Candidate.str().str(), (*Buffer)->getBuffer().str()};
    if (Folder == Files.Root ||
        (Files.Root.empty() && ++Up > FoldersWithoutRoot))
      break;
  }
  return std::nullopt;
}
