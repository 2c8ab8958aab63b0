//===- Strings.cpp --------------------------------------------------------===//
#include "derive/Strings.h"

namespace factor6 {

namespace {
constexpr size_t MaxCases = 64;
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

std::vector<ValueSet> Strings::scenarios(const ValueSet &In,
                                         unsigned Depth) const {
  ValueSet V = flatten(In);
  std::vector<ValueSet> Out;
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
                     unsigned Depth) const {
  for (const Value &X : V) {
    if (Out.size() >= MaxCases)
      return;
    StringCase C;
    if (X.Kind == ValueKind::Str) {
      C.Text = I.literals()[X.A].Text;
      C.Literals.push_back(X.A);
    } else if (X.Kind == ValueKind::From) {
      C.Known = false;
      C.Text = "*";
      C.Origins = 1u << X.A;
    } else if (X.Kind == ValueKind::Concat && Depth < 6) {
      std::vector<StringCase> Partial = {StringCase()};
      for (const ValueSet &Part : I.concats()[X.A]) {
        // Alternatives of a part multiply; parameters join all callers here.
        std::vector<StringCase> Alternatives;
        ValueSet Flat = flatten(Part);
        for (const ValueSet &S : scenarios(Flat, Depth + 2))
          expand(S, Alternatives, Depth + 1);
        if (Alternatives.empty()) {
          StringCase Unknown;
          Unknown.Text = "*";
          Alternatives.push_back(Unknown);
        }
        std::vector<StringCase> Next;
        for (const StringCase &L : Partial)
          for (const StringCase &R : Alternatives) {
            if (Next.size() >= 16)
              break;
            StringCase J = L;
            J.Text += R.Text;
            J.Literals.insert(J.Literals.end(), R.Literals.begin(),
                              R.Literals.end());
            J.Origins |= R.Origins;
            J.Known &= R.Known;
            Next.push_back(std::move(J));
          }
        Partial = std::move(Next);
      }
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
  for (const ValueSet &S : scenarios(V, 0)) {
    std::vector<StringCase> One;
    expand(S, One, 0);
    if (!One.empty())
      Out.push_back(std::move(One));
  }
  return Out;
}

} // namespace factor6
