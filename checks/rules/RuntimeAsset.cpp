//===- RuntimeAsset.cpp - factor6-runtime-asset ---------------------------===//
#include "rules/FileRules.h"

#include "llvm/ADT/StringExtras.h"

#include <set>

namespace factor6 {

namespace {

bool runsAssetTool(const RuleContext &C, const CallEvent &E) {
  const auto &Tools = C.I.models().words(WordKind::AssetTool);
  for (const std::string &T : texts(C, E, E.Model->CommandArg)) {
    llvm::SmallVector<llvm::StringRef, 8> Parts;
    llvm::SplitString(T, Parts, " /;&|");
    for (llvm::StringRef Part : Parts)
      if (llvm::is_contained(Tools, Part))
        return true;
  }
  return false;
}

} // namespace

void runtimeAsset(const RuleContext &C, std::vector<Finding> &Out) {
  if (C.OneShot)
    return;
  // What is compiled in memory only is no asset on disk.
  const Files &Life = C.Life;
  std::set<const CallEvent *> Written;
  for (const FileOp &Op : Life.ops())
    if (const CallEvent *Tool = assetToolOf(C, Op))
      Written.insert(Tool);
  for (const CallEvent &E : C.I.events()) {
    if (E.When != Phase::Request)
      continue;
    bool Tool = Written.count(&E);
    if (!Tool && E.Model->CommandArg != ArgNone)
      Tool = runsAssetTool(C, E);
    if (!Tool)
      continue;
    Finding F = C.start("runtime-asset", E.At, Evidence::Request);
    F.Symbol = callOf(C, E).Name;
    F.Message =
        "'" + F.Symbol +
        "' builds assets while serving a request: instances differ, and "
        "each loses its own";
    F.Hint = "build assets in the build stage";
    F.Flows.push_back(C.flow(E.Ctx, E.At, "here", E.When));
    Out.push_back(std::move(F));
  }
  reportFiles(C, FileRule::Asset, Out);
}

} // namespace factor6
