//===- Deployment.cpp - Affinity in deployment files (rule 5) -------------===//

#include "rules/Deployment.h"

#include "derive/Types.h"
#include "rules/DeploymentScanners.h"

#include "llvm/Support/Path.h"

using namespace llvm;

namespace factor6 {
namespace {

enum class Format { None, Nginx, Haproxy, Terraform, Toml, Yaml };

} // namespace

/// The server whose files these are: the file's own name says it, else the
/// nearest folder that names one.
static Format serverOf(StringRef Path) {
  for (StringRef Part :
       make_range(sys::path::rbegin(Path), sys::path::rend(Path))) {
    if (hasWord(Part, {"haproxy"}))
      return Format::Haproxy;
    if (hasWord(Part, {"nginx"}) || Part == "conf.d" ||
        Part == "sites-available" || Part == "sites-enabled")
      return Format::Nginx;
  }
  return Format::None;
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
    Format Server = serverOf(Path);
    if (Server == Format::Haproxy)
      return Server;
    if (Name.ends_with(".conf") && (Template || Server == Format::Nginx))
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
