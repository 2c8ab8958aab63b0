//===- Text.cpp - A report for people -------------------------------------===//

#include "render/Render.h"
#include "render/Source.h"

#include "llvm/ADT/Twine.h"

#include <fmt/format.h>

using namespace factor6;
using llvm::StringRef;

namespace {

/// How many trails of one finding are worth reading.
constexpr size_t MostFlows = 3;

class TextRenderer {
public:
  TextRenderer(llvm::raw_ostream &Out, const TextOptions &Options)
      : Out(Out), Options(Options) {}
  void finding(const Finding &F);

private:
  using Color = llvm::raw_ostream::Colors;

  void message(const FindingPlace &At, StringRef Level, Color C, StringRef Text,
               StringRef Rule);
  void snippet(const FindingPlace &At);
  void colored(Color C, bool Bold, const llvm::Twine &Text);
  void step(const FindingStep &Step) {
    message(Step.At, "note", Color::BLACK, Step.Text, "");
    snippet(Step.At);
  }

  llvm::raw_ostream &Out;
  const TextOptions &Options;
  SourceCache Sources;
};

void TextRenderer::colored(Color C, bool Bold, const llvm::Twine &Text) {
  if (Options.Colors)
    Out.changeColor(C, Bold);
  Out << Text;
  if (Options.Colors)
    Out.resetColor();
}

void TextRenderer::message(const FindingPlace &At, StringRef Level, Color C,
                           StringRef Text, StringRef Rule) {
  if (!At.File.empty()) {
    StringRef Path = relativePath(At.File, Options.WorkingDirectory);
    colored(Color::SAVEDCOLOR, true,
            Path + ":" + llvm::Twine(At.Line) + ":" + llvm::Twine(At.Column) +
                ": ");
  }
  colored(C, true, Level + ": ");
  colored(Color::SAVEDCOLOR, !Rule.empty(), Text);
  if (!Rule.empty())
    Out << " [" << Rule << ']';
  Out << '\n';
}

/// The line, and a caret under the column. Tabs are kept, so that the caret
/// stands right whatever their width.
void TextRenderer::snippet(const FindingPlace &At) {
  StringRef Line = Sources.line(At.File, At.Line);
  if (Line.trim().empty() || At.Column == 0 || At.Column > Line.size() + 1)
    return;
  std::string Padding;
  for (char C : Line.take_front(At.Column - 1))
    if ((C & 0xC0) != 0x80)
      Padding += C == '\t' ? '\t' : ' ';
  uint32_t Length = Sources.tokenLength(At.File, At.Line, At.Column);
  StringRef Token = Line.substr(At.Column - 1, Length);
  uint32_t Width = utf16Column(Token, Token.size() + 1) - 1;
  Out << fmt::format("{:5} | {}\n", At.Line, std::string_view(Line));
  Out << "      | " << Padding;
  colored(Color::GREEN, true,
          "^" + std::string(Width > 1 ? Width - 1 : 0, '~'));
  Out << '\n';
}

void TextRenderer::finding(const Finding &F) {
  Color C = F.Level == Severity::Error     ? Color::RED
            : F.Level == Severity::Warning ? Color::MAGENTA
                                           : Color::CYAN;
  message(F.At, severityName(F.Level), C, F.Message, F.Rule);
  snippet(F.At);
  for (size_t I = 0; I < F.Flows.size() && I < MostFlows; ++I)
    for (const FindingStep &Step : F.Flows[I])
      step(Step);
  if (F.Flows.size() > MostFlows)
    Out << fmt::format("note: and {} more ways to get there\n",
                       F.Flows.size() - MostFlows);
  for (const FindingStep &Step : F.Notes)
    step(Step);
  if (!F.Hint.empty()) {
    colored(Color::GREEN, true, "hint: ");
    Out << F.Hint << '\n';
  }
  if (!F.Fix.empty()) {
    colored(Color::GREEN, true, "fix: ");
    Out << (F.FixTitle.empty() ? "a fix is known" : F.FixTitle) << " (--fix)\n";
  }
  Out << '\n';
}

std::string counted(size_t Count, StringRef What) {
  return fmt::format("{} {}{}", Count, std::string_view(What),
                     Count == 1 ? "" : "s");
}

} // namespace

void factor6::renderText(llvm::raw_ostream &Out, const Report &R,
                         const TextOptions &Options) {
  TextRenderer Renderer(Out, Options);
  for (const Judged &J : R.Findings)
    if (!J.Suppressed && !J.Fixed &&
        (Options.Notes || J.F.Level > Severity::Note))
      Renderer.finding(J.F);
  renderSummary(Out, R, Options);
}

void factor6::renderSummary(llvm::raw_ostream &Out, const Report &R,
                            const TextOptions &Options) {
  for (const std::string &Remark : R.Remarks)
    Out << "remark: " << Remark << '\n';
  size_t Suppressed = 0, Fixed = 0;
  for (const Judged &J : R.Findings) {
    Suppressed += J.Suppressed;
    Fixed += J.Fixed;
  }
  if (Fixed)
    Out << counted(Fixed, "finding") << " fixed\n";
  if (Suppressed)
    Out << counted(Suppressed, "finding") << " suppressed by NOLINT\n";
  Counts C = count(R);
  Out << counted(C.all(), "finding") << " (" << counted(C.Errors, "error")
      << ", " << counted(C.Warnings, "warning") << ", "
      << counted(C.Notes, "note") << ") in " << counted(C.Files, "file");
  if (C.Notes && !Options.Notes)
    Out << "; --notes shows the notes";
  Out << "\nTUs: "
      << fmt::format("requested {} = analysed {} + failed {} + skipped {}\n",
                     R.Requested, R.Analysed, R.Failed.size(), R.Skipped);
}
