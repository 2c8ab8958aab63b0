//===- Queues.cpp - Who takes what a request parks, and who waits ---------===//
#include "derive/Queues.h"

#include "derive/Bodies.h"
#include "derive/Mechanisms.h"

#include <set>

namespace factor6 {

Id fromThread(const Interpreter &I, Id Ctx) {
  std::set<Id> Seen;
  Id Thread = None;
  while (Ctx != None && Seen.insert(Ctx).second) {
    if (I.activations()[Ctx].When == Phase::Background)
      Thread = I.activations()[Ctx].Function;
    Ctx = I.activations()[Ctx].Caller;
  }
  return Thread;
}

namespace {

/// After this statement the function waits, or it returns a future and
/// everybody who calls it waits for that.
bool waitsAfter(const Interpreter &I, Id Ctx, Id Stmt, unsigned Depth) {
  const Activation &A = I.activations()[Ctx];
  const FunctionBody &B = *I.body(A.Function);
  // What comes behind the loop that takes the jobs waits for none of them.
  Id Loop =
      A.When == Phase::Request ? None : outermostLoop(B, B.Stmts[Stmt].Region);
  for (Id X = Stmt; X < B.Stmts.size(); ++X)
    if (B.Stmts[X].Kind == StmtKind::Call &&
        (Loop == None || regionsAround(B, X).count(Loop)))
      if (const FunctionModel *M = I.model(B.Calls[B.Stmts[X].A], B);
          M && M->Waits)
        return true;
  const Entity &F = I.program().entity(A.Function);
  if (I.types().role(F.TypeId) != Role::Future || F.has(EF_Coroutine) ||
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

namespace {

/// Follows what a queued callable carries.
class Carried {
public:
  explicit Carried(const Interpreter &I) : I(I), T(I.types()) {}

  /// All that requests put in leads to a client: a request, a connection.
  bool byAll(Id Queue) {
    for (Id L = 0; L < I.locCount(); ++L)
      if (entryOf(L, Queue))
        entry(L, 0);
    return Any && All;
  }

private:
  bool entryOf(Id L, Id Queue) const {
    bool Entry = false;
    for (; I.loc(L).Kind >= LocKind::Field && L != Queue; L = I.loc(L).Parent)
      Entry |= I.loc(L).Kind == LocKind::Elem &&
               (I.loc(L).Parent == Queue ||
                T.container(I.loc(I.loc(L).Parent).TypeId));
    return Entry && L == Queue;
  }
  /// What lies in an entry, or in what the entry was copied from.
  void entry(Id L, unsigned Depth) {
    for (const Value &V : I.resolved(L)) {
      if (V.Kind == ValueKind::Ref && Depth < 3 && !I.survivor(V.A)) {
        for (Id Part = 0; Part < I.locCount(); ++Part)
          if (I.loc(Part).Kind == LocKind::Field && I.loc(Part).Parent == V.A)
            entry(Part, Depth + 1);
        continue;
      }
      bool Own = V.Kind == ValueKind::Closure &&
                 I.closure(V.A).Made != Phase::Request; // not of a request
      if (Own || (V.Kind != ValueKind::Closure && V.Kind != ValueKind::Bound &&
                  V.Kind != ValueKind::Func))
        continue;
      Seen.clear();
      All &= leads(V, 0);
      Any = true;
    }
  }
  bool client(Id L) const {
    Role R = T.role(I.loc(L).TypeId);
    return I.perConnection(L) || R == Role::RequestObject ||
           R == Role::ConnectionObject;
  }
  bool place(Id L, unsigned Depth) {
    if (!Seen.insert(L).second)
      return false;
    if (client(L))
      return true;
    if (I.loc(L).Kind < LocKind::Field && I.survivor(L))
      return false;
    // A text that was taken out of the request is not the request.
    bool Refers =
        T.pointerLike(I.loc(L).TypeId) || T.reference(I.loc(L).TypeId);
    if (Id N = T.value(I.loc(L).TypeId);
        N != None && I.program().type(N).Kind == TypeKind::Int &&
        I.contents(L).has(Origin::Descriptor))
      return true; // accepted
    return llvm::any_of(I.contents(L), [&](const Value &V) {
      return (Refers || V.Kind != ValueKind::Ref) && leads(V, Depth + 1);
    });
  }
  bool any(const ValueSet &Values, unsigned Depth) {
    return llvm::any_of(Values,
                        [&](const Value &V) { return leads(V, Depth); });
  }
  bool leads(const Value &V, unsigned Depth) {
    if (Depth > 6)
      return false;
    if (V.Kind == ValueKind::Ref)
      return place(V.A, Depth);
    if (V.Kind == ValueKind::Closure)
      return llvm::any_of(I.closure(V.A).Captured, [&](const auto &Captured) {
        return place(Captured.second, Depth);
      });
    if (V.Kind != ValueKind::Bound)
      return false;
    const BoundCallable &B = I.bound(V.A);
    return any(B.Targets, Depth + 1) ||
           llvm::any_of(B.Args, [&](const ValueSet &Arg) {
             return any(Arg, Depth + 1);
           });
  }

  const Interpreter &I;
  const Types &T;
  std::set<Id> Seen;
  bool Any = false, All = true;
};

} // namespace

bool carriesClients(const Interpreter &I, const State &S) {
  return Carried(I).byAll(S.Datum);
}

bool answersClients(const Interpreter &I, const State &S) {
  const Program &P = I.program();
  const Types &T = I.types();
  Id Queue = T.target(S.TypeId);
  Id Job = Queue == None || P.type(Queue).Args.empty()
               ? None
               : T.record(T.target(P.type(Queue).Args[0]));
  if (Job == None || !P.entity(Job).has(EF_Project))
    return false;
  std::set<Id> Clients; // members that lead back to who asked
  for (Id F : P.entity(Job).Members) {
    const Entity &E = P.entity(F);
    Role R = T.role(E.TypeId);
    Id V = T.value(E.TypeId);
    bool Descriptor = V != None && P.type(V).Kind == TypeKind::Int &&
                      hasWord(E.Name, {"fd", "sockfd", "sock", "socket",
                                       "client", "conn", "connection", "peer"});
    if (R == Role::RequestObject || R == Role::ConnectionObject || Descriptor)
      Clients.insert(F);
  }
  return !Clients.empty() && llvm::any_of(P.Bodies, [&](const FunctionBody &B) {
    auto Client = [&](Id N) {
      return N != None && B.Nodes[N].Kind == NodeKind::Field &&
             Clients.count(B.Nodes[N].Ref);
    };
    return llvm::any_of(B.Calls, [&](const CallFact &C) {
      static constexpr llvm::StringRef Tells[] = {
          "send", "sendto", "write", "reply", "respond", "answer",
          // `sessionOf(job.sock)`: found by it, to be told
          "session", "client", "connection", "player", "user"};
      return hasWord(C.Name, Tells) &&
             (Client(C.Receiver) || (!C.Args.empty() && Client(C.Args[0])));
    });
  });
}

/// It sends something to the other end of a connection, directly or not.
static bool sends(const Interpreter &I, const FunctionBody &B,
                  const CallFact &C) {
  return reaches(I, B, C, [](const FunctionModel &M) { return M.Sends; });
}

/// What happens together with the access, up to the loop that takes the jobs,
/// sends something, too.
static bool answersBeside(const Interpreter &I, const Access &A) {
  Id Ctx = A.Ctx, At = A.StmtIndex;
  for (unsigned Depth = 0; Ctx != None && At != None && Depth < 12; ++Depth) {
    const FunctionBody &B = *I.body(I.activations()[Ctx].Function);
    const std::set<Id> Around = regionsAround(B, At);
    for (const Stmt &S : B.Stmts)
      if (S.Kind == StmtKind::Call &&
          (S.Region == None || Around.count(S.Region)) && &S != &B.Stmts[At] &&
          sends(I, B, B.Calls[S.A]))
        return true;
    const Activation &Here = I.activations()[Ctx];
    if (llvm::any_of(Around, [&](Id R) {
          return R != None && B.Regions[R].Kind == RegionKind::Loop;
        }))
      return false; // the turn in which it is put in
    Ctx = Here.Callers.empty() ? None : Here.Callers[0].Caller;
    At = Ctx == None || Here.Callers[0].Call == None
             ? None
             : statementOf(*I.body(I.activations()[Ctx].Function),
                           Here.Callers[0].Call);
  }
  return false;
}

/// `tasks.push(packaged_task(bind(serve, fd)))`: what happens in Ctx is the
/// work that the access puts in, which a library's object holds.
static bool workOf(const Interpreter &I, const Access &A, Id Ctx) {
  std::set<Id> Seen;
  std::vector<Id> Work = {Ctx};
  while (!Work.empty() && Seen.size() < 64) {
    Id Here = Work.back();
    Work.pop_back();
    for (const auto &C : I.activations()[Here].Callers) {
      if (C.Caller == None || C.Call == None)
        continue;
      if (C.Caller == A.Ctx) {
        const CallFact &Call = I.body(I.functionOf(A))->Calls[C.Call];
        return Call.Callee == None || !I.body(Call.Callee);
      }
      if (Seen.insert(C.Caller).second)
        Work.push_back(C.Caller);
    }
  }
  return false;
}

bool takersAnswer(const Interpreter &I, const State &S,
                  const std::set<Id> &Takers) {
  for (size_t W : S.Writes) {
    const Access &A = I.accesses()[W];
    if (I.activations()[A.Ctx].Entry != None)
      return false; // a framework answers when its handler returns
    if (A.How == WriteHow::Insert && answersBeside(I, A))
      return false;
  }
  bool Answer = false;
  for (const CallEvent &E : I.events()) {
    Id Thread = fromThread(I, E.Ctx);
    bool Taken = Thread != None && Takers.count(Thread);
    if (Taken && E.Model->Rearms)
      Answer = true; // the loop sends what the worker has made
    if (!Taken && (!(E.Model->Sends || !E.Model->HandleUses.empty()) ||
                   llvm::none_of(S.Writes, [&](size_t W) {
                     return I.accesses()[W].How == WriteHow::Insert &&
                            workOf(I, I.accesses()[W], E.Ctx);
                   })))
      continue;
    bool Socket = !E.Args.empty() &&
                  (I.origins(E.Args[0]) & 1u << unsigned(Origin::Descriptor));
    if (E.Model->Backing && Socket)
      return false;
    // `writev(connection->fd, ...)`
    Answer |= E.Model->Sends || (Socket && !E.Model->HandleUses.empty());
  }
  return Answer;
}

bool handsConnectionsOn(const Interpreter &I, const State &S) {
  if (I.types().table(S.TypeId))
    return false;
  std::set<Id> Givers, Takers; // entry points
  for (size_t W : S.Writes) {
    const Access &A = I.accesses()[W];
    Id Entry = I.activations()[A.Ctx].Entry;
    if (Entry == None)
      return false;
    bool Takes = A.How == WriteHow::Erase && !takesFound(I, A);
    if (!Takes && A.How != WriteHow::Insert)
      return false;
    (Takes ? Takers : Givers).insert(Entry);
  }
  for (Id Entry : Givers)
    if (Takers.count(Entry))
      return false;
  // The entry's object knows the descriptor.
  auto Connects = [&](Id Object) {
    for (Id L = 0; L < I.locCount(); ++L)
      if (I.loc(L).Kind == LocKind::Field && I.loc(L).Parent == Object &&
          (I.origins(I.resolved(L)) & 1u << unsigned(Origin::Descriptor)))
        return true;
    return false;
  };
  bool Any = false;
  for (Id L = 0; L < I.locCount(); ++L)
    if (I.loc(L).Kind == LocKind::Elem && I.loc(L).Parent == S.Datum)
      for (const Value &V : I.resolved(L))
        if (V.Kind == ValueKind::Ref) {
          if (!Connects(V.A))
            return false;
          Any = true;
        }
  return Any && !Givers.empty() && !Takers.empty() && !lookedUp(I, S);
}

bool takesFound(const Interpreter &I, const Access &A) {
  const FunctionBody &B = *I.body(I.functionOf(A));
  const Stmt &At = B.Stmts[A.StmtIndex];
  if (At.Kind == StmtKind::Call &&
      hasWord(B.Calls[At.A].Name, {"remove"})) // `list.remove(entry)`
    return true;
  if (At.Kind != StmtKind::Call || B.Calls[At.A].Name != "erase" ||
      B.Calls[At.A].Args.empty() || B.Calls[At.A].Args[0] == None)
    return false;
  if (B.Calls[At.A].Args.size() == 2) // `erase(remove(begin, end, x), end)`
    return llvm::any_of(B.Calls, [&](const CallFact &C) {
      return C.Receiver == None && hasWord(C.Name, {"remove"}) &&
             C.Loc.Line >= B.Calls[At.A].Loc.Line - 1 &&
             C.Loc.Line <= B.Calls[At.A].Loc.Line + 3;
    });
  auto Unwrapped = [&](Id N) { // copied, or made a const_iterator
    for (unsigned Depth = 0; Depth < 4 && N != None; ++Depth) {
      const Node &X = B.Nodes[N];
      bool Made = (X.Kind == NodeKind::Object || X.Kind == NodeKind::Call) &&
                  X.Ref != None;
      if (Made && (B.Calls[X.Ref].Flags & CF_Construct) &&
          !B.Calls[X.Ref].Args.empty())
        N = B.Calls[X.Ref].Args[0];
      else if (X.Kind == NodeKind::Cast && !X.Ops.empty())
        N = X.Ops[0];
    }
    return N;
  };
  const Id Which = Unwrapped(B.Calls[At.A].Args[0]);
  if (Which != None &&
      (B.Nodes[Which].Kind ==
           NodeKind::Field || // `connections.erase(c->place)`
       (B.Nodes[Which].Kind == NodeKind::Var &&
        I.program().entity(B.Nodes[Which].Ref).Store == Storage::Param &&
        I.types().role(B.Nodes[Which].TypeId) == Role::Iterator)))
    return true;
  // `begin() + i`, `places_[key]`: what a table beside it says of the key
  auto Said = [&](Id N) {
    N = Unwrapped(N);
    if (N == None || B.Nodes[N].Kind != NodeKind::Call)
      return false;
    const CallFact &C = B.Calls[B.Nodes[N].Ref];
    return C.Name == "operator+" ||
           (C.Receiver != None && (C.Name == "operator[]" || C.Name == "at") &&
            I.types().table(I.types().target(B.Nodes[C.Receiver].TypeId)));
  };
  if (Said(Which))
    return true;
  if (Which == None || B.Nodes[Which].Kind != NodeKind::Var)
    return false;
  return llvm::any_of(B.Stmts, [&](const Stmt &X) {
    // `auto found = table.find(key);`, `auto place = places[key];`
    Id Filled = filledBy(B, X);
    Id From = X.Kind == StmtKind::Store ? X.B
              : X.Kind == StmtKind::Call && !B.Calls[X.A].Args.empty()
                  ? B.Calls[X.A].Args[0]
                  : None;
    if (Filled != None && From != None &&
        isVariable(B, Filled, B.Nodes[Which].Ref) &&
        (Said(From) || (B.Nodes[From].Kind == NodeKind::Call &&
                        hasWord(B.Calls[B.Nodes[From].Ref].Name, {"find"}))))
      return true;
    // On the way round, as far as the one that is meant.
    return X.Kind == StmtKind::Call && B.Calls[X.A].Name == "operator++" &&
           mentions(B, B.Calls[X.A].Receiver, B.Nodes[Which].Ref);
  });
}

bool lookedUp(const Interpreter &I, const State &S) {
  const std::vector<Access> &All = I.accesses();
  std::set<Id> Writers;
  for (size_t W : S.Writes)
    Writers.insert(I.functionOf(All[W]));
  return llvm::any_of(S.Reads, [&](size_t R) {
    const Access &A = All[R];
    if (A.When != Phase::Request || fromThread(I, A.Ctx) != None ||
        Writers.count(I.functionOf(A)) || // or its lock is taken
        I.types().role(I.loc(A.Target).TypeId) == Role::Sync)
      return false;
    const FunctionBody &B = *I.body(I.functionOf(A));
    const Stmt &At = B.Stmts[A.StmtIndex];
    static constexpr llvm::StringRef Sized[] = {"size", "empty", "length"};
    return I.loc(A.Target).Kind == LocKind::Elem ||
           (At.Kind == StmtKind::Call &&
            !llvm::is_contained(Sized, llvm::StringRef(B.Calls[At.A].Name)) &&
            B.Calls[At.A].Receiver != None);
  });
}

bool orderOfKeys(const Interpreter &I, const std::vector<State> &States,
                 const State &S) {
  const Program &P = I.program();
  const Types &T = I.types();
  const std::vector<Access> &All = I.accesses();
  Id Kept = T.target(S.TypeId);
  Id Owner = P.entity(S.Declared).Parent;
  if (!S.Container || Owner == None || Kept == None ||
      P.type(Kept).Args.empty())
    return false;
  Id Key = T.value(P.type(Kept).Args[0]);
  return llvm::any_of(States, [&](const State &Table) {
    Id Held = T.target(Table.TypeId);
    if (&Table == &S || !Table.Container || Held == None ||
        P.entity(Table.Declared).Parent != Owner ||
        P.type(Held).Args.size() < 2 || T.value(P.type(Held).Args[0]) != Key)
      return false;
    // Who puts something in is at the table, too.
    auto Entered = [&](size_t W) {
      auto Same = [&](size_t X) {
        return I.functionOf(All[X]) == I.functionOf(All[W]);
      };
      return llvm::any_of(Table.Writes, Same) ||
             llvm::any_of(Table.Reads, Same);
    };
    return llvm::all_of(S.Writes, [&](size_t W) {
      return All[W].How != WriteHow::Insert || Entered(W);
    });
  });
}

/// A connection, or an object of the project's that has one somewhere:
/// `message.header.from->socket`.
static bool leadsToConnection(const Interpreter &I, Id TypeId, unsigned Depth) {
  const Types &T = I.types();
  if (T.role(TypeId) == Role::ConnectionObject)
    return true;
  Id R = T.record(T.target(TypeId));
  return R != None && Depth < 3 && I.program().entity(R).has(EF_Project) &&
         llvm::any_of(I.program().entity(R).Members, [&](Id F) {
           return leadsToConnection(I, I.program().entity(F).TypeId, Depth + 1);
         });
}

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
        if (Inner == Role::Future || Inner == Role::RequestObject ||
            Inner == Role::Sync || leadsToConnection(I, P.entity(F).TypeId, 0))
          return true;
      }
  bool Any = false;
  for (size_t W : S.Writes) {
    const Access &A = I.accesses()[W];
    bool Fills = A.How == WriteHow::Insert || A.How == WriteHow::Call ||
                 A.How == WriteHow::Subscript || A.How == WriteHow::Assign;
    if (A.When != Phase::Request || !Fills || fromThread(I, A.Ctx) != None)
      continue;
    if (!waitsAfter(I, A.Ctx, A.StmtIndex, 0))
      return false;
    Any = true;
  }
  return Any;
}

} // namespace factor6
