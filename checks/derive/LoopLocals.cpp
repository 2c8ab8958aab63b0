//===- LoopLocals.cpp -----------------------------------------------------===//
#include "derive/LoopLocals.h"

#include "derive/Bodies.h"
#include "derive/Mechanisms.h"

#include "llvm/ADT/STLExtras.h"

namespace factor6 {

namespace {

/// The function whose local the state is, or None.
Id ownerOf(const Interpreter &I, const State &S) {
  const Entity &E = I.program().entity(S.Declared);
  return S.Where == Holder::Local && E.Store == Storage::Local &&
                 E.Parent != None && I.body(E.Parent)
             ? E.Parent
             : None;
}

bool returned(const FunctionBody &B, Id Variable) {
  return llvm::any_of(B.Stmts, [&](const Stmt &X) {
    return X.Kind == StmtKind::Return && X.A != None &&
           outermostLoop(B, X.Region) == None && mentions(B, X.A, Variable);
  });
}

/// The statement of the owner from which an access is reached, or None.
Id reachedFrom(const Interpreter &I, Id Owner, const Access &A) {
  if (I.functionOf(A) == Owner)
    return A.StmtIndex;
  Id C = A.Ctx;
  for (unsigned Depth = 0; C != None && Depth < 16; ++Depth) {
    const Activation &Act = I.activations()[C];
    if (Act.Caller != None && I.activations()[Act.Caller].Function == Owner)
      for (const auto &By : Act.Callers)
        if (By.Caller == Act.Caller && By.Call != None)
          return statementOf(*I.body(Owner), By.Call);
    C = Act.Caller;
  }
  return None;
}

} // namespace

bool resultOfLoop(const Interpreter &I, const State &S) {
  const Id Owner = ownerOf(I, S);
  if (Owner == None || I.program().entity(Owner).Name == "main")
    return false;
  const FunctionBody &B = *I.body(Owner);
  if (!I.types().scalar(S.TypeId) && returned(B, S.Declared))
    return true;
  // In what it calls, outside its own loops.
  Id Last = 0;
  for (size_t W : S.Writes) {
    const Access &A = I.accesses()[W];
    if (A.When != Phase::Request)
      continue;
    Id At = reachedFrom(I, Owner, A);
    if (I.functionOf(A) == Owner || At == None ||
        outermostLoop(B, B.Stmts[At].Region) != None)
      return false;
    Last = std::max(Last, At);
  }
  auto Names = [&](Id N) { return N != None && mentions(B, N, S.Declared); };
  for (Id X = Last + 1; X < B.Stmts.size(); ++X) {
    const Stmt &At = B.Stmts[X];
    if (At.Kind == StmtKind::Call
            ? Names(B.Calls[At.A].Receiver) ||
                  llvm::any_of(B.Calls[At.A].Args, Names)
            : (At.Kind == StmtKind::Store && Names(At.B)) ||
                  (At.Kind == StmtKind::Read && Names(At.A)) ||
                  (At.Kind == StmtKind::Return && Names(At.A)))
      return Last != 0;
  }
  return false;
}

bool madeEachTime(const Interpreter &I, const State &S) {
  const Id Owner = ownerOf(I, S);
  if (Owner == None)
    return false;
  // `static auto next = [n = 0]() mutable { return ++n; };`: the closure's.
  for (const FunctionBody &B : I.program().Bodies)
    for (const auto &List : B.CaptureLists)
      for (const Capture &C : List)
        if (C.Variable == S.Declared && C.Init != None &&
            !isVariable(B, C.Init, S.Declared))
          return false;
  bool ForRequests = false;
  for (const Activation &A : I.activations())
    if (A.Function == Owner) {
      if (A.HasJobLoop)
        return false;
      ForRequests |= A.When == Phase::Request;
    }
  return ForRequests;
}

bool onlyCompared(const Interpreter &I, const State &S) {
  const Id Owner = ownerOf(I, S);
  Id V = I.types().value(S.TypeId);
  if (Owner == None || V == None || I.program().type(V).Kind != TypeKind::Int ||
      S.Reads.empty())
    return false;
  const FunctionBody &B = *I.body(Owner);
  // Not as the place of something: `slots[n]`.
  auto Names = [&](Id N) { return N != None && mentions(B, N, S.Declared); };
  auto Waits = [&](const CallFact &C) { // `poll(all, n, -1)`
    const FunctionModel *M = I.model(C, B);
    return M && M->JobSource && !M->Returns;
  };
  return llvm::all_of(S.Writes,
                      [&](size_t W) {
                        const Access &A = I.accesses()[W];
                        return I.functionOf(A) == Owner &&
                               (storesConstant(I, A) ||
                                A.How == WriteHow::Increment ||
                                A.How == WriteHow::Compound);
                      }) &&
         llvm::all_of(S.Reads,
                      [&](size_t R) {
                        const Access &A = I.accesses()[R];
                        return I.functionOf(A) == Owner &&
                               A.UseOf != Use::Streamed &&
                               A.UseOf != Use::Return;
                      }) &&
         llvm::none_of(B.Stmts, [&](const Stmt &X) {
           if (X.Kind == StmtKind::Return)
             return Names(X.A);
           if (X.Kind == StmtKind::Store) // `i = n;` in a loop's head
             return Names(X.B) &&
                    !(X.A != None && B.Nodes[X.A].Kind == NodeKind::Var &&
                      I.types().scalar(B.Nodes[X.A].TypeId) &&
                      I.program().entity(B.Nodes[X.A].Ref).Store ==
                          Storage::Local);
           return X.Kind == StmtKind::Call && I.observedBy(B, X.A) &&
                  !Waits(B.Calls[X.A]) &&
                  llvm::any_of(B.Calls[X.A].Args, Names);
         });
}

} // namespace factor6
