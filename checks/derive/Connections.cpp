//===- Connections.cpp ----------------------------------------------------===//
#include "derive/Connections.h"

#include "derive/Bodies.h"
#include "derive/Mechanisms.h"
#include "derive/Upkeep.h"

#include <set>

namespace factor6 {

bool connection(const Interpreter &I, Id TypeId) {
  const Types &T = I.types();
  if (T.role(TypeId) == Role::ConnectionObject)
    return true;
  std::vector<Id> Classes;
  if (Id R = T.record(T.target(TypeId)); R != None)
    Classes.push_back(R);
  for (size_t C = 0; C < Classes.size() && C < 16; ++C) {
    // `class TcpConnection : public std::enable_shared_from_this<...>`
    bool Named = T.selfKept(Classes[C]) &&
                 hasWord(I.program().entity(Classes[C]).Name,
                         {"connection", "conn", "session", "peer"});
    if (Named || T.ownsConnection(Classes[C]))
      return true;
    const std::vector<Id> &Derived = I.program().Derived[Classes[C]];
    Classes.insert(Classes.end(), Derived.begin(), Derived.end());
  }
  return false;
}

namespace {

const Access &at(const Interpreter &I, size_t N) { return I.accesses()[N]; }

/// Goes through the connections to close those that have been idle too long, or
/// is asked by who does.
bool closesIdle(const Interpreter &I, Id Ctx, unsigned Depth = 0) {
  const Activation &A = I.activations()[Ctx];
  if (Depth < 3 && !A.Callers.empty() &&
      llvm::all_of(A.Callers, [&](const auto &C) {
        return C.Caller != None && closesIdle(I, C.Caller, Depth + 1);
      }))
    return true;
  const FunctionBody &B = *I.body(A.Function);
  return llvm::any_of(B.Calls, [&](const CallFact &C) {
    return C.Receiver != None &&
           hasWord(C.Name, {"close", "stop", "disconnect", "shutdown", "kick",
                            "terminate", "expire"}) &&
           connection(I, B.Nodes[C.Receiver].TypeId);
  });
}

/// `new Session(...)`, `make_shared<Session>(...)`, `Session::create(...)`.
bool makes(const Interpreter &I, const FunctionBody &B, Id N, unsigned Depth) {
  if (N == None || Depth > 4)
    return false;
  const Node &X = B.Nodes[N];
  if (X.Kind == NodeKind::New)
    return true;
  Id Call =
      X.Kind == NodeKind::Call || X.Kind == NodeKind::Object ? X.Ref : None;
  if (Call == None) // `shared_ptr<Session>(new Session(...))`
    return (X.Kind == NodeKind::Cast || X.Kind == NodeKind::List) &&
           X.Ops.size() == 1 && makes(I, B, X.Ops[0], Depth + 1);
  const CallFact &C = B.Calls[Call];
  const FunctionModel *M = I.model(C, B);
  Id Made = I.types().record(I.types().target(X.TypeId));
  return (M && M->Construct) ||
         (C.Callee != None && Made != None &&
          I.program().entity(C.Callee).has(EF_Static) &&
          I.program().entity(C.Callee).Parent == Made) ||
         llvm::any_of(C.Args, [&](Id A) { return makes(I, B, A, Depth + 1); });
}

/// `table[id]->stop(); table.erase(id);`
bool erasedKey(const FunctionBody &B, Id Call) {
  auto Key = [&](const CallFact &C) {
    Id N = C.Args.empty() ? None : C.Args[0];
    return N != None && B.Nodes[N].Kind == NodeKind::Var ? B.Nodes[N].Ref
                                                         : None;
  };
  Id Wanted = Key(B.Calls[Call]);
  return Wanted != None && llvm::any_of(B.Calls, [&](const CallFact &C) {
           return C.Name == "erase" && Key(C) == Wanted;
         });
}

/// Keyed by something else, who looks another one up meets other visitors.
constexpr llvm::StringRef Keeping[] = {"erase", "emplace", "insert", "end",
                                       "reserve"};

/// Nobody was seen to leave, and nobody looks.
bool nobodyLooks(const Interpreter &I, const State &S) {
  return llvm::all_of(S.Reads, [&](size_t R) {
    const FunctionBody &B = *I.body(I.functionOf(at(I, R)));
    const Stmt &X = B.Stmts[at(I, R).StmtIndex];
    return X.Kind == StmtKind::Call &&
           llvm::is_contained(Keeping, llvm::StringRef(B.Calls[X.A].Name));
  });
}

/// `for (...) server.send(*it, text);`: says something to whoever is found on
/// the way round.
bool tellsAll(const Interpreter &I, const FunctionBody &B) {
  auto Found = [&](Id N) {
    if (N == None || !connection(I, B.Nodes[N].TypeId))
      return false;
    if (B.Nodes[N].Kind == NodeKind::Object && B.Nodes[N].Ref != None &&
        B.Calls[B.Nodes[N].Ref].Args.size() == 1) // a copy of it
      N = B.Calls[B.Nodes[N].Ref].Args[0];
    if (N != None && B.Nodes[N].Kind == NodeKind::Call) { // `std::move(it)`
      const CallFact &C = B.Calls[B.Nodes[N].Ref];
      const FunctionModel *M = I.model(C, B);
      if (M && M->Returns == Origin::Argument && C.Args.size() == 1)
        N = C.Args[0];
    }
    if (N != None && B.Nodes[N].Kind == NodeKind::Call &&
        B.Calls[B.Nodes[N].Ref].Name == "operator->") // `(*it)->send(text)`
      N = B.Calls[B.Nodes[N].Ref].Receiver;
    if (N == None)
      return false;
    const Node &X = B.Nodes[N];
    if (X.Kind == NodeKind::Call)
      return B.Calls[X.Ref].Name == "operator*";
    return X.Kind == NodeKind::Deref ||
           (X.Kind == NodeKind::Var &&
            I.program().entity(X.Ref).has(EF_InLoop));
  };
  return llvm::any_of(B.Calls, [&](const CallFact &C) {
    return hasWord(C.Name, {"send", "write", "broadcast", "publish", "notify",
                            "deliver", "push", "emit"}) &&
           (Found(C.Receiver) || llvm::any_of(C.Args, Found));
  });
}

/// In a function that takes entries out, or in what an algorithm asks there.
bool leaving(const Interpreter &I, const std::set<Id> &Erasers,
             const Access &A) {
  const Activation &Here = I.activations()[A.Ctx];
  return Erasers.count(Here.Function) ||
         (I.loc(A.Target).Kind == LocKind::Elem && !Here.Callers.empty() &&
          llvm::all_of(Here.Callers, [&](const auto &C) {
            return C.Caller != None &&
                   Erasers.count(I.activations()[C.Caller].Function);
          }));
}

/// `players_[enemy]`, where `enemy = waiting_[rating]` or what a record of
/// somebody says: another's entry.
bool ofAnother(const Interpreter &I, const FunctionBody &B, Id Call) {
  const CallFact &C = B.Calls[Call];
  Id Key = C.Args.empty() ? None : C.Args[0];
  if (Key == None || B.Nodes[Key].Kind != NodeKind::Var ||
      I.program().entity(B.Nodes[Key].Ref).Store != Storage::Local)
    return false;
  return llvm::any_of(B.Stmts, [&](const Stmt &X) {
    if (X.Kind != StmtKind::Store || X.B == None ||
        !isVariable(B, X.A, B.Nodes[Key].Ref) ||
        B.Nodes[X.B].Kind != NodeKind::Call)
      return false;
    const CallFact &Says = B.Calls[B.Nodes[X.B].Ref];
    Id From = Says.Receiver;
    if (From == None || B.Nodes[From].Kind == NodeKind::This ||
        !connection(I, B.Nodes[X.B].TypeId))
      return false;
    Id Whole = I.types().target(B.Nodes[From].TypeId);
    return I.types().container(Whole) ||
           (Says.Callee != None && I.body(Says.Callee) &&
            I.types().ownRecord(Whole) && !connection(I, Whole));
  });
}

/// `uint8_t id = clients.size() + 1;`: a number for the next one.
bool numbered(const FunctionBody &B, Id Call) {
  return llvm::any_of(B.Stmts, [&](const Stmt &X) {
    return X.Kind == StmtKind::Store && X.B != None &&
           anyNode(B, X.B, [&](Id N) { return isCall(B, N, Call); });
  });
}

} // namespace

bool ownConnections(const Interpreter &I, const State &S) {
  const Program &P = I.program();
  Id Table = I.types().target(S.TypeId);
  if (!S.Container || Table == None || P.type(Table).Args.empty())
    return false;
  const std::vector<Id> &Held = P.type(Table).Args;
  bool ByKey = connection(I, Held[0]) || // or `map<const Request *, Started>`
               I.types().role(Held[0]) == Role::RequestObject;
  bool Named = holdsConnections(I, Table);
  Id Kind = I.types().record(Table);
  bool Sequence = Kind != None && hasWord(P.entity(Kind).Name,
                                          {"vector", "list", "deque", "array"});
  if (!ByKey && !Named && !(Held.size() > 1 && connection(I, Held[1])))
    return false;
  std::set<Id> Erasers, Keepers;
  for (size_t W : S.Writes) {
    Keepers.insert(I.functionOf(at(I, W)));
    if (at(I, W).How == WriteHow::Erase)
      Erasers.insert(I.functionOf(at(I, W)));
  }
  static constexpr llvm::StringRef Own[] = {
      "find",    "at",     "count",      "contains", "end",    "erase",
      "emplace", "insert", "operator[]", "value",    "reserve"};
  // `if (it->second.get() == gone) { table.erase(it); ... }`
  static constexpr llvm::StringRef Searching[] = {
      "begin", "end", "get", "erase", "operator==", "operator!="};
  if (Erasers.empty())
    return !ByKey && nobodyLooks(I, S);
  return llvm::all_of(S.Reads, [&](size_t R) {
    const Access &A = at(I, R);
    const FunctionBody &B = *I.body(I.functionOf(A));
    const Stmt &At = B.Stmts[A.StmtIndex];
    const Loc &Target = I.loc(A.Target);
    if (A.When == Phase::Root || // nobody calls it
        A.When == Phase::StartUp ||
        (A.When == Phase::Background && closesIdle(I, A.Ctx)))
      return true;
    if (ByKey && // inside an entry that was found
        (Target.Kind == LocKind::Elem || Target.Ref != S.Declared))
      return true;
    if (A.Target != S.Datum && Target.Parent != S.Datum)
      return true; // in a connection, by whoever has it
    Id Call = At.Kind == StmtKind::Call ? At.A : At.B;
    llvm::StringRef Name;
    if (Call != None)
      Name = B.Calls[Call].Name;
    if (leaving(I, Erasers, A) &&
        (At.Kind == StmtKind::Call || Target.Kind == LocKind::Elem) &&
        llvm::is_contained(Searching, Name) && !tellsAll(I, B))
      return true;
    if (At.Kind != StmtKind::Call)
      return false;
    if (Name == "operator[]" && Erasers.count(B.Function) && erasedKey(B, Call))
      return true;
    if (Sequence && (Name == "operator[]" || Name == "at"))
      return false; // by its place: anybody's
    if (Name == "size" && ((Keepers.count(B.Function) && !numbered(B, Call)) ||
                           onlyDecides(I, B, S.Declared)))
      return true; // as many as there may be
    return ByKey ? llvm::is_contained(Own, Name) && !ofAnother(I, B, Call)
                 : llvm::is_contained(Keeping, Name);
  });
}

bool remadePart(const Interpreter &I, const State &S) {
  const Program &P = I.program();
  const Types &T = I.types();
  const Entity &E = P.entity(S.Declared);
  Id Kind = T.value(E.TypeId);
  if (E.Kind != EntityKind::Field || E.Parent == None || Kind == None ||
      !hasWord(P.type(Kind).Name, {"optional", "unique_ptr", "shared_ptr"}))
    return false;
  // `acceptor_.async_accept(socket_, ...)`
  auto Accepts = [&](Id Socket) {
    return !T.pointerLike(P.entity(Socket).TypeId) &&
           T.role(P.entity(Socket).TypeId) == Role::ConnectionObject &&
           llvm::any_of(P.Methods[E.Parent], [&](Id Method) {
             const FunctionBody *B = I.body(Method);
             return B && llvm::any_of(B->Calls, [&](const CallFact &C) {
                      return hasWord(C.Name, {"accept"}) &&
                             llvm::any_of(C.Args, [&](Id A) {
                               return A != None && mentions(*B, A, Socket);
                             });
                    });
           });
  };
  if (llvm::none_of(P.entity(E.Parent).Members, Accepts))
    return false;
  bool Made = false;
  return llvm::all_of(S.Writes,
                      [&](size_t W) {
                        const Access &A = at(I, W);
                        if (A.Target != S.Datum || A.When == Phase::StartUp)
                          return true; // in what was made
                        const FunctionBody &B = *I.body(I.functionOf(A));
                        const Stmt &X = B.Stmts[A.StmtIndex];
                        bool Whole = X.Kind == StmtKind::Store ||
                                     (X.Kind == StmtKind::Call &&
                                      (B.Calls[X.A].Name == "operator=" ||
                                       hasWord(B.Calls[X.A].Name,
                                               {"emplace", "reset"})));
                        Made |= Whole;
                        return Whole;
                      }) &&
         Made;
}

bool appointedByClients(const Interpreter &I, const State &S) {
  const Program &P = I.program();
  if (P.entity(S.Declared).Kind != EntityKind::Variable ||
      S.Where != Holder::Static)
    return false;
  std::set<Id> Writers;
  bool Appointed = false;
  for (size_t W : S.Writes) {
    const Access &A = at(I, W);
    const FunctionBody &B = *I.body(I.functionOf(A));
    Id N = stored(I, A);
    const Stmt &At = B.Stmts[A.StmtIndex];
    if (At.Kind == StmtKind::Call && B.Calls[At.A].Args.size() == 1)
      N = B.Calls[At.A].Args[0]; // `handle = given`
    Writers.insert(B.Function);
    Appointed |= A.When == Phase::Request && N != None &&
                 B.Nodes[N].Kind == NodeKind::Var &&
                 P.entity(B.Nodes[N].Ref).Store == Storage::Param;
  }
  return Appointed && llvm::any_of(S.Reads, [&](size_t R) {
           return at(I, R).When == Phase::Request &&
                  !Writers.count(I.functionOf(at(I, R)));
         });
}

bool nextConnection(const Interpreter &I, const State &S) {
  const Types &T = I.types();
  if (S.Container || !T.pointerLike(S.TypeId) || !connection(I, S.TypeId))
    return false;
  // `acceptor_.async_accept(next_->socket(), ...)`
  bool Accepted = llvm::any_of(I.program().Bodies, [&](const FunctionBody &B) {
    return llvm::any_of(B.Calls, [&](const CallFact &C) {
      return C.Receiver != None &&
             T.role(B.Nodes[C.Receiver].TypeId) == Role::Server &&
             llvm::any_of(C.Args, [&](Id A) {
               return A != None && mentions(B, A, S.Declared);
             });
    });
  });
  if (!Accepted)
    return false;
  return llvm::all_of(S.Writes, [&](size_t W) {
    const Access &A = at(I, W);
    const FunctionBody &B = *I.body(I.functionOf(A));
    const Stmt &X = B.Stmts[A.StmtIndex];
    if (A.When == Phase::StartUp || makes(I, B, stored(I, A), 0))
      return true;
    return X.Kind == StmtKind::Call && // `next_ = make...`, `next_.reset(...)`
           llvm::any_of(B.Calls[X.A].Args,
                        [&](Id N) { return makes(I, B, N, 0); });
  });
}

/// `struct Subscriber { string name, password; };`: an account, whatever it is
/// called.
static bool onlyText(const Interpreter &I, Id Record) {
  const std::vector<Id> &Members = I.program().entity(Record).Members;
  return !Members.empty() && llvm::all_of(Members, [&](Id F) {
    return I.types().stringLike(I.program().entity(F).TypeId);
  });
}

bool holdsConnections(const Interpreter &I, Id Container) {
  const Program &P = I.program();
  const Types &T = I.types();
  if (T.elementRole(Container) == Role::ConnectionObject)
    return true;
  if (Container == None || P.type(Container).Args.size() < 2)
    return false;
  for (Id A : P.type(Container).Args)
    if (Id R = T.record(T.target(A)); R != None && P.entity(R).has(EF_Project))
      return (T.pointerLike(A) || !onlyText(I, R)) &&
             hasWord(P.entity(R).Name,
                     {"connection", "conn", "channel", "socket", "websocket",
                      "stream", "peer", "subscriber", "mailbox"});
  return false;
}

bool numbersConnections(const Interpreter &I, const std::vector<State> &States,
                        const State &S) {
  const Entity &E = I.program().entity(S.Declared);
  if (S.Container || E.Kind != EntityKind::Field ||
      !I.types().scalar(S.TypeId) ||
      !hasWord(E.Name, {"conn", "connection", "connections", "sock", "socket"}))
    return false;
  std::set<Id> Writers;
  for (size_t W : S.Writes) {
    if (at(I, W).How != WriteHow::Increment)
      return false;
    Writers.insert(I.functionOf(at(I, W)));
  }
  auto Writer = [&](size_t X) {
    return Writers.count(I.functionOf(at(I, X))) != 0;
  };
  if (llvm::any_of(S.Reads, [&](size_t R) {
        return at(I, R).When != Phase::StartUp && !Writer(R);
      }))
    return false;
  return llvm::any_of(States, [&](const State &C) {
    return C.Exempt && C.Container &&
           holdsConnections(I, I.types().target(C.TypeId)) &&
           I.program().entity(C.Declared).Parent == E.Parent &&
           llvm::any_of(C.Writes, Writer);
  });
}

} // namespace factor6
