//===- Types.cpp ----------------------------------------------------------===//
#include "derive/Types.h"

#include "llvm/ADT/StringExtras.h"

#include <algorithm>

namespace factor6 {

Types::Types(const Program &P, const ModelSet &M) : P(P), M(M) {
  RoleCache.assign(P.Types.size(), -1);
  ModelCache.resize(P.Types.size());
  RecordCache.assign(P.Entities.size(), -1);
  RunsCache.assign(P.Entities.size(), -1);
  GenericCache.assign(P.Entities.size(), -1);
  Names.resize(P.Entities.size());
}

std::vector<std::string> words(llvm::StringRef Name) {
  std::vector<std::string> Out;
  std::string Word;
  for (size_t I = 0; I < Name.size(); ++I) {
    char C = Name[I];
    bool Break = !llvm::isAlnum(C) ||
                 (I && llvm::isUpper(C) && llvm::isLower(Name[I - 1]));
    if (Break && !Word.empty()) {
      Out.push_back(Word);
      Word.clear();
    }
    if (llvm::isAlnum(C))
      Word += llvm::toLower(C);
  }
  if (!Word.empty())
    Out.push_back(Word);
  return Out;
}

bool hasWord(llvm::StringRef Name, llvm::ArrayRef<llvm::StringRef> Any) {
  for (const std::string &W : words(Name))
    for (llvm::StringRef A : Any)
      if (W == A || W == A.str() + "s")
        return true;
  return false;
}

bool beginsWith(llvm::StringRef Command, llvm::ArrayRef<std::string> Any) {
  llvm::StringRef Word = Command.ltrim();
  Word = Word.substr(0, Word.find(' '));
  return llvm::any_of(Any, [&](const std::string &Known) {
    return Word.equals_insensitive(Known);
  });
}

Id Types::value(Id T) const {
  while (T != None &&
         (P.type(T).Kind == TypeKind::LRef || P.type(T).Kind == TypeKind::RRef))
    T = P.type(T).Args.empty() ? None : P.type(T).Args[0];
  return T;
}

bool Types::reference(Id T) const {
  return T != None &&
         (P.type(T).Kind == TypeKind::LRef || P.type(T).Kind == TypeKind::RRef);
}

const ClassModel *Types::model(Id T) const {
  T = value(T);
  if (T == None)
    return nullptr;
  if (!ModelCache[T])
    ModelCache[T] = findModel(T);
  return *ModelCache[T];
}

const ClassModel *Types::findModel(Id T) const {
  const Type &X = P.type(T);
  if (!X.Alias.empty())
    if (const ClassModel *C = M.type(X.Alias))
      return C;
  if (X.Record != None) {
    for (const std::string &N : classNames(X.Record))
      if (const ClassModel *C = M.type(N);
          C && !(C->Outside && P.entity(X.Record).has(EF_Project)))
        return C;
    return nullptr;
  }
  return X.Name.empty() ? nullptr : M.type(X.Name);
}

bool Types::pointerLike(Id T) const {
  T = value(T);
  if (T == None)
    return false;
  if (P.type(T).Kind == TypeKind::Pointer)
    return true;
  if (P.type(T).Kind != TypeKind::Record)
    return false;
  const ClassModel *C = model(T);
  return C &&
         (C->TypeRole == Role::SmartPointer || C->TypeRole == Role::Iterator);
}

Id Types::guarded(Id T) const {
  const ClassModel *C = model(T);
  return C && C->Guards && !P.type(value(T)).Args.empty()
             ? P.type(value(T)).Args[0]
             : None;
}

bool Types::fileStream(Id T) const {
  Id R = record(target(T));
  return R != None && hasWord(P.entity(R).Name, {"ofstream", "fstream"});
}

bool Types::array(Id T) const {
  T = value(T);
  return T != None && P.type(T).Kind == TypeKind::Array;
}

bool Types::scalar(Id T) const {
  T = value(T);
  if (T == None)
    return false;
  switch (P.type(T).Kind) {
  case TypeKind::Bool:
  case TypeKind::Int:
  case TypeKind::Float:
  case TypeKind::Enum:
    return true;
  default:
    return false;
  }
}

bool Types::stringLike(Id T) const {
  T = value(T);
  if (T == None)
    return false;
  const Type &X = P.type(T);
  if (X.Kind == TypeKind::Pointer || X.Kind == TypeKind::Array)
    return !X.Args.empty() && P.type(X.Args[0]).Kind == TypeKind::Int &&
           llvm::StringRef(P.type(X.Args[0]).Name).contains("char");
  return X.Kind == TypeKind::Record &&
         (llvm::StringRef(X.Name).contains_insensitive("string") ||
          llvm::StringRef(X.Name).ends_with("::path") ||
          llvm::StringRef(X.Name).contains_insensitive("uri"));
}

bool Types::range(Id T) const {
  if (T == None)
    return false;
  if (container(T) || array(T) || stringLike(T) || role(T) == Role::Iterator)
    return true;
  Id R = record(T);
  return R != None && llvm::any_of(withBases(R), [&](Id Class) {
           return llvm::any_of(P.Methods[Class], [&](Id Method) {
             return P.entity(Method).Name == "begin";
           });
         });
}

Id Types::target(Id T) const {
  for (unsigned I = 0; I < 6; ++I) {
    T = value(T);
    if (T == None)
      return None;
    const Type &X = P.type(T);
    bool Through = X.Kind == TypeKind::Pointer || X.Kind == TypeKind::Array;
    if (X.Kind == TypeKind::Record)
      if (const ClassModel *C = model(T))
        Through = C->TypeRole == Role::SmartPointer;
    if (!Through || X.Args.empty())
      return T;
    T = X.Args[0];
  }
  return T;
}

Id Types::record(Id T) const {
  T = value(T);
  return T == None ? None : P.type(T).Record;
}

bool Types::ownRecord(Id T) const {
  Id R = record(T);
  return R != None && P.entity(R).has(EF_Project) &&
         !P.entity(R).has(EF_Lambda) &&
         (!P.type(value(T)).Template || serviceTemplate(T)) &&
         !genericRecord(R);
}

/// `struct table { struct node **slots; }`, where a node links to others and
/// keeps a `void *`; `struct ring { void **items; }`;
/// `struct queue { char *bytes; size_t elem_size; }`. No record of work to do:
/// that has a function.
bool Types::genericRecord(Id Record) const {
  int &Known = GenericCache[Record];
  if (Known >= 0)
    return Known != 0;
  Known = 0;
  if (!P.Methods[Record].empty() || !P.entity(Record).Bases.empty())
    return false;
  auto Kind = [&](Id T) {
    return T == None ? TypeKind::Unknown : P.type(T).Kind;
  };
  auto Pointee = [&](Id T) {
    return Kind(T) == TypeKind::Pointer && !P.type(T).Args.empty()
               ? P.type(T).Args[0]
               : None;
  };
  auto Node = [&](Id R) {
    bool Links = false, Keeps = false;
    for (Id F : P.entity(R).Members) {
      Id To = Pointee(P.entity(F).TypeId);
      Links |= To != None && record(To) == R;
      Keeps |= Kind(To) == TypeKind::Void;
      // Nothing but links, what it keeps, and books: no client with a socket,
      // no task with a function.
      if (descriptor(F) || (!scalar(P.entity(F).TypeId) &&
                            record(target(P.entity(F).TypeId)) != R &&
                            Kind(To) != TypeKind::Void))
        return false;
    }
    return Links && Keeps;
  };
  bool Generic = Node(Record), Bytes = false, Size = false;
  for (Id F : P.entity(Record).Members) {
    Id T = P.entity(F).TypeId;
    if (role(T) == Role::Executor || role(T) == Role::Server)
      return false;
    Id To = Pointee(T), Item = record(target(T));
    Generic |= Kind(Pointee(To)) == TypeKind::Void ||
               (Item != None && Item != Record &&
                P.entity(Item).has(EF_Project) && Node(Item));
    Bytes |= Kind(To) == TypeKind::Void || (To != None && stringLike(T));
    Size |= scalar(T) && hasWord(P.entity(F).Name, {"size", "sz"}) &&
            hasWord(P.entity(F).Name, {"elem", "element", "item", "data",
                                       "value", "type", "entry", "member"});
  }
  Known = Generic || (Bytes && Size);
  return Known != 0;
}

/// A class template that is a service, and no generic container: it serves; or
/// it runs threads or implements an interface, and keeps other things than its
/// arguments.
bool Types::serviceTemplate(Id T) const {
  Id R = record(T);
  return serves(R) || locksOne(T) ||
         ((runsThreads(R) || implements(R)) && !keepsArguments(T));
}

/// `template <class T> class Locked { T value_; std::mutex lock_; }`, of a
/// record of the project's: another way to the members of that.
bool Types::locksOne(Id T) const {
  const std::vector<Id> &Args = P.type(value(T)).Args;
  if (Args.size() != 1 || !ownRecord(Args[0]))
    return false;
  bool Value = false, Lock = false;
  for (Id F : P.entity(record(T)).Members) {
    Id Member = P.entity(F).TypeId;
    bool Sync = role(Member) == Role::Sync;
    if (!Sync && (Value || Member != Args[0]))
      return false;
    (Sync ? Lock : Value) = true;
  }
  return Value && Lock;
}

/// `template <class Order> class JobQueue : public QueueInterface`
bool Types::implements(Id Record) const {
  return llvm::any_of(P.entity(Record).Bases, [&](Id Base) {
    const Entity &E = P.entity(Base);
    return E.has(EF_Project) && !E.has(EF_Template) &&
           llvm::any_of(P.Methods[Base], [&](Id M) {
             return P.entity(M).has(EF_Virtual) && !P.entity(M).has(EF_Dtor);
           });
  });
}

/// `template <class Game> class GameServer { ws_server server_; ... }`
bool Types::serves(Id Record, unsigned Depth) const {
  return llvm::any_of(P.entity(Record).Members, [&](Id F) {
    Id Part = record(P.entity(F).TypeId);
    return role(P.entity(F).TypeId) == Role::Server ||
           (Depth < 2 && Part != None && P.entity(Part).has(EF_Project) &&
            serves(Part, Depth + 1));
  });
}

/// `template <class K, class V> class ExpiringMap { std::map<K, V> entries_; }`
bool Types::keepsArguments(Id T) const {
  const std::vector<Id> &Own = P.type(value(T)).Args;
  return llvm::any_of(P.entity(record(T)).Members, [&](Id F) {
    Id Member = value(P.entity(F).TypeId);
    if (Member == None || P.type(Member).Kind != TypeKind::Record)
      return false;
    const ClassModel *C = model(Member);
    return C && C->TypeRole == Role::Container &&
           llvm::any_of(P.type(Member).Args, [&](Id A) {
             return llvm::any_of(Own, [&](Id Argument) {
               return A == Argument ||
                      (!P.type(A).Name.empty() &&
                       P.type(A).Name == P.type(Argument).Name);
             });
           });
  });
}

/// `template <class Extra> class Resolver`, with threads: a service and no
/// generic container.
bool Types::runsThreads(Id Record) const {
  int &Known = RunsCache[Record];
  if (Known < 0) {
    Known = 0;                                      // recursion ends here
    Known = recordRole(Record) != Role::Executor && // a pool is a mechanism
            llvm::any_of(P.entity(Record).Members, [&](Id F) {
              Role R = role(P.entity(F).TypeId);
              return R == Role::Executor || R == Role::Server;
            });
    Known |= serves(Record);
  }
  return Known != 0;
}

bool Types::ownTemplate(Id T) const {
  Id R = record(T);
  return R != None && P.entity(R).has(EF_Project) &&
         (P.type(value(T)).Template ? !serviceTemplate(T) : genericRecord(R));
}

bool Types::container(Id T) const {
  T = value(T);
  if (T == None)
    return false;
  if (P.type(T).Kind == TypeKind::Array)
    return true;
  const ClassModel *C = model(T);
  if (C && (C->TypeRole == Role::Container || C->TypeRole == Role::Cache ||
            C->TypeRole == Role::Queue))
    return true;
  if (C && C->TypeRole != Role::None)
    return false;
  if (ownTemplate(T))
    return true;
  // A library type that nobody modelled, but that says what it is.
  Id R = record(T);
  if (R == None || P.entity(R).has(EF_Project))
    return false;
  return hasWord(P.entity(R).Name,
                 {"map", "set", "vector", "list", "deque", "cache", "table",
                  "queue", "multimap", "dict"});
}

bool Types::table(Id T) const {
  Id R = record(target(T));
  return R != None &&
         hasWord(P.entity(R).Name, {"map", "set", "multimap", "table"});
}

bool Types::keepsEntries(Id T, unsigned Depth) const {
  T = value(T);
  if (T == None || Depth > 3)
    return false;
  if (!array(T) && container(target(T)))
    return true;
  auto Keeps = [&](Id Part) { return keepsEntries(Part, Depth + 1); };
  if (Depth && ownRecord(T))
    return llvm::any_of(P.entity(record(T)).Members,
                        [&](Id F) { return Keeps(P.entity(F).TypeId); });
  return (array(T) || role(T) == Role::Value) &&
         llvm::any_of(P.type(T).Args, Keeps);
}

const std::vector<std::string> &Types::classNames(Id Record) const {
  std::vector<std::string> &Out = Names[Record];
  if (Out.empty())
    for (Id R : withBases(Record))
      Out.push_back(P.entity(R).QualifiedName);
  return Out;
}

std::vector<Id> Types::withBases(Id Record) const {
  std::vector<Id> Out = {Record};
  for (size_t I = 0; I < Out.size() && I < 64; ++I)
    for (Id B : P.entity(Out[I]).Bases)
      if (std::find(Out.begin(), Out.end(), B) == Out.end())
        Out.push_back(B);
  return Out;
}

bool Types::selfKept(Id Record) const {
  return llvm::any_of(classNames(Record), [&](llvm::StringRef Name) {
    const ClassModel *C = M.type(Name);
    return C && C->SelfKept;
  });
}

bool Types::operation(Id Record) const {
  auto Marks = [&](Id R) {
    return llvm::any_of(classNames(R), [&](llvm::StringRef Name) {
      const ClassModel *C = M.type(Name);
      return C && C->Operation;
    });
  };
  // `class Server { coroutine state_; void operator()(error_code); }`
  return Marks(Record) || (llvm::any_of(P.entity(Record).Members,
                                        [&](Id F) {
                                          Id Part = record(P.entity(F).TypeId);
                                          return Part != None && Marks(Part);
                                        }) &&
                           llvm::any_of(P.Methods[Record], [&](Id Method) {
                             return P.entity(Method).Name == "operator()";
                           }));
}

bool Types::selfKeptConnection(Id Record) const {
  return selfKept(Record) && ownsConnection(Record);
}

bool Types::ownsRequest(Id Record) const {
  return llvm::any_of(withBases(Record), [&](Id R) {
    return llvm::any_of(P.entity(R).Members, [&](Id F) {
      Id TypeId = P.entity(F).TypeId;
      return role(TypeId) == Role::RequestObject && !pointerLike(TypeId);
    });
  });
}

/// `int fd_`, not one to listen on or to wait with.
bool Types::descriptor(Id Member) const {
  Id V = value(P.entity(Member).TypeId);
  return V != None && P.type(V).Kind == TypeKind::Int &&
         hasWord(P.entity(Member).Name, {"fd", "sockfd", "sock", "socket",
                                         "descriptor", "clientfd", "connfd"}) &&
         !hasWord(P.entity(Member).Name,
                  {"listen", "listening", "listener", "listenfd", "server",
                   "accept", "epoll", "poll", "event", "timer", "udp", "num",
                   "max", "file", "log"});
}

bool Types::holdsDescriptor(Id Record) const {
  return llvm::any_of(withBases(Record), [&](Id R) {
    return llvm::any_of(P.entity(R).Members,
                        [&](Id F) { return descriptor(F); });
  });
}

/// `class Socket { int fd_; }`, not one to listen on.
bool Types::ownSocket(Id Record) const {
  const Entity &R = P.entity(Record);
  return hasWord(R.Name, {"socket"}) &&
         !hasWord(R.Name, {"listen", "listening", "listener", "server",
                           "accept", "acceptor", "udp", "datagram"}) &&
         llvm::any_of(R.Members, [&](Id F) {
           Id V = value(P.entity(F).TypeId);
           return V != None && P.type(V).Kind == TypeKind::Int;
         });
}

bool Types::ownsConnection(Id Record, unsigned Depth) const {
  bool Connection = false, Accepts = false;
  for (Id R : withBases(Record))
    for (Id F : P.entity(R).Members) {

      // `class Client { Protocol protocol; }`, `class Protocol { Socket socket;
      // }`
      if (Id Part = record(P.entity(F).TypeId);
          Part != None && P.entity(Part).has(EF_Project) && Depth < 2 &&
          !pointerLike(P.entity(F).TypeId))
        Connection |= ownSocket(Part) || ownsConnection(Part, Depth + 1);
      Role X = role(P.entity(F).TypeId);
      const ClassModel *M = model(P.entity(F).TypeId);
      Connection |= X == Role::ConnectionObject && !(M && M->Datagrams);
      Accepts |= X == Role::Server;
    }
  return Connection && !Accepts;
}

bool Types::derivesFrom(Id Record, Id Base) const {
  std::vector<Id> All = withBases(Record);
  return std::find(All.begin(), All.end(), Base) != All.end();
}

} // namespace factor6
