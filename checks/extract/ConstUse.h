//===- ConstUse.h - Which uses would compile if a variable were const -----===//
#ifndef FACTOR6_EXTRACT_CONSTUSE_H
#define FACTOR6_EXTRACT_CONSTUSE_H

#include "extract/PathWalker.h"

#include <set>

namespace factor6 {

/// Judges every use of variables of static storage. A use is safe if the
/// program compiles and means the same with the variable made const; what is
/// not known to be safe is not. Local references, pointers and iterators whose
/// type is deduced from the variable are followed.
class ConstUse {
public:
  explicit ConstUse(Tables &T) : T(T) {}

  /// \p Path leads to the reference and ends with it.
  void visit(const clang::VarDecl *V, llvm::ArrayRef<PathStep> Path);
  /// All uses so far, also those through followed locals, were safe.
  bool safe(const clang::VarDecl *V) const;

private:
  /// What the expression would be if the variable were const.
  enum class Form { Object, Pointer, Iterator };
  enum class Verdict { Safe, Unsafe, Up };

  bool judge(const clang::VarDecl *V, Form F, llvm::ArrayRef<PathStep> Path);
  Verdict step(const clang::Expr *E, const PathStep &Parent);
  Verdict statement(const clang::Expr *E, const clang::Stmt *S);
  Verdict expression(const clang::Expr *E, const clang::Expr *P);
  Verdict cast(const clang::CastExpr *P);
  Verdict unary(const clang::UnaryOperator *P);
  Verdict binary(const clang::Expr *E, const clang::BinaryOperator *P);
  Verdict member(const clang::MemberExpr *P);
  Verdict call(const clang::Expr *E, const clang::CallExpr *P);
  Verdict operatorCall(const clang::Expr *E,
                       const clang::CXXOperatorCallExpr *P);
  Verdict iteratorOperator(bool First, const clang::CXXOperatorCallExpr *P);
  Verdict rangeFor(const clang::Expr *E, const clang::CXXForRangeStmt *F);
  Verdict method(const clang::CXXMethodDecl *M);
  Verdict argument(const clang::FunctionDecl *Callee, unsigned Index,
                   const clang::CallExpr *P);
  Verdict construct(const clang::Expr *E, const clang::CXXConstructExpr *P);
  Verdict initialises(const clang::VarDecl *V);
  Verdict follow(const clang::VarDecl *V, Form F);
  Verdict result(clang::QualType Mutable, clang::QualType Const);

  Tables &T;
  const clang::VarDecl *Current = nullptr; ///< whose use is judged
  Form Now = Form::Object;
  std::set<const clang::VarDecl *> Bad;
  llvm::DenseMap<const clang::VarDecl *, Form> Followed;
  std::set<std::pair<const clang::VarDecl *, const clang::VarDecl *>> Flows;
};

bool pointsToConst(clang::QualType T);

} // namespace factor6

#endif
