//===- QueueVerdict.cpp - Does a container defer a request's work? --------===//
#include "derive/Queues.h"

#include <set>

namespace factor6 {

namespace {

/// Who puts in, and who takes out.
struct Traffic {
  bool Fills = false;    ///< a request puts in
  bool OfOthers = false; ///< ... another thread's, which serves, too
  bool Sockets = true;   ///< nothing but descriptors
  std::set<Id> Takers;   ///< functions that threads run
  std::set<Id> TakenBy, TakenByRequests; ///< functions
};

/// The function of a thread that a request starts, by which it gets there.
Id startedThread(const Interpreter &I, Id Ctx) {
  for (unsigned Depth = 0; Ctx != None && Depth < 12; ++Depth) {
    const Activation &A = I.activations()[Ctx];
    if (A.Callers.empty() || A.Callers[0].Caller == None ||
        A.Callers[0].Call == None)
      return None;
    const FunctionBody &B =
        *I.body(I.activations()[A.Callers[0].Caller].Function);
    const FunctionModel *M = I.model(B.Calls[A.Callers[0].Call], B);
    if (M && llvm::any_of(M->Callables, [](const CallableSpec &S) {
          return S.Run == RunKind::Thread;
        }))
      return A.Function;
    Ctx = A.Callers[0].Caller;
  }
  return None;
}

Traffic trafficOf(const Interpreter &I, const State &S) {
  const std::vector<Access> &All = I.accesses();
  Traffic Out;
  // `main` may be the worker: its loop takes what entry points put in.
  bool FromEntry = llvm::any_of(S.Writes, [&](size_t W) {
    return All[W].When == Phase::Request &&
           I.activations()[All[W].Ctx].Entry != None;
  });
  auto WorkerOf = [&](const Access &A) { // the function that its thread runs
    Id Thread = fromThread(I, A.Ctx);
    if (Thread == None && A.When == Phase::Request)
      Thread = startedThread(I, A.Ctx);
    return Thread != None ? Thread
           : FromEntry && I.activations()[A.Ctx].Entry == None &&
                   A.When != Phase::Root // nobody calls it
               ? I.functionOf(A)
               : None;
  };
  for (size_t W : S.Writes) {
    const Access &A = All[W];
    // Swapped or moved out, it is taken as a whole.
    bool Whole = (A.How == WriteHow::Compound || A.How == WriteHow::OutArg) &&
                 I.types().container(I.loc(A.Target).TypeId);
    if (!takesFound(I, A) &&
        (A.How == WriteHow::Erase || A.How == WriteHow::Clear || Whole)) {
      if (Id Thread = WorkerOf(A); Thread != None) {
        Out.Takers.insert(Thread);
        Out.TakenBy.insert(I.functionOf(A));
      } else if (A.When == Phase::Request) {
        Out.TakenByRequests.insert(I.functionOf(A));
      }
    }
  }
  for (size_t W : S.Writes) {
    const Access &A = All[W];
    Id Thread = WorkerOf(A);
    bool In = A.How == WriteHow::Insert || A.How == WriteHow::Call ||
              A.How == WriteHow::Subscript;
    if (A.When == Phase::Request && In &&
        (Thread == None || !Out.Takers.count(Thread))) {
      Out.Fills |= Thread == None;
      Out.OfOthers |= Thread != None; // another thread, which serves, too
      Out.Sockets &=
          (A.ValueOrigins & (1u << unsigned(Origin::Descriptor))) != 0;
    }
  }
  return Out;
}

} // namespace

QueueVerdict judgeQueue(const Interpreter &I, const std::vector<State> &States,
                        const State &S) {
  QueueVerdict Out;
  auto Exempt = [&](llvm::StringRef Why) {
    Out.Exempt = Why;
    return Out;
  };
  if (handsConnectionsOn(I, S))
    return Exempt("connections handed to a loop that serves them");
  const Traffic Seen = trafficOf(I, S);
  if (!(Seen.Fills || Seen.OfOthers) || Seen.Takers.empty())
    return Out;
  // A queue is taken from at its end; a table is looked up in.
  if (I.types().table(S.TypeId))
    return Out;
  // A ticker and requests that do the same with it share it.
  if (llvm::any_of(Seen.TakenBy,
                   [&](Id F) { return Seen.TakenByRequests.count(F) != 0; }))
    return Out;
  if (lookedUp(I, S))
    return Out; // what others find there is no queue
  if (orderOfKeys(I, States, S))
    return Exempt("order of the keys of a table beside it");
  if (Seen.Sockets)
    return Exempt("connections handed to a worker that serves them");
  if (answersClients(I, S) || takersAnswer(I, S, Seen.Takers))
    return Exempt("who takes the work answers the client");
  if (requestWaits(I, S))
    return Exempt("the request waits for what it queued");
  if (carriesClients(I, S))
    return Exempt("who takes the work answers the client");
  Out.Drained = Seen.Fills;
  return Out;
}

} // namespace factor6
