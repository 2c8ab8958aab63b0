//===- JobLoops.cpp - Loops that take one job after the other -------------===//
#include "derive/Bodies.h"
#include "derive/Interpreter.h"

namespace factor6 {

namespace {

/// The text of the argument begins with one of the model's words.
bool commands(const FunctionModel &Model, const CallFact &C,
              const FunctionBody &B) {
  int Arg = C.fromEnd(Model.JobIfArg);
  if (Arg < 0 || Arg >= int(C.Args.size()) || C.Args[Arg] == None)
    return false;
  llvm::StringRef Text = B.Nodes[C.Args[Arg]].Text;
  Text = Text.ltrim();
  return llvm::any_of(Model.JobIfBegins, [&](const std::string &Word) {
    return Text.substr(0, Text.find(' ')).equals_insensitive(Word);
  });
}

} // namespace

bool Interpreter::isJobSource(const CallFact &C, const FunctionBody &B) const {
  const FunctionModel *Model = model(C, B);
  if (Model && Model->JobIfArg != ArgNone && commands(*Model, C, B))
    return true;
  if (!Model || !Model->JobSource)
    return false;
  // recv() or poll() alone also occur in clients, such as those that connect()
  // first; a method of a consumer or an accept() does not.
  bool Strong = Model->JobStrong || C.Receiver != None ||
                Model->Returns == Origin::Descriptor || Model->Backing ||
                Model->ListensOrServes;
  return Strong || (Listens && !connects(B));
}

/// The function opens a connection to a service itself.
bool Interpreter::connects(const FunctionBody &B) const {
  return llvm::any_of(B.Calls, [&](const CallFact &C) {
    const FunctionModel *M = C.Receiver == None ? model(C, B) : nullptr;
    return M && M->Backing && !M->JobSource && !M->Returns;
  });
}

/// F takes a job outside of any loop of its own (`next_job()` helpers).
bool Interpreter::callsJobSource(Id Function, unsigned Level,
                                 std::set<Id> &Seen) {
  const FunctionBody *B = body(Function);
  if (!B || Level > 3 || !Seen.insert(Function).second)
    return false;
  for (const Stmt &S : B->Stmts) {
    if (S.Kind != StmtKind::Call)
      continue;
    bool InLoop = false;
    for (Id R = S.Region; R != None; R = B->Regions[R].Parent)
      InLoop |= B->Regions[R].Kind == RegionKind::Loop;
    if (InLoop)
      continue;
    const CallFact &C = B->Calls[S.A];
    if (isJobSource(C, *B) ||
        (C.Callee != None && callsJobSource(C.Callee, Level + 1, Seen)))
      return true;
  }
  return false;
}

void Interpreter::findJobLoops() {
  for (const FunctionBody &B : P.Bodies)
    for (const Stmt &S : B.Stmts) {
      if (S.Kind != StmtKind::Call)
        continue;
      Id Outer = outermostLoop(B, S.Region);
      if (Outer == None || JobLoops.count({B.Function, Outer}))
        continue;
      const CallFact &C = B.Calls[S.A];
      std::set<Id> Seen;
      if (!isJobSource(C, B) &&
          !(C.Callee != None && callsJobSource(C.Callee, 0, Seen)))
        continue;
      JobLoops.insert({B.Function, Outer});
      Changed = true;
    }
}

/// `for (;;)` that nothing leaves: what it does, it does while the program
/// serves, though nobody knows how it gets its work.
bool Interpreter::runsForEver(const FunctionBody &B, Id Loop) const {
  if (B.Regions[Loop].Value != 1 || B.Blocks.empty())
    return false;
  std::set<Id> Seen;
  std::vector<Id> Work;
  for (Id K = 0; K < B.Blocks.size(); ++K)
    for (Id S : B.Blocks[K].Stmts)
      if (B.Stmts[S].Region == Loop && Seen.insert(K).second)
        Work.push_back(K);
  bool Any = !Work.empty();
  while (!Work.empty()) {
    Id K = Work.back();
    Work.pop_back();
    if (K == 1) // the exit
      return false;
    for (Id Next : B.Blocks[K].Succs)
      if (Seen.insert(Next).second)
        Work.push_back(Next);
  }
  return Any;
}

} // namespace factor6
