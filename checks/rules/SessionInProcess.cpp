//===- SessionInProcess.cpp - factor6-session-in-process ------------------===//
#include "rules/ConfigFile.h"
#include "rules/Events.h"

namespace factor6 {

namespace {

constexpr char Hint[] = "use a session store with expiration (Redis, Memcached)"
                        " or signed client-side tokens";

void inMemory(const RuleContext &C, std::vector<Finding> &Out) {
  for (const State &S : C.States) {
    std::optional<Evidence> E = C.evidence(S);
    if (!E || C.ruleOf(S) != MemoryRule::Session)
      continue;
    Finding F =
        C.start("session-in-process", C.program().entity(S.Declared).Loc, *E);
    F.Symbol = C.symbol(S.Declared);
    F.Message = "'" + F.Symbol +
                "' keeps session data in process memory: the visitor loses it "
                "when this process "
                "dies or another one answers";
    F.Hint = Hint;
    C.addWrites(F, S);
    Out.push_back(std::move(F));
  }
}

/// Making an object of a framework's in-memory store switches it on.
void storeObjects(const RuleContext &C, std::vector<Finding> &Out) {
  for (const FunctionBody &B : C.program().Bodies)
    for (const Node &N : B.Nodes) {
      bool Makes = N.Kind == NodeKind::Object || N.Kind == NodeKind::List ||
                   N.Kind == NodeKind::New;
      if (!Makes || C.OneShot || N.Loc.File == None)
        continue;
      const ClassModel *M = C.I.types().model(N.TypeId);
      if (!M || M->SessionSwitch.empty())
        continue;
      Finding F = C.start("session-in-process", N.Loc, Evidence::Request);
      F.Symbol = C.program().entity(C.I.types().record(N.TypeId)).Name;
      F.Message = "'" + F.Symbol + "' is " + M->SessionSwitch +
                  ": sessions die with the process and other processes do not "
                  "know them";
      F.Hint = Hint;
      Out.push_back(std::move(F));
    }
}

/// The switch may lie in a configuration file that the program loads.
void configFiles(const RuleContext &C, std::vector<Finding> &Out) {
  if (!C.Options.Beside || C.OneShot)
    return;
  for (const CallEvent &E : C.I.events()) {
    if (E.Model->ConfigArg == ArgNone || dead(C, E))
      continue;
    for (const std::string &Path : texts(C, E, E.Model->ConfigArg)) {
      FindingPlace At = C.place(E.At);
      std::optional<TextFile> File = C.Options.Beside(At.File, Path);
      std::optional<FindingPlace> Switch =
          File ? trueKey(*File, E.Model->ConfigKey) : std::nullopt;
      if (!Switch)
        continue;
      Finding F = C.start("session-in-process", E.At, Evidence::Request);
      F.Symbol = callOf(C, E).Name;
      F.Message = "'" + F.Symbol + "' loads '" + E.Model->ConfigKey +
                  "', which switches on " + E.Model->ConfigSession +
                  ": sessions die with the process and other processes do not "
                  "know them";
      F.Hint = Hint;
      F.Notes.push_back({*Switch, "switched on here"});
      Out.push_back(std::move(F));
      break;
    }
  }
}

} // namespace

void sessionInProcess(const RuleContext &C, std::vector<Finding> &Out) {
  inMemory(C, Out);
  storeObjects(C, Out);
  configFiles(C, Out);
  for (const CallEvent &E : C.I.events()) {
    if (E.Model->SessionSwitch.empty() || C.OneShot)
      continue;
    const FunctionBody &B = *C.I.body(C.I.activations()[E.Ctx].Function);
    if (E.When == Phase::Root && C.Options.WholeProgram && C.program().HasMain)
      continue;
    Finding F = C.start("session-in-process", E.At, Evidence::Request);
    F.Symbol = B.Calls[E.Call].Name;
    F.Message =
        "'" + F.Symbol + "' switches on " + E.Model->SessionSwitch +
        ": sessions die with the process and other processes do not know them";
    F.Hint = Hint;
    Out.push_back(std::move(F));
  }
}

} // namespace factor6
