//===- Unread.cpp ---------------------------------------------------------===//
#include "derive/Unread.h"

#include "derive/Bodies.h"
#include "derive/Shown.h"

#include <set>

namespace factor6 {

namespace {

Id functionOf(const Interpreter &I, size_t Access) {
  return I.functionOf(I.accesses()[Access]);
}

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
  bool Predicate = P.entity(F).has(EF_Lambda) && P.entity(F).TypeId != None &&
                   P.type(P.entity(F).TypeId).Kind == TypeKind::Bool;
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

/// Runs when serving has ended, if ever: what shut-down runs is not followed,
/// and all else that nobody calls is.
bool onlyAtShutDown(const Interpreter &I, Id Function) {
  return llvm::none_of(I.activations(), [&](const Activation &A) {
    return A.Function == Function && A.When != Phase::ShutDown;
  });
}

/// `log->info("{} sessions", sessions_.size());`
bool onlyCounts(const Interpreter &I, size_t Read) {
  const Access &A = I.accesses()[Read];
  const FunctionBody &B = *I.body(I.functionOf(A));
  const Stmt &At = B.Stmts[A.StmtIndex];
  return At.Kind == StmtKind::Call && B.Calls[At.A].Name == "size" &&
         (!A.Observed || Shown(I).onlyLogged(B, At.A));
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
  for (const FunctionBody &B : I.program().Bodies) {
    if (onlyAtShutDown(I, B.Function))
      continue;
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
  }
  return true;
}

} // namespace

bool workedOff(const Interpreter &I, const State &S) {
  if (!S.Container || S.Writes.empty() || S.Reads.empty())
    return false;
  const Access *Clear = nullptr;
  for (size_t W : S.Writes)
    if (I.accesses()[W].How == WriteHow::Clear) {
      if (Clear && I.functionOf(*Clear) != functionOf(I, W))
        return false;
      Clear = &I.accesses()[W];
    }
  if (!Clear)
    return false;
  const Id Owner = I.functionOf(*Clear);
  const FunctionBody &B = *I.body(Owner);
  const std::set<Id> Around = regionsAround(B, Clear->StmtIndex);
  // In the turn's function, or in what it calls before.
  auto Before = [&](const Access &A) {
    if (I.functionOf(A) == Owner)
      return A.StmtIndex < Clear->StmtIndex;
    Id C = A.Ctx;
    for (unsigned Depth = 0; C != None && Depth < 16;
         C = I.activations()[C].Caller, ++Depth) {
      Id Up = I.activations()[C].Caller;
      if (Up == None || I.activations()[Up].Function != Owner)
        continue;
      return llvm::all_of(I.activations()[C].Callers, [&](const auto &Caller) {
        if (Caller.Caller == None || Caller.Call == None ||
            I.activations()[Caller.Caller].Function != Owner)
          return false;
        Id At = statementOf(B, Caller.Call);
        return At != None && At < Clear->StmtIndex;
      });
    }
    return false;
  };
  // Cleared whatever happens: where the container was gone through.
  return llvm::all_of(S.Writes,
                      [&](size_t W) {
                        const Access &A = I.accesses()[W];
                        return A.How == WriteHow::Clear || Before(A);
                      }) &&
         llvm::all_of(S.Reads, [&](size_t R) {
           const Access &A = I.accesses()[R];
           return I.functionOf(A) == Owner && Before(A) &&
                  (B.Stmts[Clear->StmtIndex].Region == None ||
                   llvm::any_of(regionsAround(B, A.StmtIndex), [&](Id Reg) {
                     return Reg == B.Stmts[Clear->StmtIndex].Region &&
                            Around.count(Reg);
                   }));
         });
}

bool readBeforehand(const Interpreter &I, const State &S) {
  if (S.Container || S.Where != Holder::Local || S.Writes.empty() ||
      I.program().entity(S.Declared).Store != Storage::Local)
    return false;
  Id First = None;
  for (size_t W : S.Writes) {
    const Access &A = I.accesses()[W];
    bool Counts =
        (A.How == WriteHow::Increment || A.How == WriteHow::Compound) &&
        I.types().scalar(S.TypeId);
    if (!Counts && A.How != WriteHow::OutArg) // `accept(fd, &address, ...)`
      return false;
    First = std::min(First, A.StmtIndex);
  }
  return llvm::all_of(S.Reads, [&](size_t R) {
    const Access &A = I.accesses()[R];
    return functionOf(I, R) == functionOf(I, S.Writes[0]) &&
           (A.When == Phase::StartUp || A.When == Phase::Background) &&
           A.StmtIndex < First;
  });
}

/// `if (result == -1)`, `if (!result)`: what the statement begins, if anything
/// depends on it, compares the variable with nothing or with less.
static bool asksWhetherFailed(const FunctionBody &B, Id StmtIndex,
                              Id Variable) {
  return llvm::all_of(B.Regions, [&](const Region &R) {
    bool Asks = R.Kind == RegionKind::IfUnset || R.Kind == RegionKind::IfSet;
    return R.Loc.File != B.Stmts[StmtIndex].Loc.File ||
           R.Loc.Line != B.Stmts[StmtIndex].Loc.Line ||
           (Asks && R.Subject != None && isVariable(B, R.Subject, Variable));
  });
}

bool lastResult(const Interpreter &I, const State &S) {
  if (S.Container || S.Where != Holder::Local || S.Writes.empty() ||
      !I.types().scalar(S.TypeId) ||
      I.program().entity(S.Declared).Store != Storage::Local)
    return false;
  auto Library = [&](const FunctionBody &B, Id N) {
    return N != None && B.Nodes[N].Kind == NodeKind::Call &&
           (B.Calls[B.Nodes[N].Ref].Callee == None ||
            !I.body(B.Calls[B.Nodes[N].Ref].Callee));
  };
  return llvm::all_of(
             S.Writes,
             [&](size_t W) {
               const Access &A = I.accesses()[W];
               const FunctionBody &B = *I.body(I.functionOf(A));
               return A.How == WriteHow::Assign && A.StmtIndex > 0 &&
                      B.Stmts[A.StmtIndex - 1].Kind == StmtKind::Store &&
                      isVariable(B, B.Stmts[A.StmtIndex - 1].A, S.Declared) &&
                      Library(B, B.Stmts[A.StmtIndex - 1].B);
             }) &&
         llvm::all_of(S.Reads, [&](size_t R) {
           const Access &A = I.accesses()[R];
           return A.UseOf == Use::Condition &&
                  asksWhetherFailed(*I.body(I.functionOf(A)), A.StmtIndex,
                                    S.Declared);
         });
}

/// `bool isStarted() const`, which nobody calls, or a destructor.
static bool asksNobody(const Interpreter &I, Id Function) {
  if (I.program().entity(Function).has(EF_Dtor))
    return true;
  return I.wholeProgram() &&
         llvm::none_of(I.activations(), [&](const Activation &A) {
           return A.Function == Function && A.When != Phase::Root;
         });
}

/// Runs at start-up, if at all, and takes no jobs: a constructor, say.
static bool onlyAtStartUp(const Interpreter &I, Id Function) {
  return I.wholeProgram() && !I.program().entity(Function).has(EF_Dtor) &&
         llvm::none_of(I.activations(), [&](const Activation &A) {
           return A.Function == Function && A.When != Phase::Root &&
                  (A.When != Phase::StartUp || A.HasJobLoop);
         });
}

bool neverRead(const Interpreter &I, const State &S) {
  auto Idle = [&](size_t R) {
    return asksNobody(I, I.functionOf(I.accesses()[R]));
  };
  if (S.Container || !llvm::all_of(S.Reads, Idle))
    return false;
  std::set<std::pair<Id, Id>> Sets; ///< function, node
  for (size_t W : S.Writes) {
    const Access &A = I.accesses()[W];
    const FunctionBody &B = *I.body(I.functionOf(A));
    const Stmt &At = B.Stmts[A.StmtIndex];
    bool Counts = // a local's readers are all in sight
        S.Where == Holder::Local &&
        I.program().entity(S.Declared).Store == Storage::Local &&
        (A.How == WriteHow::Increment || A.How == WriteHow::Compound);
    if (A.How != WriteHow::Assign && !Counts)
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
        return !asksNobody(I, B.Function) && !onlyAtStartUp(I, B.Function);
    }
    return false;
  });
}

bool neverFilled(const Interpreter &I, const State &S) {
  bool Dead = false;
  return S.Container && I.wholeProgram() &&
         llvm::all_of(S.Writes,
                      [&](size_t W) {
                        const Access &A = I.accesses()[W];
                        bool Takes = A.How == WriteHow::Erase ||
                                     A.How == WriteHow::Clear ||
                                     A.How == WriteHow::Call;
                        Dead |= A.When == Phase::Root && !Takes;
                        return A.When == Phase::Root || Takes;
                      }) &&
         Dead;
}

/// A function that is kept, in whatever form.
static bool keepsFunctions(const Interpreter &I, Id Table) {
  const Program &P = I.program();
  Id Kind = I.types().target(Table);
  Id Entry = Kind == None || P.type(Kind).Args.size() < 2
                 ? None
                 : I.types().value(P.type(Kind).Args[1]);
  if (Entry == None)
    return false;
  const Type &E = P.type(Entry);
  return E.Kind == TypeKind::MemberPointer ||
         (E.Kind == TypeKind::Pointer && !E.Args.empty() &&
          P.type(E.Args[0]).Kind == TypeKind::Function) ||
         (E.Record != None && !P.entity(E.Record).has(EF_Project) &&
          P.entity(E.Record).Name == "function");
}

bool onlyLookedUp(const Interpreter &I, const State &S) {
  return S.Container && S.Where != Holder::Local &&
         keepsFunctions(I, S.TypeId) && llvm::all_of(S.Writes, [&](size_t W) {
           const Access &A = I.accesses()[W];
           const FunctionBody &B = *I.body(I.functionOf(A));
           const Stmt &At = B.Stmts[A.StmtIndex];
           if (A.When == Phase::StartUp)
             return true;
           if (A.How != WriteHow::Subscript || At.Kind != StmtKind::Call)
             return false;
           return llvm::none_of(B.Stmts,
                                [&](const Stmt &X) {
                                  return X.Kind == StmtKind::Store &&
                                         isCall(B, X.A, At.A);
                                }) &&
                  llvm::none_of(B.Calls, [&](const CallFact &C) {
                    return C.Name == "operator=" && isCall(B, C.Receiver, At.A);
                  });
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
                               I.accesses()[R].When == Phase::ShutDown ||
                               looksToErase(I, S, R) || onlyCounts(I, R);
                      }) &&
         namedOnlyByWrites(I, S);
}

namespace {

/// Some function that writes none of it names it, other than to make it.
bool namedElsewhere(const Interpreter &I, const State &S) {
  std::set<Id> Writers;
  for (size_t W : S.Writes)
    Writers.insert(I.activations()[I.accesses()[W].Ctx].Function);
  return llvm::any_of(I.program().Bodies, [&](const FunctionBody &B) {
    const Entity &F = I.program().entity(B.Function);
    return !Writers.count(B.Function) && !F.has(EF_Ctor | EF_StaticInit) &&
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
    const Loc &L = I.loc(A.Target);
    bool Same = // `app.get_middleware<Last>().code`: wherever it is thought of
        L.Kind == LocKind::Field && L.Ref == S.Declared;
    return !A.Write && A.When != Phase::StartUp && A.When != Phase::ShutDown &&
           (Same || Wholes.count(A.Target));
  });
}

} // namespace factor6
