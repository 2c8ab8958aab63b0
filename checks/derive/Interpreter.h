//===- Interpreter.h - Runs a program on abstract values ------------------===//
//
// Follows a linked program from start-up and from every entry point, one
// activation per function, binding and phase, until nothing new is learnt. It
// records who writes and reads what outlives a request, and which modelled
// calls are reached with which values. It judges nothing.
//
// The heap is flow-insensitive, activations tell calls apart by the objects
// and callables passed in (not by strings: those stay symbolic per activation,
// see Strings.h). Code reached twice under the same binding runs once.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_DERIVE_INTERPRETER_H
#define FACTOR6_DERIVE_INTERPRETER_H

#include "derive/Domain.h"
#include "derive/Types.h"
#include "link/Program.h"

#include "llvm/ADT/StringMap.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace factor6 {

struct InterpreterOptions {
  std::vector<std::string> EntryPoints; ///< qualified names
  bool WholeProgram = true;
  /// Loops, function and region, that are known to take jobs.
  std::set<std::pair<Id, Id>> JobLoops;
  /// Those of them that only empty a queue, and end.
  std::set<std::pair<Id, Id>> Draining;
};

class Interpreter {
public:
  Interpreter(const Program &P, const ModelSet &M, const InterpreterOptions &O);

  void run();

  // Results.
  const Program &program() const { return P; }
  const Types &types() const { return T; }
  const ModelSet &models() const { return M; }
  const std::vector<Access> &accesses() const { return Accesses; }
  const std::vector<CallEvent> &events() const { return Events; }
  const std::vector<FieldEvent> &fieldEvents() const { return FieldEvents; }
  const std::vector<EntryPoint> &entries() const { return Entries; }
  const std::vector<Activation> &activations() const { return Acts; }
  const std::vector<Literal> &literals() const { return Literals; }
  const std::vector<std::vector<ValueSet>> &concats() const { return Concats; }
  const Loc &loc(Id L) const { return Locs[L]; }
  const Closure &closure(Id C) const { return Closures[C]; }
  const std::vector<Closure> &closures() const { return Closures; }
  const BoundCallable &bound(Id B) const { return Bounds[B]; }
  /// Variables and fields that start-up code writes.
  const std::set<Id> &startUpWrites() const { return StartUpWrites; }
  size_t locCount() const { return Locs.size(); }
  const ValueSet &contents(Id L) const { return Contents[L]; }
  /// Values a location may hold, also through what it was copied from.
  ValueSet resolved(Id L, unsigned Depth = 0) const;
  void copySources(Id L, std::vector<Id> &Out, unsigned Depth) const;
  Id root(Id L) const;
  /// Outlives a request (and is not one connection's).
  bool survivor(Id L) const;
  bool perConnection(Id L) const;
  /// The call shares memory, a lock or a semaphore with other processes: its
  /// model says so, and its flags do not say otherwise.
  bool shares(const CallFact &C, const FunctionBody &B,
              const FunctionModel &Model) const;
  /// Part of an object that such a call gave.
  bool shared(Id L) const;
  const FunctionBody *body(Id Function) const;
  /// The function in which something is accessed.
  Id functionOf(const Access &A) const { return Acts[A.Ctx].Function; }
  /// The function that a callable value runs, or None.
  Id functionOf(const ValueSet &V) const;
  const FunctionModel *model(const CallFact &C, const FunctionBody &B) const;
  /// How the callable runs, the call's numbers considered.
  RunKind runOf(const CallFact &C, const FunctionBody &B,
                const CallableSpec &Spec) const;
  /// A class that connects and is never given a connection: a client's.
  bool clientClass(Id Record) const;
  /// False if the call only feeds a log, a console or a metric.
  bool observedBy(const FunctionBody &B, Id Call) const;
  bool observedBy(Id Ctx, Id Call) const {
    return observedBy(*body(Acts[Ctx].Function), Call);
  }
  /// Bits of the origins that the values (and what they refer to) come from.
  uint32_t origins(const ValueSet &V) const;
  /// The program listens, loops for work or hands handlers to a server.
  bool looksLikeService() const { return Service; }
  /// Values of a node in an activation (after run()).
  ValueSet valuesOf(Id Ctx, Id Node);
  LocSet locsOf(Id Ctx, Id Node);
  Phase phaseOf(Id Ctx, Id Region);
  /// `for (;;)` that nothing leaves.
  bool runsForEver(const FunctionBody &B, Id Loop) const;
  bool runsUntilTold(const FunctionBody &B, Id Loop) const;
  bool anyJobLoop() const { return !JobLoops.empty(); }
  /// `if (!task) task = malloc(n); ...; submit(pool, task); task = nullptr;`: a
  /// local pointer is handed to a call and forgotten, and the next turn makes
  /// another.
  bool handedAway(const FunctionBody &B, Id Variable) const;
  /// Callbacks are given to what looks like a server and has no model.
  bool unknownServer() const { return UnknownServer; }
  /// Loops, function and region, that take one job after the other.
  const std::set<std::pair<Id, Id>> &jobLoops() const { return JobLoops; }
  const std::set<std::pair<Id, Id>> &draining() const { return Draining; }
  /// Some were not known at first: what had been made in them until then was
  /// taken for the process's own. A run that knows them from the start is
  /// right.
  bool foundLate() const { return FoundLate; }
  bool listens() const { return Listens; }
  /// All of the program is in sight: what nobody calls is dead.
  bool wholeProgram() const { return O.WholeProgram; }
  std::vector<Id> objectsOf(Id Record, bool OnlyStartUp) const;

private:
  // Interpreter.cpp: the rounds
  void runRound();
  void runStaticInit();
  void runClassEntries();
  void runConstructor(Id Record, Id Object);
  bool runTask(Id Record, Id Method);
  void runClassEntry(Id Record, const ClassModel &C);
  void runNamedEntries();
  void runRoots();
  Phase lifeCycle(const Entity &F) const;
  void findJobLoops();
  bool onlyFills(const FunctionBody &B, Id Loop) const;
  void noteClient(Id L);
  void methodsOfAny(Id Ctx, Id Object, const ValueSet &Texts,
                    BoundCallable &Bound);
  Id returnedText(const FunctionBody &B, Id N) const;
  bool readsOwnConnection(const FunctionBody &B) const;
  const std::vector<Id> &callersOf(Id Function) const;
  bool callsJobSource(Id Function, unsigned Depth, std::set<Id> &Seen);
  bool handlesRequests(const CallFact &C, const FunctionBody &B) const;
  bool onlyAsked(const FunctionBody &B, Id Call) const;
  bool readByClient(const CallFact &C, const FunctionBody &B) const;
  Value keepBound(Id Ctx, Id Call, BoundCallable Bound);
  ValueSet namedMethods(Id Ctx, Id Call, const ValueSet &Texts,
                        const CallableSpec &Spec);
  bool calledInTurn(Id Ctx) const;
  Id keyOfPair(const FunctionBody &B, Id N) const;
  bool connects(const FunctionBody &B) const;
  bool operated(const FunctionBody &B, Id Loop) const;
  bool callsBack(const CallFact &C, const FunctionBody &B) const;
  bool isJobSource(const CallFact &C, const FunctionBody &B) const;
  bool acceptsByName(const CallFact &C) const;
  bool bindsHere(const CallFact &C, const FunctionBody &B) const;
  bool commandsByHelper(const CallFact &C, const FunctionBody &B) const;
  LocSet injected(Id Record) const;
  LocSet receiversFor(Id Record, Lifetime Declared);

  // LazyInit.cpp: what is made when it is first asked for
  void findFlags();
  bool isFlag(const Node &Subject) const;
  bool resetByRequests(const Node &Flag) const;
  bool staysSet(const Node &Flag);
  bool fromVisitor(Id Ctx, Id N);
  bool keepsVisitors(Id Ctx, const Stmt &S, const Node &Subject);
  bool setsByHelper(Id Ctx, const CallFact &C, const Node &Subject,
                    bool Lowers);
  bool raisedAtStartUp(const Node &Flag) const;
  bool initialisesOnce(Id Ctx, Id Region);

  // Activations.cpp: locations and activations
  Id makeLoc(const Loc &L);
  Id fieldLoc(Id Base, Id Field, Id TypeId);
  Id elemLoc(Id Base, bool Descriptor, Id TypeId);
  Id variableLoc(Id Ctx, Id Variable);
  Id globalLoc(Id Variable);
  Id heapLoc(Id Ctx, Id Node, Id TypeId, Phase Now);
  Id tempLoc(Id Ctx, Id Node);
  Id instanceLoc(Id Record, Phase Made);
  Id outsideLoc(Id Ctx, Id Param);
  bool add(Id L, Value V);
  bool add(Id L, const ValueSet &V);
  void noteObject(Id L, Id TypeId);
  const ValueSet &callFunction(Id Function, const LocSet &This,
                               std::vector<ValueSet> Args, Phase When,
                               Id ClosureId, Id Caller, Id Call, Place Site,
                               Id Entry);
  Id activation(Id Function, const LocSet &This,
                const std::vector<ValueSet> &Keys, Phase When, Id ClosureId,
                Id Caller, Place Site, Id Entry);
  void bindParams(Id Ctx, const std::vector<ValueSet> &Args, Id Caller,
                  Id Call);
  void bindOutside(Id Ctx);
  void execute(Id Ctx);
  void executeStmt(Id Ctx, const FunctionBody &B, Id Index);

  // Evaluate.cpp: nodes
  LocSet locs(Id Ctx, Id Node);
  LocSet baseLocs(Id Ctx, Id Node);
  LocSet fieldLocs(Id Ctx, const Node &N);
  LocSet memberLocs(Id Ctx, const Node &N);
  LocSet elementLocs(Id Ctx, const Node &N);
  ValueSet values(Id Ctx, Id Node);
  ValueSet callValues(Id Ctx, const Node &N) const;
  Value literalValue(const Node &N);
  Value concatValue(Id Ctx, Id Node);
  bool holdsNoAddress(Id TypeId) const;
  bool characters(Id L) const;
  void madeAhead(Id L);
  bool madeWithNew(Id Record);
  ValueSet placeValues(Id Ctx, Id Node);
  ValueSet newValues(Id Ctx, Id Node);
  ValueSet arithValues(Id Ctx, const Node &N);
  bool allocatedByOwn(Id Ctx, const Node &N, const ValueSet &V);
  ValueSet castValues(Id Ctx, const Node &N);
  ValueSet lvalueValues(Id Ctx, Id Node);
  const FieldModel *fieldModel(const Node &N) const;
  ValueSet listValues(Id Ctx, Id Node);
  Id captureLoc(Id Ctx, const Capture &Cap);
  ValueSet closureValue(Id Ctx, Id Node);
  ValueSet bindTo(Id Ctx, Id TypeId, Id Node, bool ByReference);
  LocSet refs(const ValueSet &V) const;
  bool isLvalue(const FunctionBody &B, Id Node) const;
  /// Assigned: to what a reference refers to; else that is bound.
  void storeInto(Id Ctx, Id Target, Id Source, bool Assigned);

  // Calls.cpp
  void executeCall(Id Ctx, Id StmtIndex, Id Call, Phase Now);
  void callBody(Id Ctx, Id StmtIndex, Id Call, Phase Now);
  std::vector<Id> virtualTargets(Id Callee, const LocSet &Receivers) const;
  Id overriderIn(Id Method, Id Record) const;
  LocSet takeReceivers(const Entity &Method, std::vector<ValueSet> &Args) const;
  void callValue(Id Ctx, const ValueSet &Callee, std::vector<ValueSet> Args,
                 const LocSet &This, Phase When, Id Caller, Id Call, Place Site,
                 Id Entry, ValueSet &Result, unsigned Depth = 0);
  std::vector<ValueSet> argumentValues(Id Ctx, const CallFact &C, Id Callee);

  // External.cpp: calls whose body is not the project's
  void externalCall(Id Ctx, Id StmtIndex, Id Call, Phase Now);
  void externalConstruct(Id Ctx, const CallFact &C, const FunctionModel *Model,
                         Phase Now, ValueSet &Result);
  void externalWrites(Id Ctx, Id StmtIndex, Id Call, const FunctionModel *Model,
                      Phase Now);
  bool writesReceiver(const CallFact &C, const FunctionBody &B,
                      const FunctionModel *Model) const;
  bool bindsResult(const FunctionBody &B, const Stmt &S, Id Call) const;
  void keepArguments(Id Ctx, const CallFact &C, const LocSet &Targets,
                     WriteHow How);
  bool copied(const CallFact &C, const FunctionBody &B) const;
  bool returnsAtOnce(Id Function, unsigned Depth) const;
  bool keepsNoText(Id TypeId) const;
  bool ownLog(const Node &X) const;
  void writeReceiver(Id Ctx, Id StmtIndex, Id Call, const FunctionModel *Model,
                     Phase Now);
  LocSet writtenThrough(Id Ctx, Id A, Passing Mode, bool Listed);
  void copyInto(Id L, const ValueSet &Stored);
  void externalReads(Id Ctx, Id StmtIndex, Id Call, const FunctionModel *Model,
                     Phase Now);
  Id constructedType(Id Ctx, Id Call) const;
  const FunctionModel *constructorModel(Id Ctx, Id Call) const;
  void runConstructors(Id Ctx, Id Call, Id R, Id Object, Phase Now,
                       llvm::ArrayRef<Id> Args);
  void copyMembers(Id Object, Id Source, Id Record, unsigned Depth);
  llvm::ArrayRef<Id> madeOf(const CallFact &C, const FunctionBody &B,
                            bool Table) const;
  void emplaceElement(Id Ctx, Id Call, Phase Now);
  void constructInPlace(Id Ctx, Id Call, Phase Now, ValueSet &Result);
  Id registerEntry(const EntryPoint &E);
  Id node(Id Ctx, const CallFact &C, int Arg) const;
  bool mutatingName(llvm::StringRef Name) const;

  // ExternalResult.cpp: what such calls yield
  struct ResultKind {
    bool Reference, Pointer, Text;
  };
  ResultKind resultKind(const CallFact &C) const;
  ValueSet wrapped(Id Ctx, const CallFact &C);
  ValueSet defaultOf(Id Ctx, const CallFact &C, int Arg);
  void addReceiver(Id Ctx, const CallFact &C, ValueSet &Out);
  void addOrigins(Id Ctx, const CallFact &C, const FunctionModel *Model,
                  ValueSet &Out);
  void addFitting(const ValueSet &V, Id TypeId, ValueSet &Out) const;
  bool cellOfPointer(const FunctionBody &B, Id Receiver) const;
  bool pairOfIterator(Id TypeId) const;
  bool allocates(const CallFact &C) const;
  bool ofPointers(Id L, Id Element) const;
  uint32_t addParts(Id Ctx, const CallFact &C, ResultKind Kind, ValueSet &Out);
  Id resultObject(Id Ctx, Id Call, Phase Now);
  ValueSet partialResult(Id Ctx, Id Call, const FunctionModel *Model, Phase Now,
                         ValueSet Out);
  ValueSet externalResult(Id Ctx, Id Call, const FunctionModel *Model,
                          Phase Now);
  bool mayHold(Id Element, Id TypeId) const;
  bool fits(Id L, Id TypeId) const;

  // Callables.cpp: callables that such calls are given
  void enterOverriders(Id Ctx, const CallFact &C);
  void runCallables(Id Ctx, Id Call, const FunctionModel *Model, Phase Now,
                    ValueSet &Result);
  void runCallable(Id Ctx, const CallFact &C, Id Call, const ValueSet &V,
                   const CallableSpec &Spec, Phase Now, ValueSet &Result);
  std::string routeOf(Id Ctx, const CallFact &C);
  Id handlerEntry(Id Ctx, const CallFact &C, const ValueSet &V);
  ValueSet elementsGiven(Id Ctx, const CallFact &C, int Callable);
  std::vector<ValueSet> handedTo(Id Ctx, const CallFact &C, const ValueSet &V,
                                 const CallableSpec &Spec, RunKind Run);
  Value boundCallable(Id Ctx, Id Call);
  void enterObject(Id Object, const FunctionModel &Model);
  void enterObjects(Id Ctx, const CallFact &C, const FunctionModel &Model);
  bool isFunctor(Id Object) const;
  bool wrapsCallable(Id Record) const;
  ValueSet callablesIn(const ValueSet &V);
  std::optional<CallableSpec> unmodelled(const CallFact &C,
                                         const FunctionBody &B,
                                         const FunctionModel *Model, Phase Now);
  int contextParam(const CallableSpec &Spec, Id Function) const;
  std::string said(Id Function, const CallFact &C) const;

  // BuiltText.cpp: text that grows
  struct BuiltText {
    Id Concat = None;
    std::vector<ValueSet> Pieces;
    ValueSet Alternatives; ///< pieces that may be all there is
    std::map<std::tuple<Id, Id, Id>, size_t>
        Index; ///< activation, call, operand -> piece
  };
  ValueSet bytesOf(const ValueSet &In) const;
  ValueSet pieceValues(Id Ctx, const CallFact &C, Id Arg);
  std::vector<ValueSet> pieces(Id Ctx, const CallFact &C, int Target);
  bool sometimes(Id Ctx, Id StmtIndex, Id L) const;
  void rebuild(Id L, const BuiltText &Text);
  void appendText(Id Ctx, Id StmtIndex, Id Call, Id L,
                  const std::vector<ValueSet> &Pieces);
  Value formatted(Id Ctx, Id Call);
  void putText(Id Ctx, Id StmtIndex, Id Call, Id L, const FunctionModel &Model);
  void setText(Id Ctx, Id Call, Id L, const std::vector<ValueSet> &Pieces);

  // Record.cpp
  std::pair<Access &, bool> access(Id Ctx, Id StmtIndex, Id L, bool Write,
                                   Phase Now, Place At);
  void recordWrite(Id Ctx, Id StmtIndex, const LocSet &Targets, WriteHow How,
                   Phase Now, Place At, Id KeyNode, const ValueSet *Stored);
  bool takenInTurn(Id L) const;
  void markMainLoop(Id Ctx, Id StmtIndex, unsigned Level);
  bool endsWhenEmpty(const FunctionBody &B, Id Loop) const;
  bool onlyDrains(Id Function) const;
  void markDrainLoop(Id Ctx, Id StmtIndex, unsigned Level);
  void recordRead(Id Ctx, Id StmtIndex, const LocSet &Targets, Use U, Phase Now,
                  Place At, bool Observed);
  void recordEvent(Id Ctx, Id StmtIndex, Id Call, const FunctionModel *Model,
                   Phase Now);
  bool serverName(llvm::StringRef Class) const;
  void noteServer(const CallFact &C, const FunctionBody &B);
  bool calledUnseen(Id Field);
  void runUnseen(Id Ctx, Id Field, const ValueSet &V, Place At);
  void noteField(Id Ctx, Id Field, const ValueSet &V, Place At);
  bool lookedUp(Id Ctx, Id StmtIndex, Id Target);
  bool keyed(const CallFact &C, const FunctionBody &B) const;
  bool isAddress(const ValueSet &V, unsigned Depth) const;
  Place chosenByPeer(Id Ctx, Id StmtIndex);
  bool namesOne(Id Ctx, const CallFact &C, WordKind Kind);

  const Program &P;
  const ModelSet &M;
  const InterpreterOptions &O;
  Types T;
  std::vector<Loc> Locs;
  std::map<std::tuple<int, Id, Id, Id, int>, Id> LocIds;
  std::vector<ValueSet> Contents;
  std::vector<Closure> Closures;
  std::map<std::tuple<Id, Id, Id>, Id>
      ClosureIds; ///< function, activation, node
  std::vector<BoundCallable> Bounds;
  std::map<std::pair<Id, Id>, Id> BoundIds; ///< activation, call
  std::vector<Literal> Literals;
  std::map<std::pair<std::string, Place>, Id> LiteralIds;
  std::vector<std::vector<ValueSet>> Concats;
  std::map<std::pair<Id, Id>, Id>
      ConcatIds;                 ///< activation, node (calls: node + 1 << 31)
  std::map<Id, BuiltText> Built; ///< by location
  std::set<Id> Cleared;          ///< strings that are emptied somewhere
  std::vector<Activation> Acts;
  std::map<std::vector<uint32_t>, Id> ActIds;
  std::unordered_map<Id, unsigned> ActCount;
  std::map<Id, Id> Instances; ///< class -> the framework's object, process-wide
  mutable std::map<Id, bool> AtOnce; ///< functions that wait for nobody
  bool FlagsFound = false;
  std::set<std::pair<Id, Id>> Resets; ///< flag, function that clears it
  std::set<std::pair<Id, Id>> Sets;   ///< flag, function that sets it
  std::vector<Access> Accesses;
  std::map<std::tuple<Id, Id, Id, int, int>, size_t> AccessIds;
  std::vector<CallEvent> Events;
  std::map<std::tuple<Id, Id, const FunctionModel *>, size_t> EventIds;
  std::vector<FieldEvent> FieldEvents;
  std::map<std::pair<Id, Place>, size_t> FieldEventIds;
  std::vector<EntryPoint> Entries;
  std::map<std::pair<Id, Place>, Id> EntryIds;
  bool UnknownServer = false; ///< see unknownServer()
  std::map<Id, bool> Unseen;  ///< field -> called by code that is not there
  std::set<std::pair<Id, Id>> JobLoops;     ///< function, region
  std::set<std::pair<Id, Id>> Draining;     ///< those that empty a queue
  mutable std::map<Id, bool> OwnConnection; ///< see readsOwnConnection()
  mutable std::map<Id, std::vector<Id>> DirectCallers;
  std::map<Id, std::set<Id>> ObjectIds; ///< record -> locations of its objects
  std::set<Id> RequestFed; ///< containers that requests insert into
  std::set<Id> NewRecords; ///< classes whose objects `new` makes
  std::set<Id> Reached;    ///< functions with an activation
  std::map<const CallFact *, const FunctionModel *> ModelCache;
  std::set<Id>
      Referenced; ///< functions that some code calls or takes the address of
  std::set<Id> SelfDeleting;      ///< records whose objects end by themselves
  std::set<Id> Returned;          ///< texts that functions make and return
  mutable unsigned CopySteps = 0; ///< of one search for copies
  std::set<Id> HandedBack;        ///< members that a wait fills from others
  std::set<Id> OfOperations;      ///< variables that an operation's lambda has
  std::set<Id> PerConnection;     ///< classes of which each has its own
  std::set<Id> ConnectionClasses; ///< of those, with their bases
  std::set<Id> Ahead;             ///< made before the first connection, for it
  std::set<Id> SharedObjects;     ///< memory that other processes see, too
  std::set<Id> StartUpWrites;     ///< locations
  bool Changed = false;
  bool FoundLate = false;
  bool Service = false;
  bool StartUpServes = false;          ///< start-up ends in a call that serves
  std::set<std::pair<Id, Id>> ForEver; ///< endless loops: function, region
  bool Listens = false;
  unsigned Round = 0;
  unsigned Depth = 0;
  Phase Current = Phase::StartUp; ///< of the statement being executed
};

} // namespace factor6

#endif
