//===- Suppressions.cpp - NOLINT comments ---------------------------------===//
//
// clang-tidy's own NOLINT handling works on its diagnostics; findings of a
// whole program outlive the TU, so the comments are kept as facts. The forms
// are those of clang-tidy: NOLINT, NOLINTNEXTLINE, NOLINTBEGIN and NOLINTEND,
// each with an optional list of globs in parentheses.
//
//===----------------------------------------------------------------------===//
#include "extract/Suppressions.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace factor6 {

namespace {

struct Directive {
  StringRef Kind, Checks;
};

/// The first directive of \p Line at or after \p From; From is moved past it.
bool nextDirective(StringRef Line, size_t &From, Directive &D) {
  size_t At = Line.find("NOLINT", From);
  if (At == StringRef::npos)
    return false;
  StringRef Rest = Line.substr(At + 6);
  D.Kind = "";
  for (StringRef K : {"NEXTLINE", "BEGIN", "END"})
    if (Rest.consume_front(K))
      D.Kind = K;
  D.Checks = "*";
  if (Rest.starts_with("(") && Rest.contains(')'))
    D.Checks = Rest.slice(1, Rest.find(')')).trim();
  From = Line.size() - Rest.size();
  // A longer word that merely begins alike is no directive.
  if (!Rest.empty() && (isAlnum(Rest.front()) || Rest.front() == '_'))
    D.Kind = "?";
  if (At && (isAlnum(Line[At - 1]) || Line[At - 1] == '_'))
    D.Kind = "?";
  return true;
}

} // namespace

void findSuppressions(StringRef Text, Id File, std::vector<Suppression> &Out) {
  if (!Text.contains("NOLINT"))
    return;
  struct Open {
    uint32_t Line;
    std::string Checks;
  };
  std::vector<Open> Begun;
  uint32_t LineNo = 0;
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    Text = Rest;
    ++LineNo;
    size_t From = 0;
    Directive D;
    while (nextDirective(Line, From, D)) {
      if (D.Kind == "")
        Out.push_back({File, LineNo, LineNo, D.Checks.str()});
      else if (D.Kind == "NEXTLINE")
        Out.push_back({File, LineNo + 1, LineNo + 1, D.Checks.str()});
      else if (D.Kind == "BEGIN")
        Begun.push_back({LineNo, D.Checks.str()});
      else if (D.Kind == "END" && !Begun.empty() &&
               Begun.back().Checks == D.Checks) {
        Out.push_back({File, Begun.back().Line, LineNo, D.Checks.str()});
        Begun.pop_back();
      }
    }
  }
}

} // namespace factor6
