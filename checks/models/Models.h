//===- Models.h - What the world's libraries mean, as data ----------------===//
//
// A model says what a library's function, class or type means for
// statelessness. Models are YAML files (checks/models/*.yaml, compiled into
// the binaries; users add files of the same form). The format is described in
// docs/adding-a-model.md. No library's name stands in C++ code.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_MODELS_MODELS_H
#define FACTOR6_MODELS_MODELS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace factor6 {

/// How long an object lives, shortest first.
enum class Lifetime : uint8_t {
  Unknown,
  Request,
  Connection,
  Thread,
  Process,
  Host,
  Service
};

/// What a type is for. State of these roles is not a finding, except Cache,
/// Session and Container, which only inform the choice of rule.
enum class Role : uint8_t {
  None,
  Sync,   ///< mutex, condition variable, once flag, semaphore, latch
  Metric, ///< counter, gauge, histogram, tracer, span
  Logger, ///< logger, sink
  Handle, ///< client, pool, channel, connection, statement of a backing service
  Server, ///< the framework's server, application, router, event loop object
  Executor,      ///< thread pool, thread, io_context
  Random,        ///< random engine, distribution
  Regex,         ///< compiled expression, parser, template, serializer
  Allocator,     ///< allocator, arena, memory resource
  Clock,         ///< clock, timer mechanism
  Config,        ///< flags, settings, once-parsed configuration
  Scratch,       ///< per-call buffer by design
  SmartPointer,  ///< pointer-like: `*`, `->`, get() yield template argument 0
  Container,     ///< accumulates entries
  Cache,         ///< container that may forget entries (LRU, TTL)
  Session,       ///< in-process session data of a framework
  RequestObject, ///< request, response, per-call context of a framework
  ConnectionObject, ///< lives for one connection
  Queue,            ///< work queue, channel between threads
  Future,           ///< future, promise, task handle
  Iterator,         ///< points into a container
  Value, ///< plain library value (string, json, optional ...): the default
  Test,  ///< of a test framework: a TU that uses it is not deployed
};

/// How a callable handed to a function runs.
enum class RunKind : uint8_t {
  Inline,     ///< before the call returns, same thread (algorithms, visit)
  Entry,      ///< registered: once per request, message or job
  StartUp,    ///< registered: runs once before serving
  Once,       ///< at most once per process (call_once)
  Thread,     ///< on a new thread (std::thread, pthread_create)
  Deferred,   ///< posted to an executor, pool or event loop
  Timer,      ///< later, by a timer
  Async,      ///< like std::async: result is a future
  Complete,   ///< completion of an operation that the request waits for
  Spawn,      ///< a coroutine of its own; goes on past its maker unless awaited
  Background, ///< repeatedly, driven by no request (tick, watcher)
  ShutDown,   ///< atexit, signal handlers
  Ignore,     ///< client-side callback, comparator...
};

/// What an argument of a file call is.
enum class FileMode : uint8_t {
  ByMode, ///< see ModeArg (fopen string, open flags, ios openmode)
  Read,
  Write,
  Append,
  Create,
  Remove,
  RenameFrom,
  RenameTo,
  CopyFrom,
  CopyTo,
  List, ///< directory listing
  MakeDir,
  Permissions,
  Link,
  Scoped, ///< from here on the library removes it at the end of the object
  Kept,   ///< ... or does so no longer
};

/// `-1` counts from the end (last argument), -2 the one before ...; Receiver
/// is the object the method is called on; Result the call's result.
inline constexpr int ArgReceiver = 100;
inline constexpr int ArgResult = 101;
inline constexpr int ArgNone = 102;
inline constexpr int ArgAnyCallable = 103; ///< every callable argument
inline constexpr int ArgFirstText = 104;   ///< first argument that is a string

struct CallableSpec {
  int Arg = ArgNone;
  RunKind Run = RunKind::Inline;
  Lifetime ObjectLifetime =
      Lifetime::Unknown;         ///< of a class made by the framework
  int ContextArg = ArgNone;      ///< `void *` given back to the callable ...
  int ContextParam = 0;          ///< ... as this parameter; from the end if < 0
  int DescriptorParam = ArgNone; ///< this parameter is the connection's
  int ObjectArg = ArgNone;  ///< the callable is a text that names a method of
                            ///< this argument, or of the receiver
  int TimerIfArg = ArgNone; ///< runs as a timer if this argument ...
  int64_t TimerIf = 0;      ///< ... is this number (no descriptor to watch)
};

struct FileSpec {
  int PathArg = ArgNone;
  FileMode Mode = FileMode::ByMode;
  int ModeArg = ArgNone;
  bool Upload = false; ///< stores an uploaded body or part (rule 9)
  bool Log = false;
  /// How numeric flags in ModeArg are read (0: not numeric flags): the file is
  /// opened for writing, appended to, created or temporary if a bit is set.
  int64_t WriteMask = 0, AppendMask = 0, CreateMask = 0, TempMask = 0;
  int HandleArg = ArgNone; ///< where the open file's handle is: result,
                           ///< receiver or an out argument
  int DataArg = ArgNone;   ///< what is written there, if the call does that
  int QueryArg = ArgNone;  ///< if this argument is absent, or takes an error,
                           ///< the file is only asked
  int UnlessArg = ArgNone; ///< not if this argument is true
};

/// What a call does with the file behind an open handle (FILE *, descriptor,
/// stream).
enum class HandleAction : uint8_t { Read, Write, Close, Truncate, List };

struct HandleUse {
  int Arg = ArgNone; ///< the handle
  HandleAction Does = HandleAction::Read;
};

/// A host only under a condition: `setopt(handle, OPTION, "host")`.
struct HostIfSpec {
  int Arg = ArgNone;               ///< the argument that decides
  std::vector<std::string> Equals; ///< ... is one of these strings
  std::vector<int64_t> EqualsInt;  ///< ... or one of these numbers
  int Host = ArgNone;              ///< then this argument is the host
};

/// Where a value of a call's result or out argument comes from.
enum class Origin : uint8_t {
  Unknown,
  Environment,
  CommandLine,
  Config,
  TempPath,
  Descriptor,
  Request,
  SessionKey,     ///< session id, token, cookie, user of the visitor
  PeerAddress,    ///< client address
  Instance,       ///< pid, host name, instance id
  Backing,        ///< read from a backing service
  Element,        ///< aliases what the receiver holds
  ReceiverItself, ///< returns *this (chaining)
  Argument,       ///< returns argument OriginArg (std::move, forward, ref)
  Fresh,          ///< new object
  Singleton,      ///< the only object of the result's class, for the process
};

/// Meaning of a function or method. Several models may apply to one call; they
/// are merged, later (user) files first.
struct FunctionModel {
  std::string Library;
  std::vector<CallableSpec> Callables;
  std::vector<FileSpec> Files;
  bool HasReads = false; ///< a non-const call that does not change the receiver
  bool Writes = false;   ///< changes the receiver even though const or free
  std::vector<int> WritesArgs; ///< arguments written (out parameters, swap)
  std::vector<int>
      PureArgs; ///< arguments only read although taken by non-const ref/pointer
  bool AllArgsPure = false;
  std::string
      How; ///< insert | erase | clear | assign | subscript, for the receiver
  std::optional<Origin> Returns;
  int OriginArg = 0;
  std::vector<std::pair<int, Origin>>
      OutArgs; ///< value placed in an out argument
  int OriginIfArg =
      ArgNone; ///< the result is also an OriginIf if this argument
               ///< is one of OriginIfEquals (getenv("HOSTNAME"))
  std::vector<std::string> OriginIfEquals;
  Origin OriginIf = Origin::Unknown;
  std::vector<int>
      Hosts; ///< arguments that are a host, address, URL or DSN to connect to
  std::vector<int> Listens; ///< arguments that are an address to listen on
  bool JobSource = false;   ///< accept, recv, dequeue, poll for work
  bool JobStrong = false;   ///< ... which only a consumer does
  /// Takes the next connection, and yields its descriptor.
  bool accepts() const { return JobSource && Returns == Origin::Descriptor; }
  int JobIfArg = ArgNone; ///< a strong one only if this argument ...
  std::vector<std::string> JobIfBegins; ///< ... begins with one of these words
  bool Pauses = false;                  ///< waits for some time to pass
  bool Figures = false; ///< turns an address in figures into a number
  bool Rearms = false;  ///< gives a connection back to the loop that serves it
  bool Sends = false;   ///< to the other end of a connection
  bool Serves = false;  ///< blocks and serves until shut-down
  bool ListensOrServes = false; ///< marks a program as a service
  bool Removes = false;         ///< closes/forgets (for guards)
  std::string SessionSwitch;    ///< text: turns an in-process session store on
  int ConfigArg = ArgNone;      ///< path of a configuration file that it reads
  std::string ConfigKey; ///< dotted key in there ("app.session") that, if
                         ///< true, turns on what ConfigSession names
  std::string ConfigSession;
  std::string Sticky;        ///< text: what affinity it makes (rule 5)
  int StickyArg = ArgNone;   ///< with Sticky: only if this argument holds an
                             ///< Instance/affinity value
  int StickyIfArg = ArgNone; ///< ... and this one is one of StickyIfEquals
  std::vector<std::string> StickyIfEquals; ///< header names, in any case
  std::string Store;                       ///< embedded store's name (rule 11)
  int StorePathArg = ArgNone;
  int StoreNameArg = ArgNone; ///< path of the receiver, a store that another
                              ///< call without StorePathArg has made
  int StoreReadOnlyArg = ArgNone; ///< argument that, if it has
                                  ///< StoreReadOnlyMask set, opens read-only
  int64_t StoreReadOnlyMask = 0;
  bool StoreReadOnly = false;
  std::vector<std::string>
      StoreReadOnlyNames; ///< constants in StoreReadOnlyArg that say the same
  std::vector<std::string>
      StoreReadOnlyPaths; ///< StorePathArg values (`*` allowed) that do
  int BodyArg = ArgNone;  ///< is, or is a callable that gets, a request's body
  std::string Shared;     ///< shared memory, semaphore, lock file (rule 12)
  int SharedNameArg = ArgNone;
  bool SharedLock = false; ///< locks the file SharedNameArg names, or without
                           ///< a name the open one that is argument 0
  int SharedIfArg =
      ArgNone; ///< only if (argument & SharedIfMask) == SharedIfValue
  int64_t SharedIfMask = 0, SharedIfValue = 0;
  int SharedReadOnlyArg = ArgNone; ///< read-only if (argument & mask) == value
  int64_t SharedReadOnlyMask = 0, SharedReadOnlyValue = 0;
  std::string ProcessSetting; ///< process-wide setting changed (rule 13)
  int SettingNullArg =
      ArgNone;           ///< a null/0/empty argument here means: only queried
  std::string AssetTool; ///< compiles or bundles assets (rule 10)
  int CommandArg = ArgNone; ///< shell command line it runs (system, popen)
  bool Mount = false;       ///< MountArg is a directory that is served
  int MountArg = ArgNone;
  int AutoAckArg =
      ArgNone; ///< consume: work is acknowledged before it is done (rule 6) ...
  int64_t AutoAckMask =
      0; ///< ... if this argument has the bit (or is true when 0)
  bool AutoAck = false; ///< ... always
  std::vector<std::string>
      AutoAckNames; ///< ... or if AutoAckArg (or any argument) names one of
                    ///< these constants (AMQP::noack)
  int AutoAckIfArg = ArgNone; ///< ... or if this argument, a setting's name,
  std::vector<std::string> AutoAckIf;     ///< is one of these
  std::vector<std::string> AutoAckEquals; ///< and AutoAckArg one of these
  std::vector<std::string>
      AutoAckBegins;  ///< ... or if AutoAckArg begins with one of these words
  bool Waits = false; ///< waits for a future/thread/queue (get, join, wait)
  bool Detaches = false;  ///< lets a thread go on past the caller
  bool Construct = false; ///< constructs template argument 0 from the arguments
  bool Emplace = false;   ///< constructs an element of the receiver from them
  bool Acknowledges = false; ///< tells a broker that a message's work is done
  bool HoldsArgs = false;    ///< the fresh object is made of the arguments
                             ///< (make_shared)
  bool Bind = false;  ///< std::bind and the like: callable from argument 0 with
                      ///< bound arguments
  bool Test = false;  ///< look-up without change: find, count, contains
  bool Print = false; ///< writes to a log, console or metric: a read that users
                      ///< do not observe
  bool Exits = false; ///< does not return
  bool Forks = false; ///< fork: what follows in the child is another process
  bool Format =
      false; ///< string building: result is a concatenation of the arguments
  bool Backing = false;       ///< talks to a backing service
  bool Answers = false;       ///< sends the response to a request
  int OperationArg = ArgNone; ///< an object whose class implements one
                              ///< asynchronous operation (async_compose)
  int StoreIfArg =
      ArgNone; ///< a store only if this argument matches one of StoreIfEquals
  std::vector<std::string> StoreIfEquals; ///< `*` allowed
  std::vector<HandleUse> HandleUses; ///< open files read, written or closed
  std::vector<HostIfSpec>
      HostsIf; ///< arguments that are a host under a condition
  std::vector<int> EntryObjects; ///< arguments that are (pointers to) a handler
                                 ///< object made by the program: virtual
                                 ///< overrides of its class are entry points
  std::vector<std::string>
      EntryMethods;         ///< ... or these methods of it, virtual or not
  bool EntryResult = false; ///< what these return are handler objects, too
  int FormatInto =
      ArgNone; ///< with Format: the text is written to this argument (snprintf)
  int DefaultArg = ArgNone; ///< the result may be this argument (value_or,
                            ///< get(key, default))
  std::vector<std::string>
      StoreMemory; ///< StorePathArg values (`*` allowed) that mean: in memory
  bool StoreMemoryIfNull = false; ///< so does no StorePathArg at all
  std::vector<int64_t>
      SharedIfValues; ///< all accepted values, SharedIfValue first
};

/// Meaning of a class whose methods users override, or of a type.
struct ClassModel {
  std::string Library;
  Role TypeRole = Role::None;
  Lifetime ObjectLifetime = Lifetime::Unknown;
  bool Entry = false; ///< overriding methods are entry points
  std::vector<std::string>
      Methods; ///< ... only these (empty: all virtual methods)
  std::vector<std::string> Except;  ///< ... but not these
  std::vector<std::string> StartUp; ///< overrides that run before serving
  std::vector<std::string> ShutDown;
  bool NonVirtual = false; ///< methods need not be virtual (middleware by name)
  std::string
      ReturnsType; ///< entry: methods that return this type (oatpp ENDPOINT)
  std::string SessionSwitch;    ///< naming it (as template argument, or making
                                ///< one) switches sessions on
  RunKind Run = RunKind::Entry; ///< how the overriding methods run (Complete:
                                ///< reactors of one call)
  /// Its objects live as long as the handlers that they hand out
  /// (enable_shared_from_this).
  bool SelfKept = false;
  /// What its objects hold belongs to one asynchronous operation, into which
  /// they are copied (asio::coroutine).
  bool Operation = false;
  /// Classes named as template arguments of this one (crow::App<Mw>): these
  /// methods of theirs are entry points, virtual or not.
  std::vector<std::string> ArgumentMethods;
  /// An executor that runs one task at a time, for those who share something.
  bool Serial = false;
  /// One object of its first argument behind a lock that the others choose.
  bool Guards = false;
  bool Outside = false;   ///< not what the project itself calls so
  bool Datagrams = false; ///< one socket for many clients: no connection
  bool Message = false;   ///< a broker delivers it: what it holds is no upload
};

/// Meaning of a data member or a variable: what it means to assign it
/// (`options.host = "x"`, `behavior.message = [](...) {...}`, also in an
/// initialiser list).
struct FieldModel {
  std::string Library;
  bool Host = false;     ///< host, address or URL to connect to
  bool Listen = false;   ///< address to listen on
  bool Callable = false; ///< a callable is stored; Run says how it runs
  RunKind Run = RunKind::Entry;
  bool UploadDir = false;   ///< directory for uploads (rule 9)
  bool Mount = false;       ///< directory that is served (rule 10)
  bool PathWritten = false; ///< file that the library writes
  Role FieldRole =
      Role::None; ///< role of the variable or member itself (flags: config)
  std::optional<Origin> Reads; ///< where a value read from it comes from
  /// What is put there, a wait hands back in other objects of the class
  /// (`epoll_event::data`).
  bool HandedBack = false;
  std::string
      SessionSwitch; ///< assigning it true (or anything) switches sessions on
};

/// Names that are no C++ names, but known to the world a service lives in.
enum class WordKind : uint8_t {
  AffinityCookie, ///< cookie or header by which a load balancer finds a process
  VendoredFile,   ///< glob of a file or folder that is copied from elsewhere
  AssetTool,      ///< program that compiles, bundles or minifies assets
  InstantiatingHeader, ///< file name of a header that makes objects and calls
                       ///< callables of the project's templates
  ClientAddress,       ///< header in which a proxy says the client's address
  VisitorKey, ///< header, cookie or parameter by which a visitor is known again
  BackingService,      ///< in a function's name: the kind of service it reaches
  GeneratedFile,       ///< glob of the name of a file that a program wrote
  Algorithm,           ///< function, in whichever namespace, that calls what it
                       ///< is given before it returns
  StartUpMethod,       ///< virtual method in which a component gets ready
  ShutDownMethod,      ///< ... and in which it is put away
  StatisticsLine,      ///< a line of a page that shows statistics begins so
  ForwardingNamespace, ///< its `format...`, `print` and `make_...` templates
                       ///< copy or print what they are forwarded
};

/// The loaded models. Immutable after loading; shared by threads.
class ModelSet {
public:
  /// The models compiled into the binary.
  static const ModelSet &builtin();
  ModelSet();
  ~ModelSet();
  ModelSet(const ModelSet &);
  ModelSet &operator=(const ModelSet &);

  /// Adds models from YAML text; \p Name is used in messages. Returns one
  /// line per error ("file:line: message"); what was right is kept.
  std::vector<std::string> add(llvm::StringRef Yaml, llvm::StringRef Name);

  /// The model of a function by qualified name ("ns::Class::method" without
  /// template arguments). A method is looked up on \p Classes (its class and
  /// all base classes, nearest first, qualified). Null when unknown.
  const FunctionModel *function(llvm::StringRef QualifiedName,
                                llvm::ArrayRef<std::string> Classes = {}) const;

  /// The model of a class or type by qualified or typedef name; null if none.
  const ClassModel *type(llvm::StringRef QualifiedName) const;

  /// The model of a data member or variable by qualified name; null if none.
  const FieldModel *field(llvm::StringRef QualifiedName) const;

  /// The words of a kind, in the order of the files that list them.
  const std::vector<std::string> &words(WordKind Kind) const;

  /// What a library's clients reach, as settings are named for it ("REDIS");
  /// empty if its file does not say.
  llvm::StringRef reaches(llvm::StringRef Library) const;

  /// Every exact name and wildcard that has a model, sorted, with its kind
  /// ("function", "type" or "field") and library. For tests and documentation.
  struct Name {
    std::string Qualified;
    llvm::StringRef Kind;
    std::string Library;
  };
  std::vector<Name> names() const;

  /// Hash of all models, for caches.
  uint64_t fingerprint() const;

private:
  struct Impl;
  std::unique_ptr<Impl> I;
};

} // namespace factor6

#endif
