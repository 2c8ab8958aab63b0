//===- Record.cpp - What is remembered for judgement ----------------------===//
#include "derive/Bodies.h"
#include "derive/Interpreter.h"
#include "derive/Mechanisms.h"
#include "derive/Queues.h"

namespace factor6 {

/// The access of a statement to a location, and whether it is a new one.
std::pair<Access &, bool> Interpreter::access(Id Ctx, Id StmtIndex, Id L,
                                              bool Write, Phase Now, Place At) {
  auto Key =
      std::make_tuple(Acts[Ctx].Function, StmtIndex, L, int(Now), int(Write));
  auto [It, New] = AccessIds.try_emplace(Key, Accesses.size());
  if (New) {
    Access A;
    A.Target = L;
    A.Write = Write;
    A.Ctx = Ctx;
    A.StmtIndex = StmtIndex;
    A.When = Now;
    A.At = At;
    Accesses.push_back(A);
  }
  return {Accesses[It->second], New};
}

void Interpreter::recordWrite(Id Ctx, Id StmtIndex, const LocSet &Targets,
                              WriteHow How, Phase Now, Place At, Id KeyNode,
                              const ValueSet *Stored) {
  bool Takes = How == WriteHow::Erase || How == WriteHow::Clear ||
               How == WriteHow::Compound || How == WriteHow::OutArg;
  if (Now == Phase::StartUp || Now == Phase::ShutDown) {
    StartUpWrites.insert(Targets.begin(), Targets.end());
    // `main` itself works off what the callbacks queue.
    for (Id L : Targets)
      if (Now == Phase::StartUp && Takes && T.container(Locs[L].TypeId) &&
          RequestFed.count(L) && takenInTurn(L))
        markMainLoop(Ctx, StmtIndex, 0);
    return;
  }
  Place Peer = chosenByPeer(Ctx, StmtIndex);
  for (Id L : Targets) {
    // `clients[fd] = client;`: the slot is the connection's own, but the array
    // may tell others who is there.
    bool Slot = Locs[L].Kind == LocKind::Elem && Locs[L].Ref &&
                How == WriteHow::Assign && T.array(Locs[Locs[L].Parent].TypeId);
    if (!survivor(L) || (perConnection(L) && !Slot))
      continue;
    // What a background thread keeps for itself is nobody else's state.
    LocKind RootKind = Locs[root(L)].Kind;
    if (Now != Phase::Request && RootKind != LocKind::Global &&
        RootKind != LocKind::Instance &&
        (Locs[root(L)].Made != Phase::StartUp || Locs[root(L)].Ctx == Ctx))
      continue;
    auto [A, New] = access(Ctx, StmtIndex, L, /*Write=*/true, Now, At);
    if (New)
      A.How = How;
    if (KeyNode != None)
      A.KeyOrigins |= origins(values(Ctx, KeyNode));
    if (Stored)
      A.ValueOrigins |= origins(*Stored);
    A.ByDescriptor =
        Slot || ((A.KeyOrigins & (1u << unsigned(Origin::Descriptor))) != 0 &&
                 !(A.KeyOrigins & (1u << unsigned(Origin::Request) |
                                   1u << unsigned(Origin::Unknown))));
    A.AfterLookup |= lookedUp(Ctx, StmtIndex, L);
    if (Peer.valid())
      A.ByPeer = Peer;
    bool Fills = How == WriteHow::Insert || How == WriteHow::Subscript ||
                 How == WriteHow::Call || How == WriteHow::OutArg;
    if (Now == Phase::Request && Fills)
      Changed |= RequestFed.insert(L).second;
    // A thread that takes out what requests put in goes on with their work.
    bool Whole = How == WriteHow::Compound || How == WriteHow::OutArg;
    if (Now == Phase::Background && Takes &&
        (!Whole || T.container(Locs[L].TypeId)) && RequestFed.count(L) &&
        takenInTurn(L) && !takesFound(*this, A))
      markDrainLoop(Ctx, StmtIndex, 0);
  }
}

void Interpreter::recordRead(Id Ctx, Id StmtIndex, const LocSet &Targets, Use U,
                             Phase Now, Place At, bool Observed) {
  Place Peer = U == Use::Argument ? Place() : chosenByPeer(Ctx, StmtIndex);
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const Stmt &X = B.Stmts[StmtIndex];
  Id Call = X.Kind == StmtKind::Call   ? X.A
            : X.Kind == StmtKind::Read ? X.B
                                       : None;
  Id Key = Call != None && B.Calls[Call].Receiver != None &&
                   !B.Calls[Call].Args.empty()
               ? B.Calls[Call].Args[0]
               : None;
  for (Id L : Targets) {
    if (!survivor(L))
      continue;
    auto [A, New] = access(Ctx, StmtIndex, L, /*Write=*/false, Now, At);
    if (Key != None && T.container(Locs[L].TypeId))
      A.KeyOrigins |= origins(values(Ctx, Key));
    if (New) {
      A.UseOf = U;
      A.Observed = Observed;
    }
    if (Peer.valid())
      A.ByPeer = Peer;
  }
}

/// The first argument says which of the receiver's elements is meant. (The key
/// of a map that is an `int` is no address.)
bool Interpreter::keyed(const CallFact &C, const FunctionBody &B) const {
  if (C.Receiver == None || C.Args.empty() || C.Args[0] == None)
    return false;
  auto PlainInt = [&](Id TypeId) {
    Id V = T.value(TypeId);
    return V != None && P.type(V).Kind == TypeKind::Int &&
           P.type(V).Name == "int" && P.type(V).Alias.empty();
  };
  std::vector<std::string> Said = words(C.Name);
  Id R = T.record(T.target(B.Nodes[C.Receiver].TypeId));
  bool Map =
      R != None && hasWord(P.entity(R).Name, {"map", "multimap", "table"});
  if ((C.Flags & CF_Subscript) || (!Said.empty() && Said[0] == "at"))
    return !Map || !PlainInt(B.Nodes[C.Args[0]].TypeId);
  if (!Map || PlainInt(B.Nodes[C.Args[0]].TypeId))
    return false;
  // A test yields a number, and what is erased is not chosen.
  return !T.scalar(C.ResultType) &&
         (Said.empty() || (Said[0] != "erase" && Said[0] != "remove"));
}

/// The client's address, perhaps with text around it: `nick + "@" + host` says
/// who it is, and not where from.
bool Interpreter::isAddress(const ValueSet &V, unsigned Depth) const {
  constexpr uint32_t Said =
      1u << unsigned(Origin::Request) | 1u << unsigned(Origin::SessionKey);
  auto Other = [&](const ValueSet &Part) {
    if (isAddress(Part, Depth + 1))
      return false;
    return (origins(Part) & Said) != 0 ||
           llvm::any_of(Part, [&](const Value &X) {
             return X.Kind == ValueKind::Ref && T.stringLike(Locs[X.A].TypeId);
           });
  };
  return Depth < 6 && llvm::any_of(V, [&](const Value &X) {
           if (X.Kind == ValueKind::Concat) {
             const std::vector<ValueSet> &Parts = Concats[X.A];
             return llvm::any_of(Parts,
                                 [&](const ValueSet &Part) {
                                   return isAddress(Part, Depth + 1);
                                 }) &&
                    llvm::none_of(Parts, Other);
           }
           if (X.Kind == ValueKind::Ref) {
             for (Id L = X.A; L != None;
                  L = Locs[L].Kind >= LocKind::Field ? Locs[L].Parent : None)
               if (isAddress(Contents[L], Depth + 1))
                 return true;
             return false;
           }
           ValueSet One;
           One.insert(X);
           return (origins(One) & (1u << unsigned(Origin::PeerAddress))) != 0;
         });
}

/// Where the client's address chooses what the statement reads or writes.
Place Interpreter::chosenByPeer(Id Ctx, Id StmtIndex) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const Stmt &S = B.Stmts[StmtIndex];
  auto FromPeer = [&](Id Key) {
    if (Key == None ||
        (T.pointerLike(B.Nodes[Key].TypeId) &&
         T.ownRecord(T.target(B.Nodes[Key].TypeId)))) // the client's own object
      return false;
    ValueSet V = values(Ctx, Key);
    return (origins(V) & (1u << unsigned(Origin::PeerAddress))) != 0 &&
           isAddress(V, 0);
  };
  Id N = S.A;
  if (S.Kind == StmtKind::Call) {
    const CallFact &C = B.Calls[S.A];
    if (keyed(C, B) && FromPeer(C.Args[0]))
      return C.Loc;
    N = C.Receiver;
  }
  for (unsigned I = 0; I < 12 && N != None; ++I) {
    const Node &X = B.Nodes[N];
    N = X.Ops.empty() ? None : X.Ops[0];
    if (X.Kind == NodeKind::Elem && X.Ops.size() > 1 && FromPeer(X.Ops[1]))
      return X.Loc.valid() ? X.Loc : S.Loc;
    if (X.Kind == NodeKind::Call) {
      const CallFact &C = B.Calls[X.Ref];
      if (keyed(C, B) && FromPeer(C.Args[0]))
        return C.Loc;
      N = C.Receiver;
    } else if (X.Kind == NodeKind::Var && T.reference(P.entity(X.Ref).TypeId)) {
      // `auto &w = workers[n]`
      for (const Stmt &Bound : B.Stmts)
        if (Bound.Kind == StmtKind::Store && Bound.A != None &&
            B.Nodes[Bound.A].Kind == NodeKind::Var &&
            B.Nodes[Bound.A].Ref == X.Ref)
          N = Bound.B;
    }
  }
  return {};
}

/// What is asked for is one of these names.
bool Interpreter::namesOne(Id Ctx, const CallFact &C, WordKind Kind) {
  auto Named = [&](const Value &V) {
    return V.Kind == ValueKind::Str &&
           llvm::any_of(M.words(Kind), [&](const std::string &Header) {
             return llvm::StringRef(Literals[V.A].Text)
                 .equals_insensitive(Header);
           });
  };
  for (Id A : C.Args)
    for (const Value &V : A == None ? ValueSet() : values(Ctx, A)) {
      if (Named(V))
        return true;
      if (V.Kind == ValueKind::Ref && T.stringLike(Locs[V.A].TypeId) &&
          llvm::any_of(Contents[V.A], Named))
        return true;
    }
  return false;
}

/// False if the call only feeds a log, a console or a metric.
/// `std::ofstream logFile;`, `FILE *log;`: a log that is written by hand.
bool Interpreter::ownLog(const Node &X) const {
  if (X.Kind != NodeKind::Var && X.Kind != NodeKind::Field)
    return false;
  Id Class = T.record(T.target(X.TypeId));
  bool Stream =
      Class != None && hasWord(P.entity(Class).Name, {"ostream", "file"});
  return (Stream || T.fileStream(X.TypeId)) && loggerName(P.entity(X.Ref).Name);
}

bool Interpreter::observedBy(const FunctionBody &B, Id Call) const {
  for (unsigned I = 0; I < 6 && Call != None; ++I) {
    const CallFact &C = B.Calls[Call];
    const FunctionModel *Model = model(C, B);
    if (Model && (Model->Print || Model->Pauses))
      return false;
    if (C.Receiver != None) {
      Role R = T.role(T.target(B.Nodes[C.Receiver].TypeId));
      if (R == Role::Logger || R == Role::Metric)
        return false;
    }
    if (!C.Args.empty() && C.Args[0] != None) { // `FCGX_FPrintF(req.err, ...)`
      const Node &Sink = B.Nodes[C.Args[0]];
      if (Model && Model->Format && ownLog(Sink)) // `fprintf(log, ...)`
        return false;
      if (Sink.Kind == NodeKind::Field)
        if (const FieldModel *F = M.field(P.entity(Sink.Ref).QualifiedName))
          if (F->FieldRole == Role::Logger)
            return false;
    }
    if (C.Name == "operator<<") {
      // What the chain of << starts with.
      Id N = C.Receiver != None ? C.Receiver
             : C.Args.empty()   ? None
                                : C.Args[0];
      while (N != None && B.Nodes[N].Kind == NodeKind::Call) {
        const CallFact &Inner = B.Calls[B.Nodes[N].Ref];
        const FunctionModel *IM = model(Inner, B);
        if (IM && IM->Print)
          return false;
        Id Next = Inner.Receiver != None ? Inner.Receiver
                  : Inner.Args.empty()   ? None
                                         : Inner.Args[0];
        if (Inner.Name != "operator<<" && Next == None)
          break;
        N = Next;
      }
      if (N == None)
        return true;
      const Node &X = B.Nodes[N];
      if (T.role(X.TypeId) == Role::Logger || ownLog(X))
        return false;
      if (X.Kind == NodeKind::Var)
        if (const FieldModel *F = M.field(P.entity(X.Ref).QualifiedName))
          return F->FieldRole != Role::Logger;
      return true;
    }
    // to_string(n), format(...), n.load(), seconds(n): who takes the result?
    bool Value = (C.Flags & CF_Construct) && C.Receiver != None &&
                 B.Nodes[C.Receiver].Kind == NodeKind::Object &&
                 (C.Callee == None || !body(C.Callee));
    if (!(Model && (Model->Format || Model->HasReads)) &&
        !T.scalar(C.ResultType) && !Value)
      return true;
    Id Consumer = None;
    for (Id J = 0; J < B.Calls.size(); ++J)
      for (Id A : B.Calls[J].Args)
        if (A != None && B.Nodes[A].Ref == Call &&
            (B.Nodes[A].Kind == NodeKind::Call ||
             (Value && B.Nodes[A].Kind == NodeKind::Object)))
          Consumer = J;
    Call = Consumer;
  }
  return true;
}

/// Was the container searched before, in this function?
bool Interpreter::lookedUp(Id Ctx, Id StmtIndex, Id Target) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  for (Id I = 0; I < StmtIndex && I < B.Stmts.size(); ++I) {
    const Stmt &S = B.Stmts[I];
    if (S.Kind != StmtKind::Call)
      continue;
    const CallFact &C = B.Calls[S.A];
    if (C.Receiver == None)
      continue;
    const FunctionModel *Model = model(C, B);
    // A cache of the project's own is asked by a method of its own.
    std::vector<std::string> Said =
        Model ? std::vector<std::string>() : words(C.Name);
    static constexpr llvm::StringRef Asks[] = {
        "get", "find", "lookup", "has", "contains", "peek", "query"};
    bool Asked = !Said.empty() && llvm::is_contained(Asks, Said.front()) &&
                 T.ownTemplate(B.Nodes[C.Receiver].TypeId);
    if (!Asked && (!Model || !Model->Test))
      continue;
    for (Id L : baseLocs(Ctx, C.Receiver))
      if (L == Target)
        return true;
  }
  return false;
}

/// `void onMessage(Callback cb) { callback_ = cb; }` in the header of a library
/// whose code is not there: nobody in sight looks at the member again.
bool Interpreter::calledUnseen(Id Field) {
  auto [It, New] = Unseen.try_emplace(Field, false);
  if (!New)
    return It->second;
  const Id Class = P.entity(Field).Parent;
  auto Elsewhere = [&](Id Method) {
    const Entity &F = P.entity(Method);
    return !body(Method) &&
           !F.has(EF_Ctor | EF_Dtor | EF_Virtual | EF_Template | EF_Static) &&
           !llvm::StringRef(F.Name).starts_with("operator");
  };
  if (Class == None ||
      P.type(T.value(P.entity(Field).TypeId)).Kind != TypeKind::Record ||
      !wrapsCallable(T.record(P.entity(Field).TypeId)) ||
      llvm::none_of(P.Methods[Class], Elsewhere))
    return false;
  for (const FunctionBody &B : P.Bodies) {
    auto Names = [&](Id N) {
      return N != None && B.Nodes[N].Kind == NodeKind::Field &&
             B.Nodes[N].Ref == Field;
    };
    if (llvm::none_of(B.Nodes, [&](const Node &N) {
          return N.Kind == NodeKind::Field && N.Ref == Field;
        }))
      continue;
    for (const Stmt &S : B.Stmts) {
      const CallFact *C = S.Kind == StmtKind::Call ? &B.Calls[S.A] : nullptr;
      bool Sets = C && (C->Name == "operator=" ||
                        (C->Flags & (CF_Construct | CF_Destroy)));
      if ((C &&
           ((!Sets && Names(C->Receiver)) || llvm::any_of(C->Args, Names))) ||
          (S.Kind == StmtKind::Store && Names(S.B)) ||
          (S.Kind == StmtKind::Return && Names(S.A)))
        return false;
    }
  }
  return Unseen[Field] = true;
}

/// Whoever calls what is kept there is taken for a server by its name, or else
/// for something that runs in the background.
void Interpreter::runUnseen(Id Ctx, Id Field, const ValueSet &V, Place At) {
  const Entity &F = P.entity(Field);
  ValueSet Callables = callablesIn(V);
  if (Callables.empty() || Current == Phase::Request)
    return;
  Phase When = Phase::Background;
  Id Entry = None;
  if (serverName(P.entity(F.Parent).Name)) {
    Service = true;
    EntryPoint E;
    E.At = At;
    E.Function = functionOf(Callables);
    E.Text = "handler kept in '" + F.Name + "'";
    Entry = registerEntry(E);
    When = Phase::Request;
  }
  ValueSet Result;
  callValue(Ctx, Callables, {}, {}, When, None, None, At, Entry, Result);
}

/// Assigning a modelled member of a library's type (or initialising it in a
/// list) may name a host or register a handler.
void Interpreter::noteField(Id Ctx, Id Field, const ValueSet &V, Place At) {
  const Entity &F = P.entity(Field);
  if (F.has(EF_Project)) {
    if (calledUnseen(Field))
      runUnseen(Ctx, Field, V, At);
    return;
  }
  const FieldModel *Model = M.field(F.QualifiedName);
  if (!Model)
    return;
  auto [It, New] = FieldEventIds.try_emplace({Ctx, At}, FieldEvents.size());
  if (New)
    FieldEvents.push_back({Model, F.QualifiedName, Ctx, Current, At, {}});
  FieldEvents[It->second].When = Current;
  FieldEvents[It->second].Assigned.merge(V);
  if (!Model->Callable)
    return;
  ValueSet Callables;
  for (const Value &X : V) {
    if (X.Kind != ValueKind::Ref)
      Callables.insert(X);
    else
      for (const Value &Y : resolved(X.A))
        if (Y.Kind == ValueKind::Closure || Y.Kind == ValueKind::Func ||
            Y.Kind == ValueKind::Bound)
          Callables.insert(Y);
  }
  Phase When = Current;
  Id Entry = None;
  if (Model->Run == RunKind::Entry) {
    Service = true;
    EntryPoint E;
    E.At = At;
    E.Library = Model->Library;
    E.Text = Model->Library + " callback '" + F.Name + "'";
    for (const Value &X : Callables)
      E.Function = X.Kind == ValueKind::Closure ? Closures[X.A].Function
                   : X.Kind == ValueKind::Func  ? X.A
                                                : E.Function;
    Entry = registerEntry(E);
    When = Phase::Request;
  } else if (Model->Run == RunKind::Background && Current != Phase::Request) {
    When = Phase::Background;
  } else if (Model->Run == RunKind::Ignore || Model->Run == RunKind::ShutDown) {
    return;
  }
  ValueSet Result;
  callValue(Ctx, Callables, {}, {}, When, None, None, At, Entry, Result);
}

void Interpreter::recordEvent(Id Ctx, Id StmtIndex, Id Call,
                              const FunctionModel *Model, Phase Now) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const CallFact &C = B.Calls[Call];
  auto [It, New] = EventIds.try_emplace({Ctx, StmtIndex, Model}, Events.size());
  if (New) {
    CallEvent E;
    E.Model = Model;
    E.Ctx = Ctx;
    E.Call = Call;
    E.StmtIndex = StmtIndex;
    E.When = Now;
    E.At = C.Loc;
    Events.push_back(std::move(E));
  }
  Events[It->second].When = Now;
  std::vector<ValueSet> Args;
  std::vector<LocSet> ArgLocs;
  for (Id A : C.Args) {
    Args.push_back(values(Ctx, A));
    ArgLocs.push_back(A == None ? LocSet() : locs(Ctx, A));
  }
  LocSet Receiver = C.Receiver == None ? LocSet() : baseLocs(Ctx, C.Receiver);
  ValueSet ReceiverValues =
      C.Receiver == None ? ValueSet() : values(Ctx, C.Receiver);
  CallEvent &E = Events[It->second];
  E.Args = std::move(Args);
  E.ArgLocs = std::move(ArgLocs);
  E.Receiver = std::move(Receiver);
  E.ReceiverValues = std::move(ReceiverValues);
}

} // namespace factor6
