//===- LoopLocals.cpp -----------------------------------------------------===//
#include "derive/LoopLocals.h"

#include "derive/Bodies.h"
#include "derive/Descriptors.h"

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

/// Clients come to it, or it never ends: what it gathers outlives them.
bool serves(const Interpreter &I, Id Function) {
  const FunctionBody &B = *I.body(Function);
  if (accepts(I, B))
    return true;
  for (Id R = 0; R < B.Regions.size(); ++R)
    if (B.Regions[R].Kind == RegionKind::Loop && I.runsForEver(B, R))
      return true;
  return false;
}

/// The statement of the owner by which an access is reached, through functions
/// none of which serves; else None.
Id reachedFrom(const Interpreter &I, Id Owner, const Access &A) {
  constexpr unsigned MaxDepth = 16; // of calls
  Id C = A.Ctx;
  for (unsigned Depth = 0; C != None && Depth < MaxDepth; ++Depth) {
    const Activation &Act = I.activations()[C];
    if (serves(I, Act.Function))
      return None;
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
  if (Owner == None || I.program().entity(Owner).has(EF_Main) ||
      serves(I, Owner))
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
    Id At = I.functionOf(A) == Owner ? None : reachedFrom(I, Owner, A);
    if (At == None || outermostLoop(B, B.Stmts[At].Region) != None)
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
            !mentions(B, C.Init, S.Declared))
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

} // namespace factor6
