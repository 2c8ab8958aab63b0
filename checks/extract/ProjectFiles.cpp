//===- ProjectFiles.cpp - The user's own files and everybody else's -------===//

#include "extract/Extract.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/Path.h"

using namespace factor6;
using llvm::StringRef;

namespace path = llvm::sys::path;

namespace {

/// Folders whose content somebody else wrote, by the names that package
/// managers and habit give them.
bool isForeignFolder(StringRef Name) {
  static constexpr StringRef Names[] = {
      "node_modules", "third_party", "third-party",     "thirdparty",
      "3rdparty",     "3rd_party",   "3rd-party",       "vendor",
      "vendored",     "external",    "externals",       "_deps",
      ".conan",       ".conan2",     "vcpkg_installed", "submodules",
      "gen-cpp",      ".git",        "CMakeFiles",      "test",
      "tests"}; // test code is no part of a deployed process
  return llvm::is_contained(Names, Name);
}

/// True if \p Glob names \p Relative or a folder above it. A glob without a
/// slash may name any part of the path; `*` also crosses slashes.
bool globCovers(StringRef Glob, StringRef Relative, StringRef Absolute) {
  Glob = Glob.rtrim('/');
  Glob.consume_front("./");
  llvm::Expected<llvm::GlobPattern> Pattern = llvm::GlobPattern::create(Glob);
  if (!Pattern) { // reported where the option is read
    llvm::consumeError(Pattern.takeError());
    return false;
  }
  if (!Glob.contains('/'))
    return llvm::any_of(
        llvm::make_range(path::begin(Relative), path::end(Relative)),
        [&](StringRef Part) { return Pattern->match(Part); });
  for (StringRef Path = Glob.starts_with("/") ? Absolute : Relative;
       !Path.empty(); Path = path::parent_path(Path)) {
    if (Pattern->match(Path))
      return true;
    if (Path == "/")
      break;
  }
  return false;
}

} // namespace

bool ProjectFiles::contains(StringRef Path, bool System) const {
  if (System || Path.empty() || !path::is_absolute(Path))
    return false;
  StringRef Relative = Path.drop_front();
  if (!Root.empty() && Root != "/") {
    if (!Path.starts_with(Root))
      return false;
    Relative = Path.drop_front(Root.size());
    if (!Relative.consume_front("/"))
      return false;
  }
  StringRef Name = path::filename(Path);
  if (llvm::any_of(Generated, [&](const std::string &G) {
        return globCovers(G, Name, Path);
      }))
    return false;
  // With no root to start from, a folder's name says too little.
  StringRef Folder = Root.empty() ? StringRef() : path::parent_path(Relative);
  if (llvm::any_of(llvm::make_range(path::begin(Folder), path::end(Folder)),
                   isForeignFolder))
    return false;
  return llvm::none_of(Excludes, [&](const std::string &G) {
    return globCovers(G, Relative, Path);
  });
}
