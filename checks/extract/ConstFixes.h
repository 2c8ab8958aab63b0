//===- ConstFixes.h - Where `const` and default values can be written -----===//
#ifndef FACTOR6_EXTRACT_CONSTFIXES_H
#define FACTOR6_EXTRACT_CONSTFIXES_H

#include "extract/Tables.h"

namespace factor6 {

/// Looks once more at the project's code, for what fixes need to know:
///
/// - EF_Mutated for variables of static storage with a use that would not
///   compile, or not mean the same, if they were const;
/// - a FixSite for every redeclaration of the others, and EF_FixConst, if each
///   can be written with `const`. The linker intersects over TUs (EF_FixConst
///   is kept only if every TU that names the variable sets it);
/// - Node::Value of string literals.
void findFixes(Tables &T);

} // namespace factor6

#endif
