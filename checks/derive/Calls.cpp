//===- Calls.cpp - Calls into the project's own code ----------------------===//
#include "derive/Interpreter.h"

namespace factor6 {

const FunctionModel *Interpreter::model(const CallFact &C,
                                        const FunctionBody &B) const {
  auto &Cache = const_cast<std::map<const CallFact *, const FunctionModel *> &>(
      ModelCache);
  auto [It, New] = Cache.try_emplace(&C, nullptr);
  if (!New)
    return It->second;
  std::vector<std::string> Classes;
  std::string Name = C.Name;
  // The static type of the receiver says more than the class that declares
  // the method (and is all there is for names unresolved in templates).
  Id Receiver = C.Receiver != None
                    ? T.record(T.target(B.Nodes[C.Receiver].TypeId))
                    : None;
  if (C.Flags & CF_Construct)
    Receiver = T.record(C.ResultType);
  if (Receiver != None)
    Classes = T.classNames(Receiver);
  if (C.Callee != None) {
    Name = P.entity(C.Callee).QualifiedName;
    Id Parent = P.entity(C.Callee).Parent;
    if (Parent != None)
      for (const std::string &N : T.classNames(Parent))
        if (!llvm::is_contained(Classes, N))
          Classes.push_back(N);
  }
  // A function pointer in a table of a library's: `db->open(db, ...)`.
  if (C.Callee == None && C.CalleeNode != None) {
    const Node &N = B.Nodes[C.CalleeNode];
    if (N.Kind == NodeKind::Field && !P.entity(N.Ref).has(EF_Project))
      Name = P.entity(N.Ref).QualifiedName;
  }
  if (Name.empty())
    return nullptr;
  return It->second = M.function(Name, Classes);
}

Id Interpreter::overriderIn(Id Method, Id Record) const {
  // The nearest class of Record's chain that overrides the method.
  for (Id R : T.withBases(Record)) {
    for (Id Candidate : P.Methods[R]) {
      if (Candidate == Method)
        return Method;
      for (Id Work = Candidate, I = 0; Work != None && I < 8; ++I) {
        const Entity &E = P.entity(Work);
        if (llvm::is_contained(E.Bases, Method))
          return Candidate;
        Work = E.Bases.empty() ? None : E.Bases[0];
      }
    }
  }
  return Method;
}

std::vector<Id> Interpreter::virtualTargets(Id Callee,
                                            const LocSet &Receivers) const {
  std::vector<Id> Out;
  auto Add = [&](Id F) {
    if (body(F) && !llvm::is_contained(Out, F))
      Out.push_back(F);
  };
  bool AllKnown = !Receivers.empty();
  for (Id L : Receivers) {
    const Loc &X = Locs[L];
    Id R = X.Kind == LocKind::Instance ? X.Ref : T.record(X.TypeId);
    if (X.Kind == LocKind::Unknown || R == None || T.pointerLike(X.TypeId)) {
      AllKnown = false;
      continue;
    }
    Add(overriderIn(Callee, R));
  }
  if (AllKnown && !Out.empty())
    return Out;
  std::vector<Id> Work = {Callee};
  for (size_t I = 0; I < Work.size() && Work.size() < 64; ++I) {
    Add(Work[I]);
    for (Id O : P.Overriders[Work[I]])
      if (!llvm::is_contained(Work, O))
        Work.push_back(O);
  }
  return Out;
}

std::vector<ValueSet> Interpreter::argumentValues(Id Ctx, const CallFact &C,
                                                  Id Callee) {
  const Entity &F = P.entity(Callee);
  std::vector<ValueSet> Out;
  for (size_t I = 0; I < C.Args.size(); ++I) {
    Id TypeId = I < F.Params.size() ? P.entity(F.Params[I]).TypeId : None;
    ValueSet V = bindTo(Ctx, TypeId, C.Args[I], T.reference(TypeId));
    // Handed on from one to the next, a wrapper is copied each time.
    if (wrapsCallable(T.record(T.target(TypeId))))
      V.merge(callablesIn(V));
    Out.push_back(std::move(V));
  }
  return Out;
}

/// Hands handlers to a framework of which there is a copy in the project's own
/// tree: the model says what becomes of them.
bool Interpreter::copied(const CallFact &C, const FunctionBody &B) const {
  Id Class = P.entity(C.Callee).Parent;
  if (Class == None || !body(C.Callee) ||
      !llvm::StringRef(P.entity(Class).QualifiedName).contains("::") ||
      !M.type(P.entity(Class).QualifiedName))
    return false;
  const FunctionModel *Model = model(C, B);
  return Model && llvm::any_of(Model->Callables, [](const CallableSpec &S) {
           return S.Run == RunKind::Entry;
         });
}

void Interpreter::executeCall(Id Ctx, Id StmtIndex, Id Call, Phase Now) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const CallFact &C = B.Calls[Call];
  // A callable value: a function pointer, a std::function, a closure.
  ValueSet Callables;
  const Node *Callee = C.CalleeNode == None ? nullptr : &B.Nodes[C.CalleeNode];
  if (Callee && Callee->Kind == NodeKind::Elem && Callee->Ops.size() > 1 &&
      Callee->Ops[1] != None)
    Callables = values(Ctx, Callee->Ops[1]); // (object.*member)(...)
  if (Callee && Callables.empty())
    Callables = values(Ctx, C.CalleeNode);
  else if (!Callee && C.Receiver != None && C.Name == "operator()")
    for (const Value &V : values(Ctx, C.Receiver)) {
      Callables.insert(V);
      if (V.Kind == ValueKind::Ref)
        Callables.merge(resolved(V.A));
    }
  bool Any = false;
  for (const Value &V : Callables)
    Any |= V.Kind == ValueKind::Closure || V.Kind == ValueKind::Func ||
           V.Kind == ValueKind::Bound;
  if (Any) {
    std::vector<ValueSet> Args;
    for (size_t I = 0; I < C.Args.size(); ++I) {
      Passing Mode = I < C.Modes.size() ? C.Modes[I] : Passing::Value;
      bool Reference = Mode == Passing::ConstRef || Mode == Passing::MutRef ||
                       Mode == Passing::RRef;
      Args.push_back(bindTo(Ctx, None, C.Args[I], Reference));
    }
    LocSet This = C.Receiver != None && C.CalleeNode != None
                      ? baseLocs(Ctx, C.Receiver)
                      : LocSet();
    // `(object->*member)(...)`: the object is the operand beside the member.
    if (C.CalleeNode != None && B.Nodes[C.CalleeNode].Kind == NodeKind::Elem)
      This = baseLocs(Ctx, B.Nodes[C.CalleeNode].Ops[0]);
    ValueSet Result = Acts[Ctx].CallResults[Call];
    callValue(Ctx, Callables, std::move(Args), This, Now, Ctx, Call, C.Loc,
              None, Result);
    Changed |= Acts[Ctx].CallResults[Call].merge(Result);
    if (C.Callee == None || !body(C.Callee))
      return;
  }
  bool Virtual = (C.Flags & CF_Virtual) && C.Callee != None;
  if (C.Callee != None && !copied(C, B) &&
      (body(C.Callee) || (Virtual && !P.Overriders[C.Callee].empty()))) {
    callBody(Ctx, StmtIndex, Call, Now);
    return;
  }
  externalCall(Ctx, StmtIndex, Call, Now);
}

/// What a container of components may have handed over, when nothing tells
/// where the object comes from: all that there are live as long as the process.
LocSet Interpreter::injected(Id Record) const {
  if (Record == None)
    return {};
  // What a framework makes of a class, others may ask it for.
  auto Made = Instances.find(Record);
  std::vector<Id> All = objectsOf(Record, false);
  if (All.empty() && Made != Instances.end())
    return {Made->second};
  if (All.size() > 4 || objectsOf(Record, true).size() != All.size())
    return {};
  return LocSet(All.begin(), All.end());
}

void Interpreter::callBody(Id Ctx, Id, Id Call, Phase Now) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const CallFact &C = B.Calls[Call];
  LocSet Receivers;
  if (C.Receiver != None)
    Receivers = C.Flags & CF_Construct ? locs(Ctx, C.Receiver)
                                       : baseLocs(Ctx, C.Receiver);
  if (C.Flags & CF_Construct)
    for (Id L : Receivers)
      noteObject(L, Locs[L].TypeId);
  if (Receivers.empty() && C.Receiver != None && Now == Phase::Request)
    Receivers = injected(P.entity(C.Callee).Parent);
  std::vector<Id> Targets = {C.Callee};
  if (C.Flags & CF_Virtual)
    Targets = virtualTargets(C.Callee, Receivers);
  for (Id F : Targets) {
    LocSet This;
    // With several targets, each gets the receivers of its own class.
    Id Owner = P.entity(F).Parent;
    for (Id L : Receivers) {
      Id R = Locs[L].Kind == LocKind::Instance ? Locs[L].Ref
                                               : T.record(Locs[L].TypeId);
      if (R == None || Owner == None || T.derivesFrom(R, Owner) ||
          (Targets.size() == 1 && !T.stringLike(Locs[L].TypeId)))
        This.push_back(L);
    }
    ValueSet Result = callFunction(F, This, argumentValues(Ctx, C, F), Now,
                                   None, Ctx, Call, C.Loc, None);
    Changed |= Acts[Ctx].CallResults[Call].merge(Result);
  }
}

/// The objects among the first of the arguments on which a method runs that
/// was given none; the arguments lose it.
LocSet Interpreter::takeReceivers(const Entity &Method,
                                  std::vector<ValueSet> &Args) const {
  LocSet Receivers;
  if (Args.empty())
    return Receivers;
  for (Id L : refs(Args.front()))
    if (Id R = T.record(T.target(Locs[L].TypeId));
        R != None && T.derivesFrom(R, Method.Parent)) {
      if (!T.pointerLike(Locs[L].TypeId))
        Receivers.push_back(L);
      else
        for (Id Inner : refs(resolved(L)))
          Receivers.push_back(Inner);
    }
  if (!Receivers.empty())
    Args.erase(Args.begin());
  return Receivers;
}

void Interpreter::callValue(Id Ctx, const ValueSet &Callee,
                            std::vector<ValueSet> Args, const LocSet &This,
                            Phase When, Id Caller, Id Call, Place Site,
                            Id Entry, ValueSet &Result, unsigned Nesting) {
  if (Nesting > 4)
    return;
  for (const Value &V : Callee) {
    if (V.Kind == ValueKind::Closure) {
      const Closure C = Closures[V.A];
      // What a request left behind runs for that request, whoever calls it.
      Phase Run = C.Made == Phase::Request && When != Phase::StartUp
                      ? Phase::Request
                      : When;
      Result.merge(callFunction(C.Function, C.This, Args, Run, V.A, Caller,
                                Call, Site,
                                Run == When ? Entry : Acts[C.Ctx].Entry));
    } else if (V.Kind == ValueKind::Func) {
      const Entity &F = P.entity(V.A);
      bool Method = F.Parent != None && !F.has(EF_Static);
      LocSet Receivers = This;
      std::vector<ValueSet> Rest = Args;
      if (Method && Receivers.empty())
        Receivers = takeReceivers(F, Rest);
      if (Method && Receivers.empty())
        Receivers = receiversFor(F.Parent, Lifetime::Unknown);
      std::vector<Id> Targets = {V.A};
      if (F.has(EF_Virtual))
        Targets = virtualTargets(V.A, Receivers);
      for (Id Target : Targets)
        Result.merge(callFunction(Target, Receivers, Rest, When, None, Caller,
                                  Call, Site, Entry));
    } else if (V.Kind == ValueKind::Bound) {
      const BoundCallable Bound = Bounds[V.A];
      std::vector<ValueSet> All = Bound.Args;
      All.insert(All.end(), Args.begin(), Args.end());
      callValue(Ctx, Bound.Targets, std::move(All), {}, When, Caller, Call,
                Site, Entry, Result, Nesting + 1);
    } else if (V.Kind == ValueKind::Ref) {
      // A functor, or a cell that holds a callable.
      Id R = T.record(Locs[V.A].TypeId);
      bool Own = false;
      if (R != None && P.entity(R).has(EF_Project))
        for (Id Rec : T.withBases(R))
          for (Id Method : P.Methods[Rec])
            if (P.entity(Method).Name == "operator()" && body(Method) &&
                !P.entity(Method).has(EF_Lambda)) {
              Own = true;
              Result.merge(callFunction(Method, {V.A}, Args, When, None, Caller,
                                        Call, Site, Entry));
            }
      if (!Own) { // also `Overloaded{[this](Add) {...}, [this](Reset) {...}}`
        ValueSet Inner;
        for (const Value &X : resolved(V.A))
          if (X.Kind != ValueKind::Ref)
            Inner.insert(X);
        callValue(Ctx, Inner, Args, This, When, Caller, Call, Site, Entry,
                  Result, Nesting + 1);
      }
    }
  }
}

} // namespace factor6
