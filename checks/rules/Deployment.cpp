//===- Deployment.cpp - Affinity in deployment files (rule 5) -------------===//

#include "rules/Deployment.h"

#include "rules/DeploymentScanners.h"

#include "llvm/Support/Path.h"

using namespace llvm;

namespace factor6 {
namespace {

enum class Format { None, Nginx, Haproxy, Terraform, Toml, Yaml };

} // namespace

/// Whether some folder on the path names \p Part.
static bool inFolder(StringRef Path, StringRef Part) {
  for (StringRef Folder :
       make_range(sys::path::begin(sys::path::parent_path(Path)),
                  sys::path::end(sys::path::parent_path(Path))))
    if (Folder.contains_insensitive(Part))
      return true;
  return false;
}

static Format formatOf(StringRef Path) {
  std::string Lower = sys::path::filename(Path).lower();
  StringRef Name = Lower;
  for (StringRef Suffix : {".template", ".tpl", ".tmpl", ".j2", ".erb", ".in"})
    if (Name.consume_back(Suffix))
      break;
  bool Template = Name.size() != Lower.size();
  if (Name.ends_with(".yaml") || Name.ends_with(".yml") ||
      (Name.ends_with(".json") && Name.contains("envoy")))
    return Format::Yaml;
  if (Name.ends_with(".tf"))
    return Format::Terraform;
  if (Name.ends_with(".toml") && !Name.starts_with("cargo") &&
      !Name.starts_with("pyproject"))
    return Format::Toml;
  if (Name.ends_with(".cfg") || Name.ends_with(".conf")) {
    if (Name.contains("haproxy") || inFolder(Path, "haproxy"))
      return Format::Haproxy;
    if (Name.ends_with(".conf") &&
        (Template || Name.contains("nginx") || inFolder(Path, "nginx") ||
         inFolder(Path, "conf.d") || inFolder(Path, "sites-available") ||
         inFolder(Path, "sites-enabled")))
      return Format::Nginx;
  }
  return Format::None;
}

bool isDeploymentFile(StringRef Path) { return formatOf(Path) != Format::None; }

std::vector<Finding> checkDeploymentFile(StringRef Path, StringRef Text) {
  deployment::Report Out(Path, Text);
  switch (formatOf(Path)) {
  case Format::None:
    break;
  case Format::Nginx:
    deployment::scanNginx({Text, 0}, Out);
    break;
  case Format::Haproxy:
    deployment::scanHaproxy({Text, 0}, Out);
    break;
  case Format::Terraform:
    deployment::scanTerraform({Text, 0}, Out);
    break;
  case Format::Toml:
    deployment::scanToml({Text, 0}, Out);
    break;
  case Format::Yaml:
    deployment::scanYaml(Text, Out);
    break;
  }
  return Out.take();
}

} // namespace factor6
