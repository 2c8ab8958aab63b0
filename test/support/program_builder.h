//===- program_builder.h - TU summaries written by hand ---------*- C++ -*-===//
//
// For tests of what comes after extraction: a test says what a translation
// unit holds, in the terms of Facts.h, and gets the summary that the extractor
// would make of it. Shared entities (records, fields, functions of external
// linkage) have the same USR in every Tu, as clang's would.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_TEST_SUPPORT_PROGRAM_BUILDER_H
#define FACTOR6_TEST_SUPPORT_PROGRAM_BUILDER_H

#include "facts/Facts.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace factor6::test {

class Tu;

/// The body of one function. Statements run in the order in which they are
/// added; each stands on a line of its own.
class Body {
public:
  Body(Tu &Unit, size_t Index) : Unit(Unit), Index(Index) {}

  // Nodes.
  Id self(Id Record);
  Id var(Id Variable);
  Id field(Id Base, Id Field);
  Id elem(Id Base, Id Key = None);
  Id deref(Id Pointer, Id TypeId);
  Id addr(Id Object);
  Id str(const std::string &Text);
  Id concat(std::vector<Id> Parts);
  Id funcRef(Id Function);
  Id newObject(Id TypeId);
  /// A closure; each capture is (variable, by reference).
  Id lambda(Id CallOperator, std::vector<std::pair<Id, bool>> Captures = {});

  // Statements.
  Body &write(Id Node, WriteHow How = WriteHow::Assign);
  Body &read(Id Node, Use How = Use::Other);
  Body &store(Id Target, Id Value);
  Body &ret(Id Node);
  /// Returns the node of the call's result.
  Id call(Id Function, Id Receiver = None, std::vector<Id> Args = {},
          uint16_t Flags = 0);
  /// Calls a callable value.
  Id callValue(Id Callee, std::vector<Id> Args = {});

  // Regions nest: what is added until leave() is inside.
  Body &enter(RegionKind Kind, Id Subject = None, int64_t Value = 0);
  Body &leave();

private:
  friend class Tu;
  FunctionBody &body();
  Id node(NodeKind Kind, Id TypeId, std::vector<Id> Ops = {}, Id Ref = None);
  Id typeOf(Id Node);
  Body &stmt(StmtKind Kind, Id A, Id B = None, WriteHow How = WriteHow::Assign,
             Use UseOf = Use::Other);
  Id addCall(CallFact C);

  Tu &Unit;
  size_t Index;
  std::vector<Id> Regions;
};

class Tu {
public:
  explicit Tu(std::string MainFile) {
    S.MainFile = MainFile;
    file(MainFile);
  }
  Tu(Tu &&) = delete;

  // Types.
  Id type(TypeKind Kind, const std::string &Name = "", Id Record = None,
          std::vector<Id> Args = {}, bool Template = false) {
    Type T;
    T.Kind = Kind;
    T.Name = Name;
    T.Record = Record;
    T.Args = std::move(Args);
    T.Template = Template;
    for (Id I = 0; I < S.Types.size(); ++I)
      if (S.Types[I] == T)
        return I;
    S.Types.push_back(T);
    return S.Types.size() - 1;
  }
  Id intType() { return type(TypeKind::Int, "int"); }
  Id stringType() { return library("std::basic_string"); }
  Id mapType() { return library("std::map"); }
  Id functionType() { return library("std::function"); }
  Id pointerTo(Id T) { return type(TypeKind::Pointer, "", None, {T}); }
  Id referenceTo(Id T) { return type(TypeKind::LRef, "", None, {T}); }
  Id object(Id Record) {
    return type(TypeKind::Record, S.Entities[Record].QualifiedName, Record);
  }

  // Entities. Asking again for the same one gives the same id.
  Id record(const std::string &Name, std::vector<Id> Bases = {}) {
    Id R = entity(EntityKind::Record, "r:" + Name, Name, shared(Name));
    S.Entities[R].Flags |= EF_Project | EF_Defined;
    if (!Bases.empty())
      S.Entities[R].Bases = std::move(Bases);
    return R;
  }
  Id field(Id Record, const std::string &Name, Id TypeId) {
    const std::string Owner = S.Entities[Record].Name;
    Id F = entity(EntityKind::Field, "f:" + Owner + "::" + Name, Name,
                  shared(Owner + Name));
    Entity &E = S.Entities[F];
    E.QualifiedName = Owner + "::" + Name;
    E.Flags |= EF_Project;
    E.TypeId = TypeId;
    E.Parent = Record;
    std::vector<Id> &Members = S.Entities[Record].Members;
    if (std::find(Members.begin(), Members.end(), F) == Members.end())
      Members.push_back(F);
    return F;
  }
  Id method(Id Record, const std::string &Name, uint32_t Flags = 0,
            std::vector<Id> Overridden = {}) {
    Id F = function(S.Entities[Record].Name + "::" + Name, Flags);
    S.Entities[F].Name = Name;
    S.Entities[F].Parent = Record;
    S.Entities[F].Bases = std::move(Overridden);
    return F;
  }
  Id function(const std::string &Name, uint32_t Flags = 0) {
    Id F = entity(EntityKind::Function, "c:" + Name, Name, shared(Name));
    S.Entities[F].Flags |= EF_Project | Flags;
    return F;
  }
  /// Of a library: no body, found by its model only.
  Id external(const std::string &Name) {
    return entity(EntityKind::Function, "c:" + Name, Name, Place());
  }
  Id param(Id Function, const std::string &Name, Id TypeId) {
    Id V = variable(S.Entities[Function].USR + "@" + Name, Name, TypeId,
                    Storage::Param);
    S.Entities[V].Parent = Function;
    S.Entities[Function].Params.push_back(V);
    return V;
  }
  Id local(Id Function, const std::string &Name, Id TypeId,
           uint32_t Flags = 0) {
    Id V = variable(S.Entities[Function].USR + "@" + Name, Name, TypeId,
                    Storage::Local);
    S.Entities[V].Parent = Function;
    S.Entities[V].Flags |= Flags;
    return V;
  }
  Id global(const std::string &Name, Id TypeId) {
    return variable("v:" + Name, Name, TypeId, Storage::Global);
  }
  /// `static` at namespace scope: another one in every translation unit.
  Id internal(const std::string &Name, Id TypeId) {
    Id V = variable(S.MainFile + "#v:" + Name, Name, TypeId, Storage::Global);
    S.Entities[V].Flags |= EF_Internal;
    S.Entities[V].Loc = next();
    return V;
  }

  Body body(Id Function) {
    S.Entities[Function].Flags |= EF_Body;
    S.Entities[Function].Loc = next();
    FunctionBody B;
    B.Function = Function;
    S.Bodies.push_back(std::move(B));
    return Body(*this, S.Bodies.size() - 1);
  }
  Body mainBody() { return body(function("main", EF_Main)); }

  /// The next line of the main file.
  Place next() { return {0, ++Line, 3, Line * 100}; }

  Summary S;

private:
  friend class Body;

  Id file(const std::string &Path) {
    for (Id F = 0; F < S.Files.size(); ++F)
      if (S.Files[F].Path == Path)
        return F;
    S.Files.push_back({Path, true});
    return S.Files.size() - 1;
  }
  /// A place in the project's one header, the same in every Tu: entities that
  /// several files know are declared there.
  Place shared(const std::string &Name) {
    uint32_t Number = 1;
    for (char C : Name)
      Number = Number * 31 + static_cast<unsigned char>(C);
    Number = Number % 100000 + 1;
    return {file("/p/all.h"), Number, 1, Number * 100};
  }
  Id entity(EntityKind Kind, const std::string &USR, const std::string &Name,
            Place Loc) {
    auto [It, New] = Ids.try_emplace(USR, S.Entities.size());
    if (New) {
      Entity E;
      E.Kind = Kind;
      E.USR = USR;
      E.Name = E.QualifiedName = Name;
      E.Loc = Loc;
      S.Entities.push_back(E);
    }
    return It->second;
  }
  Id variable(const std::string &USR, const std::string &Name, Id TypeId,
              Storage Store) {
    Id V = entity(EntityKind::Variable, USR, Name, shared(Name));
    Entity &E = S.Entities[V];
    E.Flags |= EF_Project | EF_Defined;
    E.Store = Store;
    E.TypeId = TypeId;
    return V;
  }
  Id library(const std::string &Name) {
    Id R = entity(EntityKind::Record, "r:" + Name, Name, Place());
    return type(TypeKind::Record, Name, R, {}, true);
  }

  std::map<std::string, Id> Ids;
  uint32_t Line = 0;
};

inline FunctionBody &Body::body() { return Unit.S.Bodies[Index]; }

inline Id Body::typeOf(Id Node) { return body().Nodes[Node].TypeId; }

inline Id Body::node(NodeKind Kind, Id TypeId, std::vector<Id> Ops, Id Ref) {
  Node N;
  N.Kind = Kind;
  N.TypeId = TypeId;
  N.Ops = std::move(Ops);
  N.Ref = Ref;
  N.Loc = Unit.next();
  body().Nodes.push_back(std::move(N));
  return body().Nodes.size() - 1;
}

inline Id Body::self(Id Record) {
  return node(NodeKind::This, Unit.pointerTo(Unit.object(Record)));
}
inline Id Body::var(Id Variable) {
  return node(NodeKind::Var, Unit.S.Entities[Variable].TypeId, {}, Variable);
}
inline Id Body::field(Id Base, Id Field) {
  return node(NodeKind::Field, Unit.S.Entities[Field].TypeId, {Base}, Field);
}
inline Id Body::elem(Id Base, Id Key) {
  std::vector<Id> Ops = {Base};
  if (Key != None)
    Ops.push_back(Key);
  return node(NodeKind::Elem, Unit.intType(), std::move(Ops));
}
inline Id Body::deref(Id Pointer, Id TypeId) {
  return node(NodeKind::Deref, TypeId, {Pointer});
}
inline Id Body::addr(Id Object) {
  return node(NodeKind::Addr, Unit.pointerTo(typeOf(Object)), {Object});
}
inline Id Body::str(const std::string &Text) {
  Id N = node(NodeKind::Str, Unit.pointerTo(Unit.type(TypeKind::Int, "char")));
  body().Nodes[N].Text = Text;
  return N;
}
inline Id Body::concat(std::vector<Id> Parts) {
  return node(NodeKind::Concat, Unit.stringType(), std::move(Parts));
}
inline Id Body::funcRef(Id Function) {
  return node(NodeKind::Func, Unit.type(TypeKind::Function), {}, Function);
}
inline Id Body::newObject(Id TypeId) {
  Id N = node(NodeKind::New, TypeId);
  return N;
}
inline Id Body::lambda(Id CallOperator,
                       std::vector<std::pair<Id, bool>> Captures) {
  Unit.S.Entities[CallOperator].Flags |= EF_Lambda;
  Id N = node(NodeKind::Lambda, None, {}, CallOperator);
  std::vector<Capture> List;
  for (auto [Variable, ByRef] : Captures)
    List.push_back({Variable, ByRef, None});
  body().Nodes[N].Value = static_cast<int64_t>(body().CaptureLists.size());
  body().CaptureLists.push_back(std::move(List));
  return N;
}

inline Body &Body::stmt(StmtKind Kind, Id A, Id B, WriteHow How, Use UseOf) {
  Stmt S;
  S.Kind = Kind;
  S.A = A;
  S.B = B;
  S.How = How;
  S.UseOf = UseOf;
  S.Region = Regions.empty() ? None : Regions.back();
  S.Loc = Unit.next();
  body().Stmts.push_back(S);
  return *this;
}
inline Body &Body::write(Id Node, WriteHow How) {
  return stmt(StmtKind::Write, Node, None, How);
}
inline Body &Body::read(Id Node, Use How) {
  return stmt(StmtKind::Read, Node, None, WriteHow::Assign, How);
}
inline Body &Body::store(Id Target, Id Value) {
  return stmt(StmtKind::Store, Target, Value);
}
inline Body &Body::ret(Id Node) { return stmt(StmtKind::Return, Node); }

inline Id Body::addCall(CallFact C) {
  C.Loc = Unit.next();
  C.Modes.resize(C.Args.size(), Passing::Value);
  Id Result = C.ResultType;
  body().Calls.push_back(std::move(C));
  Id Index = body().Calls.size() - 1;
  stmt(StmtKind::Call, Index);
  return node(NodeKind::Call, Result, {}, Index);
}
inline Id Body::call(Id Function, Id Receiver, std::vector<Id> Args,
                     uint16_t Flags) {
  CallFact C;
  C.Callee = Function;
  C.Receiver = Receiver;
  C.Args = std::move(Args);
  C.Flags = Flags;
  C.Name = Unit.S.Entities[Function].Name;
  C.ResultType = Unit.S.Entities[Function].TypeId;
  return addCall(std::move(C));
}
inline Id Body::callValue(Id Callee, std::vector<Id> Args) {
  CallFact C;
  C.CalleeNode = Callee;
  C.Args = std::move(Args);
  return addCall(std::move(C));
}

inline Body &Body::enter(RegionKind Kind, Id Subject, int64_t Value) {
  Region R;
  R.Kind = Kind;
  R.Parent = Regions.empty() ? None : Regions.back();
  R.Subject = Subject;
  R.Value = Value;
  R.Loc = Unit.next();
  body().Regions.push_back(R);
  Regions.push_back(body().Regions.size() - 1);
  return *this;
}
inline Body &Body::leave() {
  Regions.pop_back();
  return *this;
}

} // namespace factor6::test

#endif
