//===- PathOwners.cpp - Objects that own the object that holds a path -----===//
#include "derive/Paths.h"

namespace factor6 {

std::optional<Paths::Made> Paths::makerOfThis(const Frame *F,
                                              unsigned Depth) const {
  if (!F->Up || Depth > MaxDepth)
    return std::nullopt;
  if (F->Made != None)
    return makerOfCall(F->Up, F->Made, Depth + 1);
  if (F->Object != None)
    return maker(F->Up, F->Object, Depth + 1);
  if (F->Member != None) {
    auto Owner = makerOfThis(F->Up, Depth + 1);
    return Owner ? makerOfMember(*Owner, F->Member, Depth + 1) : std::nullopt;
  }
  if (F->Call == None)
    return std::nullopt;
  if (P.entity(F->Function).has(EF_Ctor)) {
    // That of a base runs on the same object.
    Id Receiver = body(F->Up)->Calls[F->Call].Receiver;
    if (Receiver != None && P.entity(F->Up->Function).has(EF_Ctor) &&
        body(F->Up)->Nodes[Receiver].Kind == NodeKind::This)
      return makerOfThis(F->Up, Depth + 1);
    return makerOfCall(F->Up, F->Call, Depth + 1);
  }
  return maker(F->Up, body(F->Up)->Calls[F->Call].Receiver, Depth + 1);
}

/// The constructor of a class that runs when an object is made: its own, that
/// of a base, or the one that it delegates to.
const Frame *Paths::constructor(const Made &M, Id Record) const {
  if (M.Call == None)
    return nullptr;
  const Frame *Ctor = nullptr;
  for (Id A : callees(M.F->Ctx, M.Call))
    if (const Entity &E = P.entity(I.activations()[A].Function);
        E.has(EF_Ctor) && E.Parent == Record)
      Ctor = frame({I.activations()[A].Function, A, M.Call, M.F});
  if (!Ctor)
    Ctor = callee(M.F, M.Call);
  for (unsigned Level = 0; Ctor && body(Ctor) && Level < 5; ++Level) {
    const FunctionBody &B = *body(Ctor);
    const Frame *Next = nullptr;
    for (Id N = 0; N < B.Calls.size() && !Next; ++N) {
      const CallFact &C = B.Calls[N];
      if ((C.Flags & CF_Construct) && C.Receiver != None &&
          B.Nodes[C.Receiver].Kind == NodeKind::This && C.Callee != None &&
          I.body(C.Callee) &&
          llvm::is_contained(I.types().withBases(P.entity(C.Callee).Parent),
                             Record))
        Next = callee(Ctor, N);
    }
    if (!Next)
      break;
    Ctor = Next;
  }
  return Ctor;
}

/// What made the object that a member is, or points to.
std::optional<Paths::Made> Paths::makerOfMember(const Made &Owner, Id Field,
                                                unsigned Depth) const {
  const Frame *Ctor = constructor(Owner, P.entity(Field).Parent);
  if (!Ctor || !body(Ctor) || Depth > MaxDepth)
    return std::nullopt;
  const FunctionBody &B = *body(Ctor);
  for (Id N = 0; N < B.Calls.size(); ++N) {
    const CallFact &C = B.Calls[N];
    // A library's object without a value may be given one later.
    bool Valued = !C.Args.empty() || (C.Callee != None && I.body(C.Callee));
    if ((C.Flags & CF_Construct) && Valued && C.Receiver != None &&
        B.Nodes[C.Receiver].Kind == NodeKind::Field &&
        B.Nodes[C.Receiver].Ref == Field)
      return makerOfCall(Ctor, N, Depth + 1);
  }
  for (const Stmt &S : B.Stmts)
    if (S.Kind == StmtKind::Store && S.A != None && S.B != None &&
        B.Nodes[S.A].Kind == NodeKind::Field && B.Nodes[S.A].Ref == Field)
      return maker(Ctor, S.B, Depth + 1);
  return std::nullopt;
}

Id Paths::classOf(const Made &M) const {
  const Frame *Ctor = M.Call == None ? nullptr : callee(M.F, M.Call);
  return Ctor && P.entity(Ctor->Function).has(EF_Ctor)
             ? P.entity(Ctor->Function).Parent
             : None;
}

} // namespace factor6
