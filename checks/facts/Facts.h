//===- Facts.h - What extraction records of one translation unit ----------===//
//
// A TU summary: plain data, no clang types. It records, for the project's own
// code, entities (functions, variables, fields, records) and, for every
// function with a body, a small ordered program over access paths: what is
// written, read, called, stored and returned. What lies outside the project
// has entities (so that models can be matched by name) but no bodies.
//
// Terms follow Clang's Scalable Static Analysis Framework: entity, USR,
// TU summary, link unit. All ids are indexes into tables of the same Summary;
// the linker renumbers them.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_FACTS_FACTS_H
#define FACTOR6_FACTS_FACTS_H

#include <cstdint>
#include <string>
#include <vector>

namespace factor6 {

using Id = uint32_t;
inline constexpr Id None = ~0u;

/// A point in a source file. Line and Column count from 1, Offset (bytes) from
/// 0. Macro expansions are placed where the outermost macro is used.
struct Place {
  Id File = None; ///< index into Summary::Files
  uint32_t Line = 0;
  uint32_t Column = 0;
  uint32_t Offset = 0;
  bool valid() const { return File != None; }
  friend bool operator==(const Place &, const Place &) = default;
  friend auto operator<=>(const Place &, const Place &) = default;
};

/// One source file that the TU read.
struct SourceFile {
  std::string Path;     ///< absolute, dots removed
  bool Project = false; ///< the user's own code: findings may sit here
  /// Project files: where a helper can be written, namely the end of the last
  /// #include that stands before all code and that no #if surrounds. None if
  /// not known.
  uint32_t Prologue = None;
  uint32_t PrologueLine = 0, PrologueColumn = 0;
  bool HasStdlib = false;    ///< includes <cstdlib> (C: <stdlib.h>) there
  bool HasEnvHelper = false; ///< defines the helper of the host fix
};

enum class TypeKind : uint8_t {
  Unknown,
  Void,
  Bool,
  Int,
  Float,
  Enum,
  Pointer,
  LRef,
  RRef,
  Array,
  Record,
  Function,
  MemberPointer,
};

/// A type as far as judgement needs it. Interned per summary.
struct Type {
  TypeKind Kind = TypeKind::Unknown;
  bool Const = false;    ///< const-qualified at this level
  bool Template = false; ///< a class template specialisation
  Id Record = None;      ///< entity of the record, if known
  std::string Name;     ///< canonical qualified name without template arguments
  std::string Alias;    ///< outermost typedef name (qualified), if any
  std::vector<Id> Args; ///< pointee / element / template type arguments
  friend bool operator==(const Type &, const Type &) = default;
};

enum class EntityKind : uint8_t { Function, Variable, Field, Record };
enum class Storage : uint8_t {
  None,
  Global,
  StaticMember,
  StaticLocal,
  Local,
  Param
};

/// Bits of Entity::Flags.
enum EntityFlag : uint32_t {
  EF_Project = 1u << 0, ///< declared in the user's own code
  EF_Const = 1u << 1,   ///< variable, field: deep const; method: const
  EF_ThreadLocal = 1u << 2,
  EF_Constexpr = 1u << 3,
  EF_Virtual = 1u << 4,
  EF_Static = 1u << 5, ///< static member function
  EF_Ctor = 1u << 6,
  EF_Dtor = 1u << 7,
  EF_Main = 1u << 8,
  EF_Lambda = 1u << 9,    ///< call operator of a closure, or the closure record
  EF_Internal = 1u << 10, ///< internal linkage (USR qualified by the TU)
  EF_Body = 1u << 11,     ///< a body was seen in this TU
  EF_EntryAnnotated = 1u << 12, ///< [[clang::annotate("factor6::entry_point")]]
  EF_ExternC = 1u << 15,
  EF_StaticInit = 1u << 16, ///< pseudo function: the TU's static initialisers
  EF_InLoop = 1u << 17,     ///< local variable declared inside a loop
  EF_Coroutine = 1u << 18,
  EF_Dependent = 1u << 20, ///< body is an uninstantiated template pattern
  EF_Variadic = 1u << 21,
  EF_FixConst = 1u << 22, ///< variable: can be made const (see FixSite)
  EF_Macro = 1u << 23,    ///< declared by a macro from outside the project
  EF_Template = 1u << 24, ///< record/function: instantiated from a template
  EF_Defined = 1u << 25,  ///< record: its definition was seen
  EF_Mutated = 1u << 26,  ///< variable: some use of it needs it to be mutable
};

/// Something with a name. Two entities with the same USR are the same thing.
struct Entity {
  EntityKind Kind = EntityKind::Variable;
  Storage Store = Storage::None;
  uint32_t Flags = 0;
  std::string USR;  ///< clang's USR; internal linkage is prefixed "TU-path#"
  std::string Name; ///< as a person says it: unqualified
  std::string QualifiedName; ///< "ns::Class::name", no template arguments
  Place Loc;                 ///< the definition if seen, else a declaration
  Id TypeId = None;          ///< variable, field: type; function: result type
  Id Parent = None;       ///< field, method: record; local, parameter: function
  std::vector<Id> Params; ///< function: parameter entities
  std::vector<Id> Bases;  ///< record: base records; method: overridden methods
  std::vector<Id> Members; ///< record: fields in order
  bool has(uint32_t F) const { return (Flags & F) != 0; }
};

/// What an expression denotes. Operands are indexes into FunctionBody::Nodes,
/// always smaller than the node's own index.
enum class NodeKind : uint8_t {
  Unknown,
  Var, ///< Ref = variable entity
  This,
  Field,  ///< Ops[0] = base object (or pointer to it), Ref = field entity
  Elem,   ///< Ops[0] = array or container, Ops[1] = key if any
  Deref,  ///< *Ops[0]
  Addr,   ///< &Ops[0]
  Call,   ///< Ref = index into Calls: its result
  New,    ///< Ref = constructor's index into Calls or None; TypeId = allocated
          ///< type; Ops[0] = where, if it says so
  Object, ///< a temporary; Ref = constructor's index into Calls or None
  Lambda, ///< Ref = call operator entity; Captures = index into CaptureLists
  Func,   ///< Ref = function entity (address of function or method), or field
          ///< entity (pointer to a data member)
  Str,    ///< Text = literal's value, Loc = literal, Value = its length in the
       ///< source if an expression of type `const char *` may stand there, else
       ///< 0
  Int,    ///< Value
  Concat, ///< string building from Ops, in order
  Choice, ///< one of Ops (?:, ??)
  List, ///< initialiser list; Ops = elements, Fields of Ref record if aggregate
  Cast, ///< Ops[0] seen as TypeId (explicit or derived/base pointer cast)
  Arith, ///< a number computed from Ops
};

struct Node {
  NodeKind Kind = NodeKind::Unknown;
  Id Ref = None;
  Id TypeId = None;
  std::vector<Id> Ops;
  int64_t Value = 0;
  std::string Text;
  Place Loc;
};

/// One captured variable of a lambda.
struct Capture {
  Id Variable = None; ///< None for `this`
  bool ByRef = false;
  Id Init = None; ///< init-capture: node in the enclosing body
};

/// How an argument binds.
enum class Passing : uint8_t {
  Value,
  ConstRef,
  MutRef,
  ConstPtr,
  MutPtr,
  RRef
};

enum CallFlag : uint16_t {
  CF_Virtual = 1, ///< dispatched at run time
  CF_Construct = 2,
  CF_Operator = 4,
  CF_ConstMethod = 8,
  CF_Discarded = 16, ///< result (if any) is not used
  CF_Dependent = 32, ///< unresolved name inside a template pattern
  CF_Subscript = 64, ///< operator[]; CF_SubscriptRead if it is only read
  CF_SubscriptRead = 128,
  CF_Destroy = 256, ///< destructor run (scope end of a local object, delete)
  CF_StaticMember = 512,
};

struct CallFact {
  Id Callee = None;     ///< function entity, if known
  Id CalleeNode = None; ///< callable value, if the callee is one
  Id Receiver = None;   ///< object node, if any; CF_Construct: what is made
  uint16_t Flags = 0;
  std::string Name;           ///< unqualified name, also for unresolved calls
  std::vector<Id> Args;       ///< nodes; None where nothing is known
  std::vector<Passing> Modes; ///< per argument
  uint32_t Written = 0;       ///< arguments written out; the rest are defaults
  /// Models' numbering: negative ones count from the last written argument.
  int fromEnd(int Arg) const {
    return Arg < 0 ? Arg + int(Written ? Written : Args.size()) : Arg;
  }
  std::vector<Id> TemplateArgs; ///< explicit or deduced type arguments
  Id ResultType = None;
  Place Loc;
};

/// How a value that was read is used.
enum class Use : uint8_t {
  Other,
  Condition,
  Argument,
  Receiver,
  Return,
  Assigned,
  Streamed,
  Arithmetic,
  Discarded,
};

enum class StmtKind : uint8_t {
  Write,  ///< A = path that changes; How
  Read,   ///< A = path that is read; UseOf, B = call index for
          ///< Argument/Streamed/Receiver
  Store,  ///< A = path, B = value stored there (initialisation or assignment)
  Call,   ///< A = index into Calls
  Return, ///< A = node or None
  Delete, ///< A = node
  Throw,
};

enum class WriteHow : uint8_t {
  Assign,
  Increment,
  Compound,
  Insert,
  Erase,
  Clear,
  Call,
  OutArg,
  Subscript,
  Init,
};

struct Stmt {
  StmtKind Kind = StmtKind::Call;
  WriteHow How = WriteHow::Assign;
  Use UseOf = Use::Other;
  Id A = None;
  Id B = None;
  Id Region = None; ///< innermost region, None = function body
  Place Loc;
};

enum class RegionKind : uint8_t {
  Loop,     ///< any loop; Value 1 = endless (constant true condition), 2 =
            ///< goes through a range
  Once,     ///< initialiser of a static local
  IfUnset,  ///< runs only while Subject is null/empty/false
  IfSet,    ///< runs only while Subject is non-null/true
  IfAbsent, ///< runs only if a look-up in container Subject failed
  Catch,
  Branch, ///< some other condition; Subject, if any, is a text that something
          ///< equals there
  Try,    ///< body of a try block
};

struct Region {
  RegionKind Kind = RegionKind::Branch;
  Id Parent = None;
  Id Subject = None; ///< node
  int64_t Value = 0;
  Place Loc;
};

/// A basic block: statement indexes in order, successors as block indexes.
struct Block {
  std::vector<Id> Stmts;
  std::vector<Id> Succs;
};

/// The small program of one function. Stmts are in source order; Blocks[0] is
/// the entry and Blocks[1] the exit (both empty when no control flow was kept).
struct FunctionBody {
  Id Function = None;
  std::vector<Node> Nodes;
  std::vector<CallFact> Calls;
  std::vector<std::vector<Capture>> CaptureLists;
  std::vector<Stmt> Stmts;
  std::vector<Region> Regions;
  std::vector<Block> Blocks;
};

/// A NOLINT comment, already resolved to the lines it silences.
struct Suppression {
  Id File = None;
  uint32_t FirstLine = 0, LastLine = 0;
  std::string Checks; ///< glob list; "*" for all
};

/// Where `const` can be inserted so that a declaration becomes constant.
struct FixSite {
  Id Variable = None; ///< entity
  Place At;           ///< insertion point
  std::string Text;   ///< "const " or " const"
};

struct Summary {
  static constexpr uint32_t Version = 8;
  std::string MainFile; ///< absolute path
  std::vector<SourceFile> Files;
  std::vector<Type> Types;
  std::vector<Entity> Entities;
  std::vector<FunctionBody> Bodies;
  std::vector<Suppression> Suppressions;
  std::vector<FixSite> Fixes;
};

} // namespace factor6

#endif
