//===- OwnFiles.cpp - Files that the same transaction made ----------------===//
#include "derive/Files.h"

namespace factor6 {

namespace {

/// The edges that lead back to the head of a loop.
std::set<std::pair<Id, Id>> backEdges(const FunctionBody &B) {
  enum : char { New, Open, Done };
  std::vector<char> State(B.Blocks.size(), New);
  std::vector<std::pair<Id, size_t>> Stack = {{0, 0}};
  std::set<std::pair<Id, Id>> Out;
  State[0] = Open;
  while (!Stack.empty()) {
    auto &[Block, Next] = Stack.back();
    if (Next == B.Blocks[Block].Succs.size()) {
      State[Block] = Done;
      Stack.pop_back();
      continue;
    }
    Id Succ = B.Blocks[Block].Succs[Next++];
    if (State[Succ] == Open)
      Out.insert({Block, Succ});
    if (State[Succ] != New)
      continue;
    State[Succ] = Open;
    Stack.push_back({Succ, 0});
  }
  return Out;
}

/// The blocks of the loop that an edge leads back to the head of.
std::set<Id> loopOf(const FunctionBody &B, std::pair<Id, Id> Edge) {
  std::set<Id> Loop = {Edge.first, Edge.second};
  std::vector<Id> Work = {Edge.first};
  while (!Work.empty()) {
    Id Block = Work.back();
    Work.pop_back();
    if (Block == Edge.second)
      continue;
    for (Id X = 0; X < B.Blocks.size(); ++X)
      if (llvm::is_contained(B.Blocks[X].Succs, Block) && Loop.insert(X).second)
        Work.push_back(X);
  }
  return Loop;
}

} // namespace

std::set<std::pair<Id, Id>> nextTurns(const FunctionBody &B, Id Statement) {
  std::set<std::pair<Id, Id>> Out;
  Id Block = blockOf(B, Statement);
  size_t Largest = 0;
  std::set<std::pair<Id, Id>> Back = backEdges(B);
  Id Head = None;
  for (const auto &Edge : Back)
    if (std::set<Id> Loop = loopOf(B, Edge);
        Loop.count(Block) && Loop.size() > Largest) {
      Largest = Loop.size();
      Head = Edge.second;
    }
  for (const auto &Edge : Back)
    if (Edge.second == Head)
      Out.insert(Edge);
  return Out;
}

namespace {

bool handlesException(const FunctionBody &B, Id Statement) {
  for (Id R = B.Stmts[Statement].Region; R != None; R = B.Regions[R].Parent)
    if (B.Regions[R].Kind == RegionKind::Catch)
      return true;
  return false;
}

} // namespace

bool leadsTo(const FunctionBody &B, Id From, Id To) {
  Id Start = blockOf(B, From), Goal = blockOf(B, To);
  if (Start == None || Goal == None || handlesException(B, To))
    return From < To;
  if (Start == Goal)
    return From < To;
  // Another turn of a loop around both may be another request's.
  std::set<std::pair<Id, Id>> Back;
  for (const auto &Edge : backEdges(B))
    if (std::set<Id> Loop = loopOf(B, Edge);
        Loop.count(Start) && Loop.count(Goal))
      Back.insert(Edge);
  std::vector<Id> Work = {Start};
  std::set<Id> Seen = {Start};
  while (!Work.empty()) {
    Id Block = Work.back();
    Work.pop_back();
    for (Id Next : B.Blocks[Block].Succs) {
      if (Back.count({Block, Next}) || !Seen.insert(Next).second)
        continue;
      if (Next == Goal)
        return true;
      Work.push_back(Next);
    }
  }
  return false;
}

namespace {

/// Both have one and the same path that is fully known.
bool knownSame(const FileOp &A, const FileOp &B) {
  return A.Texts.size() == 1 && A.Texts == B.Texts &&
         A.Texts.begin()->find('*') == std::string::npos &&
         !A.Texts.begin()->empty();
}

/// A program's argument names the path.
bool names(llvm::StringRef Argument, llvm::StringRef Path) {
  if (Path.empty())
    return false;
  for (size_t At = 0; (At = Argument.find(Path, At)) != llvm::StringRef::npos;
       ++At) {
    llvm::StringRef Rest = Argument.drop_front(At + Path.size());
    if (Rest.empty() || llvm::StringRef(" \t\n'\";&|<>").contains(Rest[0]))
      return true;
  }
  return false;
}

} // namespace

/// Made by the same transaction: removing or reading it back changes nothing
/// that another request would see.
bool Files::ownFile(size_t N) const {
  const FileOp &Op = Ops[N];
  if (Op.PathNode == None)
    return false;
  auto Made = [&](const FunctionBody &B, const Reach &R, Id Here,
                  const std::string &Key) {
    const FileOp &Maker = Ops[R.Op];
    if (R.Op == N || Maker.Mode == FileMode::Remove ||
        (!Maker.Changes && !Maker.Store && !Maker.Handed))
      return false;
    bool Match = Maker.Handed ? names(R.Key, Key)
                 : Op.Mode == FileMode::Read
                     ? R.Key == Key || knownSame(Op, Maker)
                     : covers(Key, R.Key) || covers(R.Key, Key);
    if (!Match)
      return false;
    // What is removed first may be made anew.
    return Op.Mode == FileMode::Remove
               ? R.Stmt == Here || leadsTo(B, R.Stmt, Here) ||
                     leadsTo(B, Here, R.Stmt)
               : R.Stmt < Here && leadsTo(B, R.Stmt, Here);
  };
  for (const Paths::Way &W : Op.Ways)
    for (size_t L = 0; L < W.size(); ++L) {
      auto It = Reaches.find(W[L].first);
      if (It == Reaches.end())
        continue;
      const FunctionBody &B = *I.body(I.activations()[W[L].first].Function);
      Id Here = L ? statementOf(B, W[L].second) : Op.Event->StmtIndex;
      std::string Key = pathOf(Op, Names.frame(W, L));
      if (Here != None && llvm::any_of(It->second, [&](const Reach &R) {
            return Made(B, R, Here, Key);
          }))
        return true;
    }
  return false;
}

} // namespace factor6
