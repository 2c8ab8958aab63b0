//===- Diff.cpp - A change as a unified diff ------------------------------===//

#include "render/Diff.h"

#include <algorithm>
#include <vector>

using namespace factor6;
using llvm::StringRef;

namespace {

/// Lines with their ends, so that a missing last line break is a difference.
std::vector<StringRef> splitLines(StringRef Text) {
  std::vector<StringRef> Lines;
  while (!Text.empty()) {
    size_t End = Text.find('\n');
    size_t Size = End == StringRef::npos ? Text.size() : End + 1;
    Lines.push_back(Text.take_front(Size));
    Text = Text.drop_front(Size);
  }
  return Lines;
}

struct Step {
  char Kind; ///< ' ', '-' or '+'
  StringRef Line;
};

/// The shortest way from one text to the other (Myers' algorithm): few edits
/// in long files are cheap.
class Comparison {
public:
  Comparison(StringRef Before, StringRef After)
      : A(splitLines(Before)), B(splitLines(After)) {}

  std::vector<Step> steps() {
    search();
    return walkBack();
  }

private:
  /// By diagonal + size of A and B: the furthest line of A.
  using Front = std::vector<long>;

  long sizeA() const { return static_cast<long>(A.size()); }
  long sizeB() const { return static_cast<long>(B.size()); }
  long offset() const { return sizeA() + sizeB() + 1; }

  bool goesDown(const Front &V, long K, long D) const {
    return K == -D || (K != D && V[offset() + K - 1] < V[offset() + K + 1]);
  }

  void search() {
    Front V(2 * offset() + 1, 0);
    for (long D = 0;; ++D) {
      Trace.push_back(V);
      for (long K = -D; K <= D; K += 2) {
        long X =
            goesDown(V, K, D) ? V[offset() + K + 1] : V[offset() + K - 1] + 1;
        while (same(X, X - K))
          ++X;
        V[offset() + K] = X;
        if (X >= sizeA() && X - K >= sizeB())
          return;
      }
    }
  }

  bool same(long X, long Y) const {
    return X < sizeA() && Y < sizeB() && A[X] == B[Y];
  }

  std::vector<Step> walkBack() const {
    std::vector<Step> Steps;
    long X = sizeA(), Y = sizeB();
    for (long D = static_cast<long>(Trace.size()) - 1; D >= 0; --D) {
      const Front &V = Trace[D];
      long K = X - Y;
      bool Down = goesDown(V, K, D);
      long FromK = Down ? K + 1 : K - 1;
      long FromX = D ? V[offset() + FromK] : 0, FromY = D ? FromX - FromK : 0;
      while (X > FromX && Y > FromY && X > 0 && Y > 0 && A[X - 1] == B[Y - 1]) {
        Steps.push_back({' ', A[--X]});
        --Y;
      }
      if (D == 0)
        break;
      if (Down)
        Steps.push_back({'+', B[--Y]});
      else
        Steps.push_back({'-', A[--X]});
    }
    std::reverse(Steps.begin(), Steps.end());
    return Steps;
  }

  std::vector<StringRef> A, B;
  std::vector<Front> Trace;
};

constexpr size_t Context = 3;

/// The end of the hunk that begins with the change at \p I: changes with no
/// more than twice the context between them belong together.
size_t hunkEnd(const std::vector<Step> &Steps, size_t I) {
  size_t End = I + 1;
  for (size_t J = I; J < Steps.size() && J <= End + 2 * Context; ++J)
    if (Steps[J].Kind != ' ')
      End = J + 1;
  return End;
}

void writeRange(llvm::raw_ostream &Out, char Sign, size_t Start, size_t Count) {
  Out << Sign << (Count ? Start + 1 : Start);
  if (Count != 1)
    Out << ',' << Count;
}

void writeHunk(llvm::raw_ostream &Out, const std::vector<Step> &Steps,
               size_t First, size_t Last, size_t OldStart, size_t NewStart) {
  size_t Old = 0, New = 0;
  for (size_t I = First; I < Last; ++I) {
    Old += Steps[I].Kind != '+';
    New += Steps[I].Kind != '-';
  }
  Out << "@@ ";
  writeRange(Out, '-', OldStart, Old);
  Out << ' ';
  writeRange(Out, '+', NewStart, New);
  Out << " @@\n";
  for (size_t I = First; I < Last; ++I) {
    Out << Steps[I].Kind << Steps[I].Line;
    if (!Steps[I].Line.ends_with("\n"))
      Out << "\n\\ No newline at end of file\n";
  }
}

} // namespace

void factor6::renderDiff(llvm::raw_ostream &Out, StringRef Name,
                         StringRef Before, StringRef After) {
  if (Before == After)
    return;
  std::vector<Step> Steps = Comparison(Before, After).steps();
  Out << "--- a/" << Name << "\n+++ b/" << Name << '\n';
  size_t OldLine = 0, NewLine = 0, Counted = 0;
  for (size_t I = 0; I < Steps.size(); ++I) {
    if (Steps[I].Kind == ' ')
      continue;
    size_t End = hunkEnd(Steps, I);
    size_t First = I - std::min(I, Context),
           Last = std::min(End + Context, Steps.size());
    for (; Counted < First; ++Counted) {
      OldLine += Steps[Counted].Kind != '+';
      NewLine += Steps[Counted].Kind != '-';
    }
    writeHunk(Out, Steps, First, Last, OldLine, NewLine);
    I = End - 1;
  }
}
