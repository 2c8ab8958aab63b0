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

/// A guard that was told, after it was made, not to remove anything: the
/// removal depends on a member that some call changes.
bool Files::dismissed(const FunctionBody &B, Id Guard, const FunctionBody &D,
                      Id Removal) const {
  for (Id R = D.Stmts[Removal].Region; R != None; R = D.Regions[R].Parent) {
    Id Subject = D.Regions[R].Subject;
    if (Subject == None || D.Nodes[Subject].Kind != NodeKind::Field)
      continue;
    Id Flag = D.Nodes[Subject].Ref;
    for (const CallFact &C : B.Calls) {
      if ((C.Flags & (CF_Construct | CF_Destroy)) || C.Receiver == None ||
          B.Nodes[C.Receiver].Kind != NodeKind::Var ||
          B.Nodes[C.Receiver].Ref != Guard)
        continue;
      const FunctionBody *Method =
          C.Callee == None ? nullptr : I.body(C.Callee);
      for (const Stmt &S : Method ? Method->Stmts : std::vector<Stmt>())
        if ((S.Kind == StmtKind::Write || S.Kind == StmtKind::Store) &&
            S.A != None && Method->Nodes[S.A].Kind == NodeKind::Field &&
            Method->Nodes[S.A].Ref == Flag)
          return true;
    }
  }
  return false;
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

/// A smart pointer made by the call is told to let go of its object.
static bool letGo(const FunctionBody &B, Id Call) {
  for (const Stmt &S : B.Stmts)
    if (S.Kind == StmtKind::Store && S.A != None && S.B != None &&
        B.Nodes[S.B].Kind == NodeKind::Call && B.Nodes[S.B].Ref == Call)
      for (const CallFact &C : B.Calls)
        if (C.Name == "release" && isVariable(B, C.Receiver, B.Nodes[S.A].Ref))
          return true;
  return false;
}

/// Guards whose clean-up no call in this function shows: deleters of smart
/// pointers, objects in a smart pointer or std::optional.
void Files::outOfSight(const Frame *F, llvm::StringRef Key, Id From,
                       std::set<Id> &Out) const {
  const FunctionBody &B = *Names.body(F);
  for (Id S = 0; S < B.Stmts.size(); ++S) {
    if (B.Stmts[S].Kind != StmtKind::Call)
      continue;
    Id Call = B.Stmts[S].A;
    const CallFact &C = B.Calls[Call];
    const FunctionModel *M = I.model(C, B);
    bool Removes = false;
    if (letGo(B, Call))
      continue;
    if ((M && M->Construct) || C.Name == "emplace")
      if (const Frame *Ctor = Names.callee(F, Call);
          Ctor && P.entity(Ctor->Function).has(EF_Ctor))
        for (Id Method : P.Methods[P.entity(Ctor->Function).Parent])
          if (P.entity(Method).has(EF_Dtor))
            Removes |=
                removesIn(Names.frame({Method, None, None, F, Call}), Key, 0);
    if ((C.Flags & CF_Construct) && I.types().pointerLike(C.ResultType)) {
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
            Removes |= removesIn(
                Names.frame({Method, None, Call, F, None, Given}), Key, 0);
      }
    }
    if (Removes)
      Out.insert(std::max(S, From));
  }
}

} // namespace factor6
