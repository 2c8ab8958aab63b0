//===- Fingerprint.cpp - Findings known again after an edit ---------------===//

#include "render/Render.h"
#include "render/Source.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

#include <map>

using namespace factor6;

std::vector<std::string> factor6::fingerprints(const Report &R) {
  SourceCache Sources;
  std::map<std::string, unsigned> Seen;
  std::vector<std::string> All;
  for (const Judged &J : R.Findings) {
    const Finding &F = J.F;
    std::string Key = F.Rule;
    for (llvm::StringRef Part :
         {llvm::StringRef(F.Symbol), relativePath(F.At.File, R.Root)})
      Key += '\0' + Part.str();
    Key += '\0';
    for (char C : Sources.line(F.At.File, F.At.Line))
      if (!llvm::isSpace(C))
        Key += C;
    unsigned Ordinal = Seen[Key]++;
    Key += '\0' + std::to_string(Ordinal);
    All.push_back(
        llvm::utohexstr(llvm::xxh3_64bits(Key), /*LowerCase=*/true, 16));
  }
  return All;
}
