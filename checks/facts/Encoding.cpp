//===- Encoding.cpp - The file form of a TU summary -----------------------===//
//
// One list of fields per struct serves writing and reading, so the two cannot
// drift apart. The file is
//
//   "F6TU"  version  hash of the payload (8 bytes)  payload
//
//===----------------------------------------------------------------------===//

#include "facts/Encoding.h"

#include "facts/Wire.h"

#include "llvm/Support/xxhash.h"

#include <type_traits>

using namespace factor6;

namespace {

constexpr llvm::StringLiteral Magic = "F6TU";

/// Writes every field handed to it.
class Writer {
public:
  ByteWriter Out;

  void field(uint32_t &Value) { Out.number(static_cast<uint32_t>(Value + 1)); }
  void field(uint16_t &Value) { Out.number(Value); }
  void field(bool &Value) { Out.number(Value); }
  void field(std::string &Value) { Out.text(Value); }
  void field(int64_t &Value) {
    auto Bits = static_cast<uint64_t>(Value);
    Out.number((Bits << 1) ^ (Value < 0 ? ~uint64_t(0) : 0));
  }
  template <class E> void choice(E &Value, E) {
    Out.number(static_cast<uint64_t>(Value));
  }
  template <class T> void list(std::vector<T> &Values) {
    Out.number(Values.size());
  }
};

/// Fills every field handed to it; damage leaves zeros and In.failed().
class Reader {
public:
  ByteReader In;

  explicit Reader(llvm::StringRef Bytes) : In(Bytes) {}
  // One is added on the way out so that `None` takes one byte.
  void field(uint32_t &Value) {
    uint64_t Read = In.number();
    Value = static_cast<uint32_t>(Read > None ? In.fail() : Read) - 1;
  }
  void field(uint16_t &Value) {
    uint64_t Read = In.number();
    Value = static_cast<uint16_t>(Read > UINT16_MAX ? In.fail() : Read);
  }
  void field(bool &Value) {
    uint64_t Read = In.number();
    Value = (Read > 1 ? In.fail() : Read) != 0;
  }
  void field(std::string &Value) { Value = In.text(); }
  void field(int64_t &Value) {
    uint64_t Read = In.number();
    Value = static_cast<int64_t>((Read >> 1) ^ (Read & 1 ? ~uint64_t(0) : 0));
  }
  template <class E> void choice(E &Value, E Last) {
    uint64_t Read = In.number();
    Value =
        static_cast<E>(Read > static_cast<uint64_t>(Last) ? In.fail() : Read);
  }
  template <class T> void list(std::vector<T> &Values) {
    Values.resize(In.count());
  }
};

template <class A> void visit(A &Ar, Place &P);
template <class A> void visit(A &Ar, SourceFile &F);
template <class A> void visit(A &Ar, Type &T);
template <class A> void visit(A &Ar, Entity &E);
template <class A> void visit(A &Ar, Node &N);
template <class A> void visit(A &Ar, Capture &C);
template <class A> void visit(A &Ar, CallFact &C);
template <class A> void visit(A &Ar, Stmt &S);
template <class A> void visit(A &Ar, Region &R);
template <class A> void visit(A &Ar, Block &B);
template <class A> void visit(A &Ar, FunctionBody &B);
template <class A> void visit(A &Ar, Suppression &S);
template <class A> void visit(A &Ar, FixSite &F);
template <class A> void visit(A &Ar, uint32_t &Value) { Ar.field(Value); }
template <class A> void visit(A &Ar, std::string &Value) { Ar.field(Value); }
template <class A> void visit(A &Ar, Passing &Mode) {
  Ar.choice(Mode, Passing::RRef);
}
template <class A, class T> void visit(A &Ar, std::vector<T> &Values) {
  Ar.list(Values);
  for (T &Value : Values)
    visit(Ar, Value);
}

/// Plain fields, in order.
template <class A, class... T> void fields(A &Ar, T &...Values) {
  (Ar.field(Values), ...);
}

template <class A> void visit(A &Ar, Place &P) {
  fields(Ar, P.File);
  if (P.File != None) // nothing else is kept of a place that is none
    fields(Ar, P.Line, P.Column, P.Offset);
}

template <class A> void visit(A &Ar, SourceFile &F) {
  fields(Ar, F.Path, F.Project, F.Prologue);
  if (F.Prologue != None) // nothing else is kept of what is not known
    fields(Ar, F.PrologueLine, F.PrologueColumn, F.HasStdlib, F.HasEnvHelper);
}

template <class A> void visit(A &Ar, Type &T) {
  Ar.choice(T.Kind, TypeKind::MemberPointer);
  fields(Ar, T.Const, T.Template, T.Record, T.Name, T.Alias);
  visit(Ar, T.Args);
}

template <class A> void visit(A &Ar, Entity &E) {
  Ar.choice(E.Kind, EntityKind::Record);
  Ar.choice(E.Store, Storage::Param);
  fields(Ar, E.Flags, E.USR, E.Name, E.QualifiedName);
  visit(Ar, E.Loc);
  fields(Ar, E.TypeId, E.Parent);
  visit(Ar, E.Params);
  visit(Ar, E.Bases);
  visit(Ar, E.Members);
}

template <class A> void visit(A &Ar, Node &N) {
  Ar.choice(N.Kind, NodeKind::Arith);
  fields(Ar, N.Ref, N.TypeId);
  visit(Ar, N.Ops);
  fields(Ar, N.Value, N.Text);
  visit(Ar, N.Loc);
}

template <class A> void visit(A &Ar, Capture &C) {
  fields(Ar, C.Variable, C.ByRef, C.Init);
}

template <class A> void visit(A &Ar, CallFact &C) {
  fields(Ar, C.Callee, C.CalleeNode, C.Receiver, C.Flags, C.Name);
  visit(Ar, C.Args);
  visit(Ar, C.Modes);
  visit(Ar, C.TemplateArgs);
  fields(Ar, C.ResultType, C.Written);
  visit(Ar, C.Loc);
}

template <class A> void visit(A &Ar, Stmt &S) {
  Ar.choice(S.Kind, StmtKind::Throw);
  Ar.choice(S.How, WriteHow::Init);
  Ar.choice(S.UseOf, Use::Discarded);
  fields(Ar, S.A, S.B, S.Region);
  visit(Ar, S.Loc);
}

template <class A> void visit(A &Ar, Region &R) {
  Ar.choice(R.Kind, RegionKind::Try);
  fields(Ar, R.Parent, R.Subject, R.Value);
  visit(Ar, R.Loc);
}

template <class A> void visit(A &Ar, Block &B) {
  visit(Ar, B.Stmts);
  visit(Ar, B.Succs);
}

template <class A> void visit(A &Ar, FunctionBody &B) {
  fields(Ar, B.Function);
  visit(Ar, B.Nodes);
  visit(Ar, B.Calls);
  visit(Ar, B.CaptureLists);
  visit(Ar, B.Stmts);
  visit(Ar, B.Regions);
  visit(Ar, B.Blocks);
}

template <class A> void visit(A &Ar, Suppression &S) {
  fields(Ar, S.File, S.FirstLine, S.LastLine, S.Checks);
}

template <class A> void visit(A &Ar, FixSite &F) {
  fields(Ar, F.Variable);
  visit(Ar, F.At);
  fields(Ar, F.Text);
}

template <class A> void visitSummary(A &Ar, Summary &S) {
  fields(Ar, S.MainFile);
  visit(Ar, S.Files);
  visit(Ar, S.Types);
  visit(Ar, S.Entities);
  visit(Ar, S.Bodies);
  visit(Ar, S.Suppressions);
  visit(Ar, S.Fixes);
}

llvm::Error damage(const llvm::Twine &Why) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                 "facts: " + Why);
}

} // namespace

std::string factor6::encode(const Summary &S) {
  Writer Payload;
  // The field lists take mutable references because reading needs them;
  // writing changes nothing.
  visitSummary(Payload, const_cast<Summary &>(S));
  ByteWriter File;
  File.number(Summary::Version);
  File.fixed64(llvm::xxh3_64bits(Payload.Out.bytes()));
  return (Magic + File.bytes() + Payload.Out.bytes()).str();
}

llvm::Expected<Summary> factor6::decode(llvm::StringRef Bytes) {
  if (!Bytes.consume_front(Magic))
    return damage("not a factor6 summary");
  ByteReader Head(Bytes);
  uint64_t Version = Head.number();
  if (!Head.failed() && Version != Summary::Version)
    return damage("written in version " + llvm::Twine(Version) +
                  ", this factor6 reads version " +
                  llvm::Twine(Summary::Version));
  uint64_t Hash = Head.fixed64();
  if (Head.failed())
    return damage("the summary is cut short");
  if (Hash != llvm::xxh3_64bits(Head.rest()))
    return damage("the summary is damaged or cut short");
  Reader Payload(Head.rest());
  Summary S;
  visitSummary(Payload, S);
  if (Payload.In.failed() || !Payload.In.atEnd())
    return damage("the summary is malformed");
  return S;
}
