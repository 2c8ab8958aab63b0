//===- Sarif.cpp - A report as SARIF 2.1.0 --------------------------------===//

#include "render/Render.h"
#include "render/Source.h"
#include "rules/Analysis.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

using namespace factor6;
using llvm::StringRef;
namespace json = llvm::json;

namespace {

constexpr StringRef RootBase = "%SRCROOT%";

std::string percentEncode(StringRef Path) {
  std::string Uri;
  for (char C : Path)
    if (llvm::isAlnum(C) || StringRef("/-._~").contains(C))
      Uri += C;
    else
      Uri += "%" + llvm::utohexstr(static_cast<unsigned char>(C),
                                   /*LowerCase=*/false, 2);
  return Uri;
}

json::Object textMessage(StringRef Text) {
  return json::Object{{"text", utf8(Text)}};
}

class SarifRenderer {
public:
  SarifRenderer(const Report &R, Verdict V)
      : R(R), V(V), Fingerprints(fingerprints(R)) {}
  json::Object log();

private:
  json::Object tool() const;
  json::Array rules() const;
  json::Array invocations();
  json::Array results();
  json::Object result(const Judged &J, StringRef Fingerprint);
  json::Object artifact(StringRef File) const;
  json::Object physical(const FindingPlace &At);
  json::Object location(const FindingPlace &At, StringRef Text = {});
  json::Array codeFlows(const Finding &F);
  json::Array fixes(const Finding &F);
  json::Object replacement(const FindingEdit &Edit);

  const Report &R;
  Verdict V;
  std::vector<std::string> Fingerprints;
  SourceCache Sources;
};

json::Array SarifRenderer::rules() const {
  json::Array All;
  for (const RuleInfo &Rule : allRules()) {
    std::string Help = utf8(Rule.Help);
    All.push_back(json::Object{
        {"id", Rule.Name},
        {"shortDescription", textMessage(Rule.Summary)},
        {"fullDescription", textMessage(Rule.Help)},
        {"help", json::Object{{"text", Help},
                              {"markdown",
                               "**" + std::string(Rule.Name) + "**: " + Help}}},
        {"defaultConfiguration", json::Object{{"level", "warning"}}},
        {"properties",
         json::Object{{"tags", json::Array{"stateless", "twelve-factor"}}}}});
  }
  return All;
}

json::Object SarifRenderer::tool() const {
  return json::Object{
      {"driver", json::Object{{"name", "factor6"},
                              {"version", FACTOR6_VERSION},
                              {"semanticVersion", FACTOR6_VERSION},
                              {"rules", rules()}}}};
}

json::Object SarifRenderer::artifact(StringRef File) const {
  StringRef Relative = relativePath(File, R.Root);
  if (Relative.size() == File.size())
    return json::Object{{"uri", "file://" + percentEncode(File)}};
  return json::Object{{"uri", percentEncode(Relative)},
                      {"uriBaseId", RootBase}};
}

json::Object SarifRenderer::physical(const FindingPlace &At) {
  json::Object Place{{"artifactLocation", artifact(At.File)}};
  if (At.Line == 0)
    return Place;
  json::Object Region{{"startLine", At.Line}};
  if (At.Column) {
    StringRef Line = Sources.line(At.File, At.Line);
    uint32_t End = At.Column + Sources.tokenLength(At.File, At.Line, At.Column);
    Region["startColumn"] = utf16Column(Line, At.Column);
    Region["endColumn"] =
        std::max(utf16Column(Line, At.Column) + 1, utf16Column(Line, End));
    if (!Line.empty())
      Region["snippet"] = textMessage(Line);
  }
  Place["region"] = std::move(Region);
  return Place;
}

json::Object SarifRenderer::location(const FindingPlace &At, StringRef Text) {
  json::Object Location;
  if (!At.File.empty())
    Location["physicalLocation"] = physical(At);
  if (!Text.empty())
    Location["message"] = textMessage(Text);
  return Location;
}

json::Array SarifRenderer::codeFlows(const Finding &F) {
  json::Array Flows;
  for (const std::vector<FindingStep> &Flow : F.Flows) {
    json::Array Steps;
    for (const FindingStep &Step : Flow)
      Steps.push_back(json::Object{{"location", location(Step.At, Step.Text)}});
    if (!Steps.empty())
      Flows.push_back(json::Object{
          {"threadFlows",
           json::Array{json::Object{{"locations", std::move(Steps)}}}}});
  }
  return Flows;
}

json::Object SarifRenderer::replacement(const FindingEdit &Edit) {
  const std::string &File = Edit.At.File;
  auto [Line, Column] = Sources.position(File, Edit.At.Offset);
  auto [EndLine, EndColumn] =
      Sources.position(File, Edit.At.Offset + Edit.Length);
  json::Object Region{
      {"startLine", Line},
      {"startColumn", utf16Column(Sources.line(File, Line), Column)},
      {"endLine", EndLine},
      {"endColumn", utf16Column(Sources.line(File, EndLine), EndColumn)}};
  return json::Object{{"deletedRegion", std::move(Region)},
                      {"insertedContent", textMessage(Edit.Text)}};
}

json::Array SarifRenderer::fixes(const Finding &F) {
  std::map<std::string, json::Array> ByFile;
  for (const FindingEdit &Edit : F.Fix)
    ByFile[Edit.At.File].push_back(replacement(Edit));
  json::Array Changes;
  for (auto &[File, Replacements] : ByFile)
    Changes.push_back(json::Object{{"artifactLocation", artifact(File)},
                                   {"replacements", std::move(Replacements)}});
  json::Object Fix{{"artifactChanges", std::move(Changes)}};
  if (!F.FixTitle.empty())
    Fix["description"] = textMessage(F.FixTitle);
  return json::Array{std::move(Fix)};
}

json::Object SarifRenderer::result(const Judged &J, StringRef Fingerprint) {
  const Finding &F = J.F;
  std::string Text = F.Message + (F.Hint.empty() ? "" : ". Hint: " + F.Hint);
  json::Object Result{
      {"ruleId", F.Rule},
      {"level", severityName(F.Level)},
      {"message", textMessage(Text)},
      {"locations", json::Array{location(F.At)}},
      {"partialFingerprints", json::Object{{"factor6/v1", Fingerprint}}},
  };
  for (auto [Index, Rule] : llvm::enumerate(allRules()))
    if (F.Rule == Rule.Name)
      Result["ruleIndex"] = static_cast<int64_t>(Index);
  if (!F.Symbol.empty())
    Result["locations"].getAsArray()->front().getAsObject()->try_emplace(
        "logicalLocations",
        json::Array{json::Object{{"fullyQualifiedName", utf8(F.Symbol)}}});
  if (json::Array Flows = codeFlows(F); !Flows.empty())
    Result["codeFlows"] = std::move(Flows);
  json::Array Related;
  for (const FindingStep &Note : F.Notes)
    Related.push_back(location(Note.At, Note.Text));
  if (!Related.empty())
    Result["relatedLocations"] = std::move(Related);
  if (!F.Fix.empty())
    Result["fixes"] = fixes(F);
  // SARIF wants the property on all results or on none.
  Result["suppressions"] = J.Suppressed
                               ? json::Array{json::Object{{"kind", "inSource"}}}
                               : json::Array{};
  if (!F.LinkUnit.empty())
    Result["properties"] = json::Object{{"linkUnit", utf8(F.LinkUnit)}};
  return Result;
}

json::Array SarifRenderer::results() {
  json::Array All;
  for (auto [J, Fingerprint] : llvm::zip(R.Findings, Fingerprints))
    if (!J.Fixed)
      All.push_back(result(J, Fingerprint));
  return All;
}

json::Array SarifRenderer::invocations() {
  json::Array Notifications;
  for (const FailedUnit &Failed : R.Failed)
    Notifications.push_back(json::Object{
        {"level", Failed.Partial ? "warning" : "error"},
        {"message", textMessage((Failed.Partial ? "analysed in part: "
                                                : "not analysed: ") +
                                Failed.Why)},
        {"locations", json::Array{location(FindingPlace{Failed.File})}}});
  for (const std::string &Remark : R.Remarks)
    Notifications.push_back(
        json::Object{{"level", "note"}, {"message", textMessage(Remark)}});
  bool Complete = V == Verdict::Clean || V == Verdict::Findings;
  return json::Array{
      json::Object{{"executionSuccessful", Complete},
                   {"exitCode", static_cast<int>(V)},
                   {"toolExecutionNotifications", std::move(Notifications)}}};
}

json::Object SarifRenderer::log() {
  json::Object Root{
      {"uri", "file://" + percentEncode(R.Root) + (R.Root == "/" ? "" : "/")}};
  json::Object Run{
      {"tool", tool()},
      {"columnKind", "utf16CodeUnits"},
      {"originalUriBaseIds", json::Object{{RootBase, std::move(Root)}}},
      {"invocations", invocations()},
      {"results", results()},
      {"properties",
       json::Object{
           {"translationUnits",
            json::Object{{"requested", static_cast<int64_t>(R.Requested)},
                         {"analysed", static_cast<int64_t>(R.Analysed)},
                         {"failed", static_cast<int64_t>(R.Failed.size())},
                         {"skipped", static_cast<int64_t>(R.Skipped)}}}}}};
  return json::Object{
      {"$schema",
       "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
       "sarif-schema-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", json::Array{std::move(Run)}}};
}

} // namespace

void factor6::renderSarif(llvm::raw_ostream &Out, const Report &R, Verdict V) {
  json::OStream(Out, 2).value(SarifRenderer(R, V).log());
  Out << '\n';
}
