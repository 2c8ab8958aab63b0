//===- Metrics.cpp --------------------------------------------------------===//
#include "derive/Metrics.h"

#include "derive/Bodies.h"
#include "derive/Mechanisms.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace factor6 {

namespace {

class Observers {
public:
  Observers(const Interpreter &I, const State &S)
      : I(I), P(I.program()), S(S) {}

  bool onMetricsPage(Id Ctx) const;
  /// `n = n + 1`: what is read only goes back into it.
  bool updates(const Access &A) const;
  /// Nobody but a log or a metrics page gets what the access reads.
  bool shownOnly(const Access &A) const;

private:
  bool mentions(const FunctionBody &B, Id N) const;
  bool returned(const FunctionBody &B, const Access &A) const;
  bool resultShownOnly(Id Function) const;
  bool onlyCondition(const FunctionBody &B, Id Call) const;

  const Interpreter &I;
  const Program &P;
  const State &S;
};

bool Observers::onMetricsPage(Id Ctx) const {
  Id Entry = I.activations()[Ctx].Entry;
  if (Entry == None)
    return false;
  const EntryPoint &E = I.entries()[Entry];
  return hasWord(E.Route, {"metric", "stat", "stats", "health", "healthz"}) ||
         (E.Function != None &&
          hasWord(P.entity(E.Function).Name, {"metric", "stat"}));
}

bool Observers::mentions(const FunctionBody &B, Id N) const {
  if (N == None)
    return false;
  const Node &X = B.Nodes[N];
  if ((X.Kind == NodeKind::Var || X.Kind == NodeKind::Field) &&
      X.Ref == S.Declared)
    return true;
  if (X.Kind == NodeKind::Call && mentions(B, B.Calls[X.Ref].Receiver))
    return true;
  return llvm::any_of(X.Ops, [&](Id Op) { return mentions(B, Op); });
}

bool Observers::updates(const Access &A) const {
  const FunctionBody &B = *I.body(I.activations()[A.Ctx].Function);
  return (A.UseOf == Use::Arithmetic || A.UseOf == Use::Assigned) &&
         llvm::any_of(B.Stmts, [&](const Stmt &X) {
           return X.Kind == StmtKind::Store && X.Loc.Line == A.At.Line &&
                  X.A != None && B.Nodes[X.A].Ref == S.Declared &&
                  mentions(B, X.B);
         });
}

/// `return hits_;`, `return hits_.load();`
bool Observers::returned(const FunctionBody &B, const Access &A) const {
  return llvm::any_of(B.Stmts, [&](const Stmt &X) {
    return X.Kind == StmtKind::Return && X.Loc.Line == A.At.Line &&
           mentions(B, X.A);
  });
}

/// The call's result goes into no other call, variable or result.
bool Observers::onlyCondition(const FunctionBody &B, Id Call) const {
  std::set<Id> Carries;
  for (Id N = 0; N < B.Nodes.size(); ++N) {
    const Node &X = B.Nodes[N];
    if ((X.Kind == NodeKind::Call && X.Ref == Call) ||
        llvm::any_of(X.Ops, [&](Id Op) { return Carries.count(Op) != 0; }))
      Carries.insert(N);
  }
  auto Carried = [&](Id N) { return N != None && Carries.count(N); };
  for (const CallFact &C : B.Calls)
    if (Carried(C.Receiver) || llvm::any_of(C.Args, Carried))
      return false;
  return llvm::none_of(B.Stmts, [&](const Stmt &X) {
    return (X.Kind == StmtKind::Store && Carried(X.B)) ||
           (X.Kind == StmtKind::Return && Carried(X.A));
  });
}

/// Whoever asks the accessor only shows what it says.
bool Observers::resultShownOnly(Id Function) const {
  bool Any = false;
  for (const Activation &A : I.activations()) {
    if (A.Function != Function || A.When == Phase::StartUp ||
        A.When == Phase::ShutDown)
      continue;
    for (const auto &C : A.Callers) {
      if (C.Caller == None || C.Call == None)
        return false;
      Any = true;
      if (onMetricsPage(C.Caller) || !I.observedBy(C.Caller, C.Call))
        continue;
      const FunctionBody &B = *I.body(I.activations()[C.Caller].Function);
      Id At = statementOf(B, C.Call);
      if (At == None || !onlyCondition(B, C.Call) ||
          !guardsOnlyLogging(I, C.Caller, At))
        return false;
    }
  }
  return Any;
}

bool Observers::shownOnly(const Access &A) const {
  if (!A.Observed)
    return true;
  Id Function = I.activations()[A.Ctx].Function;
  return returned(*I.body(Function), A) && resultShownOnly(Function);
}

} // namespace

bool metricOnly(const Interpreter &I, const State &S) {
  const Types &T = I.types();
  if (!T.scalar(S.TypeId) && T.role(S.TypeId) != Role::Value)
    return false;
  const Observers Who(I, S);
  bool Any = false;
  for (size_t R : S.Reads) {
    const Access &A = I.accesses()[R];
    Any |= !A.Observed;
    if (A.When == Phase::StartUp || A.When == Phase::ShutDown)
      continue;
    if (Who.updates(A))
      continue;
    bool Page = (A.UseOf == Use::Condition &&
                 guardsOnlyLogging(I, A.Ctx, A.StmtIndex)) ||
                Who.onMetricsPage(A.Ctx);
    if (!Page && !Who.shownOnly(A))
      return false;
    Any = true;
  }
  return Any;
}

namespace {

/// Some function that writes none of it names it, other than to make it.
bool namedElsewhere(const Interpreter &I, const State &S) {
  std::set<Id> Writers;
  for (size_t W : S.Writes)
    Writers.insert(I.activations()[I.accesses()[W].Ctx].Function);
  return llvm::any_of(I.program().Bodies, [&](const FunctionBody &B) {
    const Entity &F = I.program().entity(B.Function);
    return !Writers.count(B.Function) &&
           !F.has(EF_Ctor | EF_Dtor | EF_StaticInit) &&
           llvm::any_of(B.Nodes, [&](const Node &N) {
             return (N.Kind == NodeKind::Var || N.Kind == NodeKind::Field) &&
                    N.Ref == S.Declared;
           });
  });
}

/// The function that writes it reads it further down, when the loop that takes
/// the jobs has ended.
bool readBehindLoop(const Interpreter &I, const State &S) {
  return llvm::any_of(S.Reads, [&](size_t R) {
    const Access &Read = I.accesses()[R];
    return (Read.When == Phase::StartUp || Read.When == Phase::ShutDown) &&
           Read.UseOf != Use::Discarded &&
           llvm::any_of(S.Writes, [&](size_t W) {
             const Access &A = I.accesses()[W];
             return A.When == Phase::Request && A.Ctx == Read.Ctx &&
                    A.StmtIndex < Read.StmtIndex;
           });
  });
}

} // namespace

bool readOnlyAfterwards(const Interpreter &I, const State &S) {
  const Types &T = I.types();
  Role R = T.role(S.TypeId);
  Id Class = T.record(S.TypeId);
  bool Plain = T.scalar(S.TypeId) || R == Role::Value || R == Role::Clock ||
               (R == Role::None && Class != None && // a library's value
                !I.program().entity(Class).has(EF_Project));
  if (!Plain || S.Container || T.array(S.TypeId) || T.pointerLike(S.TypeId) ||
      (!namedElsewhere(I, S) && !readBehindLoop(I, S)))
    return false;
  std::set<Id> Wholes; // of which it is a part
  for (size_t W : S.Writes) {
    const Access &A = I.accesses()[W];
    if (A.How != WriteHow::Assign && A.How != WriteHow::Increment &&
        A.How != WriteHow::Compound)
      return false;
    const FunctionBody &B = *I.body(I.activations()[A.Ctx].Function);
    const Stmt &At = B.Stmts[A.StmtIndex];
    if (At.Kind == StmtKind::Call && A.How != WriteHow::Assign &&
        !(B.Calls[At.A].Flags & CF_Discarded))
      return false; // `id = ++next_;`
    if (At.Kind == StmtKind::Call)
      if (const FunctionModel *M = I.model(B.Calls[At.A], B);
          M && M->How == "swap")
        return false; // goes on in the other
    for (Id L = A.Target;; L = I.loc(L).Parent) {
      Wholes.insert(L);
      if (I.loc(L).Kind < LocKind::Field)
        break;
    }
  }
  return llvm::none_of(I.accesses(), [&](const Access &A) {
    return !A.Write && A.When != Phase::StartUp && A.When != Phase::ShutDown &&
           Wholes.count(A.Target);
  });
}

} // namespace factor6
