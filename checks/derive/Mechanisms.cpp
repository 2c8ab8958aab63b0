//===- Mechanisms.cpp - State that serves a mechanism by its use ----------===//
#include "derive/Mechanisms.h"

#include "derive/Bodies.h"
#include "derive/Guards.h"

#include "llvm/ADT/StringExtras.h"

#include <set>

namespace factor6 {

namespace {

const Access &accessOf(const Interpreter &I, size_t N) {
  return I.accesses()[N];
}

llvm::StringRef nameOf(const Interpreter &I, Id Entity) {
  return Entity == None ? llvm::StringRef()
                        : llvm::StringRef(I.program().entity(Entity).Name);
}

/// Its content comes back from a function that reads it.
/// The activation, or who asked it on behalf of a logger, returns texts or
/// containers: `lines()` of a logger, not `takeAll()` of its buffer.
bool returnsText(const Interpreter &I, Id Ctx, unsigned Depth = 0) {
  const Program &P = I.program();
  const Activation &A = I.activations()[Ctx];
  const Entity &F = P.entity(A.Function);
  if (F.Parent != None && Depth < 4 && !loggerName(P.entity(F.Parent).Name) &&
      !A.Callers.empty())
    return llvm::any_of(A.Callers, [&](const auto &C) {
      return C.Caller == None || returnsText(I, C.Caller, Depth + 1);
    });
  return F.TypeId != None &&
         (I.types().container(F.TypeId) || I.types().stringLike(F.TypeId));
}

bool handedOut(const Interpreter &I, const State &S) {
  return llvm::any_of(S.Reads, [&](size_t R) {
    return accessOf(I, R).When == Phase::Request &&
           returnsText(I, accessOf(I, R).Ctx);
  });
}

} // namespace

llvm::StringRef scopeOf(const Interpreter &I, Id Declared) {
  const Program &P = I.program();
  const Entity *E = &P.entity(Declared);
  if (E->Store == Storage::Local && E->Parent != None)
    E = &P.entity(E->Parent);
  if (E->Parent != None)
    return nameOf(I, E->Parent);
  auto [Scope, Name] = llvm::StringRef(E->QualifiedName).rsplit("::");
  return Name.empty()                        ? llvm::StringRef()
         : Scope.rsplit("::").second.empty() ? Scope
                                             : Scope.rsplit("::").second;
}

bool reaches(const Interpreter &I, const FunctionBody &B, const CallFact &C,
             llvm::function_ref<bool(const FunctionModel &)> Kind,
             unsigned Depth) {
  const FunctionModel *M = I.model(C, B);
  if (M && Kind(*M))
    return true;
  const FunctionBody *Callee = C.Callee == None ? nullptr : I.body(C.Callee);
  return Callee && Depth < 4 && llvm::any_of(Callee->Calls, [&](const auto &X) {
           return reaches(I, *Callee, X, Kind, Depth + 1);
         });
}

bool loggerName(llvm::StringRef Name) {
  if (hasWord(Name, {"log", "logger", "logging", "logs"}))
    return true;
  std::string Lower = Name.trim('_').lower();
  llvm::StringRef N = Lower;
  static constexpr llvm::StringRef Others[] = {
      "catalog",   "dialog",  "blog",    "backlog", "prolog",
      "changelog", "analog",  "epilog",  "weblog",  "vlog",
      "clog",      "worklog", "monolog", "homolog"};
  if (llvm::any_of(Others, [&](llvm::StringRef O) { return N.ends_with(O); }))
    return false;
  static constexpr llvm::StringRef Parts[] = {
      "logfile",   "logwriter", "logmanager", "logsink",
      "logstream", "logqueue",  "logbuffer"};
  return N.ends_with("log") || N.ends_with("logger") ||
         llvm::any_of(Parts, [&](llvm::StringRef P) { return N.contains(P); });
}

/// A part of a logger's part: `class Log { File file_; }`.
static bool insideLogger(const Interpreter &I, Id L) {
  for (; I.loc(L).Kind >= LocKind::Field; L = I.loc(L).Parent) {
    const Types &T = I.types();
    Id Of = T.record(T.target(I.loc(I.loc(L).Parent).TypeId));
    if (Of != None && loggerName(I.program().entity(Of).Name))
      return true;
  }
  return false;
}

/// `namespace easylog { ... }`: what it is made of.
static bool inLoggersNamespace(const Interpreter &I, Id Declared) {
  const Program &P = I.program();
  const Entity *E = &P.entity(Declared);
  if (E->Kind == EntityKind::Variable && E->Parent != None)
    E = &P.entity(E->Parent);
  llvm::StringRef Rest = E->QualifiedName;
  while (Rest.contains("::")) {
    auto [Scope, Inner] = Rest.split("::");
    if (loggerName(Scope))
      return true;
    Rest = Inner;
  }
  return false;
}

bool inLogger(const Interpreter &I, const State &S) {
  auto Inside = [&](size_t W) {
    const Access &A = accessOf(I, W);
    return (A.When != Phase::Request && A.When != Phase::Background) ||
           insideLogger(I, A.Target);
  };
  if (S.Container && handedOut(I, S))
    return false;
  return loggerName(scopeOf(I, S.Declared)) ||
         inLoggersNamespace(I, S.Declared) ||
         ((S.AnyRequestWrite || S.AnyBackgroundWrite) &&
          llvm::all_of(S.Writes, Inside));
}

bool preparedNames(const Interpreter &I, const State &S) {
  static constexpr llvm::StringRef Words[] = {"prepared", "prep", "stmt",
                                              "stmts"};
  return S.Container && (hasWord(nameOf(I, S.Declared), Words) ||
                         hasWord(scopeOf(I, S.Declared), {"prepared"}));
}

/// Every way to the activation leads through a method of a logger.
static bool byLogger(const Interpreter &I, Id Ctx, std::set<Id> &Seen) {
  if (!Seen.insert(Ctx).second)
    return true;
  const Activation &A = I.activations()[Ctx];
  Id Class = I.program().entity(A.Function).Parent;
  if (Class != None &&
      (I.types().recordRole(Class) == Role::Logger ||
       llvm::StringRef(I.program().entity(Class).Name).ends_with("ogger")))
    return true;
  return !A.Callers.empty() && llvm::all_of(A.Callers, [&](const auto &C) {
    return C.Caller != None && byLogger(I, C.Caller, Seen);
  });
}

bool ofLoggers(const Interpreter &I, const State &S) {
  auto Logs = [&](size_t X) {
    std::set<Id> Seen;
    const Access &A = accessOf(I, X);
    return A.When == Phase::StartUp || A.When == Phase::Root ||
           byLogger(I, A.Ctx, Seen);
  };
  return (S.AnyRequestWrite || S.AnyBackgroundWrite) && !handedOut(I, S) &&
         llvm::all_of(S.Writes, Logs) && llvm::all_of(S.Reads, Logs);
}

bool errorSlot(const Interpreter &I, const State &S) {
  const Types &T = I.types();
  return S.ThreadLocal && !S.Container &&
         (T.scalar(S.TypeId) || T.stringLike(S.TypeId)) &&
         hasWord(nameOf(I, S.Declared),
                 {"error", "errno", "err", "errmsg", "exception"}) &&
         llvm::all_of(S.Writes, [&](size_t W) {
           WriteHow How = accessOf(I, W).How;
           return How == WriteHow::Assign || How == WriteHow::Clear;
         });
}

/// `void (*callback_)(Message)`, which only one function is ever given to.
static bool oneFunction(const Interpreter &I, const State &S) {
  Id To = I.types().pointerLike(S.TypeId) ? I.types().target(S.TypeId) : None;
  const ValueSet &Held = I.contents(S.Datum);
  return To != None && I.program().type(To).Kind == TypeKind::Function &&
         Held.size() == 1 && Held.has(ValueKind::Func) &&
         llvm::all_of(S.Writes, [&](size_t W) {
           return accessOf(I, W).How == WriteHow::Assign;
         });
}

bool alwaysSame(const Interpreter &I, const State &S) {
  if (oneFunction(I, S))
    return true;
  const Types &T = I.types();
  // Null or not: that is two states, unless it is asked before it is used.
  std::set<Id> Asking, Using;
  for (size_t R : S.Reads) {
    const Access &A = accessOf(I, R);
    if (A.UseOf == Use::Condition)
      Asking.insert(I.functionOf(A));
    else
      Using.insert(I.functionOf(A));
  }
  if (llvm::any_of(Asking, [&](Id F) { return !Using.count(F); }))
    return false;
  if (S.Container || !T.pointerLike(S.TypeId) ||
      !T.ownRecord(T.target(S.TypeId)))
    return false;
  Id Only = None;
  for (const Value &V : I.contents(S.Datum)) {
    if (V.Kind != ValueKind::Ref || (Only != None && V.A != Only))
      return false;
    Only = V.A;
  }
  if (Only == None || !I.survivor(Only))
    return false;
  const Loc &X = I.loc(Only);
  bool Once = X.Kind == LocKind::Global ||
              ((X.Kind == LocKind::Local || X.Kind == LocKind::Heap) &&
               X.Made == Phase::StartUp);
  if (!Once || I.objectsOf(T.record(X.TypeId), false).size() != 1)
    return false;
  // Not one of many that the same code makes and puts into a table.
  for (Id L = 0; L < I.locCount(); ++L)
    if (I.loc(L).Kind == LocKind::Elem || T.array(I.loc(L).TypeId))
      for (const Value &V : I.contents(L))
        if (V == refTo(Only))
          return false;
  return llvm::all_of(S.Writes, [&](size_t W) {
    const Access &A = accessOf(I, W);
    Id N = stored(I, A);
    return A.How == WriteHow::Assign && N != None &&
           I.body(I.functionOf(A))->Nodes[N].Kind != NodeKind::Int;
  });
}

Id stored(const Interpreter &I, const Access &A) {
  const FunctionBody &B = *I.body(I.functionOf(A));
  return A.StmtIndex && B.Stmts[A.StmtIndex - 1].Kind == StmtKind::Store
             ? B.Stmts[A.StmtIndex - 1].B
             : None;
}

bool storesInt(const Interpreter &I, const Access &A, int64_t From,
               int64_t To) {
  Id N = stored(I, A);
  const FunctionBody &B = *I.body(I.functionOf(A));
  return N != None && B.Nodes[N].Kind == NodeKind::Int &&
         B.Nodes[N].Value >= From && B.Nodes[N].Value <= To;
}

bool storesConstant(const Interpreter &I, const Access &A) {
  const FunctionBody &B = *I.body(I.functionOf(A));
  Id N = stored(I, A);
  const Stmt &At = B.Stmts[A.StmtIndex];
  if (N == None && A.How == WriteHow::Assign && At.Kind == StmtKind::Call &&
      !B.Calls[At.A].Args.empty())
    N = B.Calls[At.A].Args[0]; // `active_.store(false)`
  return N != None && B.Nodes[N].Kind == NodeKind::Int;
}

bool keepsLooping(const Interpreter &I, const State &S) {
  return llvm::any_of(S.Reads, [&](size_t R) {
    const Access &A = accessOf(I, R);
    const FunctionBody &B = *I.body(I.functionOf(A));
    return llvm::any_of(B.Regions, [&](const Region &X) {
      return X.Kind == RegionKind::Loop && X.Value == 0 &&
             X.Loc.Line == A.At.Line && X.Loc.File == A.At.File;
    });
  });
}

bool nestingDepth(const Interpreter &I, const State &S) {
  bool Up = false, Down = false;
  if (!S.ThreadLocal || !I.types().scalar(S.TypeId))
    return false;
  for (size_t W : S.Writes) {
    const Entity &F = I.program().entity(I.functionOf(accessOf(I, W)));
    if (accessOf(I, W).How != WriteHow::Increment || !F.has(EF_Ctor | EF_Dtor))
      return false;
    Up |= F.has(EF_Ctor);
    Down |= F.has(EF_Dtor);
  }
  return Up && Down;
}

bool countsTurns(const Interpreter &I, const State &S) {
  const Entity &E = I.program().entity(S.Declared);
  if (S.Where != Holder::Local || E.Store != Storage::Local ||
      !I.types().scalar(S.TypeId) || S.Writes.empty())
    return false;
  const FunctionBody *In = I.body(E.Parent);
  if (!In)
    return false;
  // The loop's own condition stands in the line in which the loop begins.
  auto Of = [&](const Access &A) {
    for (Id R = 0; R < In->Regions.size(); ++R)
      if (In->Regions[R].Kind == RegionKind::Loop &&
          In->Regions[R].Value == 0 && In->Regions[R].Loc.Line == A.At.Line &&
          In->Regions[R].Loc.File == A.At.File)
        return R;
    return None;
  };
  Id Loop = None;
  for (size_t R : S.Reads)
    if (const Access &A = accessOf(I, R); I.functionOf(A) == E.Parent &&
                                          A.UseOf == Use::Condition &&
                                          Of(A) != None)
      Loop = Of(A);
  if (Loop == None)
    return false;
  return llvm::all_of(S.Writes,
                      [&](size_t W) {
                        const Access &A = accessOf(I, W);
                        if (A.When == Phase::StartUp)
                          return true;
                        return I.functionOf(A) == E.Parent &&
                               (A.How == WriteHow::Increment ||
                                A.How == WriteHow::Compound) &&
                               (regionsAround(*In, A.StmtIndex).count(Loop) ||
                                A.At.Line == In->Regions[Loop].Loc.Line);
                      }) &&
         llvm::all_of(S.Reads, [&](size_t R) {
           const Access &A = accessOf(I, R);
           return !A.Observed || A.When == Phase::StartUp || Of(A) == Loop ||
                  (A.UseOf == Use::Condition &&
                   guardsOnlyLogging(I, *I.body(I.functionOf(A)), A.StmtIndex));
         });
}

bool onTheWayOut(const Interpreter &I, const State &S) {
  const Entity &E = I.program().entity(S.Declared);
  if (S.Where != Holder::Local || E.Store != Storage::Local)
    return false;
  for (const FunctionBody &B : I.program().Bodies) // a closure keeps it
    for (const auto &List : B.CaptureLists)
      for (const Capture &C : List)
        if (C.Variable == S.Declared && C.Init != None)
          return false;
  for (size_t W : S.Writes) {
    const FunctionBody &B = *I.body(I.functionOf(accessOf(I, W)));
    if (B.Function != E.Parent || B.Blocks.empty())
      return false;
    Id From = None;
    for (Id K = 0; K < B.Blocks.size(); ++K)
      if (llvm::is_contained(B.Blocks[K].Stmts, accessOf(I, W).StmtIndex) ||
          // `result = 1`: the store stands before the write that it makes.
          (accessOf(I, W).StmtIndex &&
           llvm::is_contained(B.Blocks[K].Stmts, accessOf(I, W).StmtIndex - 1)))
        From = K;
    if (From == None)
      return false;
    std::set<Id> Seen;
    std::vector<Id> Work = B.Blocks[From].Succs;
    while (!Work.empty()) {
      Id K = Work.back();
      Work.pop_back();
      if (K == From)
        return false; // comes round again
      if (Seen.insert(K).second)
        Work.insert(Work.end(), B.Blocks[K].Succs.begin(),
                    B.Blocks[K].Succs.end());
    }
  }
  return !S.Writes.empty();
}

bool refilledSlot(const Interpreter &I, const State &S) {
  const Entity &E = I.program().entity(S.Declared);
  const FunctionBody *In = E.Kind == EntityKind::Variable && E.Parent != None
                               ? I.body(E.Parent)
                               : nullptr;
  if (!In || !I.handedAway(*In, S.Declared))
    return false;
  bool Made = false;
  return llvm::all_of(S.Writes,
                      [&](size_t W) {
                        const Access &A = accessOf(I, W);
                        Id N = stored(I, A);
                        const FunctionBody &B = *I.body(I.functionOf(A));
                        while (N != None && B.Nodes[N].Kind == NodeKind::Cast)
                          N = B.Nodes[N].Ops[0];
                        if (N == None)
                          return false;
                        const Node &X = B.Nodes[N];
                        const FunctionModel *M =
                            X.Kind == NodeKind::Call
                                ? I.model(B.Calls[X.Ref], B)
                                : nullptr;
                        bool New = X.Kind == NodeKind::New ||
                                   (M && M->Returns == Origin::Fresh);
                        Made |= New;
                        return New || (X.Kind == NodeKind::Int && X.Value == 0);
                      }) &&
         Made;
}

bool parserState(const Interpreter &I, const State &S) {
  const Program &P = I.program();
  const Entity &E = P.entity(S.Declared);
  if (E.Kind != EntityKind::Field || E.Parent == None || !S.Container ||
      !hasWord(P.entity(E.Parent).Name,
               {"parser", "lexer", "tokenizer", "tokeniser", "scanner"}))
    return false;
  bool Emptied = false;
  return llvm::all_of(S.Writes,
                      [&](size_t W) {
                        const Access &A = accessOf(I, W);
                        Emptied |=
                            A.How == WriteHow::Clear ||
                            (A.How == WriteHow::Assign && A.Target == S.Datum);
                        return P.entity(I.functionOf(A)).Parent == E.Parent;
                      }) &&
         Emptied;
}

/// The statement runs once: outside loops, in a thread that start-up starts, or
/// in what only such code calls.
static bool runsOnce(const Interpreter &I, Id Ctx, Id Statement,
                     unsigned Depth = 0) {
  const Activation &A = I.activations()[Ctx];
  const FunctionBody &B = *I.body(A.Function);
  return A.When == Phase::Background && Depth < 8 && !A.Callers.empty() &&
         outermostLoop(B, B.Stmts[Statement].Region) == None &&
         llvm::all_of(A.Callers, [&](const auto &C) {
           if (C.Caller == None || C.Call == None)
             return false;
           const Activation &By = I.activations()[C.Caller];
           const FunctionBody &Up = *I.body(By.Function);
           const CallFact &Call = Up.Calls[C.Call];
           if (By.When == Phase::Background)
             return Call.Callee == A.Function &&
                    statementOf(Up, C.Call) != None &&
                    runsOnce(I, C.Caller, statementOf(Up, C.Call), Depth + 1);
           const FunctionModel *M =
               By.When == Phase::StartUp ? I.model(Call, Up) : nullptr;
           return M && llvm::any_of(M->Callables, [&](CallableSpec Spec) {
                    return I.runOf(Call, Up, Spec) == RunKind::Thread;
                  });
         });
}

bool madeByThread(const Interpreter &I, const State &S) {
  bool Any = false;
  return llvm::all_of(S.Writes,
                      [&](size_t W) {
                        const Access &A = accessOf(I, W);
                        if (A.When == Phase::StartUp)
                          return true;
                        Any = true;
                        return runsOnce(I, A.Ctx, A.StmtIndex);
                      }) &&
         Any;
}

namespace {

/// Follows a state's value through the expressions and locals of a function.
class Flow {
public:
  Flow(const Interpreter &I, const FunctionBody &B, Id Declared)
      : B(B), Carriers{Declared} {
    for (size_t Before = 0; Before != Carriers.size();) {
      Before = Carriers.size();
      for (const Stmt &S : B.Stmts)
        if (S.Kind == StmtKind::Store && S.B != None && carries(S.B))
          carrier(S.A);
        else if (S.Kind == StmtKind::Call && anyArg(B.Calls[S.A])) {
          const CallFact &C = B.Calls[S.A];
          carrier(C.Receiver);                        // `order.set_id(next_++)`
          if (const FunctionModel *M = I.model(C, B); // sprintf
              M && M->Format && M->FormatInto >= 0 &&
              size_t(M->FormatInto) < C.Args.size())
            carrier(C.Args[M->FormatInto]);
        }
    }
  }
  bool carries(Id N) const {
    return madeOf(
        B, N, [&](Id Ref) { return Carriers.count(Ref) != 0; },
        [](const Node &) { return true; });
  }
  bool anyArg(const CallFact &C) const {
    return llvm::any_of(C.Args, [&](Id A) { return carries(A); });
  }

private:
  void carrier(Id Target) {
    for (Id Next = Target; Next != None;) {
      Target = Next;
      const Node &N = B.Nodes[Target];
      Next = N.Kind == NodeKind::Field || N.Kind == NodeKind::Deref
                 ? N.Ops[0]
                 : streamedInto(B, Target); // a << b << number
    }
    if (Target != None && B.Nodes[Target].Kind == NodeKind::Var)
      Carriers.insert(B.Nodes[Target].Ref);
  }
  const FunctionBody &B;
  std::set<Id> Carriers; ///< the state and the locals that got its value
};

} // namespace

bool feeds(const Interpreter &I, const State &Number, const State &Container) {
  for (size_t W : Number.Writes) {
    const FunctionBody &B = *I.body(I.functionOf(accessOf(I, W)));
    const Flow F(I, B, Number.Declared);
    for (size_t X : Container.Writes) {
      if (I.functionOf(accessOf(I, X)) != B.Function)
        continue;
      const Stmt &S = B.Stmts[accessOf(I, X).StmtIndex];
      if (S.Kind == StmtKind::Call
              ? F.anyArg(B.Calls[S.A])
              : F.carries(S.A) || (S.B != None && F.carries(S.B)))
        return true;
      // `entries_[key] = value`: the subscript, then what is stored there.
      for (const Stmt &Y : B.Stmts)
        if (Y.Kind == StmtKind::Store && Y.Loc.Line == S.Loc.Line &&
            F.carries(Y.B))
          return true;
    }
  }
  return false;
}

bool sentToClients(const Interpreter &I, const State &S, const Access &Read) {
  const FunctionBody &B = *I.body(I.functionOf(Read));
  const Flow F(I, B, S.Declared);
  return llvm::any_of(B.Calls, [&](const CallFact &C) {
    const FunctionModel *M = I.model(C, B);
    bool Connection = // `write(connection, text)`
        C.Receiver != None || llvm::any_of(C.Args, [&](Id A) {
          return A != None &&
                 I.types().role(B.Nodes[A].TypeId) == Role::ConnectionObject;
        });
    return M && M->Sends && Connection && F.anyArg(C);
  });
}

bool countsElements(const Interpreter &I, const State &Number,
                    const State &Array) {
  const Program &P = I.program();
  const Types &T = I.types();
  if (!T.pointerLike(Array.TypeId) || !T.scalar(Number.TypeId) ||
      !hasWord(P.entity(Number.Declared).Name,
               {"size", "count", "len", "length", "capacity", "cap", "used",
                "num", "n"}))
    return false;
  return llvm::any_of(P.Bodies, [&](const FunctionBody &B) {
    return llvm::any_of(B.Nodes, [&](const Node &N) {
      if (N.Kind != NodeKind::Elem || N.Ops.size() < 2 || N.Ops[0] == None ||
          B.Nodes[N.Ops[0]].Ref != Array.Declared ||
          B.Nodes[N.Ops[0]].Kind != NodeKind::Field || N.Ops[1] == None)
        return false;
      return madeOf(
          B, N.Ops[1],
          [&](Id Ref) {
            return P.entity(Ref).Kind == EntityKind::Field &&
                   P.entity(Ref).Parent == P.entity(Array.Declared).Parent;
          },
          [](const Node &) { return true; });
    });
  });
}

} // namespace factor6
