//===- Events.cpp -----------------------------------------------------------===//
#include "rules/Events.h"

namespace factor6 {

const FunctionBody &bodyOf(const RuleContext &C, const CallEvent &E) {
  return *C.I.body(C.I.activations()[E.Ctx].Function);
}

const CallFact &callOf(const RuleContext &C, const CallEvent &E) {
  return bodyOf(C, E).Calls[E.Call];
}

const ValueSet *argument(const RuleContext &, const CallEvent &E, int Arg) {
  if (Arg == ArgReceiver)
    return &E.ReceiverValues;
  if (Arg < 0)
    Arg += int(E.Args.size());
  return Arg >= 0 && Arg < int(E.Args.size()) ? &E.Args[Arg] : nullptr;
}

Id argumentNode(const RuleContext &C, const CallEvent &E, int Arg) {
  const CallFact &Call = callOf(C, E);
  if (Arg == ArgReceiver)
    return Call.Receiver;
  if (Arg < 0)
    Arg += int(Call.Args.size());
  return Arg >= 0 && Arg < int(Call.Args.size()) ? Call.Args[Arg] : None;
}

std::optional<int64_t> number(const RuleContext &C, const CallEvent &E, int Arg) {
  Id N = argumentNode(C, E, Arg);
  if (N == None)
    return std::nullopt;
  const Node &X = bodyOf(C, E).Nodes[N];
  if (X.Kind != NodeKind::Int)
    return std::nullopt;
  return X.Value;
}

std::vector<std::string> texts(const RuleContext &C, const CallEvent &E, int Arg) {
  std::vector<std::string> Out;
  if (const ValueSet *V = argument(C, E, Arg))
    for (const auto &Case : C.Text.cases(*V))
      for (const StringCase &T : Case)
        Out.push_back(T.Text);
  return Out;
}

bool dead(const RuleContext &C, const CallEvent &E) {
  return E.When == Phase::Root && C.Options.WholeProgram;
}

bool afterFork(const RuleContext &C, const CallEvent &E) {
  const FunctionBody &B = bodyOf(C, E);
  bool Forked = false;
  for (Id I = 0; I < E.StmtIndex; ++I)
    if (B.Stmts[I].Kind == StmtKind::Call)
      if (const FunctionModel *M = C.I.model(B.Calls[B.Stmts[I].A], B))
        Forked |= M->Forks;
  // The parent goes on outside of the condition on fork()'s result.
  return Forked && B.Stmts[E.StmtIndex].Region != None;
}

} // namespace factor6
