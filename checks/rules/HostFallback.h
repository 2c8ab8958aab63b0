//===- HostFallback.h - Hosts for when no setting says otherwise ----------===//
#ifndef FACTOR6_RULES_HOSTFALLBACK_H
#define FACTOR6_RULES_HOSTFALLBACK_H

#include "rules/Context.h"

#include <set>

namespace factor6 {

/// The place of a node that is a literal, or a string made of one.
Place literalAt(const FunctionBody &B, Id N);

/// What happens when a flag, variable or setting is empty.
class HostFallbacks {
public:
  explicit HostFallbacks(const RuleContext &C);

  /// The region, or one around it, runs only then.
  bool covers(const FunctionBody &B, Id Region) const;
  /// Calls are given the literal only then.
  bool has(Place Literal) const { return Literals.count(Literal) != 0; }

private:
  bool holdsText(Id TypeId) const;
  bool fromOutside(const FunctionBody &B, const Region &X) const;
  bool passedBy(const FunctionBody &B, const Region &X) const;

  const RuleContext &C;
  std::set<Place> Literals;
};

} // namespace factor6

#endif
