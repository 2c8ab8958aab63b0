//===- Paths.cpp ----------------------------------------------------------===//
#include "derive/Paths.h"

namespace factor6 {

namespace {

bool named(llvm::StringRef Name, std::initializer_list<llvm::StringRef> Names) {
  return llvm::is_contained(Names, Name);
}

} // namespace

Paths::Paths(const Interpreter &I) : I(I), P(I.program()) {
  for (Id A = 0; A < I.activations().size(); ++A) {
    const Activation &X = I.activations()[A];
    ActivationOf.try_emplace(X.Function, A);
    for (const auto &C : X.Callers)
      if (C.Caller != None && C.Call != None)
        Children[{C.Caller, C.Call}].push_back(A);
  }
  for (const FunctionBody &B : P.Bodies) {
    if (!P.entity(B.Function).has(EF_StaticInit))
      continue;
    for (Id S = 0; S < B.Stmts.size(); ++S) {
      Id Target = filledBy(B, B.Stmts[S]);
      if (Target != None && B.Nodes[Target].Kind == NodeKind::Var &&
          P.entity(B.Nodes[Target].Ref).has(EF_Const))
        Initialised[B.Nodes[Target].Ref] = {B.Function, S};
    }
  }
}

llvm::ArrayRef<Id> Paths::callees(Id Ctx, Id Call) const {
  auto It = Children.find({Ctx, Call});
  return It == Children.end() ? llvm::ArrayRef<Id>()
                              : llvm::ArrayRef<Id>(It->second);
}

const Frame *Paths::frame(Frame F) const {
  Frames.push_back(F);
  return &Frames.back();
}

std::string Paths::text(llvm::StringRef Key) {
  std::string Out;
  unsigned Inside = 0;
  for (char C : Key) {
    if (C == '\x01') {
      if (!Inside++ && !llvm::StringRef(Out).ends_with("*"))
        Out += '*';
    } else if (C == '\x02') {
      --Inside;
    } else if (!Inside) {
      Out += C;
    }
  }
  return Out;
}

std::vector<Paths::Way> Paths::ways(Id Ctx, unsigned Levels) const {
  constexpr size_t MaxWays = 48;
  std::vector<Way> Done, Work = {{{Ctx, None}}};
  while (!Work.empty() && Done.size() < MaxWays) {
    Way W = std::move(Work.back());
    Work.pop_back();
    bool Longer = false;
    if (W.size() <= Levels)
      for (const auto &C : I.activations()[W.back().first].Callers) {
        if (C.Caller == None || C.Call == None || Work.size() > MaxWays)
          continue;
        const Activation &Up = I.activations()[C.Caller];
        Phase When = I.activations()[Ctx].When;
        if ((Up.When != When && !(When == Phase::Request && Up.HasJobLoop)) ||
            llvm::any_of(W, [&](auto Step) { return Step.first == C.Caller; }))
          continue;
        Work.push_back(W);
        Work.back().push_back({C.Caller, C.Call});
        Longer = true;
      }
    if (!Longer)
      Done.push_back(std::move(W));
  }
  return Done;
}

const Frame *Paths::frame(const Way &W, size_t Level) const {
  const Frame *F = nullptr;
  for (size_t K = Level + 1; K-- > 0;)
    F = frame({I.activations()[W[K].first].Function, W[K].first,
               F ? W[K + 1].second : None, F});
  return F;
}

bool Paths::text(Id TypeId) const {
  Id R = I.types().record(I.types().target(TypeId));
  return R == None || !P.entity(R).has(EF_Project);
}

/// The frame of the function that declares a variable: this one, or that
/// around a lambda.
const Frame *Paths::owner(const Frame *F, Id Variable) const {
  Id Function = P.entity(Variable).Parent;
  // A generic lambda's variables may be known as those of its pattern.
  for (const Frame *X = F; X; X = X->Up)
    if (X->Function == Function ||
        (Function != None && P.entity(Function).has(EF_Lambda) &&
         P.entity(X->Function).Loc == P.entity(Function).Loc))
      return X;
  if (Function == None || !I.body(Function))
    return nullptr;
  auto It = ActivationOf.find(Function);
  return frame({Function, It == ActivationOf.end() ? None : It->second});
}

const Frame *Paths::callee(const Frame *F, Id Call) const {
  for (Id A : callees(F->Ctx, Call))
    if (I.body(I.activations()[A].Function))
      return frame({I.activations()[A].Function, A, Call, F});
  Id Callee = body(F)->Calls[Call].Callee;
  if (Callee != None && I.body(Callee))
    return frame({Callee, None, Call, F});
  // optional<T>::emplace
  const CallFact &C = body(F)->Calls[Call];
  if (C.Name != "emplace" || C.Receiver == None)
    return nullptr;
  for (Id Arg :
       P.type(I.types().value(body(F)->Nodes[C.Receiver].TypeId)).Args) {
    Id R = I.types().record(Arg);
    for (Id Method : R == None ? std::vector<Id>() : P.Methods[R])
      if (const Entity &E = P.entity(Method);
          E.has(EF_Ctor) && I.body(Method) && E.Params.size() == C.Args.size())
        return frame({Method, None, Call, F});
  }
  return nullptr;
}

/// `{}`, "" and the like: what a maker returns if it has failed.
static bool nothing(const FunctionBody &B, Id N) {
  const Node &X = B.Nodes[N];
  if (X.Kind == NodeKind::Object)
    return X.Ref == None || B.Calls[X.Ref].Args.empty() ||
           (B.Calls[X.Ref].Args[0] != None &&
            nothing(B, B.Calls[X.Ref].Args[0]));
  return (X.Kind == NodeKind::Str && X.Text.empty()) ||
         (X.Kind == NodeKind::List && X.Ops.empty()) ||
         (X.Kind == NodeKind::Int && X.Value == 0);
}

Id Paths::onlyReturn(const FunctionBody &B) const {
  Id Out = None;
  for (const Stmt &S : B.Stmts)
    if (S.Kind == StmtKind::Return && S.A != None && !nothing(B, S.A)) {
      if (Out != None)
        return None;
      Out = S.A;
    }
  return Out;
}

/// What the caller passes for a parameter.
std::optional<std::pair<const Frame *, Id>> Paths::argument(const Frame *F,
                                                            Id Param) const {
  if (!F->Up || F->Call == None)
    return std::nullopt;
  const Entity &Fn = P.entity(F->Function);
  auto At = llvm::find(Fn.Params, Param);
  if (At == Fn.Params.end())
    return std::nullopt;
  size_t Index = At - Fn.Params.begin();
  const CallFact &C = body(F->Up)->Calls[F->Call];
  bool Own = C.Callee == None || P.entity(C.Callee).has(EF_Project) ||
             C.Callee == F->Function;
  // What a smart pointer's deleter gets.
  Own |= (C.Flags & CF_Construct) && Fn.Name == "operator()";
  bool InPlace = Fn.has(EF_Ctor) && C.Args.size() == Fn.Params.size();
  if ((!Own && !InPlace) || Index >= C.Args.size() || C.Args[Index] == None)
    return std::nullopt;
  return std::make_pair(F->Up, C.Args[Index]);
}

/// Changed after it got its value, other than by being used up.
bool Paths::mutated(const FunctionBody &B, Id V, Id But, unsigned Depth) const {
  for (Id N = 0; N < B.Calls.size(); ++N) {
    const CallFact &C = B.Calls[N];
    if (N == But)
      continue;
    const FunctionModel *M = I.model(C, B);
    if (!(C.Flags & (CF_Construct | CF_Destroy)) &&
        isVariable(B, C.Receiver, V)) {
      bool Reads =
          (C.Flags & CF_ConstMethod) || (M && (M->HasReads || M->Test));
      if (!Reads && M && (M->Writes || !M->How.empty()))
        return true;
    }
    for (size_t A = 0; A < C.Args.size() && A < C.Modes.size(); ++A) {
      if (!isVariable(B, C.Args[A], V) || C.Modes[A] != Passing::MutPtr ||
          (M && (M->AllArgsPure || (M->Format && M->FormatInto != int(A)))))
        continue;
      const FunctionBody *Callee =
          C.Callee == None ? nullptr : I.body(C.Callee);
      if (!Callee || Depth > 3 || A >= P.entity(C.Callee).Params.size() ||
          mutated(*Callee, P.entity(C.Callee).Params[A], None, Depth + 1))
        return true;
    }
  }
  // The characters that a pointer to a buffer points to.
  for (const Stmt &S : B.Stmts)
    if (Depth && (S.Kind == StmtKind::Write || S.Kind == StmtKind::Store) &&
        S.A != None &&
        (B.Nodes[S.A].Kind == NodeKind::Elem ||
         B.Nodes[S.A].Kind == NodeKind::Deref) &&
        !B.Nodes[S.A].Ops.empty() && isVariable(B, B.Nodes[S.A].Ops[0], V))
      return true;
  return false;
}

std::string Paths::variable(const Frame *F, Id V, unsigned Depth) const {
  const Entity &E = P.entity(V);
  if (E.Store != Storage::Local && E.Store != Storage::Param) {
    auto It = Initialised.find(V);
    const FunctionBody *B =
        It == Initialised.end() ? nullptr : I.body(It->second.first);
    if (!B || !text(E.TypeId))
      return mark('g', V);
    const Frame *Init = frame({B->Function});
    const Stmt &S = B->Stmts[It->second.second];
    return S.Kind == StmtKind::Store
               ? key(Init, S.B, Depth + 1)
               : construct(Init, B->Calls[S.A], Depth + 1);
  }
  const Frame *G = owner(F, V);
  if (!G)
    return mark('v', V);
  const FunctionBody &B = *body(G);
  if (Id By = formatter(B, V); By != None)
    if (auto Out = formatted(G, B.Calls[By], Depth + 1))
      return *Out;
  if (mutated(B, V))
    return mark('v', V);
  std::string Out;
  unsigned Values = 0;
  for (const Stmt &S : B.Stmts) {
    if (S.Kind == StmtKind::Store && isVariable(B, S.A, V)) {
      if (++Values == 1 && S.B != None)
        Out = key(G, S.B, Depth + 1);
    } else if (S.Kind == StmtKind::Call &&
               (B.Calls[S.A].Flags & CF_Construct) &&
               isVariable(B, B.Calls[S.A].Receiver, V) && text(E.TypeId)) {
      if (++Values == 1)
        Out = construct(G, B.Calls[S.A], Depth + 1);
    }
  }
  if (E.Store == Storage::Param) {
    auto A = argument(G, V);
    return A && !Values ? key(A->first, A->second, Depth + 1) : mark('v', V);
  }
  return Values == 1 && !Out.empty() ? Out : mark('v', V);
}

/// A string or path made from another.
std::string Paths::construct(const Frame *F, const CallFact &C,
                             unsigned Depth) const {
  return C.Args.empty() || C.Args[0] == None ? std::string()
                                             : key(F, C.Args[0], Depth + 1);
}

/// `a + b`, `folder / name`. A long chain of operators is no deep one.
std::string Paths::joined(const Frame *F, const CallFact &C,
                          unsigned Depth) const {
  std::string Out = C.Receiver == None ? "" : key(F, C.Receiver, Depth);
  for (size_t A = 0; A < C.Args.size(); ++A) {
    std::string Part = key(F, C.Args[A], Depth);
    bool First = A == 0 && C.Receiver == None;
    if (!First && C.Name == "operator/" &&
        !llvm::StringRef(Out).ends_with("/") &&
        !llvm::StringRef(Part).starts_with("/"))
      Out += '/';
    Out += Part;
  }
  return Out;
}

/// The same function of the same things is the same.
std::string Paths::applied(const Frame *F, Id Index, unsigned Depth) const {
  const FunctionBody &B = *body(F);
  const CallFact &C = B.Calls[Index];
  const FunctionModel *M = I.model(C, B);
  bool Pure =
      (C.Flags & CF_ConstMethod) ||
      (M && (M->Format || M->HasReads || M->AllArgsPure || M->Returns)) ||
      (C.Receiver == None && !C.Args.empty() && callee(F, Index));
  if (!Pure)
    return mark("c" + std::to_string(F->Function) + "." +
                std::to_string(Index));
  std::string Out =
      "f" + (C.Callee == None ? C.Name : P.entity(C.Callee).QualifiedName) +
      "(";
  if (C.Receiver != None)
    Out += key(F, C.Receiver, Depth + 1) + ".";
  for (Id A : C.Args)
    Out += key(F, A, Depth + 1) + ",";
  return mark(Out + ")");
}

std::string Paths::call(const Frame *F, Id Index, unsigned Depth) const {
  const FunctionBody &B = *body(F);
  const CallFact &C = B.Calls[Index];
  const FunctionModel *M = I.model(C, B);
  llvm::StringRef Name = C.Name;
  if ((C.Flags & CF_Construct) && C.Args.empty() && text(C.ResultType))
    return "";
  if (C.Flags & CF_Construct)
    return text(C.ResultType) ? construct(F, C, Depth)
                              : mark("o" + std::to_string(F->Function) + "." +
                                     std::to_string(Index));
  if (const Frame *Inner = callee(F, Index)) {
    Id R = onlyReturn(*body(Inner));
    if (R != None)
      return key(Inner, R, Depth + 1);
  } else if (Name == "operator+" || Name == "operator/") {
    return joined(F, C, Depth);
  } else if (C.Receiver != None &&
             (named(Name, {"c_str", "data", "string", "native", "u8string",
                           "generic_string", "str", "get", "value", "operator*",
                           "operator->", "lexically_normal", "utf8_str",
                           "release"}) ||
              (Name.starts_with("operator ") && C.Args.empty()) ||
              (M && M->Returns == Origin::ReceiverItself && !M->Format &&
               !named(Name, {"front", "back", "at", "operator[]"})))) {
    return key(F, C.Receiver, Depth + 1);
  } else if (C.Receiver != None &&
             named(Name, {"front", "back", "at", "operator[]"})) {
    return mark("e" + key(F, C.Receiver, Depth + 1));
  } else if (M && M->Returns == Origin::Argument) {
    int Arg = M->OriginArg;
    if (Arg >= 0 && Arg < int(C.Args.size()))
      return key(F, C.Args[Arg], Depth + 1);
  } else if (C.Receiver != None && M && M->Returns == Origin::TempPath) {
    std::string Out = key(F, C.Receiver, Depth + 1); // a name in a directory
    for (Id A : C.Args)
      Out += "/" + key(F, A, Depth + 1);
    return Out;
  } else if (M && M->Format && M->FormatInto == ArgNone) {
    if (auto Out = formatted(F, C, Depth + 1))
      return *Out;
  } else if (Name == "exchange" && !C.Args.empty()) {
    return key(F, C.Args[0], Depth + 1);
  }
  return applied(F, Index, Depth);
}

std::string Paths::key(const Frame *F, Id N, unsigned Depth) const {
  if (N == None)
    return mark("?");
  const FunctionBody &B = *body(F);
  const Node &X = B.Nodes[N];
  switch (Depth > MaxDepth ? NodeKind::Unknown : X.Kind) {
  case NodeKind::Str:
    return X.Text;
  case NodeKind::Int:
    return mark("i" + std::to_string(X.Value));
  case NodeKind::Var:
    return variable(F, X.Ref, Depth + 1);
  case NodeKind::Cast:
  case NodeKind::Deref:
  case NodeKind::Addr:
    if (!X.Ops.empty())
      return key(F, X.Ops[0], Depth);
    break;
  case NodeKind::Concat: {
    std::string Out;
    for (Id Op : X.Ops)
      Out += key(F, Op, Depth);
    return Out;
  }
  case NodeKind::Field:
    return field(F, X.Ops.empty() ? None : X.Ops[0], X.Ref, Depth + 1);
  case NodeKind::Elem:
    if (!X.Ops.empty())
      return mark("e" + key(F, X.Ops[0], Depth + 1));
    break;
  case NodeKind::Call:
    return call(F, X.Ref, Depth);
  case NodeKind::Object:
  case NodeKind::New:
    if (X.Ref != None)
      return call(F, X.Ref, Depth);
    break;
  case NodeKind::List:
    if (X.Ops.size() == 1)
      return key(F, X.Ops[0], Depth + 1);
    break;
  default:
    break;
  }
  return mark("n" + std::to_string(F->Function) + "." + std::to_string(N));
}

} // namespace factor6
