//===- FileLife.cpp - Is a file gone again on every path? -----------------===//
#include "derive/Files.h"

namespace factor6 {

/// The variable or member that a node is, or that it points to.
static Id named(const FunctionBody &B, Id N) {
  while (N != None && B.Nodes[N].Kind == NodeKind::Deref)
    N = B.Nodes[N].Ops.empty() ? None : B.Nodes[N].Ops[0];
  return N != None && (B.Nodes[N].Kind == NodeKind::Var ||
                       B.Nodes[N].Kind == NodeKind::Field)
             ? B.Nodes[N].Ref
             : None;
}

/// The variable that holds what the statement's call made.
Id Files::handleOf(const FunctionBody &B, Id StmtIndex) const {
  if (StmtIndex >= B.Stmts.size() || B.Stmts[StmtIndex].Kind != StmtKind::Call)
    return None;
  const CallFact &C = B.Calls[B.Stmts[StmtIndex].A];
  if (C.Receiver != None && B.Nodes[C.Receiver].Kind == NodeKind::Var)
    return B.Nodes[C.Receiver].Ref;
  for (Id J = StmtIndex + 1; J < B.Stmts.size() && J < StmtIndex + 6; ++J) {
    const Stmt &S = B.Stmts[J];
    if (S.Kind == StmtKind::Store && S.B != None && S.A != None &&
        B.Nodes[S.B].Kind == NodeKind::Call &&
        B.Nodes[S.B].Ref == B.Stmts[StmtIndex].A)
      return named(B, S.A);
  }
  return None;
}

/// The statement runs only if opening failed: there is no file then.
bool Files::failedOpen(const FunctionBody &B, Id StmtIndex, Id Handle) const {
  if (Handle == None)
    return false;
  for (Id R = B.Stmts[StmtIndex].Region; R != None; R = B.Regions[R].Parent) {
    const Region &X = B.Regions[R];
    if (X.Kind == RegionKind::IfUnset && named(B, X.Subject) == Handle)
      return true;
  }
  return false;
}

bool Files::mayThrow(Id Function, unsigned Depth, std::set<Id> &Seen) const {
  const FunctionBody *B = I.body(Function);
  if (!B || Depth > 5 || !Seen.insert(Function).second)
    return false;
  for (const Stmt &S : B->Stmts) {
    bool Caught = false;
    for (Id R = S.Region; R != None; R = B->Regions[R].Parent)
      Caught |= B->Regions[R].Kind == RegionKind::Try;
    if (Caught)
      continue;
    if (S.Kind == StmtKind::Throw)
      return true;
    if (S.Kind == StmtKind::Call && B->Calls[S.A].Callee != None &&
        mayThrow(B->Calls[S.A].Callee, Depth + 1, Seen))
      return true;
  }
  return false;
}

bool Files::mayThrow(const CallFact &C) const {
  std::set<Id> Seen;
  return C.Callee != None && mayThrow(C.Callee, 0, Seen);
}

namespace {

bool inTry(const FunctionBody &B, Id Region) {
  for (Id R = Region; R != None; R = B.Regions[R].Parent)
    if (B.Regions[R].Kind == RegionKind::Try)
      return true;
  return false;
}

bool runsIfSet(const FunctionBody &B, Id Region, Id Handle) {
  for (Id R = Region; R != None; R = B.Regions[R].Parent)
    if (B.Regions[R].Kind == RegionKind::IfSet &&
        named(B, B.Regions[R].Subject) == Handle)
      return true;
  return false;
}

/// The block runs only if the handle is open.
bool whenOpen(const FunctionBody &B, const Block &X, Id Handle) {
  return Handle != None && !X.Stmts.empty() &&
         runsIfSet(B, B.Stmts[X.Stmts[0]].Region, Handle);
}

} // namespace

void Files::Care::add(Id Made, std::set<Id> Off) {
  if (Off.empty())
    Stops.insert(Made);
  else if (Guards.size() < 32)
    Guards.push_back({Made, std::move(Off)});
}

/// A place on the way out of a function.
struct Files::Step {
  Id Block;
  size_t Next;         ///< statement
  bool IsOpen = false; ///< behind the question whether opening worked
  uint32_t Armed = 0;  ///< guards that are there and have not been told off
};

/// Does this block, from the step on, lead out of the function with the file
/// there? \p At becomes its end; its block None if no way goes on from there.
bool Files::leaves(const FunctionBody &B, Step &At, const Care &By,
                   Id Handle) const {
  const Block &X = B.Blocks[At.Block];
  for (; At.Next < X.Stmts.size(); ++At.Next) {
    Id S = X.Stmts[At.Next];
    const Stmt &Y = B.Stmts[S];
    for (size_t G = 0; G < By.Guards.size(); ++G) {
      if (By.Guards[G].Made == S)
        At.Armed |= 1u << G;
      if (By.Guards[G].Off.count(S))
        At.Armed &= ~(1u << G);
    }
    bool Leaves = Y.Kind == StmtKind::Return || Y.Kind == StmtKind::Throw;
    if (By.Stops.count(S) || (Leaves && failedOpen(B, S, Handle))) {
      At.Block = None;
      return false;
    }
    if (Y.Kind == StmtKind::Call && !At.Armed && !inTry(B, Y.Region) &&
        mayThrow(B.Calls[Y.A]) && !failedOpen(B, S, Handle))
      return true;
  }
  return false;
}

/// Can the function be left, or the next job be taken, after From with the file
/// there? \p Throws: From itself may throw with the file made. What a library
/// may throw does not count.
bool Files::escapes(Id Ctx, Id From, const Care &By, bool Throws) const {
  const FunctionBody &B = *I.body(I.activations()[Ctx].Function);
  Id Handle = handleOf(B, From);
  if (B.Blocks.empty()) // No control flow was kept: any later removal counts.
    return By.Stops.empty() || *By.Stops.rbegin() < From;
  uint32_t Armed = 0;
  for (size_t G = 0; G < By.Guards.size(); ++G)
    if (By.Guards[G].Made <= From)
      Armed |= 1u << G;
  if (Throws && !Armed && !inTry(B, B.Stmts[From].Region))
    return true;
  std::vector<Step> Work;
  for (Id Block = 0; Block < B.Blocks.size(); ++Block)
    for (size_t K = 0; K < B.Blocks[Block].Stmts.size(); ++K)
      if (B.Blocks[Block].Stmts[K] == From)
        Work.push_back({Block, K + 1, false, Armed});
  if (Work.empty())
    return By.Stops.empty();
  std::set<std::pair<Id, Id>> Turns; // each is another request's
  if (I.activations()[Ctx].HasJobLoop)
    Turns = nextTurns(B, From);
  std::set<std::pair<Id, uint32_t>> Seen;
  while (!Work.empty()) {
    Step At = Work.back();
    Work.pop_back();
    if ((At.Block == 1 && !At.Armed) || leaves(B, At, By, Handle))
      return true;
    if (At.Block == None)
      continue;
    const Block &X = B.Blocks[At.Block];
    // The branch where opening failed has no file.
    const Id *Open = nullptr;
    if (X.Succs.size() == 2 && !At.IsOpen)
      for (size_t N : {0, 1})
        if (whenOpen(B, B.Blocks[X.Succs[N]], Handle) &&
            !whenOpen(B, B.Blocks[X.Succs[1 - N]], Handle) &&
            !whenOpen(B, X, Handle))
          Open = &X.Succs[N];
    for (Id Next : X.Succs) {
      if (Open != nullptr && Next != *Open)
        continue;
      if (Turns.count({At.Block, Next})) {
        if (!At.Armed)
          return true;
      } else if (Seen.insert({Next, At.Armed}).second) {
        Work.push_back({Next, 0, At.IsOpen || Open != nullptr, At.Armed});
      }
    }
  }
  return false;
}

namespace {

/// Where a local object gets its value.
Id madeAt(const FunctionBody &B, Id Variable) {
  for (Id S = 0; S < B.Stmts.size(); ++S)
    if (isVariable(B, filledBy(B, B.Stmts[S]), Variable))
      return S;
  return None;
}

/// The last statement before the loop around S, if that comes after From.
Id beforeLoop(const FunctionBody &B, Id S, Id From) {
  Id Loop = None;
  for (Id R = B.Stmts[S].Region; R != None && Loop == None;
       R = B.Regions[R].Parent)
    if (B.Regions[R].Kind == RegionKind::Loop)
      Loop = R;
  if (Loop == None)
    return S;
  std::set<Id> Kept;
  for (const Block &X : B.Blocks)
    Kept.insert(X.Stmts.begin(), X.Stmts.end());
  for (Id K = S; K-- > From + 1;)
    if (B.Stmts[K].Region == B.Regions[Loop].Parent && Kept.count(K))
      return K;
  return S;
}

} // namespace

/// How every function that leads to an operation sees it.
void Files::reach() {
  for (size_t N = 0; N < Ops.size(); ++N) {
    FileOp &Op = Ops[N];
    Phase When = Op.Event->When;
    if (When == Phase::StartUp || When == Phase::ShutDown ||
        Op.PathNode == None)
      continue;
    std::set<std::tuple<Id, Id, std::string>> Done;
    for (const Paths::Way &W : Op.Ways)
      for (size_t L = 0; L < W.size(); ++L) {
        Reach R{N, Op.Event->StmtIndex, L ? W[L].second : None, {}};
        R.Key = pathOf(Op, Names.frame(W, L));
        if (L)
          R.Stmt = statementOf(*I.body(I.activations()[W[L].first].Function),
                               R.Call);
        else
          Op.Key = R.Key;
        if (R.Stmt != None && Done.insert({W[L].first, R.Stmt, R.Key}).second)
          Reaches[W[L].first].push_back(std::move(R));
      }
  }
}

/// What the call is given runs on when the request has been answered.
bool Files::runsPast(const FunctionBody &B, Id Statement) const {
  const CallFact &Call = B.Calls[B.Stmts[Statement].A];
  const FunctionModel *M = I.model(Call, B);
  if (!M)
    return false;
  auto Runs = [&](RunKind Kind) {
    return llvm::any_of(M->Callables,
                        [&](const CallableSpec &S) { return S.Run == Kind; });
  };
  if (Runs(RunKind::Deferred) || Runs(RunKind::Timer))
    return true;
  return Runs(RunKind::Thread) && llvm::any_of(B.Calls, [&](const CallFact &C) {
           const FunctionModel *D = I.model(C, B);
           return D && D->Detaches;
         });
}

/// A local object whose destructor leads to the removal.
void Files::guard(const Reach &R, const FunctionBody &B, Id From,
                  Care &Out) const {
  Id Guard = B.Nodes[B.Calls[R.Call].Receiver].Ref;
  Id Made = madeAt(B, Guard);
  if (Made == None)
    return;
  // Some condition on the way down may be a member that was changed.
  std::set<Id> Off;
  for (const Paths::Way &W : Ops[R.Op].Ways)
    for (size_t L = 1; L < W.size(); ++L) {
      if (W[L].second != R.Call ||
          I.activations()[W[L].first].Function != B.Function)
        continue;
      Id Statement = Ops[R.Op].Event->StmtIndex;
      for (size_t K = 0; K < L; ++K) {
        const FunctionBody &D = *I.body(I.activations()[W[K].first].Function);
        if (K)
          Statement = statementOf(D, W[K].second);
        if (Statement != None)
          dismissals(B, Guard, D, Statement, Off);
      }
    }
  Out.add(std::max(Made, From), std::move(Off));
}

/// What takes care of a file, as one activation sees it. \p Down is the call
/// that leads to the one that makes the file: what that call removes has been
/// judged further down.
Files::Care Files::removals(Id Ctx, llvm::StringRef Key, Id From,
                            Id Down) const {
  Care Out;
  const FunctionBody &B = *I.body(I.activations()[Ctx].Function);
  if (auto It = Reaches.find(Ctx); It != Reaches.end()) {
    bool Kept = llvm::any_of(It->second, [&](const Reach &R) {
      return Ops[R.Op].Mode == FileMode::Kept && covers(R.Key, Key);
    });
    for (const Reach &R : It->second) {
      const FileOp &Op = Ops[R.Op];
      bool Scoped = Op.Mode == FileMode::Scoped;
      if ((Op.Mode != FileMode::Remove && Op.Mode != FileMode::RenameFrom &&
           !Scoped) ||
          (Down != None && R.Call == Down && !Scoped) || !covers(R.Key, Key) ||
          runsPast(B, R.Stmt))
        continue;
      if (Scoped) {
        if (!Kept && ownedHere(B, R))
          Out.Stops.insert(std::max(R.Stmt, From));
        continue;
      }
      if (R.Call != None && (B.Calls[R.Call].Flags & CF_Destroy) &&
          B.Calls[R.Call].Receiver != None) {
        guard(R, B, From, Out);
        continue;
      }
      Out.Stops.insert(R.Stmt);
      // A loop that removes each of a container's files.
      if (llvm::StringRef(R.Key).starts_with("\x01"
                                             "e"))
        Out.Stops.insert(beforeLoop(B, R.Stmt, From));
    }
  }
  outOfSight(Names.frame({B.Function, Ctx}), Key, From, Out);
  owners(Names.frame({B.Function, Ctx}), Key, From, Out.Stops);
  return Out;
}

/// The file is made by a guard object whose destructor removes it.
bool Files::guardOfOwnFile(const FileOp &Op) const {
  const Activation &A = I.activations()[Op.Event->Ctx];
  Id Record = P.entity(A.Function).Parent;
  if (Record == None)
    return false;
  for (Id L : A.This)
    if (I.survivor(L))
      return false;
  for (Id Method : P.Methods[Record]) {
    const FunctionBody *B =
        P.entity(Method).has(EF_Dtor) ? I.body(Method) : nullptr;
    if (B && removesIn(Names.frame({Method, None}), Op.Key, 0))
      return true;
  }
  return false;
}

/// Gone again on every path of every transaction that makes it.
bool Files::removed(size_t N) const {
  const FileOp &Op = Ops[N];
  if (guardOfOwnFile(Op))
    return true;
  for (const Paths::Way &W : Op.Ways) {
    bool Gone = false;
    Id From = Op.Event->StmtIndex;
    bool Throws = false;
    for (size_t L = 0; L < W.size() && !Gone; ++L) {
      const FunctionBody &B = *I.body(I.activations()[W[L].first].Function);
      if (L) {
        From = statementOf(B, W[L].second);
        if (From == None)
          break;
        Throws = mayThrow(B.Calls[W[L].second]);
      }
      Care By = removals(W[L].first, pathOf(Op, Names.frame(W, L)), From,
                         W[L].second);
      // A guard that exists already or takes over at once, or every way out.
      Gone =
          By.Stops.count(From) || ((!By.Stops.empty() || !By.Guards.empty()) &&
                                   !escapes(W[L].first, From, By, Throws));
    }
    if (!Gone)
      return false;
  }
  return !Op.Ways.empty() && Op.PathNode != None;
}

} // namespace factor6
