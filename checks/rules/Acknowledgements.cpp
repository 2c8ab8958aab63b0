//===- Acknowledgements.cpp -----------------------------------------------===//
#include "rules/Acknowledgements.h"

#include "rules/Events.h"

#include "derive/Mechanisms.h"

namespace factor6 {

namespace {

/// Some other request's handler waits for a reply there: no job is taken.
bool insideHandler(const RuleContext &C, const CallEvent &E) {
  Id Entry = C.I.activations()[E.Ctx].Entry;
  return E.When == Phase::Request && Entry != None &&
         !C.I.entries()[Entry].Library.empty();
}

bool autoAck(const RuleContext &C, const CallEvent &E) {
  const FunctionModel &M = *E.Model;
  bool Taken = M.JobSource || M.JobIfArg != ArgNone;
  if (Taken && insideHandler(C, E))
    return false;
  if (M.AutoAck)
    return true;
  if (!M.AutoAckBegins.empty())
    return llvm::any_of(texts(C, E, M.AutoAckArg),
                        [&](llvm::StringRef Command) {
                          return beginsWith(Command, M.AutoAckBegins);
                        });
  if (M.AutoAckArg == ArgNone && M.AutoAckNames.empty())
    return false;
  if (!M.AutoAckIf.empty()) { // `conf->set("enable.auto.commit", "true")`
    auto Said = [&](int Arg, const std::vector<std::string> &Any) {
      return llvm::any_of(texts(C, E, Arg), [&](const std::string &Text) {
        return llvm::is_contained(Any, Text);
      });
    };
    return Said(M.AutoAckIfArg, M.AutoAckIf) &&
           Said(M.AutoAckArg, M.AutoAckEquals);
  }
  if (M.AutoAckArg != ArgNone)
    if (std::optional<int64_t> N = number(C, E, M.AutoAckArg))
      return M.AutoAckMask ? (*N & M.AutoAckMask) != 0 : *N != 0;
  const FunctionBody &B = bodyOf(C, E);
  return llvm::any_of(callOf(C, E).Args, [&](Id A) { // AMQP::noack
    return namesOneOf(C, B, A, M.AutoAckNames);
  });
}

} // namespace

void acknowledgements(const RuleContext &C, std::vector<Finding> &Out) {
  for (const CallEvent &E : C.I.events()) {
    if (dead(C, E) || !autoAck(C, E))
      continue;
    Finding F = C.start("deferred-work", E.At, Evidence::Request);
    F.Symbol = callOf(C, E).Name;
    F.Message = "'" + F.Symbol +
                "' consumes with automatic acknowledgement: the broker forgets "
                "a message before "
                "its work is done, and killing the process loses it";
    F.Hint = "acknowledge by hand when the work is done";
    F.Flows.push_back(C.flow(E.Ctx, E.At, "consumption starts here", E.When));
    Out.push_back(std::move(F));
  }
}

namespace {

/// A call of the project's own that is given something: work, not a getter.
bool works(const RuleContext &C, const CallFact &Call) {
  if (Call.Callee == None || Call.Args.empty() || !C.I.body(Call.Callee) ||
      (Call.Flags & (CF_Construct | CF_Destroy | CF_ConstMethod)))
    return false;
  const Entity &F = C.program().entity(Call.Callee);
  return !loggerName(F.Name) &&
         !(F.Parent != None && loggerName(C.program().entity(F.Parent).Name));
}

/// The message is done with before the work that it asks for has begun: work
/// follows in the same turn, and none came before.
bool acknowledgedEarly(const RuleContext &C, const CallEvent &E) {
  const FunctionBody &B = bodyOf(C, E);
  std::set<Id> Around; // up to the loop that takes the messages
  for (Id R = B.Stmts[E.StmtIndex].Region;; R = B.Regions[R].Parent) {
    Around.insert(R);
    if (R == None || B.Regions[R].Kind == RegionKind::Loop)
      break;
  }
  bool Before = false, After = false;
  for (Id X = 0; X < B.Stmts.size(); ++X) {
    if (B.Stmts[X].Kind != StmtKind::Call || !works(C, B.Calls[B.Stmts[X].A]))
      continue;
    Before |= X < E.StmtIndex;
    After |= X > E.StmtIndex && Around.count(B.Stmts[X].Region);
  }
  return After && !Before;
}

} // namespace

void earlyAcknowledgements(const RuleContext &C, std::vector<Finding> &Out) {
  for (const CallEvent &E : C.I.events()) {
    if (!E.Model->Acknowledges || E.When != Phase::Request || C.OneShot ||
        !acknowledgedEarly(C, E))
      continue;
    Finding F = C.start("deferred-work", E.At, Evidence::Request);
    F.Symbol = callOf(C, E).Name;
    F.Message = "'" + F.Symbol +
                "' acknowledges a message before its work is done: killing the "
                "process loses it";
    F.Hint = "do the work, then acknowledge";
    F.Flows.push_back(C.flow(E.Ctx, E.At, "it is acknowledged here", E.When));
    Out.push_back(std::move(F));
  }
}

} // namespace factor6
