//===- ConstUse.cpp -------------------------------------------------------===//
#include "extract/ConstUse.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace factor6 {

bool pointsToConst(QualType T) {
  return T->isPointerType() && T->getPointeeType().isConstQualified();
}

namespace {

bool deduced(const VarDecl *V) {
  const TypeSourceInfo *Info = V->getTypeSourceInfo();
  return Info && Info->getType()->getContainedAutoType();
}

} // namespace

bool ConstUse::safe(const VarDecl *V) const {
  std::set<const VarDecl *> Seen;
  llvm::SmallVector<const VarDecl *, 8> Work = {V->getCanonicalDecl()};
  while (!Work.empty()) {
    const VarDecl *X = Work.pop_back_val();
    if (!Seen.insert(X).second)
      continue;
    if (Bad.count(X))
      return false;
    for (auto It = Flows.lower_bound({X, nullptr});
         It != Flows.end() && It->first == X; ++It)
      Work.push_back(It->second);
  }
  return true;
}

void ConstUse::visit(const VarDecl *V, ArrayRef<PathStep> Path) {
  V = V->getCanonicalDecl();
  auto It = Followed.find(V);
  if ((It == Followed.end() && !V->hasGlobalStorage()) || Bad.count(V))
    return;
  if (!judge(V, It == Followed.end() ? Form::Object : It->second, Path))
    Bad.insert(V);
}

bool ConstUse::judge(const VarDecl *V, Form F, ArrayRef<PathStep> Path) {
  Current = V;
  Now = F;
  const auto *E = cast<Expr>(Path.back().S);
  for (size_t I = Path.size() - 1; I-- > 0;) {
    switch (step(E, Path[I])) {
    case Verdict::Safe:
      return true;
    case Verdict::Unsafe:
      return false;
    case Verdict::Up:
      break;
    }
    E = dyn_cast_or_null<Expr>(Path[I].S);
    if (!E)
      return false;
  }
  return false;
}

ConstUse::Verdict ConstUse::step(const Expr *E, const PathStep &Parent) {
  if (const auto *P = dyn_cast_or_null<Expr>(Parent.S))
    return expression(E, P);
  if (Parent.S)
    return statement(E, Parent.S);
  if (const auto *V = dyn_cast_or_null<VarDecl>(Parent.D))
    return initialises(V);
  return Verdict::Unsafe;
}

ConstUse::Verdict ConstUse::statement(const Expr *E, const clang::Stmt *S) {
  if (const auto *F = dyn_cast<CXXForRangeStmt>(S))
    return F->getRangeInit() == E ? rangeFor(E, F) : Verdict::Safe;
  // A value that is dropped, or tested after a conversion.
  return isa<CompoundStmt, IfStmt, WhileStmt, DoStmt, ForStmt, SwitchStmt,
             SwitchCase, LabelStmt, AttributedStmt>(S)
             ? Verdict::Safe
             : Verdict::Unsafe;
}

ConstUse::Verdict ConstUse::rangeFor(const Expr *E, const CXXForRangeStmt *F) {
  const auto *R = E->getType()->getAsCXXRecordDecl();
  if (Now != Form::Object || (R && !R->isInStdNamespace()))
    return Verdict::Unsafe;
  const VarDecl *Loop = F->getLoopVariable();
  QualType Element = Loop->getType();
  if (!Element->isReferenceType() ||
      Element.getNonReferenceType().isConstQualified())
    return Verdict::Safe;
  return deduced(Loop) && !isa<DecompositionDecl>(Loop)
             ? follow(Loop, Form::Object)
             : Verdict::Unsafe;
}

ConstUse::Verdict ConstUse::initialises(const VarDecl *V) {
  if (isa<ParmVarDecl>(V) || isa<DecompositionDecl>(V) || !V->getInit() ||
      V->hasGlobalStorage())
    return Verdict::Unsafe;
  QualType T = V->getType();
  if (Now == Form::Object && T->isReferenceType() &&
      T.getNonReferenceType().isConstQualified())
    return Verdict::Safe;
  if (Now == Form::Iterator && T->isReferenceType())
    return deduced(V) ? follow(V, Now) : Verdict::Unsafe;
  if (!deduced(V) || (Now == Form::Object) != T->isReferenceType())
    return Verdict::Unsafe;
  return follow(V, Now);
}

ConstUse::Verdict ConstUse::follow(const VarDecl *V, Form F) {
  V = V->getCanonicalDecl();
  Followed.try_emplace(V, F);
  Flows.insert({Current, V});
  return Verdict::Safe;
}

ConstUse::Verdict ConstUse::expression(const Expr *E, const Expr *P) {
  if (isa<ParenExpr, CXXRewrittenBinaryOperator, FullExpr,
          MaterializeTemporaryExpr, CXXBindTemporaryExpr,
          SubstNonTypeTemplateParmExpr>(P))
    return Verdict::Up;
  if (const auto *X = dyn_cast<CastExpr>(P))
    return cast(X);
  if (const auto *X = dyn_cast<UnaryOperator>(P))
    return unary(X);
  if (const auto *X = dyn_cast<BinaryOperator>(P))
    return binary(E, X);
  if (const auto *X = dyn_cast<MemberExpr>(P))
    return member(X);
  if (const auto *X = dyn_cast<CXXOperatorCallExpr>(P))
    return operatorCall(E, X);
  if (const auto *X = dyn_cast<CallExpr>(P))
    return call(E, X);
  if (const auto *X = dyn_cast<CXXConstructExpr>(P))
    return construct(E, X);
  if (isa<ConditionalOperator>(P))
    return Now == Form::Iterator ? Verdict::Unsafe : Verdict::Up;
  if (const auto *X = dyn_cast<ArraySubscriptExpr>(P)) {
    if (Now != Form::Pointer || X->getBase() != E)
      return Verdict::Unsafe;
    Now = Form::Object;
    return Verdict::Up;
  }
  if (const auto *X = dyn_cast<UnaryExprOrTypeTraitExpr>(P))
    return X->isArgumentType() ? Verdict::Unsafe : Verdict::Safe;
  if (isa<CXXNoexceptExpr, CXXTypeidExpr>(P))
    return Verdict::Safe;
  // What the body does with a captured alias is judged there.
  if (isa<LambdaExpr>(P))
    return Current->hasGlobalStorage() ? Verdict::Unsafe : Verdict::Safe;
  return Verdict::Unsafe;
}

ConstUse::Verdict ConstUse::cast(const CastExpr *P) {
  switch (P->getCastKind()) {
  case CK_LValueToRValue:
    // The pointer itself was followed: its value still leads there.
    if (Now == Form::Pointer)
      return Verdict::Up;
    return Now == Form::Object ? Verdict::Safe : Verdict::Unsafe;
  case CK_ToVoid:
  case CK_PointerToBoolean:
    return Verdict::Safe;
  case CK_ArrayToPointerDecay:
    Now = Form::Pointer;
    if (const auto *E = dyn_cast<ExplicitCastExpr>(P))
      return pointsToConst(E->getType()) ? Verdict::Safe : Verdict::Unsafe;
    return Verdict::Up;
  case CK_UncheckedDerivedToBase:
  case CK_DerivedToBase:
    return isa<ImplicitCastExpr>(P) ? Verdict::Up : Verdict::Unsafe;
  case CK_NoOp:
  case CK_BitCast:
    if (Now == Form::Pointer)
      return pointsToConst(P->getType()) ? Verdict::Safe
             : isa<ImplicitCastExpr>(P) && P->getCastKind() == CK_NoOp
                 ? Verdict::Up
                 : Verdict::Unsafe;
    if (Now == Form::Object && P->getCastKind() == CK_NoOp)
      return P->getType().isConstQualified() ? Verdict::Safe : Verdict::Unsafe;
    return isa<ImplicitCastExpr>(P) && P->getCastKind() == CK_NoOp
               ? Verdict::Up
               : Verdict::Unsafe;
  case CK_UserDefinedConversion:
  case CK_ConstructorConversion:
    return Verdict::Up;
  default:
    return Verdict::Unsafe;
  }
}

ConstUse::Verdict ConstUse::unary(const UnaryOperator *P) {
  switch (P->getOpcode()) {
  case UO_AddrOf:
    if (Now != Form::Object || !P->getType()->isPointerType())
      return Verdict::Unsafe;
    Now = Form::Pointer;
    return Verdict::Up;
  case UO_Deref:
    if (Now != Form::Pointer)
      return Verdict::Unsafe;
    Now = Form::Object;
    return Verdict::Up;
  case UO_PostInc:
  case UO_PostDec:
  case UO_PreInc:
  case UO_PreDec:
    // A followed pointer may move; what it points to is not changed.
    return Now == Form::Pointer ? Verdict::Up : Verdict::Unsafe;
  case UO_Extension:
    return Verdict::Up;
  default:
    return Verdict::Unsafe;
  }
}

ConstUse::Verdict ConstUse::binary(const Expr *E, const BinaryOperator *P) {
  if (P->getOpcode() == BO_Comma)
    return P->getLHS() == E ? Verdict::Safe : Verdict::Up;
  if (Now != Form::Pointer)
    return Verdict::Unsafe;
  if (P->isComparisonOp())
    return Verdict::Safe;
  if (P->isAdditiveOp())
    return P->getType()->isPointerType() ? Verdict::Up : Verdict::Safe;
  // A followed pointer is re-seated.
  return P->isAssignmentOp() && P->getLHS() == E && !Current->hasGlobalStorage()
             ? Verdict::Safe
             : Verdict::Unsafe;
}

ConstUse::Verdict ConstUse::member(const MemberExpr *P) {
  if (P->isArrow() != (Now == Form::Pointer) || Now == Form::Iterator)
    return Verdict::Unsafe;
  Now = Form::Object;
  const ValueDecl *D = P->getMemberDecl();
  if (isa<CXXMethodDecl>(D))
    return Verdict::Up; // the call decides
  const auto *F = dyn_cast<FieldDecl>(D);
  if (!F || F->isMutable() || F->getType()->isReferenceType())
    return Verdict::Safe;
  return Verdict::Up;
}

} // namespace factor6
