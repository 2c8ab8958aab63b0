//===- Fixes.cpp - Fixes of many findings as changes of files -------------===//

#include "driver/Fixes.h"

#include "driver/CompileDatabase.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include <map>

using namespace factor6;
using llvm::StringRef;

namespace fs = llvm::sys::fs;

namespace {

struct PlannedEdit {
  uint32_t Offset, Length;
  std::string Text;

  uint32_t end() const { return Offset + Length; }
  bool sameAs(const FindingEdit &E) const {
    return Offset == E.At.Offset && Length == E.Length && Text == E.Text;
  }
  /// True if the result would depend on which of the two is made first.
  bool collides(const FindingEdit &E) const {
    uint32_t OtherEnd = E.At.Offset + E.Length;
    if (Length == 0 && E.Length == 0)
      return Offset == E.At.Offset;
    return Offset < OtherEnd && E.At.Offset < end();
  }
};

class Planner {
public:
  FixPlan run(llvm::ArrayRef<const Finding *> Findings);

private:
  struct File {
    std::unique_ptr<llvm::MemoryBuffer> Buffer;
    std::vector<PlannedEdit> Edits;
  };
  std::string obstacle(const Finding &F);
  void accept(const Finding &F);
  static std::string apply(StringRef Before, std::vector<PlannedEdit> Edits);

  std::map<std::string, File> Files;
};

/// Why the fix cannot be applied beside those accepted so far; empty if it
/// can.
std::string Planner::obstacle(const Finding &F) {
  for (const FindingEdit &E : F.Fix) {
    File &Target = Files[E.At.File];
    if (!Target.Buffer) {
      auto Buffer = llvm::MemoryBuffer::getFile(E.At.File);
      if (!Buffer)
        return "cannot read " + E.At.File;
      Target.Buffer = std::move(*Buffer);
    }
    if (uint64_t(E.At.Offset) + E.Length > Target.Buffer->getBufferSize())
      return E.At.File + " has changed since it was read";
    if (llvm::any_of(Target.Edits, [&](const PlannedEdit &P) {
          return P.collides(E) && !P.sameAs(E);
        }))
      return "it overlaps another fix; run --fix again for it";
  }
  return {};
}

void Planner::accept(const Finding &F) {
  for (const FindingEdit &E : F.Fix) {
    std::vector<PlannedEdit> &Edits = Files[E.At.File].Edits;
    if (llvm::none_of(Edits, [&](const PlannedEdit &P) { return P.sameAs(E); }))
      Edits.push_back({E.At.Offset, E.Length, E.Text});
  }
}

std::string Planner::apply(StringRef Before, std::vector<PlannedEdit> Edits) {
  llvm::stable_sort(Edits, [](const PlannedEdit &A, const PlannedEdit &B) {
    // What is inserted before a replaced range comes first.
    return std::pair(A.Offset, A.end()) < std::pair(B.Offset, B.end());
  });
  std::string After;
  size_t Done = 0;
  for (const PlannedEdit &E : Edits) {
    After += Before.slice(Done, E.Offset);
    After += E.Text;
    Done = std::max<size_t>(Done, E.end());
  }
  After += Before.drop_front(Done);
  return After;
}

FixPlan Planner::run(llvm::ArrayRef<const Finding *> Findings) {
  FixPlan Plan;
  for (size_t I = 0; I < Findings.size(); ++I) {
    const Finding &F = *Findings[I];
    std::string Why = F.Fix.empty() ? std::string() : obstacle(F);
    Plan.Applied.push_back(!F.Fix.empty() && Why.empty());
    if (Plan.Applied.back())
      accept(F);
    else if (!Why.empty())
      Plan.Refused.push_back(F.At.File + ":" + std::to_string(F.At.Line) +
                             ": fix not applied: " + Why);
  }
  for (auto &[Name, Target] : Files) {
    if (Target.Edits.empty())
      continue;
    StringRef Before = Target.Buffer->getBuffer();
    Plan.Changes.push_back(
        {Name, Before.str(), apply(Before, std::move(Target.Edits))});
  }
  return Plan;
}

llvm::Error ioError(StringRef Path, std::error_code Code) {
  return lineError(Path + ": cannot be written: " + Code.message());
}

} // namespace

FixPlan factor6::planFixes(llvm::ArrayRef<const Finding *> Findings) {
  return Planner().run(Findings);
}

llvm::Error factor6::writeAtomically(StringRef Path, StringRef Content) {
  llvm::SmallString<256> Target;
  if (fs::real_path(Path, Target))
    Target = Path; // does not exist yet
  fs::file_status Status;
  bool Exists = !fs::status(Target, Status) && fs::exists(Status);
  if (Exists && Status.type() != fs::file_type::regular_file) {
    std::error_code Code;
    llvm::raw_fd_ostream Out(Target, Code);
    if (!Code)
      Out << Content;
    return Code ? ioError(Path, Code) : llvm::Error::success();
  }
  unsigned Mode = Exists ? Status.permissions()
                         : fs::perms::all_read | fs::perms::owner_write;
  llvm::Expected<fs::TempFile> Temp =
      fs::TempFile::create(Target + ".%%%%%%.tmp", Mode);
  if (!Temp)
    return ioError(Path, llvm::errorToErrorCode(Temp.takeError()));
  llvm::raw_fd_ostream Out(Temp->FD, /*shouldClose=*/false);
  Out << Content;
  Out.flush();
  if (std::error_code Code = Out.error()) {
    Out.clear_error();
    llvm::consumeError(Temp->discard());
    return ioError(Path, Code);
  }
  if (Exists) // the mode given above went through the umask
    (void)fs::setPermissions(Temp->FD, Status.permissions());
  if (llvm::Error Problem = Temp->keep(Target))
    return ioError(Path, llvm::errorToErrorCode(std::move(Problem)));
  return llvm::Error::success();
}
