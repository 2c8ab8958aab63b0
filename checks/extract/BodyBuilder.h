//===- BodyBuilder.h - One function's body as a small program -------------===//
//
// Walks a body in evaluation order. Every expression becomes a node that says
// what it denotes; side effects become statements. Nothing is judged here.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_EXTRACT_BODYBUILDER_H
#define FACTOR6_EXTRACT_BODYBUILDER_H

#include "extract/Tables.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

namespace factor6 {

/// Who is called where, by closing parenthesis, in the instantiations of a
/// template.
using Instantiated =
    llvm::DenseMap<clang::SourceLocation,
                   llvm::SmallVector<const clang::FunctionDecl *, 2>>;

class BodyBuilder {
public:
  /// \p Pending receives closures met on the way.
  BodyBuilder(Tables &T, Id Function,
              std::vector<const clang::LambdaExpr *> &Pending);

  void addFieldInit(const clang::FieldDecl *F, const clang::Expr *Init,
                    clang::SourceLocation Loc);
  void addConstructorInits(const clang::CXXConstructorDecl *C);
  void addBody(const clang::Stmt *Body);
  /// The body is a pattern; what its names may mean is told by \p Calls.
  void resolveBy(Instantiated Calls) { Resolved = std::move(Calls); }
  /// A variable of static storage duration outside functions.
  void addStaticInit(const clang::VarDecl *V);
  void addControlFlow(const clang::Decl *D, const clang::Stmt *Body);
  FunctionBody take() { return std::move(B); }

private:
  struct UseContext {
    Use How = Use::Other;
    Id Call = None;
  };

  // Expressions.cpp
  Id expr(const clang::Expr *E);
  Id exprUsed(const clang::Expr *E, Use How, Id Call = None);
  Id declRef(const clang::DeclRefExpr *E);
  Id member(const clang::MemberExpr *E);
  Id unary(const clang::UnaryOperator *E);
  Id binary(const clang::BinaryOperator *E);
  Id assignment(const clang::BinaryOperator *E);
  Id atomic(const clang::AtomicExpr *E);
  Id cast(const clang::CastExpr *E);
  Id lambda(const clang::LambdaExpr *E);
  Id initList(const clang::InitListExpr *E);
  Id newObject(const clang::CXXNewExpr *E);
  Id literal(const clang::StringLiteral *E);
  Id dependent(const clang::Expr *E);
  Id children(const clang::Expr *E, NodeKind Kind);
  Id constantInt(const clang::Expr *E);
  Id otherExpr(const clang::Expr *E);
  Id passThrough(const clang::Expr *E, bool &Done);

  // Calls.cpp
  Id call(const clang::CallExpr *E);
  Id construct(const clang::CXXConstructExpr *E, Id Receiver);
  void inherit(const clang::CXXInheritedCtorInitExpr *E,
               const clang::CXXConstructorDecl *C);
  void calleeOf(const clang::CallExpr *E, CallFact &C, Id Index);
  void arguments(llvm::ArrayRef<const clang::Expr *> Args,
                 const clang::FunctionDecl *Callee, CallFact &C, Id Index);
  Passing passing(const clang::FunctionDecl *Callee, unsigned Index,
                  const clang::Expr *Arg);
  void finishCall(Id Index, CallFact C, const clang::Expr *E);
  void otherCallees(const clang::CallExpr *E, Id Index);
  void noteSubscriptRead(Id N);

  // Statements.cpp
  void stmt(const clang::Stmt *S);
  void compound(const clang::CompoundStmt *S);
  void declStmt(const clang::DeclStmt *S);
  void localVariable(const clang::VarDecl *V);
  void initVariable(const clang::VarDecl *V);
  bool ifStmt(const clang::IfStmt *S);
  void loop(const clang::Stmt *S, const clang::Expr *Cond,
            const clang::Stmt *Body, const clang::Expr *Inc, bool BodyFirst,
            const clang::DeclStmt *Each = nullptr);
  void doStmt(const clang::DoStmt *S);
  void forStmt(const clang::ForStmt *S);
  void switchStmt(const clang::SwitchStmt *S);
  void rangeFor(const clang::CXXForRangeStmt *S);
  void tryStmt(const clang::CXXTryStmt *S);
  void destroyLocals(const clang::CompoundStmt *S);
  void openRegion(Region R, clang::SourceLocation Loc);
  void closeRegion();

  // Conditions.cpp
  Region guardOf(const clang::Expr *Cond, bool Negate);
  Region whereText(llvm::ArrayRef<const clang::Expr *> Args, bool Equal);
  Region binaryGuard(const clang::BinaryOperator *E, bool Negate);
  Region operatorGuard(const clang::CXXOperatorCallExpr *E, bool Negate);
  Region memberGuard(const clang::CXXMemberCallExpr *E, bool Negate);
  Region whileUnset(const clang::Expr *E, bool Unset);
  Id containerTested(const clang::Expr *E);

  Id node(NodeKind Kind, const clang::Expr *E, std::vector<Id> Ops = {},
          Id Ref = None);
  Id varNode(const clang::VarDecl *V, clang::SourceLocation Loc);
  Id emit(StmtKind Kind, clang::SourceLocation Loc, Id A, Id BOp = None);
  void write(Id N, WriteHow How, clang::SourceLocation Loc);
  bool handsOut(Id N) const;
  void read(Id N, clang::SourceLocation Loc);
  void mark(const clang::Stmt *S, Id Index) { StmtsOf[S].push_back(Index); }

  Tables &T;
  FunctionBody B;
  std::vector<const clang::LambdaExpr *> &Pending;
  std::vector<Id> RegionStack;
  UseContext Context;
  Instantiated Resolved;
  llvm::DenseMap<const clang::Stmt *, std::vector<Id>> StmtsOf; ///< for the CFG
  llvm::DenseMap<const clang::Expr *, Id>
      NodeOf; ///< for conditions looked at again
  llvm::DenseMap<const clang::VarDecl *, Id>
      Lookups; ///< iterator -> container node
};

} // namespace factor6

#endif
