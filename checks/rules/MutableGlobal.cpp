//===- MutableGlobal.cpp - factor6-mutable-global -------------------------===//
#include "rules/Context.h"

#include "rules/Declared.h"
#include <set>

namespace factor6 {

namespace {

std::string message(const RuleContext &C, const State &S, Evidence E) {
  const Entity &V = C.program().entity(S.Declared);
  std::string Kind = S.ThreadLocal ? "thread_local variable"
                     : V.Kind == EntityKind::Field
                         ? "member of an object of static storage"
                     : V.Store == Storage::StaticLocal ? "function-local static"
                     : V.Store == Storage::StaticMember ? "static member"
                                                        : "global variable";
  std::string Who = E == Evidence::Request
                        ? "is changed by requests"
                        : "is changed while the process serves";
  return Kind + " '" + C.symbol(S.Declared) + "' " + Who +
         ": its value is lost with the process and differs from one process to "
         "the next";
}

/// In a program whose run is one transaction, state of static storage is only
/// worth a note.
void oneShot(const RuleContext &C, std::vector<Finding> &Out) {
  const Types &T = C.I.types();
  std::set<Id> Done;
  for (Id L : C.I.startUpWrites()) {
    const Loc &Root = C.I.loc(C.I.root(L));
    if (Root.Kind != LocKind::Global)
      continue;
    const Entity &V = C.program().entity(Root.Ref);
    Role R = T.role(V.TypeId);
    bool Plain = R == Role::None || R == Role::Value || R == Role::Container ||
                 R == Role::Cache;
    if (!Plain || !V.has(EF_Project) || V.has(EF_Const) ||
        !Done.insert(Root.Ref).second)
      continue;
    bool Container = T.container(T.target(V.TypeId)) && !T.array(V.TypeId);
    Finding F = C.start(Container ? "static-cache" : "mutable-global", V.Loc,
                        Evidence::Runtime);
    F.Level = Severity::Note;
    F.Symbol = C.symbol(Root.Ref);
    F.Message = "'" + F.Symbol +
                "' is changed at run time; in a one-shot program, whose run is "
                "one transaction, nothing outlives it";
    F.Hint = "name an entry point if this program serves requests after all";
    Out.push_back(std::move(F));
  }
}

} // namespace

void mutableGlobal(const RuleContext &C, std::vector<Finding> &Out) {
  if (C.OneShot)
    oneShot(C, Out);
  for (const State &S : C.States) {
    std::optional<Evidence> E = C.evidence(S);
    if (!E || C.ruleOf(S) != MemoryRule::MutableGlobal)
      continue;
    Finding F =
        C.start("mutable-global", C.program().entity(S.Declared).Loc, *E);
    F.Symbol = C.symbol(S.Declared);
    F.Message = message(C, S, *E);
    F.Hint = "pass it as an argument, or keep it in a backing service (Redis "
             "INCR for a counter)";
    C.addWrites(F, S);
    Out.push_back(std::move(F));
  }
  declaredGlobals(C, Out);
}

} // namespace factor6
