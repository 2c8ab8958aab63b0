//===- PathMakers.cpp - Paths that objects hold ---------------------------===//
//
// A member's value is looked up in the constructor of the object, which may be
// a local, what a function returns, or what a smart pointer or std::optional
// holds.
//
//===----------------------------------------------------------------------===//
#include "derive/Paths.h"

namespace factor6 {

Paths::Source Paths::given(const Frame *F, Id N) const {
  for (;;) {
    const FunctionBody &B = *body(F);
    while (N != None && B.Nodes[N].Kind == NodeKind::Cast &&
           !B.Nodes[N].Ops.empty())
      N = B.Nodes[N].Ops[0];
    if (N == None || B.Nodes[N].Kind != NodeKind::Var ||
        P.entity(B.Nodes[N].Ref).Store != Storage::Param ||
        llvm::any_of(B.Stmts, [&](const Stmt &S) {
          return S.Kind == StmtKind::Store &&
                 isVariable(B, S.A, B.Nodes[N].Ref);
        }))
      return {F, N};
    auto A = argument(F, B.Nodes[N].Ref);
    if (!A)
      return {F, N};
    std::tie(F, N) = *A;
  }
}

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
    // A library's object without a value may be given one later.
    if (C.Name == "emplace" ||
        ((C.Flags & CF_Construct) &&
         (!C.Args.empty() || (C.Callee != None && I.body(C.Callee)))))
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
  case NodeKind::This:
    return makerOfThis(F, Depth + 1);
  case NodeKind::Var:
    return makerOfVariable(F, X.Ref, Depth + 1);
  case NodeKind::List:
    return Made{F, None, N};
  case NodeKind::Field:
    if (!X.Ops.empty())
      if (auto Owner = maker(F, X.Ops[0], Depth + 1))
        if (auto M = makerOfMember(*Owner, X.Ref, Depth + 1))
          return M;
    if (auto Value =
            member(F, X.Ops.empty() ? None : X.Ops[0], X.Ref, Depth + 1))
      return maker(Value->first, Value->second, Depth + 1);
    return std::nullopt;
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

/// What a function puts into a member of an object (None: of *this): what
/// initialises it, or the one thing that is assigned to it later.
std::optional<Id> Paths::assigned(const FunctionBody &B, Id Object,
                                  Id Field) const {
  auto Is = [&](Id N) {
    if (N == None || B.Nodes[N].Kind != NodeKind::Field ||
        B.Nodes[N].Ref != Field || B.Nodes[N].Ops.empty())
      return false;
    const Node &Owner = B.Nodes[B.Nodes[N].Ops[0]];
    return Object == None ? Owner.Kind == NodeKind::This
                          : Owner.Kind == NodeKind::Var && Owner.Ref == Object;
  };
  std::optional<Id> Out;
  bool Empty = false;
  for (const Stmt &S : B.Stmts) {
    Id Value = None;
    if (S.Kind == StmtKind::Store && Is(S.A)) {
      Value = S.B;
    } else if (S.Kind == StmtKind::Call && Is(B.Calls[S.A].Receiver)) {
      const CallFact &C = B.Calls[S.A];
      bool Constructs = C.Flags & CF_Construct;
      Empty |= Constructs && C.Args.empty();
      if (!C.Args.empty() &&
          (Constructs || C.Name == "operator=" || C.Name == "assign"))
        Value = C.Args[0];
    }
    if (Value == None)
      continue;
    if (Out)
      return std::nullopt;
    Out = Value;
  }
  return Out || !Empty ? Out : std::optional<Id>(None);
}

/// What a member of an object holds.
std::optional<Paths::Source> Paths::member(const Frame *F, Id Base, Id Field,
                                           unsigned Depth) const {
  if (Base == None)
    return std::nullopt;
  const Node &Object = body(F)->Nodes[Base];
  std::optional<Source> Out;
  const Frame *Filler = nullptr;
  if (auto M = maker(F, Base, Depth + 1)) {
    if (M->List != None) {
      const Node &List = body(M->F)->Nodes[M->List];
      const Entity &Record = P.entity(P.entity(Field).Parent);
      size_t Index = llvm::find(Record.Members, Field) - Record.Members.begin();
      return Record.Bases.empty() && Index < List.Ops.size()
                 ? std::optional<Source>({M->F, List.Ops[Index]})
                 : std::nullopt;
    }
    const Frame *Ctor = constructor(*M, P.entity(Field).Parent);
    if (Ctor && body(Ctor))
      if (auto N = assigned(*body(Ctor), None, Field))
        Out = {Ctor, *N};
    Filler = M->F;
  } else if (Object.Kind == NodeKind::Var) {
    Filler = owner(F, Object.Ref);
  }
  // Filled by the function that declares the object.
  if (Filler && Object.Kind == NodeKind::Var && (!Out || Out->second == None))
    if (auto N = assigned(*body(Filler), Object.Ref, Field))
      return std::optional<Source>({Filler, *N});
  return Out;
}

std::string Paths::field(const Frame *F, Id Base, Id Field,
                         unsigned Depth) const {
  if (auto Value = member(F, Base, Field, Depth + 1))
    return Value->second == None ? ""
                                 : key(Value->first, Value->second, Depth + 1);
  std::string Object;
  if (auto M = maker(F, Base, Depth + 1))
    Object = std::to_string(M->F->Function) + "." +
             (M->List == None ? std::to_string(M->Call)
                              : "l" + std::to_string(M->List));
  else
    Object = Base != None && body(F)->Nodes[Base].Kind != NodeKind::This
                 ? key(F, Base, Depth + 1)
                 : "this";
  return mark("m" + std::to_string(Field) + "@" + Object);
}

} // namespace factor6
