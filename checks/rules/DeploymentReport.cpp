//===- DeploymentReport.cpp - Places, words and NOLINT of findings --------===//

#include "rules/DeploymentScanners.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/GlobPattern.h"

#include <algorithm>

using namespace llvm;

namespace factor6::deployment {

static constexpr StringLiteral RuleName = "factor6-sticky-session";

Report::Report(StringRef Path, StringRef Text) : Path(Path), Text(Text) {
  LineStarts.push_back(0);
  for (size_t I = 0; I < Text.size(); ++I)
    if (Text[I] == '\n')
      LineStarts.push_back(I + 1);
  readSilences();
}

/// "(a, b)" after a NOLINT word; empty when there is none.
static std::string checkList(StringRef After) {
  if (!After.consume_front("("))
    return "";
  size_t Close = After.find(')');
  return Close == StringRef::npos ? "" : After.take_front(Close).str();
}

void Report::readSilences() {
  std::vector<Silence> Open;
  for (auto [Index, Start] : enumerate(LineStarts)) {
    uint32_t Line = static_cast<uint32_t>(Index) + 1;
    StringRef Words =
        Text.drop_front(Start).take_until([](char C) { return C == '\n'; });
    size_t Comment = std::min(Words.find('#'), Words.find("//"));
    size_t At = Words.find("NOLINT", Comment);
    if (Comment == StringRef::npos || At == StringRef::npos)
      continue;
    StringRef Rest = Words.drop_front(At + StringRef("NOLINT").size());
    if (Rest.consume_front("NEXTLINE")) {
      Silences.push_back({Line + 1, Line + 1, checkList(Rest)});
    } else if (Rest.consume_front("BEGIN")) {
      Open.push_back({Line, Line, checkList(Rest)});
    } else if (Rest.consume_front("END")) {
      if (Open.empty())
        continue;
      Open.back().Last = Line;
      Silences.push_back(Open.back());
      Open.pop_back();
    } else {
      Silences.push_back({Line, Line, checkList(Rest)});
    }
  }
}

bool Report::silenced(uint32_t Line) const {
  for (const Silence &S : Silences) {
    if (Line < S.First || Line > S.Last)
      continue;
    if (S.Checks.empty())
      return true;
    for (StringRef Name : llvm::split(S.Checks, ',')) {
      Expected<GlobPattern> Glob = GlobPattern::create(Name.trim());
      if (!Glob)
        consumeError(Glob.takeError());
      else if (Glob->match(RuleName))
        return true;
    }
  }
  return false;
}

void Report::add(size_t Offset, StringRef Symbol, StringRef Effect) {
  auto Next = std::upper_bound(LineStarts.begin(), LineStarts.end(), Offset);
  uint32_t Line = static_cast<uint32_t>(Next - LineStarts.begin());
  if (silenced(Line))
    return;
  Finding F;
  F.Rule = RuleName.str();
  F.Level = Severity::Warning;
  F.Proof = Evidence::Declared;
  F.At = {Path.str(), Line,
          static_cast<uint32_t>(Offset - *std::prev(Next)) + 1,
          static_cast<uint32_t>(Offset)};
  F.Symbol = Symbol.str();
  F.Message =
      ("'" + Symbol + "' " + Effect +
       ": what that process keeps of the visitor is lost with it, and no other "
       "process can take over")
          .str();
  F.Hint = "remove the affinity, and keep what follows a visitor in a store "
           "with expiration "
           "(Redis, Memcached) or in a signed token, so that any process can "
           "serve any request";
  Findings.push_back(std::move(F));
}

std::vector<Finding> Report::take() {
  llvm::sort(Findings,
             [](const Finding &A, const Finding &B) { return A.At < B.At; });
  auto SameLine = [](const Finding &A, const Finding &B) {
    return A.At.Line == B.At.Line;
  };
  Findings.erase(std::unique(Findings.begin(), Findings.end(), SameLine),
                 Findings.end());
  return std::move(Findings);
}

} // namespace factor6::deployment
