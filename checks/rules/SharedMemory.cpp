//===- SharedMemory.cpp - factor6-shared-memory ---------------------------===//
#include "rules/SharedMemory.h"

#include "rules/Events.h"

#include "derive/Bodies.h"
#include "derive/Files.h"

#include <map>

namespace factor6 {

namespace {

constexpr char Hint[] =
    "coordinate through a backing service (a database, Redis, a queue)";

bool applies(const RuleContext &C, const CallEvent &E) {
  return C.I.shares(callOf(C, E), bodyOf(C, E), *E.Model);
}

/// E maps what an earlier call opened by name: both are one object.
bool maps(const RuleContext &C, const CallEvent &E, const CallEvent &Named) {
  if (E.Model->SharedNameArg != ArgNone ||
      Named.Model->SharedNameArg == ArgNone ||
      Named.Model->Shared != E.Model->Shared || E.Model->Shared.empty() ||
      !applies(C, Named))
    return false;
  for (const ValueSet &Arg : E.Args)
    for (const Value &V : Arg)
      if (V.Kind == ValueKind::Ref && llvm::is_contained(Named.Receiver, V.A))
        return true;
  bool OfDescriptor = false;
  for (const ValueSet &Arg : E.Args)
    OfDescriptor |=
        (C.I.origins(Arg) & (1u << unsigned(Origin::Descriptor))) != 0;
  const auto &Acts = C.I.activations();
  if (!OfDescriptor)
    return false;
  if (Acts[Named.Ctx].Function == Acts[E.Ctx].Function)
    return Named.StmtIndex < E.StmtIndex;
  // Opened elsewhere: unless this function opens a file to map it.
  for (const CallEvent &Other : C.I.events())
    if (!Other.Model->Files.empty() &&
        Other.Model->Returns == Origin::Descriptor &&
        Acts[Other.Ctx].Function == Acts[E.Ctx].Function)
      return false;
  return true;
}

/// A mapping of an object that was opened by name is that object.
bool mapsOpened(const RuleContext &C, const CallEvent &E) {
  for (const CallEvent &Other : C.I.events())
    if (maps(C, E, Other))
      return true;
  return false;
}

/// A request opens the object or uses it, itself or as it is mapped.
bool inRequest(const RuleContext &C, const CallEvent &E) {
  if (E.When == Phase::Request || usedByRequest(C, keptIn(C, E)))
    return true;
  for (const CallEvent &Other : C.I.events())
    if (maps(C, Other, E) && !Other.Model->Shared.empty() &&
        usedByRequest(C, keptIn(C, Other)))
      return true;
  return false;
}

/// It locks an open file, not one that it opens by name.
bool locksOpen(const FunctionModel &M) {
  return M.SharedLock && M.SharedNameArg == ArgNone;
}

std::string nameOf(const RuleContext &C, const CallEvent &E) {
  std::string Name;
  if (E.Model->SharedNameArg == ArgNone)
    return Name;
  for (const std::string &T : texts(C, E, E.Model->SharedNameArg))
    Name = T;
  if (std::optional<int64_t> N = number(C, E, E.Model->SharedNameArg); N && *N)
    Name = std::to_string(*N);
  return Name;
}

/// What tells this object from others, if that is known: its name, or the
/// variable that holds the locked file.
std::string objectOf(const RuleContext &C, const CallEvent &E,
                     const std::string &Name) {
  if (!Name.empty() && Name.find('*') == std::string::npos)
    return E.Model->Shared + " " + Name;
  bool Own = E.Model->SharedNameArg == ArgReceiver;
  Id N = locksOpen(*E.Model) ? argumentNode(C, E, 0)
         : Own               ? argumentNode(C, E, ArgReceiver)
                             : None;
  if (N == None)
    return "";
  const Node &X = bodyOf(C, E).Nodes[N];
  return X.Kind == NodeKind::Var || X.Kind == NodeKind::Field
             ? "object " + std::to_string(X.Ref)
             : "";
}

/// The variable or member that a call's result is stored in, or None.
Id storedIn(const FunctionBody &B, Id Call) {
  for (const Stmt &S : B.Stmts)
    if (S.Kind == StmtKind::Store && S.A != None && isCall(B, S.B, Call) &&
        (B.Nodes[S.A].Kind == NodeKind::Var ||
         B.Nodes[S.A].Kind == NodeKind::Field))
      return B.Nodes[S.A].Ref;
  return None;
}

/// A lock on a pid file, taken by main before it serves: the function, the
/// handle or the file says so.
bool pidFile(const RuleContext &C, const CallEvent &E) {
  auto Says = [](llvm::StringRef Name) {
    return hasWord(Name, {"pid", "pidfile", "daemonize", "lockfile"});
  };
  const FunctionBody &B = bodyOf(C, E);
  if (E.When != Phase::StartUp || !E.Model->SharedLock)
    return false;
  if (Says(C.program().entity(B.Function).Name) || Says(nameOf(C, E)))
    return true;
  Id N = argumentNode(C, E, locksOpen(*E.Model) ? 0 : E.Model->SharedNameArg);
  if (N == None ||
      (B.Nodes[N].Kind != NodeKind::Var && B.Nodes[N].Kind != NodeKind::Field))
    return false;
  Id Handle = B.Nodes[N].Ref;
  if (Says(C.program().entity(Handle).Name))
    return true;
  auto Named = [&](Id Ref) { return Says(C.program().entity(Ref).Name); };
  return llvm::any_of(C.I.events(), [&](const CallEvent &Open) {
    return Open.Ctx == E.Ctx && storedIn(B, Open.Call) == Handle &&
           (llvm::any_of(texts(C, Open, 0), Says) ||
            madeOf(B, argumentNode(C, Open, 0), Named,
                   [](const Node &) { return true; }));
  });
}

} // namespace

bool opensForLock(const RuleContext &C, const CallEvent &E) {
  Id Handle = storedIn(bodyOf(C, E), E.Call);
  if (Handle == None)
    return false;
  bool Locked = false;
  for (const FunctionBody &B : C.program().Bodies)
    for (const CallFact &Call : B.Calls) {
      const FunctionModel *M = C.I.model(Call, B);
      if (!M)
        continue;
      auto Is = [&](int Arg) {
        return Arg >= 0 && size_t(Arg) < Call.Args.size() &&
               Call.Args[Arg] != None &&
               B.Nodes[Call.Args[Arg]].Ref == Handle &&
               (B.Nodes[Call.Args[Arg]].Kind == NodeKind::Var ||
                B.Nodes[Call.Args[Arg]].Kind == NodeKind::Field);
      };
      Locked |= locksOpen(*M) && Is(0) && C.I.shares(Call, B, *M);
      for (const HandleUse &U : M->HandleUses)
        if (Is(U.Arg) &&
            (U.Does == HandleAction::Write || U.Does == HandleAction::Truncate))
          return false;
    }
  return Locked;
}

void sharedMemory(const RuleContext &C, std::vector<Finding> &Out) {
  if (C.OneShot)
    return;
  std::map<std::string, size_t> Objects; ///< -> finding
  for (const CallEvent *Event : requestsFirst(C)) {
    const CallEvent &E = *Event;
    if (E.Model->Shared.empty() || dead(C, E) || !applies(C, E) ||
        mapsOpened(C, E) || pidFile(C, E) ||
        (E.When == Phase::StartUp && insteadOfServing(C, E.Ctx)))
      continue;
    std::string Name = nameOf(C, E);
    std::string Object = objectOf(C, E, Name);
    if (auto Known = Objects.find(Object);
        Known != Objects.end() && !Object.empty()) {
      Out[Known->second].Notes.push_back(
          {C.place(E.At), "it is opened here, too"});
      continue;
    }
    Objects.emplace(Object, Out.size());
    Evidence Proof = inRequest(C, E) ? Evidence::Request : Evidence::Runtime;
    Finding F = C.start("shared-memory", E.At, Proof);
    F.Symbol = callOf(C, E).Name;
    F.Message = "'" + F.Symbol + "' shares " + E.Model->Shared +
                (Name.empty() || Name == "*" ? "" : " '" + Name + "'") +
                " with other processes of this machine: processes elsewhere do "
                "not take part";
    F.Hint = Hint;
    F.Flows.push_back(C.flow(E.Ctx, E.At, "it is opened here", E.When));
    Out.push_back(std::move(F));
  }
  const Files &Life = C.Life;
  std::set<Place> Seen;
  for (const FileOp &Op : Life.ops()) {
    const CallEvent &E = *Op.Event;
    if (!Op.Shm || !Op.Changes || Op.Mode == FileMode::Remove || dead(C, E) ||
        !E.Model->Shared.empty() || !Seen.insert(E.At).second)
      continue;
    Finding F = C.start("shared-memory", E.At,
                        E.When == Phase::Request ? Evidence::Request
                                                 : Evidence::Runtime);
    F.Symbol = callOf(C, E).Name;
    F.Message = "a file under /dev/shm is shared memory of this machine: "
                "processes elsewhere do "
                "not see it";
    F.Hint = Hint;
    F.Flows.push_back(C.flow(E.Ctx, E.At, "it is opened here", E.When));
    Out.push_back(std::move(F));
  }
}

} // namespace factor6
