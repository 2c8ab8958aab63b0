//===- LocalFileWrite.cpp - factor6-local-file-write ----------------------===//
#include "rules/FileRules.h"

#include <set>

namespace factor6 {

namespace {

Id handleEntity(const FunctionBody &B, Id N) {
  while (N != None) {
    const Node &X = B.Nodes[N];
    bool Seen = X.Kind == NodeKind::Deref || X.Kind == NodeKind::Cast ||
                X.Kind == NodeKind::Addr;
    bool Owned = X.Kind == NodeKind::Call && X.Ref != None &&
                 llvm::is_contained({"get", "operator*", "operator->"},
                                    B.Calls[X.Ref].Name);
    if (!Seen && !Owned)
      break;
    N = Owned ? B.Calls[X.Ref].Receiver : X.Ops.empty() ? None : X.Ops[0];
  }
  if (N == None ||
      (B.Nodes[N].Kind != NodeKind::Var && B.Nodes[N].Kind != NodeKind::Field))
    return None;
  return B.Nodes[N].Ref;
}

/// The variables and members behind a handle, through the parameters that it
/// was passed on in.
void handlesBehind(const RuleContext &C, Id Ctx, Id N, std::set<Id> &Out,
                   unsigned Depth = 0) {
  const Activation &A = C.I.activations()[Ctx];
  Id Handle = handleEntity(*C.I.body(A.Function), N);
  if (Handle == None || !Out.insert(Handle).second || Depth > 4)
    return;
  const Entity &F = C.program().entity(A.Function);
  auto At = llvm::find(F.Params, Handle);
  if (At == F.Params.end())
    return;
  size_t Index = At - F.Params.begin();
  for (const auto &From : A.Callers) {
    if (From.Caller == None || From.Call == None)
      continue;
    const CallFact &Call =
        C.I.body(C.I.activations()[From.Caller].Function)->Calls[From.Call];
    if (Index < Call.Args.size())
      handlesBehind(C, From.Caller, Call.Args[Index], Out, Depth + 1);
  }
}

/// Variables and members that hold a file opened for writing at start-up, and
/// those that a request opens itself.
void openedHandles(const RuleContext &C, const Files &Life,
                   std::set<Id> &AtStart, std::set<Id> &InRequest) {
  for (const FileOp &Op : Life.ops()) {
    if (!Op.Changes || Op.Device || Op.Mode == FileMode::Remove)
      continue;
    const FunctionBody &B = bodyOf(C, *Op.Event);
    const CallFact &Call = callOf(C, *Op.Event);
    Id Handle = handleEntity(B, Call.Receiver);
    for (const Stmt &S : B.Stmts)
      if (S.Kind == StmtKind::Store && S.B != None && S.A != None &&
          B.Nodes[S.B].Kind == NodeKind::Call &&
          B.Nodes[S.B].Ref == Op.Event->Call)
        Handle = handleEntity(B, S.A);
    for (const CallFact &X : B.Calls) // a smart pointer takes it over
      if ((X.Flags & CF_Construct) && X.Receiver != None && !X.Args.empty() &&
          X.Args[0] != None && B.Nodes[X.Args[0]].Kind == NodeKind::Call &&
          B.Nodes[X.Args[0]].Ref == Op.Event->Call)
        Handle = handleEntity(B, X.Receiver);
    if (Handle == None)
      continue;
    if (Op.Event->When == Phase::StartUp)
      AtStart.insert(Handle);
    else if (Op.Event->When == Phase::Request)
      InRequest.insert(Handle);
  }
}

} // namespace

std::map<Id, const CallEvent *>
requestUses(const RuleContext &C, std::initializer_list<HandleAction> Does) {
  std::map<Id, const CallEvent *> Out;
  if (C.OneShot)
    return Out;
  std::set<Id> AtStart, InRequest;
  openedHandles(C, C.Life, AtStart, InRequest);
  for (const CallEvent &E : C.I.events())
    for (const HandleUse &H : E.Model->HandleUses) {
      if (E.When != Phase::Request || !llvm::is_contained(Does, H.Does))
        continue;
      std::set<Id> Behind;
      handlesBehind(C, E.Ctx, argumentNode(C, E, H.Arg), Behind);
      auto Opened = llvm::find_if(Behind, [&](Id X) {
        return AtStart.count(X) && !InRequest.count(X);
      });
      if (Opened == Behind.end())
        continue;
      const CallEvent *&First = Out[*Opened];
      if (!First || C.place(E.At) < C.place(First->At))
        First = &E;
    }
  return Out;
}

namespace {

void longLivedHandles(const RuleContext &C, std::vector<Finding> &Out) {
  for (auto [Handle, E] :
       requestUses(C, {HandleAction::Write, HandleAction::Truncate})) {
    Finding F = C.start("local-file-write", E->At, Evidence::Request);
    F.Symbol = C.symbol(Handle);
    F.Message = "a local file that was opened at start-up ('" + F.Symbol +
                "') is written while serving a request: it is lost with the "
                "container";
    F.Hint = hasWord(F.Symbol, {"log", "logger"})
                 ? "write logs to stdout and let the platform collect them "
                   "(Factor XI)"
                 : "use object storage or a database";
    F.Flows.push_back(C.flow(E->Ctx, E->At, "here", E->When));
    Out.push_back(std::move(F));
  }
}

} // namespace

void localFileWrite(const RuleContext &C, std::vector<Finding> &Out) {
  reportFiles(C, FileRule::Write, Out);
  longLivedHandles(C, Out);
}

} // namespace factor6
