//===- ConstUseCalls.cpp - Arguments and receivers that may be const ------===//
#include "extract/ConstUse.h"

#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace factor6 {

namespace {

/// A library function that takes iterators and only looks.
bool onlyReads(const FunctionDecl *F) {
  static constexpr StringRef Names[] = {
      "find",        "find_if",     "find_if_not", "any_of",   "all_of",
      "none_of",     "count",       "count_if",    "equal",    "accumulate",
      "lower_bound", "upper_bound", "equal_range", "distance", "binary_search",
      "min_element", "max_element", "next",        "prev",     "mismatch",
      "search",      "includes",    "is_sorted"};
  return F->isInStdNamespace() && F->getIdentifier() &&
         llvm::is_contained(Names, F->getName());
}

/// A library template that copies or prints what it is forwarded.
bool onlyCopies(const FunctionDecl *F, const ProjectFiles &Project) {
  if (!F->getIdentifier())
    return false;
  StringRef Name = F->getName();
  bool Library = F->isInStdNamespace();
  for (const DeclContext *C = F->getDeclContext(); C && !Library;
       C = C->getParent())
    if (const auto *N = dyn_cast<NamespaceDecl>(C))
      Library = llvm::is_contained(Project.Forwarding, N->getName());
  return Library &&
         (Name.starts_with("make_") || Name.starts_with("emplace") ||
          Name.starts_with("format") || Name == "print" || Name == "println");
}

bool forwards(const FunctionDecl *F, unsigned Index) {
  const FunctionDecl *Pattern = F->getTemplateInstantiationPattern();
  if (!Pattern)
    return false;
  unsigned Last = Pattern->getNumParams();
  if (!Last)
    return false;
  return Pattern->getParamDecl(std::min(Index, Last - 1))
      ->getType()
      .getNonPackExpansionType()
      ->isRValueReferenceType();
}

/// The method that overload resolution takes instead on a const object.
const CXXMethodDecl *constSibling(const CXXMethodDecl *M) {
  for (const NamedDecl *D : M->getParent()->lookup(M->getDeclName())) {
    const auto *S = dyn_cast<CXXMethodDecl>(D->getUnderlyingDecl());
    if (!S || S == M || !S->isConst() || S->isDeleted() ||
        S->getNumParams() != M->getNumParams() ||
        S->getAccess() != M->getAccess())
      continue;
    bool Same = true;
    for (unsigned I = 0; I < M->getNumParams(); ++I)
      Same &= S->getASTContext().hasSameType(S->getParamDecl(I)->getType(),
                                             M->getParamDecl(I)->getType());
    if (Same)
      return S;
  }
  return nullptr;
}

bool constIterator(QualType T) {
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!Spec)
    return false;
  if (Spec->getName().contains("const_iterator"))
    return true;
  const TemplateArgumentList &Args = Spec->getTemplateArgs();
  return Args.size() && Args[0].getKind() == TemplateArgument::Type &&
         pointsToConst(Args[0].getAsType());
}

} // namespace

/// What the call gives on a const object.
ConstUse::Verdict ConstUse::result(QualType Mutable, QualType Const) {
  if (T.context().hasSameType(Mutable, Const))
    return Verdict::Safe;
  auto Same = [&](QualType A, QualType B) {
    return T.context().hasSameUnqualifiedType(A, B);
  };
  if (Mutable->isLValueReferenceType() || Mutable->isPointerType()) {
    if (Mutable->isPointerType() != Const->isPointerType() ||
        Mutable->isLValueReferenceType() != Const->isLValueReferenceType() ||
        !Same(Mutable->getPointeeType(), Const->getPointeeType()))
      return Verdict::Unsafe;
    Now = Mutable->isPointerType() ? Form::Pointer : Form::Object;
    return Verdict::Up;
  }
  if (!Mutable->isRecordType())
    return Verdict::Unsafe;
  Now = Form::Iterator;
  return Verdict::Up;
}

ConstUse::Verdict ConstUse::method(const CXXMethodDecl *M) {
  if (!M || isa<CXXDestructorDecl>(M))
    return Verdict::Unsafe;
  if (M->isConst() || M->isStatic())
    return Verdict::Safe;
  const CXXMethodDecl *Sibling = constSibling(M);
  return Sibling ? result(M->getReturnType(), Sibling->getReturnType())
                 : Verdict::Unsafe;
}

ConstUse::Verdict ConstUse::call(const Expr *E, const CallExpr *P) {
  if (const auto *M = dyn_cast<CXXMemberCallExpr>(P); M && M->getCallee() == E)
    return Now == Form::Object ? method(M->getMethodDecl()) : Verdict::Unsafe;
  const FunctionDecl *Callee = P->getDirectCallee();
  for (unsigned I = 0; Callee && I < P->getNumArgs(); ++I)
    if (P->getArg(I) == E)
      return argument(Callee, I, P);
  return Verdict::Unsafe;
}

ConstUse::Verdict ConstUse::argument(const FunctionDecl *Callee, unsigned Index,
                                     const CallExpr *P) {
  if (Index >= Callee->getNumParams()) { // printf and the like only look
    const auto *Format = Callee->getAttr<FormatAttr>();
    bool Prints = Format && Format->getType() &&
                  Format->getType()->getName().contains("printf");
    return Now == Form::Pointer && Prints ? Verdict::Safe : Verdict::Unsafe;
  }
  QualType Param = Callee->getParamDecl(Index)->getType();
  if (Param->isReferenceType() &&
      Param.getNonReferenceType().isConstQualified() && Now == Form::Object)
    return Verdict::Safe;
  if (Now == Form::Pointer && pointsToConst(Param))
    return Verdict::Safe;
  if (Now == Form::Object && onlyCopies(Callee, T.project()) &&
      forwards(Callee, Index))
    return Verdict::Safe;
  if (Now == Form::Object && Callee->isInStdNamespace() &&
      Callee->getIdentifier()) {
    StringRef Name = Callee->getName();
    if (Name == "size" || Name == "ssize" || Name == "empty" ||
        Name == "cbegin" || Name == "cend")
      return Verdict::Safe;
    if (Name == "begin" || Name == "end" || Name == "data") {
      Now = P->getType()->isPointerType() ? Form::Pointer : Form::Iterator;
      return Verdict::Up;
    }
  }
  if (Now != Form::Object && onlyReads(Callee)) {
    bool Same = T.context().hasSameUnqualifiedType(P->getType(), Param);
    return Same ? Verdict::Up : Verdict::Safe;
  }
  return Verdict::Unsafe;
}

ConstUse::Verdict ConstUse::iteratorOperator(bool First,
                                             const CXXOperatorCallExpr *P) {
  switch (P->getOperator()) {
  case OO_EqualEqual:
  case OO_ExclaimEqual:
  case OO_Less:
  case OO_Greater:
  case OO_LessEqual:
  case OO_GreaterEqual:
    return Verdict::Safe;
  case OO_Star:
  case OO_Subscript:
    Now = Form::Object;
    return Verdict::Up;
  case OO_Arrow:
    Now = Form::Pointer;
    return Verdict::Up;
  case OO_Plus:
  case OO_Minus:
    return P->getType()->isRecordType() ? Verdict::Up : Verdict::Safe;
  case OO_PlusPlus:
  case OO_MinusMinus:
  case OO_PlusEqual:
  case OO_MinusEqual:
    return Verdict::Up;
  case OO_Equal: { // a followed iterator takes another of its container
    const auto *To = dyn_cast<DeclRefExpr>(P->getArg(0)->IgnoreParens());
    const auto *V = To ? dyn_cast<VarDecl>(To->getDecl()) : nullptr;
    return V && (First || Flows.count({Current, V->getCanonicalDecl()}))
               ? Verdict::Safe
               : Verdict::Unsafe;
  }
  default:
    return Verdict::Unsafe;
  }
}

ConstUse::Verdict ConstUse::operatorCall(const Expr *E,
                                         const CXXOperatorCallExpr *P) {
  const FunctionDecl *Callee = P->getDirectCallee();
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(Callee);
  bool First = P->getNumArgs() && P->getArg(0) == E;
  if (Now == Form::Iterator)
    return iteratorOperator(First, P);
  if (First && M && Now == Form::Object)
    return method(M);
  for (unsigned I = 0; Callee && I < P->getNumArgs(); ++I)
    if (P->getArg(I) == E && I >= (M && !M->isStatic() ? 1u : 0u))
      return argument(Callee, I - (M && !M->isStatic() ? 1 : 0), P);
  return Verdict::Unsafe;
}

ConstUse::Verdict ConstUse::construct(const Expr *E,
                                      const CXXConstructExpr *P) {
  const CXXConstructorDecl *C = P->getConstructor();
  bool Std = C->getParent()->isInStdNamespace();
  for (unsigned I = 0; I < P->getNumArgs(); ++I) {
    if (P->getArg(I) != E || I >= C->getNumParams())
      continue;
    QualType Param = C->getParamDecl(I)->getType();
    if (Now == Form::Object)
      return Param->isReferenceType() &&
                     Param.getNonReferenceType().isConstQualified()
                 ? Verdict::Safe
                 : Verdict::Unsafe;
    if (Now == Form::Pointer)
      return pointsToConst(Param) ? Verdict::Safe : Verdict::Unsafe;
    if (C->isCopyOrMoveConstructor())
      return Verdict::Up;
    // Made of a range, or a const_iterator made of an iterator.
    bool Range = Std && P->getNumArgs() >= 2 && C->getPrimaryTemplate();
    return Range || constIterator(P->getType()) ? Verdict::Safe
                                                : Verdict::Unsafe;
  }
  return Verdict::Unsafe;
}

} // namespace factor6
