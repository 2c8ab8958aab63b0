//===- Strings.h - What a string may be -----------------------------------===//
#ifndef FACTOR6_DERIVE_STRINGS_H
#define FACTOR6_DERIVE_STRINGS_H

#include "derive/Interpreter.h"

#include <string>
#include <vector>

namespace factor6 {

/// One way a string may come about.
struct StringCase {
  std::string Text;         ///< known parts; '*' where not known
  std::vector<Id> Literals; ///< contributing literals, in order
  uint32_t Origins = 0;     ///< bit per Origin of what is not literal
  bool Known = true;        ///< nothing but literals
};

/// Expands symbolic strings: a parameter into what each caller passes, a
/// concatenation into its parts, a variable into all that is stored in it.
class Strings {
public:
  explicit Strings(const Interpreter &I) : I(I) {}

  /// The values that reach one place, told apart by caller: each inner vector
  /// is what one chain of callers passes (alternatives of one variable stay
  /// together). At most 64.
  std::vector<std::vector<StringCase>> cases(const ValueSet &V) const;

private:
  std::vector<ValueSet> scenarios(const ValueSet &V, unsigned Depth) const;
  void expand(const ValueSet &V, std::vector<StringCase> &Out,
              std::vector<Id> &Open, unsigned Depth) const;
  std::vector<ValueSet> pieces(Id Concat) const;
  std::vector<Id> listed(Id L) const;
  std::vector<ValueSet> elements(const ValueSet &V) const;
  ValueSet flatten(const ValueSet &V) const;
  const Interpreter &I;
  mutable unsigned Steps = 0; ///< of the query that is being answered
};

} // namespace factor6

#endif
