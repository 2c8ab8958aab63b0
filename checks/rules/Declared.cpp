//===- Declared.cpp - Mutable in type only --------------------------------===//
//
// Part of factor6-mutable-global: variables that could be const, because no
// code that was seen writes them.
//
//===----------------------------------------------------------------------===//
#include "rules/Declared.h"

#include "llvm/ADT/STLExtras.h"

#include <map>
#include <set>

namespace factor6 {

namespace {

class DeclaredRule {
public:
  DeclaredRule(const RuleContext &C, std::vector<Finding> &Out)
      : C(C), P(C.program()), T(C.I.types()), Out(Out) {}
  void run();

private:
  void index();
  bool candidate(Id Variable) const;
  bool plainType(Id Variable) const;
  void fix(Finding &F, Id Variable) const;

  const RuleContext &C;
  const Program &P;
  const Types &T;
  std::vector<Finding> &Out;
  std::set<Id> Written, Read;
  std::map<Id, std::set<std::pair<Place, std::string>>> Sites;
};

void DeclaredRule::index() {
  auto Note = [&](Id L) {
    const Loc &Root = C.I.loc(C.I.root(L));
    if (Root.Kind == LocKind::Global)
      Written.insert(Root.Ref);
  };
  for (const Access &A : C.I.accesses())
    if (A.Write)
      Note(A.Target);
  for (Id L : C.I.startUpWrites())
    Note(L);
  for (const FunctionBody &B : P.Bodies)
    for (const Stmt &S : B.Stmts)
      if (S.Kind == StmtKind::Write && S.A != None &&
          B.Nodes[S.A].Kind == NodeKind::Var)
        Written.insert(B.Nodes[S.A].Ref);
  for (const FunctionBody &B : P.Bodies) {
    // Its own initialisation names a variable, but does not read it.
    std::set<Id> Targets;
    for (const Stmt &S : B.Stmts)
      if (S.Kind == StmtKind::Store)
        Targets.insert(S.A);
    for (const CallFact &Call : B.Calls)
      if (Call.Flags & CF_Construct)
        Targets.insert(Call.Receiver);
    for (Id N = 0; N < B.Nodes.size(); ++N)
      if (B.Nodes[N].Kind == NodeKind::Var && !Targets.count(N))
        Read.insert(B.Nodes[N].Ref);
  }
  for (const FixSite &F : P.Fixes)
    Sites[F.Variable].insert({F.At, F.Text});
}

/// Values: what a const object of the type cannot change.
bool DeclaredRule::plainType(Id Variable) const {
  const Entity &E = P.entity(Variable);
  if (E.TypeId == None || T.reference(E.TypeId))
    return false;
  Id Type = E.TypeId;
  while (P.type(Type).Kind == TypeKind::Array && !P.type(Type).Args.empty())
    Type = P.type(Type).Args[0];
  const factor6::Type &X = P.type(Type);
  if (X.Const)
    return false;
  if (X.Kind == TypeKind::Pointer) {
    if (X.Args.empty())
      return false;
    const factor6::Type &To = P.type(X.Args[0]);
    return To.Const || To.Kind == TypeKind::Function || To.Name == "char";
  }
  Role R = T.role(Type);
  bool Plain = R == Role::None || R == Role::Value || R == Role::Container;
  if (!Plain || T.pointerLike(Type))
    return false;
  if (T.container(Type)) {
    Role Element = T.elementRole(Type);
    return Element == Role::None || Element == Role::Value ||
           Element == Role::Container;
  }
  return true;
}

bool DeclaredRule::candidate(Id Variable) const {
  const Entity &E = P.entity(Variable);
  bool Static =
      E.Kind == EntityKind::Variable &&
      (E.Store == Storage::Global || E.Store == Storage::StaticMember ||
       E.Store == Storage::StaticLocal);
  constexpr uint32_t Out = EF_Const | EF_Mutated | EF_Macro | EF_Constexpr;
  if (!Static || !E.has(EF_Project) || !E.has(EF_Defined) || E.has(Out) ||
      Written.count(Variable) || !plainType(Variable))
    return false;
  if (!C.Options.WholeProgram && !E.has(EF_Internal))
    return false;
  if (const FieldModel *F = C.I.models().field(E.QualifiedName);
      F && F->FieldRole != Role::None)
    return false;
  // Objects that nobody names again work by being made: registrations, guards.
  return Read.count(Variable) || T.record(E.TypeId) == None ||
         T.stringLike(E.TypeId) || T.container(E.TypeId);
}

void DeclaredRule::fix(Finding &F, Id Variable) const {
  auto It = Sites.find(Variable);
  if (!P.entity(Variable).has(EF_FixConst) || It == Sites.end())
    return;
  std::set<Place> Places;
  for (const auto &[At, Text] : It->second)
    if (Text != "extern ")
      Places.insert(At);
  for (const auto &[At, Text] : It->second) {
    llvm::StringRef Insert = Text;
    // Linkage need not be kept where no other declaration refers to it.
    if (Places.size() == 1)
      Insert.consume_front("extern ");
    if (!Insert.empty())
      F.Fix.push_back({C.place(At), 0, Insert.str()});
  }
  F.FixTitle = "make it const";
}

void DeclaredRule::run() {
  index();
  for (Id V = 0; V < P.Entities.size(); ++V) {
    if (!candidate(V))
      continue;
    const Entity &E = P.entity(V);
    Finding F = C.start("mutable-global", E.Loc, Evidence::Declared);
    F.Symbol = C.symbol(V);
    F.Message =
        "'" + F.Symbol + "' is mutable but never written: make it const";
    F.Hint = "declare it const or constexpr, and nobody can make state of it";
    fix(F, V);
    Out.push_back(std::move(F));
  }
}

} // namespace

void declaredGlobals(const RuleContext &C, std::vector<Finding> &Out) {
  DeclaredRule(C, Out).run();
}

} // namespace factor6
