//===- Project.cpp - Where the user's own code begins and ends ------------===//

#include "driver/Project.h"

#include "models/Models.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace factor6;
using llvm::StringRef;

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static bool isBelow(StringRef Path, StringRef Folder) {
  return Path.consume_front(Folder) && (Folder == "/" || Path.starts_with("/"));
}

static bool hasFile(StringRef Folder, StringRef Name) {
  llvm::SmallString<256> Path(Folder);
  path::append(Path, Name);
  return fs::exists(Path);
}

/// True for a folder that a build system made and fills.
static bool isBuildFolder(StringRef Folder) {
  return hasFile(Folder, "CMakeCache.txt") || hasFile(Folder, "build.ninja") ||
         hasFile(Folder, "meson-info");
}

/// The folder of all sources that are neither missing nor made by the build.
static std::string commonFolder(const CompileDatabase &Database) {
  std::string Common;
  bool Foreign = isBuildFolder(Database.Folder);
  for (bool SkipBuild : {Foreign, false}) {
    for (const CompileJob &Job : Database.Jobs) {
      if (!fs::exists(Job.File) ||
          (SkipBuild && isBelow(Job.File, Database.Folder)))
        continue;
      StringRef Folder = path::parent_path(Job.File);
      if (Common.empty())
        Common = Folder.str();
      while (Folder != Common && !isBelow(Folder, Common))
        Common = path::parent_path(Common).str();
    }
    if (!Common.empty())
      return Common;
  }
  return Database.Folder;
}

static std::string gitTopLevel(StringRef Folder) {
  for (; !Folder.empty(); Folder = path::parent_path(Folder))
    if (hasFile(Folder, ".git"))
      return Folder.str();
  return {};
}

/// True if a command of the database names an include folder below \p Folder.
static bool includesFrom(StringRef Folder, const CompileDatabase &Database) {
  for (const CompileJob &Job : Database.Jobs)
    for (size_t I = 1; I < Job.Args.size(); ++I) {
      StringRef Arg = Job.Args[I];
      if (!Arg.consume_front("-I"))
        continue;
      if (Arg.empty() && I + 1 < Job.Args.size())
        Arg = Job.Args[I + 1];
      if (isBelow(absolutePath(Arg, Job.Directory), Folder))
        return true;
    }
  return false;
}

std::string factor6::projectRoot(StringRef Given,
                                 const CompileDatabase &Database) {
  if (!Given.empty())
    return absolutePath(Given);
  std::string Common = commonFolder(Database);
  if (std::string Top = gitTopLevel(Common); !Top.empty())
    return Top;
  // src/*.cc with -Iinclude: the headers beside the sources are the user's
  // too. Not so high up that everybody's folders are siblings.
  StringRef Above = path::parent_path(Common);
  auto Depth = std::distance(path::begin(Above), path::end(Above));
  static constexpr StringRef SourceFolders[] = {"src", "source", "sources",
                                                "lib", "app"};
  if (Depth > 2 && llvm::is_contained(SourceFolders, path::filename(Common)) &&
      includesFrom(Above, Database))
    return Above.str();
  return Common;
}

/// \p Path as a glob that matches nothing else.
static std::string escapeGlob(StringRef Path) {
  std::string Glob;
  for (char C : Path) {
    if (StringRef("*?[]{}\\").contains(C))
      Glob += '\\';
    Glob += C;
  }
  return Glob;
}

/// The project's files but for \p Excludes and well-known copies of libraries.
static ProjectFiles ownFiles(StringRef Root,
                             std::vector<std::string> Excludes) {
  const ModelSet &Models = ModelSet::builtin();
  ProjectFiles Files{Root.str(), std::move(Excludes),
                     Models.words(WordKind::InstantiatingHeader),
                     Models.words(WordKind::GeneratedFile),
                     Models.words(WordKind::ForwardingNamespace)};
  llvm::append_range(Files.Excludes, Models.words(WordKind::VendoredFile));
  return Files;
}

ProjectFiles factor6::projectFiles(StringRef Root,
                                   std::vector<std::string> Excludes,
                                   const CompileDatabase &Database) {
  ProjectFiles Files = ownFiles(Root, std::move(Excludes));
  if (isBelow(Database.Folder, Root) && isBuildFolder(Database.Folder))
    Files.Excludes.push_back(escapeGlob(Database.Folder));
  return Files;
}

void factor6::skipForeignJobs(CompileDatabase &Database, StringRef Root,
                              const std::vector<std::string> &Excludes) {
  ProjectFiles Files = ownFiles(Root, Excludes);
  for (CompileJob &Job : Database.Jobs) {
    if (!Job.Skip.empty() || Files.contains(Job.File, /*System=*/false) ||
        !fs::exists(Job.File))
      continue;
    bool Below = Root == "/" || isBelow(Job.File, Root);
    // A unity build's sources lie where the build system keeps its files.
    if (isBelow(Job.File, Database.Folder) && isBuildFolder(Database.Folder) &&
        StringRef(Job.File).contains("/Unity/"))
      continue;
    Job.Skip =
        Below ? "excluded, vendored or generated" : "outside the project";
  }
}
