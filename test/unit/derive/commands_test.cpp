// What a shell command line is made of.
#include "derive/Commands.h"
#include "rules/Hosts.h"

#include <gtest/gtest.h>

using namespace factor6;

namespace {

using Texts = std::vector<std::string>;

TEST(Commands, QuotesAndEscapesAreTakenOff) {
  auto All = shellCommands("cp 'a b' \"c d\" e\\ f '' \\\n g");
  ASSERT_EQ(All.size(), 1u);
  EXPECT_EQ(All[0].Words, (Texts{"cp", "a b", "c d", "e f", "g"}));
}

TEST(Commands, SeparatorsPartThem) {
  auto All = shellCommands("a 1 | b; c && d || e & f\ng `h` $(i)");
  Texts Programs;
  for (const ShellCommand &C : All)
    Programs.push_back(C.program().str());
  EXPECT_EQ(Programs, (Texts{"a", "b", "c", "d", "e", "f", "g", "h", "i)"}));
  EXPECT_TRUE(All[0].Piped);
  for (size_t I = 1; I < All.size(); ++I)
    EXPECT_FALSE(All[I].Piped) << I;
}

TEST(Commands, RedirectionsAreNoWords) {
  auto All = shellCommands("sort <in 2>&1 >> 'o u' x 2>err &>|all");
  ASSERT_EQ(All.size(), 1u);
  EXPECT_EQ(All[0].Words, (Texts{"sort", "x"}));
  EXPECT_EQ(All[0].Outputs, (Texts{"o u", "err", "all"}));
}

TEST(Commands, TheProgramStandsBehindWhatRunsIt) {
  auto All = shellCommands("sudo LANG=C /bin/rm -f x");
  ASSERT_EQ(All.size(), 1u);
  EXPECT_EQ(All[0].program(), "rm");
  EXPECT_EQ(All[0].operands(), std::vector<llvm::StringRef>{"x"});
}

TEST(Commands, WhatIsNotLiteralIsPartOfAWord) {
  EXPECT_EQ(removedBy("rm -f \"/srv/\x01k a=\x01>\x02;'\x02.txt\""),
            "/srv/\x01k a=\x01>\x02;'\x02.txt");
}

TEST(Commands, RemovedAndWrittenPaths) {
  EXPECT_EQ(removedBy("rm -rf /srv/x/*"), "/srv/x/");
  EXPECT_EQ(removedBy("mv a b"), "a");
  EXPECT_EQ(removedBy("echo rm a"), "");
  EXPECT_EQ(removedBy(""), "");
  EXPECT_EQ(writtenBy("date > /dev/null; gen | tee -a out"), "out");
  EXPECT_EQ(writtenBy("echo 'a > b'"), "");
  EXPECT_EQ(writtenBy("sh -c 'gen > out'"), "out");
  EXPECT_EQ(writtenBy("cp a b c"), "c");
}

TEST(Commands, TheUrlThatIsConnectedTo) {
  EXPECT_EQ(urlInCommand("echo http://a.lan; curl http://b.lan>out"),
            "http://b.lan");
  EXPECT_EQ(urlInCommand("echo http://a.lan | xargs curl"), "http://a.lan");
  EXPECT_EQ(urlInCommand("echo http://a.lan || curl"), "");
  EXPECT_EQ(urlInCommand("curl -H 'Referer: http://a.lan' --url=http://b.lan"),
            "http://b.lan");
}

} // namespace
