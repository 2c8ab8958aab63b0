//===- Command.cpp - From a build's command to one that only parses -------===//

#include "driver/Command.h"

#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace factor6;
using llvm::StringRef;

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;
namespace tooling = clang::tooling;

using Arguments = std::vector<std::string>;

/// Drops precompiled headers: they are another compiler's. Whoever uses one
/// also includes the header it was made of.
static void stripPrecompiledHeaders(Arguments &Args) {
  Arguments Kept;
  for (size_t I = 0; I < Args.size(); ++I) {
    bool Forwarded = Args[I] == "-Xclang" && I + 1 < Args.size();
    if (StringRef(Args[Forwarded ? I + 1 : I]) == "-include-pch") {
      I += Forwarded ? 3 : 1;
      continue;
    }
    Kept.push_back(std::move(Args[I]));
  }
  Args = std::move(Kept);
}

/// Where the compiler is installed decides where its headers are.
static void placeCompiler(Arguments &Args) {
  std::string Given = Args[0];
  std::string Found = Given;
  if (!path::has_parent_path(Given))
    if (llvm::ErrorOr<std::string> Program =
            llvm::sys::findProgramByName(Given))
      Found = *Program;
  tooling::addTargetAndModeForProgramName(Args, path::filename(Given));
  if (StringRef(path::filename(Given)).contains("clang")) {
    llvm::SmallString<256> Real;
    Args[0] = fs::real_path(Found, Real) ? Found : Real.str().str();
    return;
  }
  // A GCC outside the system's prefix has a standard library of its own.
  StringRef Prefix = path::parent_path(path::parent_path(Found));
  bool Chosen =
      llvm::any_of(Args, [](StringRef A) { return A.starts_with("--gcc-"); });
  if (!Chosen && Prefix.size() > 1 && Prefix != "/usr" &&
      fs::exists(Prefix + "/lib/gcc"))
    Args.insert(Args.begin() + 1, ("--gcc-toolchain=" + Prefix).str());
}

std::vector<std::string> factor6::parsingCommand(const Request &Job,
                                                 StringRef ResourceFolder) {
  Arguments Args = Job.Args;
  if (llvm::any_of(Args, [](StringRef A) { return A.starts_with("@"); }))
    tooling::addExpandedResponseFiles(Args, Job.Directory,
                                      llvm::cl::TokenizeGNUCommandLine,
                                      *llvm::vfs::getRealFileSystem());
  for (const tooling::ArgumentsAdjuster &Adjust :
       {tooling::getClangStripOutputAdjuster(),
        tooling::getClangStripDependencyFileAdjuster(),
        tooling::getStripPluginsAdjuster(),
        tooling::getClangSyntaxOnlyAdjuster()})
    Args = Adjust(Args, Job.File);
  stripPrecompiledHeaders(Args);
  placeCompiler(Args);
  bool HasFolder = llvm::any_of(
      Args, [](StringRef A) { return A.starts_with("-resource-dir"); });
  if (!HasFolder && !ResourceFolder.empty())
    Args.insert(Args.begin() + 1, ("-resource-dir=" + ResourceFolder).str());
  return Args;
}

void factor6::trimInvocation(clang::CompilerInvocation &Invocation) {
  auto &Diagnostics = Invocation.getDiagnosticOpts();
  Diagnostics.IgnoreWarnings = true;
  // Also mutes the warnings that are errors by default, which code written
  // for another compiler has.
  Diagnostics.Warnings = {"no-everything"};
  Diagnostics.ErrorLimit = 0;
  Diagnostics.ShowCarets = false;
  Diagnostics.VerifyDiagnostics = false;
  Diagnostics.DiagnosticSerializationFile.clear();

  auto &Language = Invocation.getLangOpts();
  Language.SpellChecking = false;
  Language.DelayedTemplateParsing = false;
  Language.CommentOpts.ParseAllComments = false;

  auto &Frontend = Invocation.getFrontendOpts();
  Frontend.ProgramAction = clang::frontend::ParseSyntaxOnly;
  Frontend.SkipFunctionBodies = true;
  Frontend.DisableFree = false;
  Frontend.ShowStats = false;
  Frontend.StatsFile.clear();
  Frontend.TimeTracePath.clear();
  Frontend.OutputFile.clear();
  Frontend.Plugins.clear();
  Frontend.AddPluginActions.clear();
  Frontend.PluginArgs.clear();
  Invocation.getCodeGenOpts().ClearASTBeforeBackend = false;
  Invocation.getDependencyOutputOpts() = {};

  auto &Preprocessor = Invocation.getPreprocessorOpts();
  Preprocessor.ImplicitPCHInclude.clear();
  Preprocessor.PrecompiledPreambleBytes = {0, false};
}
