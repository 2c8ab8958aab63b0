//===- Owners.cpp - Local objects whose parts remove a file ---------------===//
#include "derive/Files.h"

namespace factor6 {

/// Does the end of the guard's object remove the file: a destructor of its
/// class, of a base, of a member or of what a member owns?
bool Files::removesWhenGone(const Guard &G, const Frame *Object, Id Record,
                            llvm::StringRef Key, unsigned Depth) const {
  if (Depth > 3)
    return false;
  for (Id R : I.types().withBases(Record)) {
    if (!P.entity(R).has(EF_Project))
      continue;
    for (Id Method : P.Methods[R]) {
      const FunctionBody *D =
          P.entity(Method).has(EF_Dtor) ? I.body(Method) : nullptr;
      Frame Dtor = *Object;
      Dtor.Function = Method;
      if (!D || !removesIn(Names.frame(Dtor), Key, 0))
        continue;
      std::set<Id> Off;
      for (Id S = 0; S < D->Stmts.size(); ++S)
        dismissals(G.Body, G.Variable, *D, S, Off);
      return Off.empty();
    }
    for (Id Field : P.entity(R).Members) {
      Id Type = P.entity(Field).TypeId;
      if (P.type(Type).Kind != TypeKind::Record)
        continue;
      Id Part = I.types().record(Type);
      if (I.types().pointerLike(Type))
        Part = P.type(Type).Args.empty()
                   ? None
                   : I.types().record(P.type(Type).Args[0]);
      Frame Inner = {G.Body.Function, None, None, Object, None, None, Field};
      if (Part != None &&
          removesWhenGone(G, Names.frame(Inner), Part, Key, Depth + 1))
        return true;
    }
  }
  return false;
}

/// The variable itself, or an object made from it alone.
static bool made(const FunctionBody &B, Id N, Id V) {
  if (N != None && B.Nodes[N].Kind == NodeKind::Object &&
      B.Nodes[N].Ref != None && !B.Calls[B.Nodes[N].Ref].Args.empty())
    N = B.Calls[B.Nodes[N].Ref].Args[0];
  return isVariable(B, N, V);
}

/// The variable's object lives on: returned, moved away or let go.
static bool handedOn(const Interpreter &I, const FunctionBody &B, Id V) {
  for (const Stmt &S : B.Stmts)
    if (S.Kind == StmtKind::Return && made(B, S.A, V))
      return true;
  return llvm::any_of(B.Calls, [&](const CallFact &C) {
    const FunctionModel *M = I.model(C, B);
    return (C.Name == "release" && isVariable(B, C.Receiver, V)) ||
           (M && M->Returns == Origin::Argument && !C.Args.empty() &&
            !(C.Flags & CF_Construct) && isVariable(B, C.Args[0], V));
  });
}

/// Local objects that own one whose destructor no call in sight runs: those of
/// bases and members, and what a function returns in a smart pointer.
void Files::owners(const Frame *F, llvm::StringRef Key, Id From,
                   std::set<Id> &Out) const {
  const FunctionBody &B = *Names.body(F);
  std::set<Id> Seen;
  for (Id S = 0; S < B.Stmts.size(); ++S) {
    Id Target = filledBy(B, B.Stmts[S]);
    if (Target == None || B.Nodes[Target].Kind != NodeKind::Var)
      continue;
    Id V = B.Nodes[Target].Ref;
    const Entity &E = P.entity(V);
    if (E.Store != Storage::Local || E.Parent != B.Function ||
        !Seen.insert(V).second || P.type(E.TypeId).Kind != TypeKind::Record ||
        handedOn(I, B, V))
      continue;
    auto Made = Names.makerOfVariable(F, V, 0);
    if (!Made)
      continue;
    Id Record = Names.classOf(*Made);
    if (Record == None)
      continue;
    if (removesWhenGone(
            {B, V}, Names.frame({B.Function, None, None, Made->F, Made->Call}),
            Record, Key, 0))
      Out.insert(std::max(S, From));
  }
}

/// The object that removes a file when it goes is this function's own, not one
/// that a smart pointer or an owner takes elsewhere.
bool Files::ownedHere(const FunctionBody &B, const Reach &R) const {
  Id Call = R.Call == None ? Ops[R.Op].Event->Call : R.Call;
  const CallFact &Maker = I.body(I.activations()[Ops[R.Op].Event->Ctx].Function)
                              ->Calls[Ops[R.Op].Event->Call];
  if (Maker.Flags & CF_Construct)
    return R.Call == None;
  if (B.Calls[Call].ResultType == None || Maker.ResultType == None)
    return false;
  const Type &Here = P.type(I.types().value(B.Calls[Call].ResultType)),
             &There = P.type(I.types().value(Maker.ResultType));
  if (Here.Name != There.Name)
    return false;
  auto IsCall = [&](Id N) {
    while (N != None && B.Nodes[N].Kind == NodeKind::Object &&
           B.Nodes[N].Ref != None && !B.Calls[B.Nodes[N].Ref].Args.empty())
      N = B.Calls[B.Nodes[N].Ref].Args[0];
    return N != None && B.Nodes[N].Kind == NodeKind::Call &&
           B.Nodes[N].Ref == Call;
  };
  for (const Stmt &S : B.Stmts) {
    if (S.Kind == StmtKind::Return && IsCall(S.A))
      return false;
    Id Target = None;
    if (S.Kind == StmtKind::Store && IsCall(S.B))
      Target = S.A;
    else if (S.Kind == StmtKind::Call && S.A != Call &&
             !B.Calls[S.A].Args.empty() && IsCall(B.Calls[S.A].Args[0]))
      Target = B.Calls[S.A].Receiver;
    if (Target != None)
      return B.Nodes[Target].Kind == NodeKind::Object ||
             (B.Nodes[Target].Kind == NodeKind::Var &&
              P.entity(B.Nodes[Target].Ref).Store == Storage::Local &&
              P.entity(B.Nodes[Target].Ref).Parent == B.Function &&
              !handedOn(I, B, B.Nodes[Target].Ref));
  }
  return true;
}

} // namespace factor6
