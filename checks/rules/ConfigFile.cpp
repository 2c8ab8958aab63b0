//===- ConfigFile.cpp - Switches in configuration files -------------------===//

#include "rules/ConfigFile.h"

#include "rules/DeploymentScanners.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace factor6 {

/// JSON is YAML but for its comments and tabs: blanks of the same length.
static std::string withoutComments(StringRef Json) {
  std::string Out = Json.str();
  bool InString = false;
  for (size_t I = 0; I < Out.size(); ++I) {
    if (InString && Out[I] == '\\') {
      ++I;
    } else if (Out[I] == '"') {
      InString = !InString;
    } else if (!InString && Out[I] == '\t') {
      Out[I] = ' ';
    } else if (!InString && (StringRef(Out).substr(I).starts_with("//") ||
                             StringRef(Out).substr(I).starts_with("/*"))) {
      bool Line = Out[I + 1] == '/';
      size_t End = Line ? Out.find('\n', I) : Out.find("*/", I + 2);
      End = End == std::string::npos ? Out.size() : End + (Line ? 0 : 2);
      for (; I < End; ++I)
        if (Out[I] != '\n')
          Out[I] = ' ';
      --I;
    }
  }
  return Out;
}

std::optional<FindingPlace> trueKey(const TextFile &File, StringRef Key) {
  bool Yaml = StringRef(File.Path).ends_with(".yaml") ||
              StringRef(File.Path).ends_with(".yml");
  std::string Text = Yaml ? File.Text : withoutComments(File.Text);
  std::vector<deployment::Entry> Entries;
  if (!deployment::parseYaml(Text, Entries))
    return std::nullopt;
  for (const deployment::Entry &E : Entries) {
    if (join(E.Path, ".") != Key ||
        !StringRef(E.Value).equals_insensitive("true"))
      continue;
    StringRef Before = StringRef(Text).take_front(E.Offset);
    FindingPlace At;
    At.File = File.Path;
    At.Line = static_cast<uint32_t>(Before.count('\n')) + 1;
    At.Column = static_cast<uint32_t>(E.Offset - (Before.rfind('\n') + 1)) + 1;
    At.Offset = static_cast<uint32_t>(E.Offset);
    return At;
  }
  return std::nullopt;
}

} // namespace factor6
