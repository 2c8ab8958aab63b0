//===- EmbeddedStore.cpp - factor6-embedded-store ---------------------------===//
#include "rules/Events.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/GlobPattern.h"

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
  return E.Model->StoreReadOnlyMask ? (*N & E.Model->StoreReadOnlyMask) != 0 : *N != 0;
}

bool otherKind(const RuleContext &C, const CallEvent &E) {
  if (E.Model->StoreIfArg == ArgNone)
    return false;
  for (const std::string &T : texts(C, E, E.Model->StoreIfArg))
    for (const std::string &Pattern : E.Model->StoreIfEquals)
      if (matches(Pattern, T))
        return false;
  return true;
}

} // namespace

void embeddedStore(const RuleContext &C, std::vector<Finding> &Out) {
  if (C.OneShot)
    return;
  for (const CallEvent &E : C.I.events()) {
    if (E.Model->Store.empty() || dead(C, E) || readOnly(C, E) || otherKind(C, E))
      continue;
    bool Request = E.When == Phase::Request;
    Finding F = C.start("embedded-store", E.At, Request ? Evidence::Request : Evidence::Runtime);
    F.Symbol = callOf(C, E).Name;
    if (inMemory(C, E)) {
      // Made and gone within one request is fine; kept, it is state in memory.
      if (Request)
        continue;
      F.Rule = "factor6-static-cache";
      F.Level = Severity::Error;
      F.Message = "an in-memory " + E.Model->Store +
                  " database that lives as long as the process holds the sole copy of its data";
      F.Hint = "keep the data in a database service";
    } else {
      F.Message = "'" + F.Symbol + "' opens an embedded " + E.Model->Store +
                  " database on a local path: other processes and hosts do not see it, and it is "
                  "lost with the container";
      F.Hint = "use a database service (PostgreSQL, MySQL, Redis ...)";
    }
    F.Flows.push_back(C.flow(E.Ctx, E.At, "it is opened here", E.When));
    Out.push_back(std::move(F));
  }
}

} // namespace factor6
