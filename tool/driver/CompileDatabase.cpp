//===- CompileDatabase.cpp - What is to be analysed -----------------------===//

#include "driver/CompileDatabase.h"

#include "clang/Driver/Types.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace factor6;
using llvm::StringRef;

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static constexpr StringRef DatabaseName = "compile_commands.json";
static constexpr StringRef HowToMakeOne =
    "make one with cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON, meson, or bear";

llvm::Error factor6::lineError(const llvm::Twine &Line) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Line);
}

std::string factor6::absolutePath(StringRef Path, StringRef Directory) {
  llvm::SmallString<256> Full(path::is_absolute(Path) ? StringRef()
                                                      : Directory);
  path::append(Full, Path);
  (void)fs::make_absolute(Full);
  path::remove_dots(Full, /*remove_dot_dot=*/true);
  return Full.str().str();
}

/// The database in \p Folder or its build folder; empty if there is none.
static std::string databaseIn(StringRef Folder) {
  for (StringRef Sub : {StringRef(), StringRef("build")}) {
    llvm::SmallString<256> Path(Folder);
    path::append(Path, Sub, DatabaseName);
    if (fs::exists(Path))
      return absolutePath(Path);
  }
  return {};
}

llvm::Expected<std::string>
factor6::findDatabase(StringRef Given, const std::vector<std::string> &From) {
  if (!Given.empty()) {
    if (fs::is_directory(Given)) {
      llvm::SmallString<256> Path(Given);
      path::append(Path, DatabaseName);
      if (fs::exists(Path))
        return absolutePath(Path);
      return lineError(Given + ": no " + DatabaseName + " in this folder; " +
                       HowToMakeOne);
    }
    if (fs::exists(Given))
      return absolutePath(Given);
    return lineError(Given + ": no such file or folder");
  }
  for (const std::string &Start : From)
    for (std::string Folder = absolutePath(Start); !Folder.empty();
         Folder = path::parent_path(Folder).str())
      if (std::string Found = databaseIn(Folder); !Found.empty())
        return Found;
  return lineError("no " + DatabaseName +
                   " here or in a folder above (name one with -p; " +
                   HowToMakeOne + ")");
}

/// What a reader must know of broken JSON, before the reader that clang's
/// tools share takes it: that one prints a page to stderr.
static llvm::Error checkSyntax(StringRef Text, StringRef Path) {
  if (Text.trim().empty())
    return lineError(Path + ": the file is empty");
  llvm::Expected<llvm::json::Value> Parsed = llvm::json::parse(Text);
  if (!Parsed)
    return lineError(Path +
                     ": not valid JSON: " + llvm::toString(Parsed.takeError()));
  const llvm::json::Array *Entries = Parsed->getAsArray();
  if (!Entries)
    return lineError(Path +
                     ": not a compile database: expected a list of commands");
  if (Entries->empty())
    return lineError(Path + ": the compile database has no entries");
  size_t Index = 0;
  for (const llvm::json::Value &Entry : *Entries) {
    ++Index;
    const llvm::json::Object *Fields = Entry.getAsObject();
    for (StringRef Key : {"directory", "file"})
      if (!Fields || !Fields->getString(Key))
        return lineError(Path + ": entry " + llvm::Twine(Index) + " has no \"" +
                         Key + "\"");
    const llvm::json::Array *Arguments = Fields->getArray("arguments");
    if (Arguments ? Arguments->empty() : !Fields->getString("command"))
      return lineError(Path + ": entry " + llvm::Twine(Index) +
                       " has neither a \"command\" nor \"arguments\"");
  }
  return llvm::Error::success();
}

/// Why a source of this name is not analysed; empty if it is. An extension
/// that clang does not know is left to the command (`-x c++`).
static std::string languageSkip(StringRef File) {
  namespace types = clang::driver::types;
  StringRef Extension =
      path::extension(File).drop_front(path::has_extension(File) ? 1 : 0);
  types::ID Type = types::lookupTypeForExtension(Extension);
  return Type == types::TY_INVALID || types::isDerivedFromC(Type)
             ? ""
             : "not C or C++";
}

/// The command without what only says where results go: equal keys, equal
/// analysis.
static std::string analysisKey(const CompileJob &Job) {
  std::string Key = Job.Directory + '\0' + Job.File;
  for (size_t I = 0; I < Job.Args.size(); ++I) {
    StringRef Arg = Job.Args[I];
    if (Arg == "-o" || Arg == "-MF" || Arg == "-MT" || Arg == "-MQ") {
      ++I;
      continue;
    }
    if (Arg.starts_with("-o") || Arg.starts_with("-M"))
      continue;
    Key += '\0';
    Key += Arg;
  }
  return Key;
}

static std::string outputOf(const clang::tooling::CompileCommand &Command) {
  if (!Command.Output.empty())
    return Command.Output;
  for (size_t I = 1; I + 1 < Command.CommandLine.size(); ++I)
    if (Command.CommandLine[I] == "-o")
      return Command.CommandLine[I + 1];
  return {};
}

llvm::Expected<CompileDatabase> factor6::readDatabase(StringRef Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer)
    return lineError(Path + ": cannot be read: " + Buffer.getError().message());
  if (llvm::Error Problem = checkSyntax((*Buffer)->getBuffer(), Path))
    return std::move(Problem);
  std::string Message;
  auto Json = clang::tooling::JSONCompilationDatabase::loadFromBuffer(
      (*Buffer)->getBuffer(), Message,
      clang::tooling::JSONCommandLineSyntax::AutoDetect);
  if (!Json)
    return lineError(Path + ": not a compile database: " +
                     StringRef(Message).split('\n').first);

  CompileDatabase Database;
  Database.Path = Path.str();
  Database.Folder = path::parent_path(Path).str();
  llvm::StringMap<size_t> Known;
  for (const clang::tooling::CompileCommand &Command :
       Json->getAllCompileCommands()) {
    CompileJob Job;
    Job.Directory = absolutePath(Command.Directory, Database.Folder);
    Job.File = absolutePath(Command.Filename, Job.Directory);
    Job.Args = Command.CommandLine;
    std::string Output = outputOf(Command);
    auto [Entry, New] =
        Known.try_emplace(analysisKey(Job), Database.Jobs.size());
    if (New) {
      Job.Skip = languageSkip(Job.File);
      // 0 if missing: its turn comes last.
      (void)fs::file_size(Job.File, Job.Size);
      Database.Jobs.push_back(std::move(Job));
    }
    if (!Output.empty())
      Database.Jobs[Entry->second].Outputs.push_back(std::move(Output));
  }
  return Database;
}
