//===- RuleCheck.h - A rule as clang-tidy check ---------------------------===//
#ifndef FACTOR6_TIDY_RULECHECK_H
#define FACTOR6_TIDY_RULECHECK_H

#include "tidy/Session.h"

#include "clang-tidy/ClangTidyCheck.h"
#include "llvm/ADT/StringMap.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace factor6 {

/// One class for all rules: shows the shared analysis' findings of the rule
/// that it is named after.
///
/// CheckOptions, read from every enabled check:
///   Models       files with the user's own models, separated by semicolons
///   EntryPoints  qualified names of functions that run once per request
///   EnvFunction  function that the host fix-it calls to read a setting
///   ShowNotes    also show findings of note level (this rule only)
class RuleCheck : public clang::tidy::ClangTidyCheck {
public:
  RuleCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
            std::shared_ptr<Session> Shared);

  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;
  void onEndOfTranslationUnit() override;

private:
  void show(const Finding &F);
  std::vector<clang::FixItHint> fixes(const Finding &F);
  /// What several findings share and an earlier one of this TU has written.
  bool written(const Finding &F, const FindingEdit &Edit);
  void showSteps(const std::vector<FindingStep> &Steps);
  /// Invalid if the place is in no file of this translation unit.
  clang::SourceLocation locate(const FindingPlace &At, unsigned Length = 0);

  std::string Rule;
  std::shared_ptr<Session> Shared;
  const std::string Models, EntryPoints, EnvFunction;
  const bool ShowNotes;
  llvm::StringMap<clang::FileID> Files;
  std::set<FindingPlace> Helpers;
};

} // namespace factor6

#endif
