//===- HostCommand.cpp - The endpoint in a shell command ------------------===//
#include "rules/Hosts.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using llvm::StringRef;

namespace factor6 {

namespace {

/// Programs that only show or compare the text that they are given.
constexpr StringRef Printers[] = {"echo", "printf", "logger", "grep", "sed",
                                  "awk",  "test",   "[",      ":",    "true"};
/// What runs the program that follows it.
constexpr StringRef Prefixes[] = {"sudo",  "env",     "nohup", "exec", "time",
                                  "nice",  "command", "if",    "then", "else",
                                  "while", "until",   "do",    "!",    "("};
/// Options whose value is sent or shown, not connected to.
constexpr StringRef Labels[] = {"-H", "--header",  "-A", "--user-agent",
                                "-e", "--referer", "-d", "--data"};
/// What takes its arguments or commands from a pipe.
constexpr StringRef Readers[] = {"xargs", "sh",   "bash",
                                 "curl",  "wget", "parallel"};

/// The words of one simple command, quotes taken off.
using Words = llvm::SmallVector<std::string, 8>;

/// A command line as simple commands in order; a pipe joins one to the next.
struct Simple {
  Words Said;
  bool Piped = false;
};

class Splitter {
public:
  explicit Splitter(StringRef Text) : Text(Text) {}

  std::vector<Simple> all() {
    for (; At < Text.size(); ++At)
      character(Text[At]);
    endCommand();
    return std::move(Out);
  }

private:
  void character(char C) {
    if (C == '\\' && Quote != '\'' && At + 1 < Text.size()) {
      Word += Text[++At];
    } else if (Quote) {
      if (C == Quote)
        Quote = 0;
      else
        Word += C;
    } else if (C == '"' || C == '\'') {
      Quote = C;
    } else if (C == ' ' || C == '\t') {
      endWord();
    } else if (StringRef(";|\n`").contains(C) || ampersand() ||
               (C == '(' && StringRef(Word).ends_with("$"))) {
      Current.Piped = C == '|' && !Text.drop_front(At).starts_with("||");
      endCommand();
    } else {
      Word += C;
    }
  }

  /// `a && b`, `a &`; not `2>&1`, and not a URL's own.
  bool ampersand() const {
    if (Text[At] != '&')
      return false;
    StringRef Next = Text.drop_front(At + 1);
    return Next.empty() || Next.front() == '&' || Next.front() == ' ';
  }

  void endWord() {
    if (!Word.empty())
      Current.Said.push_back(Word);
    Word.clear();
  }

  void endCommand() {
    endWord();
    if (!Current.Said.empty())
      Out.push_back(Current);
    else if (Current.Piped && !Out.empty())
      Out.back().Piped = true;
    Current = Simple();
  }

  StringRef Text;
  std::vector<Simple> Out;
  Simple Current;
  std::string Word;
  size_t At = 0;
  char Quote = 0;
};

/// The index of the program's name among the words.
size_t programAt(const Words &Said) {
  size_t I = 0;
  while (I + 1 < Said.size()) {
    StringRef W = Said[I];
    bool Setting = W.find('=') != StringRef::npos && !W.contains("://") &&
                   !W.starts_with("-");
    if (!Setting && !llvm::is_contained(Prefixes, W))
      break;
    ++I;
  }
  return I;
}

StringRef programOf(const Words &Said) {
  StringRef Path = Said[programAt(Said)];
  return Path.substr(Path.rfind('/') + 1);
}

std::string urlAmong(const Words &Said) {
  for (size_t I = programAt(Said); I < Said.size(); ++I) {
    StringRef W = Said[I];
    if (I && llvm::is_contained(Labels, StringRef(Said[I - 1])))
      continue;
    bool Label = llvm::any_of(Labels, [&](StringRef L) {
      return L.starts_with("--") && W.starts_with(L.str() + "=");
    });
    size_t Scheme = W.find("://");
    if (Label || Scheme == StringRef::npos)
      continue;
    // `--url=http://...`, `-xhttp://...`
    size_t Start = W.take_front(Scheme).find_last_not_of(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+");
    std::string Url =
        W.drop_front(Start == StringRef::npos ? 0 : Start + 1).str();
    if (hostKind(Url) != HostKind::None || hostPart(Url).find('*') == 0)
      return Url;
  }
  return "";
}

} // namespace

std::string urlInCommand(StringRef Command) {
  std::vector<Simple> All = Splitter(Command).all();
  for (size_t I = 0; I < All.size(); ++I) {
    bool Feeds = All[I].Piped && I + 1 < All.size() &&
                 llvm::is_contained(Readers, programOf(All[I + 1].Said));
    if (llvm::is_contained(Printers, programOf(All[I].Said)) && !Feeds)
      continue;
    if (std::string Url = urlAmong(All[I].Said); !Url.empty())
      return Url;
  }
  return "";
}

} // namespace factor6
