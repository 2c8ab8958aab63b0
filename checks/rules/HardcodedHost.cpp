//===- HardcodedHost.cpp - factor6-hardcoded-host -------------------------===//
#include "rules/Events.h"

#include "rules/HostFallback.h"
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
  Figures,   ///< ... by what reads figures only: it may be data, too
  Command,   ///< it is a command line, perhaps with an URL
};

class HostRule {
public:
  HostRule(const RuleContext &C, std::vector<Finding> &Out)
      : C(C), Out(Out), Fallbacks(C) {}

  void run();

private:
  void arrives(const ValueSet &V, Id Ctx, Place At, Phase When,
               llvm::StringRef Sink, Way How = Way::Client);
  void report(const StringCase &Host, Id Ctx, Place At, Phase When,
              llvm::StringRef Sink, Way How);
  bool probe(Id Ctx) const;
  int firstText(const CallEvent &E) const;
  std::vector<int> hostsOf(const CallEvent &E) const;
  bool judgedInside(const CallEvent &E, int Arg) const;
  bool noPort(Place Literal) const;
  bool portZero(const FunctionBody &B, Id N, Place Literal) const;
  bool namesPort(Id Of, size_t Index) const;
  bool probeBranch(const CallEvent &E) const;
  bool converts(const CallEvent &E) const;

  const RuleContext &C;
  std::vector<Finding> &Out;
  HostFallbacks Fallbacks;
  std::set<Place> Done;
  std::set<Place> ListenedOn;
  bool Connects = false; ///< to some address, or sends there
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
  const CallFact &Call = callOf(C, E);
  return (Call.Receiver == None || (Call.Flags & CF_Construct)) &&
         !E.Model->Backing;
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
  if (How == Way::Figures && !Connects)
    return;
  if (How != Way::Client && How != Way::Command &&
      (ListenedOn.count(Literal) || anyAddress(Host.Text)))
    return;
  if (!Literal.valid() || !C.program().Files[Literal.File].Project ||
      Fallbacks.has(Literal) || noPort(Literal) || !Done.insert(Literal).second)
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
  // A converted address may also be data: what a name server answers.
  Connects = !C.Options.WholeProgram ||
             llvm::any_of(C.program().Bodies, [&](const FunctionBody &B) {
               return llvm::any_of(B.Calls, [&](const CallFact &Call) {
                 const FunctionModel *M = C.I.model(Call, B);
                 bool To = M && M->Sends && Call.Args.size() > 4; // sendto()
                 return M && ((M->Backing && M->Hosts.empty()) || To);
               });
             });
  for (const CallEvent &E : C.I.events()) {
    bool Hosts = !E.Model->Hosts.empty() || !E.Model->HostsIf.empty() ||
                 E.Model->CommandArg != ArgNone;
    if (!Hosts || dead(C, E) || probeBranch(E) ||
        Fallbacks.covers(bodyOf(C, E), bodyOf(C, E).Stmts[E.StmtIndex].Region))
      continue;
    std::string Sink = "'" + callOf(C, E).Name + "'";
    for (int Arg : hostsOf(E))
      if (const ValueSet *V = argument(C, E, Arg); V && !judgedInside(E, Arg))
        arrives(*V, E.Ctx, E.At, E.When, Sink,
                !converts(E)       ? Way::Client
                : E.Model->Figures ? Way::Figures
                                   : Way::Converted);
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
