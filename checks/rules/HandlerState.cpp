//===- HandlerState.cpp - factor6-handler-state ---------------------------===//
#include "rules/Context.h"

namespace factor6 {

void handlerState(const RuleContext &C, std::vector<Finding> &Out) {
  for (const State &S : C.States) {
    std::optional<Evidence> E = C.evidence(S);
    if (!E || C.ruleOf(S) != MemoryRule::HandlerState)
      continue;
    Finding F =
        C.start("handler-state", C.program().entity(S.Declared).Loc, *E);
    F.Symbol = C.symbol(S.Declared);
    std::string What =
        S.Where == Holder::Local
            ? "'" + F.Symbol + "' outlives the requests that change it"
            : "member '" + F.Symbol +
                  "' of an object that lives as long as the process is "
                  "changed " +
                  (*E == Evidence::Request ? "by requests" : "while it serves");
    F.Message =
        What +
        (S.Container
             ? ": what it holds is lost with the process and unknown to "
               "every other instance"
             : ": the next request sees another value in another process");
    F.Hint = S.Connections
                 ? "a connection cannot be moved: publish what others should "
                   "hear (Redis, NATS), so that every process tells its own "
                   "clients"
                 : "move it to a backing service, or make it local to the "
                   "request";
    C.addWrites(F, S);
    Out.push_back(std::move(F));
  }
}

} // namespace factor6
