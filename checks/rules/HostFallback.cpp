//===- HostFallback.cpp ---------------------------------------------------===//
#include "rules/HostFallback.h"

#include "derive/Bodies.h"

namespace factor6 {

Place literalAt(const FunctionBody &B, Id N) {
  if (N == None)
    return {};
  const Node *X = &B.Nodes[N];
  if (X->Kind == NodeKind::Object && X->Ref != None &&
      !B.Calls[X->Ref].Args.empty() && B.Calls[X->Ref].Args[0] != None)
    X = &B.Nodes[B.Calls[X->Ref].Args[0]];
  return X->Kind == NodeKind::Str ? X->Loc : Place();
}

HostFallbacks::HostFallbacks(const RuleContext &C) : C(C) {
  std::set<Place> Others;
  for (const FunctionBody &B : C.program().Bodies)
    for (const Stmt &S : B.Stmts) {
      if (S.Kind != StmtKind::Call)
        continue;
      for (Id N : B.Calls[S.A].Args)
        if (Place At = literalAt(B, N); At.valid())
          (S.Region != None && covers(B, S.Region) ? Literals : Others)
              .insert(At);
    }
  for (Place At : Others)
    Literals.erase(At);
}

/// Text, or text that may be missing.
bool HostFallbacks::holdsText(Id TypeId) const {
  const Types &T = C.I.types();
  if (T.stringLike(TypeId))
    return true;
  Id Value = T.value(TypeId);
  return Value != None && C.program().type(Value).Args.size() == 1 &&
         T.stringLike(C.program().type(Value).Args[0]);
}

/// The region runs only if this is not there; it comes from outside.
bool HostFallbacks::fromOutside(const FunctionBody &B, const Region &X) const {
  constexpr uint32_t Outside = (1u << unsigned(Origin::Environment)) |
                               (1u << unsigned(Origin::CommandLine)) |
                               (1u << unsigned(Origin::Config));
  Id N = X.Subject;
  while (B.Nodes[N].Kind == NodeKind::Call &&
         B.Calls[B.Nodes[N].Ref].Receiver != None)
    N = B.Calls[B.Nodes[N].Ref].Receiver;
  const Node &Subject = B.Nodes[N];
  if (Subject.Kind != NodeKind::Var && Subject.Kind != NodeKind::Field)
    return false;
  const Entity &V = C.program().entity(Subject.Ref);
  const FieldModel *F = C.I.models().field(V.QualifiedName);
  if (V.has(EF_Macro) || (F && F->FieldRole == Role::Config) ||
      C.I.types().role(V.TypeId) == Role::Config)
    return true;
  if (X.Kind == RegionKind::IfUnset && !holdsText(V.TypeId))
    return false;
  for (Id L = 0; L < C.I.locCount(); ++L)
    if (C.I.loc(L).Ref == Subject.Ref && C.I.loc(L).Kind != LocKind::Instance &&
        C.I.loc(L).Kind != LocKind::Elem &&
        (C.I.origins(C.I.contents(L)) & Outside))
      return true;
  return false;
}

/// `if (options.count("help")) return 0;`: what is left behind it is there
/// whatever the setting says, as the branch that leaves makes no use of it.
bool HostFallbacks::passedBy(const FunctionBody &B, const Region &X) const {
  Id Subject = X.Subject;
  while (B.Nodes[Subject].Kind == NodeKind::Call)
    Subject = B.Calls[B.Nodes[Subject].Ref].Receiver;
  auto Mentions = [&](Id N) {
    return madeOf(
        B, N, [&](Id Ref) { return Ref == B.Nodes[Subject].Ref; },
        [](const Node &) { return true; });
  };
  auto Uses = [&](const Stmt &S) {
    if (S.Kind != StmtKind::Call)
      return Mentions(S.A) || (S.Kind == StmtKind::Store && Mentions(S.B));
    const CallFact &C = B.Calls[S.A];
    return Mentions(C.Receiver) || llvm::any_of(C.Args, Mentions);
  };
  for (Id R = 0; R < B.Regions.size(); ++R) {
    if (B.Regions[R].Parent != X.Parent || !(B.Regions[R].Loc < X.Loc))
      continue;
    bool Leaves = false, Used = false;
    for (const Stmt &S : B.Stmts) {
      Leaves |= S.Region == R && S.Kind == StmtKind::Return;
      for (Id In = S.Region; In != None; In = B.Regions[In].Parent)
        Used |= In == R && Uses(S);
    }
    if (Leaves && !Used)
      return true;
  }
  return false;
}

bool HostFallbacks::covers(const FunctionBody &B, Id Region) const {
  for (Id R = Region; R != None; R = B.Regions[R].Parent) {
    const factor6::Region &X = B.Regions[R];
    if ((X.Kind == RegionKind::IfUnset || X.Kind == RegionKind::IfAbsent) &&
        X.Subject != None && fromOutside(B, X) && !passedBy(B, X))
      return true;
  }
  return false;
}

} // namespace factor6
