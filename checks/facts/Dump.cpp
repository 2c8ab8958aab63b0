//===- Dump.cpp - A TU summary as text ------------------------------------===//
//
// For people and golden tests: names instead of numbers where a name is
// enough, nodes written as the expressions they stand for.
//
//===----------------------------------------------------------------------===//

#include "facts/Encoding.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

using namespace factor6;
using llvm::StringRef;

namespace {

struct FlagName {
  uint32_t Flag;
  StringRef Name;
};

constexpr FlagName EntityFlags[] = {{EF_Project, "project"},
                                    {EF_Const, "const"},
                                    {EF_ThreadLocal, "thread"},
                                    {EF_Constexpr, "constexpr"},
                                    {EF_Virtual, "virtual"},
                                    {EF_Static, "static"},
                                    {EF_Ctor, "ctor"},
                                    {EF_Dtor, "dtor"},
                                    {EF_Main, "main"},
                                    {EF_Lambda, "lambda"},
                                    {EF_Internal, "internal"},
                                    {EF_Body, "body"},
                                    {EF_EntryAnnotated, "entry"},
                                    {EF_ExternC, "extern-c"},
                                    {EF_StaticInit, "static-init"},
                                    {EF_InLoop, "in-loop"},
                                    {EF_Coroutine, "coroutine"},
                                    {EF_Dependent, "dependent"},
                                    {EF_Variadic, "variadic"},
                                    {EF_FixConst, "fix-const"},
                                    {EF_Macro, "macro"},
                                    {EF_Template, "template"},
                                    {EF_Defined, "defined"},
                                    {EF_Mutated, "mutated"}};

constexpr FlagName CallFlags[] = {
    {CF_Virtual, "virtual"},     {CF_Construct, "construct"},
    {CF_Operator, "operator"},   {CF_ConstMethod, "const"},
    {CF_Discarded, "discarded"}, {CF_Dependent, "dependent"},
    {CF_Subscript, "subscript"}, {CF_SubscriptRead, "subscript-read"},
    {CF_Destroy, "destroy"},     {CF_StaticMember, "static"}};

constexpr StringRef TypeKinds[] = {
    "unknown", "void",     "bool",          "int",  "float",
    "enum",    "pointer",  "lref",          "rref", "array",
    "record",  "function", "member-pointer"};
constexpr StringRef EntityKinds[] = {"function", "variable", "field", "record"};
constexpr StringRef Storages[] = {"none",         "global", "static-member",
                                  "static-local", "local",  "param"};
constexpr StringRef Hows[] = {"assign",    "increment", "compound", "insert",
                              "erase",     "clear",     "call",     "out-arg",
                              "subscript", "init"};
constexpr StringRef Uses[] = {"other",    "condition",  "argument",
                              "receiver", "return",     "assigned",
                              "streamed", "arithmetic", "discarded"};
constexpr StringRef RegionKinds[] = {"loop",      "once",  "if-unset", "if-set",
                                     "if-absent", "catch", "branch",   "try"};
constexpr StringRef Passings[] = {"value",     "const-ref", "mut-ref",
                                  "const-ptr", "mut-ptr",   "rref"};
constexpr StringRef NodeKinds[] = {"?",      "var",  "this", "field", "elem",
                                   "deref",  "addr", "call", "new",   "object",
                                   "lambda", "func", "str",  "int",   "concat",
                                   "choice", "list", "cast", "arith"};

template <class E, size_t N>
StringRef name(const StringRef (&Names)[N], E Value) {
  auto Index = static_cast<size_t>(Value);
  return Index < N ? Names[Index] : StringRef("?");
}

class Dumper {
public:
  Dumper(const Summary &S, llvm::raw_ostream &Out) : S(S), Out(Out) {}
  void run();

private:
  void flags(llvm::ArrayRef<FlagName> Names, uint32_t Value);
  void place(const Place &P);
  std::string entity(Id Index) const;
  std::string type(Id Index, unsigned Depth = 0) const;
  std::string node(const FunctionBody &B, Id Index, unsigned Depth = 0) const;
  std::string operands(const FunctionBody &B, const Node &N,
                       unsigned Depth) const;
  std::string call(const FunctionBody &B, Id Index, unsigned Depth) const;
  void entities();
  void body(const FunctionBody &B);
  void statement(const FunctionBody &B, const Stmt &St);
  void rest();

  const Summary &S;
  llvm::raw_ostream &Out;
};

void Dumper::flags(llvm::ArrayRef<FlagName> Names, uint32_t Value) {
  for (const FlagName &F : Names)
    if (Value & F.Flag)
      Out << ' ' << F.Name;
}

void Dumper::place(const Place &P) {
  if (P.valid())
    Out << " @" << P.File << ':' << P.Line << ':' << P.Column;
}

std::string Dumper::entity(Id Index) const {
  if (Index >= S.Entities.size())
    return "?";
  const Entity &E = S.Entities[Index];
  if (E.Store == Storage::Local || E.Store == Storage::Param ||
      E.Kind == EntityKind::Field)
    return E.Name.empty() ? "#" + std::to_string(Index) : E.Name;
  return E.QualifiedName.empty() ? "#" + std::to_string(Index)
                                 : E.QualifiedName;
}

std::string Dumper::type(Id Index, unsigned Depth) const {
  if (Index >= S.Types.size() || Depth > 6)
    return "?";
  const Type &T = S.Types[Index];
  std::string Text = T.Const ? "const " : "";
  Text += T.Name.empty() ? name(TypeKinds, T.Kind).str() : T.Name;
  for (size_t I = 0; I < T.Args.size(); ++I)
    Text += (I ? ", " : "<") + type(T.Args[I], Depth + 1);
  return T.Args.empty() ? Text : Text + ">";
}

std::string Dumper::operands(const FunctionBody &B, const Node &N,
                             unsigned Depth) const {
  std::string Text = "(";
  for (size_t I = 0; I < N.Ops.size(); ++I)
    Text += (I ? ", " : "") + node(B, N.Ops[I], Depth);
  return Text + ")";
}

std::string Dumper::call(const FunctionBody &B, Id Index,
                         unsigned Depth) const {
  if (Index >= B.Calls.size())
    return "?()";
  const CallFact &C = B.Calls[Index];
  std::string Text;
  if (C.Receiver != None)
    Text = node(B, C.Receiver, Depth) + ".";
  if (C.CalleeNode != None)
    Text += "*" + node(B, C.CalleeNode, Depth);
  else
    Text += C.Callee != None ? entity(C.Callee) : C.Name;
  Text += "(";
  for (size_t I = 0; I < C.Args.size(); ++I) {
    Text += I ? ", " : "";
    if (I < C.Modes.size() && C.Modes[I] != Passing::Value)
      Text += name(Passings, C.Modes[I]).str() + " ";
    Text += node(B, C.Args[I], Depth);
  }
  return Text + ")";
}

std::string Dumper::node(const FunctionBody &B, Id Index,
                         unsigned Depth) const {
  if (Index >= B.Nodes.size())
    return "_";
  if (++Depth > 12)
    return "...";
  const Node &N = B.Nodes[Index];
  auto Op = [&](size_t I) {
    return I < N.Ops.size() ? node(B, N.Ops[I], Depth) : std::string("_");
  };
  switch (N.Kind) {
  case NodeKind::Var:
  case NodeKind::Func:
    return entity(N.Ref);
  case NodeKind::This:
    return "this";
  case NodeKind::Field:
    return Op(0) + "." + entity(N.Ref);
  case NodeKind::Elem:
    return Op(0) + "[" + (N.Ops.size() > 1 ? Op(1) : "") + "]";
  case NodeKind::Deref:
    return "*" + Op(0);
  case NodeKind::Addr:
    return "&" + Op(0);
  case NodeKind::Call:
    return call(B, N.Ref, Depth);
  case NodeKind::New:
  case NodeKind::Object:
    return name(NodeKinds, N.Kind).str() + " " + type(N.TypeId);
  case NodeKind::Lambda:
    return "lambda " + entity(N.Ref);
  case NodeKind::Str:
    return "\"" + N.Text + "\"";
  case NodeKind::Int:
    return std::to_string(N.Value);
  case NodeKind::Cast:
    return "cast<" + type(N.TypeId) + ">(" + Op(0) + ")";
  case NodeKind::Unknown:
  case NodeKind::Concat:
  case NodeKind::Choice:
  case NodeKind::List:
  case NodeKind::Arith:
    return name(NodeKinds, N.Kind).str() +
           (N.Ops.empty() ? "" : operands(B, N, Depth));
  }
  return "?";
}

void Dumper::entities() {
  for (size_t I = 0; I < S.Entities.size(); ++I) {
    const Entity &E = S.Entities[I];
    Out << "entity " << I << ' ' << name(EntityKinds, E.Kind) << ' '
        << (E.QualifiedName.empty() ? E.Name : E.QualifiedName);
    if (E.TypeId != None)
      Out << " : " << type(E.TypeId);
    place(E.Loc);
    if (E.Store != Storage::None)
      Out << ' ' << name(Storages, E.Store);
    flags(EntityFlags, E.Flags);
    Out << "\n  usr " << E.USR << '\n';
    if (E.Parent != None)
      Out << "  in " << entity(E.Parent) << '\n';
    auto List = [&](StringRef Label, llvm::ArrayRef<Id> Ids) {
      if (Ids.empty())
        return;
      Out << "  " << Label;
      for (Id Other : Ids)
        Out << ' ' << entity(Other);
      Out << '\n';
    };
    List("params", E.Params);
    List("bases", E.Bases);
    List("members", E.Members);
  }
}

void Dumper::statement(const FunctionBody &B, const Stmt &St) {
  Out << "  " << St.Loc.Line << ':' << St.Loc.Column << ' ';
  switch (St.Kind) {
  case StmtKind::Write:
    Out << "write " << name(Hows, St.How) << ' ' << node(B, St.A);
    break;
  case StmtKind::Read:
    Out << "read " << name(Uses, St.UseOf) << ' ' << node(B, St.A);
    break;
  case StmtKind::Store:
    Out << "store " << node(B, St.A) << " <- " << node(B, St.B);
    break;
  case StmtKind::Call:
    Out << "call " << call(B, St.A, 0);
    if (St.A < B.Calls.size())
      flags(CallFlags, B.Calls[St.A].Flags);
    break;
  case StmtKind::Return:
    Out << "return " << (St.A == None ? "" : node(B, St.A));
    break;
  case StmtKind::Delete:
    Out << "delete " << node(B, St.A);
    break;
  case StmtKind::Throw:
    Out << "throw";
    break;
  }
  if (St.Region != None)
    Out << "  {region " << St.Region << '}';
  Out << '\n';
}

void Dumper::body(const FunctionBody &B) {
  Out << "body " << entity(B.Function) << '\n';
  for (const Stmt &St : B.Stmts)
    statement(B, St);
  for (size_t I = 0; I < B.Regions.size(); ++I) {
    const Region &R = B.Regions[I];
    Out << "  region " << I << ' ' << name(RegionKinds, R.Kind);
    if (R.Value)
      Out << ' ' << R.Value;
    if (R.Subject != None)
      Out << " on " << node(B, R.Subject);
    if (R.Parent != None)
      Out << " in region " << R.Parent;
    Out << '\n';
  }
  for (size_t I = 0; I < B.CaptureLists.size(); ++I) {
    Out << "  captures " << I;
    for (const Capture &C : B.CaptureLists[I])
      Out << (C.ByRef ? " &" : " ")
          << (C.Variable == None ? "this" : entity(C.Variable))
          << (C.Init == None ? "" : " = " + node(B, C.Init));
    Out << '\n';
  }
  for (size_t I = 0; I < B.Blocks.size(); ++I) {
    Out << "  block " << I << ':';
    for (Id St : B.Blocks[I].Stmts)
      Out << ' ' << St;
    Out << " ->";
    for (Id Next : B.Blocks[I].Succs)
      Out << ' ' << Next;
    Out << '\n';
  }
}

void Dumper::rest() {
  for (const Suppression &Sup : S.Suppressions)
    Out << "suppression @" << Sup.File << ':' << Sup.FirstLine << '-'
        << Sup.LastLine << ' ' << Sup.Checks << '\n';
  for (const FixSite &F : S.Fixes) {
    Out << "fix " << entity(F.Variable) << " insert \"" << F.Text << '"';
    place(F.At);
    Out << '\n';
  }
}

void Dumper::run() {
  Out << "main " << S.MainFile << '\n';
  for (size_t I = 0; I < S.Files.size(); ++I)
    Out << "file " << I << ' ' << S.Files[I].Path
        << (S.Files[I].Project ? " project" : "") << '\n';
  entities();
  for (const FunctionBody &B : S.Bodies)
    body(B);
  rest();
}

} // namespace

std::string factor6::dump(const Summary &S) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  Dumper(S, Out).run();
  return Text;
}
