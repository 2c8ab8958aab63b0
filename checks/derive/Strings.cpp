//===- Strings.cpp --------------------------------------------------------===//
#include "derive/Strings.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace factor6 {

namespace {
constexpr size_t MaxCases = 64;
constexpr size_t MaxCombined = 16;  ///< of two parts
constexpr unsigned MaxSteps = 4000; ///< values looked at for one place; what
                                    ///< lies behind more is not known

/// The first place in a format text where a value goes: `{}`, `{0:>4}`, `%s`,
/// `%1%`. Empty if there is none.
llvm::StringRef placeholder(llvm::StringRef Text) {
  for (size_t I = 0; I < Text.size(); ++I) {
    llvm::StringRef Rest = Text.substr(I);
    if (Rest.consume_front("{")) {
      size_t End = Rest.find_first_of("{}");
      if (End < 12 && Rest[End] == '}' &&
          (!End || Rest[0] == ':' || llvm::isAlnum(Rest[0])))
        return Text.substr(I, End + 2);
    } else if (Rest.consume_front("%")) {
      size_t End = Rest.find_first_not_of("0123456789-+ #.*hlLzjtq");
      if (End < 8 && llvm::StringRef("sdiuxXcfgp%").contains(Rest[End]) &&
          (Rest[End] != '%' || End))
        return Text.substr(I, End + 2);
    }
  }
  return "";
}

/// What follows a format text goes into it.
void join(std::string &Text, llvm::StringRef Next) {
  llvm::StringRef Hole = placeholder(Text);
  if (Hole.empty())
    Text += Next;
  else
    Text.replace(Hole.data() - Text.data(), Hole.size(), Next.str());
}

/// What a variable begins with is no text beside what it is filled with.
void dropEmpty(std::vector<StringCase> &Alternatives) {
  auto Empty = [](const StringCase &S) { return S.Text.empty() && S.Known; };
  if (!llvm::all_of(Alternatives, Empty))
    llvm::erase_if(Alternatives, Empty);
}

/// Each beginning with each continuation; if that is too many, each of both at
/// least once.
std::vector<StringCase> combined(const std::vector<StringCase> &Begin,
                                 const std::vector<StringCase> &Next) {
  size_t All = Begin.size() * Next.size();
  bool Every = All <= MaxCombined;
  size_t Count = Every ? All : std::max(Begin.size(), Next.size());
  std::vector<StringCase> Out;
  for (size_t I = 0; I < Count; ++I) {
    StringCase J = Begin[Every ? I / Next.size() : I % Begin.size()];
    const StringCase &R = Next[I % Next.size()];
    join(J.Text, R.Text);
    J.Literals.insert(J.Literals.end(), R.Literals.begin(), R.Literals.end());
    J.Origins |= R.Origins;
    J.Known &= R.Known;
    Out.push_back(std::move(J));
  }
  return Out;
}
} // namespace

/// The parts of a concatenation. `a + b + c` is one of two parts, the first
/// being a concatenation itself.
std::vector<ValueSet> Strings::pieces(Id Concat) const {
  std::vector<ValueSet> Reversed;
  llvm::SmallVector<Id, 8> Seen;
  for (Id At = Concat; !llvm::is_contained(Seen, At);) {
    Seen.push_back(At);
    const std::vector<ValueSet> &Parts = I.concats()[At];
    bool Nested = !Parts.empty() && Parts[0].size() == 1 &&
                  Parts[0].begin()->Kind == ValueKind::Concat &&
                  !llvm::is_contained(Seen, Parts[0].begin()->A);
    for (size_t N = Parts.size(); N > Nested; --N)
      Reversed.push_back(Parts[N - 1]);
    if (!Nested)
      break;
    At = Parts[0].begin()->A;
  }
  std::reverse(Reversed.begin(), Reversed.end());
  return Reversed;
}

/// References to strings become what those hold.
ValueSet Strings::flatten(const ValueSet &V) const {
  ValueSet Out;
  for (const Value &X : V) {
    if (X.Kind != ValueKind::Ref) {
      Out.insert(X);
      continue;
    }
    for (const Value &Y : I.resolved(X.A))
      if (Y.Kind != ValueKind::Ref)
        Out.insert(Y);
  }
  return Out;
}

/// The objects that a braced list's elements are copied from, if all of them
/// are variables or members: `{config.first, config.second}`. L is such an
/// element, or what a loop calls it.
std::vector<Id> Strings::listed(Id L) const {
  std::vector<Id> Sources = {L}, Out;
  I.copySources(L, Sources, 0);
  for (Id S : Sources) {
    const Loc &X = I.loc(S);
    if (X.Kind != LocKind::Elem || I.loc(X.Parent).Kind != LocKind::Temp)
      continue;
    const Loc &List = I.loc(X.Parent);
    const FunctionBody *B = I.body(List.Parent);
    if (!B || List.Ref >= B->Nodes.size() ||
        B->Nodes[List.Ref].Kind != NodeKind::List)
      continue;
    for (const Value &Element : I.contents(S)) {
      bool Copy =
          Element.Kind == ValueKind::Ref && !I.contents(Element.A).empty() &&
          llvm::all_of(I.contents(Element.A),
                       [](const Value &V) { return V.Kind == ValueKind::Ref; });
      if (!Copy)
        return {};
      Out.push_back(Element.A);
    }
  }
  return Out;
}

/// Elements of one list stand beside each other; what overrides one says
/// nothing of the rest.
std::vector<ValueSet> Strings::elements(const ValueSet &In) const {
  std::vector<Id> Objects;
  if (In.size() == 1 && In.has(ValueKind::Ref))
    Objects = listed(In.begin()->A);
  ValueSet All = flatten(In), Seen;
  std::vector<ValueSet> Out;
  for (Id L : Objects) {
    ValueSet One;
    One.insert(refTo(L));
    Out.push_back(flatten(One));
    Seen.merge(Out.back());
  }
  // It may also hold something else.
  if (Out.size() > 1 && Seen == All)
    return Out;
  return {All};
}

std::vector<ValueSet> Strings::scenarios(const ValueSet &In,
                                         unsigned Depth) const {
  std::vector<ValueSet> Out, Each = elements(In);
  if (Each.size() > 1 && Depth <= 8) {
    for (const ValueSet &One : Each)
      for (ValueSet &S : scenarios(One, Depth + 1))
        if (Out.size() < MaxCases)
          Out.push_back(std::move(S));
    return Out;
  }
  ValueSet V = Each[0];
  const Value *Param = nullptr;
  for (const Value &X : V)
    if (X.Kind == ValueKind::Param) {
      Param = &X;
      break;
    }
  if (!Param || Depth > 8) {
    Out.push_back(V);
    return Out;
  }
  Value P = *Param;
  ValueSet Rest = V;
  Rest.erase(P);
  for (const auto &C : I.activations()[P.A].Callers) {
    if (P.B >= C.Strings.size() || Out.size() >= MaxCases)
      continue;
    ValueSet One = Rest;
    for (const Value &X : C.Strings[P.B])
      if (X != P)
        One.insert(X);
    for (ValueSet &S : scenarios(One, Depth + 1))
      if (Out.size() < MaxCases)
        Out.push_back(std::move(S));
  }
  if (Out.empty())
    Out.push_back(Rest);
  return Out;
}

void Strings::expand(const ValueSet &V, std::vector<StringCase> &Out,
                     std::vector<Id> &Open, unsigned Depth) const {
  for (const Value &X : V) {
    if (Out.size() >= MaxCases)
      return;
    ++Steps;
    StringCase C;
    if (X.Kind == ValueKind::Str) {
      C.Text = I.literals()[X.A].Text;
      C.Literals.push_back(X.A);
    } else if (X.Kind == ValueKind::From) {
      C.Known = false;
      C.Text = "*";
      C.Origins = 1u << X.A;
    } else if (X.Kind == ValueKind::Concat && Depth < 6 && Steps > MaxSteps) {
      C.Known = false;
      C.Text = "*";
    } else if (X.Kind == ValueKind::Concat && Depth < 6) {
      // Text that is appended to itself.
      if (llvm::is_contained(Open, X.A))
        continue;
      Open.push_back(X.A);
      std::vector<StringCase> Partial = {StringCase()};
      for (const ValueSet &Part : pieces(X.A)) {
        // Alternatives of a part multiply; parameters join all callers here.
        std::vector<StringCase> Alternatives;
        ValueSet Flat = flatten(Part);
        for (const ValueSet &S : scenarios(Flat, Depth + 2))
          expand(S, Alternatives, Open, Depth + 1);
        dropEmpty(Alternatives);
        if (Alternatives.empty()) {
          StringCase Unknown;
          Unknown.Text = "*";
          Alternatives.push_back(Unknown);
        }
        Partial = combined(Partial, Alternatives);
      }
      Open.pop_back();
      for (StringCase &S : Partial)
        Out.push_back(std::move(S));
      continue;
    } else {
      continue;
    }
    Out.push_back(std::move(C));
  }
}

std::vector<std::vector<StringCase>> Strings::cases(const ValueSet &V) const {
  std::vector<std::vector<StringCase>> Out;
  Steps = 0;
  for (const ValueSet &S : scenarios(V, 0)) {
    std::vector<StringCase> One;
    std::vector<Id> Open;
    expand(S, One, Open, 0);
    if (!One.empty())
      Out.push_back(std::move(One));
  }
  return Out;
}

} // namespace factor6
