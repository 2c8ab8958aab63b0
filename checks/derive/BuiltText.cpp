//===- BuiltText.cpp - Text that grows piece by piece ---------------------===//
//
// `s << "http://" << host << ':' << port`, `url += path`, `snprintf(buf, ...)`:
// each place that text is put into has one concatenation of what was there and
// of the pieces, in the order in which they were first appended.
//
//===----------------------------------------------------------------------===//
#include "derive/Interpreter.h"

namespace factor6 {

namespace {
constexpr size_t MaxPieces = 24;
} // namespace

/// `memcpy(text, &number, sizeof number)`: its bytes, not where it is.
ValueSet Interpreter::bytesOf(const ValueSet &In) const {
  ValueSet Out;
  for (const Value &V : In) {
    if (V.Kind != ValueKind::Ref || !T.scalar(Locs[V.A].TypeId) ||
        T.pointerLike(Locs[V.A].TypeId)) {
      Out.insert(V);
      continue;
    }
    for (const Value &Held : resolved(V.A))
      if (Held.Kind != ValueKind::Ref)
        Out.insert(Held);
  }
  return Out;
}

/// What a piece says: also a character or number that is written out.
ValueSet Interpreter::pieceValues(Id Ctx, const CallFact &C, Id Arg) {
  ValueSet Out = bytesOf(values(Ctx, Arg));
  const Node &N = body(Acts[Ctx].Function)->Nodes[Arg];
  if (!Out.empty() || N.Kind != NodeKind::Int || !(C.Flags & CF_Operator) ||
      N.TypeId == None || P.type(N.TypeId).Kind != TypeKind::Int)
    return Out;
  bool Char = llvm::StringRef(P.type(N.TypeId).Name).contains("char");
  std::string Text =
      Char ? std::string(1, char(N.Value)) : std::to_string(N.Value);
  auto [It, New] = LiteralIds.try_emplace({Text, Place()}, Literals.size());
  if (New)
    Literals.push_back({Text, Place(), 0});
  Out.insert({ValueKind::Str, It->second, 0});
  return Out;
}

/// The operands of a call that become text, in order. Left out: the target,
/// manipulators, and sizes (a variadic function prints the numbers that it is
/// given beyond its parameters).
std::vector<ValueSet> Interpreter::pieces(Id Ctx, const CallFact &C,
                                          int Target) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  size_t Fixed = 0;
  bool Prints = C.Flags & CF_Operator;
  if (C.Callee != None) {
    Fixed = P.entity(C.Callee).Params.size();
    Prints |= P.entity(C.Callee).has(EF_Template);
  }
  std::vector<ValueSet> Out;
  for (size_t I = 0; I < C.Args.size(); ++I) {
    Id A = C.Args[I];
    if (A == None || int(I) == Target || B.Nodes[A].Kind == NodeKind::Func)
      continue;
    if (!Prints && I < Fixed && T.scalar(B.Nodes[A].TypeId))
      continue;
    Out.push_back(pieceValues(Ctx, C, A));
  }
  return Out;
}

/// Runs only in some case, or again and again, after L was declared; or begins
/// anew.
bool Interpreter::sometimes(Id Ctx, Id StmtIndex, Id L) const {
  if (Cleared.count(L))
    return true;
  const FunctionBody &B = *body(Acts[Ctx].Function);
  Place Declared = Locs[root(L)].At;
  for (Id R = B.Stmts[StmtIndex].Region; R != None; R = B.Regions[R].Parent) {
    const Region &X = B.Regions[R];
    bool Inside = Declared.File == X.Loc.File && Declared.Offset > X.Loc.Offset;
    if (!Inside && X.Kind != RegionKind::Try && X.Kind != RegionKind::Once)
      return true;
  }
  return false;
}

/// Puts the text together anew: what L held, then the pieces.
void Interpreter::rebuild(Id L, const BuiltText &Text) {
  std::vector<ValueSet> Parts(1);
  for (const Value &V : Contents[L])
    if (V != Value{ValueKind::Concat, Text.Concat, 0})
      Parts[0].insert(V);
  for (const Value &V : Text.Alternatives)
    Parts[0].erase(V);
  if (Parts[0].empty())
    Parts.clear();
  Parts.insert(Parts.end(), Text.Pieces.begin(), Text.Pieces.end());
  if (Concats[Text.Concat] != Parts) {
    Concats[Text.Concat] = std::move(Parts);
    Changed = true;
  }
}

void Interpreter::appendText(Id Ctx, Id StmtIndex, Id Call, Id L,
                             const std::vector<ValueSet> &Pieces) {
  auto [It, New] = Built.try_emplace(L);
  BuiltText &Text = It->second;
  if (New) {
    Text.Concat = Concats.size();
    Concats.emplace_back();
  }
  bool Any = llvm::any_of(
      Contents[L], [](const Value &V) { return V.Kind != ValueKind::Concat; });
  for (size_t I = 0; I < Pieces.size(); ++I) {
    auto Key = std::make_tuple(Ctx, Call, Id(I));
    auto [At, Fresh] = Text.Index.try_emplace(Key, Text.Pieces.size());
    if (Fresh && Text.Pieces.size() >= MaxPieces) {
      Text.Index.erase(At);
      return;
    }
    if (Fresh)
      Text.Pieces.emplace_back();
    Text.Pieces[At->second].merge(Pieces[I]);
    // Of pieces that take turns, each may be all there is. What comes from
    // outside is not, behind other text.
    if (sometimes(Ctx, StmtIndex, L))
      for (const Value &V : Pieces[I]) {
        ValueSet One;
        One.insert(V);
        if ((!Any || !origins(One)) && add(L, V))
          Text.Alternatives.insert(V);
      }
  }
  rebuild(L, Text);
  add(L, Value{ValueKind::Concat, Text.Concat, 0});
}

/// The text that a call makes of its operands.
Value Interpreter::formatted(Id Ctx, Id Call) {
  const CallFact &C = body(Acts[Ctx].Function)->Calls[Call];
  std::vector<ValueSet> Parts;
  if (C.Receiver != None)
    Parts.push_back(values(Ctx, C.Receiver));
  for (Id A : C.Args)
    Parts.push_back(A == None ? ValueSet() : pieceValues(Ctx, C, A));
  auto [It, New] =
      ConcatIds.try_emplace({Ctx, Call | (1u << 31)}, Concats.size());
  if (New)
    Concats.emplace_back();
  Concats[It->second] = std::move(Parts);
  return {ValueKind::Concat, It->second, 0};
}

/// The call writes its text into L, or behind what is there.
void Interpreter::putText(Id Ctx, Id StmtIndex, Id Call, Id L,
                          const FunctionModel &Model) {
  const CallFact &C = body(Acts[Ctx].Function)->Calls[Call];
  std::vector<ValueSet> Pieces = pieces(Ctx, C, Model.FormatInto);
  if (Model.How == "insert")
    appendText(Ctx, StmtIndex, Call, L, Pieces);
  else
    setText(Ctx, Call, L, Pieces);
}

/// L becomes text that is made of the pieces.
void Interpreter::setText(Id Ctx, Id Call, Id L,
                          const std::vector<ValueSet> &Pieces) {
  if (Pieces.size() == 1) {
    add(L, Pieces[0]);
    return;
  }
  auto [It, New] =
      ConcatIds.try_emplace({Ctx, Call | (1u << 30)}, Concats.size());
  if (New)
    Concats.emplace_back();
  Concats[It->second] = Pieces;
  if (!Pieces.empty())
    add(L, Value{ValueKind::Concat, It->second, 0});
}

} // namespace factor6
