//===- Scratch.cpp - State that is overwritten before each use ------------===//
#include "derive/Scratch.h"

#include "derive/Bodies.h"

#include <map>
#include <set>

namespace factor6 {

namespace {

class Scratch {
public:
  explicit Scratch(const Interpreter &I)
      : I(I), P(I.program()), T(I.types()), All(I.accesses()) {}

  bool scratch(const State &S);

private:
  using Place = std::pair<Id, Id>; ///< function, statement
  bool guarded(const FunctionBody &B, Id Earlier, Id Later) const;
  bool covered(const State &S, Place At, std::set<Place> &Open, bool Given);
  void overwriters(const State &S);
  std::set<Id> cuts(Id Function);
  bool surely(Id Function);
  bool saysWhether(const CallFact &C, Id Callee) const;
  bool handedOut(const State &S, const Access &A);
  bool passesCut(Id Function, Id Stmt);
  bool whole(const State &S, const Access &A) const;
  bool filledFor(const State &S, const Activation &Handler) const;
  bool emptiesText(const Access &A) const;
  bool registers(Id Caller, Id Call) const;
  bool outlives(Id Caller, Id Call) const;
  bool knows(const State &S, Id Function) const;
  bool names(const State &S, const Access &A) const;
  bool putsAway(const Access &A) const;
  bool overwrites(const State &S, const Access &A) const;
  bool ofBytes(const State &S) const;
  bool filledFirst(const State &S) const;

  const Interpreter &I;
  const Program &P;
  const Types &T;
  const std::vector<Access> &All;
  std::map<Id, std::set<Id>> Direct; ///< function -> overwriting statements
  std::map<Place, std::set<Id>> Via; ///< function, call -> who is called
  std::map<Id, bool> Surely;
};

/// The access is to the datum as a whole, not to something in it.
bool Scratch::whole(const State &S, const Access &A) const {
  const Loc &L = I.loc(A.Target);
  return L.Kind != LocKind::Elem && L.Ref == S.Declared;
}

/// `text[0] = '\0'`: the C way to empty a text.
bool Scratch::emptiesText(const Access &A) const {
  const FunctionBody &B = *I.body(I.functionOf(A));
  if (A.How != WriteHow::Assign || I.loc(A.Target).Kind != LocKind::Elem ||
      !A.StmtIndex || B.Stmts[A.StmtIndex - 1].Kind != StmtKind::Store)
    return false;
  const Stmt &Store = B.Stmts[A.StmtIndex - 1];
  auto Zero = [&](Id N) {
    return N != None && B.Nodes[N].Kind == NodeKind::Int &&
           B.Nodes[N].Value == 0;
  };
  if (!Zero(Store.B) || Store.A == None)
    return false;
  const Node &Place = B.Nodes[Store.A];
  return Place.Kind == NodeKind::Deref || // `*text = 0`
         (Place.Kind == NodeKind::Elem && Place.Ops.size() > 1 &&
          Zero(Place.Ops[1]));
}

/// `char buffer[N]` before a loop: the first call in the loop that gets it may
/// fill it. (What was kept from the last turn is shown first.)
bool Scratch::filledFirst(const State &S) const {
  const Entity &E = P.entity(S.Declared);
  const FunctionBody *B = E.Parent == None ? nullptr : I.body(E.Parent);
  if (E.Store != Storage::Local || !T.array(S.TypeId) || !B)
    return false;
  for (const Stmt &X : B->Stmts) {
    if (outermostLoop(*B, X.Region) == None)
      continue;
    if (X.Kind == StmtKind::Store && isVariable(*B, X.B, S.Declared))
      return false;
    if (X.Kind != StmtKind::Call)
      continue;
    const CallFact &C = B->Calls[X.A];
    for (size_t A = 0; A < C.Args.size() && A < C.Modes.size(); ++A)
      if (isVariable(*B, C.Args[A], S.Declared))
        return C.Modes[A] == Passing::MutPtr &&
               llvm::none_of(S.Reads, [&](size_t R) { // `printf("%s", text)`
                 return I.functionOf(All[R]) == B->Function &&
                        All[R].At.Line == C.Loc.Line;
               });
  }
  return false;
}

/// A buffer by its looks.
bool Scratch::ofBytes(const State &S) const {
  Id Kept = T.value(S.TypeId);
  return Kept != None && !P.type(Kept).Args.empty() &&
         llvm::StringRef(P.type(P.type(Kept).Args[0]).Name)
             .contains_insensitive("char");
}

bool Scratch::overwrites(const State &S, const Access &A) const {
  if (!A.Write || !whole(S, A))
    // `recv(fd, buffer.data(), ...)` fills a buffer of whatever kind.
    return A.Write && (A.How == WriteHow::OutArg || emptiesText(A));
  return A.How == WriteHow::Assign || A.How == WriteHow::Clear ||
         (A.How == WriteHow::OutArg && (!S.Container || ofBytes(S)));
}

/// The block that holds a statement; None if no control flow was kept. A read
/// stands in no block: it belongs to the call or store that follows it.
Id blockFrom(const FunctionBody &B, Id Statement) {
  for (Id S = Statement; S < B.Stmts.size(); ++S)
    if (B.Stmts[S].Region == B.Stmts[Statement].Region)
      if (Id K = blockOf(B, S); K != None)
        return K;
  return None;
}

/// `return false;`, `return nullptr;`, `return -1;`, `throw`: the caller is
/// told that nothing came of it.
bool fails(const FunctionBody &B, const Block &X) {
  return llvm::any_of(X.Stmts, [&](Id S) {
    const Stmt &Y = B.Stmts[S];
    return Y.Kind == StmtKind::Throw ||
           (Y.Kind == StmtKind::Return && Y.A != None &&
            B.Nodes[Y.A].Kind == NodeKind::Int && B.Nodes[Y.A].Value <= 0);
  });
}

constexpr Id ExitBlock = 1;

/// A condition or loop holds Earlier and not Later.
bool Scratch::guarded(const FunctionBody &B, Id Earlier, Id Later) const {
  std::set<Id> Around;
  if (Later != None)
    for (Id R = B.Stmts[Later].Region; R != None; R = B.Regions[R].Parent)
      Around.insert(R);
  for (Id R = B.Stmts[Earlier].Region; R != None; R = B.Regions[R].Parent) {
    const Region &X = B.Regions[R];
    bool Always = X.Kind == RegionKind::Try ||
                  (X.Kind == RegionKind::Loop && X.Value == 1);
    if (!Around.count(R) && !Always)
      return true;
  }
  return false;
}

/// Where the state is overwritten, and the calls that lead there.
void Scratch::overwriters(const State &S) {
  Direct.clear();
  Via.clear();
  Surely.clear();
  std::set<Id> Seen;
  std::vector<Id> Work;
  // What a timer does is no part of the request that reads it.
  bool Asked = llvm::any_of(
      S.Reads, [&](size_t R) { return All[R].When == Phase::Request; });
  for (size_t W : S.Writes)
    if (overwrites(S, All[W]) && !(Asked && All[W].When == Phase::Background)) {
      Id Function = I.functionOf(All[W]), At = All[W].StmtIndex;
      if (At && I.body(Function)->Stmts[At - 1].Kind == StmtKind::Store)
        --At; // a block holds the store, not the write that it makes
      Direct[Function].insert(At);
    }
  for (Id Ctx = 0; Ctx < I.activations().size(); ++Ctx)
    if (Direct.count(I.activations()[Ctx].Function))
      Work.push_back(Ctx);
  while (!Work.empty()) {
    const Activation &A = I.activations()[Work.back()];
    Work.pop_back();
    for (const auto &C : A.Callers) {
      if (C.Caller == None || C.Call == None)
        continue;
      Via[{I.activations()[C.Caller].Function, C.Call}].insert(A.Function);
      if (Seen.insert(C.Caller).second)
        Work.push_back(C.Caller);
    }
  }
}

/// Statements of a function after which the state has been overwritten.
std::set<Id> Scratch::cuts(Id Function) {
  std::set<Id> Out = Direct[Function];
  const FunctionBody &B = *I.body(Function);
  for (auto It = Via.lower_bound({Function, 0});
       It != Via.end() && It->first.first == Function; ++It)
    if (llvm::all_of(It->second, [&](Id Callee) {
          return surely(Callee) ||
                 saysWhether(B.Calls[It->first.second], Callee);
        }))
      if (Id At = statementOf(B, It->first.second); At != None)
        Out.insert(At);
  return Out;
}

/// `if (find(name)) use(found);`: it says whether it has overwritten the state.
bool Scratch::saysWhether(const CallFact &C, Id Callee) const {
  Id Result = T.value(P.entity(Callee).TypeId);
  return Result != None && P.type(Result).Kind == TypeKind::Bool &&
         !(C.Flags & CF_Discarded) && Direct.count(Callee);
}

/// Who comes back from the function without a failure has overwritten it.
bool Scratch::surely(Id Function) {
  auto [It, New] = Surely.try_emplace(Function, false); // recursion ends here
  return New ? Surely[Function] = passesCut(Function, None) : It->second;
}

/// On every way to the statement (with None: out of the function), the state is
/// overwritten in this function, be it here or there.
bool Scratch::passesCut(Id Function, Id Stmt) {
  const FunctionBody &B = *I.body(Function);
  std::map<Id, Id> FirstCut; ///< block -> statement
  bool Straight = false;     ///< without control flow: not under a condition
  for (Id Cut : cuts(Function)) {
    Straight |= (Stmt == None || Cut < Stmt) && !guarded(B, Cut, Stmt);
    if (Id K = blockFrom(B, Cut); K != None)
      FirstCut.try_emplace(K, Cut);
  }
  Id To = Stmt == None ? ExitBlock : blockFrom(B, Stmt);
  if (To == None || B.Blocks.empty() || FirstCut.empty())
    return Straight;
  std::set<Id> Seen = {0};
  std::vector<Id> Work = {0};
  while (!Work.empty()) {
    Id K = Work.back();
    Work.pop_back();
    auto Cut = FirstCut.find(K);
    if (Cut != FirstCut.end() &&
        (K != To || Stmt == None || Cut->second < Stmt))
      continue;
    if (K == To)
      return false;
    if (Stmt == None && fails(B, B.Blocks[K]))
      continue;
    for (Id Next : B.Blocks[K].Succs)
      if (Seen.insert(Next).second)
        Work.push_back(Next);
  }
  return true;
}

/// `async_receive(buffer, handler)`: the buffer was filled when the handler
/// runs.
bool Scratch::filledFor(const State &S, const Activation &Handler) const {
  return Handler.Entry != None && llvm::any_of(S.Writes, [&](size_t W) {
           return All[W].How == WriteHow::OutArg &&
                  All[W].At == I.entries()[Handler.Entry].At;
         });
}

/// `strncpy(buffer, ...)`: the pointer to the buffer is read to fill it.
bool Scratch::names(const State &S, const Access &A) const {
  const Stmt &Read = I.body(I.functionOf(A))->Stmts[A.StmtIndex];
  if (A.Write || !whole(S, A) || Read.Kind != StmtKind::Read || Read.B == None)
    return false;
  auto Found = Direct.find(I.functionOf(A));
  Id Filling = statementOf(*I.body(I.functionOf(A)), Read.B);
  return Found != Direct.end() && Found->second.count(Filling);
}

/// `free_questions(message.questions);`: what the last turn left is put away.
bool Scratch::putsAway(const Access &A) const {
  const FunctionBody &B = *I.body(I.functionOf(A));
  const Stmt &Read = B.Stmts[A.StmtIndex];
  if (A.Write || A.UseOf != Use::Argument || Read.Kind != StmtKind::Read ||
      Read.B == None)
    return false;
  const CallFact &C = B.Calls[Read.B];
  const std::vector<std::string> Said = words(C.Name);
  static constexpr llvm::StringRef Ends[] = {"free", "destroy", "delete",
                                             "release", "dispose"};
  return (C.Flags & CF_Discarded) && !Said.empty() &&
         llvm::is_contained(Ends, Said.front());
}

/// The function gets at the state without being given it.
bool Scratch::knows(const State &S, Id Function) const {
  const Entity &F = P.entity(Function);
  auto Names = [&](const FunctionBody &B) {
    return llvm::any_of(B.Nodes, [&](const Node &N) {
      return N.Ref == S.Declared &&
             (N.Kind == NodeKind::Var || N.Kind == NodeKind::Field);
    });
  };
  auto Asks = [&](const CallFact &C) { // an accessor
    const FunctionBody *B = C.Callee == None ? nullptr : I.body(C.Callee);
    return B && Names(*B);
  };
  const FunctionBody &B = *I.body(Function);
  bool Member = F.Parent != None && !F.has(EF_Static) &&
                F.Parent == P.entity(S.Declared).Parent;
  return Member || F.has(EF_Lambda) || Names(B) || llvm::any_of(B.Calls, Asks);
}

/// Start-up hands the callee to somebody who calls it later: what it did before
/// that holds for the first call only.
bool Scratch::registers(Id Caller, Id Call) const {
  const Activation &A = I.activations()[Caller];
  const FunctionBody &B = *I.body(A.Function);
  Id At = statementOf(B, Call);
  return A.When == Phase::StartUp && At != None &&
         outermostLoop(B, B.Stmts[At].Region) == None;
}

/// `co_spawn(executor, loop(), detached)`, timers: when that runs, another
/// request may have written something else.
bool Scratch::outlives(Id Caller, Id Call) const {
  const FunctionBody &B = *I.body(I.activations()[Caller].Function);
  const FunctionModel *M = I.model(B.Calls[Call], B);
  return M && llvm::any_of(M->Callables, [](const CallableSpec &C) {
           return C.Run == RunKind::Spawn || C.Run == RunKind::Timer ||
                  C.Run == RunKind::Deferred;
         });
}

/// On every way to this statement, the state was overwritten in this request.
/// Open holds the places that are being decided: a way round through one of
/// them brings no way in.
bool Scratch::covered(const State &S, Place At, std::set<Place> &Open,
                      bool Given) {
  auto [Function, Stmt] = At;
  if (passesCut(Function, Stmt))
    return true;
  if (!Open.insert(At).second)
    return true;
  bool Any = false;
  for (const Activation &A : I.activations()) {
    if (A.Function != Function || A.When == Phase::StartUp ||
        A.When == Phase::Root)
      continue;
    for (const auto &C : A.Callers) {
      // Who is given the state: only those who pass it on count.
      if (Given && llvm::none_of(C.Refs, [&](Id L) {
            return I.root(L) == I.root(S.Datum);
          }))
        continue;
      if (C.Caller == None || C.Call == None || registers(C.Caller, C.Call) ||
          outlives(C.Caller, C.Call)) {
        if (!filledFor(S, A))
          return false;
        Any = true;
        continue;
      }
      Any = true;
      Id Caller = I.activations()[C.Caller].Function;
      Id Call = statementOf(*I.body(Caller), C.Call);
      if (Call == None ||
          !covered(S, {Caller, Call}, Open, Given && !knows(S, Caller)))
        return false;
    }
  }
  return Any;
}

/// The local static of another function is read, that has filled it before
/// anybody could get at it.
bool Scratch::handedOut(const State &S, const Access &A) {
  const Entity &E = P.entity(S.Declared);
  Id Owner = E.Store == Storage::StaticLocal ? E.Parent : None;
  Id Reader = I.functionOf(A);
  std::set<Id> Seen; // not one that it calls itself
  for (Id C = A.Ctx; C != None && Seen.insert(C).second;
       C = I.activations()[C].Caller)
    if (I.activations()[C].Function == Owner)
      return false;
  return !A.Write && Owner != None && Owner != Reader && I.body(Owner) &&
         surely(Owner);
}

bool Scratch::scratch(const State &S) {
  if (ofBytes(S) && filledFirst(S))
    return true;
  overwriters(S);
  // A buffer that calls fill keeps its size: to ask for that is no use of what
  // was in it.
  bool Filled = llvm::all_of(S.Writes, [&](size_t W) {
    return All[W].How == WriteHow::OutArg && !whole(S, All[W]);
  });
  // Element reads of library containers are not all seen: trust what is a
  // buffer by its looks.
  bool Used = Filled && (S.Where == Holder::Local || ofBytes(S));
  // Start-up may have used it for itself; a destructor, or what stands behind
  // the filling, looks at what came.
  bool Seen = llvm::any_of(S.Reads, [&](size_t R) {
    return All[R].When != Phase::StartUp ||
           P.entity(I.functionOf(All[R])).has(EF_Dtor) ||
           llvm::any_of(S.Writes, [&](size_t W) {
             return I.functionOf(All[W]) == I.functionOf(All[R]) &&
                    All[W].StmtIndex < All[R].StmtIndex;
           });
  });
  for (size_t W : S.Writes) // filled, and never looked at again
    Used |= !Seen && All[W].How == WriteHow::OutArg;
  auto Check = [&](const Access &A) {
    if (overwrites(S, A) || names(S, A) || putsAway(A) ||
        (Filled && !A.Write && whole(S, A)))
      return true;
    Used = true;
    std::set<Place> Open;
    return handedOut(S, A) || covered(S, {I.functionOf(A), A.StmtIndex}, Open,
                                      !knows(S, I.functionOf(A)));
  };
  for (size_t A : S.Writes)
    if (!Check(All[A]))
      return false;
  // What a thread does before its loop is start-up to that loop.
  auto BeforeLoop = [&](const Access &A) {
    const FunctionBody &B = *I.body(I.functionOf(A));
    return S.Where == Holder::Local && A.When == Phase::Background &&
           outermostLoop(B, B.Stmts[A.StmtIndex].Region) == None;
  };
  for (size_t A : S.Reads)
    if ((All[A].When == Phase::Request || All[A].When == Phase::Background) &&
        !BeforeLoop(All[A]) && !Check(All[A]))
      return false;
  return Used;
}

} // namespace

bool isScratch(const Interpreter &I, const State &S) {
  return Scratch(I).scratch(S);
}

} // namespace factor6
