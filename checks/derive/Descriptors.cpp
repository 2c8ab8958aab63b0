//===- Descriptors.cpp ----------------------------------------------------===//
#include "derive/Descriptors.h"

#include "derive/Bodies.h"
#include "derive/Mechanisms.h"

#include <set>

namespace factor6 {

static const Access &at(const Interpreter &I, size_t N) {
  return I.accesses()[N];
}

/// `for (int fd : clients_) close(fd);`: the loop behind the statement.
static bool onlyCloses(const Interpreter &I, const FunctionBody &B,
                       Id StmtIndex) {
  bool Any = false;
  for (Id X = StmtIndex + 1; X < B.Stmts.size(); ++X) {
    const Stmt &S = B.Stmts[X];
    if (S.Region == B.Stmts[StmtIndex].Region)
      break;
    if (S.Kind == StmtKind::Read || S.Kind == StmtKind::Store)
      continue;
    const FunctionModel *M =
        S.Kind == StmtKind::Call ? I.model(B.Calls[S.A], B) : nullptr;
    if (!M || !M->Removes)
      return false;
    Any = true;
  }
  return Any;
}

bool descriptorsOnly(const Interpreter &I, const State &S) {
  const Program &P = I.program();
  Id Table = I.types().target(S.TypeId);
  if (!S.Container || Table == None || P.type(Table).Args.empty() ||
      !I.types().scalar(I.types().target(P.type(Table).Args[0])))
    return false;
  Id Kind = I.types().record(Table);
  if (Kind != None && hasWord(P.entity(Kind).Name, {"map", "multimap"}))
    return false;
  bool Any = false;
  for (size_t W : S.Writes) {
    const Access &A = at(I, W);
    if (A.How != WriteHow::Insert && A.How != WriteHow::Subscript &&
        A.How != WriteHow::Assign)
      continue;
    Any = true;
    if (!(A.ValueOrigins & (1u << unsigned(Origin::Descriptor))))
      return false;
  }
  return Any && llvm::none_of(S.Reads, [&](size_t R) {
           const Access &A = at(I, R);
           const FunctionBody &B = *I.body(I.functionOf(A));
           return A.When == Phase::Request && A.UseOf == Use::Other &&
                  B.Stmts[A.StmtIndex].Kind == StmtKind::Read &&
                  !onlyCloses(I, B, A.StmtIndex);
         });
}

/// How many loops of its function stand around a statement.
static unsigned loopDepth(const FunctionBody &B, const Stmt &S) {
  unsigned Depth = 0;
  for (Id R = S.Region; R != None; R = B.Regions[R].Parent)
    Depth += B.Regions[R].Kind == RegionKind::Loop;
  return Depth;
}

bool descriptorRing(const Interpreter &I, const State &S) {
  const Types &T = I.types();
  const Entity &E = I.program().entity(S.Declared);
  if (E.Kind != EntityKind::Field || E.Parent == None ||
      !(T.array(S.TypeId) || T.pointerLike(S.TypeId)) ||
      !T.scalar(T.target(S.TypeId)))
    return false;
  auto Takes = [&](Id Method) {
    return hasWord(I.program().entity(Method).Name, {"dequeue", "pop"});
  };
  if (!hasWord(I.program().entity(E.Parent).Name, {"queue", "ring", "fifo"}) &&
      llvm::none_of(I.program().Methods[E.Parent], Takes))
    return false;
  bool Any = false;
  return llvm::all_of(S.Writes,
                      [&](size_t W) {
                        const Access &A = at(I, W);
                        if (A.When == Phase::StartUp)
                          return true;
                        Any = true;
                        return A.How == WriteHow::Assign &&
                               (A.ValueOrigins &
                                (1u << unsigned(Origin::Descriptor))) != 0;
                      }) &&
         Any;
}

bool descriptorSlots(const Interpreter &I, const State &S) {
  if (S.Container || !I.types().array(S.TypeId))
    return false;
  Id Waits = None; // the function whose loop accepts
  unsigned Depth = 0;
  for (size_t W : S.Writes) {
    const Access &A = at(I, W);
    if (A.When == Phase::StartUp)
      continue;
    if (A.How != WriteHow::Assign)
      return false;
    if (A.ValueOrigins & (1u << unsigned(Origin::Descriptor))) {
      Waits = I.functionOf(A);
      Depth = loopDepth(*I.body(Waits), I.body(Waits)->Stmts[A.StmtIndex]);
    } else if (!storesInt(I, A, -1, 0)) {
      return false;
    }
  }
  // Who goes round all of them for each of them speaks to other clients.
  auto Turn = [&](size_t X) {
    const Access &A = at(I, X);
    return A.When == Phase::StartUp ||
           (I.functionOf(A) == Waits &&
            loopDepth(*I.body(Waits), I.body(Waits)->Stmts[A.StmtIndex]) <=
                Depth);
  };
  // `if (slots_[i] == mine) slots_[i] = 0;`: a thread that finds its own.
  auto Own = [&](size_t X) {
    return at(I, X).Write ? storesInt(I, at(I, X), -1, 0)
                          : at(I, X).UseOf == Use::Condition;
  };
  auto Harmless = [&](size_t X) { return Turn(X) || Own(X); };
  return Waits != None && llvm::all_of(S.Writes, Harmless) &&
         llvm::all_of(S.Reads, Harmless);
}

/// `for (const auto &[fd, name] : names_) if (name == wanted)`: the entries are
/// names themselves, looked for or told to others.
static bool holdsNames(const Interpreter &I, const State &S) {
  const Types &T = I.types();
  Id Table = T.target(S.TypeId);
  if (Table == None || I.program().type(Table).Args.size() < 2 ||
      !T.stringLike(I.program().type(Table).Args[1]))
    return false;
  std::set<Id> Goes; // functions that go round all of them
  for (size_t R : S.Reads) {
    const Access &A = at(I, R);
    const FunctionBody &B = *I.body(I.functionOf(A));
    const Stmt &X = B.Stmts[A.StmtIndex];
    bool Range = A.UseOf == Use::Other && X.Kind == StmtKind::Read;
    bool Begin = X.Kind == StmtKind::Call &&
                 hasWord(B.Calls[X.A].Name, {"begin", "cbegin"});
    if (A.When != Phase::Request || A.Target != S.Datum || !(Range || Begin))
      continue;
    Goes.insert(B.Function);
    for (const Node &N : B.Nodes) // `find_if(begin, end, [&](auto &entry) ...)`
      if (N.Kind == NodeKind::Lambda)
        Goes.insert(N.Ref);
  }
  return llvm::any_of(S.Reads, [&](size_t R) {
    const Access &A = at(I, R);
    const FunctionBody &B = *I.body(I.functionOf(A));
    const Stmt &At = B.Stmts[A.StmtIndex];
    Id Call = At.Kind == StmtKind::Call ? At.A : At.B;
    // `answer << name`: somebody is told the names of the others.
    auto Told = [&](Id N) { // the loop's variable, or `entry.second`
      if (N != None && B.Nodes[N].Kind == NodeKind::Field &&
          T.stringLike(B.Nodes[N].TypeId))
        if (const Node &Entry = B.Nodes[B.Nodes[N].Ops[0]];
            Entry.Kind == NodeKind::Var)
          return I.program().entity(Entry.Ref).has(EF_InLoop);
      if (N == None || B.Nodes[N].Kind != NodeKind::Var ||
          !T.stringLike(B.Nodes[N].TypeId))
        return false;
      return I.program().entity(B.Nodes[N].Ref).has(EF_InLoop) &&
             llvm::none_of(B.Calls, [&](const CallFact &C) {
               return (C.Flags & CF_Construct) &&
                      isVariable(B, C.Receiver, B.Nodes[N].Ref);
             });
    };
    if (Goes.count(B.Function) && I.loc(A.Target).Kind == LocKind::Elem &&
        A.UseOf == Use::Argument && A.Observed && loopDepth(B, At) > 0 &&
        (At.Kind == StmtKind::Read
             ? T.stringLike(B.Nodes[At.A].TypeId)
             : At.Kind == StmtKind::Call &&
                   llvm::any_of(B.Calls[At.A].Args, Told)))
      return true;
    return Goes.count(B.Function) && I.loc(A.Target).Kind == LocKind::Elem &&
           Call != None &&
           (B.Calls[Call].Name == "operator==" ||
            hasWord(B.Calls[Call].Name, {"compare", "equals", "iequals"})) &&
           (loopDepth(B, At) > 0 ||
            I.program().entity(B.Function).has(EF_Lambda));
  });
}

bool accepts(const Interpreter &I, const FunctionBody &B) {
  return llvm::any_of(B.Calls, [&](const CallFact &C) {
    const FunctionModel *M = I.model(C, B);
    return M && M->accepts();
  });
}

/// Some function tells the entries something in a loop; with Taking, be it one
/// that reads from them, too: that may be the turn of each.
static bool tellsEntries(const Interpreter &I, const State &S, bool Taking) {
  auto Takes = [](const FunctionModel &M) {
    return M.JobSource || M.accepts();
  };
  auto Tells = [](const FunctionModel &M) {
    return M.Sends || llvm::any_of(M.HandleUses, [](const HandleUse &U) {
             return U.Does == HandleAction::Write;
           });
  };
  return llvm::any_of(S.Reads, [&](size_t R) {
    const Access &A = at(I, R);
    const FunctionBody &B = *I.body(I.functionOf(A));
    // Inside a loop, or what it goes through: `for (c : clients_.keys())`
    bool Round = loopDepth(B, B.Stmts[A.StmtIndex]) > 0 ||
                 llvm::any_of(B.Stmts, [&](const Stmt &X) {
                   return X.Kind == StmtKind::Store && X.B != None &&
                          loopDepth(B, X) > 0 && mentions(B, X.B, S.Declared);
                 });
    if (A.When != Phase::Request || !Round)
      return false;
    auto Entry = [&](Id N) { // itself, or `Client *c = clients[i];`
      return N != None && !I.types().stringLike(B.Nodes[N].TypeId) &&
             (mentions(B, N, S.Declared) ||
              llvm::any_of(B.Stmts, [&](const Stmt &X) {
                return X.Kind == StmtKind::Store && X.A != None &&
                       X.B != None && B.Nodes[X.A].Kind == NodeKind::Var &&
                       mentions(B, X.B, S.Declared) &&
                       mentions(B, N, B.Nodes[X.A].Ref);
              }));
    };
    // `write(clients[i]->fd, ...)`, `tell(clients[i], ...)`, and reads nothing:
    // that would be the turn of each.
    return llvm::any_of(B.Stmts,
                        [&](const Stmt &X) {
                          if (X.Kind != StmtKind::Call || !loopDepth(B, X))
                            return false;
                          const CallFact &C = B.Calls[X.A];
                          return (Entry(C.Receiver) ||
                                  (!C.Args.empty() && Entry(C.Args[0]))) &&
                                 reaches(I, B, C, Tells) &&
                                 (Taking || !reaches(I, B, C, Takes));
                        }) &&
           (Taking || llvm::none_of(B.Calls, [&](const CallFact &C) {
              return reaches(I, B, C, Takes);
            }));
  });
}

bool toldToAll(const Interpreter &I, const State &S) {
  return tellsEntries(I, S, false);
}

bool descriptorRecords(const Interpreter &I, const State &S) {
  const Program &P = I.program();
  const Types &T = I.types();
  const Id Record = T.record(T.target(S.TypeId));
  if (S.Container || Record == None || !P.entity(Record).has(EF_Project) ||
      !(T.pointerLike(S.TypeId) || T.array(S.TypeId)) ||
      // `struct client **clients`, `struct client *clients[n]`
      !T.pointerLike(P.type(T.value(S.TypeId)).Args.empty()
                         ? None
                         : P.type(T.value(S.TypeId)).Args[0]))
    return false;
  bool Accepted = llvm::any_of(S.Writes, [&](size_t W) {
    return at(I, W).When != Phase::StartUp &&
           accepts(I, *I.body(I.functionOf(at(I, W))));
  });
  auto Text = [&](Id F) { return T.stringLike(P.entity(F).TypeId); };
  return T.holdsDescriptor(Record) && Accepted && !tellsEntries(I, S, true) &&
         llvm::none_of(P.entity(Record).Members, Text);
}

bool staysBehind(const Interpreter &I, const State &S) {
  const Types &T = I.types();
  Id Table = T.target(S.TypeId);
  if (Table == None || I.program().type(Table).Args.size() < 2 ||
      !T.stringLike(I.program().type(Table).Args[1]))
    return false;
  return llvm::none_of(S.Writes, [&](size_t W) {
    return at(I, W).How == WriteHow::Erase || at(I, W).How == WriteHow::Clear ||
           accepts(I, *I.body(I.functionOf(at(I, W))));
  });
}

bool foundByName(const Interpreter &I, const State &S) {
  if (holdsNames(I, S))
    return true;
  const Program &P = I.program();
  const Types &T = I.types();
  Id Table = T.target(S.TypeId);
  std::set<Id> Records; // of the entries
  if (Table != None)
    for (Id A : P.type(Table).Args)
      if (Id R = T.record(T.target(A));
          R != None && P.entity(R).has(EF_Project))
        for (Id B : T.withBases(R))
          Records.insert(B);
  auto Text = [&](const FunctionBody &B, Id N) { // of such a record
    if (N == None || !T.stringLike(B.Nodes[N].TypeId))
      return false;
    const Node &X = B.Nodes[N];
    Id Named = X.Kind == NodeKind::Field  ? X.Ref
               : X.Kind == NodeKind::Call ? B.Calls[X.Ref].Callee
                                          : None;
    return Named != None && Records.count(P.entity(Named).Parent) != 0;
  };
  auto Says = [&](const FunctionBody &B, Id N) { // `lower(client.nick())`, too
    if (N == None || B.Nodes[N].Kind != NodeKind::Call || Text(B, N))
      return Text(B, N);
    const CallFact &C = B.Calls[B.Nodes[N].Ref];
    return T.stringLike(B.Nodes[N].TypeId) && C.Receiver == None &&
           llvm::any_of(C.Args, [&](Id A) { return Text(B, A); });
  };
  // `entry.second.name == wanted.name`, where `wanted` is a record of its own.
  auto Own = [&](const FunctionBody &B, Id N) {
    while (N != None && B.Nodes[N].Kind == NodeKind::Field)
      N = B.Nodes[N].Ops.empty() ? None : B.Nodes[N].Ops[0];
    if (N == None || B.Nodes[N].Kind != NodeKind::Var)
      return false;
    const Entity &V = P.entity(B.Nodes[N].Ref);
    return V.Store == Storage::Local && T.ownRecord(V.TypeId) &&
           !T.reference(V.TypeId) && !T.pointerLike(V.TypeId);
  };
  auto Compares = [&](const FunctionBody &B, const Stmt &X) {
    if (X.Kind != StmtKind::Call || loopDepth(B, X) == 0)
      return false;
    const CallFact &C = B.Calls[X.A];
    return C.Name == "operator==" && C.Args.size() == 2 &&
           (Says(B, C.Args[0]) != Says(B, C.Args[1]) ||
            (Says(B, C.Args[0]) && Own(B, C.Args[0]) != Own(B, C.Args[1]))) &&
           llvm::none_of(C.Args, [&](Id A) {
             return A != None && B.Nodes[A].Kind == NodeKind::Str;
           });
  };
  std::set<Id> Seen;
  return !Records.empty() && llvm::any_of(S.Reads, [&](size_t R) {
    const Access &A = at(I, R);
    const FunctionBody &B = *I.body(I.functionOf(A));
    return A.When == Phase::Request && Seen.insert(B.Function).second &&
           llvm::any_of(B.Stmts, [&](const Stmt &X) { return Compares(B, X); });
  });
}

namespace {

/// The node is a member of what a call said about descriptors, here or where
/// the parameter comes from.
bool saysReady(const Interpreter &I, Id Ctx, Id N, unsigned Depth) {
  const Activation &A = I.activations()[Ctx];
  const FunctionBody &B = *I.body(A.Function);
  if (N == None || Depth > 5)
    return false;
  const Node &X = B.Nodes[N];
  if (X.Kind == NodeKind::Arith || X.Kind == NodeKind::Cast) // `e & EPOLLIN`
    return llvm::any_of(
        X.Ops, [&](Id Op) { return saysReady(I, Ctx, Op, Depth + 1); });
  if (X.Kind == NodeKind::Field) {
    Id Of = I.program().entity(X.Ref).Parent;
    return Of != None && I.types().recordRole(Of) == Role::Scratch;
  }
  const Entity &F = I.program().entity(A.Function);
  auto At =
      X.Kind == NodeKind::Var ? llvm::find(F.Params, X.Ref) : F.Params.end();
  if (At == F.Params.end())
    return false;
  size_t Index = At - F.Params.begin();
  return !A.Callers.empty() && llvm::all_of(A.Callers, [&](const auto &C) {
    if (C.Caller == None || C.Call == None)
      return false;
    const CallFact &Call =
        I.body(I.activations()[C.Caller].Function)->Calls[C.Call];
    return Index < Call.Args.size() &&
           saysReady(I, C.Caller, Call.Args[Index], Depth + 1);
  });
}

/// `if (events[i].events & EPOLLIN) client->readable = true;`, in the function
/// that waits for them.
bool saidByWaiting(const Interpreter &I, const Access &A) {
  const FunctionBody &B = *I.body(I.functionOf(A));
  return storesInt(I, A, 1, 1) && llvm::any_of(B.Calls, [&](const CallFact &C) {
           const FunctionModel *M = I.model(C, B);
           return M && M->JobSource && !M->Returns &&
                  llvm::any_of(M->OutArgs, [](const auto &Out) {
                    return Out.second == Origin::Descriptor;
                  });
         });
}

} // namespace

bool readiness(const Interpreter &I, const State &S) {
  bool Any = false;
  return I.types().scalar(S.TypeId) &&
         llvm::all_of(S.Writes,
                      [&](size_t W) {
                        const Access &A = at(I, W);
                        if (A.How != WriteHow::Assign)
                          return false;
                        bool Ready = saysReady(I, A.Ctx, stored(I, A), 0) ||
                                     saidByWaiting(I, A);
                        Any |= Ready;
                        return Ready || storesInt(I, A, 0, 0);
                      }) &&
         Any;
}

/// `client = accept(...)`, `highest = max(highest, client + 1)`: the loop's own
/// descriptors. (`turn_ = client` says something about the clients.) What was
/// closed is marked with -1.
bool ownDescriptor(const Interpreter &I, const State &S) {
  const Program &P = I.program();
  const Types &T = I.types();
  const std::vector<Access> &All = I.accesses();
  std::string Lower = llvm::StringRef(P.entity(S.Declared).Name).lower();
  bool Highest = llvm::StringRef(Lower).contains("max") ||
                 llvm::StringRef(Lower).contains("highest") ||
                 llvm::StringRef(Lower).contains("nfds");
  const bool Named = hasWord(P.entity(S.Declared).Name,
                             {"fd", "sockfd", "sock", "socket", "descriptor"});
  auto Opens = [&](const FunctionBody &B, Id N) {
    const FunctionModel *M = N != None && B.Nodes[N].Kind == NodeKind::Call
                                 ? I.model(B.Calls[B.Nodes[N].Ref], B)
                                 : nullptr;
    return M && M->Returns == Origin::Descriptor;
  };
  auto FromCall = [&](const Access &A) {
    const FunctionBody &B = *I.body(I.functionOf(A));
    Id N = stored(I, A);
    if (N == None || B.Nodes[N].Kind != NodeKind::Var ||
        P.entity(B.Nodes[N].Ref).Store != Storage::Local || !Named)
      return Opens(B, N);
    bool Any = false; // `int fd = accept(...); ... client->fd = fd;`
    return llvm::all_of(B.Stmts,
                        [&](const Stmt &X) {
                          if (X.Kind != StmtKind::Store ||
                              B.Nodes[X.A].Kind != NodeKind::Var ||
                              B.Nodes[X.A].Ref != B.Nodes[N].Ref)
                            return true;
                          Any = true;
                          return Opens(B, X.B);
                        }) &&
           Any;
  };
  bool Any = false;
  auto Own = [&](const Access &A) {
    bool Descriptor =
        (A.ValueOrigins & (1u << unsigned(Origin::Descriptor))) != 0;
    bool Opened = Descriptor && (Highest || FromCall(A));
    Any |= Opened;
    if (Highest && (A.How == WriteHow::Increment ||
                    A.How == WriteHow::Compound)) // `--highest`
      return true;
    return A.How == WriteHow::Assign && (Opened || storesInt(I, A, -1, -1));
  };
  if (!T.scalar(S.TypeId) || S.Writes.empty())
    return false;
  if (llvm::all_of(S.Writes, [&](size_t W) { return Own(All[W]); }) && Any)
    return true;
  // Opened at start-up, or by who made the object; while serving only closed.
  return Named && llvm::all_of(S.Writes, [&](size_t W) {
           return All[W].When == Phase::StartUp || storesInt(I, All[W], -1, -1);
         });
}

} // namespace factor6
