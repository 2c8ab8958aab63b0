// Which findings count, and what a run is worth.
#include "gate/Gate.h"

#include <gtest/gtest.h>

using namespace factor6;

namespace {

Judged finding(const char *Rule, const char *File, uint32_t Line,
               Severity Level = Severity::Warning) {
  Finding F;
  F.Rule = Rule;
  F.Level = Level;
  F.At = {File, Line, 1, 0};
  return {F};
}

Report reportOf(std::vector<Judged> Findings, size_t Analysed = 1,
                size_t Failed = 0) {
  Report R;
  R.Findings = std::move(Findings);
  R.Analysed = R.WithFacts = Analysed;
  R.Failed.resize(Failed);
  R.Requested = Analysed + Failed;
  return R;
}

} // namespace

TEST(Globs, LastMatchDecides) {
  CheckGlobs G("factor6-*,-factor6-static-cache");
  EXPECT_TRUE(G.contains("factor6-mutable-global"));
  EXPECT_FALSE(G.contains("factor6-static-cache"));
  EXPECT_FALSE(G.contains("bugprone-x"));
  EXPECT_TRUE(
      CheckGlobs("-*,factor6-*-cache").contains("factor6-static-cache"));
  EXPECT_FALSE(
      CheckGlobs("-*,factor6-*-cache").contains("factor6-static-cache-x"));
  EXPECT_TRUE(CheckGlobs(" * ").contains("anything"));
  EXPECT_TRUE(CheckGlobs("a\n-b").contains("a"));
  EXPECT_TRUE(CheckGlobs("*a*b").contains("xaxxab"));
  EXPECT_FALSE(CheckGlobs("").contains(""));
  EXPECT_FALSE(CheckGlobs(",,-,").contains("a"));
}

TEST(Globs, ChecksOptionStartsFull) {
  EXPECT_TRUE(enabledChecks("").contains("factor6-x"));
  EXPECT_TRUE(enabledChecks("-factor6-y").contains("factor6-x"));
  EXPECT_FALSE(enabledChecks("-factor6-y").contains("factor6-y"));
  EXPECT_FALSE(enabledChecks("-*,factor6-y").contains("factor6-x"));
  EXPECT_FALSE(enabledChecks("factor6-y").contains("factor6-x"));
}

TEST(Suppressions, OwnLineAndCheckDecide) {
  Summary S;
  S.Files = {{"/p/other.h", true}, {"/p/a.cc", true}};
  S.Suppressions = {{1, 3, 3, "*"},
                    {1, 5, 8, "factor6-*,-factor6-static-cache"},
                    {0, 9, 9, "*"}};
  std::vector<Judged> Findings = {
      finding("factor6-mutable-global", "/p/a.cc", 3),
      finding("factor6-static-cache", "/p/a.cc", 3),
      finding("factor6-mutable-global", "/p/a.cc", 4),
      finding("factor6-mutable-global", "/p/a.cc", 5),
      finding("factor6-static-cache", "/p/a.cc", 8),
      finding("factor6-mutable-global", "/p/a.cc", 8),
      finding("factor6-mutable-global", "/p/a.cc", 9),
      finding("factor6-mutable-global", "/p/other.h", 9)};
  // A flow's step on a silenced line does not silence.
  Findings[2].F.Flows = {{{{"/p/a.cc", 3, 1, 0}, "step"}}};
  applySuppressions(Findings, S);
  std::vector<bool> Got;
  Got.reserve(Findings.size());
  for (const Judged &J : Findings)
    Got.push_back(J.Suppressed);
  EXPECT_EQ(Got, (std::vector<bool>{true, true, false, true, false, true, false,
                                    true}));
}

TEST(Wanted, RulesAndPathsNarrow) {
  std::vector<Judged> Findings = {finding("factor6-a", "/p/src/x.cc", 1),
                                  finding("factor6-b", "/p/src/x.cc", 2),
                                  finding("factor6-a", "/p/srcs/x.cc", 3),
                                  finding("factor6-a", "/p/y.cc", 4)};
  std::vector<std::string> Paths = {"/p/src", "/p/y.cc"};
  keepWanted(Findings, CheckGlobs("factor6-a"), Paths);
  ASSERT_EQ(Findings.size(), 2u);
  EXPECT_EQ(Findings[0].F.At.Line, 1u);
  EXPECT_EQ(Findings[1].F.At.Line, 4u);
}

TEST(Verdict, StatusSaysWhatTheRunIsWorth) {
  auto One = [](Severity Level) {
    return std::vector<Judged>{finding("factor6-a", "/p/x.cc", 1, Level)};
  };
  EXPECT_EQ(judge(reportOf({}), Severity::Warning, false), Verdict::Clean);
  EXPECT_EQ(judge(reportOf(One(Severity::Note)), Severity::Warning, false),
            Verdict::Clean);
  EXPECT_EQ(judge(reportOf(One(Severity::Note)), Severity::Note, false),
            Verdict::Findings);
  EXPECT_EQ(judge(reportOf(One(Severity::Warning)), Severity::Warning, false),
            Verdict::Findings);
  EXPECT_EQ(judge(reportOf(One(Severity::Warning)), Severity::Error, false),
            Verdict::Clean);
  // Incomplete dominates findings, unless it is allowed.
  EXPECT_EQ(
      judge(reportOf(One(Severity::Error), 1, 1), Severity::Warning, false),
      Verdict::Incomplete);
  EXPECT_EQ(
      judge(reportOf(One(Severity::Error), 1, 1), Severity::Warning, true),
      Verdict::Findings);
  EXPECT_EQ(judge(reportOf({}, 1, 1), Severity::Warning, true), Verdict::Clean);
  // A run that analysed nothing is never clean.
  EXPECT_EQ(judge(reportOf({}, 0, 1), Severity::Warning, true),
            Verdict::Incomplete);
  EXPECT_EQ(judge(reportOf({}, 0, 0), Severity::Warning, true), Verdict::Usage);
}

TEST(Verdict, SuppressedAndFixedDoNotCount) {
  Judged Silenced = finding("factor6-a", "/p/x.cc", 1, Severity::Error);
  Silenced.Suppressed = true;
  Judged Mended = finding("factor6-a", "/p/x.cc", 2, Severity::Error);
  Mended.Fixed = true;
  Report R = reportOf({Silenced, Mended});
  EXPECT_EQ(judge(R, Severity::Note, false), Verdict::Clean);
  EXPECT_EQ(count(R).all(), 0u);
  EXPECT_EQ(count(R).Files, 0u);
}

TEST(Severities, NamesRoundTrip) {
  for (Severity Level : {Severity::Note, Severity::Warning, Severity::Error})
    EXPECT_EQ(parseSeverity(severityName(Level)), Level);
  EXPECT_EQ(parseSeverity("fatal"), std::nullopt);
}
