//===- PathFormats.cpp - Paths made by snprintf, fmt::format and the like -===//
#include "derive/Paths.h"

#include "llvm/ADT/StringExtras.h"

namespace factor6 {

namespace {

/// The literal that a node is, also as the one thing an object is made of.
const std::string *literal(const FunctionBody &B, Id N) {
  for (unsigned Depth = 0; N != None && Depth < 6; ++Depth) {
    const Node &X = B.Nodes[N];
    if (X.Kind == NodeKind::Str)
      return &X.Text;
    if (X.Kind == NodeKind::Cast && !X.Ops.empty())
      N = X.Ops[0];
    else if (X.Kind == NodeKind::Object && X.Ref != None &&
             !B.Calls[X.Ref].Args.empty())
      N = B.Calls[X.Ref].Args[0];
    else
      return nullptr;
  }
  return nullptr;
}

/// One piece of a format: text, or the number of an argument.
struct Piece {
  std::string Text;
  int Arg = -1;
};

/// printf's conversions.
std::vector<Piece> percents(llvm::StringRef Format) {
  std::vector<Piece> Out;
  int Next = 0;
  while (!Format.empty()) {
    auto [Head, Tail] = Format.split('%');
    Out.push_back({Head.str()});
    if (Tail.data() == nullptr || Head.size() == Format.size())
      break;
    if (Tail.consume_front("%")) {
      Out.push_back({"%"});
      Format = Tail;
      continue;
    }
    while (!Tail.empty() && !llvm::isAlpha(Tail[0])) {
      Next += Tail[0] == '*'; // a width of its own
      Tail = Tail.drop_front();
    }
    Tail = Tail.ltrim("hlLqjzt");
    Out.push_back({"", Next++});
    Format = Tail.drop_front(Tail.empty() ? 0 : 1);
  }
  return Out;
}

/// std::format's replacement fields.
std::vector<Piece> braces(llvm::StringRef Format) {
  std::vector<Piece> Out;
  int Next = 0;
  while (!Format.empty()) {
    size_t At = Format.find_first_of("{}");
    Out.push_back({Format.take_front(At).str()});
    if (At == llvm::StringRef::npos)
      break;
    Format = Format.drop_front(At);
    char C = Format[0];
    if (C == '}' || Format.starts_with("{{")) {
      Out.push_back({std::string(1, C)});
      Format = Format.drop_front(Format.size() > 1 && Format[1] == C ? 2 : 1);
      continue;
    }
    auto [Field, Tail] = Format.drop_front().split('}');
    int Index = 0;
    bool Numbered = !Field.split(':').first.getAsInteger(10, Index);
    Out.push_back({"", Numbered ? Index : Next++});
    Format = Tail;
  }
  return Out;
}

} // namespace

std::optional<std::string> Paths::formatted(const Frame *F, const CallFact &C,
                                            unsigned Depth) const {
  const FunctionBody &B = *body(F);
  for (size_t A = 0; A < C.Args.size(); ++A) {
    const std::string *Format = literal(B, C.Args[A]);
    if (!Format)
      continue;
    bool Printf = llvm::StringRef(C.Name).contains("printf");
    if (!Printf && Format->find('{') == std::string::npos)
      return std::nullopt;
    std::string Out;
    for (const Piece &X : Printf ? percents(*Format) : braces(*Format)) {
      size_t Arg = A + 1 + X.Arg;
      Out += X.Arg < 0             ? X.Text
             : Arg < C.Args.size() ? key(F, C.Args[Arg], Depth + 1)
                                   : mark("?");
    }
    return Out;
  }
  return std::nullopt;
}

/// The only call that gives a buffer its text; None if there are several, or
/// if something else changes it.
Id Paths::formatter(const FunctionBody &B, Id V) const {
  Id Found = None;
  for (Id N = 0; N < B.Calls.size(); ++N) {
    const CallFact &C = B.Calls[N];
    const FunctionModel *M = I.model(C, B);
    if (M && M->Format && M->FormatInto >= 0 &&
        M->FormatInto < int(C.Args.size()) &&
        isVariable(B, C.Args[M->FormatInto], V)) {
      if (Found != None)
        return None;
      Found = N;
    }
  }
  return Found == None || mutated(B, V, Found) ? None : Found;
}

} // namespace factor6
