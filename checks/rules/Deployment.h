//===- Deployment.h - Affinity in deployment files (rule 5) ---------------===//
//
// Load balancers that send a visitor back to the same process: what the
// deployment files beside the code say of it. A pure function from text to
// findings; it reads no files. NOLINT comments in the text are honoured here,
// because the suppressions of a TU summary know source files only.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_RULES_DEPLOYMENT_H
#define FACTOR6_RULES_DEPLOYMENT_H

#include "rules/Finding.h"

#include "llvm/ADT/StringRef.h"

#include <vector>

namespace factor6 {

/// Whether a file is worth reading, by its path alone: nginx, HAProxy, YAML,
/// Terraform, Traefik's TOML. For YAML the content decides.
bool isDeploymentFile(llvm::StringRef Path);

/// Affinity that \p Text turns on, sorted by place. \p Path says the format
/// and is copied into the findings. Malformed text yields what can be read.
std::vector<Finding> checkDeploymentFile(llvm::StringRef Path,
                                         llvm::StringRef Text);

} // namespace factor6

#endif
