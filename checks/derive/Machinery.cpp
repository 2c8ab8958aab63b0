//===- Machinery.cpp ------------------------------------------------------===//
#include "derive/Machinery.h"

#include "derive/Bodies.h"
#include "derive/Mechanisms.h"

#include "llvm/ADT/STLExtras.h"

#include <map>
#include <set>

namespace factor6 {

namespace {

std::string flat(llvm::StringRef Name) {
  std::string Out;
  for (const std::string &Word : words(Name))
    Out += Word;
  return Out;
}

bool says(const Interpreter &I, Id Record,
          llvm::ArrayRef<llvm::StringRef> Any) {
  const std::string Name = flat(I.program().entity(Record).Name);
  return llvm::any_of(Any, [&](llvm::StringRef Part) {
    return llvm::StringRef(Name).contains(Part);
  });
}

/// A function object or pointer, a pointer to an object with virtual methods,
/// or a record of the project's that holds a callback.
bool callable(const Interpreter &I, Id TypeId, unsigned Depth = 0) {
  const Program &P = I.program();
  const Types &T = I.types();
  Id Target = T.target(TypeId);
  if (Target == None || Depth > 2)
    return false;
  if (P.type(Target).Kind == TypeKind::Function)
    return true;
  Id R = T.record(Target);
  if (R == None)
    return false;
  if (!P.entity(R).has(EF_Project))
    return hasWord(P.entity(R).Name, {"function", "task"});
  auto Virtual = [&](Id M) { return P.entity(M).has(EF_Virtual); };
  if (T.pointerLike(TypeId) && llvm::any_of(P.Methods[R], Virtual))
    return true;
  return llvm::any_of(P.entity(R).Members, [&](Id F) {
    return callable(I, P.entity(F).TypeId, Depth + 1);
  });
}

/// What a container holds, also one in a container (a wheel's slots).
Id elementOf(const Interpreter &I, Id TypeId) {
  const Types &T = I.types();
  for (unsigned Depth = 0; Depth < 3; ++Depth) {
    Id Table = T.target(TypeId);
    if (Table == None || !T.container(Table) ||
        I.program().type(Table).Args.empty())
      break;
    const std::vector<Id> &Args = I.program().type(Table).Args;
    Id Kind = T.record(Table);
    bool Map = Kind != None && hasWord(I.program().entity(Kind).Name,
                                       {"map", "multimap", "table"});
    TypeId = Args[Map && Args.size() > 1 ? 1 : 0];
  }
  return TypeId;
}

bool isTimer(const Interpreter &I, Id Record) {
  const Program &P = I.program();
  if (!says(I, Record, {"timer", "timewheel", "timingwheel"}))
    return false;
  // It calls back, or what is derived from it says what to do.
  auto ToDo = [&](Id M) {
    return P.entity(M).has(EF_Virtual) && !P.entity(M).has(EF_Dtor);
  };
  return llvm::any_of(P.Methods[Record], ToDo) ||
         llvm::any_of(P.entity(Record).Members, [&](Id F) {
           return callable(I, elementOf(I, P.entity(F).TypeId));
         });
}

bool isLoop(const Interpreter &I, Id Record) {
  return says(I, Record, {"reactor", "eventloop", "epoller", "poller"});
}

/// Follows a number through a function; where it only chooses an element, it
/// goes no further.
class Choice {
public:
  /// Of: the one that is asked for elements, or None for any container.
  Choice(const Interpreter &I, Id Ctx, Id Declared, Id Of = None)
      : I(I), Ctx(Ctx), B(*I.body(I.activations()[Ctx].Function)),
        Of(Of), Carriers{Declared} {}

  bool onlyChooses() {
    for (size_t Before = 0; Before != Carriers.size();) {
      Before = Carriers.size();
      for (const Stmt &S : B.Stmts)
        if (S.Kind == StmtKind::Store && S.B != None && leaks(S.B)) {
          const Node &Target = B.Nodes[S.A];
          if (Target.Kind != NodeKind::Var && !Carriers.count(Target.Ref))
            return false;
          Carriers.insert(Target.Ref);
        }
    }
    return llvm::none_of(B.Stmts, [&](const Stmt &S) {
      if (S.Kind == StmtKind::Return)
        return leaks(S.A);
      return S.Kind == StmtKind::Call && !chooses(B.Calls[S.A]) &&
             I.observedBy(Ctx, S.A) &&
             llvm::any_of(B.Calls[S.A].Args, [&](Id A) { return leaks(A); });
    });
  }

  /// Types of the elements that it chooses.
  std::vector<Id> chosen() const {
    std::vector<Id> Out;
    for (const CallFact &C : B.Calls)
      if (chooses(C) && !C.Args.empty() && leaks(C.Args[0]))
        Out.push_back(C.ResultType);
    for (const Node &N : B.Nodes)
      if (N.Kind == NodeKind::Elem && N.Ops.size() > 1 && leaks(N.Ops[1]) &&
          (Of == None || isIt(N.Ops[0])))
        Out.push_back(N.TypeId);
    return Out;
  }

private:
  bool isIt(Id N) const { return N != None && B.Nodes[N].Ref == Of; }
  bool chooses(const CallFact &C) const {
    bool Element = (C.Flags & CF_Subscript) || C.Name == "at";
    return Of == None
               ? Element
               : isIt(C.Receiver) && (Element || (C.Flags & CF_ConstMethod));
  }
  bool leaks(Id N) const {
    return madeOf(
        B, N, [&](Id Ref) { return Carriers.count(Ref) != 0; },
        [&](const Node &X) {
          return X.Kind == NodeKind::Call && !chooses(B.Calls[X.Ref]);
        });
  }

  const Interpreter &I;
  Id Ctx;
  const FunctionBody &B;
  Id Of;
  std::set<Id> Carriers;
};

} // namespace

bool isThreadPool(const Interpreter &I, Id Record) {
  if (says(I, Record, {"threadpool", "workerpool"}))
    return true;
  const Program &P = I.program();
  const Types &T = I.types();
  bool Threads = false, Tasks = false;
  for (Id F : P.entity(Record).Members) {
    Id TypeId = P.entity(F).TypeId;
    bool Many = T.container(T.target(TypeId)) || T.array(TypeId);
    // `pthread_t *threads; struct task *tasks;`
    if (!Many && T.pointerLike(TypeId)) {
      Id To = T.target(TypeId);
      Threads |= To != None && T.scalar(To) && T.role(To) == Role::Executor;
      Tasks |= T.ownRecord(To) && callable(I, To);
    }
    // `map<int, GameLoop *>`: each is somebody's.
    if (Many && T.table(TypeId) && T.ownRecord(T.target(elementOf(I, TypeId))))
      continue;
    bool Runs = Many && (T.elementRole(T.target(TypeId)) == Role::Executor ||
                         T.role(TypeId) == Role::Executor);
    Threads |= Runs;
    Tasks |= Many && !Runs && callable(I, elementOf(I, TypeId));
  }
  return Threads && Tasks;
}

/// `struct Task { void (*work)(void *); void *argument; };` in the array or
/// list that a thread pool keeps by hand.
static bool ofPoolsTasks(const Interpreter &I, Id Record) {
  const Program &P = I.program();
  auto Callback = [&](Id F) { return callable(I, P.entity(F).TypeId); };
  if (llvm::none_of(P.entity(Record).Members, Callback))
    return false;
  for (Id R = 0; R < P.Entities.size(); ++R)
    if (P.entity(R).Kind == EntityKind::Record && isThreadPool(I, R) &&
        llvm::any_of(P.entity(R).Members, [&](Id F) {
          Id TypeId = P.entity(F).TypeId;
          return I.types().pointerLike(TypeId) &&
                 I.types().record(I.types().target(TypeId)) == Record;
        }))
      return true;
  return false;
}

bool inMachinery(const Interpreter &I, const State &S) {
  const Entity &E = I.program().entity(S.Declared);
  const Types &T = I.types();
  if (E.Parent == None ||
      (E.Kind != EntityKind::Field && E.Store != Storage::StaticMember))
    return false;
  if (isTimer(I, E.Parent) ||
      (E.Kind == EntityKind::Field && ofPoolsTasks(I, E.Parent)))
    return true;
  if (S.Drained || (!isThreadPool(I, E.Parent) && !isLoop(I, E.Parent)))
    return false;
  Id Element = elementOf(I, S.TypeId);
  return T.scalar(T.value(S.TypeId)) ||
         (T.role(S.TypeId) == Role::Value && !T.stringLike(S.TypeId)) ||
         (S.Container && (callable(I, Element) || T.pointerLike(Element)));
}

/// `next_ = (next_ + 1) % n`
static bool countsOn(const Interpreter &I, const State &S, const Access &A) {
  Id N = stored(I, A);
  const FunctionBody &B = *I.body(I.functionOf(A));
  return N != None && B.Nodes[N].Kind == NodeKind::Arith &&
         madeOf(
             B, N, [&](Id Ref) { return Ref == S.Declared; },
             [](const Node &) { return false; });
}

bool positionIn(const Interpreter &I, const State &Number,
                const State &Container) {
  std::map<Id, Id> Functions; ///< with an activation of each
  for (const auto *List : {&Number.Writes, &Number.Reads})
    for (size_t X : *List)
      Functions[I.functionOf(I.accesses()[X])] = I.accesses()[X].Ctx;
  bool Any = false;
  for (auto [Function, Ctx] : Functions) {
    Choice Use(I, Ctx, Number.Declared, Container.Declared);
    if (!Use.onlyChooses())
      return false;
    Any |= !Use.chosen().empty();
  }
  return Any;
}

bool roundRobin(const Interpreter &I, const State &S) {
  if (S.Container || S.Writes.empty() || I.types().stringLike(S.TypeId))
    return false;
  std::map<Id, Id> Functions; ///< with an activation of each
  bool Counts = false;
  for (size_t W : S.Writes) {
    const Access &A = I.accesses()[W];
    Counts |= A.How == WriteHow::Increment || A.How == WriteHow::Compound ||
              A.How == WriteHow::Call || countsOn(I, S, A);
    Functions[I.activations()[A.Ctx].Function] = A.Ctx;
  }
  for (size_t R : S.Reads) {
    Id Ctx = I.accesses()[R].Ctx;
    Functions[I.activations()[Ctx].Function] = Ctx;
  }
  // `vector<InetAddress> backends_`
  auto OfPeer = [&](Id TypeId) {
    Id Class = I.types().record(I.types().target(TypeId));
    return Class != None && !I.types().stringLike(TypeId) &&
           hasWord(I.program().entity(Class).Name,
                   {"address", "endpoint", "backend", "upstream", "sockaddr"});
  };
  // Texts and numbers go to the client; workers, clients and queues do not.
  auto Alike = [&](Id TypeId) {
    Role R = I.types().role(TypeId);
    return I.types().pointerLike(TypeId) || R == Role::Handle ||
           R == Role::Executor || R == Role::Queue || R == Role::Sync ||
           R == Role::Server || OfPeer(TypeId);
  };
  bool Any = false;
  for (auto [Function, Ctx] : Functions) {
    Choice Use(I, Ctx, S.Declared);
    if (!Use.onlyChooses())
      return false;
    for (Id TypeId : Use.chosen()) {
      if (I.types().stringLike(TypeId) || !Alike(TypeId))
        return false;
      Any = true;
    }
  }
  return Counts && Any;
}

bool allocatorBooks(const Interpreter &I, const State &S) {
  const Program &P = I.program();
  bool Allocates = false;
  auto Inside = [&](size_t X) {
    const Access &A = I.accesses()[X];
    const Entity &F = P.entity(I.functionOf(A));
    if (A.When == Phase::StartUp || A.When == Phase::Root)
      return true;
    Id Result = F.TypeId;
    bool Alloc = llvm::StringRef(F.Name).contains_insensitive("alloc") &&
                 Result != None && P.type(Result).Kind == TypeKind::Pointer &&
                 !P.type(Result).Args.empty() &&
                 P.type(P.type(Result).Args[0]).Kind == TypeKind::Void;
    Allocates |= Alloc;
    return Alloc || hasWord(F.Name, {"free"});
  };
  return !S.Container && llvm::all_of(S.Writes, Inside) &&
         llvm::all_of(S.Reads, Inside) && Allocates;
}

} // namespace factor6
