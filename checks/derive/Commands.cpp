//===- Commands.cpp - What a shell command does to files ------------------===//
#include "derive/Files.h"

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

} // namespace

std::string removedBy(llvm::StringRef Command) {
  Command = Command.ltrim(Blanks);
  llvm::StringRef Program = Command.take_front(wordLength(Command));
  if (Program != "rmdir" && Program != "rm" && !Program.ends_with("/rm"))
    return "";
  do {
    Command = Command.drop_front(wordLength(Command)).ltrim(Blanks);
  } while (Command.starts_with("-"));
  std::string Path = unquoted(Command.take_front(wordLength(Command)));
  // All that lies in a directory.
  return llvm::StringRef(Path).rtrim("*").str();
}

std::string writtenBy(llvm::StringRef Command) {
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

} // namespace factor6
