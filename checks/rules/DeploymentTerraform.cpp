//===- DeploymentTerraform.cpp - Load-balancer stickiness in HCL and TOML -===//

#include "rules/DeploymentScanners.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace factor6::deployment {
namespace {

struct Token {
  enum { Name, String, Mark, End } Kind = End;
  StringRef Text;
  size_t Offset = 0;
};

/// Names, strings and single marks of HCL; comments and heredocs are passed
/// over.
class Lexer {
public:
  explicit Lexer(StringRef Text) : Text(Text) {}

  std::vector<Token> all() {
    std::vector<Token> Tokens;
    while (skipBlanks())
      Tokens.push_back(next());
    Tokens.push_back({Token::End, StringRef(), At});
    return Tokens;
  }

private:
  bool skipBlanks() {
    while (At < Text.size()) {
      StringRef Rest = Text.drop_front(At);
      if (isSpace(Text[At]))
        ++At;
      else if (Rest.starts_with("#") || Rest.starts_with("//"))
        At = std::min(Text.find('\n', At), Text.size());
      else if (Rest.starts_with("/*"))
        At = pastNext("*/");
      else if (Rest.starts_with("<<"))
        skipHeredoc();
      else
        return true;
    }
    return false;
  }

  size_t pastNext(StringRef Mark) const {
    size_t Found = Text.find(Mark, At);
    return Found == StringRef::npos ? Text.size() : Found + Mark.size();
  }

  void skipHeredoc() {
    StringRef Line =
        Text.drop_front(At).take_until([](char C) { return C == '\n'; });
    StringRef Word = Line.ltrim("<-").trim();
    At += Line.size();
    while (At < Text.size()) {
      Line = Text.drop_front(++At).take_until([](char C) { return C == '\n'; });
      At = std::min(At + Line.size(), Text.size());
      if (Line.trim() == Word)
        return;
    }
  }

  Token next() {
    size_t Start = At;
    if (Text[At] == '"') {
      for (++At; At < Text.size() && Text[At] != '"'; ++At)
        At += Text[At] == '\\' ? 1 : 0;
      StringRef Inside = Text.slice(Start + 1, At);
      At = std::min(At + 1, Text.size());
      return {Token::String, Inside, Start};
    }
    if (!isNameChar(Text[At]))
      return {Token::Mark, Text.substr(At++, 1), Start};
    while (At < Text.size() && isNameChar(Text[At]))
      ++At;
    return {Token::Name, Text.slice(Start, At), Start};
  }

  static bool isNameChar(char C) {
    return isAlnum(C) || C == '_' || C == '-' || C == '.';
  }

  StringRef Text;
  size_t At = 0;
};

/// Walks the tokens once, remembering the resource they stand in.
class Scanner {
public:
  Scanner(Piece P, Report &Out)
      : Tokens(Lexer(P.Text).all()), Start(P.Start), Out(Out) {}

  void run() {
    for (size_t I = 0; Tokens[I].Kind != Token::End; ++I) {
      if (is(I, "{"))
        ++Depth;
      else if (is(I, "}") && Depth)
        --Depth;
      else if (Tokens[I].Kind == Token::Name)
        judge(I);
    }
  }

private:
  bool is(size_t I, StringRef Mark) const {
    return Tokens[I].Kind == Token::Mark && Tokens[I].Text == Mark;
  }
  const Token &at(size_t I) const {
    return Tokens[std::min(I, Tokens.size() - 1)];
  }

  void judge(size_t I) {
    StringRef Name = Tokens[I].Text;
    if (Depth == 0 && Name == "resource" && at(I + 1).Kind == Token::String) {
      Resource = at(I + 1).Text;
      if (Resource.ends_with("_cookie_stickiness_policy"))
        add(I + 1, Resource, "sends a visitor back to one process");
    } else if (Name == "stickiness") {
      size_t Open = I + (at(I + 1).Text == "=" ? 2 : 1);
      if (Open < Tokens.size() && is(Open, "{") && turnsOn(Open))
        add(I, Name, "sends a visitor back to one process");
    } else if (is(I + 1, "{") && keeps(Name, I + 1)) {
      add(I, Name, "sends a visitor back to one process");
    } else if (at(I + 1).Text == "=") {
      judgeSetting(I, at(I + 2).Text);
    }
  }

  /// A target group's stickiness is on unless it says otherwise; a listener's
  /// is off.
  bool turnsOn(size_t Open) const {
    StringRef Enabled = setting(Open, "enabled");
    return Enabled.empty() ? !Resource.contains("listener") : Enabled == "true";
  }

  /// The value of a name in the block itself; empty if it is not there.
  StringRef setting(size_t Open, StringRef Name) const {
    unsigned Level = 0;
    for (size_t I = Open; Tokens[I].Kind != Token::End; ++I) {
      Level += is(I, "{") ? 1 : is(I, "}") ? -1 : 0;
      if (Level == 0)
        break;
      if (Level == 1 && Tokens[I].Text == Name &&
          StringRef("=:").contains(at(I + 1).Text))
        return at(I + 2).Text;
    }
    return "";
  }

  /// Blocks that switch by their type: `sticky_sessions`, `persistence`.
  bool keeps(StringRef Block, size_t Open) const {
    StringRef Type = setting(Open, "type");
    if (Block == "sticky_sessions")
      return !Type.empty() && !Type.equals_insensitive("none");
    return Block == "persistence" && (Type.ends_with_insensitive("cookie") ||
                                      Type.equals_insensitive("source_ip"));
  }

  void judgeSetting(size_t I, StringRef Value) {
    StringRef Name = Tokens[I].Text;
    bool On =
        (Name == "session_affinity" && !Value.equals_insensitive("none") &&
         at(I + 2).Kind == Token::String) ||
        (Name == "session_affinity_enabled" && Value == "true") ||
        (Name == "client_affinity_enabled" && Value == "true") ||
        (Name == "sticky_sessions" && Value == "true") ||
        (Name == "load_distribution" && Value.starts_with("SourceIP")) ||
        (Name == "cookie_based_affinity" &&
         Value.equals_insensitive("enabled"));
    if (On)
      add(I, Name, "sends a visitor back to one process");
  }

  void add(size_t I, StringRef Symbol, StringRef Effect) {
    Out.add(Start + Tokens[I].Offset, Symbol, Effect);
  }

  std::vector<Token> Tokens;
  size_t Start;
  Report &Out;
  StringRef Resource;
  unsigned Depth = 0;
};

} // namespace

void scanTerraform(Piece P, Report &Out) { Scanner(P, Out).run(); }

/// Traefik's file provider: a table
/// `[http.services.web.loadBalancer.sticky...]`.
void scanToml(Piece P, Report &Out) {
  StringSet<> Seen;
  size_t Start = 0;
  while (Start < P.Text.size()) {
    size_t End = std::min(P.Text.find('\n', Start), P.Text.size());
    StringRef Line = P.Text.slice(Start, End).ltrim();
    size_t Place = P.Start + End - Line.size();
    Start = End + 1;
    if (!Line.starts_with("["))
      continue;
    StringRef Table =
        Line.ltrim('[').take_until([](char C) { return C == ']'; }).trim();
    size_t At = Table.find_insensitive("loadbalancer.stick");
    if (At != StringRef::npos && Seen.insert(Table.take_front(At)).second)
      Out.add(Place, Table, "sends a visitor back to one process");
  }
}

} // namespace factor6::deployment
