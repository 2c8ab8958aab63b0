//===- Metrics.cpp --------------------------------------------------------===//
#include "derive/Metrics.h"

#include "derive/Bodies.h"
#include "derive/Guards.h"
#include "derive/Shown.h"
#include "derive/StatisticsPages.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace factor6 {

namespace {

class Observers {
public:
  Observers(const Interpreter &I, const State &S)
      : I(I), P(I.program()), S(S) {}

  bool onMetricsPage(Id Ctx, Id StmtIndex, unsigned Depth = 0) const;
  bool used(const Access &A) const;
  /// What the operation yields goes into a log.
  bool printed(const Access &A) const {
    const FunctionBody &B = *I.body(I.functionOf(A));
    Id Call = B.Stmts[A.StmtIndex].A;
    return !I.observedBy(A.Ctx, Call) || Shown(I).onlyLogged(B, Call);
  }
  /// `name_ = "request " + to_string(++n)`: a number that only log lines show.
  bool onlyLogged() const { return Shown(I).onlyLogged(S.Declared); }
  bool sibling(const FunctionBody &B, Id N) const;
  /// `if (n > peak) peak = n;`: it decides about its own next value only, or
  /// about that of another number beside it.
  bool feedsItself(const Access &A) const;
  /// Changed by counting only: adding up, or putting an empty entry in first.
  bool counted() const;
  /// `n = n + 1`: what is read only goes back into it.
  bool updates(const Access &A) const;
  bool countsForLog(const Access &A) const;
  /// One number of a `struct stats` that holds nothing else: written out, or
  /// put into another number, and never asked whether.
  bool ofStatistics(const Access &A) const;
  bool inStatistics() const;
  /// The function does nothing but report: what it reads goes into a log.
  bool onlyReports(Id Ctx) const;
  /// Samples of numbers, kept up to some count: put in, taken out again.
  bool samples() const;
  /// The function works on containers and yields nothing.
  bool onlyKeeps(Id Ctx) const;
  /// The function yields nothing and works on its own object's numbers only.
  bool keepsToObject(const Access &A) const;
  /// Nobody but a log or a metrics page gets what the access reads.
  bool shownOnly(const Access &A) const;
  /// It is put into a text or another number, and decides nothing.
  bool displayed(const Access &A) const;

private:
  bool mentions(const FunctionBody &B, Id N) const {
    return mentions(B, N, {S.Declared});
  }
  bool mentions(const FunctionBody &B, Id N, const std::set<Id> &Any) const;
  bool harmless(const FunctionBody &B, const CallFact &C) const;
  bool intoFile(const FunctionBody &B, const CallFact &C) const;
  bool returned(const FunctionBody &B, const Access &A) const;
  bool resultShownOnly(Id Function) const;
  bool onlyCondition(const FunctionBody &B, Id Call) const;

  const Interpreter &I;
  const Program &P;
  const State &S;
};

bool Observers::onMetricsPage(Id Ctx, Id StmtIndex, unsigned Depth) const {
  const Activation &A = I.activations()[Ctx];
  const FunctionBody &B = *I.body(A.Function);
  if (inStatisticsBranch(B, StmtIndex))
    return true;
  if (exposes(I.models(), B, StmtIndex))
    return A.When == Phase::Request || A.When == Phase::Background;
  // A number of its own; what is counted for each of many they may see.
  const Entity &F = P.entity(A.Function);
  if (!S.Container &&
      (namedForStatistics(F.Name) ||
       (F.Parent != None && namedForStatistics(P.entity(F.Parent).Name) &&
        !I.types().scalar(F.TypeId))))
    return true;
  // `percentile(samples, 0.99)`: a helper of such functions.
  if (Depth < 2 && !A.Callers.empty() &&
      llvm::all_of(A.Callers, [&](const auto &C) {
        if (C.Caller == None || C.Call == None)
          return false;
        Id At =
            statementOf(*I.body(I.activations()[C.Caller].Function), C.Call);
        return At != None && onMetricsPage(C.Caller, At, Depth + 1);
      }))
    return true;
  if (F.has(EF_Lambda) && llvm::any_of(I.closures(), [&](const Closure &C) {
        return C.Function == A.Function && C.Ctx != None &&
               givenForStatistics(*I.body(I.activations()[C.Ctx].Function),
                                  C.Function);
      }))
    return true;
  auto Shows = [&](const EntryPoint &E) {
    return hasWord(E.Route, PageWords) ||
           (E.Function != None &&
            hasWord(P.entity(E.Function).Name, {"metric", "stat", "stats"}));
  };
  if (A.Entry != None)
    return Shows(I.entries()[A.Entry]);
  return llvm::any_of(I.entries(), [&](const EntryPoint &E) {
    return E.Function == A.Function && Shows(E);
  });
}

bool Observers::counted() const {
  bool Any = false;
  for (size_t W : S.Writes) {
    const Access &A = I.accesses()[W];
    if (A.When == Phase::StartUp || A.When == Phase::Root)
      continue;
    const Loc &Target = I.loc(A.Target);
    bool Whole = Target.Kind != LocKind::Elem && Target.Ref == S.Declared;
    bool Counts = A.How == WriteHow::Increment || A.How == WriteHow::Compound;
    bool Enters = S.Container && Whole && A.How == WriteHow::Subscript;
    if (!Counts && !Enters)
      return false;
    Any |= Counts && (!S.Container || !Whole);
  }
  return Any;
}

bool Observers::mentions(const FunctionBody &B, Id N,
                         const std::set<Id> &Any) const {
  return madeOf(
      B, N, [&](Id Ref) { return Any.count(Ref) != 0; },
      [](const Node &) { return true; });
}

/// Another number of the same record.
bool Observers::sibling(const FunctionBody &B, Id N) const {
  if (N == None || B.Nodes[N].Kind != NodeKind::Field)
    return false;
  const Entity &Other = P.entity(B.Nodes[N].Ref);
  return Other.Parent != None && Other.Parent == P.entity(S.Declared).Parent &&
         (I.types().scalar(Other.TypeId) ||
          I.types().role(Other.TypeId) == Role::Value);
}

/// `n.fetch_add(1)`, and what it yields is used.
bool Observers::used(const Access &A) const {
  const FunctionBody &B = *I.body(I.activations()[A.Ctx].Function);
  const Stmt &At = B.Stmts[A.StmtIndex];
  return At.Kind == StmtKind::Call && A.How != WriteHow::Assign &&
         A.How != WriteHow::Subscript && !(B.Calls[At.A].Flags & CF_Discarded);
}

bool Observers::feedsItself(const Access &A) const {
  const FunctionBody &B = *I.body(I.activations()[A.Ctx].Function);
  // What an operation yields is kept to be compared, or says whether to retry.
  if (A.Write &&
      !llvm::StringRef(B.Calls[B.Stmts[A.StmtIndex].A].Name)
           .starts_with("compare_exchange") &&
      llvm::none_of(B.Stmts, [&](const Stmt &X) {
        return X.Kind == StmtKind::Store && X.Loc.Line == A.At.Line &&
               mentions(B, X.B);
      }))
    return false;
  std::set<Id> Carriers = {S.Declared};
  for (size_t Before = 0; Before != Carriers.size();) {
    Before = Carriers.size();
    for (const Stmt &X : B.Stmts) {
      if (X.Kind != StmtKind::Store || !mentions(B, X.B, Carriers))
        continue;
      const Node &Target = B.Nodes[X.A];
      if (Target.Ref == S.Declared)
        continue;
      if (Target.Kind != NodeKind::Var ||
          P.entity(Target.Ref).Store != Storage::Local)
        return false;
      Carriers.insert(Target.Ref);
    }
  }
  // Nothing else happens there that it could decide.
  return llvm::none_of(B.Stmts, [&](const Stmt &X) {
    if (X.Kind == StmtKind::Return)
      return mentions(B, X.A, Carriers);
    // `if (n > 100) res.status = 429;`, `res.status = n > 100 ? 429 : 200;`
    if (X.Kind == StmtKind::Store)
      return (X.Region != None || X.Loc.Line == A.At.Line) &&
             B.Nodes[X.A].Kind == NodeKind::Field &&
             B.Nodes[X.A].Ref != S.Declared && !sibling(B, X.A);
    if (X.Kind != StmtKind::Call)
      return X.Kind == StmtKind::Throw;
    Id Receiver = B.Calls[X.A].Receiver;
    return !mentions(B, Receiver) && !sibling(B, Receiver) &&
           I.observedBy(A.Ctx, X.A);
  });
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

/// `if (++n % 1000 == 0) log << n;`
bool Observers::countsForLog(const Access &A) const {
  const FunctionBody &B = *I.body(I.functionOf(A));
  return onlyCondition(B, B.Stmts[A.StmtIndex].A) &&
         guardsOnlyLogging(I, B, A.StmtIndex);
}

bool Observers::inStatistics() const {
  const Entity &E = P.entity(S.Declared);
  return E.Kind == EntityKind::Field && E.Parent != None && !S.Container &&
         namedForStatistics(P.entity(E.Parent).Name) &&
         llvm::all_of(P.entity(E.Parent).Members, [&](Id F) {
           Role R = I.types().role(P.entity(F).TypeId);
           return I.types().scalar(P.entity(F).TypeId) || R == Role::Value ||
                  R == Role::Clock || R == Role::Sync;
         });
}

bool Observers::ofStatistics(const Access &A) const {
  if (!inStatistics())
    return false;
  const FunctionBody &B = *I.body(I.functionOf(A));
  // `if (command == "stats")`, here or in who calls it.
  auto Asks = [](const FunctionBody &F) {
    return llvm::any_of(F.Nodes, [](const Node &N) {
      return N.Kind == NodeKind::Str && namedForStatistics(N.Text);
    });
  };
  if (A.When == Phase::Request && !Asks(B) &&
      llvm::none_of(I.activations()[A.Ctx].Callers, [&](const auto &C) {
        return C.Caller != None &&
               Asks(*I.body(I.activations()[C.Caller].Function));
      }))
    return false;
  const Stmt &At = B.Stmts[A.StmtIndex];
  Id Load = At.Kind == StmtKind::Call ? At.A : At.B; // of an atomic
  if (A.UseOf == Use::Receiver)
    return Load < B.Calls.size() && !onlyCondition(B, Load) &&
           llvm::none_of(B.Stmts, [&](const Stmt &X) { // to be looked at later
             return X.Kind == StmtKind::Store && X.A != None && X.B != None &&
                    B.Nodes[X.A].Kind == NodeKind::Var &&
                    B.Nodes[X.B].Kind == NodeKind::Call &&
                    B.Nodes[X.B].Ref == Load;
           });
  return A.UseOf == Use::Streamed || A.UseOf == Use::Arithmetic ||
         A.UseOf == Use::Assigned || A.UseOf == Use::Argument;
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
      const FunctionBody &B = *I.body(I.activations()[C.Caller].Function);
      Id At = statementOf(B, C.Call);
      if (!I.observedBy(C.Caller, C.Call) ||
          (At != None && onMetricsPage(C.Caller, At)))
        continue;
      if (At == None || !onlyCondition(B, C.Call) ||
          !guardsOnlyLogging(I, B, At))
        return false;
    }
  }
  return Any;
}

bool Observers::onlyReports(Id Ctx) const {
  const FunctionBody &B = *I.body(I.activations()[Ctx].Function);
  Id Result = P.entity(B.Function).TypeId;
  if (Result != None && P.type(Result).Kind != TypeKind::Void)
    return false;
  bool Logs = false;
  return llvm::all_of(B.Stmts,
                      [&](const Stmt &X) {
                        if (X.Kind == StmtKind::Store) {
                          const Node &To = B.Nodes[X.A];
                          return (To.Kind == NodeKind::Var &&
                                  P.entity(To.Ref).Store == Storage::Local) ||
                                 sibling(B, X.A);
                        }
                        if (X.Kind != StmtKind::Call)
                          return X.Kind != StmtKind::Throw;
                        if (!I.observedBy(Ctx, X.A)) {
                          Logs = true;
                          return true;
                        }
                        return harmless(B, B.Calls[X.A]);
                      }) &&
         Logs;
}

/// `out_ << a << b`: a file that is no log.
bool Observers::intoFile(const FunctionBody &B, const CallFact &C) const {
  Id To = C.Name != "operator<<" ? None
          : C.Receiver != None   ? C.Receiver
          : C.Args.empty()       ? None
                                 : C.Args[0];
  while (To != None && B.Nodes[To].Kind == NodeKind::Call)
    To = streamedInto(B, To);
  return To != None && I.types().fileStream(B.Nodes[To].TypeId);
}

/// Looks at something, or changes a local: nobody outside sees that.
bool Observers::harmless(const FunctionBody &B, const CallFact &C) const {
  const FunctionModel *M = I.model(C, B);
  if ((C.Callee != None && I.body(C.Callee)) ||
      (M && (M->Sends || M->Answers)) || // the other end sees it
      intoFile(B, C))
    return false;
  Id Of = C.Receiver;
  while (Of != None && B.Nodes[Of].Kind == NodeKind::Field)
    Of = B.Nodes[Of].Ops[0];
  // `_return = names[index_]`: the caller sees it.
  if (Of != None && B.Nodes[Of].Kind == NodeKind::Var &&
      P.entity(B.Nodes[Of].Ref).Store == Storage::Param &&
      !(C.Flags & CF_ConstMethod) &&
      (C.Name == "operator=" || (M && !M->How.empty())))
    return false;
  if ((C.Flags & (CF_Construct | CF_ConstMethod | CF_Destroy)) ||
      I.types().role(C.ResultType) == Role::Logger ||
      (M && (M->AllArgsPure || M->HasReads || M->Test)))
    return !M || !M->Backing;
  if (C.Receiver != None && sibling(B, C.Receiver)) // `errors_.exchange(0)`
    return true;
  // A library's clock, or what it computes of numbers and times.
  if (!M && C.Receiver == None && C.Callee != None &&
      !P.entity(C.Callee).has(EF_Project) && !(C.Flags & CF_Discarded) &&
      llvm::all_of(C.Args, [&](Id A) {
        return A != None && (I.types().scalar(B.Nodes[A].TypeId) ||
                             I.types().role(B.Nodes[A].TypeId) == Role::Value);
      }))
    return true;
  if (Of != None && B.Nodes[Of].Kind == NodeKind::Var)
    return P.entity(B.Nodes[Of].Ref).Store == Storage::Local;
  return C.Callee != None &&
         llvm::StringRef(P.entity(C.Callee).QualifiedName).starts_with("std::");
}

bool Observers::samples() const {
  Id Table = I.types().target(S.TypeId);
  if (!S.Container || Table == None || P.type(Table).Args.empty() ||
      !I.types().scalar(P.type(Table).Args[0]))
    return false;
  Id Kind = I.types().record(Table);
  if (Kind == None ||
      !hasWord(P.entity(Kind).Name, {"vector", "deque", "list"}))
    return false;
  return llvm::all_of(S.Writes, [&](size_t W) {
    const Access &A = I.accesses()[W];
    return A.When == Phase::StartUp || A.How == WriteHow::Insert ||
           A.How == WriteHow::Erase || A.How == WriteHow::Clear;
  });
}

bool Observers::onlyKeeps(Id Ctx) const {
  const FunctionBody &B = *I.body(I.activations()[Ctx].Function);
  Id Result = P.entity(B.Function).TypeId;
  bool Yields = Result != None && P.type(Result).Kind != TypeKind::Void;
  return !Yields && llvm::all_of(B.Calls, [&](const CallFact &C) {
    return C.Callee == None || !I.body(C.Callee)
               ? C.Receiver != None &&
                     (I.types().container(B.Nodes[C.Receiver].TypeId) ||
                      I.types().role(B.Nodes[C.Receiver].TypeId) ==
                          Role::Iterator)
               : false;
  });
}

bool Observers::keepsToObject(const Access &A) const {
  const FunctionBody &B = *I.body(I.functionOf(A));
  const Entity &F = P.entity(B.Function);
  const Id Class = P.entity(S.Declared).Parent;
  if (F.Parent != Class || F.TypeId == None ||
      P.type(F.TypeId).Kind != TypeKind::Void)
    return false;
  auto Own = [&](Id N) {
    if (N == None || B.Nodes[N].Kind != NodeKind::Field ||
        P.entity(B.Nodes[N].Ref).Parent != Class)
      return false;
    Id TypeId = P.entity(B.Nodes[N].Ref).TypeId;
    Role R = I.types().role(TypeId);
    return I.types().scalar(TypeId) || R == Role::Value || R == Role::Clock ||
           R == Role::Sync;
  };
  return llvm::all_of(B.Stmts, [&](const Stmt &X) {
    if (X.Kind == StmtKind::Store)
      return Own(X.A) || (B.Nodes[X.A].Kind == NodeKind::Var &&
                          P.entity(B.Nodes[X.A].Ref).Store == Storage::Local);
    if (X.Kind != StmtKind::Call)
      return X.Kind != StmtKind::Throw;
    const CallFact &C = B.Calls[X.A];
    auto Given = [&](Id N) { return N != None && mentions(B, N); };
    return Own(C.Receiver) || !I.observedBy(A.Ctx, X.A) ||
           (harmless(B, C) && llvm::none_of(C.Args, Given));
  });
}

bool Observers::shownOnly(const Access &A) const {
  if (!A.Observed || onlyReports(A.Ctx))
    return true;
  Id Function = I.activations()[A.Ctx].Function;
  return returned(*I.body(Function), A) && resultShownOnly(Function);
}

bool Observers::displayed(const Access &A) const {
  const FunctionBody &B = *I.body(I.functionOf(A));
  if (A.Write || llvm::any_of(B.Regions, [&](const Region &R) {
        return R.Loc.Line == A.At.Line && R.Loc.File == A.At.File;
      }))
    return false;
  return llvm::none_of(B.Stmts, [&](const Stmt &X) {
    return (X.Kind == StmtKind::Store && X.A != None && mentions(B, X.B) &&
            !(B.Nodes[X.A].Kind == NodeKind::Var &&
              P.entity(B.Nodes[X.A].Ref).Store == Storage::Local)) ||
           (X.Kind == StmtKind::Return && mentions(B, X.A));
  });
}

} // namespace

bool shownOnly(const Interpreter &I, const State &S, const Access &A) {
  const Observers Who(I, S);
  return Who.shownOnly(A) || Who.onMetricsPage(A.Ctx, A.StmtIndex) ||
         Who.ofStatistics(A);
}

bool partOfMeter(const Interpreter &I, const State &S) {
  if (S.Container || S.Reads.empty() ||
      I.program().entity(S.Declared).Kind != EntityKind::Field)
    return false;
  const Observers Who(I, S);
  auto Kept = [&](size_t X) {
    const Access &A = I.accesses()[X];
    return (A.When != Phase::Request && A.When != Phase::Background) ||
           Who.keepsToObject(A);
  };
  return llvm::all_of(S.Writes, Kept) && llvm::all_of(S.Reads, Kept);
}

bool metricOnly(const Interpreter &I, const State &S) {
  const Types &T = I.types();
  const Observers Who(I, S);
  const bool Counted = Who.counted(), Samples = Who.samples();
  // `std::array<std::atomic<uint64_t>, 8> buckets_`
  Id Kind = T.record(S.TypeId), Of = None;
  if (Kind != None && I.program().entity(Kind).Name == "array" &&
      !I.program().type(T.target(S.TypeId)).Args.empty())
    Of = I.program().type(T.target(S.TypeId)).Args[0];
  bool Numbers = Of != None && (T.scalar(Of) || T.role(Of) == Role::Value);
  if (S.Container && !Numbers
          ? !Counted && !Samples
          : !Numbers && !T.scalar(S.TypeId) && T.role(S.TypeId) != Role::Value)
    return false;
  if (!S.Container && (T.scalar(S.TypeId) || T.atomicNumber(S.TypeId)) &&
      Who.onlyLogged())
    return true;
  std::set<Id> Counting; // functions that count and yield nothing
  for (size_t W : S.Writes) {
    Id F = I.activations()[I.accesses()[W].Ctx].Function;
    Id Result = I.program().entity(F).TypeId;
    if (Counted &&
        (Result == None || I.program().type(Result).Kind == TypeKind::Void))
      Counting.insert(F);
  }
  // A number on a metrics page is a metric, whoever else shows it.
  const bool Exposed =
      Counted && !S.Container && llvm::any_of(S.Reads, [&](size_t R) {
        const Access &A = I.accesses()[R];
        return A.When == Phase::Request &&
               Who.onMetricsPage(A.Ctx, A.StmtIndex);
      });
  bool Any = false;
  for (size_t W : S.Writes) {
    const Access &A = I.accesses()[W];
    if (!Who.used(A))
      continue;
    bool Printed = Who.printed(A); // `printf("%u", n.exchange(0))`
    Any |= Printed || A.When == Phase::Request;
    if (A.When == Phase::Request && !Printed && !Who.feedsItself(A) &&
        !Who.onMetricsPage(A.Ctx, A.StmtIndex) && !Who.countsForLog(A))
      return false;
  }
  for (size_t R : S.Reads) {
    const Access &A = I.accesses()[R];
    Any |= !A.Observed;
    if (A.When == Phase::StartUp || A.When == Phase::ShutDown)
      continue;
    if (Counted && A.When == Phase::Root) { // nobody is known to ask
      Any = true;
      continue;
    }
    if (Who.updates(A) || (Samples && Who.onlyKeeps(A.Ctx)))
      continue;
    bool Page = (A.UseOf == Use::Condition &&
                 guardsOnlyLogging(I, *I.body(I.functionOf(A)), A.StmtIndex)) ||
                Who.onMetricsPage(A.Ctx, A.StmtIndex) || Who.ofStatistics(A) ||
                (Exposed && Who.displayed(A));
    if (!Page && Counting.count(I.functionOf(A)) &&
        (S.Container || Numbers || Who.feedsItself(A)))
      continue;
    if (!Page && !Who.shownOnly(A))
      return false;
    Any = true;
  }
  return Any || (Counted && S.Reads.empty() && Who.inStatistics());
}

} // namespace factor6
