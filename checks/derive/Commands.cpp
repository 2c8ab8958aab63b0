//===- Commands.cpp -------------------------------------------------------===//
#include "derive/Commands.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace factor6 {

namespace {

class Splitter {
public:
  explicit Splitter(StringRef Text) : Text(Text) {}

  std::vector<ShellCommand> all() {
    for (; At < Text.size(); ++At)
      character(Text[At]);
    endCommand();
    return std::move(Out);
  }

private:
  void character(char C) {
    if (C == '\x01' || C == '\x02' || Marks) { // not literal: part of a word
      Marks += C == '\x01' ? 1 : C == '\x02' ? -1 : 0;
      Word += C;
    } else if (C == '\\' && Quote != '\'' && next() && next() != '\x01') {
      if (Text[++At] != '\n')
        Word += Text[At];
    } else if (Quote) {
      if (C == Quote)
        Quote = 0;
      else
        Word += C;
    } else if (C == '"' || C == '\'') {
      Quote = C;
    } else if (C == ' ' || C == '\t') {
      endWord();
    } else if (C == '<' || C == '>' || (C == '&' && next() == '>')) {
      redirection(C);
    } else if (StringRef(";|&\n`").contains(C)) {
      bool Twice = next() == C; // `a || b`, `a && b`
      Current.Piped = C == '|' && !Twice;
      At += Twice;
      endCommand();
    } else if (C == '(' && StringRef(Word).ends_with("$")) {
      Word.pop_back();
      endCommand();
    } else {
      Word += C;
    }
  }

  /// The next character; 0 at the end.
  char next() const { return At + 1 < Text.size() ? Text[At + 1] : 0; }

  void redirection(char C) {
    if (llvm::all_of(Word, llvm::isDigit)) // `2>file`
      Word.clear();
    endWord();
    Target = C == '<' ? Next::Read : Next::Written;
    while (next() && StringRef("<>|").contains(next()))
      ++At;
    if (next() == '&') { // `2>&1`: no file
      ++At;
      Target = Next::Read;
    }
  }

  void endWord() {
    if (Word.empty())
      return;
    if (Target == Next::Word)
      Current.Words.push_back(Word);
    else if (Target == Next::Written)
      Current.Outputs.push_back(Word);
    Target = Next::Word;
    Word.clear();
  }

  void endCommand() {
    endWord();
    Target = Next::Word;
    if (!Current.Words.empty() || !Current.Outputs.empty())
      Out.push_back(Current);
    else if (Current.Piped && !Out.empty())
      Out.back().Piped = true;
    Current = ShellCommand();
  }

  enum class Next : uint8_t { Word, Read, Written };

  StringRef Text;
  std::vector<ShellCommand> Out;
  ShellCommand Current;
  std::string Word;
  size_t At = 0;
  unsigned Marks = 0; ///< that are open
  Next Target = Next::Word;
  char Quote = 0;
};

bool isOneOf(StringRef Program, std::initializer_list<StringRef> Names) {
  return llvm::is_contained(Names, Program);
}

/// What `sh -c` is given; empty if that is not what is run.
StringRef givenToShell(const ShellCommand &C) {
  if (!isOneOf(C.program(), {"sh", "bash", "dash", "ksh", "zsh"}))
    return "";
  auto Option = llvm::find(C.Words, "-c");
  return Option == C.Words.end() || Option + 1 == C.Words.end()
             ? StringRef()
             : StringRef(*(Option + 1));
}

} // namespace

size_t ShellCommand::programAt() const {
  // What runs the program that follows it.
  static constexpr StringRef Prefixes[] = {
      "sudo", "env",  "nohup", "exec",  "time", "nice", "command", "if",
      "then", "else", "while", "until", "do",   "!",    "("};
  size_t I = 0;
  while (I + 1 < Words.size()) {
    StringRef W = Words[I];
    bool Setting = W.contains('=') && !W.contains("://") &&
                   !W.starts_with("-") && !W.starts_with("\x01");
    if (!Setting && !llvm::is_contained(Prefixes, W))
      break;
    ++I;
  }
  return I;
}

StringRef ShellCommand::program() const {
  if (Words.empty())
    return "";
  StringRef Path = Words[programAt()];
  return Path.substr(Path.rfind('/') + 1);
}

std::vector<StringRef> ShellCommand::operands() const {
  std::vector<StringRef> Out;
  for (size_t I = programAt() + 1; I < Words.size(); ++I)
    if (Words[I][0] != '-')
      Out.push_back(Words[I]);
  return Out;
}

std::vector<ShellCommand> shellCommands(StringRef Line) {
  std::vector<ShellCommand> Out;
  for (ShellCommand &C : Splitter(Line).all()) {
    Out.push_back(std::move(C));
    std::string Inner = givenToShell(Out.back()).str();
    llvm::append_range(Out, Splitter(Inner).all());
  }
  return Out;
}

std::string removedBy(StringRef Command) {
  std::vector<ShellCommand> All = shellCommands(Command);
  if (All.empty())
    return "";
  std::vector<StringRef> Operands = All.front().operands();
  StringRef Program = All.front().program();
  bool Moves = Program == "mv" && Operands.size() > 1;
  if (Operands.empty() ||
      (!Moves && !isOneOf(Program, {"rm", "rmdir", "unlink"})))
    return "";
  // All that lies in a directory.
  return Operands.front().rtrim("*").str();
}

std::string writtenBy(StringRef Command) {
  std::vector<ShellCommand> All = shellCommands(Command);
  for (const ShellCommand &C : All)
    for (StringRef Path : C.Outputs)
      if (!Path.starts_with("/dev/"))
        return Path.str();
  for (const ShellCommand &C : All) {
    std::vector<StringRef> Operands = C.operands();
    bool Copies = isOneOf(C.program(), {"cp", "mv", "ln", "install"}) &&
                  Operands.size() > 1;
    bool Makes =
        isOneOf(C.program(), {"mkdir", "touch", "tee"}) && !Operands.empty();
    if (Copies || Makes)
      return Operands.back().str();
  }
  return "";
}

} // namespace factor6
