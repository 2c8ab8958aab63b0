//===- Rules.cpp - factor6 rules and factor6 explain ----------------------===//

#include "cli/Options.h"
#include "rules/Analysis.h"

#include "llvm/Support/raw_ostream.h"

#include <fmt/format.h>

using namespace factor6;
using llvm::StringRef;

int factor6::runRules() {
  size_t Width = 0;
  for (const RuleInfo &Rule : allRules())
    Width = std::max(Width, StringRef(Rule.Name).size());
  for (const RuleInfo &Rule : allRules())
    llvm::outs() << fmt::format("{:<{}}  {}\n", Rule.Name, Width, Rule.Summary);
  return 0;
}

/// Breaks a paragraph into lines that fit a terminal.
static std::string wrap(StringRef Text, size_t Width) {
  std::string Out;
  size_t Column = 0;
  while (!Text.empty()) {
    auto [Word, Rest] = Text.split(' ');
    if (Column && Column + 1 + Word.size() > Width) {
      Out += '\n';
      Column = 0;
    } else if (Column) {
      Out += ' ';
      ++Column;
    }
    Out += Word;
    size_t Break = Word.rfind('\n');
    Column = Break == StringRef::npos ? Column + Word.size()
                                      : Word.size() - Break - 1;
    Text = Rest;
  }
  return Out;
}

int factor6::runExplain(StringRef Name) {
  for (const RuleInfo &Rule : allRules()) {
    StringRef Short = Rule.Name;
    Short.consume_front("factor6-");
    if (Name != Rule.Name && Name != Short)
      continue;
    llvm::outs() << Rule.Name << ": " << Rule.Summary << "\n\n"
                 << wrap(Rule.Help, 79) << '\n';
    return 0;
  }
  return usageError("there is no rule '" + Name +
                    "'; factor6 rules lists them");
}
