//===- PathMakers.cpp - Paths that objects hold ---------------------------===//
//
// A member's value is looked up in the constructor of the object, which may be
// a local, what a function returns, or what a smart pointer or std::optional
// holds.
//
//===----------------------------------------------------------------------===//
#include "derive/Paths.h"

namespace factor6 {

namespace {

bool isOwnField(const FunctionBody &B, Id N, Id Field) {
  return N != None && B.Nodes[N].Kind == NodeKind::Field &&
         B.Nodes[N].Ref == Field && !B.Nodes[N].Ops.empty() &&
         B.Nodes[B.Nodes[N].Ops[0]].Kind == NodeKind::This;
}

} // namespace

std::optional<Paths::Made> Paths::makerOfVariable(const Frame *F, Id V,
                                                  unsigned Depth) const {
  const Frame *G = owner(F, V);
  if (!G || Depth > MaxDepth)
    return std::nullopt;
  const FunctionBody &B = *body(G);
  for (const Stmt &S : B.Stmts) {
    if (S.Kind == StmtKind::Store && isVariable(B, S.A, V) && S.B != None)
      return maker(G, S.B, Depth + 1);
    if (S.Kind != StmtKind::Call || !isVariable(B, B.Calls[S.A].Receiver, V))
      continue;
    const CallFact &C = B.Calls[S.A];
    if (C.Name == "emplace" || ((C.Flags & CF_Construct) && !C.Args.empty()))
      return makerOfCall(G, S.A, Depth + 1);
  }
  if (P.entity(V).Store == Storage::Param)
    if (auto A = argument(G, V))
      return maker(A->first, A->second, Depth + 1);
  return std::nullopt;
}

std::optional<Paths::Made> Paths::makerOfCall(const Frame *F, Id Call,
                                              unsigned Depth) const {
  if (Depth > MaxDepth)
    return std::nullopt;
  const FunctionBody &B = *body(F);
  const CallFact &C = B.Calls[Call];
  const FunctionModel *M = I.model(C, B);
  const Frame *Inner = callee(F, Call);
  if (Inner && P.entity(Inner->Function).has(EF_Ctor)) {
    const Entity &Ctor = P.entity(Inner->Function);
    bool Copies =
        Ctor.Params.size() == 1 &&
        I.types().record(I.types().target(P.entity(Ctor.Params[0]).TypeId)) ==
            Ctor.Parent;
    if (Copies && !C.Args.empty())
      return maker(F, C.Args[0], Depth + 1);
    return Made{F, Call};
  }
  if (Inner) {
    Id R = onlyReturn(*body(Inner));
    return R == None ? std::nullopt : maker(Inner, R, Depth + 1);
  }
  if (M && M->Construct)
    return Made{F, Call};
  if (C.Receiver != None && !(C.Flags & CF_Construct))
    return C.Name == "emplace" ? std::optional<Made>({F, Call})
                               : maker(F, C.Receiver, Depth + 1);
  if (!C.Args.empty() && C.Args[0] != None)
    return maker(F, C.Args[0], Depth + 1);
  return std::nullopt;
}

/// The call that made the object that a node denotes.
std::optional<Paths::Made> Paths::maker(const Frame *F, Id N,
                                        unsigned Depth) const {
  if (N == None || Depth > MaxDepth)
    return std::nullopt;
  const FunctionBody &B = *body(F);
  const Node &X = B.Nodes[N];
  switch (X.Kind) {
  case NodeKind::This: {
    if (!F->Up)
      return std::nullopt;
    if (F->Made != None)
      return makerOfCall(F->Up, F->Made, Depth + 1);
    if (F->Call == None)
      return std::nullopt;
    if (P.entity(F->Function).has(EF_Ctor))
      return makerOfCall(F->Up, F->Call, Depth + 1);
    return maker(F->Up, body(F->Up)->Calls[F->Call].Receiver, Depth + 1);
  }
  case NodeKind::Var:
    return makerOfVariable(F, X.Ref, Depth + 1);
  case NodeKind::Call:
  case NodeKind::Object:
  case NodeKind::New:
    if (X.Ref == None)
      return std::nullopt;
    return makerOfCall(F, X.Ref, Depth + 1);
  case NodeKind::Cast:
  case NodeKind::Deref:
  case NodeKind::Addr:
    return X.Ops.empty() ? std::nullopt : maker(F, X.Ops[0], Depth + 1);
  default:
    return std::nullopt;
  }
}

std::string Paths::field(const Frame *F, Id Base, Id Field,
                         unsigned Depth) const {
  if (auto M = maker(F, Base, Depth + 1)) {
    const Frame *Ctor = nullptr;
    for (Id A : callees(M->F->Ctx, M->Call))
      if (P.entity(I.activations()[A].Function).has(EF_Ctor) &&
          P.entity(I.activations()[A].Function).Parent ==
              P.entity(Field).Parent)
        Ctor = frame({I.activations()[A].Function, A, M->Call, M->F});
    if (!Ctor)
      Ctor = callee(M->F, M->Call);
    if (Ctor && body(Ctor))
      for (const Stmt &S : body(Ctor)->Stmts) {
        const FunctionBody &B = *body(Ctor);
        if (S.Kind == StmtKind::Store && isOwnField(B, S.A, Field) &&
            S.B != None)
          return key(Ctor, S.B, Depth + 1);
        if (S.Kind == StmtKind::Call && (B.Calls[S.A].Flags & CF_Construct) &&
            isOwnField(B, B.Calls[S.A].Receiver, Field))
          return construct(Ctor, B.Calls[S.A], Depth + 1);
      }
    return mark("m" + std::to_string(Field) + "@" +
                std::to_string(M->F->Function) + "." + std::to_string(M->Call));
  }
  const FunctionBody &B = *body(F);
  std::string Object = Base != None && B.Nodes[Base].Kind != NodeKind::This
                           ? key(F, Base, Depth + 1)
                           : std::string("this");
  return mark("m" + std::to_string(Field) + "@" + Object);
}

} // namespace factor6
