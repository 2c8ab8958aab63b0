//===- HardcodedHost.cpp - factor6-hardcoded-host -------------------------===//
#include "rules/Events.h"

#include "rules/HostFix.h"
#include "rules/Hosts.h"

#include <set>

namespace factor6 {

namespace {

class HostRule {
public:
  HostRule(const RuleContext &C, std::vector<Finding> &Out) : C(C), Out(Out) {}

  void run();

private:
  void arrives(const ValueSet &V, Id Ctx, Place At, Phase When,
               llvm::StringRef Sink);
  void report(const StringCase &Host, Id Ctx, Place At, Phase When,
              llvm::StringRef Sink);
  bool probe(Id Ctx) const;
  int firstText(const CallEvent &E) const;
  bool fallback(const CallEvent &E) const;
  bool judgedInside(const CallEvent &E, int Arg) const;
  bool noPort(Place Literal) const;
  bool probeBranch(const CallEvent &E) const;
  bool listensThere(const CallEvent &E) const;
  bool onlyLoopback(const ValueSet &V) const;

  const RuleContext &C;
  std::vector<Finding> &Out;
  std::set<Place> Done;
};

/// The branch that asks also names a health check.
bool HostRule::probeBranch(const CallEvent &E) const {
  const FunctionBody &B = bodyOf(C, E);
  Id Region = B.Stmts[E.StmtIndex].Region;
  if (Region == None)
    return false;
  for (const Stmt &S : B.Stmts) {
    if (S.Kind != StmtKind::Call || S.Region != Region)
      continue;
    for (Id A : B.Calls[S.A].Args) {
      if (A != None && B.Nodes[A].Kind == NodeKind::Object &&
          B.Nodes[A].Ref != None && !B.Calls[B.Nodes[A].Ref].Args.empty())
        A = B.Calls[B.Nodes[A].Ref].Args[0];
      if (A != None && B.Nodes[A].Kind == NodeKind::Str &&
          hasWord(B.Nodes[A].Text,
                  {"health", "healthz", "ready", "readyz", "live", "livez"}))
        return true;
    }
  }
  return false;
}

/// The address is made to listen on, in the same function.
bool HostRule::listensThere(const CallEvent &E) const {
  // Only a bare address conversion can serve either purpose.
  if (callOf(C, E).Receiver != None || E.Model->Backing)
    return false;
  const FunctionBody &B = bodyOf(C, E);
  bool Listens = false, Connects = false;
  for (const Stmt &S : B.Stmts) {
    if (S.Kind != StmtKind::Call)
      continue;
    const CallFact &Call = B.Calls[S.A];
    const FunctionModel *M = C.I.model(Call, B);
    Listens |= M && Call.Receiver == None &&
               (M->ListensOrServes || !M->Listens.empty());
    Connects |= Call.Name == "connect";
  }
  return Listens && !Connects;
}

bool HostRule::onlyLoopback(const ValueSet &V) const {
  for (const std::vector<StringCase> &Case : C.Text.cases(V))
    for (const StringCase &T : Case)
      if (hostKind(T.Text) == HostKind::Named ||
          hostKind(T.Text) == HostKind::PublicApi)
        return false;
  return true;
}

/// A health probe asks its own process.
bool HostRule::probe(Id Ctx) const {
  for (Id A = Ctx, N = 0; A != None && N < 6;
       A = C.I.activations()[A].Caller, ++N)
    if (hasWord(C.program().entity(C.I.activations()[A].Function).Name,
                {"health", "healthz", "healthcheck", "liveness", "readiness",
                 "probe", "selftest"}))
      return true;
  return false;
}

void HostRule::report(const StringCase &Host, Id Ctx, Place At, Phase When,
                      llvm::StringRef Sink) {
  HostKind Kind = hostKind(Host.Text);
  if (Kind == HostKind::None || (Kind == HostKind::Loopback && probe(Ctx)))
    return;
  // The literal that holds the host itself.
  std::string Name = hostPart(Host.Text);
  Place Literal = At;
  for (Id L : Host.Literals) {
    const factor6::Literal &X = C.I.literals()[L];
    if (X.At.valid() &&
        (Literal == At || X.Text.find(Name) != std::string::npos)) {
      Literal = X.At;
      if (X.Text.find(Name) != std::string::npos)
        break;
    }
  }
  if (!Literal.valid() || !C.program().Files[Literal.File].Project ||
      noPort(Literal) || !Done.insert(Literal).second)
    return;
  Finding F = C.start("hardcoded-host", Literal, Evidence::Runtime);
  F.Level =
      Kind == HostKind::PublicApi ? C.Options.PublicHosts : Severity::Warning;
  F.Symbol = Name;
  std::string Shown = hostAndPort(Host.Text);
  F.Message = Kind == HostKind::Loopback
                  ? "'" + Shown + "' reaches " + Sink.str() +
                        ": it assumes a neighbour on the same machine, and "
                        "nothing can override it"
                  : "literal host '" + Shown + "' reaches " + Sink.str() +
                        " and nothing in the environment, command line or "
                        "configuration can override it";
  F.Hint = "read it from the environment, with the literal as default";
  F.Flows.push_back(C.flow(Ctx, At, "it is connected to here", When));
  Out.push_back(std::move(F));
}

void HostRule::arrives(const ValueSet &V, Id Ctx, Place At, Phase When,
                       llvm::StringRef Sink) {
  for (const std::vector<StringCase> &Case : C.Text.cases(V)) {
    // One variable's alternatives: any that can come from outside overrides.
    bool Overridable = false;
    for (const StringCase &T : Case) {
      bool HostKnown =
          !T.Text.empty() && hostPart(T.Text).find('*') == std::string::npos;
      Overridable |= !HostKnown && !T.Known;
    }
    if (Overridable)
      continue;
    for (const StringCase &T : Case)
      if (!T.Literals.empty())
        report(T, Ctx, At, When, Sink);
  }
}

/// The literal is what is taken when a flag, variable or setting is empty.
bool HostRule::fallback(const CallEvent &E) const {
  constexpr uint32_t Outside = (1u << unsigned(Origin::Environment)) |
                               (1u << unsigned(Origin::CommandLine)) |
                               (1u << unsigned(Origin::Config));
  const FunctionBody &B = bodyOf(C, E);
  for (Id R = B.Stmts[E.StmtIndex].Region; R != None; R = B.Regions[R].Parent) {
    const Region &X = B.Regions[R];
    if (X.Kind != RegionKind::IfUnset || X.Subject == None)
      continue;
    Id N = X.Subject;
    while (B.Nodes[N].Kind == NodeKind::Call &&
           B.Calls[B.Nodes[N].Ref].Receiver != None)
      N = B.Calls[B.Nodes[N].Ref].Receiver;
    const Node &Subject = B.Nodes[N];
    if (Subject.Kind == NodeKind::Var || Subject.Kind == NodeKind::Field) {
      const Entity &V = C.program().entity(Subject.Ref);
      const FieldModel *F = C.I.models().field(V.QualifiedName);
      if (V.has(EF_Macro) || (F && F->FieldRole == Role::Config) ||
          C.I.types().role(V.TypeId) == Role::Config)
        return true;
      if (!C.I.types().stringLike(V.TypeId))
        continue;
      for (Id L = 0; L < C.I.locCount(); ++L)
        if (C.I.loc(L).Ref == Subject.Ref &&
            C.I.loc(L).Kind != LocKind::Instance &&
            C.I.loc(L).Kind != LocKind::Elem &&
            (C.I.origins(C.I.contents(L)) & Outside))
          return true;
    }
  }
  return false;
}

/// Built in place by a constructor that has been judged itself.
bool HostRule::judgedInside(const CallEvent &E, int Arg) const {
  Id N = argumentNode(C, E, Arg);
  const FunctionBody &B = bodyOf(C, E);
  if (N == None || B.Nodes[N].Kind != NodeKind::Object ||
      B.Nodes[N].Ref == None)
    return false;
  const FunctionModel *M = C.I.model(B.Calls[B.Nodes[N].Ref], B);
  return M && !M->Hosts.empty();
}

/// `{"name", 0}`: nothing listens on port 0, so nobody connects to it.
bool HostRule::noPort(Place Literal) const {
  for (const FunctionBody &B : C.program().Bodies)
    for (const Node &N : B.Nodes) {
      if (N.Kind != NodeKind::List && N.Kind != NodeKind::Object)
        continue;
      std::vector<Id> Ops = N.Ops;
      if (N.Kind == NodeKind::Object && N.Ref != None)
        Ops = B.Calls[N.Ref].Args;
      bool Here = false, Zero = false;
      for (Id Op : Ops) {
        if (Op == None)
          continue;
        const Node *X = &B.Nodes[Op];
        // A string class around the literal.
        if (X->Kind == NodeKind::Object && X->Ref != None &&
            !B.Calls[X->Ref].Args.empty() && B.Calls[X->Ref].Args[0] != None)
          X = &B.Nodes[B.Calls[X->Ref].Args[0]];
        Here |= X->Kind == NodeKind::Str && X->Loc == Literal;
        Zero |= X->Kind == NodeKind::Int && X->Value == 0;
      }
      if (Here && Zero)
        return true;
    }
  return false;
}

int HostRule::firstText(const CallEvent &E) const {
  const FunctionBody &B = bodyOf(C, E);
  const CallFact &Call = callOf(C, E);
  for (size_t A = 0; A < Call.Args.size(); ++A)
    if (Call.Args[A] != None &&
        C.I.types().stringLike(B.Nodes[Call.Args[A]].TypeId))
      return int(A);
  return ArgNone;
}

void HostRule::run() {
  for (const CallEvent &E : C.I.events()) {
    bool Connects = !E.Model->Hosts.empty() || !E.Model->HostsIf.empty() ||
                    E.Model->CommandArg != ArgNone;
    if (!Connects || dead(C, E) || fallback(E) || probeBranch(E))
      continue;
    std::string Sink = "'" + callOf(C, E).Name + "'";
    std::vector<int> Hosts = E.Model->Hosts;
    for (const HostIfSpec &H : E.Model->HostsIf) {
      std::optional<int64_t> N = number(C, E, H.Arg);
      bool Match = N && llvm::is_contained(H.EqualsInt, *N);
      for (const std::string &T : texts(C, E, H.Arg))
        Match |= llvm::is_contained(H.Equals, T);
      if (Match)
        Hosts.push_back(H.Host);
    }
    for (int &Arg : Hosts)
      if (Arg == ArgFirstText)
        Arg = firstText(E);
    for (int Arg : Hosts)
      if (const ValueSet *V = argument(C, E, Arg);
          V && !judgedInside(E, Arg) && !(listensThere(E) && onlyLoopback(*V)))
        arrives(*V, E.Ctx, E.At, E.When, Sink);
    if (E.Model->CommandArg != ArgNone)
      if (const ValueSet *V = argument(C, E, E.Model->CommandArg)) {
        bool Url = false;
        for (const std::string &T : texts(C, E, E.Model->CommandArg))
          Url |= T.find("://") != std::string::npos;
        if (Url)
          arrives(*V, E.Ctx, E.At, E.When, Sink);
      }
  }
  for (const FieldEvent &E : C.I.fieldEvents())
    if (E.Model->Host && !(E.When == Phase::Root && C.Options.WholeProgram))
      arrives(E.Assigned, E.Ctx, E.At, E.When, "'" + E.Name + "'");
}

} // namespace

void hardcodedHost(const RuleContext &C, std::vector<Finding> &Out) {
  size_t First = Out.size();
  HostRule(C, Out).run();
  addHostFixes(C, Out, First);
}

} // namespace factor6
