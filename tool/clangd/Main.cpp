//===- Main.cpp - clangd with factor6's checks linked in ------------------===//
//
// clangd cannot load plugins. This is the packaged clangd, all of it, with one
// more clang-tidy module.
//
//===----------------------------------------------------------------------===//
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"

#include <string>
#include <vector>

namespace clang::clangd {
// No installed header declares it.
int clangdMain(int Argc, char *Argv[]);
} // namespace clang::clangd

int main(int Argc, char *Argv[]) {
  std::vector<char *> Arguments(Argv, Argv + Argc);
  const bool Given = llvm::any_of(Arguments, [](llvm::StringRef Argument) {
    return Argument.trim('-').starts_with("resource-dir");
  });
  // clangd looks for clang's own headers beside itself. Ahead of the user's
  // arguments, so that theirs come last and are the ones that clangd logs.
  std::string Resources = "--resource-dir=" FACTOR6_CLANG_RESOURCE_DIR;
  if (!Given && Argc > 0 &&
      llvm::sys::fs::is_directory(FACTOR6_CLANG_RESOURCE_DIR))
    Arguments.insert(Arguments.begin() + 1, Resources.data());
  const int Count = static_cast<int>(Arguments.size());
  Arguments.push_back(nullptr);
  return clang::clangd::clangdMain(Count, Arguments.data());
}
