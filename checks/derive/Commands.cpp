//===- Commands.cpp - What a shell command does to files ------------------===//
#include "derive/Files.h"

#include "llvm/ADT/StringExtras.h"

namespace factor6 {

namespace {

constexpr llvm::StringLiteral Blanks = " \t\n";

/// The length of the word that a key starts with; what is marked as not
/// literal belongs to it.
size_t wordLength(llvm::StringRef Key) {
  unsigned Inside = 0;
  for (size_t N = 0; N < Key.size(); ++N) {
    if (Key[N] == '\x01')
      ++Inside;
    else if (Key[N] == '\x02')
      --Inside;
    else if (!Inside && (Blanks.contains(Key[N]) ||
                         llvm::StringRef(";|&<>").contains(Key[N])))
      return N;
  }
  return Key.size();
}

std::string unquoted(llvm::StringRef Word) {
  std::string Out;
  for (char C : Word)
    if (C != '"' && C != '\'')
      Out += C;
  return Out;
}

/// A program and its operands.
struct SimpleCommand {
  std::string Program;
  std::vector<std::string> Operands;
};

/// What a key begins with, up to a pipe or the like; the key loses it.
SimpleCommand takeCommand(llvm::StringRef &Key) {
  SimpleCommand Out;
  while (!(Key = Key.ltrim(Blanks)).empty()) {
    size_t Length = wordLength(Key);
    std::string Word = unquoted(Key.take_front(Length));
    Key = Key.drop_front(Length);
    if (Length == 0) {
      bool Redirects = Key[0] == '<' || Key[0] == '>';
      Key = Key.ltrim(";|&<> ");
      if (!Redirects)
        break;
      Key = Key.drop_front(wordLength(Key));
    } else if (Out.Program.empty()) {
      Out.Program = Word.substr(Word.rfind('/') + 1);
    } else if (!Word.empty() && Word[0] != '-' &&
               !((Key.starts_with(">") || Key.starts_with("<")) &&
                 llvm::all_of(Word, llvm::isDigit))) { // not `2>file`
      Out.Operands.push_back(std::move(Word));
    }
  }
  return Out;
}

bool isOneOf(llvm::StringRef Program,
             std::initializer_list<llvm::StringRef> Names) {
  return llvm::is_contained(Names, Program);
}

} // namespace

std::string removedBy(llvm::StringRef Command) {
  SimpleCommand First = takeCommand(Command);
  bool Moves = First.Program == "mv" && First.Operands.size() > 1;
  if (First.Operands.empty() ||
      (!Moves && !isOneOf(First.Program, {"rm", "rmdir", "unlink"})))
    return "";
  // All that lies in a directory.
  return llvm::StringRef(First.Operands.front()).rtrim("*").str();
}

namespace {

std::string redirectedBy(llvm::StringRef Command) {
  while (!Command.empty()) {
    size_t Length = wordLength(Command);
    bool Redirects = Length < Command.size() && Command[Length] == '>';
    Command = Command.drop_front(std::min(Length + 1, Command.size()));
    if (!Redirects)
      continue;
    Command = Command.ltrim("> \t|");
    std::string Path = unquoted(Command.take_front(wordLength(Command)));
    if (!Path.empty() && !llvm::StringRef(Path).starts_with("/dev/"))
      return Path;
  }
  return "";
}

} // namespace

std::string writtenBy(llvm::StringRef Command) {
  if (std::string Path = redirectedBy(Command); !Path.empty())
    return Path;
  while (!Command.empty()) {
    SimpleCommand Next = takeCommand(Command);
    bool Copies = isOneOf(Next.Program, {"cp", "mv", "ln", "install"}) &&
                  Next.Operands.size() > 1;
    bool Makes = isOneOf(Next.Program, {"mkdir", "touch", "tee"}) &&
                 !Next.Operands.empty();
    if (Copies || Makes)
      return Next.Operands.back();
  }
  return "";
}

} // namespace factor6
