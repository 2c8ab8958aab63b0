//===- Pools.cpp ----------------------------------------------------------===//
#include "derive/Pools.h"

#include "derive/Mechanisms.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace factor6 {

/// "inUse", "busy", "last_used": of a connection in a pool.
static bool lent(llvm::StringRef Name) {
  std::string Lower = Name.lower();
  llvm::erase(Lower, '_');
  return llvm::StringRef(Lower).contains("inuse") ||
         llvm::StringRef(Lower).contains("lastused") ||
         hasWord(Name, {"busy", "lent", "borrowed"});
}

/// `redis_available` beside `redis`: how it is with a handle.
static bool stateOfNamedHandle(const Interpreter &I, const State &S) {
  const Program &P = I.program();
  const Types &T = I.types();
  const Entity &E = P.entity(S.Declared);
  Id V = T.value(S.TypeId);
  bool Flag = V != None && (P.type(V).Kind == TypeKind::Bool ||
                            (T.atomicNumber(S.TypeId) &&
                             P.type(P.type(V).Args[0]).Kind == TypeKind::Bool));
  static constexpr llvm::StringRef Status[] = {
      "available", "ready",  "healthy", "alive",  "usable", "up",   "ok",
      "down",      "broken", "error",   "failed", "online", "lost", "offline"};
  if (!Flag || !hasWord(E.Name, Status))
    return false;
  const std::vector<std::string> Said = words(E.Name);
  auto Named = [&](const Entity &Handle) {
    return T.role(Handle.TypeId) == Role::Handle &&
           llvm::any_of(words(Handle.Name), [&](const std::string &W) {
             return W.size() > 1 && llvm::is_contained(Said, W);
           });
  };
  if (E.Kind == EntityKind::Field)
    return E.Parent != None &&
           llvm::any_of(P.entity(E.Parent).Members,
                        [&](Id Field) { return Named(P.entity(Field)); });
  return llvm::any_of(P.Entities, [&](const Entity &X) {
    return X.Kind == EntityKind::Variable &&
           (X.Store == Storage::Global || X.Store == Storage::StaticMember) &&
           Named(X);
  });
}

bool reconnectState(const Interpreter &I, const State &S) {
  const Entity &E = I.program().entity(S.Declared);
  if (stateOfNamedHandle(I, S))
    return true;
  if (E.Kind != EntityKind::Field || E.Parent == None || S.Container)
    return false;
  // `struct CircuitBreaker`: how the service behind it fares.
  if (hasWord(I.program().entity(E.Parent).Name, {"breaker"}))
    return true;
  std::string Lower = llvm::StringRef(E.Name).lower();
  llvm::StringRef Name = Lower;
  // A shop may be open, too; a database is.
  bool Open = hasWord(E.Name, {"open", "opened"}) &&
              hasWord(E.Name, {"db", "database", "conn", "connection", "link"});
  auto Handle = [&](Id Field) {
    return I.types().role(I.program().entity(Field).TypeId) == Role::Handle;
  };
  // `disabled_`, as the handle's own calls said, not as somebody asked for.
  auto ByHandle = [&](size_t W) {
    const Access &A = I.accesses()[W];
    if (A.When == Phase::StartUp)
      return true;
    const FunctionBody &B = *I.body(I.functionOf(A));
    return llvm::any_of(B.Calls, [&](const CallFact &C) {
      return C.Receiver != None &&
             B.Nodes[C.Receiver].Kind == NodeKind::Field &&
             Handle(B.Nodes[C.Receiver].Ref);
    });
  };
  bool Disabled =
      hasWord(E.Name, {"disabled"}) && llvm::all_of(S.Writes, ByHandle);
  if (!Open && !Disabled && !Name.contains("retry") &&
      !Name.contains("reconnect") &&
      !hasWord(E.Name, {"connected", "attempt", "attempts", "retries",
                        "backoff", "txn", "transaction"}) &&
      !lent(E.Name))
    return false;
  return llvm::any_of(I.program().entity(E.Parent).Members, Handle);
}

/// Neither text nor a number: what a container holds, also in containers, is
/// lent as it is. (A descriptor is a number.)
static bool holdsThings(const Interpreter &I, Id TypeId, bool Descriptors) {
  const Types &T = I.types();
  for (unsigned Depth = 0; Depth < 3; ++Depth) {
    Id Table = T.target(TypeId);
    if (Table == None || !T.container(Table) || T.stringLike(Table) ||
        I.program().type(Table).Args.empty())
      break;
    const std::vector<Id> &Args = I.program().type(Table).Args;
    TypeId = Args[T.table(Table) && Args.size() > 1 ? 1 : 0];
  }
  Id V = T.value(TypeId);
  if (V == None || T.stringLike(V))
    return false;
  if (I.program().type(V).Kind == TypeKind::Int)
    return Descriptors;
  Role R = T.role(V);
  return T.pointerLike(V) || R == Role::Handle || R == Role::ConnectionObject ||
         R == Role::Scratch;
}

bool poolOfConnections(const Interpreter &I, const State &S) {
  const Program &P = I.program();
  const Entity &E = P.entity(S.Declared);
  if (!S.Container || !holdsThings(I, S.TypeId, true))
    return false;
  if (E.Kind != EntityKind::Field || E.Parent == None ||
      !hasWord(P.entity(E.Parent).Name, {"pool"}) ||
      !hasWord(P.entity(E.Parent).Name,
               {"connection", "conn", "socket", "channel"}))
    return false;
  // They are lent and given back, or opened by the class: not accepted.
  auto Named = [&](llvm::ArrayRef<llvm::StringRef> Any) {
    return llvm::any_of(P.Methods[E.Parent], [&](Id Method) {
      return hasWord(P.entity(Method).Name, Any);
    });
  };
  if (Named({"get", "acquire", "borrow", "take", "checkout", "lease"}) &&
      Named({"return", "release", "give", "put", "recycle"}))
    return true;
  return llvm::any_of(P.Methods[E.Parent], [&](Id Method) {
    const FunctionBody *B = I.body(Method);
    return B && llvm::any_of(B->Calls, [&](const CallFact &C) {
             const FunctionModel *M = I.model(C, *B);
             return M && M->Backing && !M->JobSource;
           });
  });
}

/// `fields_ = mysql_num_fields(result_);` in the class that has the connection:
/// what the last statement said of its result.
static bool saysOfResult(const Interpreter &I, const State &S) {
  const Program &P = I.program();
  const Entity &E = P.entity(S.Declared);
  if (E.Kind != EntityKind::Field || E.Parent == None ||
      !I.types().scalar(S.TypeId) ||
      !hasWord(E.Name, {"row", "field", "column", "affected", "result",
                        "status", "error", "errno"}) ||
      llvm::none_of(P.entity(E.Parent).Members, [&](Id F) {
        return I.types().role(P.entity(F).TypeId) == Role::Handle;
      }))
    return false;
  return llvm::all_of(S.Writes, [&](size_t W) {
    const Access &A = I.accesses()[W];
    return A.When == Phase::StartUp ||
           (A.How == WriteHow::Assign &&
            (A.ValueOrigins & (1u << unsigned(Origin::Backing))) != 0);
  });
}

bool partOfHandle(const Interpreter &I, const State &S) {
  if (saysOfResult(I, S))
    return true;
  if (I.program().entity(S.Declared).Kind != EntityKind::Variable ||
      !I.types().pointerLike(I.program().entity(S.Declared).TypeId))
    return false;
  std::set<Id> Things = {S.Datum};
  for (const Value &V : I.contents(S.Datum))
    if (V.Kind == ValueKind::Ref)
      Things.insert(V.A);
  for (Id L = 0; L < I.locCount(); ++L)
    if (I.loc(L).Kind == LocKind::Field &&
        I.types().recordRole(I.program().entity(I.loc(L).Ref).Parent) ==
            Role::Handle &&
        llvm::any_of(I.contents(L), [&](const Value &V) {
          return V.Kind == ValueKind::Ref && Things.count(V.A);
        }))
      return true;
  return false;
}

/// `Buffer allocate(size)` and `deallocate(Buffer)` around `vector<Buffer>`.
static bool lendsBuffers(const Interpreter &I, const State &S) {
  const Program &P = I.program();
  const Entity &E = P.entity(S.Declared);
  Id Table = I.types().target(S.TypeId);
  if (E.Kind != EntityKind::Field || E.Parent == None || Table == None ||
      P.type(Table).Args.empty() || I.types().table(Table))
    return false;
  Id Held = I.types().record(I.types().target(P.type(Table).Args[0]));
  auto Named = [&](llvm::ArrayRef<llvm::StringRef> Any) {
    return llvm::any_of(P.Methods[E.Parent], [&](Id Method) {
      return hasWord(P.entity(Method).Name, Any);
    });
  };
  return Held != None &&
         hasWord(P.entity(Held).Name,
                 {"buffer", "buf", "block", "chunk", "page"}) &&
         Named({"allocate", "alloc", "acquire", "obtain"}) &&
         Named({"deallocate", "free", "release", "recycle"});
}

bool freeList(const Interpreter &I, const State &S) {
  static constexpr llvm::StringRef Free[] = {"free",   "freelist", "spare",
                                             "spares", "idle",     "available",
                                             "unused", "recycled"};
  const Entity &E = I.program().entity(S.Declared);
  // `used` beside `unused`: what is lent.
  bool Lent = E.Kind == EntityKind::Field && E.Parent != None &&
              holdsThings(I, S.TypeId, false) &&
              hasWord(E.Name, {"used", "busy", "lent", "taken"}) &&
              llvm::any_of(I.program().entity(E.Parent).Members, [&](Id F) {
                const Entity &Other = I.program().entity(F);
                return Other.TypeId == E.TypeId && hasWord(Other.Name, Free);
              });
  // `class DataBufferPool { std::deque<Buffer *> pool_; };`
  llvm::StringRef Scope = scopeOf(I, S.Declared);
  bool OfBuffers =
      holdsThings(I, S.TypeId, false) &&
      llvm::StringRef(E.Name).contains_insensitive("pool") &&
      ((hasWord(Scope, {"pool"}) &&
        hasWord(Scope, {"buffer", "buff", "buf", "memory", "chunk"})) ||
       llvm::StringRef(E.Name).contains_insensitive("buffer"));
  bool Lends = S.Container && lendsBuffers(I, S);
  if (!S.Container || (!Lends && !OfBuffers &&
                       ((!Lent && !hasWord(E.Name, Free)) ||
                        !hasWord(Scope, {"pool", "arena", "allocator",
                                         "freelist", "recycler", "buffers"}))))
    return false;
  // What lies there must be as good as new: no record of somebody's data.
  for (size_t W : S.Writes)
    if (I.accesses()[W].ValueOrigins & (1u << unsigned(Origin::Request)))
      return false;
  return true;
}

} // namespace factor6
