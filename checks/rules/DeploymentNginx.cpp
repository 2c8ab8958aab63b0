//===- DeploymentNginx.cpp - ip_hash, sticky and hash by visitor ----------===//

#include "rules/DeploymentScanners.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace factor6::deployment {
namespace {

struct Word {
  StringRef Text;
  size_t Offset = 0;
};

/// Splits a configuration into words and the marks `{`, `}` and `;`. Comments
/// and the braces of template languages are passed over.
class Lexer {
public:
  explicit Lexer(StringRef Text) : Text(Text) {}

  /// An empty word at the end.
  Word next() {
    skipBlanks();
    size_t Start = At;
    if (At >= Text.size())
      return {StringRef(), Start};
    if (StringRef("{};").contains(Text[At]))
      return {Text.substr(At++, 1), Start};
    if (Text[At] == '"' || Text[At] == '\'')
      return quoted();
    while (At < Text.size() && !isSpace(Text[At]) &&
           !StringRef("{};").contains(Text[At]))
      if (!skipVariable())
        ++At;
    return {Text.slice(Start, At), Start};
  }

  /// Passes over a block of another language (`content_by_lua_block {...}`).
  void skipBlock() {
    for (unsigned Depth = 1; At < Text.size() && Depth; ++At)
      Depth += Text[At] == '{' ? 1 : Text[At] == '}' ? -1 : 0;
  }

private:
  void skipBlanks() {
    while (At < Text.size()) {
      if (isSpace(Text[At]))
        ++At;
      else if (Text[At] == '#')
        At = std::min(Text.find('\n', At), Text.size());
      else if (!skipTemplate("{{", "}}") && !skipTemplate("{%", "%}") &&
               !skipTemplate("<%", "%>"))
        return;
    }
  }

  bool skipTemplate(StringRef Open, StringRef Close) {
    if (!Text.drop_front(At).starts_with(Open))
      return false;
    size_t End = Text.find(Close, At);
    At = End == StringRef::npos ? Text.size() : End + Close.size();
    return true;
  }

  /// `${name}` belongs to a word.
  bool skipVariable() {
    if (skipTemplate("${", "}"))
      return true;
    if (!Text.drop_front(At).starts_with("{{"))
      return false;
    return skipTemplate("{{", "}}");
  }

  Word quoted() {
    char Quote = Text[At++];
    size_t Start = At;
    while (At < Text.size() && Text[At] != Quote)
      At += Text[At] == '\\' ? 2 : 1;
    At = std::min(At, Text.size());
    Word W{Text.slice(Start, At), Start};
    At = std::min(At + 1, Text.size());
    return W.Text.empty() ? Word{StringRef("\"\""), Start} : W;
  }

  StringRef Text;
  size_t At = 0;
};

} // namespace

/// Whether a key names the visitor: his address or a cookie of his.
static bool namesVisitor(StringRef Key) {
  for (StringRef Part : {"remote_addr", "cookie", "x_forwarded_for",
                         "x_real_ip", "proxy_protocol_addr"})
    if (Key.contains_insensitive(Part))
      return Key.contains('$');
  return false;
}

static void judgeDirective(ArrayRef<Word> Words, bool InUpstream, size_t Start,
                           Report &Out) {
  if (Words.empty())
    return;
  StringRef Name = Words.front().Text;
  size_t Place = Start + Words.front().Offset;
  StringRef First = Words.size() > 1 ? Words[1].Text : StringRef();
  if (Name == "ip_hash")
    Out.add(Place, Name, "sends every visitor of one address to one process");
  else if (InUpstream && Name == "sticky" && First != "off")
    Out.add(Place, First.empty() ? "sticky" : ("sticky " + First).str(),
            "sends a visitor back to one process");
  else if (InUpstream && Name == "hash" && namesVisitor(First))
    Out.add(Place, ("hash " + First).str(),
            "chooses the process by who the visitor is");
}

void scanNginx(Piece P, Report &Out) {
  Lexer Lex(P.Text);
  std::vector<bool> Upstream; // one per open block
  SmallVector<Word, 8> Words;
  while (true) {
    Word W = Lex.next();
    bool Inside = !Upstream.empty() && Upstream.back();
    if (W.Text.empty() || W.Text == ";" || W.Text == "}") {
      judgeDirective(Words, Inside, P.Start, Out);
      Words.clear();
      if (W.Text.empty())
        return;
      if (W.Text == "}" && !Upstream.empty())
        Upstream.pop_back();
    } else if (W.Text == "{") {
      StringRef Name = Words.empty() ? StringRef() : Words.front().Text;
      if (Name.ends_with("_by_lua_block") || Name.ends_with("_by_njs_block"))
        Lex.skipBlock();
      else
        Upstream.push_back(Name == "upstream");
      Words.clear();
    } else {
      Words.push_back(W);
    }
  }
}

} // namespace factor6::deployment
