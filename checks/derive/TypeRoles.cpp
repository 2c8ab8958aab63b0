//===- TypeRoles.cpp - What a type is for ---------------------------------===//
//
// A model says so, else the name of a library's class, else what a class of
// the project is made of.
//
//===----------------------------------------------------------------------===//
#include "derive/Types.h"

namespace factor6 {

Role Types::role(Id T) const {
  if (T == None)
    return Role::None;
  if (RoleCache[T] < 0)
    RoleCache[T] = int(computeRole(T, 0));
  return Role(RoleCache[T]);
}

Role Types::elementRole(Id T) const {
  T = value(T);
  if (T == None || P.type(T).Args.empty())
    return Role::None;
  if (Id Guarded = guarded(T); Guarded != None)
    return role(Guarded) == Role::Container ? elementRole(Guarded)
                                            : role(Guarded);
  // The last argument that is not a comparator, an allocator or a kind of lock:
  // a map's value.
  Role Found = Role::None;
  for (size_t I = 0; I < P.type(T).Args.size(); ++I) {
    Id A = P.type(T).Args[I];
    Role R = role(A);
    if (R == Role::Allocator ||
        (R == Role::Sync && (I >= 2 || (I == 1 && !table(T)))))
      break;
    const Type &X = P.type(value(A) == None ? A : value(A));
    llvm::StringRef Name = X.Name;
    if (I > 0 &&
        hasWord(Name.rsplit("::").second.empty() ? Name
                                                 : Name.rsplit("::").second,
                {"less", "hash", "equal", "eq", "greater", "compare"}))
      break;
    Found = R;
    if (R == Role::Container)
      Found = elementRole(A);
  }
  return Found;
}

Role Types::computeRole(Id T, unsigned Depth) const {
  T = value(T);
  if (T == None || Depth > 5)
    return Role::None;
  const Type &X = P.type(T);
  if (const ClassModel *C = model(T); C && C->TypeRole != Role::None) {
    if (C->TypeRole == Role::SmartPointer)
      return X.Args.empty() ? Role::None : computeRole(X.Args[0], Depth + 1);
    return C->TypeRole;
  } else if (C && C->Entry && X.Record != None &&
             !P.entity(X.Record).has(EF_Project)) {
    return Role::Server; // generated service code
  }
  if (X.Kind == TypeKind::Pointer || X.Kind == TypeKind::Array)
    return X.Args.empty() ? Role::None : computeRole(X.Args[0], Depth + 1);
  if (X.Record == None)
    return Role::None;
  if (RecordCache[X.Record] < 0) {
    RecordCache[X.Record] = int(Role::None); // recursion ends here
    RecordCache[X.Record] = int(ownRole(X.Record, Depth));
  }
  Role R = Role(RecordCache[X.Record]);
  if (R == Role::None && X.Template)
    for (Id A : X.Args)
      if (computeRole(A, Depth + 1) == Role::Handle)
        return Role::Handle;
  return R;
}

Role Types::recordRole(Id Record) const {
  if (Record == None)
    return Role::None;
  for (const std::string &N : classNames(Record))
    if (const ClassModel *C = M.type(N); C && C->TypeRole != Role::None)
      return C->TypeRole;
  if (RecordCache[Record] < 0) {
    RecordCache[Record] = int(Role::None);
    RecordCache[Record] = int(ownRole(Record, 0));
  }
  return Role(RecordCache[Record]);
}

namespace {

/// A library type that no model knows still often says what it is.
Role roleByName(llvm::StringRef Name) {
  std::vector<std::string> W = words(Name);
  if (W.empty())
    return Role::None;
  llvm::StringRef Last = W.back();
  if (Last == "t" && W.size() > 1)
    Last = W[W.size() - 2];
  struct Known {
    llvm::StringRef Word;
    Role R;
  };
  static constexpr Known Table[] = {
      {"mutex", Role::Sync},          {"lock", Role::Sync},
      {"semaphore", Role::Sync},      {"latch", Role::Sync},
      {"barrier", Role::Sync},        {"spinlock", Role::Sync},
      {"client", Role::Handle},       {"pool", Role::Handle},
      {"connection", Role::Handle},   {"channel", Role::Handle},
      {"stub", Role::Handle},         {"database", Role::Handle},
      {"producer", Role::Handle},     {"publisher", Role::Handle},
      {"driver", Role::Handle},       {"logger", Role::Logger},
      {"sink", Role::Logger},         {"appender", Role::Logger},
      {"gauge", Role::Metric},        {"histogram", Role::Metric},
      {"tracer", Role::Metric},       {"threadpool", Role::Executor},
      {"workers", Role::Executor},    {"executor", Role::Executor},
      {"thread", Role::Executor},     {"scheduler", Role::Executor},
      {"server", Role::Server},       {"listener", Role::Server},
      {"acceptor", Role::Server},     {"router", Role::Server},
      {"regex", Role::Regex},         {"parser", Role::Regex},
      {"allocator", Role::Allocator}, {"arena", Role::Allocator},
      {"clock", Role::Clock},
  };
  for (const Known &K : Table)
    if (Last == K.Word)
      return K.R;
  return Role::None;
}

} // namespace

/// `std::atomic<bool>`, also by pointer.
bool Types::atomicNumber(Id T) const {
  for (unsigned Depth = 0; T != None && Depth < 3; ++Depth) {
    T = target(T);
    if (T == None || P.type(T).Args.empty())
      return false;
    if (llvm::StringRef(P.type(T).Name).starts_with("std::") &&
        llvm::StringRef(P.type(T).Name).ends_with("atomic"))
      return scalar(P.type(T).Args[0]);
    T = P.type(T).Args[0];
  }
  return false;
}

/// `struct Worker { std::thread thread; std::atomic<bool> finished; };`
bool Types::threadAndFlags(Id Record) const {
  bool Thread = false;
  for (Id F : P.entity(Record).Members) {
    Id V = value(P.entity(F).TypeId);
    if (V == None)
      return false;
    if (role(V) == Role::Executor) {
      Thread = true;
      continue;
    }
    Id Flag = P.type(V).Args.empty() ? V : P.type(V).Args[0]; // atomic<bool>
    if (P.type(Flag).Kind != TypeKind::Bool || container(V))
      return false;
  }
  return Thread;
}

/// It says how long ago something was, and knows nothing else.
bool Types::stopwatch(Id Record) const {
  const Entity &R = P.entity(Record);
  return hasWord(R.Name,
                 {"stopwatch", "timer", "elapsed", "clock", "chrono"}) &&
         !R.Members.empty() && !P.Methods[Record].empty() &&
         llvm::all_of(R.Members, [&](Id F) {
           Id V = value(P.entity(F).TypeId);
           return V != None &&
                  llvm::StringRef(P.type(V).Name).ends_with("time_point");
         });
}

/// A project's class that only wraps mechanism is mechanism: a locker around
/// a mutex, a pool around connections, a logger around a file.
Role Types::ownRole(Id Record, unsigned Depth) const {
  const Entity &R = P.entity(Record);
  if (!R.has(EF_Project))
    return roleByName(R.Name);
  if (R.has(EF_Template)) {
    // A pool of pointers may be what its name says; a queue of values keeps
    // them.
    for (Id F : R.Members) {
      Id V = value(P.entity(F).TypeId);
      if (V == None || P.type(V).Args.empty() || !container(V))
        continue;
      Id Element = P.type(V).Args[0];
      if (stringLike(Element) ||
          (ownRecord(Element) && computeRole(Element, Depth + 1) == Role::None))
        if (P.type(V).Args.size() < 3) // no map
          return Role::None;
    }
    return roleByName(R.Name);
  }
  for (Id B : R.Bases) {
    Role X = recordRole(B);
    if (X == Role::Sync || X == Role::Handle || X == Role::Logger ||
        X == Role::Metric || X == Role::Executor)
      return X;
  }
  if (threadAndFlags(Record))
    return Role::Executor;
  bool Handle = false, Other = false, When = false, Callback = false;
  bool Logs = false;
  unsigned Sync = 0, Values = 0, Texts = 0;
  for (Id F : R.Members) {
    const Entity &Field = P.entity(F);
    if (Field.has(EF_Const) || Field.TypeId == None)
      continue;
    const Type &FT = P.type(value(Field.TypeId) == None ? Field.TypeId
                                                        : value(Field.TypeId));
    When |= llvm::StringRef(FT.Alias).ends_with("time_t") ||
            llvm::StringRef(FT.Name).ends_with("time_point");
    Callback |= FT.Kind == TypeKind::Pointer && !FT.Args.empty() &&
                P.type(FT.Args[0]).Kind == TypeKind::Function;
    Callback |= llvm::StringRef(FT.Name).ends_with("function");
    if (llvm::StringRef(FT.Name).ends_with("time_point"))
      continue; // as good as a time_t
    Role X = computeRole(Field.TypeId, Depth + 1);
    if (container(Field.TypeId))
      X = elementRole(Field.TypeId);
    Logs |= X == Role::Logger;
    Texts += stringLike(Field.TypeId);
    if (X == Role::Sync)
      ++Sync;
    else if (X == Role::Handle)
      Handle = true;
    else if (!scalar(Field.TypeId) && !stringLike(Field.TypeId) &&
             !atomicNumber(Field.TypeId) && X != Role::Logger &&
             X != Role::Config)
      Other = true;
    else
      ++Values;
  }
  if (When && Callback && Texts < 2)
    return Role::Clock; // a timer, with a name perhaps
  if (Logs && roleByName(R.Name) == Role::Logger)
    return Role::Logger; // in front of a library's
  if (Other)
    return Role::None;
  if (Handle)
    return Role::Handle;
  // A number beside a lock is what it guards; with a condition variable it is
  // what is waited for.
  bool Waits = Sync > Values || (Sync && roleByName(R.Name) == Role::Sync);
  return Waits && R.Members.size() <= 3 ? Role::Sync : Role::None;
}

} // namespace factor6
