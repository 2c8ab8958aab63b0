//===- LazyInit.cpp - What is made when it is first asked for -------------===//
#include "derive/Bodies.h"
#include "derive/Interpreter.h"

#include "llvm/Support/SaveAndRestore.h"

namespace factor6 {

/// Which functions set a flag, to false and to true, or a text.
void Interpreter::findFlags() {
  for (const FunctionBody &B : P.Bodies) {
    if (P.entity(B.Function).has(EF_Ctor | EF_Dtor | EF_StaticInit))
      continue;
    auto Note = [&](Id Place, Id Value) {
      if (Place != None && T.stringLike(B.Nodes[Place].TypeId))
        Sets.insert({B.Nodes[Place].Ref, B.Function});
      if (Place == None || Value == None)
        return;
      if (B.Nodes[Value].Kind == NodeKind::Int)
        (B.Nodes[Value].Value == 0 ? Resets : Sets)
            .insert({B.Nodes[Place].Ref, B.Function});
      else if (isFlag(B.Nodes[Place])) // `ready_ = load()`
        Sets.insert({B.Nodes[Place].Ref, B.Function});
    };
    for (const Stmt &S : B.Stmts)
      if (S.Kind == StmtKind::Store &&
          (S.Region == None || B.Regions[S.Region].Kind != RegionKind::Once))
        Note(S.A, S.B);
    for (const CallFact &C : B.Calls)
      if ((C.Name == "operator=" || C.Name == "store") && !C.Args.empty())
        Note(C.Receiver, C.Args[0]);
  }
  FlagsFound = true;
}

bool Interpreter::isFlag(const Node &Subject) const {
  Id Kind = T.value(Subject.TypeId);
  if (Kind != None && !P.type(Kind).Args.empty())
    Kind = P.type(Kind).Args[0]; // atomic<bool>
  return Kind != None && P.type(Kind).Kind == TypeKind::Bool;
}

/// `if (!recording_) { recording_ = true; ... }` and, at the next command,
/// `recording_ = false`: no initialiser, but a switch.
bool Interpreter::resetByRequests(const Node &Flag) const {
  for (auto It = Resets.lower_bound({Flag.Ref, 0});
       It != Resets.end() && It->first == Flag.Ref; ++It)
    if (llvm::any_of(Acts, [&](const Activation &A) {
          return A.Function == It->second && A.When == Phase::Request;
        }))
      return true;
  return false;
}

/// Requests never raise the flag: it was raised when the program started.
bool Interpreter::raisedAtStartUp(const Node &Flag) const {
  for (auto It = Sets.lower_bound({Flag.Ref, 0});
       It != Sets.end() && It->first == Flag.Ref; ++It)
    if (llvm::any_of(Acts, [&](const Activation &A) {
          return A.Function == It->second &&
                 (A.When == Phase::Request || A.When == Phase::Background);
        }))
      return false;
  return true;
}

/// Only what ends the object clears the flag.
bool Interpreter::staysSet(const Node &Flag) {
  for (auto It = Resets.lower_bound({Flag.Ref, 0});
       It != Resets.end() && It->first == Flag.Ref; ++It) {
    const std::vector<Id> &Callers = callersOf(It->second);
    if (Callers.empty() ||
        llvm::any_of(Callers, [&](Id F) { return !P.entity(F).has(EF_Dtor); }))
      return false;
  }
  return true;
}

/// Something of the request, or a text that the caller gives: not always the
/// same.
bool Interpreter::fromVisitor(Id Ctx, Id N) {
  if (N == None)
    return false;
  const Node &X = body(Acts[Ctx].Function)->Nodes[N];
  bool Given = X.Kind == NodeKind::Var &&
               P.entity(X.Ref).Store == Storage::Param &&
               T.stringLike(X.TypeId);
  return Given ||
         (origins(values(Ctx, N)) & (1u << unsigned(Origin::Request))) != 0;
}

/// Inside the region, the statement keeps what comes from this visitor: in the
/// subject or, under a flag, anywhere.
bool Interpreter::keepsVisitors(Id Ctx, const Stmt &S, const Node &Subject) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  auto Visitors = [&](Id N) { return fromVisitor(Ctx, N); };
  auto Same = [&](Id N) {
    return N != None && B.Nodes[N].Kind == Subject.Kind &&
           B.Nodes[N].Ref == Subject.Ref;
  };
  const bool Flag = isFlag(Subject);
  auto Kept = [&](Id N) {
    return Same(N) || (Flag && N != None &&
                       (B.Nodes[N].Kind == NodeKind::Field ||
                        (B.Nodes[N].Kind == NodeKind::Var &&
                         P.entity(B.Nodes[N].Ref).Store != Storage::Local)));
  };
  if (S.Kind == StmtKind::Store)
    return Kept(S.A) && Visitors(S.B);
  if (S.Kind != StmtKind::Call)
    return false;
  const CallFact &C = B.Calls[S.A];
  if (llvm::none_of(C.Args, Visitors))
    return false;
  // `winner_ = name`; `name = malloc(n); memcpy(name, request, n);`
  if ((C.Name == "operator=" && Kept(C.Receiver)) || llvm::any_of(C.Args, Same))
    return true;
  // `filter_.setUp(request); ready_ = true;`: the first visitor's.
  Id On = C.Receiver;
  return Flag && On != None && T.ownRecord(B.Nodes[On].TypeId) &&
         !(C.Flags & (CF_Construct | CF_ConstMethod | CF_Destroy)) &&
         B.Nodes[On].Kind != NodeKind::This &&
         llvm::any_of(locs(Ctx, On), [&](Id L) { return survivor(L); });
}

/// A helper that connects: `if (!client_) connect();`, `if (!ready_) init();`,
/// `if (stale_) rebuild();`
bool Interpreter::setsByHelper(Id Ctx, const CallFact &C, const Node &Subject,
                               bool Lowers) {
  if (C.Callee == None || !body(C.Callee))
    return false;
  if (Lowers)
    return Resets.count({Subject.Ref, C.Callee}) != 0 &&
           llvm::none_of(C.Args, [&](Id A) { return fromVisitor(Ctx, A); });
  bool May = isFlag(Subject) ? staysSet(Subject) : T.stringLike(Subject.TypeId);
  return T.pointerLike(Subject.TypeId) ||
         (May && Sets.count({Subject.Ref, C.Callee}) &&
          llvm::none_of(C.Args, [&](Id A) { return fromVisitor(Ctx, A); }));
}

bool Interpreter::handedAway(const FunctionBody &B, Id Variable) const {
  const Entity &E = P.entity(Variable);
  if (E.Store != Storage::Local || !T.pointerLike(E.TypeId))
    return false;
  auto Same = [&](Id N) { return isVariable(B, N, Variable); };
  auto Forgets = [&](const Stmt &S) {
    return S.Kind == StmtKind::Store && Same(S.A) && S.B != None &&
           B.Nodes[S.B].Kind == NodeKind::Int && B.Nodes[S.B].Value == 0;
  };
  auto Hands = [&](const Stmt &S) {
    if (S.Kind != StmtKind::Call)
      return false;
    const CallFact &C = B.Calls[S.A];
    const FunctionModel *M = model(C, B);
    return !(M && M->Removes) && llvm::any_of(C.Args, Same) &&
           !hasWord(C.Name, {"free", "delete", "close", "destroy", "release",
                             "disconnect", "cleanup"});
  };
  for (Id X = 0; X < B.Stmts.size(); ++X)
    if (Forgets(B.Stmts[X]))
      for (Id Y = 0; Y < X; ++Y)
        if (B.Stmts[Y].Region == B.Stmts[X].Region && Hands(B.Stmts[Y]))
          return true;
  return false;
}

/// The region runs until its subject is set, and sets it. Or it runs while a
/// flag is up that requests never raise, and lowers it.
bool Interpreter::initialisesOnce(Id Ctx, Id Region) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const Node &Subject = B.Nodes[B.Regions[Region].Subject];
  if (Subject.Kind != NodeKind::Var && Subject.Kind != NodeKind::Field)
    return false;
  bool Survives = false;
  for (Id L : locs(Ctx, B.Regions[Region].Subject)) {
    Survives |= survivor(L);
    for (Id Up = L; Locs[Up].Kind >= LocKind::Field; Up = Locs[Up].Parent)
      if (Locs[Up].Kind == LocKind::Elem)
        Survives = false;
  }
  if (!FlagsFound)
    findFlags();
  // What is looked at here is made at start-up, if that is what it is.
  llvm::SaveAndRestore<Phase> Asking(Current, Phase::StartUp);
  const bool Lowers = B.Regions[Region].Kind == RegionKind::IfSet;
  if (!Survives ||
      (Lowers ? !isFlag(Subject) || !raisedAtStartUp(Subject)
              : isFlag(Subject) && resetByRequests(Subject)) ||
      (Subject.Kind == NodeKind::Var && handedAway(B, Subject.Ref)))
    return false;
  bool Set = false, Work = !T.scalar(Subject.TypeId);
  for (const Stmt &S : B.Stmts) {
    bool Inside = false;
    for (Id Q = S.Region; Q != None; Q = B.Regions[Q].Parent)
      Inside |= Q == Region;
    if (!Inside)
      continue;
    if (keepsVisitors(Ctx, S, Subject))
      return false;
    Id Target = S.Kind == StmtKind::Write || S.Kind == StmtKind::Store ? S.A
                : S.Kind == StmtKind::Call ? B.Calls[S.A].Receiver
                                           : None;
    bool Same = Target != None && B.Nodes[Target].Kind == Subject.Kind &&
                B.Nodes[Target].Ref == Subject.Ref;
    bool Helps = S.Kind == StmtKind::Call &&
                 setsByHelper(Ctx, B.Calls[S.A], Subject, Lowers);
    Set |= Same || Helps;
    // A flag that guards nothing but itself is not an initialiser, nor is one
    // that switches something off.
    if (Lowers)
      Work |=
          Helps ||
          (!Same && Target != None &&
           (T.container(B.Nodes[Target].TypeId) || S.Kind == StmtKind::Store));
    else
      Work |= !Same && (S.Kind == StmtKind::Call || S.Kind == StmtKind::Store);
  }
  return Set && Work;
}

} // namespace factor6
