//===- StickySession.cpp - factor6-sticky-session ---------------------------===//
//
// The code's side; deployment files are read by Deployment.cpp.
//
//===----------------------------------------------------------------------===//
#include "rules/Events.h"

namespace factor6 {

void stickySession(const RuleContext &C, std::vector<Finding> &Out) {
  if (C.OneShot)
    return;
  constexpr uint32_t Instance = 1u << unsigned(Origin::Instance);
  for (const CallEvent &E : C.I.events()) {
    if (E.Model->Sticky.empty() || dead(C, E))
      continue;
    if (E.Model->StickyArg != ArgNone) {
      const ValueSet *V = argument(C, E, E.Model->StickyArg);
      if (!V || !(C.I.origins(*V) & Instance))
        continue;
    } else if (E.When != Phase::Request) {
      continue;
    }
    Finding F = C.start("sticky-session", E.At,
                        E.When == Phase::Request ? Evidence::Request : Evidence::Runtime);
    F.Symbol = callOf(C, E).Name;
    F.Message = "'" + F.Symbol + "' " + E.Model->Sticky +
                ": the visitor is tied to this process and loses everything with it";
    F.Hint = "keep what the visitor needs in a backing service, so that any process can answer";
    F.Flows.push_back(C.flow(E.Ctx, E.At, "here", E.When));
    Out.push_back(std::move(F));
  }
}

} // namespace factor6
