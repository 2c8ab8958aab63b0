//===- StaticCache.cpp - factor6-static-cache -----------------------------===//
#include "rules/Context.h"

namespace factor6 {

void staticCache(const RuleContext &C, std::vector<Finding> &Out) {
  for (const State &S : C.States) {
    std::optional<Evidence> E = C.evidence(S);
    if (!E || C.ruleOf(S) != MemoryRule::StaticCache)
      continue;
    Finding F = C.start("static-cache", C.program().entity(S.Declared).Loc, *E);
    F.Symbol = C.symbol(S.Declared);
    // Fixed by the rule, whatever the evidence.
    F.Level = S.Reloadable ? Severity::Warning : Severity::Error;
    F.Message = S.Reloadable ? "'" + F.Symbol +
                                   "' caches in process memory what can be "
                                   "loaded again: instances diverge until "
                                   "each has refreshed its own copy"
                             : "'" + F.Symbol +
                                   "' holds the sole copy of data in process "
                                   "memory: it is lost with the process "
                                   "and unknown to every other instance";
    F.Hint = S.Reloadable
                 ? "use a shared cache with expiration (Redis, Memcached), or "
                   "narrow it "
                   "to the request"
                 : "keep the data in a backing service (Redis, a database)";
    C.addWrites(F, S);
    Out.push_back(std::move(F));
  }
}

} // namespace factor6
