//===- EmbeddedStore.cpp - factor6-embedded-store -------------------------===//
#include "rules/Events.h"

#include "llvm/ADT/StringRef.h"

#include <algorithm>
#include <map>

namespace factor6 {

namespace {

/// Every path that may be opened is one of these.
bool pathIn(const std::vector<std::string> &Paths,
            const std::vector<std::string> &Patterns) {
  return !Paths.empty() && llvm::all_of(Paths, [&](const std::string &T) {
    return llvm::any_of(Patterns, [&](const std::string &Pattern) {
      return matches(Pattern, T);
    });
  });
}

/// Opened by requests only, each of which removes it again.
bool goneAgain(const RuleContext &C, const CallEvent &E) {
  bool Found = false;
  for (const FileOp &Op : C.Life.ops())
    if (Op.Store && Op.Event->At == E.At) {
      Found = true;
      if (!Op.Removed)
        return false;
    }
  return Found;
}

/// A store as one way leads to its opening.
struct Opening {
  std::vector<std::string> Paths;
  std::optional<int64_t> Path;     ///< a null pointer
  std::optional<int64_t> ReadOnly; ///< the argument that says so
  std::optional<int64_t> Kind;     ///< the argument that says what is opened
};

/// The paths that a store is given: by the call that makes it, or after it.
std::vector<std::string> pathsOf(const RuleContext &C, const CallEvent &E) {
  if (E.Model->StorePathArg != ArgNone)
    return texts(C, E, E.Model->StorePathArg);
  std::vector<std::string> Out;
  const std::set<Id> Kept = keptIn(C, E);
  for (const CallEvent &Later : C.I.events())
    if (Later.Model->StoreNameArg != ArgNone &&
        Later.Model->Library == E.Model->Library &&
        llvm::any_of(Later.Receiver, [&](Id L) { return Kept.count(L) != 0; }))
      llvm::append_range(Out, texts(C, Later, Later.Model->StoreNameArg));
  return Out;
}

std::vector<Opening> openings(const RuleContext &C, const CallEvent &E) {
  const FunctionModel &M = *E.Model;
  std::vector<std::string> All = pathsOf(C, E);
  std::vector<Opening> Out;
  for (const auto &W :
       C.Life.given(E, {M.StorePathArg, M.StoreReadOnlyArg, M.StoreIfArg})) {
    bool Known =
        !W[0].Text.empty() && !llvm::StringRef(W[0].Text).contains('*');
    Out.push_back({Known ? std::vector<std::string>{W[0].Text} : All,
                   W[0].Number, W[1].Number, W[2].Number});
  }
  return Out;
}

bool readOnly(const RuleContext &C, const CallEvent &E, const Opening &How) {
  if (E.Model->StoreReadOnly ||
      pathIn(How.Paths, E.Model->StoreReadOnlyPaths) ||
      namesOneOf(C, bodyOf(C, E), argumentNode(C, E, E.Model->StoreReadOnlyArg),
                 E.Model->StoreReadOnlyNames))
    return true;
  if (E.Model->StoreReadOnlyArg == ArgNone || !How.ReadOnly)
    return false;
  return E.Model->StoreReadOnlyMask
             ? (*How.ReadOnly & E.Model->StoreReadOnlyMask) != 0
             : *How.ReadOnly != 0;
}

bool inMemory(const CallEvent &E, const Opening &How) {
  return pathIn(How.Paths, E.Model->StoreMemory) ||
         (E.Model->StoreMemoryIfNull && How.Path == 0);
}

bool otherKind(const RuleContext &C, const CallEvent &E, const Opening &How) {
  if (E.Model->StoreIfArg == ArgNone)
    return false;
  std::vector<std::string> Given = texts(C, E, E.Model->StoreIfArg);
  if (How.Kind)
    Given.push_back(std::to_string(*How.Kind));
  for (const std::string &T : Given)
    for (const std::string &Pattern : E.Model->StoreIfEquals)
      if (matches(Pattern, T))
        return false;
  return !namesOneOf(C, bodyOf(C, E), argumentNode(C, E, E.Model->StoreIfArg),
                     E.Model->StoreIfEquals);
}

/// What a call opens by the ways that lead to it; the worst counts.
enum class Opened : uint8_t { Nothing, Memory, File };

Opened openedBy(const RuleContext &C, const CallEvent &E) {
  Opened Out = Opened::Nothing;
  for (const Opening &How : openings(C, E))
    if (!readOnly(C, E, How) && !otherKind(C, E, How))
      Out = std::max(Out, inMemory(E, How) ? Opened::Memory : Opened::File);
  return Out;
}

/// The event among those of one call, reached by different ways, that opens the
/// worst; requests first.
std::pair<const CallEvent *, Opened> worstOf(const RuleContext &C,
                                             const CallEvent &First) {
  std::pair<const CallEvent *, Opened> Out = {&First, openedBy(C, First)};
  for (bool Request : {true, false})
    for (const CallEvent &E : C.I.events())
      if (&E != &First && E.At == First.At && E.Model == First.Model &&
          (E.When == Phase::Request) == Request && !dead(C, E))
        if (Opened What = openedBy(C, E); What > Out.second)
          Out = {&E, What};
  return Out;
}

/// The variable or member that keeps a handle from one request to the next.
Id keeper(const RuleContext &C, const std::set<Id> &Kept) {
  Id Best = None;
  int BestRank = 0;
  for (Id L : Kept) {
    const Loc &X = C.I.loc(L);
    int Rank = X.Kind == LocKind::Global ? 3 : X.Kind == LocKind::Field ? 2 : 0;
    if (X.Kind == LocKind::Local &&
        C.program().entity(X.Ref).Store == Storage::Local)
      Rank = 1;
    if (Rank > BestRank && C.I.survivor(L) &&
        C.program().entity(X.Ref).has(EF_Project)) {
      Best = X.Ref;
      BestRank = Rank;
    }
  }
  return Best;
}

/// The handle was handed on by ways that are not seen, but it is the only
/// store of its library, and a request talks to one.
std::optional<RequestUse> onlyStoreUse(const RuleContext &C,
                                       const CallEvent &E) {
  std::optional<RequestUse> Found;
  for (const CallEvent &Other : C.I.events()) {
    if (Other.Model->Library != E.Model->Library || dead(C, Other))
      continue;
    if (!Other.Model->Store.empty() && Other.At != E.At)
      return std::nullopt;
    if (!Found && Other.When == Phase::Request && Other.Model->Backing &&
        Other.Model->Store.empty() && Other.Model->Hosts.empty())
      Found = RequestUse{Other.Ctx, Other.At};
  }
  return Found;
}

/// Made and gone within one transaction is fine; kept, it is state in memory.
void keptInMemory(const RuleContext &C, const CallEvent &E,
                  const std::set<Id> &Kept, std::vector<Finding> &Out) {
  Id Variable = keeper(C, Kept);
  if (Variable == None || !usedByRequest(C, Kept))
    return;
  Finding F = C.start("static-cache", C.program().entity(Variable).Loc,
                      Evidence::Request);
  F.Symbol = C.symbol(Variable);
  F.Message = "'" + F.Symbol + "' is an in-memory " + E.Model->Store +
              " database that lives as long as the process: it holds the sole "
              "copy of its data";
  F.Hint = "keep the data in a database service";
  F.Flows.push_back(C.flow(E.Ctx, E.At, "it is opened here", E.When));
  Out.push_back(std::move(F));
}

} // namespace

void embeddedStore(const RuleContext &C, std::vector<Finding> &Out) {
  if (C.OneShot)
    return;
  std::map<std::string, size_t> Objects; ///< store and path -> finding
  for (const CallEvent *Event : requestsFirst(C)) {
    if (Event->Model->Store.empty() || dead(C, *Event) ||
        goneAgain(C, *Event) ||
        (Event->When == Phase::StartUp && insteadOfServing(C, Event->Ctx)))
      continue;
    auto [Worst, What] = worstOf(C, *Event);
    const CallEvent &E = *Worst;
    if (What == Opened::Nothing)
      continue;
    std::set<Id> Kept = keptIn(C, E);
    if (What == Opened::Memory) {
      keptInMemory(C, E, Kept, Out);
      continue;
    }
    std::vector<std::string> Paths = pathsOf(C, E);
    if (Paths.size() == 1 && !Paths[0].empty() &&
        Paths[0].find('*') == std::string::npos) {
      auto [Known, New] =
          Objects.try_emplace(E.Model->Store + " " + Paths[0], Out.size());
      if (!New) {
        Out[Known->second].Notes.push_back(
            {C.place(E.At), "it is opened here, too"});
        continue;
      }
    }
    std::optional<RequestUse> Use;
    if (E.When != Phase::Request)
      Use = requestUse(C, Kept);
    if (E.When != Phase::Request && !Use)
      Use = onlyStoreUse(C, E);
    bool Request = E.When == Phase::Request || Use;
    Finding F = C.start("embedded-store", E.At,
                        Request ? Evidence::Request : Evidence::Runtime);
    F.Symbol = subject(C, E);
    F.Message = "'" + F.Symbol + "' opens an embedded " + E.Model->Store +
                " database on a local path: other processes and hosts do not "
                "see it, and it is "
                "lost with the container";
    F.Hint = "use a database service (PostgreSQL, MySQL, Redis ...)";
    F.Flows.push_back(C.flow(E.Ctx, E.At, "it is opened here", E.When));
    if (Use)
      F.Flows.push_back(
          C.flow(Use->Ctx, Use->At, "a request uses it here", Phase::Request));
    Out.push_back(std::move(F));
  }
}

} // namespace factor6
