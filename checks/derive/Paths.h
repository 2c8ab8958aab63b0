//===- Paths.h - Which file a path expression names -----------------------===//
//
// Two expressions name the same file if they are built the same way from the
// same variables. A path is written out as text, with a mark for every part
// that is not literal; parameters, members and results of the project's own
// functions are followed through the calls that lead to the expression.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_DERIVE_PATHS_H
#define FACTOR6_DERIVE_PATHS_H

#include "derive/Bodies.h"
#include "derive/Interpreter.h"

#include <deque>
#include <map>
#include <optional>

namespace factor6 {

/// A function on the way from some outermost function to an expression.
struct Frame {
  Id Function = None;
  Id Ctx = None;  ///< its activation, if it was run
  Id Call = None; ///< the call in Up's body that leads here, if any
  const Frame *Up = nullptr;
  Id Made = None; ///< destructor run out of sight: the call in Up that made the
                  ///< object
  Id Object = None; ///< run out of sight: the node in Up that is the object
  Id Member = None; ///< ... or the member of Up's own object that is
};

/// A part of a key that is not literal.
inline std::string mark(const std::string &Name) {
  return "\x01" + Name + "\x02";
}
inline std::string mark(char Kind, Id N) {
  return mark(Kind + std::to_string(N));
}

class Paths {
public:
  explicit Paths(const Interpreter &I);

  /// The path that a node denotes. Marks are enclosed in \x01 and \x02.
  std::string key(const Frame *F, Id Node, unsigned Depth = 0) const;
  /// A key with '*' for its marks.
  static std::string text(llvm::StringRef Key);
  /// A way that leads to an activation: itself, then its caller with the call
  /// that leads down, and so on.
  using Way = std::vector<std::pair<Id, Id>>;
  std::vector<Way> ways(Id Ctx, unsigned Levels) const;
  /// The innermost frame of a way that is entered at \p Level.
  const Frame *frame(const Way &W, size_t Level) const;
  const Frame *frame(Frame F) const;
  /// An expression and the function that it stands in; no node: an empty text.
  using Source = std::pair<const Frame *, Id>;
  /// What callers pass, if the node is a parameter that nothing is stored in.
  Source given(const Frame *F, Id Node) const;
  /// What a call runs: a function of the project, or the constructor of what
  /// make_unique, emplace and the like make. Null if not known.
  const Frame *callee(const Frame *F, Id Call) const;
  /// The activations that a call leads to.
  llvm::ArrayRef<Id> callees(Id Ctx, Id Call) const;
  const FunctionBody *body(const Frame *F) const { return I.body(F->Function); }
  /// What made an object: a call, or an initialiser list.
  struct Made {
    const Frame *F;
    Id Call;
    Id List = None; ///< node
  };
  std::optional<Made> makerOfVariable(const Frame *F, Id V,
                                      unsigned Depth) const;
  /// The class of what was made, None if that is not known.
  Id classOf(const Made &M) const;

private:
  static constexpr unsigned MaxDepth = 24;
  std::optional<Id> assigned(const FunctionBody &B, Id Object, Id Field) const;
  std::optional<Source> member(const Frame *F, Id Base, Id Field,
                               unsigned Depth) const;
  std::string variable(const Frame *F, Id V, unsigned Depth) const;
  std::string field(const Frame *F, Id Base, Id Field, unsigned Depth) const;
  std::string call(const Frame *F, Id Call, unsigned Depth) const;
  std::string joined(const Frame *F, const CallFact &C, unsigned Depth) const;
  std::string applied(const Frame *F, Id Call, unsigned Depth) const;
  std::string construct(const Frame *F, const CallFact &C,
                        unsigned Depth) const;
  /// What a formatting call with a literal format makes.
  std::optional<std::string> formatted(const Frame *F, const CallFact &C,
                                       unsigned Depth) const;
  Id formatter(const FunctionBody &B, Id V) const;
  std::optional<Made> maker(const Frame *F, Id Node, unsigned Depth) const;
  std::optional<Made> makerOfThis(const Frame *F, unsigned Depth) const;
  std::optional<Made> makerOfMember(const Made &Owner, Id Field,
                                    unsigned Depth) const;
  const Frame *constructor(const Made &M, Id Record) const;
  std::optional<Made> makerOfCall(const Frame *F, Id Call,
                                  unsigned Depth) const;
  std::optional<std::pair<const Frame *, Id>> argument(const Frame *F,
                                                       Id Param) const;
  const Frame *owner(const Frame *F, Id Variable) const;
  Id onlyReturn(const FunctionBody &B) const;
  /// \p But: a call that does not count.
  bool mutated(const FunctionBody &B, Id Variable, Id But = None,
               unsigned Depth = 0) const;
  bool text(Id TypeId) const;

  const Interpreter &I;
  const Program &P;
  std::map<std::pair<Id, Id>, std::vector<Id>> Children;
  std::map<Id, Id> ActivationOf; ///< function -> some activation
  std::map<Id, std::pair<Id, Id>>
      Initialised; ///< constant -> function, its initialiser's statement
  mutable std::deque<Frame> Frames;
};

} // namespace factor6

#endif
