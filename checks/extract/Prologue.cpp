//===- Prologue.cpp - Where a file's includes end ---------------*- C++ -*-===//
//
// A scan of the text, not of the AST: what a generated helper needs is a line
// that every configuration compiles and that stands before all code.
//
//===----------------------------------------------------------------------===//
#include "extract/Prologue.h"

#include <algorithm>
#include <utility>

using namespace llvm;

namespace factor6 {

namespace {

class Scan {
public:
  explicit Scan(StringRef Text) : Text(Text) {}
  void read(SourceFile &Out);

private:
  bool skipComments(StringRef &Rest);
  void line(StringRef Whole);
  void directive(StringRef Rest, bool Ends);
  void conditional(StringRef Name, StringRef Rest);

  StringRef Text;
  bool InComment = false;
  bool Continued = false;       ///< the line before ended in a backslash
  bool Code = false;            ///< the first line of code was met
  unsigned Depth = 0, Base = 0; ///< of #if; Base is 1 inside an include guard
  StringRef Guard;              ///< of an #ifndef on the line before
  bool First = true;            ///< no directive but pragmas so far
  bool Includes = false;
  size_t Start = 0;
  uint32_t Line = 0;
  uint32_t At = 0, AtLine = 1, AtColumn = 1;
};

/// Takes comments off the front; true if something is left.
bool Scan::skipComments(StringRef &Rest) {
  while (true) {
    if (InComment) {
      size_t End = Rest.find("*/");
      if (End == StringRef::npos)
        return false;
      Rest = Rest.substr(End + 2);
      InComment = false;
    }
    Rest = Rest.ltrim(" \t\r\f\v");
    if (Rest.empty() || Rest.starts_with("//"))
      return false;
    if (!Rest.consume_front("/*"))
      return true;
    InComment = true;
  }
}

StringRef guardOf(StringRef Name, StringRef Rest) {
  auto Word = [](StringRef S) {
    return S.take_while([](char C) { return isalnum(C) || C == '_'; });
  };
  if (Name == "ifndef")
    return Word(Rest);
  if (Name != "if" || !Rest.consume_front("!"))
    return "";
  Rest = Rest.ltrim();
  return Rest.consume_front("defined") ? Word(Rest.ltrim(" \t(")) : "";
}

void Scan::conditional(StringRef Name, StringRef Rest) {
  if (Name == "endif")
    Depth -= Depth != 0;
  if (Name == "define" && !Guard.empty() && Rest.starts_with(Guard))
    Base = 1;
  Guard = First ? guardOf(Name, Rest) : "";
  if (Name == "if" || Name == "ifdef" || Name == "ifndef")
    ++Depth;
  First &= Name == "pragma";
}

/// \p Ends if the directive is over with its line.
void Scan::directive(StringRef Rest, bool Ends) {
  Rest = Rest.ltrim(" \t");
  StringRef Name = Rest.take_while([](char C) { return isalpha(C); });
  conditional(Name, Rest.substr(Name.size()).trim(" \t\r"));
  bool Include = Name == "include";
  if (Depth != Base || !Ends || (Includes && !Include))
    return;
  Includes |= Include;
  At = Text.find('\n', Start);
  At = std::min<size_t>(At, Text.size());
  At -= At > Start && Text[At - 1] == '\r';
  AtLine = Line;
  AtColumn = At - Start + 1;
}

void Scan::line(StringRef Whole) {
  bool Goes = Whole.ends_with("\\");
  StringRef Rest = Whole;
  if (std::exchange(Continued, false)) {
    Continued = Goes;
    return;
  }
  if (!skipComments(Rest))
    return;
  if (!Rest.consume_front("#")) {
    Code = true;
    return;
  }
  Continued = Goes;
  size_t Open = Rest.rfind("/*");
  InComment = Open != StringRef::npos && !Rest.substr(Open).contains("*/") &&
              !Rest.slice(0, Open).contains("//");
  directive(Rest, !Goes && !InComment);
}

void Scan::read(SourceFile &Out) {
  for (size_t Next = 0; Next < Text.size() && !Code;) {
    Start = Next;
    size_t End = std::min(Text.find('\n', Start), Text.size());
    Next = End + 1;
    ++Line;
    line(Text.slice(Start, End).rtrim('\r'));
  }
  Out.Prologue = At;
  Out.PrologueLine = AtLine;
  Out.PrologueColumn = AtColumn;
  bool C = StringRef(Out.Path).ends_with(".c");
  Out.HasStdlib = Text.slice(0, At).contains(C ? "<stdlib.h>" : "<cstdlib>");
  Out.HasEnvHelper = Text.contains("*factor6_env_or(");
}

} // namespace

void readPrologue(StringRef Text, SourceFile &Out) { Scan(Text).read(Out); }

} // namespace factor6
