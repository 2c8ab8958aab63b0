//===- LinkUnits.h - Which sources make which program -----------*- C++ -*-===//
#ifndef FACTOR6_DRIVER_LINKUNITS_H
#define FACTOR6_DRIVER_LINKUNITS_H

#include "driver/CompileDatabase.h"

#include <string>
#include <utility>
#include <vector>

namespace factor6 {

/// A link unit as the build system knows it.
struct BuildUnit {
  std::string Name; ///< the target's
  /// Absolute path of each source and the target that compiles it (a static
  /// library has its own flags).
  std::vector<std::pair<std::string, std::string>> Sources;
};

/// The executables of a CMake build folder, each with the libraries of the
/// project that it is linked with, and the shared and module libraries that no
/// executable is linked with. From the reply of CMake's file API
/// (`.cmake/api/v1/reply`, codemodel version 2); empty if there is none or it
/// cannot be read. Sorted by name.
std::vector<BuildUnit> readBuildUnits(llvm::StringRef BuildFolder);

/// The jobs of \p Unit, ascending. Where a source is compiled in several ways,
/// the ones of the unit's own targets if the outputs tell.
std::vector<size_t> jobsOf(const BuildUnit &Unit,
                           const CompileDatabase &Database);

} // namespace factor6

#endif
