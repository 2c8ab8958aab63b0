//===- HostFix.cpp --------------------------------------------------------===//
#include "rules/HostFix.h"

#include "rules/Events.h"
#include "rules/Hosts.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace factor6 {

namespace {

/// What is said of a service of which nothing is known.
constexpr StringRef Anonymous = "SERVICE";

/// Words that say what kind of thing a setting is, not whose.
bool isGeneric(StringRef Word) {
  static constexpr StringRef Words[] = {
      "addr",       "address",  "arg",      "argument", "arguments",
      "authority",  "base",     "cfg",      "channel",  "cli",
      "client",     "clients",  "config",   "conn",     "connect",
      "connection", "conninfo", "connstr",  "const",    "default",
      "dest",       "dsn",      "endpoint", "host",     "hostname",
      "hosts",      "http",     "https",    "info",     "ip",
      "key",        "local",    "location", "my",       "name",
      "node",       "opt",      "option",   "options",  "path",
      "peer",       "port",     "proto",    "protocol", "remote",
      "root",       "scheme",   "server",   "servers",  "service",
      "str",        "string",   "target",   "text",     "the",
      "to",         "uri",      "url",      "value"};
  return Word.size() < 2 || llvm::is_contained(Words, Word);
}

bool endsAsHost(StringRef Name) {
  for (StringRef End :
       {"HOST", "HOSTS", "HOSTNAME", "ADDRESS", "ADDR", "URL", "URI", "DSN",
        "ENDPOINT", "SERVER", "SERVERS", "TARGET", "BROKER", "BROKERS", "IP"})
    if (Name == End ||
        (Name.ends_with(End) && Name.drop_back(End.size()).ends_with("_")))
      return true;
  return false;
}

/// "redis-master.internal" -> REDIS_MASTER; empty for addresses.
std::string serviceInHost(StringRef Text) {
  std::string Host = hostPart(Text);
  StringRef Label = StringRef(Host).split('.').first;
  bool Plain = Label.size() > 1 && llvm::isAlpha(Label.front()) &&
               llvm::all_of(Label, [](char C) {
                 return llvm::isAlnum(C) || C == '-' || C == '_';
               });
  if (!Plain || hostKind(Text) == HostKind::Loopback || Label == "api" ||
      Label == "www")
    return "";
  std::string Name = Label.upper();
  std::replace(Name.begin(), Name.end(), '-', '_');
  return Name;
}

StringRef kindOf(StringRef Text) {
  if (Text.contains("://"))
    return "URL";
  if (Text.contains('='))
    return "DSN";
  return Text.contains(':') ? "ADDRESS" : "HOST";
}

class HostFixer {
public:
  HostFixer(const RuleContext &C) : C(C) {}
  void index();
  void offer(Finding &F);

private:
  Place literalPlace(const FunctionBody &B, Id N, unsigned Depth = 0) const;
  void note(const FunctionBody &B, Id N, Id Entity);
  void indexCall(const FunctionBody &B, const CallFact &Call);
  Id targetOf(const FunctionBody &B, Id N) const;
  std::string serviceFor(const Finding &F) const;
  std::string nameFor(const Finding &F, Place At, StringRef Text);
  bool helper(Finding &F, Id File) const;

  const RuleContext &C;
  std::map<FindingPlace, Id> Literals;      ///< that can be replaced
  std::map<Place, std::string> Names;       ///< of what they initialise
  std::map<std::string, std::string> Taken; ///< setting -> its default
};

/// The literal that a node is, also inside a string class.
Place HostFixer::literalPlace(const FunctionBody &B, Id N,
                              unsigned Depth) const {
  if (N == None || Depth > 4)
    return {};
  const Node &X = B.Nodes[N];
  if (X.Kind == NodeKind::Str)
    return X.Loc;
  if (X.Kind == NodeKind::Cast && !X.Ops.empty())
    return literalPlace(B, X.Ops[0], Depth + 1);
  if (X.Kind == NodeKind::Object && X.Ref != None &&
      !B.Calls[X.Ref].Args.empty())
    return literalPlace(B, B.Calls[X.Ref].Args[0], Depth + 1);
  return {};
}

void HostFixer::note(const FunctionBody &B, Id N, Id Entity) {
  Place At = literalPlace(B, N);
  if (At.valid() && Entity != None)
    Names.try_emplace(At, C.program().entity(Entity).Name);
}

Id HostFixer::targetOf(const FunctionBody &B, Id N) const {
  if (N == None)
    return None;
  const Node &X = B.Nodes[N];
  return X.Kind == NodeKind::Var || X.Kind == NodeKind::Field ? X.Ref : None;
}

void HostFixer::indexCall(const FunctionBody &B, const CallFact &Call) {
  // A string names the setting; a client is named for what it does.
  Id Made = targetOf(B, Call.Receiver);
  if ((Call.Flags & CF_Construct) && !Call.Args.empty() && Made != None &&
      C.I.types().stringLike(C.program().entity(Made).TypeId))
    note(B, Call.Args[0], Made);
  if (Call.Callee == None)
    return;
  const std::vector<Id> &Params = C.program().entity(Call.Callee).Params;
  for (size_t I = 0; I < Params.size() && I < Call.Args.size(); ++I)
    note(B, Call.Args[I], Params[I]);
}

void HostFixer::index() {
  const std::vector<Literal> &All = C.I.literals();
  for (Id L = 0; L < All.size(); ++L) {
    if (All[L].Length)
      Literals.try_emplace(C.place(All[L].At), L);
    if (StringRef(All[L].Text).starts_with(Anonymous)) // by an earlier fix
      Taken.try_emplace(All[L].Text, "");
  }
  for (const FunctionBody &B : C.program().Bodies) {
    for (const Stmt &S : B.Stmts)
      if (S.Kind == StmtKind::Store)
        note(B, S.B, targetOf(B, S.A));
    for (const CallFact &Call : B.Calls)
      indexCall(B, Call);
    for (const Node &N : B.Nodes) {
      if (N.Kind != NodeKind::List || N.Ref == None)
        continue;
      const std::vector<Id> &Fields = C.program().entity(N.Ref).Members;
      for (size_t I = 0; I < Fields.size() && I < N.Ops.size(); ++I)
        note(B, N.Ops[I], Fields[I]);
    }
  }
}

/// The kind of service that the literal reaches, as far as the call tells.
std::string HostFixer::serviceFor(const Finding &F) const {
  if (F.Flows.empty() || F.Flows.front().empty())
    return "";
  const ModelSet &Models = C.I.models();
  const FindingPlace &At = F.Flows.front().back().At;
  for (const CallEvent &E : C.I.events()) {
    if (E.At.Offset != At.Offset || C.place(E.At) != At)
      continue;
    if (StringRef Service = Models.reaches(E.Model->Library); !Service.empty())
      return Service.str();
    for (const std::string &Word : words(callOf(C, E).Name))
      if (llvm::is_contained(Models.words(WordKind::BackingService), Word))
        return StringRef(Word).upper();
  }
  return "";
}

std::string HostFixer::nameFor(const Finding &F, Place At, StringRef Text) {
  auto It = Names.find(At);
  StringRef Declared = It == Names.end() ? StringRef() : StringRef(It->second);
  std::string Name = settingName(Declared, serviceFor(F), Text);
  // One name, one default; and two neighbours of which nothing is known but
  // the machine are two.
  std::string Default = Text.str();
  if (StringRef(Name).starts_with(Anonymous))
    Default += "@" + F.At.File + ":" + std::to_string(F.At.Offset);
  std::string Unique = Name;
  for (unsigned N = 2;
       !Taken.try_emplace(Unique, Default).second && Taken[Unique] != Default;
       ++N)
    Unique = Name + "_" + std::to_string(N);
  return Unique;
}

std::string helperText(const SourceFile &File, bool SharedWithC) {
  StringRef Ending = llvm::sys::path::extension(File.Path);
  bool Source = Ending == ".c";
  bool C = Source || (Ending == ".h" && SharedWithC);
  std::string Text;
  if (!File.HasStdlib)
    Text += C ? "\n#include <stdlib.h>" : "\n#include <cstdlib>";
  Text += "\n\n#ifndef FACTOR6_ENV_OR\n#define FACTOR6_ENV_OR\n";
  Text += Source ? "static" : C ? "static inline" : "inline";
  Text += " const char *factor6_env_or(const char *name, const char *fallback) "
          "{\n  const char *value = ";
  Text += C ? "getenv" : "std::getenv";
  Text += "(name);\n  return value ? value : fallback;\n}\n#endif";
  if (File.Prologue == 0) // before the first line, not behind one
    Text = StringRef(Text).ltrim('\n').str() + "\n\n";
  return Text;
}

/// Adds the function that the replacement calls; false if there is no place.
bool HostFixer::helper(Finding &F, Id File) const {
  const SourceFile &Source = C.program().Files[File];
  if (Source.HasEnvHelper)
    return true;
  if (Source.Prologue == None)
    return false;
  bool SharedWithC = llvm::any_of(C.program().MainFiles, [](StringRef Main) {
    return Main.ends_with(".c");
  });
  FindingPlace At{Source.Path, Source.PrologueLine, Source.PrologueColumn,
                  Source.Prologue};
  F.Fix.push_back({At, 0, helperText(Source, SharedWithC)});
  return true;
}

void HostFixer::offer(Finding &F) {
  auto It = Literals.find(F.At);
  if (It == Literals.end())
    return;
  const Literal &L = C.I.literals()[It->second];
  StringRef Text = L.Text;
  // A pattern or a command line is no setting.
  if (Text.find_first_of("%{}\n") != StringRef::npos ||
      (Text.contains(' ') && Text.contains("://")))
    return;
  StringRef Function = C.Options.EnvFunction.empty()
                           ? StringRef("factor6_env_or")
                           : StringRef(C.Options.EnvFunction);
  if (C.Options.EnvFunction.empty() && !helper(F, L.At.File))
    return;
  std::string Name = nameFor(F, L.At, Text);
  FindingPlace End = F.At;
  End.Offset += L.Length;
  End.Column += L.Length;
  F.Fix.push_back({F.At, 0, (Function + "(\"" + Name + "\", ").str()});
  F.Fix.push_back({End, 0, ")"});
  F.FixTitle = "read it from the environment variable " + Name +
               ", with the literal as its default";
}

} // namespace

std::string settingName(StringRef Declared, StringRef Service, StringRef Text) {
  std::vector<std::string> Words = words(Declared);
  while (!Words.empty() &&
         (Words.front().size() < 2 || Words.front() == "default"))
    Words.erase(Words.begin());
  std::string Name;
  if (llvm::any_of(Words, [](StringRef W) { return !isGeneric(W); }))
    Name = StringRef(llvm::join(Words, "_")).upper();
  if (Name.empty())
    Name = Service.str();
  if (Name.empty())
    Name = serviceInHost(Text);
  if (Name.empty())
    Name = Anonymous.str();
  return endsAsHost(Name) ? Name : Name + "_" + kindOf(Text).str();
}

void addHostFixes(const RuleContext &C, std::vector<Finding> &Findings,
                  size_t From) {
  if (From == Findings.size())
    return;
  HostFixer Fixer(C);
  Fixer.index();
  std::vector<size_t> Order;
  for (size_t I = From; I < Findings.size(); ++I)
    Order.push_back(I);
  llvm::stable_sort(Order, [&](size_t A, size_t B) {
    return Findings[A].At < Findings[B].At;
  });
  for (size_t I : Order)
    Fixer.offer(Findings[I]);
}

} // namespace factor6
