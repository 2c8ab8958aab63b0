// A folder of its own for a test that needs files, gone afterwards.
#ifndef FACTOR6_TEST_UNIT_SCRATCH_FOLDER_H
#define FACTOR6_TEST_UNIT_SCRATCH_FOLDER_H

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <fstream>
#include <sstream>
#include <string>

namespace factor6::test {

class ScratchFolder {
public:
  ScratchFolder() {
    llvm::SmallString<128> Made, Real;
    llvm::sys::fs::createUniqueDirectory("factor6-test", Made);
    llvm::sys::fs::real_path(Made, Real);
    Path = Real.str().str();
  }
  ~ScratchFolder() { llvm::sys::fs::remove_directories(Path); }
  ScratchFolder(const ScratchFolder &) = delete;
  ScratchFolder &operator=(const ScratchFolder &) = delete;

  /// Writes a file below the folder, making the folders on the way; returns
  /// its path.
  std::string write(const std::string &Name, const std::string &Text) const {
    std::string File = Path + "/" + Name;
    llvm::sys::fs::create_directories(llvm::sys::path::parent_path(File));
    std::ofstream(File, std::ios::binary) << Text;
    return File;
  }

  static std::string read(const std::string &File) {
    std::ostringstream Text;
    Text << std::ifstream(File, std::ios::binary).rdbuf();
    return Text.str();
  }

  std::string Path;
};

} // namespace factor6::test

#endif
