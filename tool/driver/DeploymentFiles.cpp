//===- DeploymentFiles.cpp - What lies beside the code --------------------===//

#include "driver/DeploymentFiles.h"

#include "rules/Deployment.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace factor6;
using llvm::StringRef;

namespace fs = llvm::sys::fs;

static constexpr uint64_t LargestFile = 1 << 20;
/// A root that holds more than this is a home folder and not a project.
static constexpr size_t MostEntries = 200'000;

static bool isForeign(StringRef Folder, const ProjectFiles &Files) {
  StringRef Name = llvm::sys::path::filename(Folder);
  return Name == "test" || Name == "tests" ||
         fs::exists(Folder + "/CMakeCache.txt") ||
         fs::exists(Folder + "/CACHEDIR.TAG") ||
         !Files.contains((Folder + "/file").str(), /*System=*/false);
}

/// All deployment files below the root, sorted.
static std::vector<std::string> findFiles(const ProjectFiles &Files) {
  std::vector<std::string> Found;
  if (Files.Root.empty() || Files.Root == "/")
    return Found;
  std::error_code Problem;
  size_t Entries = 0;
  for (fs::recursive_directory_iterator
           It(Files.Root, Problem, /*follow_symlinks=*/false),
       End;
       It != End && !Problem && ++Entries < MostEntries;
       It.increment(Problem)) {
    const std::string &Path = It->path();
    if (It->type() == fs::file_type::directory_file) {
      if (isForeign(Path, Files))
        It.no_push();
      continue;
    }
    uint64_t Size = 0;
    if (isDeploymentFile(Path) && Files.contains(Path, /*System=*/false) &&
        !fs::file_size(Path, Size) && Size <= LargestFile)
      Found.push_back(Path);
  }
  llvm::sort(Found);
  return Found;
}

void factor6::checkDeploymentFiles(const ProjectFiles &Files,
                                   std::vector<Finding> &Findings) {
  for (const std::string &Path : findFiles(Files)) {
    auto Buffer = llvm::MemoryBuffer::getFile(Path);
    if (!Buffer)
      continue;
    llvm::append_range(Findings,
                       checkDeploymentFile(Path, (*Buffer)->getBuffer()));
  }
}
