//===- ConstFixes.h - Where `const` can be written --------------------------===//
#ifndef FACTOR6_EXTRACT_CONSTFIXES_H
#define FACTOR6_EXTRACT_CONSTFIXES_H

#include "extract/Tables.h"

namespace factor6 {

/// Records a FixSite for every redeclaration of a variable of static storage
/// duration that this TU would still compile with if it were `const`: the TU
/// only reads it through const access. The linker intersects over TUs
/// (EF_FixConst is kept only if every TU that names the variable sets it).
void findConstFixes(Tables &T);

} // namespace factor6

#endif
