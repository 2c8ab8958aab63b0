//===- CompileDatabase.h - What is to be analysed ---------------*- C++ -*-===//
//
// Finds and reads compile_commands.json. Every problem with the file itself is
// one clear line; what one entry says of one source file is judged later, when
// that file's turn comes.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_DRIVER_COMPILEDATABASE_H
#define FACTOR6_DRIVER_COMPILEDATABASE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace factor6 {

/// One source file with one way to compile it.
struct CompileJob {
  std::string Directory;            ///< absolute
  std::string File;                 ///< absolute, dots removed
  std::vector<std::string> Args;    ///< Args[0] is the compiler
  std::vector<std::string> Outputs; ///< object files, as the entries name them
  uint64_t Size = 0;                ///< of the source file, in bytes
  std::string Skip; ///< why it is not analysed ("not C or C++"); empty: it is
};

struct CompileDatabase {
  std::string Path;   ///< absolute path of the file
  std::string Folder; ///< its folder: usually the build folder
  /// In the order of the file. Entries that differ in their output only are
  /// one job: they say the same of the source.
  std::vector<CompileJob> Jobs;
};

/// The database \p Given (a folder or a file, as with `-p`), or, if that is
/// empty, the nearest one at or above one of the folders \p From, looked for
/// in each folder and in its `build`.
llvm::Expected<std::string> findDatabase(llvm::StringRef Given,
                                         const std::vector<std::string> &From);

/// Reads the file at \p Path.
llvm::Expected<CompileDatabase> readDatabase(llvm::StringRef Path);

/// Absolute form of \p Path with dots removed; \p Directory is what relative
/// paths start from (empty: the working directory).
std::string absolutePath(llvm::StringRef Path, llvm::StringRef Directory = {});

/// An error of one line.
llvm::Error lineError(const llvm::Twine &Line);

} // namespace factor6

#endif
