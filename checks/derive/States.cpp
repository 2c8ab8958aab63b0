//===- States.cpp - From accesses to states -------------------------------===//
#include "derive/States.h"

#include "derive/Mechanisms.h"
#include "derive/Roles.h"

#include <set>

namespace factor6 {

namespace {

constexpr unsigned MaxDepth = 8; ///< objects on the way to a datum

class Grouper {
public:
  explicit Grouper(const Interpreter &I) : I(I), P(I.program()), T(I.types()) {
    indexHolders();
    for (const Access &A : I.accesses())
      if (A.Write) {
        Changed.insert(A.Target);
        if (A.How == WriteHow::Clear && A.When == Phase::Request)
          Emptied.insert(A.Target);
        if (I.loc(A.Target).Kind == LocKind::Field)
          ChangedFields.insert(I.loc(A.Target).Ref);
      }
  }

  std::vector<State> take();

private:
  void indexHolders();
  Id datumOf(Id L, unsigned Depth = 0);
  bool inMechanism(Id L) const;
  Id bestHolder(Id Object) const;
  bool byHand(Id Cell) const;
  bool owns(Id Container) const;
  bool recordTable(Id Container) const;
  bool isPair(Id L) const;
  bool linked(Id TypeId) const;
  bool insertedBy(Id Record, Id Field) const;
  bool serves(Id Object) const;
  bool holdsOne(Id TypeId) const;
  bool inContainer(Id Cell, bool OfStartUp, unsigned Depth) const;
  Holder holderOf(Id L, unsigned Depth = 0) const;
  Id declaredAt(Id L) const;
  bool handedOn(Id Local, bool ToRead);
  bool belongs(const Access &A, Id Datum, Id Declared);
  bool usesTool(const Access &A, Id Datum) const;
  bool someEntry(Id Datum) const;
  bool ofClients(const State &S) const;

  const Interpreter &I;
  const Program &P;
  const Types &T;
  std::set<Id> Changed;                ///< what is written after start-up
  std::set<Id> ChangedFields;          ///< ... of whichever objects
  std::set<Id> Emptied;                ///< containers that requests clear
  mutable std::map<Id, bool> Inserted; ///< a field -> entries are linked by it
  std::map<std::pair<Id, bool>, bool>
      HandedOn;                          ///< local -> other code can get at it
  std::map<Id, std::vector<Id>> Holders; ///< object -> cells that refer to it
};

void Grouper::indexHolders() {
  for (Id L = 0; L < I.locCount(); ++L)
    for (const Value &V : I.contents(L))
      if (V.Kind == ValueKind::Ref) {
        LocKind K = I.loc(V.A).Kind;
        if (K == LocKind::Heap || K == LocKind::Temp || K == LocKind::Instance)
          Holders[V.A].push_back(L);
      }
}

/// A framework's server, router or loop keeps the handlers that it is given; it
/// is the way to the state, not the state.
bool Grouper::inMechanism(Id L) const {
  for (Id X = L; I.loc(X).Kind >= LocKind::Field; X = I.loc(X).Parent) {
    Role Keeper = T.role(I.loc(I.loc(X).Parent).TypeId);
    if (Keeper == Role::Server || Keeper == Role::Executor ||
        Keeper == Role::Handle)
      return true;
  }
  return false;
}

/// The cell that keeps an object alive: static storage before tables that
/// change before members before locals; parameters and temporaries only pass it
/// on.
Id Grouper::bestHolder(Id Object) const {
  auto It = Holders.find(Object);
  if (It == Holders.end())
    return None;
  Id Best = None;
  int BestRank = 0;
  bool Linked = linked(I.loc(Object).TypeId);
  for (Id L : It->second) {
    const Loc &Root = I.loc(I.root(L));
    // `ready.clear(); poll(ready);`: names who has something to do this time.
    if (Root.Kind == LocKind::Local && I.loc(L).Kind == LocKind::Elem &&
        I.loc(Object).Made == Phase::StartUp && Emptied.count(I.loc(L).Parent))
      continue;
    if (I.root(L) == Object || inMechanism(L) ||
        (Linked && T.record(Root.TypeId) == T.record(I.loc(Object).TypeId)))
      continue;
    int Rank = 1;
    if (Root.Kind == LocKind::Global)
      // `std::vector<Profile *> profiles; Profile *current;`
      Rank = I.loc(L).Kind == LocKind::Elem && Changed.count(I.loc(L).Parent)
                 ? 8
                 : 7;
    else if (I.loc(L).Kind == LocKind::Elem && owns(I.loc(L).Parent))
      Rank = 6; // others only refer to it
    else if ((I.loc(L).Kind == LocKind::Elem &&
              Changed.count(I.loc(L).Parent)) ||
             (byHand(L) && Changed.count(L)))
      Rank = 5; // one of many that come and go
    else if (byHand(L) || I.loc(L).Kind >= LocKind::Field)
      Rank = 4;
    else if (Root.Kind == LocKind::Local && !Linked &&
             P.entity(Root.Ref).Store == Storage::Local)
      Rank = 3;
    else if (I.loc(L).Kind == LocKind::Heap && T.pointerLike(I.loc(L).TypeId) &&
             T.scalar(T.target(I.loc(L).TypeId)))
      Rank = 2; // `cells_[i] = new char[n]`: a row
    else if (isPair(L) && Holders.count(L))
      // `table.insert({key, object})`: the pair lies in the table
      Rank = llvm::any_of(Holders.at(L),
                          [&](Id In) {
                            return I.loc(In).Kind == LocKind::Elem &&
                                   Changed.count(I.loc(In).Parent);
                          })
                 ? 5
                 : 2;
    else
      continue;
    if (!I.survivor(L))
      continue;
    if (Rank > BestRank) {
      Best = L;
      BestRank = Rank;
    }
  }
  return Best;
}

/// `map<int, unique_ptr<Room>>`: it alone keeps the objects.
bool Grouper::owns(Id Container) const {
  Id Kind = T.target(I.loc(Container).TypeId);
  if (Kind == None || P.type(Kind).Args.empty())
    return false;
  const std::vector<Id> &Args = P.type(Kind).Args;
  Id Value = T.value(T.table(Kind) && Args.size() > 1 ? Args[1] : Args[0]);
  return Value != None &&
         llvm::StringRef(P.type(Value).Name).ends_with("unique_ptr");
}

/// `map<int, unique_ptr<Room>>`, objects without behaviour that derived classes
/// could give: no handlers, but records found by their key.
bool Grouper::recordTable(Id Container) const {
  Id Kind = T.target(I.loc(Container).TypeId);
  if (Kind == None || !T.table(Kind) || P.type(Kind).Args.size() < 2)
    return false;
  Id Record = T.record(T.target(P.type(Kind).Args[1]));
  return Record != None && P.entity(Record).has(EF_Project) &&
         P.Derived[Record].empty() &&
         llvm::none_of(P.Methods[Record],
                       [&](Id M) { return P.entity(M).has(EF_Virtual); }) &&
         llvm::all_of(P.entity(Record).Members, [&](Id F) {
           return T.role(P.entity(F).TypeId) != Role::Executor;
         });
}

/// What a library made of values, std::make_pair say.
bool Grouper::isPair(Id L) const {
  const Loc &X = I.loc(L);
  return (X.Kind == LocKind::Temp || X.Kind == LocKind::Heap) &&
         X.TypeId != None && P.type(X.TypeId).Kind == TypeKind::Record &&
         !T.pointerLike(X.TypeId) && !T.ownRecord(X.TypeId);
}

/// `new Room *[n]`: an array of objects, kept by hand. Its elements are one
/// cell, the array itself.
bool Grouper::byHand(Id Cell) const {
  const Loc &L = I.loc(Cell);
  return L.Kind == LocKind::Heap && L.TypeId != None &&
         T.pointerLike(L.TypeId) && T.ownRecord(T.target(L.TypeId));
}

/// `entry = new Entry; entry->next = head;`, in what requests reach.
bool Grouper::insertedBy(Id Record, Id Field) const {
  auto [It, New] = Inserted.try_emplace(Field, false);
  if (!New)
    return It->second;
  auto Makes = [&](const Node &N) {
    return N.Kind == NodeKind::New && T.record(T.target(N.TypeId)) == Record;
  };
  std::set<Id> Functions;
  for (const FunctionBody &B : P.Bodies)
    if (llvm::any_of(B.Nodes, Makes) &&
        llvm::any_of(B.Stmts, [&](const Stmt &S) {
          return S.Kind == StmtKind::Store && S.A != None &&
                 B.Nodes[S.A].Kind == NodeKind::Field &&
                 B.Nodes[S.A].Ref == Field;
        }))
      Functions.insert(B.Function);
  return It->second = llvm::any_of(I.activations(), [&](const Activation &A) {
           return A.When == Phase::Request && Functions.count(A.Function);
         });
}

/// Objects that refer to others of their class, and not always to the same: the
/// entries of a list, tree or hash table kept by hand.
bool Grouper::linked(Id TypeId) const {
  Id R = T.ownRecord(TypeId) ? T.record(TypeId) : None;
  return R != None && llvm::any_of(P.entity(R).Members, [&](Id Field) {
           Id To = P.entity(Field).TypeId;
           return To != None && T.pointerLike(To) &&
                  T.record(T.target(To)) == R &&
                  (ChangedFields.count(Field) || insertedBy(R, Field));
         });
}

/// The cell lies in an entry of a container, itself or by the objects that hold
/// it. A table that only start-up fills is the way to the objects in it.
bool Grouper::inContainer(Id Cell, bool OfStartUp, unsigned Depth) const {
  Id L = Cell;
  for (; I.loc(L).Kind >= LocKind::Field; L = I.loc(L).Parent)
    if (I.loc(L).Kind == LocKind::Elem) {
      Id Table = I.loc(L).Parent;
      bool Given = T.array(I.loc(Table).TypeId); // `Handler *all[] = {...};`
      return (!OfStartUp && !Given) || I.perConnection(L) ||
             Changed.count(Table) || recordTable(Table);
    }
  if (byHand(L) && (!OfStartUp || Changed.count(L)))
    return true;
  const Loc &Root = I.loc(L);
  if (linked(Root.TypeId))
    return true;
  bool Value = isPair(L); // with the object
  Id Next = Depth < MaxDepth && (Value || T.ownRecord(Root.TypeId) || byHand(L))
                ? bestHolder(L)
                : None;
  if (byHand(L) && Next != None && Changed.count(Next))
    return true; // it grows: `rooms_ = larger`
  return Next != None && (Value || Root.Kind == LocKind::Heap) &&
         inContainer(Next, OfStartUp && Root.Made == Phase::StartUp, Depth + 1);
}

/// Entry points run on the object: it is a handler or server itself.
bool Grouper::serves(Id Object) const {
  return llvm::any_of(I.activations(), [&](const Activation &A) {
    return A.Entry != None && I.entries()[A.Entry].Function == A.Function &&
           llvm::is_contained(A.This, Object);
  });
}

/// `static SingletonHolder<Store> holder;`: a library's way to one object of
/// the project's, which nobody has modelled.
bool Grouper::holdsOne(Id TypeId) const {
  Id V = T.value(TypeId);
  return V != None && P.type(V).Args.size() == 1 && !T.model(V) &&
         !T.container(V) && T.record(V) != None &&
         !P.entity(T.record(V)).has(EF_Project) &&
         T.ownRecord(P.type(V).Args[0]);
}

/// The first datum on the way from the survivor to L.
Id Grouper::datumOf(Id L, unsigned Depth) {
  std::vector<Id> Path;
  for (Id X = L;; X = I.loc(X).Parent) {
    Path.push_back(X);
    if (I.loc(X).Kind < LocKind::Field)
      break;
  }
  Id Root = Path.back();
  const Loc &R = I.loc(Root);
  bool Anonymous = R.Kind == LocKind::Heap || R.Kind == LocKind::Temp ||
                   R.Kind == LocKind::Instance;
  bool Walk = R.Kind == LocKind::Instance || T.ownRecord(R.TypeId);
  if (Anonymous && Depth < MaxDepth) {
    Id H = bestHolder(Root);
    // In a container, the container is the datum; a library's or generic
    // object is the variable that holds it.
    if (H != None && (!Walk || Path.size() == 1 || linked(R.TypeId) ||
                      inContainer(H, R.Made == Phase::StartUp, Depth)))
      return datumOf(H, Depth + 1);
    if (H == None && linked(R.TypeId))
      return Root; // part of what is reported where it begins
  }
  Id Current = Root;
  for (size_t J = Path.size() - 1; J-- > 0;) {
    Id Next = Path[J];
    if (I.loc(Next).Kind == LocKind::Elem) {
      if (Changed.count(Current))
        return Current;
      if (J > 0 && holdsOne(I.loc(Current).TypeId)) {
        Current = Path[--J];
        continue;
      }
      if (!T.ownRecord(I.loc(Next).TypeId) || !serves(Next))
        return Current;
      Current = Next; // a list of servers that start-up made
      continue;
    }
    bool Through = Current == Root && R.Kind == LocKind::Instance;
    Id Whole = T.target(I.loc(Current).TypeId);
    Through |= T.ownRecord(I.loc(Current).TypeId) || T.ownRecord(Whole);
    // `struct Job buried;`: the head of a list is the list.
    LocKind Kind = I.loc(Current).Kind;
    if (Kind == LocKind::Field && !T.pointerLike(I.loc(Current).TypeId) &&
        linked(I.loc(Current).TypeId))
      return Current;
    // The parts of a union, or of what has no name, are one datum.
    if (T.ownRecord(Whole) && P.entity(T.record(Whole)).Name.empty())
      Through = false;
    if (!Through)
      return Current;
    Current = Next;
  }
  return Current;
}

Holder Grouper::holderOf(Id L, unsigned Depth) const {
  Id Root = I.root(L);
  const Loc &R = I.loc(Root);
  if (R.Kind == LocKind::Global)
    return Holder::Static;
  if (R.Kind == LocKind::Local)
    return I.loc(L).Kind >= LocKind::Field ? Holder::Member : Holder::Local;
  if (R.Kind == LocKind::Instance || Depth > MaxDepth)
    return Holder::Member;
  Id H = bestHolder(Root);
  if (H == None)
    return Holder::Member;
  if (holderOf(H, Depth + 1) != Holder::Static)
    return Holder::Member;
  // `Server *server` at namespace scope is a way to the object, no singleton.
  const Loc &Variable = I.loc(I.root(H));
  return Variable.Kind == LocKind::Global && T.ownRecord(R.TypeId) &&
                 P.entity(Variable.Ref).Store == Storage::Global
             ? Holder::Member
             : Holder::Static;
}

Id Grouper::declaredAt(Id L) const {
  const Loc &X = I.loc(L);
  if (X.Kind == LocKind::Field || X.Kind == LocKind::Global ||
      X.Kind == LocKind::Local)
    return X.Ref;
  return None;
}

/// Other code can get at a local: it is captured, its address is taken, it is
/// handed on by reference, or it is an object whose own methods know `this`.
/// \p ToRead: a const reference will do.
bool Grouper::handedOn(Id Local, bool ToRead) {
  auto [It, New] = HandedOn.try_emplace({Local, ToRead}, true);
  const Entity &E = P.entity(Local);
  const FunctionBody *B = E.Parent == None ? nullptr : I.body(E.Parent);
  if (!New || !B || T.ownRecord(T.target(E.TypeId)) ||
      T.pointerLike(E.TypeId) || T.reference(E.TypeId))
    return It->second;
  auto Names = [&](Id N) {
    return N != None && B->Nodes[N].Kind == NodeKind::Var &&
           B->Nodes[N].Ref == Local;
  };
  bool Handed = false;
  for (const Node &N : B->Nodes) {
    Handed |= N.Kind == NodeKind::Addr && !N.Ops.empty() && Names(N.Ops[0]);
    // `Context context{local}`, where that member is a reference
    if (N.Kind == NodeKind::List && N.Ref != None)
      for (size_t M = 0; M < N.Ops.size(); ++M)
        Handed |= Names(N.Ops[M]) && M < P.entity(N.Ref).Members.size() &&
                  T.reference(P.entity(P.entity(N.Ref).Members[M]).TypeId);
  }
  for (const auto &List : B->CaptureLists)
    for (const Capture &C : List)
      Handed |= C.Variable == Local;
  for (const CallFact &C : B->Calls)
    for (size_t A = 0; A < C.Args.size() && A < C.Modes.size(); ++A)
      Handed |= !llvm::StringRef(C.Name).starts_with("operator<<") &&
                Names(C.Args[A]) && C.Modes[A] != Passing::Value &&
                (ToRead || C.Modes[A] != Passing::ConstRef);
  for (const Stmt &S : B->Stmts) // `auto &r = local`
    Handed |= S.Kind == StmtKind::Store && S.A != None && Names(S.B) &&
              T.reference(B->Nodes[S.A].TypeId);
  return It->second = Handed;
}

/// `listeners_[n]->acceptor.async_accept(...)`, `workers_[n].lock.lock()`: uses
/// what lies in it, and changes nothing of it.
bool Grouper::usesTool(const Access &A, Id Datum) const {
  static constexpr Role Tools[] = {Role::Server, Role::Executor, Role::Sync,
                                   Role::Logger, Role::Metric,   Role::Handle};
  return A.Write && A.How == WriteHow::Call && A.Target != Datum &&
         llvm::is_contained(Tools, T.role(I.loc(A.Target).TypeId));
}

/// A part of an entry of a list kept by hand, of which only a local knows.
bool Grouper::someEntry(Id Datum) const {
  const Loc &Root = I.loc(I.root(Datum));
  return Root.Kind == LocKind::Local && I.loc(Datum).Kind == LocKind::Field &&
         linked(T.target(Root.TypeId));
}

/// The access is to a state that is declared here, and not to a copy of it or
/// to another run's.
bool Grouper::belongs(const Access &A, Id Datum, Id Declared) {
  const Entity &E = P.entity(Declared);
  if (!E.has(EF_Project) || E.has(EF_Const))
    return false;
  Id Function = I.activations()[A.Ctx].Function;
  // An object that was copied elsewhere is not what is changed there.
  if ((E.Store == Storage::Local || E.Store == Storage::Param) &&
      Function != E.Parent && !handedOn(Declared, !A.Write))
    return false;
  // Nor is the variable of another run of the same function.
  const Loc &Root = I.loc(I.root(Datum));
  if (Root.Kind == LocKind::Local && !handedOn(Declared, !A.Write) &&
      Function == E.Parent && Root.Ctx != A.Ctx &&
      I.activations()[Root.Ctx].Function == E.Parent)
    return false;
  // A reference is another name for something, never a state.
  return E.TypeId == None || P.type(E.TypeId).Kind != TypeKind::LRef;
}

/// What a background loop keeps under names that clients have said, and shows;
/// a number that it counts for them.
bool Grouper::ofClients(const State &S) const {
  constexpr uint32_t Said =
      1u << unsigned(Origin::Request) | 1u << unsigned(Origin::SessionKey);
  const std::vector<Access> &All = I.accesses();
  auto Named = [&](size_t W) {
    return All[W].When == Phase::Background && (All[W].KeyOrigins & Said) != 0;
  };
  auto Shown = [&](size_t R) {
    return All[R].When == Phase::Background && All[R].Observed;
  };
  // `socket->send(std::to_string(count_++))`, by a timer
  if (!S.Container && T.scalar(S.TypeId))
    return llvm::any_of(S.Reads, [&](size_t R) {
      return Shown(R) && sentToClients(I, S, All[R]);
    });
  return S.Container && llvm::any_of(S.Writes, Named) &&
         llvm::any_of(S.Reads, Shown);
}

std::vector<State> Grouper::take() {
  std::map<Id, State> ByEntity;
  const std::vector<Access> &All = I.accesses();
  for (size_t A = 0; A < All.size(); ++A) {
    if (I.shared(All[A].Target))
      continue; // shared memory is a finding of its own
    Id D = datumOf(All[A].Target);
    Id E = declaredAt(D);
    if (E == None || !belongs(All[A], D, E) || usesTool(All[A], D) ||
        someEntry(D))
      continue;
    auto [It, New] = ByEntity.try_emplace(E);
    State &S = It->second;
    if (New) {
      S.Datum = D;
      S.Declared = E;
      S.TypeId = P.entity(E).TypeId;
      S.Where = holderOf(D);
      S.ThreadLocal = P.entity(E).has(EF_ThreadLocal);
      S.Container = T.keepsEntries(S.TypeId);
    } else if (holderOf(D) == Holder::Static) {
      S.Where = Holder::Static;
    }
    (All[A].Write ? S.Writes : S.Reads).push_back(A);
    if (All[A].Write) {
      S.AnyRequestWrite |= All[A].When == Phase::Request;
      S.AnyBackgroundWrite |= All[A].When == Phase::Background;
      S.AnyRootWrite |= All[A].When == Phase::Root;
    } else {
      S.ObservedInRequest |= All[A].When == Phase::Request && All[A].Observed;
    }
  }
  // `memcpy(&best, &e, sizeof best)`: who reads a part reads what was put
  // there.
  std::map<Id, State *> Wholes;
  for (auto &[E, S] : ByEntity)
    if (T.ownRecord(S.TypeId) && S.Reads.empty() && !S.Container)
      Wholes[S.Datum] = &S;
  for (size_t A = 0; A < All.size() && !Wholes.empty(); ++A)
    for (Id L = All[A].Target; !All[A].Write && I.loc(L).Kind == LocKind::Field;
         L = I.loc(L).Parent)
      if (auto It = Wholes.find(I.loc(L).Parent); It != Wholes.end())
        It->second->Reads.push_back(A);
  std::vector<State> Out;
  for (auto &[E, S] : ByEntity) {
    if (S.Writes.empty())
      continue;
    S.OfClients = ofClients(S);
    Out.push_back(std::move(S));
  }
  judgeRoles(I, Out);
  return Out;
}

} // namespace

std::vector<State> collectStates(const Interpreter &I) {
  return Grouper(I).take();
}

} // namespace factor6
