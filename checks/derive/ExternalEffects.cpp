//===- ExternalEffects.cpp - What other people's code does to its operands ===//
#include "derive/Bodies.h"
#include "derive/Interpreter.h"

#include <utility>

namespace factor6 {

namespace {

WriteHow howOf(const FunctionModel *Model, const CallFact &C) {
  llvm::StringRef How = Model ? llvm::StringRef(Model->How) : "";
  if (How == "insert")
    return WriteHow::Insert;
  if (How == "erase")
    return WriteHow::Erase;
  if (How == "clear")
    return WriteHow::Clear;
  llvm::StringRef Called = C.Name;
  if (How == "assign" &&
      (Called == "operator++" || Called == "operator--" || Called == "add" ||
       Called == "increment" || Called == "decrement"))
    return WriteHow::Increment;
  if (How == "assign" &&
      (Called.starts_with("fetch") || Called.contains("exchange") ||
       Called.starts_with("getAnd") || Called.ends_with("AndGet") ||
       (Called.starts_with("operator") && Called.size() > 9)))
    return WriteHow::Compound; // the old value is used, too
  if (How == "assign")
    return WriteHow::Assign;
  if (How == "swap")
    return WriteHow::Compound; // the old value goes elsewhere
  if (How == "subscript" || (C.Flags & CF_Subscript))
    return WriteHow::Subscript;
  llvm::StringRef Name = C.Name;
  if (Name == "operator=")
    return WriteHow::Assign;
  if (Name == "operator++" || Name == "operator--")
    return WriteHow::Increment;
  if (Name.starts_with("operator") && Name.ends_with("="))
    return WriteHow::Compound;
  std::vector<std::string> W = words(Name);
  if (W.empty())
    return WriteHow::Call;
  if (W[0] == "insert" || W[0] == "emplace" || W[0] == "push" ||
      W[0] == "add" || W[0] == "put")
    return WriteHow::Insert;
  if (W[0] == "erase" || W[0] == "remove" || W[0] == "pop" || W[0] == "delete")
    return WriteHow::Erase;
  if (W[0] == "clear" || W[0] == "reset")
    return WriteHow::Clear;
  return WriteHow::Call;
}

bool listed(const std::vector<int> &Args, size_t I, size_t N) {
  for (int A : Args)
    if ((A < 0 ? A + int(N) : A) == int(I))
      return true;
  return false;
}

/// The text is written down here, be it made a string of.
bool literal(const FunctionBody &B, Id N) {
  while (N != None && B.Nodes[N].Kind == NodeKind::Object &&
         B.Nodes[N].Ref != None && !B.Calls[B.Nodes[N].Ref].Args.empty())
    N = B.Calls[B.Nodes[N].Ref].Args[0];
  return N != None && B.Nodes[N].Kind == NodeKind::Str;
}

} // namespace

/// Does the call change the object that it is made on?
bool Interpreter::writesReceiver(const CallFact &C, const FunctionBody &B,
                                 const FunctionModel *Model) const {
  if (C.Receiver == None || (C.Flags & (CF_Construct | CF_StaticMember)))
    return false;
  Id R = T.record(T.target(B.Nodes[C.Receiver].TypeId));
  bool Own =
      R != None && P.entity(R).has(EF_Project) && !P.entity(R).has(EF_Template);
  bool Overloaded = Model && !Model->How.empty() && // reads if const
                    !(C.Flags & CF_ConstMethod);
  if (Model && (Model->HasReads || Model->Test) && !Overloaded)
    return false;
  if (Model && (Model->Writes || !Model->How.empty()))
    return true;
  if (C.Flags & CF_Dependent)
    return mutatingName(C.Name);
  if (C.Flags & CF_ConstMethod)
    return false;
  if (Own) // declared here, defined elsewhere: only assignment is sure
    return C.Name == "operator=";
  return (Model && !Model->Returns) || mutatingName(C.Name);
}

/// `insert(make_pair(key, value))`, `insert({key, value})`: the key.
Id Interpreter::keyOfPair(const FunctionBody &B, Id N) const {
  if (N == None)
    return None;
  const Node &X = B.Nodes[N];
  bool Called = X.Kind == NodeKind::Call || X.Kind == NodeKind::Object;
  if (Called && X.Ref != None && B.Calls[X.Ref].Args.size() == 1)
    return keyOfPair(B, B.Calls[X.Ref].Args[0]); // converted
  Id Class = T.value(X.TypeId);
  bool Pair = Class != None && P.type(Class).Template &&
              P.type(Class).Args.size() == 2 && !T.container(Class);
  return Called && Pair && X.Ref != None && B.Calls[X.Ref].Args.size() == 2
             ? B.Calls[X.Ref].Args[0]
             : None;
}

/// What a container or text is given lies in it then.
void Interpreter::keepArguments(Id Ctx, const CallFact &C,
                                const LocSet &Targets, WriteHow How) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  // `handlers_.emplace(fd, handler)`: is found again by the descriptor, or by
  // going round.
  Id Key = C.Args.empty()       ? None
           : C.Args.size() == 1 ? keyOfPair(B, C.Args[0])
                                : C.Args[0];
  bool Descriptor = Key != None && (origins(values(Ctx, Key)) &
                                    (1u << unsigned(Origin::Descriptor))) != 0;
  for (Id L : Targets) {
    bool Text = T.stringLike(Locs[L].TypeId);
    for (Id A : C.Args) {
      bool Name = // of an entry
          How == WriteHow::Subscript && literal(B, A);
      if (A != None && !Name)
        add(Text ? L : elemLoc(L, false, None), values(Ctx, A));
      if (A != None && !Name && !Text && Descriptor)
        add(elemLoc(L, true, None), values(Ctx, A));
    }
  }
}

/// `settings["tables"].find(name)`: the entry is asked, and nothing else.
bool Interpreter::onlyAsked(const FunctionBody &B, Id Call) const {
  return llvm::any_of(B.Calls, [&](const CallFact &C) {
    const Node *On = C.Receiver == None ? nullptr : &B.Nodes[C.Receiver];
    if (!On || On->Kind != NodeKind::Call || On->Ref != Call ||
        !(B.Calls[Call].Flags & CF_Subscript))
      return false;
    if ((C.Flags & CF_Subscript) && !(C.Flags & CF_SubscriptRead))
      return onlyAsked(B, Id(&C - B.Calls.data()));
    const FunctionModel *M = model(C, B);
    return M && (M->Test || (M->HasReads && M->How.empty()));
  });
}

/// `auto &entry = table[key];`, `return table[key];`: what goes through it is
/// seen for itself.
bool Interpreter::bindsResult(const FunctionBody &B, const Stmt &S,
                              Id Call) const {
  if (S.Kind == StmtKind::Store)
    return S.A != None && isCall(B, S.B, Call) &&
           B.Nodes[S.A].Kind == NodeKind::Var &&
           T.reference(P.entity(B.Nodes[S.A].Ref).TypeId);
  return S.Kind == StmtKind::Return &&
         T.reference(P.entity(B.Function).TypeId) &&
         anyNode(B, S.A, [&](Id N) { return isCall(B, N, Call); });
}

/// Of a library's class that is no text, container or template: a text that it
/// is given is copied.
bool Interpreter::keepsNoText(Id TypeId) const {
  Id Class = T.record(T.target(TypeId));
  return Class != None && !P.entity(Class).has(EF_Project) &&
         !T.stringLike(TypeId) && !T.container(TypeId) &&
         !P.type(T.target(TypeId)).Template;
}

void Interpreter::writeReceiver(Id Ctx, Id StmtIndex, Id Call,
                                const FunctionModel *Model, Phase Now) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const CallFact &C = B.Calls[Call];
  Id TypeId = B.Nodes[C.Receiver].TypeId;
  bool Container = T.container(TypeId);
  LocSet Targets = baseLocs(Ctx, C.Receiver);
  if (Model && Model->Writes && T.role(TypeId) == Role::Iterator) {
    LocSet Proxies = std::exchange(Targets, {}); // write what they stand for
    for (Id L : Proxies)
      for (Id Place : Locs[L].Kind != LocKind::Elem &&
                              T.role(Locs[L].TypeId) == Role::Iterator
                          ? refs(resolved(L))
                          : LocSet{L})
        Targets.push_back(Place);
  }
  // What was handed to a library's object may be thought to come out of it; a
  // text is no widget.
  if (keepsNoText(TypeId))
    llvm::erase_if(Targets, [&](Id L) { return T.stringLike(Locs[L].TypeId); });
  WriteHow How = howOf(Model, C);
  auto Bound = [&](const Stmt &S) { return bindsResult(B, S, Call); };
  if (How == WriteHow::Subscript &&
      ((C.Flags & CF_SubscriptRead) || onlyAsked(B, Call) ||
       llvm::any_of(B.Stmts, Bound))) {
    // Reading m[k] adds the key to a map that was not asked first; who writes
    // down the key knows that it is there.
    bool Known = !C.Args.empty() && literal(B, C.Args[0]);
    LocSet Left;
    for (Id L : Targets)
      if (Container && !Known && !lookedUp(Ctx, StmtIndex, L))
        Left.push_back(L);
    Targets = Left;
  }
  ValueSet Stored;
  bool Keyed =
      C.Args.size() > 1 || How == WriteHow::Subscript || How == WriteHow::Erase;
  for (size_t I = Keyed ? 1 : 0; I < C.Args.size(); ++I)
    Stored.merge(values(Ctx, C.Args[I]));
  Id Key = Keyed && !C.Args.empty() ? C.Args[0] : None;
  if (Key == None && How == WriteHow::Insert && C.Args.size() == 1)
    Key = keyOfPair(B, C.Args[0]);
  recordWrite(Ctx, StmtIndex, Targets, How, Now, C.Loc, Key, &Stored);
  bool Stream = C.Name == "operator<<" && !Container;
  bool Appends = Model && Model->Format && Model->How == "insert" &&
                 Model->FormatInto == ArgReceiver && C.Name != "operator=";
  if (How == WriteHow::Clear)
    Cleared.insert(Targets.begin(), Targets.end());
  if (Appends) {
    for (Id L : Targets)
      if (T.stringLike(Locs[L].TypeId))
        putText(Ctx, StmtIndex, Call, L, *Model);
  } else if (!Stream && (How == WriteHow::Insert || How == WriteHow::Call ||
                         How == WriteHow::Subscript)) {
    keepArguments(Ctx, C, Targets, How);
  } else if (How == WriteHow::Assign || How == WriteHow::Compound ||
             How == WriteHow::Clear) {
    for (Id L : Targets)
      for (Id A : C.Args)
        if (A != None)
          add(L, values(Ctx, A));
  }
}

/// What the call may write through an argument; \p Listed: its model says so.
LocSet Interpreter::writtenThrough(Id Ctx, Id A, Passing Mode, bool Listed) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  LocSet Targets;
  if ((Listed && Mode == Passing::Value) || // an iterator
      Mode == Passing::MutPtr)
    Targets = refs(values(Ctx, A));
  else if (Mode == Passing::MutRef || Listed)
    Targets = refs(bindTo(Ctx, None, A, true));
  else if (Mode == Passing::RRef && B.Nodes[A].Kind == NodeKind::Call) {
    // std::move(x): x is emptied.
    const FunctionModel *Inner = model(B.Calls[B.Nodes[A].Ref], B);
    if (Inner && Inner->Returns == Origin::Argument && Inner->How == "move")
      Targets = refs(bindTo(Ctx, None, A, true));
  }
  if (Listed && Mode == Passing::Value) {
    // Sorting pointers moves them, not what they point to.
    LocSet Behind;
    for (Id L : Targets)
      if (Locs[L].Kind == LocKind::Elem)
        for (Id Inner : refs(resolved(L)))
          if (Inner != L)
            Behind.push_back(Inner);
    llvm::erase_if(Targets,
                   [&](Id L) { return llvm::is_contained(Behind, L); });
  }
  if (Listed)
    return Targets;
  LocSet Kept;
  for (Id L : Targets) {
    Id R = T.record(Locs[L].TypeId);
    if (R == None || !P.entity(R).has(EF_Project) ||
        P.type(Locs[L].TypeId).Template)
      Kept.push_back(L);
  }
  return Kept;
}

void Interpreter::externalWrites(Id Ctx, Id StmtIndex, Id Call,
                                 const FunctionModel *Model, Phase Now) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const CallFact &C = B.Calls[Call];
  if (writesReceiver(C, B, Model))
    writeReceiver(Ctx, StmtIndex, Call, Model, Now);
  if (Model &&
      (Model->AllArgsPure || Model->Print || Model->Test || Model->Bind))
    return;
  if (Model && Model->Returns && *Model->Returns == Origin::Argument &&
      Model->WritesArgs.empty())
    return;
  for (size_t I = 0; I < C.Args.size() && I < C.Modes.size(); ++I) {
    Passing Mode = C.Modes[I];
    Id A = C.Args[I];
    if (A == None || (Model && listed(Model->PureArgs, I, C.Args.size())))
      continue;
    bool Listed = Model && listed(Model->WritesArgs, I, C.Args.size());
    // Text is made of the arguments, into one of them.
    if (Model && Model->Format && !Listed && int(I) != Model->FormatInto)
      continue;
    LocSet Kept = writtenThrough(Ctx, A, Mode, Listed);
    // What `getaddrinfo(host, ...)` made is no part of the host's text.
    Id To = T.target(B.Nodes[A].TypeId);
    bool Other = To != None && T.pointerLike(B.Nodes[A].TypeId) &&
                 (T.record(To) != None ||
                  (T.scalar(To) && !T.stringLike(B.Nodes[A].TypeId)));
    // `memcpy(message.data(), text.data(), n)`: the message has its own.
    if (B.Nodes[A].Kind == NodeKind::Call) {
      Id On = B.Calls[B.Nodes[A].Ref].Receiver;
      Other |= On != None && keepsNoText(B.Nodes[On].TypeId);
    }
    if (Other)
      llvm::erase_if(Kept, [&](Id L) { return characters(L); });
    if (Kept.empty())
      continue;
    ValueSet Stored;
    for (size_t J = 0; J < C.Args.size(); ++J)
      if (J != I && C.Args[J] != None && C.Modes[J] != Passing::MutRef &&
          C.Modes[J] != Passing::MutPtr)
        Stored.merge(values(Ctx, C.Args[J]));
    bool Swaps = Model && Model->How == "swap";
    // An algorithm works on what is there; others fill what they are given.
    // (In C, glibc's accept() takes a union by value.)
    Id Given = A;
    while ((B.Nodes[Given].Kind == NodeKind::Cast ||
            B.Nodes[Given].Kind == NodeKind::List) &&
           B.Nodes[Given].Ops.size() == 1 && B.Nodes[Given].Ops[0] != None)
      Given = B.Nodes[Given].Ops[0];
    bool Works = Listed && Mode == Passing::Value &&
                 B.Nodes[Given].Kind != NodeKind::Addr &&
                 !T.array(Locs[Kept.front()].TypeId);
    // `g_hash_table_insert(table, key, value)`: C's way to write a method.
    bool Method = Listed && I == 0 && C.Receiver == None && !Swaps &&
                  !Model->Format && !Model->How.empty();
    recordWrite(Ctx, StmtIndex, Kept,
                Swaps    ? WriteHow::Compound
                : Method ? howOf(Model, C)
                : Works  ? WriteHow::Call
                         : WriteHow::OutArg,
                Now, C.Loc, Method && C.Args.size() > 2 ? C.Args[1] : None,
                &Stored);
    if (!Model || !Model->Format)
      continue;
    ValueSet Texts; // not the hints to getaddrinfo()
    for (const Value &V : Stored)
      if (V.Kind != ValueKind::Ref || T.record(Locs[V.A].TypeId) == None ||
          T.stringLike(Locs[V.A].TypeId))
        Texts.insert(V);
    for (Id L : Kept) {
      if (int(I) == Model->FormatInto && T.stringLike(Locs[L].TypeId))
        putText(Ctx, StmtIndex, Call, L, *Model);
      else
        copyInto(L, Texts);
    }
  }
}

/// Bytes are copied: `memcpy(p, array, n)`.
void Interpreter::copyInto(Id L, const ValueSet &Stored) {
  add(L, bytesOf(Stored));
  // A pointer stands for the first of the elements that it leads to.
  for (Id Source : refs(Stored))
    if (T.array(Locs[Source].TypeId) && !T.array(Locs[L].TypeId))
      add(L, refTo(elemLoc(Source, false, None)));
}

void Interpreter::externalReads(Id Ctx, Id StmtIndex, Id Call,
                                const FunctionModel *Model, Phase Now) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const CallFact &C = B.Calls[Call];
  bool Observed = observedBy(Ctx, Call);
  if (C.Receiver != None && !(C.Flags & CF_Construct)) {
    bool Reads =
        (C.Flags & CF_ConstMethod) ||
        (Model && (Model->HasReads || Model->Test) && Model->How.empty()) ||
        (C.Flags & CF_SubscriptRead);
    bool Stream = C.Name == "operator<<";
    if (Reads && !Stream)
      recordRead(Ctx, StmtIndex, baseLocs(Ctx, C.Receiver), Use::Receiver, Now,
                 C.Loc, Observed);
  }
  for (size_t I = 0; I < C.Args.size() && I < C.Modes.size(); ++I) {
    bool Pure =
        C.Modes[I] == Passing::ConstPtr ||
        (C.Modes[I] == Passing::MutPtr && Model &&
         (Model->AllArgsPure || listed(Model->PureArgs, I, C.Args.size())));
    bool Pointee =
        C.Args[I] != None && (B.Nodes[C.Args[I]].Kind == NodeKind::Addr ||
                              (C.Modes[I] == Passing::ConstPtr &&
                               T.pointerLike(B.Nodes[C.Args[I]].TypeId)));
    if (Pure && Pointee)
      recordRead(Ctx, StmtIndex, refs(values(Ctx, C.Args[I])), Use::Argument,
                 Now, C.Loc, Observed);
    bool Shown =
        Model && (Model->Format || Model->Print) && int(I) != Model->FormatInto;
    bool Accessor = false; // what a function hands out by reference
    if (C.Args[I] != None && B.Nodes[C.Args[I]].Kind == NodeKind::Call) {
      Id Inner = B.Calls[B.Nodes[C.Args[I]].Ref].Callee;
      Accessor =
          Inner != None && T.reference(P.entity(Inner).TypeId) && body(Inner);
    }
    if (C.Args[I] == None || (!isLvalue(B, C.Args[I]) && !Accessor) ||
        (C.Modes[I] == Passing::MutPtr && !Shown &&
         !(Pure && T.array(B.Nodes[C.Args[I]].TypeId))))
      continue;
    // A method without a model may read what it could also change.
    bool MayRead = C.Receiver != None && !Model;
    if (C.Modes[I] == Passing::MutRef && C.Name != "operator<<" && !MayRead)
      continue;
    if (T.scalar(B.Nodes[C.Args[I]].TypeId) && C.Modes[I] == Passing::Value)
      continue; // a Read statement says it
    recordRead(Ctx, StmtIndex, locs(Ctx, C.Args[I]), Use::Argument, Now, C.Loc,
               Observed);
  }
}

bool Interpreter::shares(const CallFact &C, const FunctionBody &B,
                         const FunctionModel &Model) const {
  if (Model.Shared.empty())
    return false;
  auto Number = [&](int Arg) -> std::optional<int64_t> {
    Id N = node(None, C, Arg);
    if (N == None || B.Nodes[N].Kind != NodeKind::Int)
      return std::nullopt;
    return B.Nodes[N].Value;
  };
  if (Model.SharedIfArg != ArgNone) {
    std::optional<int64_t> N = Number(Model.SharedIfArg);
    if (!N)
      return false;
    int64_t Masked = Model.SharedIfMask ? *N & Model.SharedIfMask : *N;
    if (Masked != Model.SharedIfValue &&
        !llvm::is_contained(Model.SharedIfValues, Masked))
      return false;
  }
  if (Model.SharedReadOnlyArg != ArgNone) {
    std::optional<int64_t> N = Number(Model.SharedReadOnlyArg);
    int64_t Mask = Model.SharedReadOnlyMask ? Model.SharedReadOnlyMask : -1;
    if (N && (*N & Mask) == Model.SharedReadOnlyValue)
      return false;
  }
  return true;
}

bool Interpreter::shared(Id L) const {
  for (;; L = Locs[L].Parent)
    if (SharedObjects.count(L))
      return true;
    else if (Locs[L].Kind < LocKind::Field)
      return false;
}

} // namespace factor6
