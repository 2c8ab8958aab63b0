//===- Waiting.cpp - For whom and how long a loop waits -------------------===//
#include "derive/Bodies.h"
#include "derive/Connections.h"
#include "derive/Descriptors.h"

namespace factor6 {

static const Access &at(const Interpreter &I, size_t N) {
  return I.accesses()[N];
}

/// `weak_ptr<Connection>`, a record of such, and containers of these.
static bool refersWeakly(const Interpreter &I, Id TypeId, unsigned Depth) {
  const Program &P = I.program();
  const Types &T = I.types();
  Id V = T.value(TypeId);
  if (V == None || Depth > 5)
    return false;
  if (llvm::StringRef(P.type(V).Name).ends_with("weak_ptr"))
    return connection(I, V);
  V = T.target(TypeId);
  if (Id R = T.record(V); R != None && P.entity(R).has(EF_Project))
    return !P.entity(R).Members.empty() &&
           llvm::all_of(P.entity(R).Members, [&](Id F) {
             return refersWeakly(I, P.entity(F).TypeId, Depth + 1);
           });
  bool Map = hasWord(P.type(V).Name, {"map", "multimap"});
  return !P.type(V).Args.empty() && !Map &&
         refersWeakly(I, P.type(V).Args[0], Depth + 1);
}

/// `struct TimerNode { bool deleted; size_t expires; shared_ptr<Client> whose;
/// }`: of a client's connection, until when it may be silent.
static bool timesConnections(const Interpreter &I, Id Record) {
  const Program &P = I.program();
  const Types &T = I.types();
  if (!P.entity(Record).has(EF_Project) ||
      !hasWord(P.entity(Record).Name, {"timer", "timeout"}))
    return false;
  bool Whose = false;
  return llvm::all_of(
             P.entity(Record).Members,
             [&](Id F) {
               Id TypeId = P.entity(F).TypeId;
               Id Of = T.record(T.target(TypeId));
               if (T.stringLike(TypeId))
                 return false; // something to say, not only when
               if (Of == None || !T.pointerLike(TypeId))
                 return T.scalar(T.value(TypeId)) || T.pointerLike(TypeId);
               if (Of == Record) // the next one
                 return true;
               bool Client = connection(I, TypeId) || T.holdsDescriptor(Of);
               Whose |= Client;
               return Client;
             }) &&
         Whose;
}

/// What is put in are such timers: in a container, or in an array by hand.
static bool holdsTimers(const Interpreter &I, const State &S) {
  const Types &T = I.types();
  if (S.Container) {
    Id V = T.value(S.TypeId);
    Id Of = V == None || I.program().type(V).Args.empty()
                ? None
                : T.record(T.target(I.program().type(V).Args[0]));
    return Of != None && timesConnections(I, Of);
  }
  bool Any = false;
  return T.pointerLike(S.TypeId) &&
         llvm::all_of(S.Writes,
                      [&](size_t W) {
                        const Loc &L = I.loc(at(I, W).Target);
                        if (L.Ref == S.Declared)
                          return true; // given more room
                        Id Of = T.record(T.target(L.TypeId));
                        bool Timer = Of != None && timesConnections(I, Of);
                        Any |= Timer;
                        return Timer;
                      }) &&
         Any;
}

bool idleConnections(const Interpreter &I, const State &S) {
  if (holdsTimers(I, S))
    return true;
  if (!S.Container || !refersWeakly(I, S.TypeId, 0))
    return false;
  static constexpr llvm::StringRef Ends[] = {
      "close", "shutdown", "stop",      "disconnect", "expired",
      "lock",  "get",      "connected", "expire",     "use"};
  auto Speaks = [&](const FunctionBody &B, const CallFact &C) {
    auto Client = [&](Id N) {
      return N != None && connection(I, B.Nodes[N].TypeId);
    };
    return !(C.Flags & (CF_Construct | CF_Destroy | CF_Subscript)) &&
           !llvm::StringRef(C.Name).starts_with("operator") &&
           !hasWord(C.Name, Ends) &&
           (Client(C.Receiver) || llvm::any_of(C.Args, Client));
  };
  return llvm::none_of(S.Reads, [&](size_t R) {
    const Access &A = at(I, R);
    const FunctionBody &B = *I.body(I.functionOf(A));
    const Stmt &X = B.Stmts[A.StmtIndex];
    bool Goes = X.Kind == StmtKind::Call
                    ? hasWord(B.Calls[X.A].Name, {"begin", "cbegin", "rbegin"})
                    : A.UseOf == Use::Other;
    return A.When != Phase::StartUp && Goes &&
           llvm::any_of(B.Calls,
                        [&](const CallFact &C) { return Speaks(B, C); });
  });
}

/// What is passed there only says how many, or how long, a call waits for:
/// `epoll_wait(queue_, events, n, timeout)`, or a function of the program that
/// does nothing else with its parameter.
static bool onlyWaits(const Interpreter &I, const FunctionBody &B, Id Call,
                      Id Number, unsigned Depth = 0) {
  const CallFact &C = B.Calls[Call];
  const FunctionModel *M = I.model(C, B);
  if (M && M->JobSource && !M->Returns)
    return true;
  const FunctionBody *To = C.Callee == None ? nullptr : I.body(C.Callee);
  if (!To || Depth > 2)
    return false;
  const std::vector<Id> &Params = I.program().entity(C.Callee).Params;
  for (size_t N = 0; N < C.Args.size() && N < Params.size(); ++N) {
    if (C.Args[N] == None || !mentions(B, C.Args[N], Number))
      continue;
    bool Waits = false;
    for (const Stmt &X : To->Stmts) {
      if (X.Kind == StmtKind::Call)
        for (Id A : To->Calls[X.A].Args)
          if (A != None && mentions(*To, A, Params[N])) {
            if (!onlyWaits(I, *To, X.A, Params[N], Depth + 1))
              return false;
            Waits = true;
          }
      if ((X.Kind == StmtKind::Return && X.A != None &&
           To->Nodes[X.A].Kind != NodeKind::Call &&
           mentions(*To, X.A, Params[N])) ||
          (X.Kind == StmtKind::Store && X.B != None &&
           To->Nodes[X.B].Kind != NodeKind::Call &&
           mentions(*To, X.B, Params[N])))
        return false;
    }
    if (!Waits)
      return false;
  }
  return true;
}

bool waitCount(const Interpreter &I, const State &S) {
  if (S.Container || !I.types().scalar(S.TypeId))
    return false;
  bool Waits = false;
  for (size_t R : S.Reads) {
    const Access &A = at(I, R);
    if (A.When == Phase::StartUp || A.UseOf == Use::Condition)
      continue;
    const FunctionBody &B = *I.body(I.functionOf(A));
    const Stmt &X = B.Stmts[A.StmtIndex];
    Id Call = X.Kind == StmtKind::Call ? X.A : X.B;
    if (Call == None || A.UseOf != Use::Argument ||
        !onlyWaits(I, B, Call, S.Declared))
      return false;
    Waits = true;
  }
  return Waits;
}

} // namespace factor6
