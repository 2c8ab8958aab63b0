//===- PathWalker.h - The project's code with the way to each node --------===//
#ifndef FACTOR6_EXTRACT_PATHWALKER_H
#define FACTOR6_EXTRACT_PATHWALKER_H

#include "extract/Tables.h"

#include "clang/AST/RecursiveASTVisitor.h"

namespace factor6 {

/// A node on the way from the TU to where the walk is: a statement, a
/// declaration, or neither (inside a type or a template argument).
struct PathStep {
  const clang::Stmt *S = nullptr;
  const clang::Decl *D = nullptr;
};

/// Visits the project's declarations as the compiler understood them:
/// semantic forms, instantiations beside patterns, no implicit statements.
class PathWalker : public clang::RecursiveASTVisitor<PathWalker> {
  using Base = clang::RecursiveASTVisitor<PathWalker>;

public:
  explicit PathWalker(Tables &T) : T(T) {}
  virtual ~PathWalker() = default;
  void walk();

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool TraverseDecl(clang::Decl *D);
  bool TraverseStmt(clang::Stmt *S);
  bool TraverseCXXRewrittenBinaryOperator(clang::CXXRewrittenBinaryOperator *E);
  bool TraverseInitListExpr(clang::InitListExpr *E);
  bool TraverseTypeLoc(clang::TypeLoc L, bool Qualifier = true);
  bool TraverseTemplateArgumentLoc(const clang::TemplateArgumentLoc &L);

protected:
  virtual void literal(const clang::StringLiteral *) {}
  virtual void use(const clang::Expr *, const clang::VarDecl *) {}
  virtual void declared(const clang::VarDecl *) {}

  /// The innermost step is last; it is the node being visited.
  llvm::SmallVector<PathStep, 64> Path;
  Tables &T;
};

} // namespace factor6

#endif
