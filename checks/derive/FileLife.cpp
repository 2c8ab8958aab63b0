//===- FileLife.cpp - Is a file gone again on every path? -----------------===//
#include "derive/Files.h"

namespace factor6 {

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
      return B.Nodes[S.A].Kind == NodeKind::Var ||
                     B.Nodes[S.A].Kind == NodeKind::Field
                 ? B.Nodes[S.A].Ref
                 : None;
  }
  return None;
}

/// The statement runs only if opening failed: there is no file then.
bool Files::failedOpen(const FunctionBody &B, Id StmtIndex, Id Handle) const {
  if (Handle == None)
    return false;
  for (Id R = B.Stmts[StmtIndex].Region; R != None; R = B.Regions[R].Parent) {
    const Region &X = B.Regions[R];
    if (X.Kind == RegionKind::IfUnset && X.Subject != None &&
        B.Nodes[X.Subject].Ref == Handle &&
        (B.Nodes[X.Subject].Kind == NodeKind::Var ||
         B.Nodes[X.Subject].Kind == NodeKind::Field))
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
        B.Regions[R].Subject != None &&
        B.Nodes[B.Regions[R].Subject].Ref == Handle &&
        B.Nodes[B.Regions[R].Subject].Kind == NodeKind::Var)
      return true;
  return false;
}

/// The block runs only if the handle is open.
bool whenOpen(const FunctionBody &B, const Block &X, Id Handle) {
  return Handle != None && !X.Stmts.empty() &&
         runsIfSet(B, B.Stmts[X.Stmts[0]].Region, Handle);
}

} // namespace

/// Can the function be left after From without passing one of Stops? \p Throws:
/// From itself may throw with the file made. What a library may throw does
/// not count.
bool Files::escapes(const FunctionBody &B, Id From, const std::set<Id> &Stops,
                    bool Throws) const {
  Id Handle = handleOf(B, From);
  if (B.Blocks.empty()) // No control flow was kept: any later removal counts.
    return Stops.empty() || *Stops.rbegin() < From;
  if (Throws && !inTry(B, B.Stmts[From].Region))
    return true;
  struct Step {
    Id Block;
    size_t Next;         ///< statement
    bool IsOpen = false; ///< behind the question whether opening worked
  };
  std::vector<Step> Work;
  for (Id Block = 0; Block < B.Blocks.size(); ++Block)
    for (size_t K = 0; K < B.Blocks[Block].Stmts.size(); ++K)
      if (B.Blocks[Block].Stmts[K] == From)
        Work.push_back({Block, K + 1});
  if (Work.empty())
    return Stops.empty();
  std::set<Id> Seen;
  while (!Work.empty()) {
    auto [Block, K, IsOpen] = Work.back();
    Work.pop_back();
    if (Block == 1)
      return true;
    const auto &X = B.Blocks[Block];
    bool Ends = false;
    for (; K < X.Stmts.size() && !Ends; ++K) {
      Id S = X.Stmts[K];
      const Stmt &Y = B.Stmts[S];
      bool Leaves = Y.Kind == StmtKind::Return || Y.Kind == StmtKind::Throw;
      Ends = Stops.count(S) || (Leaves && failedOpen(B, S, Handle));
      if (!Ends && Y.Kind == StmtKind::Call && !inTry(B, Y.Region) &&
          mayThrow(B.Calls[Y.A]) && !failedOpen(B, S, Handle))
        return true;
    }
    if (Ends)
      continue;
    // The branch where opening failed has no file.
    const Id *Open = nullptr;
    if (X.Succs.size() == 2 && !IsOpen)
      for (size_t N : {0, 1})
        if (whenOpen(B, B.Blocks[X.Succs[N]], Handle) &&
            !whenOpen(B, B.Blocks[X.Succs[1 - N]], Handle) &&
            !whenOpen(B, X, Handle))
          Open = &X.Succs[N];
    for (Id Next : X.Succs)
      if ((Open == nullptr || Next == *Open) && Seen.insert(Next).second)
        Work.push_back({Next, 0, IsOpen || Open != nullptr});
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

/// Statements of an activation after which the file is gone, or in safe hands
/// (a guard). \p Down is the call that leads to the one that makes the file:
/// what that call removes has been judged further down.
std::set<Id> Files::removals(Id Ctx, llvm::StringRef Key, Id From,
                             Id Down) const {
  std::set<Id> Out;
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
          (Down != None && R.Call == Down) || !covers(R.Key, Key) ||
          runsPast(B, R.Stmt))
        continue;
      if (Scoped) {
        if (!Kept)
          Out.insert(std::max(R.Stmt, From));
        continue;
      }
      if (R.Call == None || !(B.Calls[R.Call].Flags & CF_Destroy) ||
          B.Calls[R.Call].Receiver == None) {
        Out.insert(R.Stmt);
        // A loop that removes each of a container's files.
        if (llvm::StringRef(R.Key).starts_with("\x01"
                                               "e"))
          Out.insert(beforeLoop(B, R.Stmt, From));
        continue;
      }
      Id Guard = B.Nodes[B.Calls[R.Call].Receiver].Ref;
      Id Made = madeAt(B, Guard);
      if (Made != None &&
          !dismissed(B, Guard, *I.body(I.activations()[Op.Event->Ctx].Function),
                     Op.Event->StmtIndex))
        Out.insert(std::max(Made, From));
    }
  }
  outOfSight(Names.frame({B.Function, Ctx}), Key, From, Out);
  owners(Names.frame({B.Function, Ctx}), Key, From, Out);
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
      std::set<Id> Stops = removals(W[L].first, pathOf(Op, Names.frame(W, L)),
                                    From, W[L].second);
      // A guard that exists already or takes over at once, or every way out.
      Gone = Stops.count(From) ||
             (!Stops.empty() && !escapes(B, From, Stops, Throws));
    }
    if (!Gone)
      return false;
  }
  return !Op.Ways.empty() && Op.PathNode != None;
}

} // namespace factor6
