//===- Statements.cpp - Statements, regions and control flow --------------===//
#include "extract/BodyBuilder.h"

using namespace clang;

namespace factor6 {

void BodyBuilder::openRegion(Region R, SourceLocation Loc) {
  R.Parent = RegionStack.empty() ? None : RegionStack.back();
  R.Loc = T.place(Loc);
  B.Regions.push_back(R);
  RegionStack.push_back(B.Regions.size() - 1);
}

void BodyBuilder::closeRegion() { RegionStack.pop_back(); }

void BodyBuilder::addFieldInit(const FieldDecl *F, const Expr *Init,
                               SourceLocation Loc) {
  Id This = node(NodeKind::This, nullptr);
  Node N;
  N.Kind = NodeKind::Field;
  N.Ops = {This};
  N.Ref = T.field(F);
  N.TypeId = T.type(F->getType());
  N.Loc = T.place(Loc);
  B.Nodes.push_back(std::move(N));
  Id Target = B.Nodes.size() - 1;
  if (const auto *CE = dyn_cast<CXXConstructExpr>(Init->IgnoreImplicit())) {
    construct(CE, Target);
    return;
  }
  emit(StmtKind::Store, Loc, Target, exprUsed(Init, Use::Assigned));
}

void BodyBuilder::addConstructorInits(const CXXConstructorDecl *C) {
  for (const CXXCtorInitializer *I : C->inits()) {
    const Expr *Init = I->getInit();
    if (const auto *D = dyn_cast<CXXDefaultInitExpr>(Init->IgnoreImplicit()))
      Init = D->getExpr();
    if (!Init)
      continue;
    if (I->isAnyMemberInitializer()) {
      addFieldInit(I->getAnyMember(), Init, I->getSourceLocation());
      continue;
    }
    if (const auto *CE = dyn_cast<CXXConstructExpr>(Init->IgnoreImplicit()))
      construct(CE, node(NodeKind::This, nullptr));
    else if (const auto *IE =
                 dyn_cast<CXXInheritedCtorInitExpr>(Init->IgnoreImplicit()))
      inherit(IE, C);
    else
      exprUsed(Init, Use::Assigned);
  }
}

/// `using Base::Base;`: the constructor hands all that it gets to its base's.
void BodyBuilder::inherit(const CXXInheritedCtorInitExpr *E,
                          const CXXConstructorDecl *C) {
  const CXXConstructorDecl *D = E->getConstructor();
  CallFact F;
  F.Flags = CF_Construct;
  F.Callee = T.function(D);
  F.Name = T.entity(F.Callee).Name;
  F.Loc = T.place(C->getLocation());
  F.ResultType = T.type(E->getType());
  F.Receiver = node(NodeKind::This, nullptr);
  for (const ParmVarDecl *P : C->parameters()) {
    if (F.Args.size() >= D->getNumParams())
      break;
    F.Modes.push_back(passing(D, F.Args.size(), nullptr));
    F.Args.push_back(node(NodeKind::Var, nullptr, {}, T.variable(P)));
    B.Nodes.back().TypeId = T.type(P->getType());
  }
  F.Written = F.Args.size();
  B.Calls.push_back(std::move(F));
  emit(StmtKind::Call, C->getLocation(), B.Calls.size() - 1);
}

void BodyBuilder::addBody(const clang::Stmt *Body) { stmt(Body); }

void BodyBuilder::addStaticInit(const VarDecl *V) { initVariable(V); }

void BodyBuilder::stmt(const clang::Stmt *S) {
  if (!S)
    return;
  if (const auto *E = dyn_cast<Expr>(S)) {
    exprUsed(E, Use::Discarded);
    return;
  }
  if (const auto *X = dyn_cast<CompoundStmt>(S))
    return compound(X);
  if (const auto *X = dyn_cast<DeclStmt>(S))
    return declStmt(X);
  if (const auto *X = dyn_cast<IfStmt>(S)) {
    ifStmt(X);
    return;
  }
  if (const auto *X = dyn_cast<WhileStmt>(S))
    return loop(S, X->getCond(), X->getBody(), nullptr, false,
                X->getConditionVariableDeclStmt());
  if (const auto *X = dyn_cast<DoStmt>(S))
    return doStmt(X);
  if (const auto *X = dyn_cast<ForStmt>(S))
    return forStmt(X);
  if (const auto *X = dyn_cast<CXXForRangeStmt>(S))
    return rangeFor(X);
  if (const auto *X = dyn_cast<CXXTryStmt>(S))
    return tryStmt(X);
  if (const auto *X = dyn_cast<ReturnStmt>(S)) {
    Id N = X->getRetValue() ? exprUsed(X->getRetValue(), Use::Return) : None;
    mark(S, emit(StmtKind::Return, S->getBeginLoc(), N));
    return;
  }
  if (const auto *X = dyn_cast<CoreturnStmt>(S)) {
    Id N = X->getOperand() ? exprUsed(X->getOperand(), Use::Return) : None;
    emit(StmtKind::Return, S->getBeginLoc(), N);
    return;
  }
  if (const auto *X = dyn_cast<CoroutineBodyStmt>(S))
    return stmt(X->getBody());
  if (const auto *X = dyn_cast<SwitchStmt>(S))
    return switchStmt(X);
  for (const clang::Stmt *C : S->children())
    stmt(C);
}

void BodyBuilder::doStmt(const DoStmt *S) {
  // `do { ... } while (0)` is how macros make one statement.
  Expr::EvalResult V;
  if (!S->getCond()->isValueDependent() &&
      S->getCond()->EvaluateAsInt(V, T.context()) &&
      !V.Val.getInt().getBoolValue())
    return stmt(S->getBody());
  loop(S, S->getCond(), S->getBody(), nullptr, true);
}

void BodyBuilder::forStmt(const ForStmt *S) {
  stmt(S->getInit());
  // `for (auto m = next(); m; m = next())`: each turn has its own.
  if (const auto *Init = dyn_cast_or_null<DeclStmt>(S->getInit()))
    for (const Decl *D : Init->decls())
      if (const auto *V = dyn_cast<VarDecl>(D);
          V && !V->getType()->isArithmeticType())
        T.entity(T.variable(V)).Flags |= EF_InLoop;
  loop(S, S->getCond(), S->getBody(), S->getInc(), false,
       S->getConditionVariableDeclStmt());
}

void BodyBuilder::switchStmt(const SwitchStmt *S) {
  stmt(S->getInit());
  exprUsed(S->getCond(), Use::Condition);
  openRegion({}, S->getBeginLoc());
  stmt(S->getBody());
  closeRegion();
}

void BodyBuilder::declStmt(const DeclStmt *S) {
  for (const Decl *D : S->decls())
    if (const auto *V = dyn_cast<VarDecl>(D))
      localVariable(V);
}

void BodyBuilder::localVariable(const VarDecl *V) {
  Id Var = T.variable(V);
  for (Id R : RegionStack)
    if (B.Regions[R].Kind == RegionKind::Loop)
      T.entity(Var).Flags |= EF_InLoop;
  if (V->hasGlobalStorage()) {
    Region R;
    R.Kind = RegionKind::Once;
    openRegion(R, V->getLocation());
    initVariable(V);
    return closeRegion();
  }
  initVariable(V);
}

void BodyBuilder::initVariable(const VarDecl *V) {
  const Expr *Init = V->getInit();
  if (!Init)
    return;
  Id Target = varNode(V, V->getLocation());
  const Expr *Inner = Init->IgnoreImplicit();
  if (const auto *C = dyn_cast<CXXConstructExpr>(Inner);
      C && !V->getType()->isReferenceType()) {
    NodeOf[Inner] = construct(C, Target);
    return;
  }
  Id N = exprUsed(Init, Use::Assigned);
  QualType Type = V->getType(); // `const auto &value = m[k]`
  if (Type->isReferenceType() && Type->getPointeeType().isConstQualified())
    noteSubscriptRead(N);
  if (Id Container = containerTested(Init); Container != None)
    Lookups[V] = Container;
  mark(Inner, emit(StmtKind::Store, V->getLocation(), Target, N));
}

void BodyBuilder::destroyLocals(const CompoundStmt *S) {
  // In reverse order of construction.
  for (auto I = S->body_rbegin(); I != S->body_rend(); ++I) {
    const auto *DS = dyn_cast<DeclStmt>(*I);
    if (!DS)
      continue;
    for (const Decl *D : DS->decls()) {
      const auto *V = dyn_cast<VarDecl>(D);
      if (!V || V->hasGlobalStorage())
        continue;
      const CXXRecordDecl *R = V->getType()->getAsCXXRecordDecl();
      if (!R || !R->hasDefinition() || R->hasTrivialDestructor())
        continue;
      const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(R);
      if (!T.isProject(R) && !(Spec && Spec->getTemplateArgs().size() == 2))
        continue;
      CallFact C;
      C.Flags = CF_Destroy;
      if (const CXXDestructorDecl *Dtor = R->getDestructor()) {
        C.Callee = T.function(Dtor);
        C.Name = T.entity(C.Callee).Name;
      }
      C.Receiver = varNode(V, V->getLocation());
      C.Loc = T.place(S->getRBracLoc());
      B.Calls.push_back(std::move(C));
      emit(StmtKind::Call, S->getRBracLoc(), B.Calls.size() - 1);
    }
  }
}

namespace {

bool alwaysLeaves(const clang::Stmt *S) {
  if (!S)
    return false;
  if (isa<ReturnStmt, ContinueStmt, BreakStmt, GotoStmt, CoreturnStmt>(S))
    return true;
  if (const auto *C = dyn_cast<CompoundStmt>(S))
    return !C->body_empty() && alwaysLeaves(C->body_back());
  if (const auto *E = dyn_cast<Expr>(S))
    return isa<CXXThrowExpr>(E->IgnoreImplicit());
  return false;
}

} // namespace

void BodyBuilder::compound(const CompoundStmt *S) {
  unsigned Opened = 0;
  for (const clang::Stmt *C : S->body()) {
    const auto *If = dyn_cast<IfStmt>(C);
    if (If && ifStmt(If))
      ++Opened;
    else if (!If)
      stmt(C);
  }
  while (Opened--)
    closeRegion();
  destroyLocals(S);
}

/// Returns true if the rest of the enclosing block runs under a region that
/// was left open (`if (x) return;`).
bool BodyBuilder::ifStmt(const IfStmt *S) {
  stmt(S->getInit());
  if (S->getConditionVariableDeclStmt())
    stmt(S->getConditionVariableDeclStmt());
  exprUsed(S->getCond(), Use::Condition);
  if (S->isConstexpr())
    if (auto Kept = S->getNondiscardedCase(T.context())) {
      stmt(*Kept);
      return false;
    }
  openRegion(guardOf(S->getCond(), false), S->getBeginLoc());
  stmt(S->getThen());
  closeRegion();
  if (S->getElse()) {
    openRegion(guardOf(S->getCond(), true), S->getElseLoc());
    stmt(S->getElse());
    closeRegion();
    return false;
  }
  if (!alwaysLeaves(S->getThen()))
    return false;
  Region Rest = guardOf(S->getCond(), true);
  if (Rest.Kind == RegionKind::Branch)
    return false;
  openRegion(Rest, S->getEndLoc());
  return true;
}

void BodyBuilder::loop(const clang::Stmt *S, const Expr *Cond,
                       const clang::Stmt *Body, const Expr *Inc, bool BodyFirst,
                       const DeclStmt *Each) {
  Region R;
  R.Kind = RegionKind::Loop;
  Expr::EvalResult V;
  R.Value = !Cond ||
            (!Cond->isValueDependent() && Cond->EvaluateAsInt(V, T.context()) &&
             V.Val.getInt().getBoolValue());
  openRegion(R, S->getBeginLoc());
  // `while (int fd = accept(...))` makes the variable in each turn.
  if (Each)
    for (const Decl *D : Each->decls())
      if (const auto *V = dyn_cast<VarDecl>(D))
        T.entity(T.variable(V)).Flags |= EF_InLoop;
  stmt(Each);
  if (Cond && !BodyFirst)
    exprUsed(Cond, Use::Condition);
  stmt(Body);
  if (Inc)
    exprUsed(Inc, Use::Discarded);
  if (Cond && BodyFirst)
    exprUsed(Cond, Use::Condition);
  closeRegion();
}

void BodyBuilder::rangeFor(const CXXForRangeStmt *S) {
  stmt(S->getInit());
  Id Range = S->getRangeInit() ? expr(S->getRangeInit()) : None;
  read(Range, S->getBeginLoc());
  Region R;
  R.Kind = RegionKind::Loop;
  R.Value = 2;
  openRegion(R, S->getBeginLoc());
  if (const VarDecl *V = S->getLoopVariable()) {
    T.entity(T.variable(V)).Flags |= EF_InLoop;
    Id Element = node(NodeKind::Elem, nullptr, {Range});
    B.Nodes[Element].TypeId = T.type(V->getType());
    emit(StmtKind::Store, V->getLocation(), varNode(V, V->getLocation()),
         Element);
  }
  stmt(S->getBody());
  closeRegion();
}

void BodyBuilder::tryStmt(const CXXTryStmt *S) {
  Region Body;
  Body.Kind = RegionKind::Try;
  openRegion(Body, S->getBeginLoc());
  stmt(S->getTryBlock());
  closeRegion();
  for (unsigned I = 0; I < S->getNumHandlers(); ++I) {
    Region R;
    R.Kind = RegionKind::Catch;
    openRegion(R, S->getHandler(I)->getBeginLoc());
    stmt(S->getHandler(I)->getHandlerBlock());
    closeRegion();
  }
}

} // namespace factor6
