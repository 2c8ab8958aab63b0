//===- FrontEnd.cpp - One compile command, parsed and summarised ----------===//

#include "driver/FrontEnd.h"

#include "driver/Command.h"
#include "driver/CompileDatabase.h"
#include "facts/Encoding.h"

#include "llvm/Config/llvm-config.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#if LLVM_VERSION_MAJOR >= 22
#include "clang/Driver/CreateInvocationFromArgs.h"
#else
#include "clang/Frontend/Utils.h"
#endif
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace factor6;
using llvm::StringRef;

namespace fs = llvm::sys::fs;

namespace {

/// Counts errors and keeps the first as "file:line: message".
class ErrorCollector : public clang::DiagnosticConsumer {
public:
  explicit ErrorCollector(const Request &Job) : Job(Job) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override {
    clang::DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < clang::DiagnosticsEngine::Error || Count++ > 0)
      return;
    llvm::SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    if (Info.hasSourceManager() && Info.getLocation().isValid()) {
      clang::PresumedLoc Loc =
          Info.getSourceManager().getPresumedLoc(Info.getLocation());
      if (Loc.isValid())
        First = place(Loc.getFilename()) + ":" + std::to_string(Loc.getLine()) +
                ": ";
    }
    First += Text.str();
    // One line, whatever the source put into a #error or static_assert.
    std::replace(First.begin(), First.end(), '\n', ' ');
  }

  uint64_t Count = 0;
  std::string First;

private:
  /// Relative to the project if the file is in it.
  std::string place(StringRef File) const {
    std::string Path = absolutePath(File, Job.Directory);
    StringRef Rest = Path;
    if (!Job.Project.Root.empty() && Rest.consume_front(Job.Project.Root) &&
        Rest.consume_front("/"))
      return Rest.str();
    return Path;
  }

  const Request &Job;
};

/// Summarises the translation unit when it has been parsed to its end.
class Extractor : public clang::ASTConsumer {
public:
  Extractor(const ProjectFiles &Project, const ErrorCollector &Errors,
            llvm::function_ref<void(const Outcome &)> Done)
      : Project(Project), Errors(Errors), Done(Done) {}

  void Initialize(clang::ASTContext &Ctx) override { Context = &Ctx; }

  /// A library's header whose bodies instantiate templates of the project.
  bool instantiates(clang::FileID File) const {
    clang::OptionalFileEntryRef Entry =
        Context->getSourceManager().getFileEntryRefForID(File);
    return Entry &&
           llvm::is_contained(Project.Instantiating,
                              llvm::sys::path::filename(Entry->getName()));
  }

  bool shouldSkipFunctionBody(clang::Decl *D) override {
    const clang::SourceManager &Sources = Context->getSourceManager();
    clang::FileID File =
        Sources.getFileID(Sources.getExpansionLoc(D->getLocation()));
    auto [Known, New] = IsOurs.try_emplace(File, false);
    if (New)
      Known->second = isOurs(File) || instantiates(File);
    return !Known->second;
  }

  void HandleTranslationUnit(clang::ASTContext &Ctx) override {
    Done({OutcomeKind::Parsed, Errors.First, Errors.Count,
          encode(extract(Ctx, Project))});
  }

private:
  bool isOurs(clang::FileID File) const {
    const clang::SourceManager &Sources = Context->getSourceManager();
    clang::OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File);
    if (!Entry)
      return false;
    bool System = clang::SrcMgr::isSystem(
        Sources.getFileCharacteristic(Sources.getLocForStartOfFile(File)));
    return Project.contains(absolutePath(Entry->getName()), System);
  }

  const ProjectFiles &Project;
  const ErrorCollector &Errors;
  llvm::function_ref<void(const Outcome &)> Done;
  clang::ASTContext *Context = nullptr;
  llvm::DenseMap<clang::FileID, bool> IsOurs;
};

class ExtractAction : public clang::ASTFrontendAction {
public:
  explicit ExtractAction(std::unique_ptr<Extractor> Consumer)
      : Consumer(std::move(Consumer)) {}

protected:
  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &, StringRef) override {
    return std::move(Consumer);
  }

private:
  std::unique_ptr<Extractor> Consumer;
};

} // namespace

/// An engine for the driver's complaints. Most are about options of another
/// compiler, and do not matter.
static llvm::IntrusiveRefCntPtr<clang::DiagnosticsEngine>
makeDiagnostics(clang::DiagnosticConsumer &Client,
                clang::DiagnosticOptions &Options) {
#if LLVM_VERSION_MAJOR >= 22
  return clang::CompilerInstance::createDiagnostics(
      *llvm::vfs::getRealFileSystem(), Options, &Client,
      /*ShouldOwnClient=*/false);
#else
  return clang::CompilerInstance::createDiagnostics(
      new clang::DiagnosticOptions(Options), &Client,
      /*ShouldOwnClient=*/false);
#endif
}

/// A processor that this clang does not know is no reason to give up.
static void forgetUnknownProcessor(clang::TargetOptions &Options) {
  clang::DiagnosticOptions DiagnosticOptions;
  clang::IgnoringDiagConsumer Ignore;
  auto Diagnostics = makeDiagnostics(Ignore, DiagnosticOptions);
#if LLVM_VERSION_MAJOR >= 22
  clang::TargetOptions Copy = Options;
  llvm::IntrusiveRefCntPtr<clang::TargetInfo> Target =
      clang::TargetInfo::CreateTargetInfo(*Diagnostics, Copy);
#else
  llvm::IntrusiveRefCntPtr<clang::TargetInfo> Target =
      clang::TargetInfo::CreateTargetInfo(
          *Diagnostics, std::make_shared<clang::TargetOptions>(Options));
#endif
  if (Target)
    return;
  Options.CPU.clear();
  Options.TuneCPU.clear();
  Options.ABI.clear();
}

static std::unique_ptr<clang::CompilerInvocation>
makeInvocation(const Request &Job, ErrorCollector &Errors) {
  std::vector<std::string> Args = parsingCommand(Job, resourceFolder());
  std::vector<const char *> Pointers;
  Pointers.reserve(Args.size());
  for (const std::string &Arg : Args)
    Pointers.push_back(Arg.c_str());
  clang::DiagnosticOptions DiagnosticOptions;
  clang::CreateInvocationOptions Options;
  Options.Diags = makeDiagnostics(Errors, DiagnosticOptions);
  Options.RecoverOnError = true;
  auto Invocation = clang::createInvocation(Pointers, Options);
  if (Invocation) {
    trimInvocation(*Invocation);
    forgetUnknownProcessor(Invocation->getTargetOpts());
  }
  return Invocation;
}

static bool execute(std::shared_ptr<clang::CompilerInvocation> Invocation,
                    ErrorCollector &Errors, clang::FrontendAction &Action) {
#if LLVM_VERSION_MAJOR >= 22
  clang::CompilerInstance Compiler(std::move(Invocation));
  Compiler.createVirtualFileSystem(llvm::vfs::getRealFileSystem(), &Errors);
#else
  clang::CompilerInstance Compiler;
  Compiler.setInvocation(std::move(Invocation));
#endif
  Compiler.createDiagnostics(&Errors, /*ShouldOwnClient=*/false);
  // A missing header must not stop templates from being instantiated.
  Compiler.getDiagnostics().setFatalsAsError(true);
  return Compiler.ExecuteAction(Action);
}

void factor6::parseFile(const Request &Job,
                        llvm::function_ref<void(const Outcome &)> Done) {
  auto Fail = [&](const llvm::Twine &Why) {
    Done({OutcomeKind::Failed, Why.str(), 0, {}});
  };
  if (!fs::exists(Job.File))
    return Fail("no such file");
  if (fs::is_directory(Job.File))
    return Fail("a folder, not a source file");
  if (fs::set_current_path(Job.Directory))
    return Fail("the command's folder " + Job.Directory + " does not exist");

  ErrorCollector CommandErrors(Job);
  std::shared_ptr<clang::CompilerInvocation> Invocation =
      makeInvocation(Job, CommandErrors);
  if (!Invocation)
    return Fail("clang cannot use the compile command: " +
                (CommandErrors.First.empty() ? "no C or C++ in it"
                                             : CommandErrors.First));

  ErrorCollector Errors(Job);
  bool Answered = false;
  auto Answer = [&](const Outcome &O) {
    Answered = true;
    Done(O);
  };
  ExtractAction Action(
      std::make_unique<Extractor>(Job.Project, Errors, Answer));
  bool Parsed = execute(std::move(Invocation), Errors, Action);
  if (!Answered)
    Fail(Errors.First.empty()
             ? "clang could not start on it (" + llvm::Twine(Parsed) + ")"
             : llvm::Twine(Errors.First));
}

std::string factor6::resourceFolder() {
  if (fs::is_directory(FACTOR6_CLANG_RESOURCE_DIR))
    return FACTOR6_CLANG_RESOURCE_DIR;
  // Moved elsewhere together with LLVM: look beside the program.
  std::string Program =
      fs::getMainExecutable(nullptr, reinterpret_cast<void *>(&resourceFolder));
  llvm::SmallString<256> Folder = llvm::sys::path::parent_path(Program);
  llvm::sys::path::append(Folder, "..", "lib", "clang",
                          llvm::Twine(LLVM_VERSION_MAJOR));
  return fs::is_directory(Folder) ? Folder.str().str() : std::string();
}
