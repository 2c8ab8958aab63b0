//===- DeploymentFiles.h - What lies beside the code ------------*- C++ -*-===//
#ifndef FACTOR6_DRIVER_DEPLOYMENTFILES_H
#define FACTOR6_DRIVER_DEPLOYMENTFILES_H

#include "extract/Extract.h"
#include "rules/Finding.h"

#include <vector>

namespace factor6 {

/// Looks for deployment files (load balancers' configuration, Kubernetes
/// manifests ...) below the project's root and appends what the rules say of
/// them. Folders that are not the user's, build folders and files over one MiB
/// are left out.
void checkDeploymentFiles(const ProjectFiles &Files,
                          std::vector<Finding> &Findings);

} // namespace factor6

#endif
