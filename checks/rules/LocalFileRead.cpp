//===- LocalFileRead.cpp - factor6-local-file-read ------------------------===//
#include "rules/FileRules.h"

namespace factor6 {

namespace {

/// A file that stays open holds what earlier requests wrote.
void longLivedReads(const RuleContext &C, std::vector<Finding> &Out) {
  auto Written = requestUses(C, {HandleAction::Write});
  for (auto [Handle, E] : requestUses(C, {HandleAction::Read})) {
    auto Write = Written.find(Handle);
    if (Write == Written.end())
      continue;
    Finding F = C.start("local-file-read", E->At, Evidence::Request);
    F.Symbol = C.symbol(Handle);
    F.Message = "a local file that stays open ('" + F.Symbol +
                "') is read for what earlier requests wrote: only the machine "
                "that served those has it";
    F.Hint = "keep it in object storage or a database";
    F.Flows.push_back(C.flow(E->Ctx, E->At, "here", E->When));
    F.Notes.push_back({C.place(Write->second->At), "it is written here"});
    Out.push_back(std::move(F));
  }
}

} // namespace

void localFileRead(const RuleContext &C, std::vector<Finding> &Out) {
  reportFiles(C, FileRule::Read, Out);
  longLivedReads(C, Out);
}

} // namespace factor6
