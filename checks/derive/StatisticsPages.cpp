//===- StatisticsPages.cpp ------------------------------------------------===//
#include "derive/StatisticsPages.h"

#include "derive/Bodies.h"
#include "derive/Types.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace factor6 {

namespace {

/// The text begins like a sample of Prometheus' exposition format, a name that
/// ends with a unit and then labels or the value, or as a model says.
/// https://prometheus.io/docs/instrumenting/exposition_formats/
bool sample(const ModelSet &Models, llvm::StringRef Text) {
  if (llvm::any_of(
          Models.words(WordKind::StatisticsLine),
          [&](const std::string &Line) { return Text.starts_with(Line); }))
    return true;
  // `"HTTP/1.1 200 OK\r\n\r\norders_total %u\n"`
  Text = Text.substr(Text.rfind("\r\n\r\n") + 1).ltrim("\r\n");
  // `{"orders_per_sec", n}`
  if (Text.ends_with("_per_sec") || Text.ends_with("_per_second"))
    return true;
  llvm::StringRef Name = Text.take_while(
      [](char C) { return llvm::isAlnum(C) || C == '_' || C == ':'; });
  llvm::StringRef Rest = Text.drop_front(Name.size());
  static constexpr llvm::StringRef Units[] = {"_total",  "_count",   "_sum",
                                              "_bucket", "_seconds", "_bytes"};
  return (Rest == " " || Rest.starts_with("{") || Rest.starts_with(" %")) &&
         llvm::any_of(Units,
                      [&](llvm::StringRef U) { return Name.ends_with(U); });
}

} // namespace

bool exposes(const ModelSet &Models, const FunctionBody &B, Id StmtIndex) {
  std::set<Id> Around = regionsAround(B, StmtIndex);
  return llvm::any_of(B.Nodes, [&](const Node &N) {
    if (N.Kind != NodeKind::Str || !sample(Models, N.Text))
      return false;
    // The statement that it belongs to begins there or further up.
    unsigned Line = 0;
    for (const Stmt &X : B.Stmts)
      if (X.Loc.Line <= N.Loc.Line && X.Loc.File == N.Loc.File)
        Line = std::max(Line, X.Loc.Line);
    return llvm::any_of(B.Stmts, [&](const Stmt &X) {
      return X.Loc.Line == Line && X.Loc.File == N.Loc.File &&
             Around.count(X.Region);
    });
  });
}

bool inStatisticsBranch(const FunctionBody &B, Id Statement) {
  return llvm::any_of(regionsAround(B, Statement), [&](Id R) {
    if (R == None || B.Regions[R].Kind != RegionKind::Branch ||
        B.Regions[R].Subject == None)
      return false;
    const Node &Text = B.Nodes[B.Regions[R].Subject];
    return Text.Kind == NodeKind::Str &&
           llvm::StringRef(Text.Text).starts_with("/") &&
           hasWord(Text.Text, PageWords);
  });
}

bool givenForStatistics(const FunctionBody &Maker, Id Closure) {
  auto Is = [&](Id N) {
    return Maker.Nodes[N].Kind == NodeKind::Lambda &&
           Maker.Nodes[N].Ref == Closure;
  };
  auto Names = [&](Id N) {
    llvm::StringRef Text = Maker.Nodes[N].Text;
    return Maker.Nodes[N].Kind == NodeKind::Str && !Text.contains(' ') &&
           hasWord(Text, PageWords);
  };
  auto Made = [&](Id N) { return anyNode(Maker, N, Is, true); };
  auto Named = [&](Id N) { return anyNode(Maker, N, Names, true); };
  return llvm::any_of(Maker.Calls,
                      [&](const CallFact &C) {
                        return llvm::any_of(C.Args, Made) &&
                               (Named(C.Receiver) ||
                                llvm::any_of(C.Args, Named));
                      }) ||
         llvm::any_of(Maker.Stmts, [&](const Stmt &S) {
           return S.Kind == StmtKind::Store && Made(S.B) && Named(S.A);
         });
}

bool namedForStatistics(llvm::StringRef Name) {
  static constexpr llvm::StringRef Nouns[] = {
      "stat",    "stats",   "statistics", "metric",
      "metrics", "healthz", "healthcheck"};
  // Of a player, unless it is asked for.
  static constexpr llvm::StringRef Asked[] = {
      "handler", "check", "page", "probe", "route", "controller", "endpoint"};
  static constexpr llvm::StringRef Others[] = {
      "get",     "write",  "print",  "dump",    "show",       "log",
      "report",  "handle", "on",     "to",      "json",       "string",
      "str",     "text",   "send",   "command", "cmd",        "do",
      "process", "render", "update", "collect", "server",     "service",
      "http",    "app",    "global", "runtime", "connection", "request",
      "route",   "router", "event",  "cache",   "pool",       "queue",
      "worker",  "net",    "io",     "proxy",   "latency",    "t"};
  std::vector<std::string> Said = words(Name);
  const bool Health = llvm::is_contained(Said, "health") &&
                      llvm::any_of(Said, [](llvm::StringRef W) {
                        return llvm::is_contained(Asked, W);
                      });
  auto Noun = [&](llvm::StringRef W) {
    return llvm::is_contained(Nouns, W) || (Health && W == "health");
  };
  return llvm::any_of(Said, Noun) && llvm::all_of(Said, [&](llvm::StringRef W) {
           return Noun(W) || llvm::is_contained(Others, W) ||
                  llvm::is_contained(Asked, W);
         });
}

} // namespace factor6
