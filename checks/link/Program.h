//===- Program.h - TU summaries linked into one program -------------------===//
#ifndef FACTOR6_LINK_PROGRAM_H
#define FACTOR6_LINK_PROGRAM_H

#include "facts/Facts.h"

#include "llvm/ADT/ArrayRef.h"

#include <vector>

namespace factor6 {

/// One link unit. The tables are those of Summary, merged: files by path,
/// entities by USR, one body per function.
struct Program {
  std::vector<SourceFile> Files;
  std::vector<Type> Types;
  std::vector<Entity> Entities;
  std::vector<FunctionBody> Bodies;
  std::vector<FixSite> Fixes;
  std::vector<std::string> MainFiles; ///< sorted

  std::vector<Id> BodyOf; ///< by entity: body index or None
  std::vector<std::vector<Id>>
      Overriders; ///< by entity: methods that directly override it
  std::vector<std::vector<Id>>
      Derived; ///< by entity: records directly derived from it
  std::vector<std::vector<Id>> Methods; ///< by entity: methods of a record
  bool HasMain = false;

  const Entity &entity(Id E) const { return Entities[E]; }
  const Type &type(Id T) const { return Types[T]; }
};

/// Links summaries. The result does not depend on their order, and a summary
/// given twice counts once: inputs are ordered by main file first. Where two
/// TUs hold the same inline function, the first in that order gives its body.
Program link(llvm::ArrayRef<const Summary *> Units);

} // namespace factor6

#endif
