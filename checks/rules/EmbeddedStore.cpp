//===- EmbeddedStore.cpp - factor6-embedded-store -------------------------===//
#include "rules/Events.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/GlobPattern.h"

#include <map>

namespace factor6 {

namespace {

bool matches(llvm::StringRef Pattern, llvm::StringRef Text) {
  if (Pattern == Text)
    return true;
  llvm::Expected<llvm::GlobPattern> G = llvm::GlobPattern::create(Pattern);
  if (!G) {
    llvm::consumeError(G.takeError());
    return false;
  }
  return G->match(Text);
}

bool inMemory(const RuleContext &C, const CallEvent &E) {
  std::vector<std::string> Paths = texts(C, E, E.Model->StorePathArg);
  if (Paths.empty())
    return false;
  for (const std::string &T : Paths) {
    bool Memory = false;
    for (const std::string &Pattern : E.Model->StoreMemory)
      Memory |= matches(Pattern, T);
    if (!Memory)
      return false;
  }
  return true;
}

bool readOnly(const RuleContext &C, const CallEvent &E) {
  if (E.Model->StoreReadOnly)
    return true;
  if (E.Model->StoreReadOnlyArg == ArgNone)
    return false;
  std::optional<int64_t> N = number(C, E, E.Model->StoreReadOnlyArg);
  if (!N)
    return false;
  return E.Model->StoreReadOnlyMask ? (*N & E.Model->StoreReadOnlyMask) != 0
                                    : *N != 0;
}

bool otherKind(const RuleContext &C, const CallEvent &E) {
  if (E.Model->StoreIfArg == ArgNone)
    return false;
  std::vector<std::string> Given = texts(C, E, E.Model->StoreIfArg);
  if (std::optional<int64_t> N = number(C, E, E.Model->StoreIfArg))
    Given.push_back(std::to_string(*N));
  for (const std::string &T : Given)
    for (const std::string &Pattern : E.Model->StoreIfEquals)
      if (matches(Pattern, T))
        return false;
  return true;
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
    const CallEvent &E = *Event;
    if (E.Model->Store.empty() || dead(C, E) || readOnly(C, E) ||
        otherKind(C, E))
      continue;
    std::set<Id> Kept = keptIn(C, E);
    if (inMemory(C, E)) {
      keptInMemory(C, E, Kept, Out);
      continue;
    }
    std::vector<std::string> Paths = texts(C, E, E.Model->StorePathArg);
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
    bool Request = E.When == Phase::Request || usedByRequest(C, Kept);
    Finding F = C.start("embedded-store", E.At,
                        Request ? Evidence::Request : Evidence::Runtime);
    F.Symbol = callOf(C, E).Name;
    F.Message = "'" + F.Symbol + "' opens an embedded " + E.Model->Store +
                " database on a local path: other processes and hosts do not "
                "see it, and it is "
                "lost with the container";
    F.Hint = "use a database service (PostgreSQL, MySQL, Redis ...)";
    F.Flows.push_back(C.flow(E.Ctx, E.At, "it is opened here", E.When));
    Out.push_back(std::move(F));
  }
}

} // namespace factor6
