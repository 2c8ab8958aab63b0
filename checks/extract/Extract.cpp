//===- Extract.cpp - Walks the declarations of a TU -----------------------===//
#include "extract/Extract.h"

#include "extract/BodyBuilder.h"
#include "extract/ConstFixes.h"
#include "extract/Prologue.h"
#include "extract/Suppressions.h"

#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include <set>

using namespace clang;

namespace factor6 {

namespace {

class Walker {
public:
  explicit Walker(Tables &T) : T(T) {}

  void declaration(const Decl *D);
  void finishStaticInit();

private:
  void context(const DeclContext *C);
  void function(const FunctionDecl *F, bool Pattern);
  void classTemplate(const ClassTemplateDecl *D);
  void functionTemplate(const FunctionTemplateDecl *D);
  void recordDecl(const CXXRecordDecl *D, bool Pattern);
  void variable(const VarDecl *V);
  void memberInits(const CXXRecordDecl *D);
  void closures(std::vector<const LambdaExpr *> Pending);
  void closure(const LambdaExpr *L, std::vector<const LambdaExpr *> &Pending);
  void localClasses(const clang::Stmt *S);

  Tables &T;
  std::set<const Decl *> Done;
  std::vector<const VarDecl *> Statics;
};

void Walker::context(const DeclContext *C) {
  for (const Decl *D : C->decls())
    declaration(D);
}

void Walker::declaration(const Decl *D) {
  if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(D)) {
    if (T.isProject(D))
      context(cast<DeclContext>(D));
    return;
  }
  if (D->isImplicit() || !T.isProject(D))
    return;
  if (const auto *X = dyn_cast<ClassTemplateDecl>(D))
    return classTemplate(X);
  if (const auto *X = dyn_cast<FunctionTemplateDecl>(D))
    return functionTemplate(X);
  if (const auto *X = dyn_cast<FunctionDecl>(D))
    return function(X, X->isDependentContext());
  if (const auto *X = dyn_cast<CXXRecordDecl>(D)) {
    if (!isa<ClassTemplatePartialSpecializationDecl>(X))
      recordDecl(X, X->isDependentContext());
    return;
  }
  if (const auto *X = dyn_cast<VarDecl>(D))
    return variable(X);
  if (const auto *X = dyn_cast<FriendDecl>(D); X && X->getFriendDecl())
    return declaration(X->getFriendDecl());
}

void Walker::classTemplate(const ClassTemplateDecl *D) {
  if (D->getCanonicalDecl() != D)
    return;
  bool Any = false;
  for (const ClassTemplateSpecializationDecl *S : D->specializations())
    if (S->hasDefinition() && !S->isDependentContext()) {
      recordDecl(S->getDefinition(), false);
      Any = true;
    }
  if (!Any && D->getTemplatedDecl()->hasDefinition())
    recordDecl(D->getTemplatedDecl()->getDefinition(), true);
}

void Walker::functionTemplate(const FunctionTemplateDecl *D) {
  if (D->getCanonicalDecl() != D)
    return;
  bool Any = false;
  for (const FunctionDecl *S : D->specializations()) {
    const FunctionDecl *Def = nullptr;
    if (S->hasBody(Def) && !Def->isDependentContext()) {
      function(Def, false);
      Any = true;
    }
  }
  const FunctionDecl *Def = nullptr;
  if (!Any && D->getTemplatedDecl()->hasBody(Def))
    function(Def, true);
}

void Walker::recordDecl(const CXXRecordDecl *D, bool Pattern) {
  const CXXRecordDecl *Def = D->getDefinition();
  if (!Def || !Done.insert(Def).second)
    return;
  T.record(Def);
  for (const Decl *M : Def->decls()) {
    if (const auto *F = dyn_cast<FunctionDecl>(M))
      function(F, Pattern);
    else if (const auto *FT = dyn_cast<FunctionTemplateDecl>(M))
      functionTemplate(FT);
    else if (const auto *R = dyn_cast<CXXRecordDecl>(M)) {
      if (!R->isInjectedClassName())
        recordDecl(R, Pattern || R->isDependentContext());
    } else if (const auto *CT = dyn_cast<ClassTemplateDecl>(M))
      classTemplate(CT);
    else if (const auto *V = dyn_cast<VarDecl>(M))
      variable(V);
    else if (const auto *Fr = dyn_cast<FriendDecl>(M);
             Fr && Fr->getFriendDecl())
      declaration(Fr->getFriendDecl());
  }
  if (!Pattern && !Def->isLambda())
    memberInits(Def);
}

/// Members' own initialisers run although nobody wrote (or this TU never
/// needed) a constructor: make_unique's body is not seen.
void Walker::memberInits(const CXXRecordDecl *D) {
  for (const CXXConstructorDecl *C : D->ctors())
    if (C->isUserProvided() || (C->isDefaultConstructor() && C->hasBody()))
      return;
  std::vector<const FieldDecl *> Fields;
  for (const FieldDecl *F : D->fields())
    if (F->hasInClassInitializer() && F->getInClassInitializer())
      Fields.push_back(F);
  if (Fields.empty())
    return;
  std::vector<const LambdaExpr *> Pending;
  BodyBuilder Builder(T, T.defaultConstructor(D), Pending);
  for (const FieldDecl *F : Fields)
    Builder.addFieldInit(F, F->getInClassInitializer(), F->getLocation());
  T.summary().Bodies.push_back(Builder.take());
  closures(std::move(Pending));
}

void Walker::variable(const VarDecl *V) {
  if (isa<ParmVarDecl>(V) || !V->hasGlobalStorage() || V->isInvalidDecl())
    return;
  if (V->getType()->isDependentType())
    return;
  T.variable(V);
  const VarDecl *Def = V->getInitializingDeclaration();
  if (Def && Def == V && Done.insert(Def).second)
    Statics.push_back(Def);
}

void Walker::finishStaticInit() {
  if (Statics.empty())
    return;
  std::vector<const LambdaExpr *> Pending;
  BodyBuilder Builder(T, T.staticInit(), Pending);
  for (const VarDecl *V : Statics)
    Builder.addStaticInit(V);
  FunctionBody B = Builder.take();
  if (!B.Stmts.empty())
    T.summary().Bodies.push_back(std::move(B));
  closures(std::move(Pending));
}

/// Classes declared inside functions have methods too.
void Walker::localClasses(const clang::Stmt *S) {
  if (!S)
    return;
  if (const auto *DS = dyn_cast<DeclStmt>(S))
    for (const Decl *D : DS->decls())
      if (const auto *R = dyn_cast<CXXRecordDecl>(D))
        recordDecl(R, R->isDependentContext());
  if (const auto *L = dyn_cast<LambdaExpr>(S))
    return localClasses(L->getBody());
  for (const clang::Stmt *C : S->children())
    localClasses(C);
}

void Walker::function(const FunctionDecl *F, bool Pattern) {
  Id Entity = T.function(F);
  const FunctionDecl *Def = nullptr;
  if (!F->hasBody(Def) || !Def->doesThisDeclarationHaveABody() ||
      F->isDeleted())
    return;
  if (!T.isProject(Def) || !Done.insert(Def).second)
    return;
  const auto *C = dyn_cast<CXXConstructorDecl>(Def);
  if (Def->isDefaulted() && !(C && C->isDefaultConstructor()))
    return;
  std::vector<const LambdaExpr *> Pending;
  BodyBuilder Builder(T, Entity, Pending);
  // Parameters are those of the declaration that has the body.
  std::vector<Id> Params;
  for (const ParmVarDecl *P : Def->parameters())
    Params.push_back(T.variable(P));
  T.entity(Entity).Params = std::move(Params);
  T.entity(Entity).Flags |= EF_Body | EF_Project | (Pattern ? EF_Dependent : 0);
  T.entity(Entity).Loc = T.place(Def->getLocation());
  if (isa_and_nonnull<CoroutineBodyStmt>(Def->getBody()))
    T.entity(Entity).Flags |= EF_Coroutine;
  if (C)
    Builder.addConstructorInits(C);
  Builder.addBody(Def->getBody());
  if (!Pattern)
    Builder.addControlFlow(Def, Def->getBody());
  T.summary().Bodies.push_back(Builder.take());
  localClasses(Def->getBody());
  closures(std::move(Pending));
}

/// Collects which functions of the project a body calls, and where.
class CallCollector : public RecursiveASTVisitor<CallCollector> {
public:
  CallCollector(Tables &T, Instantiated &Out) : T(T), Out(Out) {}
  bool VisitCallExpr(CallExpr *E) {
    const FunctionDecl *F = E->getDirectCallee();
    if (F && T.isProject(F) && !llvm::is_contained(Out[E->getRParenLoc()], F))
      Out[E->getRParenLoc()].push_back(F);
    return true;
  }

private:
  Tables &T;
  Instantiated &Out;
};

void Walker::closures(std::vector<const LambdaExpr *> Pending) {
  while (!Pending.empty()) {
    const LambdaExpr *L = Pending.back();
    Pending.pop_back();
    closure(L, Pending);
  }
}

void Walker::closure(const LambdaExpr *L,
                     std::vector<const LambdaExpr *> &Pending) {
  const CXXMethodDecl *Op = L->getCallOperator();
  if (!Op || !Done.insert(Op).second)
    return;
  const FunctionDecl *Def = Op;
  // A generic lambda's instantiation says more than its pattern.
  // (With several, which differ in `if constexpr`, only the pattern has all.)
  Instantiated Calls;
  if (const FunctionTemplateDecl *FT = Op->getDescribedFunctionTemplate()) {
    unsigned Count = 0;
    for (const FunctionDecl *S : FT->specializations()) {
      const FunctionDecl *Body = nullptr;
      if (!S->hasBody(Body) || S->isDependentContext())
        continue;
      CallCollector(T, Calls).TraverseStmt(Body->getBody());
      if (++Count == 1)
        Def = Body;
    }
    if (Count > 1)
      Def = Op;
    else
      Calls.clear();
  }
  Id Entity = T.function(Op);
  BodyBuilder Builder(T, Entity, Pending);
  Builder.resolveBy(std::move(Calls));
  std::vector<Id> Params;
  for (const ParmVarDecl *P : Def->parameters())
    Params.push_back(T.variable(P));
  T.entity(Entity).Params = std::move(Params);
  T.entity(Entity).Flags |= EF_Body | EF_Project | EF_Lambda;
  if (Def->isDependentContext())
    T.entity(Entity).Flags |= EF_Dependent;
  const clang::Stmt *Body = Def->getBody();
  if (isa_and_nonnull<CoroutineBodyStmt>(Body))
    T.entity(Entity).Flags |= EF_Coroutine;
  Builder.addBody(Body);
  if (!Def->isDependentContext())
    Builder.addControlFlow(Def, Body);
  T.summary().Bodies.push_back(Builder.take());
}

/// What the text of a project file says, not its AST.
void readText(Id File, StringRef Text, Summary &S) {
  readPrologue(Text, S.Files[File]);
  findSuppressions(Text, File, S.Suppressions);
}

} // namespace

Summary extract(ASTContext &Context, const ProjectFiles &Project) {
  Summary S;
  Tables T(Context, Project, S);
  Walker W(T);
  for (const Decl *D : Context.getTraversalScope()) {
    if (const auto *TU = dyn_cast<TranslationUnitDecl>(D)) {
      for (const Decl *Child : TU->decls())
        W.declaration(Child);
    } else {
      W.declaration(D);
    }
  }
  W.finishStaticInit();
  findFixes(T);
  T.eachProjectFile([&](Id File, StringRef Text) { readText(File, Text, S); });
  return S;
}

} // namespace factor6
