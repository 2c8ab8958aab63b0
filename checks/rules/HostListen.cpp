//===- HostListen.cpp - Addresses to listen on ----------------------------===//
#include "rules/HostListen.h"

#include "rules/Events.h"

namespace factor6 {

namespace {

/// What was come across on the way from a value to literals.
struct Reached {
  std::set<Value> Seen;
  std::set<Id> Literals;
};

class Listening {
public:
  explicit Listening(const RuleContext &C) : C(C) {}
  std::set<Place> literals() const;

private:
  void collect(const ValueSet &V, Reached &Out) const;
  void collectArgument(const CallEvent &E, int Arg, Reached &Out) const;

  const RuleContext &C;
};

/// All literals that the values are, are made of, or refer to.
void Listening::collect(const ValueSet &V, Reached &Out) const {
  for (const Value &X : V) {
    if (!Out.Seen.insert(X).second)
      continue;
    if (X.Kind == ValueKind::Str)
      Out.Literals.insert(X.A);
    else if (X.Kind == ValueKind::Concat)
      for (const ValueSet &Part : C.I.concats()[X.A])
        collect(Part, Out);
    else if (X.Kind == ValueKind::Ref)
      for (Id L = X.A; L != None;
           L = C.I.loc(L).Kind >= LocKind::Field ? C.I.loc(L).Parent : None)
        collect(C.I.resolved(L), Out);
    else if (X.Kind == ValueKind::Param)
      for (const auto &Caller : C.I.activations()[X.A].Callers)
        if (X.B < Caller.Strings.size())
          collect(Caller.Strings[X.B], Out);
  }
}

/// Literals in the addresses that are listened on, but not connected to.
std::set<Place> Listening::literals() const {
  std::set<Place> ListenedOn;
  Reached Listened, Connected;
  for (const CallEvent &E : C.I.events()) {
    if (!E.Model->Listens.empty())
      for (int Arg : E.Model->Listens)
        collectArgument(E, Arg, Listened);
    else if (E.Model->Backing && E.Model->Hosts.empty())
      for (size_t Arg = 0; Arg < E.Args.size(); ++Arg)
        collectArgument(E, int(Arg), Connected);
  }
  for (Id L : Listened.Literals)
    if (!Connected.Literals.count(L))
      ListenedOn.insert(C.I.literals()[L].At);
  return ListenedOn;
}

void Listening::collectArgument(const CallEvent &E, int Arg,
                                Reached &Out) const {
  if (const ValueSet *V = argument(C, E, Arg))
    collect(*V, Out);
  const FunctionBody &B = bodyOf(C, E);
  Id N = argumentNode(C, E, Arg);
  while (N != None && B.Nodes[N].Kind != NodeKind::Var)
    N = B.Nodes[N].Ops.empty() ? None : B.Nodes[N].Ops[0];
  if (N == None)
    return;
  // `found->ai_addr`: what another library's record refers to is not told from
  // the record, nor from the pointer to it.
  for (Id L = 0; L < C.I.locCount(); ++L) {
    const Loc &X = C.I.loc(L);
    if (X.Ref == B.Nodes[N].Ref &&
        (X.Kind == LocKind::Global ||
         (X.Kind == LocKind::Local && X.Ctx == E.Ctx)))
      collect(C.I.resolved(L), Out);
  }
}

} // namespace

std::set<Place> listenedOn(const RuleContext &C) {
  return Listening(C).literals();
}

} // namespace factor6
