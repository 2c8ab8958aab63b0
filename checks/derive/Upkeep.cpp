//===- Upkeep.cpp ---------------------------------------------------------===//
#include "derive/Upkeep.h"

#include "derive/Bodies.h"

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

bool mentions(const FunctionBody &B, Id N, Id Declared) {
  return madeOf(
      B, N, [&](Id Ref) { return Ref == Declared; },
      [](const Node &) { return true; });
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

/// What the function reads of it decides, or chooses an element, and goes
/// nowhere else.
bool onlyDecides(const Interpreter &I, const FunctionBody &B, Id Declared) {
  return llvm::none_of(B.Stmts, [&](const Stmt &S) {
    if (S.Kind == StmtKind::Store)
      return !mentions(B, S.A, Declared) && leaks(B, S.B, Declared);
    if (S.Kind == StmtKind::Return) // `return failures > 9 ? nullptr : handle`
      return S.A != None && B.Nodes[S.A].Kind != NodeKind::Choice &&
             !boolean(I, B.Nodes[S.A].TypeId) && leaks(B, S.A, Declared);
    if (S.Kind != StmtKind::Call)
      return false;
    const CallFact &C = B.Calls[S.A];
    return !(C.Flags & CF_Subscript) && !waitsOrMeasures(I, B, C) &&
           llvm::any_of(C.Args, [&](Id A) { return leaks(B, A, Declared); });
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

bool reconnectCount(const Interpreter &I, const State &S) {
  if (S.Container || !I.types().scalar(S.TypeId) || S.Writes.empty())
    return false;
  return llvm::all_of(usersOf(I, S), [&](Id F) {
    const FunctionBody *B = I.body(F);
    return B && makesHandle(I, *B) && !talks(I, *B) &&
           onlyDecides(I, *B, S.Declared);
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
             return X.Kind == StmtKind::Call && X.Region == Turn &&
                    hasWord(B.Calls[X.A].Name, Sleep);
           });
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
  if (!llvm::StringRef(X.Name).ends_with("time_point") &&
      !llvm::StringRef(X.Alias).ends_with("time_t"))
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

namespace {

/// To find an entry is no look at it.
bool onlyFinds(llvm::StringRef Method) {
  static constexpr llvm::StringRef Names[] = {
      "find", "find_if", "begin", "end", "count", "contains", "size", "empty"};
  return llvm::is_contained(Names, Method);
}

/// Looks for the entry to take out: in the function that does so, or in a
/// predicate that this function hands to the search.
bool looksToErase(const Interpreter &I, const State &S, size_t Read) {
  const Access &A = I.accesses()[Read];
  const Program &P = I.program();
  Id F = I.functionOf(A);
  const FunctionBody &B = *I.body(F);
  const Stmt &At = B.Stmts[A.StmtIndex];
  bool Predicate = P.entity(F).has(EF_Lambda) && boolean(I, P.entity(F).TypeId);
  if (!Predicate &&
      !(At.Kind == StmtKind::Call && onlyFinds(B.Calls[At.A].Name) &&
        I.loc(A.Target).Kind != LocKind::Elem))
    return false;
  Id Caller = Predicate ? I.activations()[A.Ctx].Caller : A.Ctx;
  return Caller != None && llvm::any_of(S.Writes, [&](size_t W) {
           return I.accesses()[W].How == WriteHow::Erase &&
                  functionOf(I, W) == I.activations()[Caller].Function;
         });
}

/// Nothing but what changes it names the state, or looks for what to change.
bool namedOnlyByWrites(const Interpreter &I, const State &S) {
  std::set<std::pair<Id, Id>> Known; ///< function, statement
  for (size_t W : S.Writes)
    Known.insert({functionOf(I, W), I.accesses()[W].StmtIndex});
  for (size_t R : S.Reads)
    Known.insert({functionOf(I, R), I.accesses()[R].StmtIndex});
  auto Finds = [&](const FunctionBody &B, Id N) {
    return N != None && B.Nodes[N].Kind == NodeKind::Call &&
           onlyFinds(B.Calls[B.Nodes[N].Ref].Name);
  };
  for (const FunctionBody &B : I.program().Bodies)
    for (Id X = 0; X < B.Stmts.size(); ++X) {
      const Stmt &At = B.Stmts[X];
      if (Known.count({B.Function, X}))
        continue;
      if (At.Kind == StmtKind::Call) {
        const CallFact &C = B.Calls[At.A];
        if (!(C.Flags & CF_Construct) && mentions(B, C.Receiver, S.Declared))
          return false;
        if (llvm::any_of(C.Args, [&](Id A) {
              return !Finds(B, A) && mentions(B, A, S.Declared);
            }))
          return false;
      } else if ((At.Kind == StmtKind::Store && !Finds(B, At.B) &&
                  mentions(B, At.B, S.Declared)) ||
                 (At.Kind == StmtKind::Return && mentions(B, At.A, S.Declared)))
        return false;
    }
  return true;
}

} // namespace

bool neverRead(const Interpreter &I, const State &S) {
  const Types &T = I.types();
  if (S.Container || !S.Reads.empty() ||
      !(T.scalar(S.TypeId) || T.role(S.TypeId) == Role::Value))
    return false;
  std::set<std::pair<Id, Id>> Sets; ///< function, node
  for (size_t W : S.Writes) {
    const Access &A = I.accesses()[W];
    const FunctionBody &B = *I.body(I.functionOf(A));
    const Stmt &At = B.Stmts[A.StmtIndex];
    if (A.How != WriteHow::Assign)
      return false;
    if (At.Kind == StmtKind::Call && (B.Calls[At.A].Flags & CF_Discarded))
      Sets.insert({B.Function, B.Calls[At.A].Receiver}); // an atomic's store
  }
  return llvm::none_of(I.program().Bodies, [&](const FunctionBody &B) {
    std::set<Id> Targets;
    for (const Stmt &X : B.Stmts)
      if (X.Kind == StmtKind::Write || X.Kind == StmtKind::Store)
        Targets.insert(X.A);
    for (Id N = 0; N < B.Nodes.size(); ++N) {
      const Node &X = B.Nodes[N];
      bool Names = (X.Kind == NodeKind::Var || X.Kind == NodeKind::Field) &&
                   X.Ref == S.Declared;
      if (Names && !Targets.count(N) && !Sets.count({B.Function, N}))
        return true;
    }
    return false;
  });
}

bool keptUntilGone(const Interpreter &I, const State &S) {
  const Types &T = I.types();
  Id Table = T.target(S.TypeId);
  if (!S.Container || Table == None || I.program().type(Table).Args.empty() ||
      !T.pointerLike(I.program().type(Table).Args[0]))
    return false;
  bool In = false, Out = false;
  for (size_t W : S.Writes) {
    WriteHow How = I.accesses()[W].How;
    In |= How == WriteHow::Insert;
    Out |= How == WriteHow::Erase;
    if (How != WriteHow::Insert && How != WriteHow::Erase)
      return false;
  }
  return In && Out &&
         llvm::all_of(S.Reads,
                      [&](size_t R) {
                        return I.accesses()[R].When == Phase::Root ||
                               looksToErase(I, S, R);
                      }) &&
         namedOnlyByWrites(I, S);
}

} // namespace factor6
