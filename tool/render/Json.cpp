//===- Json.cpp - A report in factor6's own JSON --------------------------===//
//
// A flat form for scripts:
//
//   { "version": 1, "tool": "factor6 0.1.0", "root": "/project",
//     "status": 1,
//     "translationUnits": {"requested": 3, "analysed": 2, "failed": 1,
//     "skipped": 0}, "counts": {"errors": 1, "warnings": 0, "notes": 0,
//     "files": 1}, "findings": [ {
//       "rule": "factor6-static-cache", "severity": "error",
//       "evidence": "request" | "runtime" | "declared",
//       "file": "src/store.cc",  relative to the root if it lies below it
//       "line": 3, "column": 5,  columns count bytes, from 1
//       "symbol": "Store::map_", "message": "...", "hint": "...",
//       "suppressed": false, "fingerprint": "16 hexadecimal digits",
//       "flows": [[{"file", "line", "column", "text"}]],
//       "notes": [{"file", "line", "column", "text"}],
//       "fix": {"title": "...", "edits": [{"file", "offset", "length",
//       "text"}]}, "linkUnit": "server" } ],
//     "failures": [{"file": "src/a.cc", "message": "...", "partial": false}],
//     "entryPoints": ["..."], "remarks": ["..."] }
//
// Empty lists are present, an absent "fix" means none. New keys may come; the
// version changes when one goes or changes its meaning.
//
//===----------------------------------------------------------------------===//

#include "render/Render.h"
#include "render/Source.h"

#include "llvm/Support/JSON.h"

using namespace factor6;
using llvm::StringRef;
namespace json = llvm::json;

namespace {

class JsonRenderer {
public:
  JsonRenderer(llvm::raw_ostream &Out, const Report &R) : J(Out, 2), R(R) {}
  void report(Verdict V);

private:
  void number(StringRef Key, uint64_t Value) {
    J.attribute(Key, static_cast<int64_t>(Value));
  }
  void text(StringRef Key, StringRef Value) { J.attribute(Key, utf8(Value)); }
  void file(StringRef Path) { text("file", relativePath(Path, R.Root)); }
  void place(const FindingPlace &At);
  void steps(const std::vector<FindingStep> &Steps);
  void finding(const Judged &Judged, StringRef Fingerprint);
  void fix(const Finding &F);
  void strings(StringRef Key, const std::vector<std::string> &Values);

  json::OStream J;
  const Report &R;
};

StringRef evidenceName(Evidence Proof) {
  switch (Proof) {
  case Evidence::Request:
    return "request";
  case Evidence::Runtime:
    return "runtime";
  case Evidence::Declared:
    return "declared";
  }
  return "request";
}

void JsonRenderer::place(const FindingPlace &At) {
  file(At.File);
  number("line", At.Line);
  number("column", At.Column);
}

void JsonRenderer::steps(const std::vector<FindingStep> &Steps) {
  J.array([&] {
    for (const FindingStep &Step : Steps)
      J.object([&] {
        place(Step.At);
        text("text", Step.Text);
      });
  });
}

void JsonRenderer::fix(const Finding &F) {
  J.attributeObject("fix", [&] {
    text("title", F.FixTitle);
    J.attributeArray("edits", [&] {
      for (const FindingEdit &Edit : F.Fix)
        J.object([&] {
          file(Edit.At.File);
          number("offset", Edit.At.Offset);
          number("length", Edit.Length);
          text("text", Edit.Text);
        });
    });
  });
}

void JsonRenderer::finding(const Judged &Judged, StringRef Fingerprint) {
  const Finding &F = Judged.F;
  J.object([&] {
    text("rule", F.Rule);
    text("severity", severityName(F.Level));
    text("evidence", evidenceName(F.Proof));
    place(F.At);
    text("symbol", F.Symbol);
    text("message", F.Message);
    text("hint", F.Hint);
    J.attribute("suppressed", Judged.Suppressed);
    text("fingerprint", Fingerprint);
    J.attributeArray("flows", [&] {
      for (const std::vector<FindingStep> &Flow : F.Flows)
        steps(Flow);
    });
    J.attributeBegin("notes");
    steps(F.Notes);
    J.attributeEnd();
    if (!F.Fix.empty())
      fix(F);
    text("linkUnit", F.LinkUnit);
  });
}

void JsonRenderer::strings(StringRef Key,
                           const std::vector<std::string> &Values) {
  J.attributeArray(Key, [&] {
    for (const std::string &Value : Values)
      J.value(utf8(Value));
  });
}

void JsonRenderer::report(Verdict V) {
  std::vector<std::string> Fingerprints = fingerprints(R);
  J.object([&] {
    number("version", 1);
    text("tool", "factor6 " FACTOR6_VERSION);
    text("root", R.Root);
    number("status", static_cast<uint64_t>(V));
    J.attributeObject("translationUnits", [&] {
      number("requested", R.Requested);
      number("analysed", R.Analysed);
      number("failed", R.Failed.size());
      number("skipped", R.Skipped);
    });
    J.attributeObject("counts", [&] {
      Counts C = count(R);
      number("errors", C.Errors);
      number("warnings", C.Warnings);
      number("notes", C.Notes);
      number("files", C.Files);
    });
    J.attributeArray("findings", [&] {
      for (size_t I = 0; I < R.Findings.size(); ++I)
        if (!R.Findings[I].Fixed)
          finding(R.Findings[I], Fingerprints[I]);
    });
    J.attributeArray("failures", [&] {
      for (const FailedUnit &Failed : R.Failed)
        J.object([&] {
          file(Failed.File);
          text("message", Failed.Why);
          J.attribute("partial", Failed.Partial);
        });
    });
    strings("entryPoints", R.Entries);
    strings("remarks", R.Remarks);
  });
}

} // namespace

void factor6::renderJson(llvm::raw_ostream &Out, const Report &R, Verdict V) {
  JsonRenderer(Out, R).report(V);
  Out << '\n';
}
