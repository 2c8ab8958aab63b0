//===- Extract.h - AST to TU summary --------------------------------------===//
#ifndef FACTOR6_EXTRACT_EXTRACT_H
#define FACTOR6_EXTRACT_EXTRACT_H

#include "facts/Facts.h"

#include "llvm/ADT/StringRef.h"

#include <functional>
#include <string>

namespace clang {
class ASTContext;
class Preprocessor;
} // namespace clang

namespace factor6 {

/// Tells the user's own files from everybody else's, and what extraction has
/// to know of libraries.
struct ProjectFiles {
  std::string Root; ///< absolute; empty: every non-system file is the user's
  std::vector<std::string>
      Excludes; ///< path globs that are not the user's (vendored code)
  /// Names of library headers whose function bodies have to be seen: only what
  /// they call makes clang instantiate the user's templates.
  std::vector<std::string> Instantiating;
  std::vector<std::string> Generated; ///< globs of the names of files that a
                                      ///< program wrote
  /// Namespaces of libraries whose function templates copy or print what they
  /// are forwarded.
  std::vector<std::string> Forwarding;
  /// \p Path absolute with dots removed; \p System as the compiler saw it.
  bool contains(llvm::StringRef Path, bool System) const;
};

/// Summarises a parsed translation unit. Does not fail: what could not be
/// seen is an unknown node. Template instantiations are visited, so call it at
/// the end of the TU.
Summary extract(clang::ASTContext &Context, const ProjectFiles &Project);

} // namespace factor6

#endif
