//===- HardcodedHost.cpp - factor6-hardcoded-host -------------------------===//
#include "rules/Events.h"

#include "derive/Bodies.h"
#include "rules/HostFix.h"
#include "rules/HostListen.h"
#include "rules/Hosts.h"

#include <set>

namespace factor6 {

namespace {

/// What is done with the text.
enum class Way : uint8_t {
  Client,    ///< a client is given it
  Converted, ///< it becomes an address: to connect to, or to listen on
  Command,   ///< it is a command line, perhaps with an URL
};

class HostRule {
public:
  HostRule(const RuleContext &C, std::vector<Finding> &Out) : C(C), Out(Out) {}

  void run();

private:
  void arrives(const ValueSet &V, Id Ctx, Place At, Phase When,
               llvm::StringRef Sink, Way How = Way::Client);
  void report(const StringCase &Host, Id Ctx, Place At, Phase When,
              llvm::StringRef Sink, Way How);
  bool probe(Id Ctx) const;
  int firstText(const CallEvent &E) const;
  std::vector<int> hostsOf(const CallEvent &E) const;
  bool holdsText(Id TypeId) const;
  bool fromOutside(const FunctionBody &B, const Region &X) const;
  bool fallback(const FunctionBody &B, Id Region) const;
  bool passedBy(const FunctionBody &B, const Region &X) const;
  void findFallbacks();
  bool judgedInside(const CallEvent &E, int Arg) const;
  bool noPort(Place Literal) const;
  Place literalAt(const FunctionBody &B, Id N) const;
  bool portZero(const FunctionBody &B, Id N, Place Literal) const;
  bool namesPort(Id Of, size_t Index) const;
  bool probeBranch(const CallEvent &E) const;
  bool converts(const CallEvent &E) const;

  const RuleContext &C;
  std::vector<Finding> &Out;
  std::set<Place> Done;
  std::set<Place> ListenedOn;
  std::set<Place> Fallbacks;
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

/// What only turns text into an address can serve either purpose.
bool HostRule::converts(const CallEvent &E) const {
  return callOf(C, E).Receiver == None && !E.Model->Backing;
}

/// A health probe asks its own process.
bool HostRule::probe(Id Ctx) const {
  for (Id A = Ctx, N = 0; A != None && N < 6;
       A = C.I.activations()[A].Caller, ++N)
    if (hasWord(C.program().entity(C.I.activations()[A].Function).Name,
                {"health", "healthy", "healthz", "healthcheck", "alive",
                 "liveness", "readiness", "probe", "selftest"}))
      return true;
  return false;
}

void HostRule::report(const StringCase &Host, Id Ctx, Place At, Phase When,
                      llvm::StringRef Sink, Way How) {
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
  if (How == Way::Converted &&
      (ListenedOn.count(Literal) || anyAddress(Host.Text)))
    return;
  if (!Literal.valid() || !C.program().Files[Literal.File].Project ||
      Fallbacks.count(Literal) || noPort(Literal) ||
      !Done.insert(Literal).second)
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
                       llvm::StringRef Sink, Way How) {
  for (std::vector<StringCase> &Case : C.Text.cases(V)) {
    if (How == Way::Command)
      for (StringCase &T : Case)
        T.Text = urlInCommand(T.Text);
    // One variable's alternatives: any that can come from outside overrides.
    bool Overridable = false, Addresses = false;
    for (const StringCase &T : Case) {
      bool HostKnown =
          !T.Text.empty() && hostPart(T.Text).find('*') == std::string::npos;
      Overridable |= !HostKnown && !T.Known;
      Addresses |= !bareWord(T.Text);
    }
    if (Overridable)
      continue;
    // A container's cell mixes keys and values: a word among addresses is a
    // key.
    for (const StringCase &T : Case)
      if (!T.Literals.empty() && !(Addresses && bareWord(T.Text)))
        report(T, Ctx, At, When, Sink, How);
  }
}

/// Text, or text that may be missing.
bool HostRule::holdsText(Id TypeId) const {
  const Types &T = C.I.types();
  if (T.stringLike(TypeId))
    return true;
  Id Value = T.value(TypeId);
  return Value != None && C.program().type(Value).Args.size() == 1 &&
         T.stringLike(C.program().type(Value).Args[0]);
}

/// The region runs only if this is not there; it comes from outside.
bool HostRule::fromOutside(const FunctionBody &B, const Region &X) const {
  constexpr uint32_t Outside = (1u << unsigned(Origin::Environment)) |
                               (1u << unsigned(Origin::CommandLine)) |
                               (1u << unsigned(Origin::Config));
  Id N = X.Subject;
  while (B.Nodes[N].Kind == NodeKind::Call &&
         B.Calls[B.Nodes[N].Ref].Receiver != None)
    N = B.Calls[B.Nodes[N].Ref].Receiver;
  const Node &Subject = B.Nodes[N];
  if (Subject.Kind != NodeKind::Var && Subject.Kind != NodeKind::Field)
    return false;
  const Entity &V = C.program().entity(Subject.Ref);
  const FieldModel *F = C.I.models().field(V.QualifiedName);
  if (V.has(EF_Macro) || (F && F->FieldRole == Role::Config) ||
      C.I.types().role(V.TypeId) == Role::Config)
    return true;
  if (X.Kind == RegionKind::IfUnset && !holdsText(V.TypeId))
    return false;
  for (Id L = 0; L < C.I.locCount(); ++L)
    if (C.I.loc(L).Ref == Subject.Ref && C.I.loc(L).Kind != LocKind::Instance &&
        C.I.loc(L).Kind != LocKind::Elem &&
        (C.I.origins(C.I.contents(L)) & Outside))
      return true;
  return false;
}

/// `if (options.count("help")) return 0;`: what is left behind it is there
/// whatever the setting says, as the branch that leaves makes no use of it.
bool HostRule::passedBy(const FunctionBody &B, const Region &X) const {
  Id Subject = X.Subject;
  while (B.Nodes[Subject].Kind == NodeKind::Call)
    Subject = B.Calls[B.Nodes[Subject].Ref].Receiver;
  auto Mentions = [&](Id N) {
    return madeOf(
        B, N, [&](Id Ref) { return Ref == B.Nodes[Subject].Ref; },
        [](const Node &) { return true; });
  };
  auto Uses = [&](const Stmt &S) {
    if (S.Kind != StmtKind::Call)
      return Mentions(S.A) || (S.Kind == StmtKind::Store && Mentions(S.B));
    const CallFact &C = B.Calls[S.A];
    return Mentions(C.Receiver) || llvm::any_of(C.Args, Mentions);
  };
  for (Id R = 0; R < B.Regions.size(); ++R) {
    if (B.Regions[R].Parent != X.Parent || !(B.Regions[R].Loc < X.Loc))
      continue;
    bool Leaves = false, Used = false;
    for (const Stmt &S : B.Stmts) {
      Leaves |= S.Region == R && S.Kind == StmtKind::Return;
      for (Id In = S.Region; In != None; In = B.Regions[In].Parent)
        Used |= In == R && Uses(S);
    }
    if (Leaves && !Used)
      return true;
  }
  return false;
}

/// What happens when a flag, variable or setting is empty.
bool HostRule::fallback(const FunctionBody &B, Id Region) const {
  for (Id R = Region; R != None; R = B.Regions[R].Parent) {
    const factor6::Region &X = B.Regions[R];
    if ((X.Kind == RegionKind::IfUnset || X.Kind == RegionKind::IfAbsent) &&
        X.Subject != None && fromOutside(B, X) && !passedBy(B, X))
      return true;
  }
  return false;
}

/// Literals that calls are given only then.
void HostRule::findFallbacks() {
  std::set<Place> Others;
  for (const FunctionBody &B : C.program().Bodies)
    for (const Stmt &S : B.Stmts) {
      if (S.Kind != StmtKind::Call)
        continue;
      for (Id N : B.Calls[S.A].Args)
        if (Place At = literalAt(B, N); At.valid())
          (S.Region != None && fallback(B, S.Region) ? Fallbacks : Others)
              .insert(At);
    }
  for (Place At : Others)
    Fallbacks.erase(At);
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

/// `{"name", 0}`: nothing listens on port 0, so nobody connects to it. Only a
/// number that stands right behind the name is its port.
bool HostRule::noPort(Place Literal) const {
  for (const FunctionBody &B : C.program().Bodies)
    for (const Node &N : B.Nodes) {
      if (N.Kind != NodeKind::List && N.Kind != NodeKind::Object)
        continue;
      const CallFact *Made = N.Kind == NodeKind::Object && N.Ref != None
                                 ? &B.Calls[N.Ref]
                                 : nullptr;
      const std::vector<Id> &Ops = Made ? Made->Args : N.Ops;
      size_t Written = Made ? Made->Written : Ops.size();
      for (size_t I = 0; I + 1 < Written; ++I)
        if (literalAt(B, Ops[I]) == Literal && portZero(B, Ops[I + 1], Literal))
          return namesPort(Made ? Made->Callee : N.Ref, I + 1);
    }
  return false;
}

/// The parameter or member may be a port, as far as its name tells.
bool HostRule::namesPort(Id Of, size_t Index) const {
  if (Of == None)
    return true;
  const Entity &E = C.program().entity(Of);
  const std::vector<Id> &Parts =
      E.Kind == EntityKind::Function ? E.Params : E.Members;
  if (Index >= Parts.size())
    return true;
  const std::string &Name = C.program().entity(Parts[Index]).Name;
  return Name.empty() || hasWord(Name, {"port"});
}

/// Of a node that is a literal, or a string made of one.
Place HostRule::literalAt(const FunctionBody &B, Id N) const {
  if (N == None)
    return {};
  const Node *X = &B.Nodes[N];
  if (X->Kind == NodeKind::Object && X->Ref != None &&
      !B.Calls[X->Ref].Args.empty() && B.Calls[X->Ref].Args[0] != None)
    X = &B.Nodes[B.Calls[X->Ref].Args[0]];
  return X->Kind == NodeKind::Str ? X->Loc : Place();
}

/// A number zero that is written there: no null pointer, and not `false`.
bool HostRule::portZero(const FunctionBody &B, Id N, Place Literal) const {
  if (N == None || B.Nodes[N].Kind != NodeKind::Int || B.Nodes[N].Value != 0 ||
      B.Nodes[N].TypeId == None)
    return false;
  // A default stands elsewhere, and may be set later.
  Place At = B.Nodes[N].Loc;
  if (At.File != Literal.File || At.Offset < Literal.Offset ||
      At.Line > Literal.Line + 1)
    return false;
  const Type &X = C.program().type(B.Nodes[N].TypeId);
  return X.Kind == TypeKind::Int && !llvm::StringRef(X.Name).contains("null");
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

/// The arguments that are connected to.
std::vector<int> HostRule::hostsOf(const CallEvent &E) const {
  std::vector<int> Hosts = E.Model->Hosts;
  for (const HostIfSpec &H : E.Model->HostsIf) {
    std::optional<int64_t> N = number(C, E, H.Arg);
    bool Match = N && llvm::is_contained(H.EqualsInt, *N);
    for (const std::string &T : texts(C, E, H.Arg))
      Match |= llvm::any_of(
          H.Equals, [&](const std::string &P) { return matches(P, T); });
    if (Match)
      Hosts.push_back(H.Host);
  }
  for (int &Arg : Hosts)
    if (Arg == ArgFirstText)
      Arg = firstText(E);
  return Hosts;
}

void HostRule::run() {
  ListenedOn = listenedOn(C);
  findFallbacks();
  for (const CallEvent &E : C.I.events()) {
    bool Connects = !E.Model->Hosts.empty() || !E.Model->HostsIf.empty() ||
                    E.Model->CommandArg != ArgNone;
    if (!Connects || dead(C, E) || probeBranch(E) ||
        fallback(bodyOf(C, E), bodyOf(C, E).Stmts[E.StmtIndex].Region))
      continue;
    std::string Sink = "'" + callOf(C, E).Name + "'";
    for (int Arg : hostsOf(E))
      if (const ValueSet *V = argument(C, E, Arg); V && !judgedInside(E, Arg))
        arrives(*V, E.Ctx, E.At, E.When, Sink,
                converts(E) ? Way::Converted : Way::Client);
    if (E.Model->CommandArg != ArgNone)
      if (const ValueSet *V = argument(C, E, E.Model->CommandArg))
        arrives(*V, E.Ctx, E.At, E.When, Sink, Way::Command);
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
