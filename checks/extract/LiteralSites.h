//===- LiteralSites.h - Literals that a call can stand for ----------------===//
#ifndef FACTOR6_EXTRACT_LITERALSITES_H
#define FACTOR6_EXTRACT_LITERALSITES_H

#include "extract/Tables.h"

#include "clang/AST/Expr.h"

#include <map>

namespace factor6 {

struct PathStep;

/// The literals for which an expression of type `const char *` may be written
/// instead: their places and lengths in the source.
class LiteralSites {
public:
  /// \p Path leads to the literal and ends with it.
  void visit(const clang::StringLiteral *L, llvm::ArrayRef<PathStep> Path,
             Tables &T);
  /// Sets Node::Value of the summary's literals.
  void mark(Summary &S) const;

private:
  std::map<Place, uint32_t> Lengths;
};

} // namespace factor6

#endif
