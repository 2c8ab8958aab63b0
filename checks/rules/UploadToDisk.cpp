//===- UploadToDisk.cpp - factor6-upload-to-disk --------------------------===//
#include "rules/FileRules.h"

namespace factor6 {

void uploadToDisk(const RuleContext &C, std::vector<Finding> &Out) {
  reportFiles(C, FileRule::Upload, Out);
}

} // namespace factor6
