//===- ProcessEnv.cpp - factor6-process-env -------------------------------===//
#include "rules/Events.h"

namespace factor6 {

void processEnv(const RuleContext &C, std::vector<Finding> &Out) {
  for (const CallEvent &E : C.I.events()) {
    if (E.Model->ProcessSetting.empty() || E.When != Phase::Request ||
        C.OneShot)
      continue;
    if (E.Model->SettingNullArg != ArgNone) {
      // A null or absent argument, or one that takes the error, only asks for
      // the present setting.
      int Arg = E.Model->SettingNullArg;
      const CallFact &Call = callOf(C, E);
      bool Absent =
          argumentNode(C, E, Arg) == None && Call.Args.size() <= size_t(Arg);
      if (Absent || (size_t(Arg) < Call.Modes.size() &&
                     Call.Modes[Arg] == Passing::MutRef))
        continue;
      std::optional<int64_t> N = number(C, E, E.Model->SettingNullArg);
      std::vector<std::string> T = texts(C, E, E.Model->SettingNullArg);
      if ((N && *N == 0) || (T.size() == 1 && T[0].empty()))
        continue;
    }
    if (afterFork(C, E))
      continue;
    Finding F = C.start("process-env", E.At, Evidence::Request);
    F.Symbol = callOf(C, E).Name;
    F.Message = "'" + F.Symbol + "' changes " + E.Model->ProcessSetting +
                " for the whole process: every later request sees it, in this "
                "process only";
    F.Hint =
        "set it once at start-up, or pass the setting along with the request";
    F.Flows.push_back(
        C.flow(E.Ctx, E.At, "'" + F.Symbol + "' is called here", E.When));
    Out.push_back(std::move(F));
  }
}

} // namespace factor6
