//===- Queues.cpp - Who takes what a request parks, and who waits ---------===//
#include "derive/Queues.h"

#include "derive/Bodies.h"

#include <set>

namespace factor6 {

bool fromThread(const Interpreter &I, Id Ctx) {
  std::set<Id> Seen;
  while (Ctx != None && Seen.insert(Ctx).second) {
    if (I.activations()[Ctx].When == Phase::Background)
      return true;
    Ctx = I.activations()[Ctx].Caller;
  }
  return false;
}

namespace {

/// After this statement the function waits, or it returns a future and
/// everybody who calls it waits for that.
bool waitsAfter(const Interpreter &I, Id Ctx, Id Stmt, unsigned Depth) {
  const Activation &A = I.activations()[Ctx];
  const FunctionBody &B = *I.body(A.Function);
  for (Id X = Stmt; X < B.Stmts.size(); ++X)
    if (B.Stmts[X].Kind == StmtKind::Call)
      if (const FunctionModel *M = I.model(B.Calls[B.Stmts[X].A], B);
          M && M->Waits)
        return true;
  if (I.types().role(I.program().entity(A.Function).TypeId) != Role::Future ||
      Depth > 3)
    return false;
  bool Any = false;
  for (const auto &C : A.Callers) {
    if (C.Caller == None || C.Call == None)
      return false;
    Id Call = statementOf(*I.body(I.activations()[C.Caller].Function), C.Call);
    Any = true;
    if (Call == None || !waitsAfter(I, C.Caller, Call, Depth + 1))
      return false;
  }
  return Any;
}

} // namespace

bool requestWaits(const Interpreter &I, const State &S) {
  const Program &P = I.program();
  const Types &T = I.types();
  Id Target = T.target(S.TypeId);
  if (T.elementRole(S.TypeId) == Role::Future ||
      T.elementRole(Target) == Role::Future)
    return true;
  for (Id A : Target == None ? std::vector<Id>() : P.type(Target).Args)
    if (Id R = T.record(T.target(A)); R != None && P.entity(R).has(EF_Project))
      for (Id F : P.entity(R).Members) {
        Role Inner = T.role(P.entity(F).TypeId);
        if (Id Own = T.record(T.target(P.entity(F).TypeId)); Own != None)
          for (Id Part : P.entity(Own).Members) // a connection of one's own
            if (P.entity(Own).has(EF_Project) &&
                T.role(P.entity(Part).TypeId) == Role::ConnectionObject)
              return true;
        if (Inner == Role::Future || Inner == Role::RequestObject ||
            Inner == Role::ConnectionObject || Inner == Role::Sync)
          return true;
      }
  for (size_t W : S.Writes) {
    const Access &A = I.accesses()[W];
    if (A.When != Phase::Request || fromThread(I, A.Ctx))
      continue;
    if (waitsAfter(I, A.Ctx, A.StmtIndex, 0))
      return true;
  }
  return false;
}

} // namespace factor6
