//===- Hosts.cpp ----------------------------------------------------------===//
#include "rules/Hosts.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace factor6 {

namespace {

/// Schemes whose authority is a path, a bucket or a name and no host.
constexpr StringRef NoHostSchemes[] = {
    "unix", "unix-abstract", "inproc", "ipc", "file",   "data",
    "s3",   "s3a",           "s3n",    "gs",  "sqlite", "sqlite3",
    "urn",  "memory",        "mem",    "arn", "duckdb", "mailto"};

/// Keys of connection strings whose value is a host, in lower case.
constexpr StringRef HostKeys[] = {"host",    "hostaddr",   "hostname",
                                  "server",  "servername", "data source",
                                  "address", "addr",       "network address"};

/// The key that the '=' at \p Equals ends, in lower case: "host", " Server ".
std::string keyBefore(StringRef Text, size_t Equals) {
  StringRef Key = Text.take_front(Equals).rtrim(' ');
  size_t Start = Key.find_last_not_of(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");
  StringRef Word = Key.drop_front(Start == StringRef::npos ? 0 : Start + 1);
  if (Start == StringRef::npos || Key[Start] != ' ')
    return Word.lower();
  // "Data Source", "Network Address".
  StringRef Before = Key.take_front(Start);
  for (StringRef First : {"data", "network"})
    if (Before.ends_with_insensitive(First))
      return (First + " " + Word.lower()).str();
  return Word.lower();
}

/// "host=db port=5432", "host = db", "Server=db;...", "--SERVER=db:11211".
StringRef keyedHost(StringRef Text) {
  for (size_t At = Text.find('='); At != StringRef::npos;
       At = Text.find('=', At + 1)) {
    if (!llvm::is_contained(HostKeys, StringRef(keyBefore(Text, At))))
      continue;
    StringRef Rest = Text.drop_front(At + 1).ltrim(' ');
    bool Quoted = Rest.consume_front("'") || Rest.consume_front("\"");
    StringRef Host = Rest.take_until([&](char C) {
      return C == ';' || C == '\'' || C == '"' || C == ',' ||
             (C == ' ' && !Quoted);
    });
    return Host.empty() ? StringRef("*") : Host;
  }
  return "";
}

/// Keys and values, and no URL with parameters behind a '?'.
bool isDsn(StringRef Text) {
  size_t Equals = Text.find('=');
  return Equals != StringRef::npos &&
         Text.take_front(Equals).find_first_of("/?@") == StringRef::npos;
}

/// "db.internal*": what is not known behind a whole name is the path.
StringRef withoutPath(StringRef Authority) {
  StringRef Host = Authority;
  if (!Host.consume_back("*") || Host.empty() || Host.contains('*') ||
      !llvm::isAlnum(Host.back()))
    return Authority;
  return Host.contains('.') || Host == "localhost" ? Host : Authority;
}

} // namespace

std::string hostPart(StringRef Text) {
  size_t Scheme = Text.find("://");
  if (Scheme != StringRef::npos)
    Text = Text.substr(Scheme + 3).ltrim('/'); // dns:///name
  if (isDsn(Text)) { // also "postgresql://host=db user=app"
    StringRef Keyed = keyedHost(Text);
    Keyed.consume_front("tcp:");
    if (!Keyed.empty())
      return Keyed.count(':') > 1 ? Keyed.str() : Keyed.split(':').first.str();
    return Text.starts_with("*") ? "*" : "";
  }
  size_t Tcp = Text.find("tcp(");
  if (Tcp != StringRef::npos)
    Text = Text.substr(Tcp + 4);
  StringRef Authority =
      Scheme == StringRef::npos && Text.starts_with("/")
          ? Text
          : Text.take_until([](char C) {
              return C == '/' || C == '?' || C == '#' || C == ')' || C == ' ';
            });
  if (size_t At = Authority.rfind('@'); At != StringRef::npos)
    Authority = Authority.substr(At + 1);
  if (Scheme != StringRef::npos)
    Authority = withoutPath(Authority);
  Authority = Authority.split(',').first; // the first of several
  if (Authority.starts_with("["))
    return Authority.drop_front()
        .take_until([](char C) { return C == ']'; })
        .str();
  if (Authority.count(':') > 1)
    return Authority.str(); // a bare IPv6 address
  return Authority.take_until([](char C) { return C == ':' || C == ','; })
      .str();
}

std::string hostAndPort(StringRef Text) {
  std::string Host = hostPart(Text);
  size_t At = Text.find(Host);
  if (Host.empty() || At == StringRef::npos)
    return Host;
  StringRef Rest = Text.substr(At + Host.size());
  StringRef Port = Rest;
  if (Port.consume_front(":")) {
    Port = Port.take_while([](char C) { return llvm::isDigit(C); });
    if (!Port.empty())
      return Host + ":" + Port.str();
  }
  return Host;
}

bool bareWord(StringRef Text) {
  return Text != "localhost" && Text.find_first_of(".:/=*") == StringRef::npos;
}

bool anyAddress(StringRef Text) {
  std::string Host = hostPart(Text);
  return Host == "0.0.0.0" || Host == "::";
}

HostKind hostKind(StringRef Text) {
  if (llvm::is_contained(NoHostSchemes, Text.split(':').first.lower()))
    return HostKind::None;
  std::string Host = llvm::StringRef(hostPart(Text)).lower();
  StringRef H = Host;
  if (H.empty() || H.contains('*') || H.contains(' ') || H.starts_with("/") ||
      H.starts_with("@"))
    return HostKind::None;
  if (H == "any" || H.starts_with("169.254.") ||
      H == "metadata.google.internal" || H.starts_with("fe80:"))
    return HostKind::None;
  bool Known = llvm::all_of(H, [](char C) {
    return llvm::isAlnum(C) || C == '.' || C == '-' || C == '_' || C == ':';
  });
  if (!Known)
    return HostKind::None;
  // Who connects to "any address" reaches the own machine.
  if (H == "localhost" || H.starts_with("127.") || H == "::1" ||
      anyAddress(Text))
    return HostKind::Loopback;
  // A public endpoint: a web address with a registered domain that does not
  // look like one's own infrastructure.
  bool Web = Text.starts_with("http") || Text.starts_with("ws") ||
             H.starts_with("api.");
  bool Reserved = H.ends_with("example.com") || H.ends_with("example.org") ||
                  H.ends_with("example.net") || H.ends_with(".example") ||
                  H.ends_with(".test") || H.ends_with(".local") ||
                  H.ends_with(".internal") || H.ends_with(".lan") ||
                  H.ends_with(".svc") || H.ends_with(".localdomain") ||
                  H.ends_with(".corp") || H.ends_with(".intra") ||
                  H.ends_with(".home.arpa") || H.ends_with(".invalid") ||
                  H.ends_with(".service") || H.ends_with(".consul") ||
                  H.ends_with(".intranet") || H.ends_with(".private");
  bool Numeric =
      llvm::all_of(H, [](char C) { return llvm::isDigit(C) || C == '.'; });
  llvm::SmallVector<StringRef, 6> Labels;
  H.split(Labels, '.');
  bool Own = false;
  for (StringRef L : Labels)
    for (StringRef W : {"db",      "redis",    "mysql",     "postgres",  "pg",
                        "mongo",   "kafka",    "rabbit",    "rabbitmq",  "mq",
                        "cache",   "internal", "staging",   "prod",      "dev",
                        "cluster", "elastic",  "memcached", "cassandra", "svc"})
      Own |= L == W || (L.starts_with(W) && L.size() > W.size() &&
                        !llvm::isAlpha(L[W.size()]));
  if (Web && Labels.size() >= 2 && !Reserved && !Numeric && !Own &&
      !H.contains(':'))
    return HostKind::PublicApi;
  return HostKind::Named;
}

} // namespace factor6
