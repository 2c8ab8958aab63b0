//===- Cleanup.cpp - Guards and deleters that remove a file ---------------===//
#include "derive/Commands.h"
#include "derive/Files.h"

namespace factor6 {

/// Removing Gone removes Path: itself, or a directory that holds it.
bool covers(llvm::StringRef Gone, llvm::StringRef Path) {
  return !Gone.empty() && Path.starts_with(Gone) &&
         (Path.size() == Gone.size() || Gone.ends_with("/") ||
          Path[Gone.size()] == '/');
}

namespace {

/// How a method changes a flag: what it sets it to, if that is known.
struct Change {
  bool Changes = false;
  std::optional<int64_t> To;
};

Change changeOf(const FunctionBody &B, Id Flag, Id Object) {
  auto Is = [&](Id N) {
    if (N == None || B.Nodes[N].Kind != NodeKind::Field ||
        B.Nodes[N].Ref != Flag || B.Nodes[N].Ops.empty())
      return false;
    return Object == None || isVariable(B, B.Nodes[N].Ops[0], Object);
  };
  Change Out;
  for (const Stmt &S : B.Stmts) {
    if (S.Kind == StmtKind::Call)
      Out.Changes |=
          Is(B.Calls[S.A].Receiver) &&
          llvm::is_contained({"operator=", "reset", "clear", "release"},
                             B.Calls[S.A].Name);
    else if ((S.Kind == StmtKind::Write || S.Kind == StmtKind::Store) &&
             Is(S.A))
      Out.Changes = true;
    if (S.Kind == StmtKind::Store && Is(S.A))
      Out.To = constantOf(B, S.B);
  }
  return Out;
}

} // namespace

/// Statements that tell a guard, after it was made, not to remove anything: the
/// removal depends on a member that they change.
void Files::dismissals(const FunctionBody &B, Id Guard, const FunctionBody &D,
                       Id Removal, std::set<Id> &Out) const {
  for (Id R = D.Stmts[Removal].Region; R != None; R = D.Regions[R].Parent) {
    Id Subject = D.Regions[R].Subject;
    if (Subject == None || D.Nodes[Subject].Kind != NodeKind::Field)
      continue;
    Id Flag = D.Nodes[Subject].Ref;
    bool WhenSet = D.Regions[R].Kind == RegionKind::IfSet;
    for (Id S = 0; S < B.Stmts.size(); ++S) {
      const Stmt &X = B.Stmts[S];
      Change Made;
      if (X.Kind == StmtKind::Call) {
        const CallFact &C = B.Calls[X.A];
        const FunctionBody *Method = (C.Flags & (CF_Construct | CF_Destroy)) ||
                                             C.Callee == None ||
                                             !isVariable(B, C.Receiver, Guard)
                                         ? nullptr
                                         : I.body(C.Callee);
        if (Method)
          Made = changeOf(*Method, Flag, None);
      } else if (X.Kind == StmtKind::Store && X.A != None &&
                 B.Nodes[X.A].Kind == NodeKind::Field &&
                 B.Nodes[X.A].Ref == Flag && !B.Nodes[X.A].Ops.empty() &&
                 isVariable(B, B.Nodes[X.A].Ops[0], Guard)) {
        Made = {true, constantOf(B, X.B)};
      }
      if (Made.Changes && (!Made.To || (*Made.To != 0) != WhenSet))
        Out.insert(S);
    }
  }
}

/// Does a function that is not run in sight (a deleter, the destructor of what
/// a smart pointer holds) remove the file?
bool Files::removesIn(const Frame *F, llvm::StringRef Key,
                      unsigned Depth) const {
  const FunctionBody *B = Names.body(F);
  if (!B || Depth > 3)
    return false;
  for (Id N = 0; N < B->Calls.size(); ++N) {
    const CallFact &C = B->Calls[N];
    if (const FunctionModel *M = I.model(C, *B)) {
      auto Given = [&](int Arg) {
        if (Arg == ArgReceiver)
          return Names.key(F, C.Receiver);
        return Arg >= 0 && Arg < int(C.Args.size()) ? Names.key(F, C.Args[Arg])
                                                    : std::string();
      };
      for (const FileSpec &S : M->Files)
        if (S.Mode == FileMode::Remove && covers(Given(S.PathArg), Key))
          return true;
      if (covers(removedBy(Given(M->CommandArg)), Key))
        return true;
    }
    if (C.Callee != None && I.body(C.Callee) &&
        removesIn(Names.frame({C.Callee, None, N, F}), Key, Depth + 1))
      return true;
  }
  return false;
}

/// Statements that tell a smart pointer made by the call to let go of its
/// object.
std::set<Id> Files::letGo(const FunctionBody &B, Id Call) const {
  Id Pointer = None;
  for (const Stmt &S : B.Stmts)
    if (S.Kind == StmtKind::Store && S.A != None && S.B != None &&
        B.Nodes[S.B].Kind == NodeKind::Call && B.Nodes[S.B].Ref == Call &&
        B.Nodes[S.A].Kind == NodeKind::Var)
      Pointer = B.Nodes[S.A].Ref;
  Id Made = B.Calls[Call].Receiver;
  if (Made != None && B.Nodes[Made].Kind == NodeKind::Var)
    Pointer = B.Nodes[Made].Ref;
  std::set<Id> Out;
  for (Id S = 0; S < B.Stmts.size(); ++S)
    if (B.Stmts[S].Kind == StmtKind::Call &&
        B.Calls[B.Stmts[S].A].Name == "release" &&
        isVariable(B, B.Calls[B.Stmts[S].A].Receiver, Pointer))
      Out.insert(S);
  return Out;
}

/// The call makes a guard whose clean-up no call in this function shows: a
/// smart pointer with a deleter, an object in a smart pointer or std::optional.
bool Files::removesOutOfSight(const Frame *F, Id Call,
                              llvm::StringRef Key) const {
  const FunctionBody &B = *Names.body(F);
  const CallFact &C = B.Calls[Call];
  const FunctionModel *M = I.model(C, B);
  bool Removes = false;
  if ((M && M->Construct) || C.Name == "emplace")
    if (const Frame *Ctor = Names.callee(F, Call);
        Ctor && P.entity(Ctor->Function).has(EF_Ctor))
      for (Id Method : P.Methods[P.entity(Ctor->Function).Parent])
        if (P.entity(Method).has(EF_Dtor))
          Removes |=
              removesIn(Names.frame({Method, None, None, F, Call}), Key, 0);
  if (!(C.Flags & CF_Construct) || !I.types().pointerLike(C.ResultType))
    return Removes;
  bool Named = !C.Args.empty() && C.Args[0] != None &&
               covers(Names.key(F, C.Args[0]), Key);
  for (Id A : C.Args) {
    if (A == None)
      continue;
    const Node &X = B.Nodes[A];
    if (X.Kind == NodeKind::Lambda)
      Removes |= removesIn(Names.frame({X.Ref, None, Call, F}), Key, 0);
    if (X.Kind == NodeKind::Func && Named)
      if (const FunctionModel *Fn =
              I.models().function(P.entity(X.Ref).QualifiedName))
        for (const FileSpec &Spec : Fn->Files)
          Removes |= Spec.Mode == FileMode::Remove;
  }
  for (Id Arg : P.type(I.types().value(C.ResultType)).Args) {
    Id Deleter = I.types().record(Arg);
    if (Deleter == None || !P.entity(Deleter).has(EF_Project))
      continue;
    Id Given = None; // the deleter's own members
    for (Id A : C.Args)
      if (A != None &&
          I.types().record(I.types().target(B.Nodes[A].TypeId)) == Deleter)
        Given = A;
    for (Id Method : P.Methods[Deleter])
      if (P.entity(Method).Name == "operator()")
        Removes |= removesIn(Names.frame({Method, None, Call, F, None, Given}),
                             Key, 0);
  }
  return Removes;
}

void Files::outOfSight(const Frame *F, llvm::StringRef Key, Id From,
                       Care &Out) const {
  const FunctionBody &B = *Names.body(F);
  for (Id S = 0; S < B.Stmts.size(); ++S)
    if (B.Stmts[S].Kind == StmtKind::Call &&
        removesOutOfSight(F, B.Stmts[S].A, Key))
      Out.add(std::max(S, From), letGo(B, B.Stmts[S].A));
}

} // namespace factor6
