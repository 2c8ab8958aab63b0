//===- Session.h - One analysis per TU, shared by all checks --------------===//
//
// clang-tidy makes one check object per rule and translation unit; the
// extraction behind them is the same, and is done once. The checks that
// clang-tidy made together hold one Session together; it dies with the last
// of them, at the end of the translation unit.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_TIDY_SESSION_H
#define FACTOR6_TIDY_SESSION_H

#include "rules/Finding.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringRef.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace clang {
class ASTContext;
namespace tidy {
class ClangTidyContext;
} // namespace tidy
} // namespace clang

namespace factor6 {

/// What users set in CheckOptions. All rules share one analysis, so what any
/// enabled rule was given counts for all of them.
struct TidyOptions {
  std::vector<std::string> Models; ///< files; relative ones: see findUpward
  std::vector<std::string> EntryPoints;
  std::string EnvFunction;
};

class Session {
public:
  /// Called by every check as it is made, before the analysis.
  void addOptions(const TidyOptions &More);

  /// True for the first caller: the check that has to tell the AST.
  bool claimLead();

  /// The first declaration that clang-tidy visited told the AST.
  void setAST(clang::ASTContext &Context) { AST = &Context; }
  clang::ASTContext *ast() const { return AST; }

  /// Findings of all rules; computed by the first caller. Empty without an AST.
  const std::vector<Finding> &findings();

  /// What was wrong with the options, in one line, given to the first caller
  /// only; empty if nothing was.
  std::string takeOptionError();

private:
  void analyze();

  TidyOptions Options;
  clang::ASTContext *AST = nullptr;
  std::vector<Finding> Findings;
  std::string OptionError;
  bool Led = false;
  bool Analyzed = false;
};

/// Hands the checks of one ClangTidyContext the same Session. Check factories
/// are shared by clangd's threads, so the table is locked; a Session itself is
/// used by one thread only.
class SessionTable {
public:
  std::shared_ptr<Session> get(const clang::tidy::ClangTidyContext *Context);

private:
  std::mutex Lock;
  llvm::DenseMap<const clang::tidy::ClangTidyContext *, std::weak_ptr<Session>>
      Sessions;
};

} // namespace factor6

#endif
