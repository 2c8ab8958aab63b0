// One sample report in every form.
#include "render/Diff.h"
#include "render/Render.h"
#include "render/Source.h"
#include "rules/Analysis.h"
#include "unit/scratch_folder.h"

#include "llvm/Support/JSON.h"

#include <gtest/gtest.h>

using namespace factor6;
using factor6::test::ScratchFolder;
namespace json = llvm::json;

namespace {

class Rendering : public testing::Test {
protected:
  Rendering() {
    R.Root = Folder.Path;
    Source = Folder.write("src/my store.cc",
                          "#include <map>\n"
                          "\n"
                          "\tstd::map<int, int> t\u00E4ble;\n"
                          "void put(int k) { t\u00E4ble[k] = 1; }\n"
                          "const char *h = \"db.local\"; // x\n");
    R.Findings.push_back({stateFinding()});
    R.Findings.push_back({hostFinding()});
    Finding Note = hostFinding();
    Note.Level = Severity::Note;
    Note.Proof = Evidence::Declared;
    Note.Fix.clear();
    R.Findings.push_back({Note});
    R.Findings.push_back({hostFinding()});
    R.Findings.back().Suppressed = true;
    R.Requested = 4;
    R.Analysed = 2;
    R.WithFacts = 3;
    R.Skipped = 1;
    R.Failed.push_back(
        {Folder.Path + "/src/bad.cc", "bad.cc:1: unknown type name 'x'", true});
    R.Remarks = {"no entry point was recognised"};
    R.Entries = {"Service::Put"};
  }

  FindingPlace at(uint32_t Line, uint32_t Column) const {
    return {Source, Line, Column, 0};
  }

  Finding stateFinding() const {
    Finding F;
    F.Rule = allRules()[1].Name;
    F.Level = Severity::Error;
    F.At = at(3, 21);
    F.Symbol = "t\u00E4ble";
    F.Message = "'t\u00E4ble' keeps entries";
    F.Hint = "use Redis";
    F.Flows = {
        {{at(4, 6), "'put' is an entry point"}, {at(4, 19), "written here"}}};
    F.Notes = {{at(1, 1), "related \xFF"}};
    F.LinkUnit = "server";
    return F;
  }

  Finding hostFinding() const {
    Finding F;
    F.Rule = allRules()[0].Name;
    F.Proof = Evidence::Runtime;
    F.At = at(5, 17);
    F.Symbol = "h";
    F.Message = "the host \"db.local\" is fixed";
    FindingPlace Start = at(5, 17);
    Start.Offset = ScratchFolder::read(Source).find("\"db.local\"");
    F.Fix = {{Start, 10, "host()"}};
    F.FixTitle = "ask the environment";
    return F;
  }

  std::string text(bool Notes = false) const {
    std::string Text;
    llvm::raw_string_ostream Out(Text);
    renderText(Out, R, {Folder.Path, /*Colors=*/false, Notes});
    return Text;
  }

  json::Value parsed(void (*Render)(llvm::raw_ostream &, const Report &,
                                    Verdict)) const {
    std::string Text;
    llvm::raw_string_ostream Out(Text);
    Render(Out, R, Verdict::Incomplete);
    return llvm::cantFail(json::parse(Text));
  }

  ScratchFolder Folder;
  std::string Source;
  Report R;
};

const json::Object &object(const json::Value &V) { return *V.getAsObject(); }
const json::Object &element(const json::Array &A, size_t I) {
  return object(A[I]);
}

} // namespace

TEST_F(Rendering, TextIsWhatClangWouldPrint) {
  EXPECT_EQ(
      text(),
      "src/my store.cc:3:21: error: 't\u00E4ble' keeps entries [" +
          std::string(allRules()[1].Name) +
          "]\n"
          "    3 | \tstd::map<int, int> t\u00E4ble;\n"
          "      | \t                   ^~~~~\n"
          "src/my store.cc:4:6: note: 'put' is an entry point\n"
          "    4 | void put(int k) { t\u00E4ble[k] = 1; }\n"
          "      |      ^~~\n"
          "src/my store.cc:4:19: note: written here\n"
          "    4 | void put(int k) { t\u00E4ble[k] = 1; }\n"
          "      |                   ^~~~~\n"
          "src/my store.cc:1:1: note: related \xFF\n"
          "    1 | #include <map>\n"
          "      | ^\n"
          "hint: use Redis\n"
          "\n"
          "src/my store.cc:5:17: warning: the host \"db.local\" is fixed [" +
          std::string(allRules()[0].Name) +
          "]\n"
          "    5 | const char *h = \"db.local\"; // x\n"
          "      |                 ^~~~~~~~~~\n"
          "fix: ask the environment (--fix)\n"
          "\n"
          "remark: no entry point was recognised\n"
          "1 finding suppressed by NOLINT\n"
          "3 findings (1 error, 1 warning, 1 note) in 1 file; --notes shows "
          "the notes\n"
          "TUs: requested 4 = analysed 2 + failed 1 + skipped 1\n");
}

TEST_F(Rendering, TextShowsNotesOnDemand) {
  EXPECT_NE(text(true).find(": note: the host"), std::string::npos);
  EXPECT_EQ(text(true).find("--notes"), std::string::npos);
}

TEST_F(Rendering, TextSurvivesMissingSources) {
  for (Judged &J : R.Findings)
    J.F.At = {"/nowhere/x.cc", 99, 7, 0};
  EXPECT_NE(text().find("/nowhere/x.cc:99:7: error: "), std::string::npos);
}

TEST_F(Rendering, ColoursAreForTerminals) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  Out.enable_colors(true);
  renderText(Out, R, {Folder.Path, /*Colors=*/true, false});
  EXPECT_NE(Text.find("\x1b["), std::string::npos);
  EXPECT_EQ(text().find("\x1b["), std::string::npos);
}

TEST_F(Rendering, SarifHoldsEverything) {
  json::Value Log = parsed(renderSarif);
  const json::Object &Run = element(*object(Log).getArray("runs"), 0);
  EXPECT_EQ(Run.getObject("originalUriBaseIds")
                ->getObject("%SRCROOT%")
                ->getString("uri"),
            "file://" + Folder.Path + "/");
  const json::Array &Results = *Run.getArray("results");
  ASSERT_EQ(Results.size(), 4u);

  const json::Object &State = element(Results, 0);
  EXPECT_EQ(State.getString("level"), "error");
  EXPECT_EQ(State.getInteger("ruleIndex"), 1);
  EXPECT_EQ(State.getObject("message")->getString("text"),
            "'t\u00E4ble' keeps entries. Hint: use Redis");
  const json::Object &Place =
      *element(*State.getArray("locations"), 0).getObject("physicalLocation");
  EXPECT_EQ(Place.getObject("artifactLocation")->getString("uri"),
            "src/my%20store.cc");
  EXPECT_EQ(Place.getObject("artifactLocation")->getString("uriBaseId"),
            "%SRCROOT%");
  EXPECT_EQ(Place.getObject("region")->getInteger("startColumn"), 21);
  EXPECT_EQ(Place.getObject("region")->getInteger("endColumn"), 26)
      << "UTF-16, not bytes";
  const json::Array &Steps =
      *element(
           *element(*State.getArray("codeFlows"), 0).getArray("threadFlows"), 0)
           .getArray("locations");
  ASSERT_EQ(Steps.size(), 2u);
  EXPECT_EQ(element(Steps, 1)
                .getObject("location")
                ->getObject("message")
                ->getString("text"),
            "written here");
  EXPECT_EQ(State.getArray("relatedLocations")->size(), 1u);
  EXPECT_TRUE(State.getArray("suppressions")->empty());
  EXPECT_EQ(element(*element(Results, 3).getArray("suppressions"), 0)
                .getString("kind"),
            "inSource");
}

TEST_F(Rendering, SarifFixesAndFailures) {
  json::Value Log = parsed(renderSarif);
  const json::Object &Run = element(*object(Log).getArray("runs"), 0);
  const json::Object &Fix =
      element(*element(*Run.getArray("results"), 1).getArray("fixes"), 0);
  const json::Object &Replacement = element(
      *element(*Fix.getArray("artifactChanges"), 0).getArray("replacements"),
      0);
  const json::Object &Region = *Replacement.getObject("deletedRegion");
  EXPECT_EQ(Region.getInteger("startLine"), 5);
  EXPECT_EQ(Region.getInteger("startColumn"), 17);
  EXPECT_EQ(Region.getInteger("endLine"), 5);
  EXPECT_EQ(Region.getInteger("endColumn"), 27);
  EXPECT_EQ(Replacement.getObject("insertedContent")->getString("text"),
            "host()");

  const json::Object &Invocation = element(*Run.getArray("invocations"), 0);
  EXPECT_EQ(Invocation.getBoolean("executionSuccessful"), false);
  EXPECT_EQ(Invocation.getInteger("exitCode"), 3);
  const json::Array &Told = *Invocation.getArray("toolExecutionNotifications");
  ASSERT_EQ(Told.size(), 2u);
  EXPECT_EQ(element(Told, 0).getObject("message")->getString("text"),
            "analysed in part: bad.cc:1: unknown type name 'x'");
}

TEST_F(Rendering, JsonHoldsEverything) {
  json::Value Log = parsed(renderJson);
  const json::Object &Top = object(Log);
  EXPECT_EQ(Top.getInteger("version"), 1);
  EXPECT_EQ(Top.getInteger("status"), 3);
  EXPECT_EQ(Top.getObject("translationUnits")->getInteger("failed"), 1);
  EXPECT_EQ(Top.getObject("counts")->getInteger("errors"), 1);
  const json::Array &Findings = *Top.getArray("findings");
  ASSERT_EQ(Findings.size(), 4u);
  EXPECT_EQ(element(Findings, 0).getString("file"), "src/my store.cc");
  EXPECT_EQ(element(Findings, 0).getString("evidence"), "request");
  EXPECT_EQ(element(Findings, 0).get("fix"), nullptr);
  EXPECT_EQ(element(Findings, 1).getObject("fix")->getString("title"),
            "ask the environment");
  EXPECT_EQ(element(Findings, 3).getBoolean("suppressed"), true);
  EXPECT_EQ(element(*Top.getArray("failures"), 0).getBoolean("partial"), true);
}

TEST_F(Rendering, FixedFindingsAreGone) {
  for (Judged &J : R.Findings)
    J.Fixed = true;
  EXPECT_EQ(text().find("error:"), std::string::npos);
  EXPECT_NE(text().find("4 findings fixed\n"), std::string::npos);
  EXPECT_TRUE(object(parsed(renderJson)).getArray("findings")->empty());
}

TEST_F(Rendering, FingerprintsOutliveMovedLines) {
  std::vector<std::string> Before = fingerprints(R);
  Folder.write("src/my store.cc",
               "// new line\n" + ScratchFolder::read(Source));
  for (Judged &J : R.Findings)
    ++J.F.At.Line;
  EXPECT_EQ(fingerprints(R), Before);
  EXPECT_NE(Before[0], Before[1]);
  EXPECT_NE(Before[1], Before[3]) << "equal findings are told apart";
  R.Root = "/elsewhere";
  EXPECT_NE(fingerprints(R), Before);
}

TEST(Columns, Utf16) {
  EXPECT_EQ(utf16Column("abc", 3), 3u);
  EXPECT_EQ(utf16Column("\xC3\xA4x", 3), 2u);
  EXPECT_EQ(utf16Column("\xF0\x9F\x98\x80x", 5), 3u);
}

namespace {

std::string diff(llvm::StringRef Before, llvm::StringRef After) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  renderDiff(Out, "f.cc", Before, After);
  return Text;
}

} // namespace

TEST(Diff, Hunks) {
  EXPECT_EQ(diff("a\n", "a\n"), "");
  EXPECT_EQ(diff("a\nb\nc\n", "a\nB\nc\n"),
            "--- a/f.cc\n+++ b/f.cc\n"
            "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
  EXPECT_EQ(diff("", "a\n"), "--- a/f.cc\n+++ b/f.cc\n@@ -0,0 +1 @@\n+a\n");
  EXPECT_EQ(diff("a", "b"), "--- a/f.cc\n+++ b/f.cc\n@@ -1 +1 @@\n"
                            "-a\n\\ No newline at end of file\n"
                            "+b\n\\ No newline at end of file\n");
}

TEST(Diff, DistantChangesAreHunksOfTheirOwn) {
  std::string Before, After;
  for (int I = 1; I <= 30; ++I) {
    std::string Line = std::to_string(I) + "\n";
    Before += Line;
    if (I == 2)
      After += "new\n";
    After += I == 25 ? "changed\n" : Line;
  }
  EXPECT_EQ(diff(Before, After),
            "--- a/f.cc\n+++ b/f.cc\n"
            "@@ -1,4 +1,5 @@\n 1\n+new\n 2\n 3\n 4\n"
            "@@ -22,7 +23,7 @@\n 22\n 23\n 24\n-25\n+changed\n 26\n 27\n 28\n");
}
