//===- MutableGlobal.cpp - factor6-mutable-global ---------------------------===//
#include "rules/Context.h"

namespace factor6 {

namespace {

std::string message(const RuleContext &C, const State &S, Evidence E) {
  const Entity &V = C.program().entity(S.Declared);
  std::string Kind = S.ThreadLocal                        ? "thread_local variable"
                     : V.Kind == EntityKind::Field        ? "member of an object of static storage"
                     : V.Store == Storage::StaticLocal    ? "function-local static"
                     : V.Store == Storage::StaticMember   ? "static member"
                                                          : "global variable";
  std::string Who = E == Evidence::Request ? "is changed by requests"
                                           : "is changed while the process serves";
  return Kind + " '" + C.symbol(S.Declared) + "' " + Who +
         ": its value is lost with the process and differs from one process to the next";
}

} // namespace

void mutableGlobal(const RuleContext &C, std::vector<Finding> &Out) {
  for (const State &S : C.States) {
    std::optional<Evidence> E = C.evidence(S);
    if (!E || C.ruleOf(S) != MemoryRule::MutableGlobal)
      continue;
    Finding F = C.start("mutable-global", C.program().entity(S.Declared).Loc, *E);
    F.Symbol = C.symbol(S.Declared);
    F.Message = message(C, S, *E);
    F.Hint = "pass it as an argument, or keep it in a backing service (Redis INCR for a counter)";
    C.addWrites(F, S);
    Out.push_back(std::move(F));
  }
}

} // namespace factor6
