//===- Config.cpp - The project's configuration file ----------------------===//

#include "cli/Config.h"

#include "driver/CompileDatabase.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"

using namespace factor6;
using llvm::StringRef;

template <> struct llvm::yaml::MappingTraits<CommonOptions> {
  static void mapping(IO &Yaml, CommonOptions &O) {
    Yaml.mapOptional("entry_points", O.EntryPoints);
    Yaml.mapOptional("exclude", O.Excludes);
    Yaml.mapOptional("models", O.Models);
    Yaml.mapOptional("checks", O.Checks);
    Yaml.mapOptional("fail_on", O.FailOn);
    Yaml.mapOptional("env_function", O.EnvFunction);
    Yaml.mapOptional("public_hosts", O.PublicHosts);
  }
};

std::string factor6::findConfig(StringRef Root) {
  for (StringRef Name : {".factor6.yaml", ".factor6"}) {
    llvm::SmallString<256> Path(Root);
    llvm::sys::path::append(Path, Name);
    if (llvm::sys::fs::is_regular_file(Path))
      return Path.str().str();
  }
  return {};
}

/// Keeps the first complaint as one line, "FILE:LINE: MESSAGE".
static void keepFirst(const llvm::SMDiagnostic &Diagnostic, void *Context) {
  auto &First = *static_cast<std::string *>(Context);
  if (First.empty())
    First =
        (Diagnostic.getFilename() + ":" + llvm::Twine(Diagnostic.getLineNo()) +
         ": " + Diagnostic.getMessage())
            .str();
}

llvm::Expected<CommonOptions> factor6::readConfig(StringRef Path) {
  auto Fail = [](const llvm::Twine &Line) {
    return llvm::createStringError(llvm::inconvertibleErrorCode(), Line);
  };
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer)
    return Fail(Path + ": cannot be read: " + Buffer.getError().message());
  CommonOptions Options;
  std::string Complaint;
  llvm::yaml::Input Yaml((*Buffer)->getMemBufferRef(), nullptr, keepFirst,
                         &Complaint);
  Yaml >> Options;
  if (Yaml.error() || !Complaint.empty())
    return Fail(Complaint.empty() ? Path + ": not valid"
                                  : llvm::Twine(Complaint));
  for (std::string &Model : Options.Models)
    Model = absolutePath(Model, llvm::sys::path::parent_path(Path));
  return Options;
}

void factor6::mergeConfig(CommonOptions &CommandLine,
                          const CommonOptions &File) {
  auto Append = [](std::vector<std::string> &To,
                   const std::vector<std::string> &More) {
    To.insert(To.end(), More.begin(), More.end());
  };
  Append(CommandLine.EntryPoints, File.EntryPoints);
  Append(CommandLine.Excludes, File.Excludes);
  Append(CommandLine.Models, File.Models);
  auto Default = [](std::optional<std::string> &To,
                    const std::optional<std::string> &From) {
    if (!To)
      To = From;
  };
  Default(CommandLine.Checks, File.Checks);
  Default(CommandLine.FailOn, File.FailOn);
  Default(CommandLine.EnvFunction, File.EnvFunction);
  Default(CommandLine.PublicHosts, File.PublicHosts);
}
