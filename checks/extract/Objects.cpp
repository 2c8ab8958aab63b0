//===- Objects.cpp - Closures, lists, new objects and the rest ------------===//
#include "extract/BodyBuilder.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprConcepts.h"

#include <optional>

using namespace clang;

namespace factor6 {

Id BodyBuilder::lambda(const LambdaExpr *E) {
  std::vector<Capture> Captures;
  auto Init = E->capture_init_begin();
  for (const LambdaCapture &C : E->captures()) {
    Capture Out;
    const Expr *InitExpr = Init != E->capture_init_end() ? *Init++ : nullptr;
    if (C.capturesVariable()) {
      const auto *V = dyn_cast<VarDecl>(C.getCapturedVar());
      if (!V)
        continue; // a structured binding: what it names is captured, too
      Out.Variable = T.variable(V);
      Out.ByRef = C.getCaptureKind() == LCK_ByRef;
      if (InitExpr)
        Out.Init =
            expr(V->isInitCapture() && V->getInit() ? V->getInit() : InitExpr);
    } else if (C.capturesThis()) {
      Out.ByRef = C.getCaptureKind() == LCK_This;
    } else {
      continue;
    }
    Captures.push_back(Out);
  }
  Pending.push_back(E);
  B.CaptureLists.push_back(std::move(Captures));
  Id N = node(NodeKind::Lambda, E, {}, T.function(E->getCallOperator()));
  B.Nodes[N].Value = static_cast<int64_t>(B.CaptureLists.size() - 1);
  return N;
}

Id BodyBuilder::initList(const InitListExpr *E) {
  if (E->isSyntacticForm() && E->getSemanticForm())
    E = E->getSemanticForm();
  if (E->isTransparent() && E->getNumInits() == 1)
    return expr(E->getInit(0));
  std::vector<Id> Ops;
  for (const Expr *I : E->inits())
    Ops.push_back(I && !isa<ImplicitValueInitExpr>(I)
                      ? exprUsed(I, Use::Assigned)
                      : None);
  Id Record = None;
  if (const RecordDecl *R = E->getType()->getAsRecordDecl())
    Record = T.recordWithFields(R);
  return node(NodeKind::List, E, std::move(Ops), Record);
}

Id BodyBuilder::newObject(const CXXNewExpr *E) {
  std::vector<Id> Where; // `new (place) T`
  for (const Expr *P : E->placement_arguments())
    if (Id Place = expr(P); P->getType()->isPointerType())
      Where = {Place};
  if (std::optional<const Expr *> Size = E->getArraySize(); Size && *Size)
    expr(*Size);
  Id N = node(NodeKind::New, E, std::move(Where));
  B.Nodes[N].TypeId = T.type(E->getAllocatedType());
  B.Nodes[N].Value = E->isArray();
  const Expr *Init = E->getInitializer();
  if (!Init)
    return N;
  if (const auto *C = dyn_cast<CXXConstructExpr>(Init->IgnoreImplicit())) {
    Id Index = construct(C, N);
    B.Nodes[N].Ref = Index == None || B.Nodes[Index].Kind != NodeKind::Object
                         ? None
                         : B.Nodes[Index].Ref;
    return N;
  }
  Id V = expr(Init);
  if (V != None)
    emit(StmtKind::Store, E->getExprLoc(), node(NodeKind::Deref, nullptr, {N}),
         V);
  return N;
}

Id BodyBuilder::children(const Expr *E, NodeKind Kind) {
  std::vector<Id> Ops;
  for (const clang::Stmt *C : E->children())
    if (const auto *X = dyn_cast_or_null<Expr>(C))
      Ops.push_back(expr(X));
    else
      stmt(C);
  return node(Kind, E, std::move(Ops));
}

/// Unresolved names inside template patterns, and everything rare.
Id BodyBuilder::dependent(const Expr *E) {
  if (const auto *X = dyn_cast<UnresolvedMemberExpr>(E))
    return X->isImplicitAccess() ? node(NodeKind::This, nullptr)
                                 : expr(X->getBase());
  if (const auto *X = dyn_cast<CXXDependentScopeMemberExpr>(E)) {
    if (X->isImplicitAccess())
      return node(NodeKind::This, nullptr);
    Id Base = expr(X->getBase());
    return node(NodeKind::Elem, E, {Base});
  }
  if (const auto *X = dyn_cast<OverloadExpr>(E)) {
    for (const NamedDecl *D : X->decls())
      if (const auto *F = dyn_cast<FunctionDecl>(D->getUnderlyingDecl()))
        return node(NodeKind::Func, E, {}, T.function(F));
    return node(NodeKind::Unknown, E);
  }
  if (isa<IntegerLiteral, CharacterLiteral, CXXBoolLiteralExpr>(E))
    if (Id N = constantInt(E); N != None)
      return N;
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E))
    return node(NodeKind::Int, E);
  if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, TypeTraitExpr,
          CXXTypeidExpr, RequiresExpr, ConceptSpecializationExpr>(E))
    return constantInt(E);
  if (const auto *X = dyn_cast<StmtExpr>(E)) {
    stmt(X->getSubStmt());
    return node(NodeKind::Unknown, E);
  }
  if (isa<CXXUnresolvedConstructExpr>(E))
    return children(E, NodeKind::Concat);
  if (isa<RecoveryExpr>(E))
    return children(E, NodeKind::Unknown);
  if (const auto *X = dyn_cast<AtomicExpr>(E)) {
    return atomic(X);
  }
  return children(E, NodeKind::Arith);
}

/// C's atomics: `atomic_store(&flag, true)`
Id BodyBuilder::atomic(const AtomicExpr *E) {
  const auto *Of = dyn_cast<UnaryOperator>(E->getPtr()->IgnoreParenCasts());
  Id Target = Of && Of->getOpcode() == UO_AddrOf
                  ? expr(Of->getSubExpr())
                  : node(NodeKind::Deref, nullptr, {expr(E->getPtr())});
  const SourceLocation At = E->getExprLoc();
  switch (E->getOp()) {
  case AtomicExpr::AO__c11_atomic_init:
  case AtomicExpr::AO__c11_atomic_store:
  case AtomicExpr::AO__atomic_store_n: {
    Id Value = exprUsed(E->getVal1(), Use::Assigned);
    emit(StmtKind::Store, At, Target, Value);
    write(Target, WriteHow::Assign, At);
    break;
  }
  case AtomicExpr::AO__c11_atomic_load:
  case AtomicExpr::AO__atomic_load_n:
  case AtomicExpr::AO__atomic_load:
    read(Target, At);
    break;
  default:
    if (E->getNumSubExprs() > 2) {
      exprUsed(E->getVal1(), Use::Arithmetic);
      write(Target, WriteHow::Compound, At);
    } else {
      read(Target, At);
    }
  }
  return Target;
}

} // namespace factor6
