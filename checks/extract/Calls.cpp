//===- Calls.cpp - Calls and constructions --------------------------------===//
#include "extract/BodyBuilder.h"

#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace factor6 {

namespace {

/// The declaration a function was instantiated from: it tells `T &&`
/// (forwarding) from `T &`.
const FunctionDecl *patternOf(const FunctionDecl *F) {
  if (const FunctionDecl *P = F->getTemplateInstantiationPattern())
    return P;
  return F;
}

void literalsIn(const clang::Stmt *S,
                SmallVectorImpl<const StringLiteral *> &Out) {
  if (!S || Out.size() > 1)
    return;
  if (const auto *L = dyn_cast<StringLiteral>(S))
    Out.push_back(L);
  for (const clang::Stmt *Child : S->children())
    literalsIn(Child, Out);
}

/// The one literal of a lambda that is called where it stands, takes nothing
/// and yields an object: a library's macro makes a text so, of static data.
const StringLiteral *wrappedLiteral(const CallExpr *E, Tables &T) {
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(E);
  if (!Call || Call->getOperator() != OO_Call || Call->getNumArgs() != 1 ||
      !Call->getType()->isRecordType())
    return nullptr;
  const auto *L =
      dyn_cast<LambdaExpr>(Call->getArg(0)->IgnoreUnlessSpelledInSource());
  if (!L || L->capture_size() || !L->getBody() ||
      T.isProject(T.sources().getSpellingLoc(L->getBeginLoc())))
    return nullptr;
  SmallVector<const StringLiteral *, 2> Found;
  literalsIn(L->getBody(), Found);
  return Found.size() == 1 ? Found.front() : nullptr;
}

/// The overload can be given that many arguments.
bool takes(const FunctionDecl &F, const CallExpr &E) {
  bool Pack = llvm::any_of(F.parameters(), [](const ParmVarDecl *P) {
    return P->isParameterPack();
  });
  bool Expands = llvm::any_of(
      E.arguments(), [](const Expr *A) { return isa<PackExpansionExpr>(A); });
  if (Expands)
    return true;
  return E.getNumArgs() >= F.getMinRequiredArguments() &&
         (Pack || F.isVariadic() || E.getNumArgs() <= F.getNumParams());
}

/// Operators that are members, or as good as, where the type is not known yet.
bool writesFirst(OverloadedOperatorKind Op) {
  switch (Op) {
  case OO_Subscript:
  case OO_Equal:
  case OO_PlusEqual:
  case OO_MinusEqual:
  case OO_StarEqual:
  case OO_SlashEqual:
  case OO_PipeEqual:
  case OO_AmpEqual:
  case OO_CaretEqual:
  case OO_PlusPlus:
  case OO_MinusMinus:
    return true;
  default:
    return false;
  }
}

void templateArguments(const FunctionDecl *F, Tables &T, std::vector<Id> &Out) {
  const TemplateArgumentList *L = F->getTemplateSpecializationArgs();
  if (!L)
    return;
  for (const TemplateArgument &A : L->asArray())
    if (A.getKind() == TemplateArgument::Type && Out.size() < 6)
      Out.push_back(T.type(A.getAsType()));
}

/// `watcher.set<Server, &Server::accepted>(server)`: what is to be called,
/// given as a template argument.
const FunctionDecl *calledBack(const FunctionDecl *F) {
  const TemplateArgumentList *L =
      F ? F->getTemplateSpecializationArgs() : nullptr;
  if (!L)
    return nullptr;
  for (const TemplateArgument &A : L->asArray())
    if (A.getKind() == TemplateArgument::Declaration)
      if (const auto *Callback = dyn_cast<FunctionDecl>(A.getAsDecl()))
        return Callback;
  return nullptr;
}

/// The object of a member call that is written as one.
const Expr *objectOf(const CallExpr *E, const Expr *Callee) {
  if (const auto *M = dyn_cast<CXXMemberCallExpr>(E))
    return M->getImplicitObjectArgument();
  if (const auto *UM = dyn_cast<UnresolvedMemberExpr>(Callee))
    return UM->isImplicitAccess() ? nullptr : UM->getBase();
  if (const auto *DM = dyn_cast<CXXDependentScopeMemberExpr>(Callee))
    return DM->isImplicitAccess() ? nullptr : DM->getBase();
  // `service.add(argument)` whose argument's type is not known yet.
  if (const auto *Named = dyn_cast<MemberExpr>(Callee))
    if (const auto *D = dyn_cast<CXXMethodDecl>(Named->getMemberDecl()))
      return D->isStatic() ? nullptr : Named->getBase();
  return nullptr;
}

/// True if the first operand is the object: of members, and of free operators
/// inside templates that may turn out to be.
bool firstIsObject(const CXXOperatorCallExpr *E) {
  if (!E->getNumArgs())
    return false;
  const FunctionDecl *F = E->getDirectCallee();
  if (!F)
    return writesFirst(E->getOperator());
  const auto *M = dyn_cast<CXXMethodDecl>(F);
  return M && !M->isStatic();
}

void describeOperator(OverloadedOperatorKind Op, CallFact &C) {
  C.Flags |= CF_Operator;
  if (Op == OO_Subscript)
    C.Flags |= CF_Subscript;
  C.Name = std::string("operator") + getOperatorSpelling(Op);
}

void describeMethod(const CXXMethodDecl *M, const Expr *Callee, CallFact &C) {
  if (M->isConst())
    C.Flags |= CF_ConstMethod;
  if (M->isStatic())
    C.Flags |= CF_StaticMember;
  const auto *Named = dyn_cast<MemberExpr>(Callee);
  if (M->isVirtual() && !(Named && Named->hasQualifier()))
    C.Flags |= CF_Virtual;
}

} // namespace

Passing BodyBuilder::passing(const FunctionDecl *Callee, unsigned Index,
                             const Expr *Arg) {
  if (!Callee || (Index >= Callee->getNumParams()))
    return Arg->getType()->isPointerType() &&
                   !Arg->getType()->getPointeeType().isConstQualified()
               ? Passing::MutPtr
               : Passing::Value;
  const FunctionDecl *Pattern = patternOf(Callee);
  if (Pattern != Callee && Pattern->getNumParams()) {
    unsigned P = std::min(Index, Pattern->getNumParams() - 1);
    if (Pattern->getParamDecl(P)
            ->getType()
            .getNonPackExpansionType()
            ->isRValueReferenceType())
      return Passing::RRef;
  }
  QualType T = Callee->getParamDecl(Index)->getType();
  if (T->isRValueReferenceType())
    return Passing::RRef;
  if (T->isLValueReferenceType())
    return T->getPointeeType().isConstQualified() ? Passing::ConstRef
                                                  : Passing::MutRef;
  if (T->isPointerType() && !T->isFunctionPointerType())
    return T->getPointeeType().isConstQualified() ? Passing::ConstPtr
                                                  : Passing::MutPtr;
  return Passing::Value;
}

void BodyBuilder::noteSubscriptRead(Id N) {
  // `m[k].member` is read: so is m[k].
  while (N != None && B.Nodes[N].Kind == NodeKind::Field &&
         !B.Nodes[N].Ops.empty())
    N = B.Nodes[N].Ops[0];
  if (N != None && B.Nodes[N].Kind == NodeKind::Choice)
    for (Id Either : B.Nodes[N].Ops) // `known ? m[k] : fallback`
      noteSubscriptRead(Either);
  if (N == None || B.Nodes[N].Kind != NodeKind::Call)
    return;
  CallFact &C = B.Calls[B.Nodes[N].Ref];
  if (C.Flags & CF_Subscript) {
    C.Flags |= CF_SubscriptRead;
    // `m[a][b]` read: m[a] is only read, too.
    if (C.Receiver != None)
      noteSubscriptRead(C.Receiver);
  }
}

void BodyBuilder::arguments(ArrayRef<const Expr *> Args,
                            const FunctionDecl *Callee, CallFact &C, Id Index) {
  unsigned I = 0;
  for (const Expr *A : Args) {
    Passing M = passing(Callee, I, A);
    // `f((void *)text)`: C's way to hand over what is only read.
    QualType Bare = A->IgnoreParenCasts()->getType();
    if (M == Passing::MutPtr && isa<CStyleCastExpr>(A->IgnoreParenImpCasts()) &&
        Bare->isPointerType() && Bare->getPointeeType().isConstQualified())
      M = Passing::ConstPtr;
    Id N = exprUsed(A, Use::Argument, Index);
    if (M == Passing::ConstRef)
      noteSubscriptRead(N);
    C.Args.push_back(N);
    C.Modes.push_back(M);
    if (!isa<CXXDefaultArgExpr>(A))
      C.Written = C.Args.size();
    ++I;
  }
}

void BodyBuilder::finishCall(Id Index, CallFact C, const Expr *E) {
  if (Context.How == Use::Discarded)
    C.Flags |= CF_Discarded;
  C.Loc = T.place(E->getExprLoc());
  B.Calls[Index] = std::move(C);
  mark(E, emit(StmtKind::Call, E->getExprLoc(), Index));
}

void BodyBuilder::calleeOf(const CallExpr *E, CallFact &C, Id Index) {
  const FunctionDecl *F = E->getDirectCallee();
  const Expr *Callee = E->getCallee()->IgnoreParenImpCasts();
  if (auto Found = Resolved.find(E->getRParenLoc());
      !F && Found != Resolved.end()) {
    F = Found->second.front();
    bool Named =
        isa<OverloadExpr, CXXDependentScopeMemberExpr, MemberExpr>(Callee);
    if (!Named && isa<CXXMethodDecl>(F)) // `(*this)(argument)`
      C.Receiver = exprUsed(Callee, Use::Receiver, Index);
  }
  if (F) {
    C.Callee = T.function(F);
    C.Name = T.entity(C.Callee).Name;
    templateArguments(F, T, C.TemplateArgs);
    return;
  }
  if (const auto *DM = dyn_cast<CXXDependentScopeMemberExpr>(Callee)) {
    C.Name = DM->getMember().getAsString();
    C.Flags |= CF_Dependent;
  } else if (const auto *O = dyn_cast<OverloadExpr>(Callee)) {
    C.Name = O->getName().getAsString();
    C.Flags |= CF_Dependent;
    for (const NamedDecl *D : O->decls())
      if (const auto *FD = D->getUnderlyingDecl()->getAsFunction();
          FD && takes(*FD, *E)) {
        C.Callee = T.function(FD);
        break;
      }
  } else {
    C.CalleeNode = exprUsed(Callee, Use::Receiver, Index);
  }
}

Id BodyBuilder::call(const CallExpr *E) {
  // What is never evaluated has no effect.
  if (E->isUnevaluatedBuiltinCall(T.context()))
    return node(NodeKind::Unknown, E);
  // A lambda that becomes a pointer to a function stays that lambda.
  if (const auto *To =
          dyn_cast_or_null<CXXConversionDecl>(E->getDirectCallee());
      To && To->getParent()->isLambda())
    return expr(cast<CXXMemberCallExpr>(E)->getImplicitObjectArgument());
  if (const StringLiteral *Text = wrappedLiteral(E, T)) {
    Id N = literal(Text);
    B.Nodes[N].TypeId = T.type(E->getType());
    return N;
  }
  bool Discarded = Context.How == Use::Discarded;
  Id Index = B.Calls.size();
  B.Calls.emplace_back();
  CallFact C;
  const FunctionDecl *F = E->getDirectCallee();
  SmallVector<const Expr *, 8> Args(E->arg_begin(), E->arg_end());
  const Expr *Callee = E->getCallee()->IgnoreParenImpCasts();
  const Expr *Object = objectOf(E, Callee);
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
  if (Operator && firstIsObject(Operator)) {
    Object = Args.front();
    Args.erase(Args.begin());
  }
  // In an assignment the right side comes first.
  bool Assignment = Operator && Object && Operator->getOperator() == OO_Equal;
  if (Assignment)
    arguments(Args, F, C, Index);
  if (Object)
    C.Receiver = exprUsed(Object, Use::Receiver, Index);
  else if (isa<UnresolvedMemberExpr, CXXDependentScopeMemberExpr>(Callee))
    C.Receiver = node(NodeKind::This, nullptr);
  calleeOf(E, C, Index);
  if (Operator)
    describeOperator(Operator->getOperator(), C);
  if (const auto *M = dyn_cast_or_null<CXXMethodDecl>(F)) {
    describeMethod(M, Callee, C);
    if (M->isConst())
      noteSubscriptRead(C.Receiver);
  }
  if (!Assignment)
    arguments(Args, F, C, Index);
  if (const FunctionDecl *Callback = calledBack(F)) {
    // As in `thread(&Server::accepted, server)`, the object follows.
    SmallVector<Id, 2> Objects(C.Args.begin(), C.Args.end());
    SmallVector<Passing, 2> Modes(C.Modes.begin(), C.Modes.end());
    C.Args.push_back(node(NodeKind::Func, nullptr, {}, T.function(Callback)));
    C.Modes.push_back(Passing::Value);
    C.Args.insert(C.Args.end(), Objects.begin(), Objects.end());
    C.Modes.insert(C.Modes.end(), Modes.begin(), Modes.end());
  }
  C.ResultType = T.type(E->getType());
  UseContext Saved = Context;
  Context.How = Discarded ? Use::Discarded : Context.How;
  finishCall(Index, std::move(C), E);
  otherCallees(E, Index);
  Context = Saved;
  return node(NodeKind::Call, E, {}, Index);
}

/// The same call, as other instantiations make it.
void BodyBuilder::otherCallees(const CallExpr *E, Id Index) {
  auto Found = Resolved.find(E->getRParenLoc());
  if (Found == Resolved.end() || E->getDirectCallee())
    return;
  for (const FunctionDecl *F : drop_begin(Found->second)) {
    CallFact C = B.Calls[Index];
    C.Callee = T.function(F);
    C.Name = T.entity(C.Callee).Name;
    B.Calls.emplace_back();
    finishCall(B.Calls.size() - 1, std::move(C), E);
  }
}

/// A constructor as a person says it: `std::ofstream out(...)` makes an
/// "ofstream", not a "basic_ofstream".
static std::string spokenName(const CXXConstructExpr *E, StringRef Class) {
  const auto *Alias = E->getType()->getAs<TypedefType>();
  if (isa<ClassTemplateSpecializationDecl>(E->getConstructor()->getParent()) &&
      Alias && E->getType()->getAsTagDecl() &&
      Alias->getDecl()->getDeclContext()->isStdNamespace())
    return Alias->getDecl()->getName().str();
  return Class.str();
}

Id BodyBuilder::construct(const CXXConstructExpr *E, Id Receiver) {
  const CXXConstructorDecl *D = E->getConstructor();
  // Copy elision leaves one argument that is the object itself.
  if (E->isElidable() && E->getNumArgs() == 1) {
    const Expr *A = E->getArg(0)->IgnoreImplicit();
    if (const auto *Inner = dyn_cast<CXXConstructExpr>(A))
      return construct(Inner, Receiver);
    Id V = expr(E->getArg(0));
    if (Receiver != None)
      emit(StmtKind::Store, E->getExprLoc(), Receiver, V);
    return V;
  }
  Id Index = B.Calls.size();
  B.Calls.emplace_back();
  CallFact C;
  C.Flags = CF_Construct;
  C.Callee = T.function(D);
  C.Name = spokenName(E, T.entity(C.Callee).Name);
  SmallVector<const Expr *, 8> Args(E->arg_begin(), E->arg_end());
  arguments(Args, D, C, Index);
  C.ResultType = T.type(E->getType());
  Id N = node(NodeKind::Object, E, {}, Index);
  C.Receiver = Receiver == None ? N : Receiver;
  UseContext Saved = Context;
  Context.How = Use::Other;
  finishCall(Index, std::move(C), E);
  Context = Saved;
  return N;
}

} // namespace factor6
