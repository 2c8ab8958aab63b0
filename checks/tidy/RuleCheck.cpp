//===- RuleCheck.cpp - A rule as clang-tidy check -------------------------===//
#include "tidy/RuleCheck.h"

#include "clang/AST/ASTContext.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"

#include <utility>

using namespace clang;
using namespace clang::ast_matchers;

namespace factor6 {

namespace {

/// Matches the first declaration that is visited, whatever it is. That is the
/// translation unit in clang-tidy, but in clangd, which visits only what is
/// written in the main file, some declaration of it.
class FirstDeclaration : public ast_matchers::internal::MatcherInterface<Decl> {
public:
  bool matches(const Decl &, ast_matchers::internal::ASTMatchFinder *,
               ast_matchers::internal::BoundNodesTreeBuilder *) const override {
    return !std::exchange(Seen, true);
  }

private:
  mutable bool Seen = false;
};

std::vector<std::string> split(StringRef List) {
  std::vector<std::string> Items;
  SmallVector<StringRef> Parts;
  List.split(Parts, ';');
  for (StringRef Part : Parts)
    if (!Part.trim().empty())
      Items.push_back(Part.trim().str());
  return Items;
}

} // namespace

RuleCheck::RuleCheck(StringRef Name, tidy::ClangTidyContext *Context,
                     std::shared_ptr<Session> S)
    : ClangTidyCheck(Name, Context), Rule(Name), Shared(std::move(S)),
      Models(Options.get("Models", "")),
      EntryPoints(Options.get("EntryPoints", "")),
      EnvFunction(Options.get("EnvFunction", "")),
      ShowNotes(Options.get("ShowNotes", false)) {
  TidyOptions Own;
  Own.Models = split(Models);
  Own.EntryPoints = split(EntryPoints);
  Own.EnvFunction = EnvFunction;
  Shared->addOptions(Own);
}

void RuleCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Opts) {
  Options.store(Opts, "Models", Models);
  Options.store(Opts, "EntryPoints", EntryPoints);
  Options.store(Opts, "EnvFunction", EnvFunction);
  Options.store(Opts, "ShowNotes", ShowNotes);
}

void RuleCheck::registerMatchers(MatchFinder *Finder) {
  // A check that asks for every declaration slows clang-tidy down, so only one
  // does. The others need some matcher to be told of the end of the TU.
  if (Shared->claimLead())
    Finder->addMatcher(
        ast_matchers::internal::Matcher<Decl>(new FirstDeclaration), this);
  else
    Finder->addMatcher(translationUnitDecl(), this);
}

void RuleCheck::check(const MatchFinder::MatchResult &Result) {
  Shared->setAST(*Result.Context);
}

void RuleCheck::onEndOfTranslationUnit() {
  const std::vector<Finding> &Findings = Shared->findings();
  if (const std::string Error = Shared->takeOptionError(); !Error.empty())
    configurationDiag("%0") << Error;
  for (const Finding &F : Findings)
    if (F.Rule == Rule && (ShowNotes || F.Level != Severity::Note))
      show(F);
}

void RuleCheck::show(const Finding &F) {
  const SourceLocation At = locate(F.At);
  if (At.isInvalid())
    return;
  diag(At, "%0") << F.Message << fixes(F);
  for (const std::vector<FindingStep> &Flow : F.Flows)
    showSteps(Flow);
  showSteps(F.Notes);
  if (!F.Hint.empty())
    diag(At, "%0", DiagnosticIDs::Note) << F.Hint;
}

/// clang-tidy applies the fixes of one file together and would write a helper
/// once per finding. In clangd, each is applied alone and has to be complete;
/// so is one that NOLINT may silence.
bool RuleCheck::written(const Finding &F, const FindingEdit &Edit) {
  const std::vector<Decl *> Scope = Shared->ast()->getTraversalScope();
  const SourceLocation At = locate(F.At);
  if (Edit.Length || !StringRef(Edit.Text).contains('\n') || At.isInvalid() ||
      Scope.size() != 1 || !isa<TranslationUnitDecl>(Scope[0]))
    return false;
  if (Helpers.count(Edit.At))
    return true;
  const SourceManager &SM = Shared->ast()->getSourceManager();
  if (!SM.getBufferData(SM.getFileID(At)).contains("NOLINT"))
    Helpers.insert(Edit.At);
  return false;
}

/// Half a fix may not compile: nothing if one edit is out of this TU's reach.
std::vector<FixItHint> RuleCheck::fixes(const Finding &F) {
  std::vector<FixItHint> Hints;
  for (const FindingEdit &Edit : F.Fix) {
    if (written(F, Edit))
      continue;
    const SourceLocation Begin = locate(Edit.At, Edit.Length);
    if (Begin.isInvalid())
      return {};
    const auto Range = CharSourceRange::getCharRange(
        Begin, Begin.getLocWithOffset(static_cast<int>(Edit.Length)));
    Hints.push_back(FixItHint::CreateReplacement(Range, Edit.Text));
  }
  return Hints;
}

void RuleCheck::showSteps(const std::vector<FindingStep> &Steps) {
  for (const FindingStep &Step : Steps)
    if (const SourceLocation At = locate(Step.At); At.isValid())
      diag(At, "%0", DiagnosticIDs::Note) << Step.Text;
}

SourceLocation RuleCheck::locate(const FindingPlace &At, unsigned Length) {
  SourceManager &SM = Shared->ast()->getSourceManager();
  const auto [Entry, New] = Files.try_emplace(At.File);
  if (New)
    if (auto File = SM.getFileManager().getOptionalFileRef(At.File))
      Entry->second = SM.translateFile(*File);
  const FileID File = Entry->second;
  // The text may have changed under a long-lived clangd: no place is better
  // than a wrong one.
  if (File.isInvalid() || At.Offset + Length > SM.getFileIDSize(File))
    return SourceLocation();
  return SM.getComposedLoc(File, At.Offset);
}

} // namespace factor6
