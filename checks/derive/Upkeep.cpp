//===- Upkeep.cpp ---------------------------------------------------------===//
#include "derive/Upkeep.h"

#include "derive/Bodies.h"
#include "derive/Mechanisms.h"
#include "derive/Metrics.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace factor6 {

namespace {

Id functionOf(const Interpreter &I, size_t Access) {
  return I.functionOf(I.accesses()[Access]);
}

/// Functions that give a handle another value, by access or by store.
bool makesHandle(const Interpreter &I, const FunctionBody &B) {
  return llvm::any_of(B.Stmts, [&](const Stmt &S) {
    return S.Kind == StmtKind::Store && S.A != None &&
           I.types().role(B.Nodes[S.A].TypeId) == Role::Handle &&
           (B.Nodes[S.A].Kind != NodeKind::Var ||
            I.program().entity(B.Nodes[S.A].Ref).Store != Storage::Local);
  });
}

/// Passes a number on (`std::min`), makes a span of time of it, or waits for so
/// long.
bool waitsOrMeasures(const Interpreter &I, const FunctionBody &B,
                     const CallFact &C) {
  const FunctionModel *M = I.model(C, B);
  static constexpr llvm::StringRef Words[] = {"sleep", "usleep", "nanosleep",
                                              "wait", "delay"};
  return (M && M->Returns == Origin::Argument) || hasWord(C.Name, Words) ||
         (C.Callee != None &&
          llvm::StringRef(I.program().entity(C.Callee).QualifiedName)
              .starts_with("std::chrono::"));
}

bool boolean(const Interpreter &I, Id TypeId) {
  return TypeId != None && I.program().type(TypeId).Kind == TypeKind::Bool;
}

/// The same, but what only chooses an element ends there.
bool leaks(const FunctionBody &B, Id N, Id Declared) {
  return madeOf(
      B, N, [&](Id Ref) { return Ref == Declared; },
      [&](const Node &X) {
        return X.Kind != NodeKind::Elem &&
               (X.Kind != NodeKind::Call ||
                !(B.Calls[X.Ref].Flags & CF_Subscript));
      });
}

/// The function has to do with a client: what it decides, somebody may notice.
bool talks(const Interpreter &I, const FunctionBody &B) {
  auto Client = [&](Id N) {
    Role R = N == None ? Role::None : I.types().role(B.Nodes[N].TypeId);
    return R == Role::RequestObject || R == Role::ConnectionObject;
  };
  return llvm::any_of(B.Calls, [&](const CallFact &C) {
    return Client(C.Receiver) || llvm::any_of(C.Args, Client);
  });
}

std::set<Id> usersOf(const Interpreter &I, const State &S) {
  std::set<Id> Functions;
  for (size_t W : S.Writes)
    Functions.insert(functionOf(I, W));
  for (size_t R : S.Reads)
    Functions.insert(functionOf(I, R));
  return Functions;
}

} // namespace

bool onlyDecides(const Interpreter &I, const FunctionBody &B, Id Declared,
                 Id Ctx) {
  return llvm::none_of(B.Stmts, [&](const Stmt &S) {
    if (S.Kind == StmtKind::Store)
      return !mentions(B, S.A, Declared) && leaks(B, S.B, Declared);
    if (S.Kind == StmtKind::Return) // `return failures > 9 ? nullptr : handle`
      return S.A != None && B.Nodes[S.A].Kind != NodeKind::Choice &&
             !boolean(I, B.Nodes[S.A].TypeId) && leaks(B, S.A, Declared);
    if (S.Kind != StmtKind::Call)
      return false;
    const CallFact &C = B.Calls[S.A];
    if (Ctx != None && !I.observedBy(Ctx, S.A))
      return false; // into a log
    return !(C.Flags & CF_Subscript) && !waitsOrMeasures(I, B, C) &&
           llvm::any_of(C.Args, [&](Id A) { return leaks(B, A, Declared); });
  });
}

bool reconnectCount(const Interpreter &I, const State &S) {
  if (S.Container || !I.types().scalar(S.TypeId) || S.Writes.empty())
    return false;
  return llvm::all_of(usersOf(I, S), [&](Id F) {
    const FunctionBody *B = I.body(F);
    return B && makesHandle(I, *B) && !talks(I, *B) &&
           onlyDecides(I, *B, S.Declared);
  });
}

bool openConnections(const Interpreter &I, const State &S) {
  llvm::StringRef Name = I.program().entity(S.Declared).Name;
  // A number drawn for each is another matter, and one client no number.
  if (hasWord(Name, {"id", "next", "seq", "number", "last", "current"}) ||
      (S.Where != Holder::Local && hasWord(Name, {"client", "conn"}) &&
       !hasWord(Name, {"num", "count", "open", "active"})))
    return false;
  if (S.Container ||
      !(I.types().scalar(S.TypeId) || I.types().atomicNumber(S.TypeId)) ||
      !hasWord(Name, {"conn", "conns", "connection", "connections", "connected",
                      "client", "clients", "nclients", "numclients", "nconns",
                      "numconns", "thread", "threads", "nthreads"}))
    return false;
  auto Counts = [&](size_t W) {
    WriteHow How = I.accesses()[W].How;
    return How == WriteHow::Increment || How == WriteHow::Compound;
  };
  return llvm::all_of(S.Writes, Counts) && llvm::all_of(S.Reads, [&](size_t R) {
           const Access &A = I.accesses()[R];
           return !A.Observed || A.When == Phase::StartUp ||
                  (A.UseOf != Use::Return && A.UseOf != Use::Argument &&
                   onlyDecides(I, *I.body(I.functionOf(A)), S.Declared,
                               A.Ctx)) ||
                  shownOnly(I, S, A);
         });
}

bool poolBooks(const Interpreter &I, const State &S) {
  const Types &T = I.types();
  const Entity &E = I.program().entity(S.Declared);
  if (E.Kind != EntityKind::Field || E.Parent == None || !T.scalar(S.TypeId))
    return false;
  bool Handles = false, Lock = false, Other = false;
  for (Id F : I.program().entity(E.Parent).Members) {
    Id TypeId = I.program().entity(F).TypeId;
    bool Many = T.container(T.target(TypeId)) || T.array(TypeId);
    Role R = Many ? T.elementRole(T.target(TypeId)) : T.role(TypeId);
    Handles |= Many && R == Role::Handle;
    Lock |= R == Role::Sync;
    Other |= Many && R == Role::None; // keeps something else, too
  }
  if (!Handles || !Lock || Other)
    return false;
  bool Chooses = false; // one of the handles
  for (Id F : usersOf(I, S)) {
    const FunctionBody &B = *I.body(F);
    if (!onlyDecides(I, B, S.Declared))
      return false;
    for (const CallFact &C : B.Calls)
      Chooses |= (C.Flags & CF_Subscript) && !C.Args.empty() &&
                 T.role(C.ResultType) == Role::Handle &&
                 mentions(B, C.Args[0], S.Declared);
  }
  return Chooses;
}

/// `last = now; ...; sleep(...)`: when a loop went round last, that does its
/// work by the clock.
static bool sleepsBetween(const Interpreter &I, const State &S,
                          const FunctionBody &B) {
  static constexpr llvm::StringRef Sleep[] = {"sleep", "usleep", "nanosleep"};
  return llvm::all_of(S.Writes, [&](size_t W) {
    Id Turn = functionOf(I, W) == B.Function
                  ? B.Stmts[I.accesses()[W].StmtIndex].Region
                  : None;
    return Turn != None && B.Regions[Turn].Kind == RegionKind::Loop &&
           llvm::any_of(B.Stmts, [&](const Stmt &X) {
             if (X.Kind != StmtKind::Call || !hasWord(B.Calls[X.A].Name, Sleep))
               return false;
             // `if (took < frame) sleep_for(frame - took);`, too.
             return X.Region == Turn ||
                    (X.Region != None && B.Regions[X.Region].Parent == Turn);
           });
  });
}

/// `dt = now - last; last = now;`, once per turn of the loop.
static bool frameTime(const Interpreter &I, const State &S,
                      const FunctionBody &B) {
  auto Clock = [&](Id N) {
    return N != None && B.Nodes[N].Kind == NodeKind::Call &&
           hasWord(B.Calls[B.Nodes[N].Ref].Name,
                   {"now", "time", "ticks", "clock", "gettime", "seconds"});
  };
  auto Now = [&](Id N) { // what a clock said in this turn
    return Clock(N) || (N != None && B.Nodes[N].Kind == NodeKind::Var &&
                        llvm::any_of(B.Stmts, [&](const Stmt &X) {
                          return X.Kind == StmtKind::Store && Clock(X.B) &&
                                 isVariable(B, X.A, B.Nodes[N].Ref);
                        }));
  };
  auto Assigned = [&](const Access &A) { // `last = now`, of a class
    const Stmt &X = B.Stmts[A.StmtIndex];
    if (X.Kind != StmtKind::Call || B.Calls[X.A].Name != "operator=" ||
        B.Calls[X.A].Args.empty())
      return stored(I, A);
    return B.Calls[X.A].Args[0];
  };
  auto Subtracts = [&](const Access &A) {
    const Stmt &X = B.Stmts[A.StmtIndex];
    Id Call = X.Kind == StmtKind::Call ? X.A : X.B;
    if (Call == None || B.Calls[Call].Name != "operator-")
      return false;
    // ... which is a span of time, and no text for somebody.
    return llvm::any_of(B.Stmts, [&](const Stmt &To) {
      return To.Kind == StmtKind::Store && To.A != None && To.B != None &&
             To.Loc.Line == A.At.Line &&
             !I.types().stringLike(B.Nodes[To.A].TypeId) &&
             mentions(B, To.B, S.Declared);
    });
  };
  return llvm::all_of(S.Writes,
                      [&](size_t W) {
                        return functionOf(I, W) == B.Function &&
                               Now(Assigned(I.accesses()[W]));
                      }) &&
         llvm::all_of(S.Reads, [&](size_t R) {
           return functionOf(I, R) == B.Function &&
                  (I.accesses()[R].UseOf == Use::Arithmetic ||
                   I.accesses()[R].UseOf == Use::Assigned ||
                   Subtracts(I.accesses()[R]));
         });
}

/// `int64_t due = clock() + interval; ... due += interval;`
static bool clockTimes(const Interpreter &I, const State &S) {
  auto Clock = [](llvm::StringRef Name) {
    return hasWord(Name, {"clock", "now", "time", "ticks", "gettime"});
  };
  auto Made = [&](const FunctionBody &B, Id N) {
    if (N != None && B.Nodes[N].Kind == NodeKind::Arith &&
        !B.Nodes[N].Ops.empty())
      N = B.Nodes[N].Ops[0];
    return N != None && B.Nodes[N].Kind == NodeKind::Call &&
           Clock(B.Calls[B.Nodes[N].Ref].Name);
  };
  const FunctionBody *In = I.body(I.program().entity(S.Declared).Parent);
  return In && I.types().scalar(S.TypeId) &&
         llvm::any_of(In->Stmts,
                      [&](const Stmt &X) {
                        return X.Kind == StmtKind::Store &&
                               isVariable(*In, X.A, S.Declared) &&
                               Made(*In, X.B);
                      }) &&
         llvm::all_of(S.Writes, [&](size_t W) {
           const Access &A = I.accesses()[W];
           return A.How == WriteHow::Compound ||
                  Made(*I.body(I.functionOf(A)), stored(I, A));
         });
}

bool sweepTime(const Interpreter &I, const State &S) {
  const Types &T = I.types();
  if (S.Where != Holder::Local || S.Container || T.pointerLike(S.TypeId))
    return false;
  Id Kind = T.value(S.TypeId);
  if (Kind == None)
    return false;
  const Type &X = I.program().type(Kind);
  if (const FunctionBody *In = I.body(I.program().entity(S.Declared).Parent);
      In && !S.Writes.empty() && frameTime(I, S, *In))
    return true;
  if (!llvm::StringRef(X.Name).ends_with("time_point") &&
      !llvm::StringRef(X.Alias).ends_with("time_t") && !clockTimes(I, S))
    return false;
  Id Loop = I.program().entity(S.Declared).Parent;
  const FunctionBody *B = I.body(Loop);
  if (!B)
    return false;
  if (sleepsBetween(I, S, *B))
    return true;
  std::set<Id> Due; // branches in which it is set
  for (size_t W : S.Writes) {
    Id Branch = functionOf(I, W) == Loop
                    ? B->Stmts[I.accesses()[W].StmtIndex].Region
                    : None;
    if (Branch == None || B->Regions[Branch].Kind == RegionKind::Loop)
      return false;
    Due.insert(Branch);
  }
  for (Id Branch : Due) { // goes on as before, due or not
    for (const Stmt &X : B->Stmts)
      if (X.Region == Branch && X.Kind == StmtKind::Return)
        return false;
  }
  return llvm::all_of(S.Reads, [&](size_t R) {
    if (functionOf(I, R) != Loop)
      return false;
    const Stmt &Read = B->Stmts[I.accesses()[R].StmtIndex];
    return llvm::any_of(Due, [&](Id Branch) {
      return B->Regions[Branch].Parent == Read.Region || Read.Region == Branch;
    });
  });
}

} // namespace factor6
