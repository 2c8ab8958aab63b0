//===- Conditions.cpp - What a condition says of its subject
//----------------===//
#include "extract/BodyBuilder.h"

using namespace clang;

namespace factor6 {

Id BodyBuilder::containerTested(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *C = dyn_cast<CXXConstructExpr>(E); C && C->getNumArgs() == 1)
    return containerTested(C->getArg(0));
  if (const auto *X = dyn_cast<FullExpr>(E))
    return containerTested(X->getSubExpr());
  if (const auto *X = dyn_cast<MaterializeTemporaryExpr>(E))
    return containerTested(X->getSubExpr());
  if (const auto *M = dyn_cast<CXXMemberCallExpr>(E)) {
    auto It = NodeOf.find(M->getImplicitObjectArgument()->IgnoreParens());
    // A look-up is a member call with a key.
    if (M->getNumArgs() && It != NodeOf.end())
      return It->second;
    return None;
  }
  if (const auto *R = dyn_cast<DeclRefExpr>(E))
    if (const auto *V = dyn_cast<VarDecl>(R->getDecl()))
      if (auto It = Lookups.find(V); It != Lookups.end())
        return It->second;
  return None;
}

/// What the condition says when it holds (or, with Negate, when it does not).
Region BodyBuilder::guardOf(const Expr *Cond, bool Negate) {
  Region R;
  Cond = Cond->IgnoreParenImpCasts();
  if (const auto *X = dyn_cast<FullExpr>(Cond))
    return guardOf(X->getSubExpr(), Negate);
  if (const auto *U = dyn_cast<UnaryOperator>(Cond);
      U && U->getOpcode() == UO_LNot)
    return guardOf(U->getSubExpr(), !Negate);
  auto Is = [&](const Expr *E, bool Unset) {
    auto It = NodeOf.find(E->IgnoreParens());
    if (It == NodeOf.end())
      It = NodeOf.find(E->IgnoreParenImpCasts());
    if (It == NodeOf.end() || It->second == None)
      return R;
    R.Kind = Unset != Negate ? RegionKind::IfUnset : RegionKind::IfSet;
    R.Subject = It->second;
    return R;
  };
  auto Lookup = [&](Id Container, bool Absent) {
    if (Container != None && Absent != Negate) {
      R.Kind = RegionKind::IfAbsent;
      R.Subject = Container;
    }
    return R;
  };
  auto IsNull = [&](const Expr *E) {
    E = E->IgnoreParenImpCasts();
    return E->isNullPointerConstant(T.context(),
                                    Expr::NPC_ValueDependentIsNull) ||
           isa<CXXNullPtrLiteralExpr>(E);
  };
  if (const auto *X = dyn_cast<BinaryOperator>(Cond)) {
    // `a && b` holds only if both do: either guard is true inside.
    if ((X->getOpcode() == BO_LAnd && !Negate) ||
        (X->getOpcode() == BO_LOr && Negate)) {
      R = guardOf(X->getLHS(), Negate);
      return R.Kind != RegionKind::Branch ? R : guardOf(X->getRHS(), Negate);
    }
    // `fd < 0`: it failed.
    Expr::EvalResult Zero;
    if ((X->getOpcode() == BO_LT || X->getOpcode() == BO_GE) &&
        X->getRHS()->getType()->isIntegerType() &&
        !X->getRHS()->isValueDependent() &&
        X->getRHS()->EvaluateAsInt(Zero, T.context()) && Zero.Val.getInt() == 0)
      return Is(X->getLHS(), X->getOpcode() == BO_LT);
    if (X->isEqualityOp()) {
      bool Equal = X->getOpcode() == BO_EQ;
      const Expr *L = X->getLHS(), *Rhs = X->getRHS();
      if (IsNull(L))
        std::swap(L, Rhs);
      if (IsNull(Rhs)) {
        if (Id C = containerTested(L); C != None)
          return Lookup(C, Equal);
        return Is(L, Equal);
      }
      Expr::EvalResult V;
      if (Rhs->getType()->isIntegerType() && !Rhs->isValueDependent() &&
          Rhs->EvaluateAsInt(V, T.context()) && V.Val.getInt().isNegative())
        return Is(L, Equal);
    }
    return R;
  }
  if (const auto *X = dyn_cast<CXXOperatorCallExpr>(Cond)) {
    if (X->getOperator() == OO_Exclaim && X->getNumArgs() == 1)
      return Is(X->getArg(0), true);
    bool Equal = X->getOperator() == OO_EqualEqual;
    if ((Equal || X->getOperator() == OO_ExclaimEqual) &&
        X->getNumArgs() == 2) {
      if (IsNull(X->getArg(1)))
        return Is(X->getArg(0), Equal);
      for (unsigned I = 0; I < 2; ++I)
        if (Id C = containerTested(X->getArg(I)); C != None)
          return Lookup(C, Equal);
    }
    return R;
  }
  if (const auto *X = dyn_cast<CXXRewrittenBinaryOperator>(Cond))
    return guardOf(X->getSemanticForm(), Negate);
  if (const auto *M = dyn_cast<CXXMemberCallExpr>(Cond)) {
    const CXXMethodDecl *D = M->getMethodDecl();
    if (M->getNumArgs())
      return Lookup(containerTested(M), false);
    if (D && isa<CXXConversionDecl>(D))
      return Is(M->getImplicitObjectArgument(), false);
    StringRef Name = D && D->getIdentifier() ? D->getName() : "";
    if (Name == "empty" || Name == "isEmpty" || Name == "isNull")
      return Is(M->getImplicitObjectArgument(), true);
    if (Name == "fail" || Name == "bad")
      return Is(M->getImplicitObjectArgument(), true);
    if (Name == "is_open" || Name == "isOpen" || Name == "good" ||
        Name == "has_value" || Name == "load" || Name == "get")
      return Is(M->getImplicitObjectArgument(), false);
    return R;
  }
  if (isa<DeclRefExpr, MemberExpr>(Cond))
    return Is(Cond, false);
  return R;
}

} // namespace factor6
