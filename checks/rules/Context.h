//===- Context.h - What every rule may ask --------------------------------===//
#ifndef FACTOR6_RULES_CONTEXT_H
#define FACTOR6_RULES_CONTEXT_H

#include "derive/Files.h"
#include "derive/States.h"
#include "derive/Strings.h"
#include "rules/Analysis.h"

#include <optional>

namespace factor6 {

/// The four memory rules share the states; each state belongs to one of them.
enum class MemoryRule : uint8_t {
  MutableGlobal,
  StaticCache,
  HandlerState,
  Session,
  Deferred
};

struct RuleContext {
  const Interpreter &I;
  const Strings &Text;
  const Files &Life;
  const std::vector<State> &States;
  const AnalysisOptions &Options;
  bool OneShot = false; ///< seen whole, and nothing in it serves
  std::string Unit;

  const Program &program() const { return I.program(); }
  FindingPlace place(Place P) const;
  /// "Class::member" or the variable's name.
  std::string symbol(Id Entity) const;
  std::string functionName(Id Function) const;
  /// Entry point ... \p Last, as steps.
  std::vector<FindingStep> flow(Id Ctx, Place At, std::string Last,
                                Phase When) const;
  /// Evidence by when it happens; none if the rule must stay silent.
  std::optional<Evidence> evidence(Phase When) const;
  /// ... of a state; none if it is exempt or nobody could notice.
  std::optional<Evidence> evidence(const State &S) const;
  /// A member of a class that has methods: rule 3, wherever the object lives.
  bool inService(const State &S) const;
  MemoryRule ruleOf(const State &S) const;
  Finding start(llvm::StringRef Rule, Place At, Evidence E) const;
  /// Adds the trail of each write to a state's finding, and what goes with it.
  void addWrites(Finding &F, const State &S) const;

private:
  void addParts(Finding &F, const State &S,
                const std::vector<size_t> &Writes) const;
};

/// Follows the evidence.
Severity severityOf(Evidence E);

using RuleFunction = void (*)(const RuleContext &, std::vector<Finding> &);

// One per rule, in the specification's order.
void mutableGlobal(const RuleContext &, std::vector<Finding> &);
void staticCache(const RuleContext &, std::vector<Finding> &);
void handlerState(const RuleContext &, std::vector<Finding> &);
void sessionInProcess(const RuleContext &, std::vector<Finding> &);
void stickySession(const RuleContext &, std::vector<Finding> &);
void deferredWork(const RuleContext &, std::vector<Finding> &);
void localFileWrite(const RuleContext &, std::vector<Finding> &);
void localFileRead(const RuleContext &, std::vector<Finding> &);
void uploadToDisk(const RuleContext &, std::vector<Finding> &);
void runtimeAsset(const RuleContext &, std::vector<Finding> &);
void embeddedStore(const RuleContext &, std::vector<Finding> &);
void sharedMemory(const RuleContext &, std::vector<Finding> &);
void processEnv(const RuleContext &, std::vector<Finding> &);
void hardcodedHost(const RuleContext &, std::vector<Finding> &);

} // namespace factor6

#endif
