//===- Shown.h - Values that only log lines show ----------------*- C++ -*-===//
#ifndef FACTOR6_DERIVE_SHOWN_H
#define FACTOR6_DERIVE_SHOWN_H

#include "derive/Interpreter.h"

#include <map>

namespace factor6 {

/// Follows a value through variables, members, parameters, results and texts
/// that are made of it, by the code alone, whatever runs. What it decides, what
/// it is compared with, and what is handed to unknown code, somebody may see.
class Shown {
public:
  explicit Shown(const Interpreter &I) : I(I), P(I.program()) {}

  /// Whatever reads the variable or member passes it to log lines only, and
  /// some do.
  bool onlyLogged(Id Declared);
  /// The same for what the call yields.
  bool onlyLogged(const FunctionBody &B, Id Call);

private:
  bool variable(Id Declared);
  bool result(Id Function);
  bool flows(const FunctionBody &B, Id Declared, Id Call);
  bool into(const FunctionBody &B, Id Node);
  bool handsOver(const FunctionBody &B, const CallFact &C,
                 const FunctionModel &M, const std::set<Id> &Carries);
  bool passes(const FunctionBody &B, Id Call, const std::set<Id> &Carries);

  const Interpreter &I;
  const Program &P;
  std::map<Id, bool> Variables, Results; ///< being decided: true
  bool Logs = false;
};

} // namespace factor6

#endif
