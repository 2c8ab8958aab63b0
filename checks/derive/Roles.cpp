//===- Roles.cpp ----------------------------------------------------------===//
#include "derive/Roles.h"

#include "derive/Bodies.h"
#include "derive/Connections.h"
#include "derive/Content.h"
#include "derive/Descriptors.h"
#include "derive/Guards.h"
#include "derive/LoopLocals.h"
#include "derive/Machinery.h"
#include "derive/Mechanisms.h"
#include "derive/Metrics.h"
#include "derive/Pools.h"
#include "derive/Queues.h"
#include "derive/Scratch.h"
#include "derive/Unread.h"
#include "derive/Upkeep.h"

#include <set>

namespace factor6 {

namespace {

class Judge {
public:
  Judge(const Interpreter &I, std::vector<State> &States)
      : I(I), P(I.program()), T(I.types()), All(I.accesses()), States(States) {}

  void run();

private:
  void exempt(State &S, llvm::StringRef Why) {
    S.Exempt = true;
    S.ExemptReason = Why.str();
  }
  void byType(State &S);
  void byUse(State &S);
  void books();
  bool told(const State &S) const;
  bool controlFlag(const State &S) const;
  bool movedOutAndRefilled(const State &S) const;
  bool activeObjects(const State &S) const;
  void drained(State &S);

  const Interpreter &I;
  const Program &P;
  const Types &T;
  const std::vector<Access> &All;
  std::vector<State> &States;
};

constexpr llvm::StringRef Scratch = "scratch: overwritten before each use";
constexpr llvm::StringRef Metric =
    "metric: only logged or shown on a metrics page";
constexpr llvm::StringRef Descriptors = "the open connections' descriptors";
constexpr llvm::StringRef IdleTimers = "idle timers of connections";

llvm::StringRef mechanism(Role R) {
  switch (R) {
  case Role::Sync:
    return "synchronisation";
  case Role::Metric:
    return "metric";
  case Role::Logger:
    return "logger";
  case Role::Handle:
    return "handle to a backing service";
  case Role::Server:
    return "server";
  case Role::Executor:
    return "executor";
  case Role::Random:
    return "random engine";
  case Role::Regex:
    return "parser";
  case Role::Allocator:
    return "allocator";
  case Role::Clock:
    return "clock";
  case Role::Config:
    return "configuration";
  case Role::Scratch:
    return "scratch";
  case Role::RequestObject:
    return "object of one request";
  default:
    return "";
  }
}

void Judge::byType(State &S) {
  const Entity &E = P.entity(S.Declared);
  if (E.has(EF_Macro))
    return exempt(S, "declared by a library's macro");
  if (const FieldModel *F = I.models().field(E.QualifiedName))
    if (llvm::StringRef Why = mechanism(F->FieldRole); !Why.empty())
      return exempt(S, Why);
  if (inLogger(I, S))
    return exempt(S, "logger");
  if (preparedNames(I, S))
    return exempt(S, "names of prepared statements");
  if (reconnectState(I, S))
    return exempt(S, "reconnect state of a handle");
  if (poolOfConnections(I, S) || partOfHandle(I, S))
    return exempt(S, mechanism(Role::Handle));
  if (freeList(I, S))
    return exempt(S, "free list");
  // What a semaphore of one's own counts.
  if (E.Kind == EntityKind::Field && T.scalar(S.TypeId) &&
      T.recordRole(E.Parent) == Role::Sync)
    return exempt(S, mechanism(Role::Sync));
  if (E.Kind == EntityKind::Field &&
      (T.recordRole(E.Parent) == Role::Clock || T.stopwatch(E.Parent)))
    return exempt(S, mechanism(Role::Clock));
  Role R = T.role(S.TypeId);
  if (llvm::StringRef Why = mechanism(R);
      !Why.empty() && !(S.Container && R == Role::RequestObject))
    return exempt(S, Why);
  if (R == Role::Future && !S.Container)
    return exempt(S, "task handle");
  if (R == Role::ConnectionObject && !S.Container && !T.array(S.TypeId) &&
      !appointedByClients(I, S))
    return exempt(S, "one connection's protocol state");
  Id Target = T.target(S.TypeId);
  if (T.container(Target) || T.array(S.TypeId)) {
    Role Element = T.array(S.TypeId) ? T.role(Target) : T.elementRole(Target);
    // `map<Connection *, State>`: a pool that says what each is doing.
    if (T.container(Target) && P.type(Target).Args.size() > 1 &&
        T.pointerLike(P.type(Target).Args[0]) &&
        T.role(P.type(Target).Args[0]) == Role::Handle)
      Element = Role::Handle;
    // Requests parked for later are exactly what must not be kept.
    if (Element == Role::RequestObject)
      return;
    if (llvm::StringRef Why = mechanism(Element);
        !Why.empty() && !(Element == Role::Executor && activeObjects(S)))
      return exempt(S, Why);
    // The call that started them is the finding; a table of promises is not
    // theirs.
    Id Kind = T.record(Target);
    if (Element == Role::Future && Kind != None &&
        !hasWord(P.entity(Kind).Name, {"map", "multimap", "table"}))
      return exempt(S, "task handles");
  }
}

/// `map<int, GameLoop *>`, where each is a thread with data of its own, and
/// requests look one of them up.
bool Judge::activeObjects(const State &S) const {
  const std::vector<Id> &Args = P.type(T.target(S.TypeId)).Args;
  Id R = Args.size() > 1 ? T.record(T.target(Args[1])) : None;
  if (R == None || !P.entity(R).has(EF_Project))
    return false;
  auto Data = [&](Id F) {
    Id TypeId = P.entity(F).TypeId;
    return T.keepsEntries(TypeId) && T.role(TypeId) != Role::Queue;
  };
  static constexpr llvm::StringRef LookUps[] = {"find", "at", "operator[]"};
  return llvm::any_of(P.entity(R).Members, Data) &&
         llvm::any_of(S.Reads, [&](size_t X) {
           const Stmt &At =
               I.body(I.functionOf(All[X]))->Stmts[All[X].StmtIndex];
           return All[X].When == Phase::Request && At.Kind == StmtKind::Call &&
                  llvm::is_contained(
                      LookUps,
                      llvm::StringRef(
                          I.body(I.functionOf(All[X]))->Calls[At.A].Name));
         });
}

/// A flag that only steers the program's own loops.
/// `packet.running = running_;`: somebody is told, while serving.
bool Judge::told(const State &S) const {
  return llvm::any_of(S.Reads, [&](size_t R) {
    const Access &A = All[R];
    if (A.When != Phase::Request || !A.Observed || A.UseOf != Use::Assigned)
      return false;
    const FunctionBody &B = *I.body(I.functionOf(A));
    return llvm::any_of(B.Stmts, [&](const Stmt &X) {
      return X.Kind == StmtKind::Store && X.B != None &&
             X.Loc.Line == A.At.Line && B.Nodes[X.A].Kind == NodeKind::Field &&
             B.Nodes[X.A].Ref != S.Declared && mentions(B, X.B, S.Declared);
    });
  });
}

bool Judge::controlFlag(const State &S) const {
  // `std::atomic<bool> *running_`: its owner's, and handed around
  Id V = T.pointerLike(S.TypeId) ? T.target(S.TypeId) : T.value(S.TypeId);
  if (V == None)
    return false;
  bool Bool = P.type(V).Kind == TypeKind::Bool;
  const Type &X = P.type(V);
  if (!Bool && X.Kind == TypeKind::Record && !X.Args.empty())
    Bool = P.type(X.Args[0]).Kind == TypeKind::Bool; // atomic<bool>
  const Entity &E = P.entity(S.Declared);
  // Not `firstPatternRun`.
  const std::vector<std::string> Said = words(E.Name);
  const bool Run =
      llvm::is_contained(Said, "run") &&
      (Said.size() < 2 || Said[0] == "run" || Said[0].size() == 1 ||
       hasWord(Said[0], {"keep", "is", "should", "to"}));
  static constexpr llvm::StringRef Names[] = {
      "stop",    "stopped",     "running",   "shutdown", "quit",
      "exit",    "done",        "terminate", "finished", "reload",
      "closing", "terminating", "stopping",  "alive",    "shutting"};
  // `int end_server = FALSE;`, which the loop asks
  if (P.type(V).Kind == TypeKind::Int &&
      (S.Where == Holder::Local || (!told(S) && keepsLooping(I, S))) &&
      (Run || hasWord(E.Name, Names) || hasWord(E.Name, {"end"})) &&
      llvm::all_of(S.Writes,
                   [&](size_t W) { return storesInt(I, All[W], 0, 1); }))
    return true;
  // `while (status_ == Status::Running)`
  if (P.type(V).Kind == TypeKind::Enum && (Run || hasWord(E.Name, Names)) &&
      !told(S) && llvm::all_of(S.Writes, [&](size_t W) {
        return storesConstant(I, All[W]);
      }))
    return true;
  // `GStopFlag`: a letter before the word says where it lives.
  if (Bool && !told(S) &&
      (Run || hasWord(E.Name, Names) ||
       hasWord(llvm::StringRef(E.Name).substr(1), Names)))
    return true;
  // Set and cleared in the same turn of a loop: only ever constants.
  if (Bool && E.Store == Storage::Local &&
      llvm::all_of(S.Writes, [&](size_t W) {
        return All[W].How == WriteHow::OutArg || storesConstant(I, All[W]);
      }))
    return true;
  // `while (active_)`: threads set and clear it, no request does; of a local
  // nobody else knows.
  if (Bool && (!S.AnyRequestWrite || S.Where == Holder::Local) &&
      keepsLooping(I, S))
    return true;
  return X.Alias == "sig_atomic_t" ||
         (E.has(EF_Project) && X.Alias == "std::sig_atomic_t");
}

/// An accept slot: moved into the next session and made anew.
bool Judge::movedOutAndRefilled(const State &S) const {
  bool Moved = false, Other = false;
  for (size_t W : S.Writes) {
    Moved |= All[W].How == WriteHow::OutArg;
    Other |= All[W].How != WriteHow::OutArg && All[W].How != WriteHow::Assign;
  }
  return Moved && !Other && T.role(S.TypeId) == Role::ConnectionObject;
}

/// What only the use of a state tells, in the order in which it is asked.
struct UseJudgement {
  bool (*Holds)(const Interpreter &I, const State &S);
  llvm::StringRef Why;
};

constexpr UseJudgement UseJudgements[] = {
    {alwaysSame, "given the same object each time"},
    {ofLoggers, "logger"},
    {errorSlot, "what the last call said"},
    {ownConnections, "each connection's own entry"},
    {idleConnections, IdleTimers},
    {remadePart, "made anew for each connection"},
    {nestingDepth, "depth of nested calls"},
    {lockHolders, "synchronisation"},
    {madeByThread, "made once by a thread of start-up"},
    {refilledSlot, "handed on and made anew"},
    {parserState, "parser"},
    {countsTurns, "counts the turns of a loop"},
    {resultOfLoop, "what a loop gathers for its caller"},
    {madeEachTime, "each operation's own"},
    {onTheWayOut, "assigned where the loop is left"},
    {metricOnly, Metric},
    {reconnectCount, "reconnect state of a handle"},
    {openConnections, "how many connections are open"},
    {poolBooks, "keeps the books of a pool of handles"},
    {sweepTime, "when a loop last looked after its own things"},
    {neverRead, "nobody reads what is set here"},
    {readBeforehand, "nobody reads what is counted here"},
    {lastResult, "what the last call said"},
    {workedOff, "scratch: worked off at the end of each turn"},
    {neverFilled, "nothing is ever put in"},
    {onlyLookedUp, "requests only look things up"},
    {allocatorBooks, "allocator"},
    {keptUntilGone, "nobody looks at what is kept here"},
    {descriptorsOnly, Descriptors},
    {descriptorSlots, Descriptors},
    {descriptorRing, Descriptors},
    {descriptorRecords, Descriptors},
    {readiness, "which of the connections is ready"},
    {waitCount, "how many connections are open"},
    {inMachinery, "keeps a thread pool, timer or event loop going"},
    {roundRobin, "only chooses among things that are alike"},
    {readOnlyAfterwards, "read only when serving has ended"},
    {isScratch, Scratch},
};

void Judge::byUse(State &S) {
  if (S.Exempt)
    return;
  if (movedOutAndRefilled(S) || ownDescriptor(I, S) || nextConnection(I, S))
    return exempt(S, "accept slot");
  if (controlFlag(S))
    return exempt(S, "control flag");
  for (const UseJudgement &J : UseJudgements)
    if (J.Holds(I, S))
      return exempt(S, J.Why);
  bool AllByDescriptor = S.Container || T.array(S.TypeId), Fills = false;
  Id Table = T.target(S.TypeId);
  bool Pointers = Table != None && !P.type(Table).Args.empty() &&
                  T.pointerLike(P.type(Table).Args[0]);
  for (size_t W : S.Writes) {
    if (All[W].How == WriteHow::Erase || All[W].How == WriteHow::Clear)
      continue;
    if (S.Container && All[W].How == WriteHow::Call && Pointers &&
        (All[W].ValueOrigins & (1u << unsigned(Origin::Descriptor)))) {
      Fills = true; // `resize(fd + 1)`
      continue;
    }
    // What happens to a connection's own record stays with the connection.
    const Loc &Target = I.loc(All[W].Target);
    bool Inside = Target.Kind == LocKind::Elem || Target.Ref != S.Declared;
    if (Inside && S.Container) {
      Fills |= All[W].ByDescriptor; // a table in what start-up put here
      continue;
    }
    Fills = true;
    AllByDescriptor &= All[W].ByDescriptor;
  }
  AllByDescriptor &= Fills;
  if (AllByDescriptor && !foundByName(I, S) && !staysBehind(I, S) &&
      !toldToAll(I, S))
    return exempt(S, "table of connections indexed by descriptor");
}

/// Scalars beside a container of the same record that change with it.
void Judge::books() {
  for (State &S : States) {
    const Entity &E = P.entity(S.Declared);
    if (S.Container || E.Kind != EntityKind::Field ||
        !T.scalar(T.target(S.TypeId)))
      if (E.Kind != EntityKind::Field || S.Container ||
          T.role(S.TypeId) != Role::Value || T.stringLike(S.TypeId))
        continue;
    for (State &C : States) {
      // `pollfd *waiting_`: the array that a call waits on, kept by hand.
      bool Waiting = ((T.array(C.TypeId) || T.pointerLike(C.TypeId)) &&
                      T.role(T.target(C.TypeId)) == Role::Scratch) ||
                     countsElements(I, S, C);
      if (&C == &S || !(C.Container || Waiting) ||
          P.entity(C.Declared).Parent != E.Parent)
        continue;
      // That it changed since it was last sorted, saved or looked through.
      Id Value = T.value(S.TypeId);
      bool Flag = Value != None && P.type(Value).Kind == TypeKind::Bool &&
                  hasWord(E.Name, {"dirty", "stale", "sorted", "modified"});
      bool Together = true;
      for (size_t W : S.Writes) {
        auto Same = [&](size_t X) {
          return I.functionOf(All[X]) == I.functionOf(All[W]);
        };
        // Who counts the places of such an array anew only looks at it.
        Together &= llvm::any_of(C.Writes, Same) ||
                    ((Waiting || Flag) && llvm::any_of(C.Reads, Same));
      }
      // Of a pool of handles everything is books; of data only what counts it,
      // and of scratch nothing.
      bool Pool = C.Exempt && C.ExemptReason != mechanism(Role::Scratch);
      bool Counts = hasWord(E.Name, {"id", "next", "count", "counter", "size",
                                     "num", "seq", "sequence", "index", "idx",
                                     "length", "len", "capacity", "serial"});
      for (size_t W : S.Writes)
        Counts &= Waiting || All[W].How == WriteHow::Increment ||
                  All[W].How == WriteHow::Call ||
                  (All[W].How == WriteHow::Assign &&
                   storesInt(I, All[W], 0, 0)) || // emptied
                  All[W].How == WriteHow::Compound;
      Counts |= Flag;
      // A number for the clients is no book, even if it is drawn here.
      static constexpr llvm::StringRef Numbers[] = {"id", "next", "seq",
                                                    "sequence", "serial"};
      // Where one is in what requests change is told with it.
      bool Position = C.Container && !C.Exempt && C.AnyRequestWrite &&
                      T.scalar(S.TypeId) && positionIn(I, S, C);
      if (!Position && (!Together || !(Counts || Pool) ||
                        (!Pool && hasWord(E.Name, Numbers) && !feeds(I, S, C))))
        continue;
      C.Books.push_back(S.Declared);
      exempt(S, "keeps the books of '" + P.entity(C.Declared).Name + "'");
      break;
    }
  }
}

void Judge::drained(State &S) {
  if (!S.Container || S.Exempt)
    return;
  QueueVerdict V = judgeQueue(I, States, S);
  S.Drained = V.Drained;
  if (!V.Exempt.empty())
    exempt(S, V.Exempt);
}

void Judge::run() {
  for (State &S : States) {
    byType(S);
    judgeContent(I, S);
    drained(S);
  }
  books();
  for (State &S : States)
    byUse(S);
  for (State &S : States)
    if (!S.Exempt && numbersConnections(I, States, S))
      exempt(S, "numbers the connections");
  // What such a number is worked out from.
  for (State &S : States)
    if (!S.Exempt &&
        llvm::any_of(States,
                     [&](const State &Other) {
                       return Other.ExemptReason == Metric &&
                              P.entity(Other.Declared).Kind ==
                                  EntityKind::Field &&
                              P.entity(Other.Declared).Parent ==
                                  P.entity(S.Declared).Parent;
                     }) &&
        partOfMeter(I, S))
      exempt(S, Metric);
  // One of several objects whose number nobody reads: of the others it is only
  // logged.
  for (State &S : States)
    if (!S.Exempt && S.Reads.empty())
      for (const State &Other : States)
        if (P.entity(Other.Declared).Loc == P.entity(S.Declared).Loc &&
            Other.ExemptReason == Metric)
          exempt(S, Metric);
  // Parts of what is made anew as a whole before each use.
  for (State &S : States)
    if (!S.Exempt && llvm::any_of(States, [&](const State &Whole) {
          // Its own reads were looked at with the whole's, if it has any.
          return &Whole != &S && Whole.ExemptReason == Scratch &&
                 llvm::all_of(S.Reads,
                              [&](size_t R) {
                                return llvm::is_contained(Whole.Reads, R);
                              }) &&
                 I.loc(S.Datum).Kind == LocKind::Field &&
                 I.loc(S.Datum).Parent == Whole.Datum;
        }))
      exempt(S, Scratch);
  // Where such a ring begins and ends, and what it holds beside them.
  for (State &S : States) {
    const Entity &E = P.entity(S.Declared);
    bool Part = T.scalar(S.TypeId) || T.array(S.TypeId) ||
                (T.pointerLike(S.TypeId) && T.scalar(T.target(S.TypeId)));
    if (!S.Exempt && E.Kind == EntityKind::Field && Part &&
        llvm::any_of(States, [&](const State &Ring) {
          return (Ring.ExemptReason == Descriptors ||
                  Ring.ExemptReason == IdleTimers) &&
                 !Ring.Container && P.entity(Ring.Declared).Parent == E.Parent;
        }))
      exempt(S, Descriptors);
  }
  // Books of what is exempt are exempt for the same reason; those of a finding
  // were exempted above and are named in its notes.
}

} // namespace

void judgeRoles(const Interpreter &I, std::vector<State> &States) {
  Judge(I, States).run();
}

} // namespace factor6
