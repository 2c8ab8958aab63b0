//===- States.h - What outlives a request, grouped by datum ---------------===//
#ifndef FACTOR6_DERIVE_STATES_H
#define FACTOR6_DERIVE_STATES_H

#include "derive/Interpreter.h"

namespace factor6 {

/// Where a state is kept.
enum class Holder : uint8_t {
  Static, ///< static or thread storage, or inside a singleton
  Member, ///< member of an object that lives on
  Local,  ///< local of a function that goes on serving (main, a job loop)
};

/// One state: the first datum on the path from a survivor.
struct State {
  Id Datum = None;    ///< location of the datum
  Id Declared = None; ///< its variable or field entity
  Id TypeId = None;
  Holder Where = Holder::Member;
  bool Container = false;
  bool ThreadLocal = false;
  std::vector<size_t> Writes; ///< indexes into Interpreter::accesses()
  std::vector<size_t> Reads;
  std::vector<Id> Books; ///< scalars that only keep this container's books

  // Judged by use.
  bool AnyRequestWrite = false;
  bool AnyBackgroundWrite = false;
  bool AnyRootWrite = false;
  bool OfClients = false; ///< a background thread keeps and reads entries that
                          ///< clients name
  bool ObservedInRequest =
      false; ///< a request reads it, and not just to log it
  bool Exempt = false;
  std::string ExemptReason;
  bool Reloadable = false; ///< a miss is filled from elsewhere
  bool SessionKeyed = false;
  bool Connections = false; ///< holds connections to clients
  bool Drained = false;     ///< another thread takes out what requests put in
};

/// Groups the interpreter's accesses by datum and judges each datum's role.
/// Sorted by place of declaration.
std::vector<State> collectStates(const Interpreter &I);

} // namespace factor6

#endif
