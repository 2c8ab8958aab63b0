//===- FileRules.h - What rules 7 to 10 share -----------------------------===//
#ifndef FACTOR6_RULES_FILERULES_H
#define FACTOR6_RULES_FILERULES_H

#include "derive/Files.h"
#include "rules/Events.h"

#include <initializer_list>
#include <map>

namespace factor6 {

/// To which rule a file operation belongs; the most specific wins.
enum class FileRule : uint8_t { None, Write, Read, Upload, Asset };

FileRule fileRuleOf(const RuleContext &C, const Files &Life, const FileOp &Op);

/// The call of an asset compiler whose output the operation writes, if any.
const CallEvent *assetToolOf(const RuleContext &C, const FileOp &Op);

/// One finding per function and file for the operations of one rule.
void reportFiles(const RuleContext &C, FileRule Rule,
                 std::vector<Finding> &Out);

/// Variables and members that hold a file which was opened for writing at
/// start-up, and where a request first does one of these things with it.
std::map<Id, const CallEvent *>
requestUses(const RuleContext &C, std::initializer_list<HandleAction> Does);

} // namespace factor6

#endif
