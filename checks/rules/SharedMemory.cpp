//===- SharedMemory.cpp - factor6-shared-memory -----------------------------===//
#include "rules/Events.h"

#include "derive/Files.h"

#include <set>

namespace factor6 {

namespace {

bool applies(const RuleContext &C, const CallEvent &E) {
  const FunctionModel &M = *E.Model;
  if (M.SharedIfArg != ArgNone) {
    std::optional<int64_t> N = number(C, E, M.SharedIfArg);
    if (!N)
      return false;
    int64_t Masked = M.SharedIfMask ? *N & M.SharedIfMask : *N;
    bool Match = Masked == M.SharedIfValue;
    for (int64_t V : M.SharedIfValues)
      Match |= Masked == V;
    if (!Match)
      return false;
  }
  if (M.SharedReadOnlyArg != ArgNone) {
    std::optional<int64_t> N = number(C, E, M.SharedReadOnlyArg);
    int64_t Mask = M.SharedReadOnlyMask ? M.SharedReadOnlyMask : -1;
    if (N && (*N & Mask) == M.SharedReadOnlyValue)
      return false;
  }
  return true;
}

/// A mapping of an object that was opened by name is that object.
bool mapsOpened(const RuleContext &C, const CallEvent &E) {
  if (E.Model->SharedNameArg != ArgNone)
    return false;
  for (const CallEvent &Other : C.I.events())
    if (&Other != &E && !Other.Model->Shared.empty() && Other.Model->SharedNameArg != ArgNone &&
        applies(C, Other) &&
        C.I.activations()[Other.Ctx].Function == C.I.activations()[E.Ctx].Function &&
        Other.StmtIndex < E.StmtIndex)
      return true;
  return false;
}

/// A lock on a pid file, taken by main before it serves.
bool pidFile(const RuleContext &C, const CallEvent &E) {
  if (E.When != Phase::StartUp)
    return false;
  const FunctionBody &B = bodyOf(C, E);
  if (hasWord(C.program().entity(B.Function).Name, {"pid", "pidfile", "daemonize", "lockfile"}))
    return true;
  for (const Node &N : B.Nodes)
    if (N.Kind == NodeKind::Str && llvm::StringRef(N.Text).contains("pid"))
      return true;
  return false;
}

} // namespace

void sharedMemory(const RuleContext &C, std::vector<Finding> &Out) {
  if (C.OneShot)
    return;
  std::set<std::string> Names;
  for (const CallEvent &E : C.I.events()) {
    if (E.Model->Shared.empty() || dead(C, E) || !applies(C, E) || mapsOpened(C, E) ||
        pidFile(C, E))
      continue;
    std::string Name;
    if (E.Model->SharedNameArg != ArgNone)
      for (const std::string &T : texts(C, E, E.Model->SharedNameArg))
        Name = T;
    Evidence Proof = E.When == Phase::Request ? Evidence::Request : Evidence::Runtime;
    Finding F = C.start("shared-memory", E.At, Proof);
    F.Symbol = callOf(C, E).Name;
    F.Message = "'" + F.Symbol + "' shares " + E.Model->Shared +
                (Name.empty() || Name == "*" ? "" : " '" + Name + "'") +
                " with other processes of this machine: processes elsewhere do not take part";
    F.Hint = "coordinate through a backing service (a database, Redis, a queue)";
    F.Flows.push_back(C.flow(E.Ctx, E.At, "it is opened here", E.When));
    Out.push_back(std::move(F));
  }
  Files Life(C.I, C.Text);
  for (const FileOp &Op : Life.ops()) {
    const CallEvent &E = *Op.Event;
    if (!Op.Shm || !Op.Changes || Op.Mode == FileMode::Remove || dead(C, E) ||
        !E.Model->Shared.empty())
      continue;
    Finding F = C.start("shared-memory", E.At,
                        E.When == Phase::Request ? Evidence::Request : Evidence::Runtime);
    F.Symbol = callOf(C, E).Name;
    F.Message = "a file under /dev/shm is shared memory of this machine: processes elsewhere do "
                "not see it";
    F.Hint = "coordinate through a backing service (a database, Redis, a queue)";
    F.Flows.push_back(C.flow(E.Ctx, E.At, "it is opened here", E.When));
    Out.push_back(std::move(F));
  }
}

} // namespace factor6
