//===- ConstAgreement.h - What may be const in every program --------------===//
#ifndef FACTOR6_LINK_CONSTAGREEMENT_H
#define FACTOR6_LINK_CONSTAGREEMENT_H

#include "facts/Facts.h"

#include <vector>

namespace factor6 {

/// One declaration may belong to many variables (a `static` in a header) and
/// to several programs. Sets EF_Mutated on all of them if it is set on one, and
/// takes EF_FixConst from all of them if one lacks it.
void agreeOnConst(std::vector<Summary> &Summaries);

} // namespace factor6

#endif
