//===- Domain.h - What the interpreter computes with ----------------------===//
//
// Abstract locations and values. A location is a root (a variable, an object
// made somewhere, an object the framework hands over) or a part of another
// location (a field, an element). A value is what a cell may hold: a reference
// to a location, something callable, a piece of string, or where data comes
// from.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_DERIVE_DOMAIN_H
#define FACTOR6_DERIVE_DOMAIN_H

#include "facts/Facts.h"
#include "models/Models.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"

#include <algorithm>
#include <tuple>

namespace factor6 {

/// When code runs.
enum class Phase : uint8_t {
  StartUp,    ///< before serving, in initialisers, or at most once
  Request,    ///< reachable from an entry point
  Background, ///< a thread or timer that no request drives
  ShutDown,
  Root, ///< nobody known calls it
};

enum class LocKind : uint8_t {
  Unknown,  ///< handed over from outside; never a survivor
  Global,   ///< Ref = variable entity
  Local,    ///< Ref = variable entity, Ctx = activation
  Heap,     ///< Ref = node, Parent = function entity
  Temp,     ///< Ref = node, Parent = function entity, Ctx = activation
  Instance, ///< Ref = record entity: an object that a framework made
  Field,    ///< Ref = field entity, Parent = location
  Elem,     ///< Parent = location; Ref = 1 if addressed by a descriptor
};

struct Loc {
  LocKind Kind = LocKind::Unknown;
  Id Ref = None;
  Id Parent = None;
  Id Ctx = None;
  Id TypeId = None;
  Phase Made = Phase::StartUp;
  Place At; ///< roots: where it is declared or made
};

enum class ValueKind : uint8_t {
  Ref,     ///< A = location
  Closure, ///< A = closure
  Func,    ///< A = function entity
  Bound,   ///< A = bound callable
  Str,     ///< A = literal
  Concat,  ///< A = concatenation
  Param,   ///< A = activation, B = parameter index: strings of its callers
  From,    ///< A = Origin
};

struct Value {
  ValueKind Kind = ValueKind::Ref;
  uint32_t A = 0, B = 0;
  friend auto operator<=>(const Value &, const Value &) = default;
};

/// A sorted set of values.
class ValueSet {
public:
  bool insert(Value V) {
    auto It = std::lower_bound(Items.begin(), Items.end(), V);
    if (It != Items.end() && *It == V)
      return false;
    // Where everything flows together, more places tell nothing new.
    if (V.Kind == ValueKind::Ref && Items.size() >= MaxValues)
      return false;
    Items.insert(It, V);
    return true;
  }
  bool merge(const ValueSet &Other) {
    bool Changed = false;
    for (const Value &V : Other.Items)
      Changed |= insert(V);
    return Changed;
  }
  void erase(Value V) {
    Items.erase(std::remove(Items.begin(), Items.end(), V), Items.end());
  }
  auto begin() const { return Items.begin(); }
  auto end() const { return Items.end(); }
  bool empty() const { return Items.empty(); }
  size_t size() const { return Items.size(); }
  bool has(ValueKind K) const {
    return std::any_of(begin(), end(),
                       [K](const Value &V) { return V.Kind == K; });
  }
  bool has(Origin O) const {
    return std::binary_search(begin(), end(),
                              Value{ValueKind::From, uint32_t(O), 0});
  }
  friend bool operator==(const ValueSet &, const ValueSet &) = default;
  friend auto operator<=>(const ValueSet &, const ValueSet &) = default;

private:
  static constexpr size_t MaxValues = 64;
  std::vector<Value> Items;
};

inline Value refTo(Id L) { return {ValueKind::Ref, L, 0}; }
inline Value from(Origin O) { return {ValueKind::From, uint32_t(O), 0}; }

using LocSet = llvm::SmallVector<Id, 4>;

/// A string literal of the program.
struct Literal {
  std::string Text;
  Place At;
  uint32_t Length = 0; ///< in the source, 0 if no call may stand in its place
};

/// A lambda object: the code and what it captured.
struct Closure {
  Id Function = None;
  Id Ctx = None; ///< the activation that made it
  Phase Made = Phase::StartUp;
  LocSet This;
  std::vector<std::pair<Id, Id>> Captured; ///< variable entity -> location
};

/// std::bind and the like.
struct BoundCallable {
  ValueSet Targets;
  std::vector<ValueSet>
      Args; ///< leading arguments; the first may be the object
};

/// One activation: a function analysed under one binding of its inputs.
struct Activation {
  Id Function = None;
  Phase When = Phase::StartUp;
  LocSet This;
  Id ClosureId = None;
  std::vector<ValueSet> Args;
  Id Caller = None; ///< first activation that led here
  Place CallSite;   ///< ... and where
  Id Entry = None;  ///< entry point it belongs to (Phase::Request)
  ValueSet Result;
  std::vector<ValueSet> CallResults; ///< by call index
  unsigned Round = 0;
  bool Active = false;
  bool HasJobLoop = false;
  struct CallerArgs {
    Id Caller;
    Id Call;
    std::vector<ValueSet> Strings; ///< texts it passes, by parameter
    LocSet Refs;                   ///< what it passes by pointer or reference
  };
  std::vector<CallerArgs> Callers;
};

/// A request handler, message callback or job loop.
struct EntryPoint {
  std::string Text;  ///< "HTTP handler 'getUser'"
  std::string Route; ///< route literal, if known
  Place At;
  Id Function = None;
  std::string Library;
};

/// A write to or read of a location that outlives requests.
struct Access {
  Id Target = None; ///< location
  bool Write = false;
  WriteHow How = WriteHow::Assign;
  Use UseOf = Use::Other;
  Id Ctx = None;
  Id StmtIndex = None;
  Phase When = Phase::StartUp;
  Place At;
  uint32_t KeyOrigins = 0; ///< bit per Origin of the key written or looked for
  uint32_t ValueOrigins = 0; ///< bit per Origin of the data stored
  bool AfterLookup = false;  ///< the same container was searched on this path
  bool Observed = true;      ///< read: somebody but a log or metric sees it
  bool ByDescriptor = false; ///< container keyed by a descriptor
  Place ByPeer;              ///< where the client's address chose it
};

/// A modelled call that was reached.
struct CallEvent {
  const FunctionModel *Model = nullptr;
  Id Ctx = None;
  Id Call = None; ///< index into the body's calls
  Id StmtIndex = None;
  Phase When = Phase::StartUp;
  Place At;
  std::vector<ValueSet> Args; ///< values, by argument
  std::vector<LocSet> ArgLocs;
  LocSet Receiver;
  ValueSet ReceiverValues;
};

/// A modelled member or variable of a library was assigned.
struct FieldEvent {
  const FieldModel *Model = nullptr;
  std::string Name;
  Id Ctx = None;
  Phase When = Phase::StartUp;
  Place At;
  ValueSet Assigned;
};

} // namespace factor6

#endif
