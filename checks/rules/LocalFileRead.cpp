//===- LocalFileRead.cpp - factor6-local-file-read ------------------------===//
#include "rules/FileRules.h"

namespace factor6 {

void localFileRead(const RuleContext &C, std::vector<Finding> &Out) {
  reportFiles(C, FileRule::Read, Out);
}

} // namespace factor6
