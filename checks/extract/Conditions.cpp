//===- Conditions.cpp - What a condition says of its subject --------------===//
#include "extract/BodyBuilder.h"

#include <optional>

using namespace clang;

namespace factor6 {

namespace {

bool isNull(const Expr *E, ASTContext &Context) {
  E = E->IgnoreParenImpCasts();
  return E->isNullPointerConstant(Context, Expr::NPC_ValueDependentIsNull) ||
         isa<CXXNullPtrLiteralExpr>(E);
}

std::optional<llvm::APSInt> integerValue(const Expr *E, ASTContext &Context) {
  Expr::EvalResult Value;
  if (E->getType()->isIntegerType() && !E->isValueDependent() &&
      E->EvaluateAsInt(Value, Context))
    return Value.Val.getInt();
  return std::nullopt;
}

/// "Runs only if the look-up in \p Container failed"; that it succeeded says
/// nothing.
Region afterLookup(Id Container, bool Absent) {
  Region R;
  if (Container != None && Absent) {
    R.Kind = RegionKind::IfAbsent;
    R.Subject = Container;
  }
  return R;
}

/// The string literal that the expression is, or that a string or view of it is
/// made from.
const StringLiteral *textOf(const Expr *E) {
  E = E->IgnoreUnlessSpelledInSource();
  if (const auto *C = dyn_cast<CXXConstructExpr>(E); C && C->getNumArgs())
    return textOf(C->getArg(0));
  return dyn_cast<StringLiteral>(E);
}

/// `strcmp(path, "/stats")`: zero if the texts are equal.
const CallExpr *comparison(const Expr *E) {
  const auto *C = dyn_cast<CallExpr>(E->IgnoreParenImpCasts());
  const FunctionDecl *D = C ? C->getDirectCallee() : nullptr;
  return D && C->getNumArgs() >= 2 && D->getIdentifier() &&
                 llvm::is_contained(
                     {"strcmp", "strncmp", "strcasecmp", "strncasecmp"},
                     D->getName())
             ? C
             : nullptr;
}

} // namespace

/// "Runs only where something equals" one of the first two arguments.
Region BodyBuilder::whereText(llvm::ArrayRef<const Expr *> Args, bool Equal) {
  Region R;
  if (!Equal)
    return R;
  for (const Expr *E : Args.take_front(2))
    if (const StringLiteral *Text = textOf(E))
      if (auto It = NodeOf.find(Text); It != NodeOf.end())
        R.Subject = It->second;
  return R;
}

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

/// "Runs only while \p E is unset" or, without \p Unset, while it is set.
Region BodyBuilder::whileUnset(const Expr *E, bool Unset) {
  Region R;
  auto It = NodeOf.find(E->IgnoreParens());
  if (It == NodeOf.end())
    It = NodeOf.find(E->IgnoreParenImpCasts());
  if (It == NodeOf.end() || It->second == None)
    return R;
  R.Kind = Unset ? RegionKind::IfUnset : RegionKind::IfSet;
  R.Subject = It->second;
  return R;
}

/// What a condition says when it holds (or, with \p Negate, when it does not).
Region BodyBuilder::guardOf(const Expr *Cond, bool Negate) {
  Cond = Cond->IgnoreParenImpCasts();
  if (const auto *X = dyn_cast<FullExpr>(Cond))
    return guardOf(X->getSubExpr(), Negate);
  if (const auto *U = dyn_cast<UnaryOperator>(Cond);
      U && U->getOpcode() == UO_LNot)
    return guardOf(U->getSubExpr(), !Negate);
  if (const auto *X = dyn_cast<BinaryOperator>(Cond))
    return binaryGuard(X, Negate);
  if (const auto *X = dyn_cast<CXXOperatorCallExpr>(Cond))
    return operatorGuard(X, Negate);
  if (const auto *X = dyn_cast<CXXRewrittenBinaryOperator>(Cond))
    return guardOf(X->getSemanticForm(), Negate);
  if (const auto *M = dyn_cast<CXXMemberCallExpr>(Cond))
    return memberGuard(M, Negate);
  if (isa<DeclRefExpr, MemberExpr>(Cond))
    return whileUnset(Cond, Negate);
  if (const CallExpr *C = comparison(Cond))
    return whereText({C->getArgs(), C->getNumArgs()}, Negate);
  return {};
}

Region BodyBuilder::binaryGuard(const BinaryOperator *E, bool Negate) {
  // `a && b` holds only if both do: either guard is true inside.
  if (E->getOpcode() == (Negate ? BO_LOr : BO_LAnd)) {
    Region L = guardOf(E->getLHS(), Negate);
    if (L.Kind != RegionKind::Branch)
      return L;
    Region R = guardOf(E->getRHS(), Negate);
    return R.Kind == RegionKind::Branch && R.Subject == None ? L : R;
  }
  const Expr *L = E->getLHS(), *R = E->getRHS();
  // `fd < 0`: it failed.
  if (E->getOpcode() == BO_LT || E->getOpcode() == BO_GE) {
    std::optional<llvm::APSInt> Bound = integerValue(R, T.context());
    bool Failed = E->getOpcode() == BO_LT;
    return Bound && *Bound == 0 ? whileUnset(L, Failed != Negate) : Region();
  }
  if (!E->isEqualityOp())
    return {};
  bool Equal = (E->getOpcode() == BO_EQ) != Negate;
  if (isNull(L, T.context()))
    std::swap(L, R);
  if (isNull(R, T.context())) { // 0, too
    if (const CallExpr *C = comparison(L))
      return whereText({C->getArgs(), C->getNumArgs()}, Equal);
    Id Container = containerTested(L);
    return Container != None ? afterLookup(Container, Equal)
                             : whileUnset(L, Equal);
  }
  // `fd == -1`, too.
  std::optional<llvm::APSInt> Value = integerValue(R, T.context());
  return Value && Value->isNegative() ? whileUnset(L, Equal) : Region();
}

Region BodyBuilder::operatorGuard(const CXXOperatorCallExpr *E, bool Negate) {
  OverloadedOperatorKind Op = E->getOperator();
  if (Op == OO_Exclaim && E->getNumArgs() == 1)
    return whileUnset(E->getArg(0), !Negate);
  if ((Op != OO_EqualEqual && Op != OO_ExclaimEqual) || E->getNumArgs() != 2)
    return {};
  bool Equal = (Op == OO_EqualEqual) != Negate;
  for (unsigned I = 0; I < 2; ++I)
    if (isNull(E->getArg(I), T.context()))
      return whileUnset(E->getArg(1 - I), Equal);
  for (unsigned I = 0; I < 2; ++I)
    if (Id Container = containerTested(E->getArg(I)); Container != None)
      return afterLookup(Container, Equal);
  return whereText({E->getArgs(), 2}, Equal);
}

Region BodyBuilder::memberGuard(const CXXMemberCallExpr *E, bool Negate) {
  if (E->getNumArgs())
    return afterLookup(containerTested(E), Negate);
  const Expr *Object = E->getImplicitObjectArgument();
  const CXXMethodDecl *D = E->getMethodDecl();
  if (D && isa<CXXConversionDecl>(D))
    return whileUnset(Object, Negate);
  StringRef Name = D && D->getIdentifier() ? D->getName() : "";
  if (Name == "empty" || Name == "isEmpty" || Name == "isNull" ||
      Name == "fail" || Name == "bad")
    return whileUnset(Object, !Negate);
  if (Name == "is_open" || Name == "isOpen" || Name == "good" ||
      Name == "has_value" || Name == "load" || Name == "get")
    return whileUnset(Object, Negate);
  return {};
}

} // namespace factor6
