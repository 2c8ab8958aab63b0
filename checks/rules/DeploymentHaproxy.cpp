//===- DeploymentHaproxy.cpp - cookie, stick-table and balance source -----===//

#include "rules/DeploymentScanners.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

#include <optional>

using namespace llvm;

namespace factor6::deployment {
namespace {

/// What one section ("backend web") says of persistence.
struct Section {
  std::optional<size_t> Table; ///< a stick-table
  bool Counters = false;       ///< ... that stores rates or counters
  std::optional<size_t> Stick; ///< a `stick ...` rule
};

} // namespace

static bool startsSection(StringRef Word) {
  for (StringRef Name :
       {"global", "defaults", "frontend", "backend", "listen", "peers",
        "userlist", "resolvers", "program", "cache", "ring", "mailers"})
    if (Word == Name)
      return true;
  return false;
}

/// A table without a `stick` rule may only count (rate limits): then it
/// decides nothing about where a visitor goes.
static void closeSection(const Section &S, Report &Out) {
  if (S.Table && (S.Stick || !S.Counters))
    Out.add(*S.Table, "stick-table",
            "remembers which process a visitor was sent to");
  else if (S.Stick)
    Out.add(*S.Stick, "stick",
            "sends a visitor back to the process it was sent to before");
}

static bool contains(ArrayRef<StringRef> Words, StringRef Word) {
  return is_contained(Words, Word);
}

/// `source`, `rdp-cookie(...)`, `hdr(Cookie)`, `hash src`.
static bool byVisitor(ArrayRef<StringRef> Way) {
  StringRef Name = Way.front();
  if (Name == "source" || Name.starts_with("rdp-cookie"))
    return true;
  if (Name == "hash" && Way.size() > 1)
    return Way[1] == "src" || Way[1].starts_with("src,") ||
           Way[1].contains("cook(");
  for (StringRef Header :
       {"hdr(cookie)", "hdr(x-forwarded-for)", "hdr(x-real-ip)"})
    if (Name.equals_insensitive(Header))
      return true;
  return false;
}

static void judgeLine(ArrayRef<StringRef> Words, size_t Place, Section &S,
                      Report &Out) {
  StringRef Name = Words.front();
  if (Name == "stick-table") {
    S.Table = Place;
    S.Counters = contains(Words, "store") && !contains(Words, "server_id");
  } else if (Name == "stick") {
    if (!S.Stick)
      S.Stick = Place;
  } else if (Name == "cookie" && Words.size() > 2) {
    for (StringRef Mode : {"insert", "rewrite", "prefix"})
      if (contains(Words, Mode))
        return Out.add(Place, ("cookie " + Words[1] + " " + Mode).str(),
                       "sends a visitor back to one process");
  } else if (Name == "appsession") {
    Out.add(Place, Name, "sends a visitor back to one process");
  } else if (Name == "persist" && Words.size() > 1 &&
             Words[1].starts_with("rdp-cookie")) {
    Out.add(Place, ("persist " + Words[1]).str(),
            "sends a visitor back to one process");
  } else if (Name == "balance" && Words.size() > 1 &&
             byVisitor(Words.drop_front())) {
    Out.add(Place, ("balance " + Words[1]).str(),
            "chooses the process by who the visitor is");
  }
}

void scanHaproxy(Piece P, Report &Out) {
  Section Current;
  size_t Start = 0;
  while (Start < P.Text.size()) {
    size_t End = std::min(P.Text.find('\n', Start), P.Text.size());
    StringRef Line =
        P.Text.slice(Start, End).take_until([](char C) { return C == '#'; });
    SmallVector<StringRef, 12> Words;
    SplitString(Line, Words, " \t\r");
    if (!Words.empty()) {
      if (startsSection(Words.front())) {
        closeSection(Current, Out);
        Current = Section();
      }
      size_t Place =
          P.Start + static_cast<size_t>(Words.front().data() - P.Text.data());
      judgeLine(Words, Place, Current, Out);
    }
    Start = End + 1;
  }
  closeSection(Current, Out);
}

} // namespace factor6::deployment
