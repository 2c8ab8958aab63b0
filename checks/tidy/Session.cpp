//===- Session.cpp - One analysis per TU, shared by all checks ------------===//
#include "tidy/Session.h"

#include "extract/BesideFile.h"
#include "extract/Extract.h"
#include "models/Models.h"
#include "rules/Analysis.h"

#include "clang/AST/ASTContext.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

#include <optional>
#include <utility>

using namespace clang;

namespace factor6 {

namespace {

void append(std::vector<std::string> &To,
            const std::vector<std::string> &More) {
  for (const std::string &Item : More)
    if (!llvm::is_contained(To, Item))
      To.push_back(Item);
}

/// clang-tidy does not say which .clang-tidy an option came from. A relative
/// name is therefore looked for beside the main file and in the folders above
/// it, which is where that .clang-tidy lies.
std::string findUpward(SourceManager &SM, StringRef Name) {
  if (llvm::sys::path::is_absolute(Name))
    return Name.str();
  OptionalFileEntryRef Main = SM.getFileEntryRefForID(SM.getMainFileID());
  if (!Main)
    return Name.str();
  SmallString<256> File(Main->getName());
  SM.getFileManager().makeAbsolutePath(File);
  for (StringRef Folder = llvm::sys::path::parent_path(File); !Folder.empty();
       Folder = llvm::sys::path::parent_path(Folder)) {
    SmallString<256> Candidate(Folder);
    llvm::sys::path::append(Candidate, Name);
    if (SM.getFileManager().getOptionalFileRef(Candidate))
      return std::string(Candidate);
  }
  return Name.str();
}

/// Adds the user's model files. Returns one line on errors, else "".
std::string addModels(SourceManager &SM, ModelSet &Models,
                      const std::vector<std::string> &Files) {
  std::vector<std::string> Errors;
  for (const std::string &File : Files) {
    auto Buffer = SM.getFileManager().getBufferForFile(findUpward(SM, File));
    if (!Buffer) {
      Errors.push_back("cannot read the model file '" + File +
                       "': " + Buffer.getError().message());
      continue;
    }
    append(Errors, Models.add((*Buffer)->getBuffer(), File));
  }
  if (Errors.empty())
    return "";
  if (Errors.size() == 1)
    return Errors.front();
  return Errors.front() + " (and " + std::to_string(Errors.size() - 1) +
         " more)";
}

bool hasMain(const Summary &S) {
  return llvm::any_of(S.Entities, [](const Entity &E) {
    return E.has(EF_Main) && E.has(EF_Body);
  });
}

} // namespace

void Session::addOptions(const TidyOptions &More) {
  append(Options.Models, More.Models);
  append(Options.EntryPoints, More.EntryPoints);
  if (Options.EnvFunction.empty())
    Options.EnvFunction = More.EnvFunction;
}

bool Session::claimLead() { return !std::exchange(Led, true); }

const std::vector<Finding> &Session::findings() {
  if (AST && !std::exchange(Analyzed, true))
    analyze();
  return Findings;
}

std::string Session::takeOptionError() {
  return std::exchange(OptionError, "");
}

void Session::analyze() {
  AnalysisOptions Analysis;
  std::optional<ModelSet> Models;
  if (!Options.Models.empty()) {
    Models = ModelSet::builtin();
    OptionError = addModels(AST->getSourceManager(), *Models, Options.Models);
    Analysis.Models = &*Models;
  }
  Analysis.EntryPoints = Options.EntryPoints;
  Analysis.EnvFunction = Options.EnvFunction;

  ProjectFiles Files;
  Files.Generated = ModelSet::builtin().words(WordKind::GeneratedFile);
  Files.Forwarding = ModelSet::builtin().words(WordKind::ForwardingNamespace);
  Analysis.Beside = [&](StringRef Source, StringRef Path) {
    return readBeside(Files, Source, Path);
  };
  const Summary Unit = extract(*AST, Files);
  Analysis.WholeProgram = hasMain(Unit);
  const Summary *Units[] = {&Unit};
  Findings = factor6::analyze(Units, Analysis, Unit.MainFile).Findings;
}

std::shared_ptr<Session>
SessionTable::get(const tidy::ClangTidyContext *Context) {
  std::lock_guard<std::mutex> Guard(Lock);
  if (std::shared_ptr<Session> Found = Sessions.lookup(Context).lock())
    return Found;
  // What other translation units left behind; there are never more entries
  // than clangd has threads.
  SmallVector<const tidy::ClangTidyContext *> Expired;
  for (const auto &Entry : Sessions)
    if (Entry.second.expired())
      Expired.push_back(Entry.first);
  for (const tidy::ClangTidyContext *Key : Expired)
    Sessions.erase(Key);
  auto Made = std::make_shared<Session>();
  Sessions[Context] = Made;
  return Made;
}

} // namespace factor6
