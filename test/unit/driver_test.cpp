// What the driver decides before and after anything is parsed.
#include "driver/CompileDatabase.h"
#include "driver/Fixes.h"
#include "driver/LinkUnits.h"
#include "driver/Merge.h"
#include "driver/Project.h"
#include "driver/Protocol.h"
#include "unit/scratch_folder.h"

#include <gtest/gtest.h>

using namespace factor6;
using factor6::test::ScratchFolder;

namespace {

ProjectFiles files(std::string Root, std::vector<std::string> Excludes = {}) {
  ProjectFiles P;
  P.Root = std::move(Root);
  P.Excludes = std::move(Excludes);
  return P;
}

std::string entry(const std::string &Folder, const std::string &File,
                  const std::string &Command) {
  return R"({"directory": ")" + Folder + R"(", "file": ")" + File +
         R"(", "command": ")" + Command + R"("})";
}

std::string errorOf(llvm::Error E) { return llvm::toString(std::move(E)); }

} // namespace

//===-- Compile database --------------------------------------------------===//

TEST(Database, IsFoundUpwardAndInBuild) {
  ScratchFolder F;
  std::string File = F.write("build/compile_commands.json", "[]");
  F.write("src/deep/a.cc", "");
  llvm::Expected<std::string> Found = findDatabase("", {F.Path + "/src/deep"});
  ASSERT_TRUE(static_cast<bool>(Found));
  EXPECT_EQ(*Found, File);
  EXPECT_EQ(llvm::cantFail(findDatabase(F.Path + "/build", {})), File);
  EXPECT_EQ(llvm::cantFail(findDatabase(File, {})), File);
  llvm::Expected<std::string> None = findDatabase(F.Path + "/src", {});
  ASSERT_FALSE(static_cast<bool>(None));
  EXPECT_NE(errorOf(None.takeError())
                .find("/src: no compile_commands.json in this folder"),
            std::string::npos);
}

TEST(Database, SameCommandIsOneJob) {
  ScratchFolder F;
  F.write("a.cc", "int a;");
  F.write("s.S", "");
  std::string File = F.write(
      "compile_commands.json",
      "[" + entry(F.Path, "a.cc", "g++ -c a.cc -o one/a.o -MMD -MF one/a.d") +
          "," + entry(F.Path, "./a.cc", "g++ -c a.cc -o two/a.o") + "," +
          entry(F.Path, F.Path + "/a.cc", "g++ -DX -c a.cc -o three/a.o") +
          "," + entry(F.Path, "s.S", "gcc -c s.S") + "]");
  CompileDatabase D = llvm::cantFail(readDatabase(File));
  ASSERT_EQ(D.Jobs.size(), 3u);
  EXPECT_EQ(D.Jobs[0].File, F.Path + "/a.cc");
  EXPECT_EQ(D.Jobs[0].Size, 6u);
  EXPECT_EQ(D.Jobs[0].Outputs,
            (std::vector<std::string>{"one/a.o", "two/a.o"}));
  EXPECT_EQ(D.Jobs[1].Outputs, (std::vector<std::string>{"three/a.o"}));
  EXPECT_EQ(D.Jobs[2].Skip, "not C or C++");
}

TEST(Database, ProblemsAreOneLine) {
  ScratchFolder F;
  const std::pair<const char *, const char *> Cases[] = {
      {"", ": the file is empty"},
      {" \n", ": the file is empty"},
      {"[{", ": not valid JSON: "},
      {"{}", ": not a compile database: expected a list of commands"},
      {"[]", ": the compile database has no entries"},
      {"[1]", ": entry 1 has no \"directory\""},
      {R"([{"directory": "/"}])", ": entry 1 has no \"file\""},
      {R"([{"directory": "/", "file": "a.c"}])",
       ": entry 1 has neither a \"command\" nor \"arguments\""},
      {R"([{"directory": "/", "file": "a.c", "arguments": []}])",
       ": entry 1 has neither a \"command\" nor \"arguments\""},
  };
  for (auto [Text, Message] : Cases) {
    std::string File = F.write("compile_commands.json", Text);
    llvm::Expected<CompileDatabase> D = readDatabase(File);
    ASSERT_FALSE(static_cast<bool>(D)) << Text;
    std::string Line = errorOf(D.takeError());
    EXPECT_NE(Line.find(File + Message), std::string::npos) << Line;
    EXPECT_EQ(Line.find('\n'), std::string::npos) << Line;
  }
}

//===-- The project -------------------------------------------------------===//

TEST(Project, RootIsGitTopLevelOrCommonFolder) {
  ScratchFolder F;
  std::string A = F.write("home/app/src/a/a.cc", ""),
              B = F.write("home/app/src/b/b.cc", "");
  F.write("home/app/include/x.h", "");
  CompileDatabase D;
  D.Folder = F.Path + "/home/app";
  D.Jobs.push_back({F.Path, A, {"g++", A}, {}, 0, ""});
  D.Jobs.push_back({F.Path, B, {"g++", B}, {}, 0, ""});
  EXPECT_EQ(projectRoot("", D), F.Path + "/home/app/src");
  D.Jobs[0].Args.push_back("-Ihome/app/include");
  EXPECT_EQ(projectRoot("", D), F.Path + "/home/app")
      << "its headers lie beside src";
  F.write("home/.git", "");
  EXPECT_EQ(projectRoot("", D), F.Path + "/home");
  EXPECT_EQ(projectRoot(F.Path + "/x/../y", D), F.Path + "/y");
}

TEST(Project, ForeignCodeIsToldByItsPath) {
  ProjectFiles P = files("/p", {"legacy", "src/gen/*", "/p/other/x.cc"});
  P.Generated = {"*.pb.h", "*.pb.cc", "moc_*"};
  EXPECT_TRUE(P.contains("/p/src/a.cc", false));
  EXPECT_FALSE(P.contains("/p/src/a.cc", true));
  EXPECT_FALSE(P.contains("/q/a.cc", false));
  EXPECT_FALSE(P.contains("/px/a.cc", false));
  EXPECT_FALSE(P.contains("/p/third_party/x/a.cc", false));
  EXPECT_FALSE(P.contains("/p/build/_deps/x/a.cc", false));
  EXPECT_FALSE(P.contains("/p/api/v1.pb.h", false));
  EXPECT_FALSE(P.contains("/p/api/v1.grpc.pb.cc", false));
  EXPECT_FALSE(P.contains("/p/moc_window.cpp", false));
  EXPECT_TRUE(P.contains("/p/moc_window/a.cpp", false));
  EXPECT_FALSE(P.contains("/p/gen-cpp/Service.cpp", false));
  EXPECT_FALSE(P.contains("/p/a/legacy/b/c.cc", false));
  EXPECT_TRUE(P.contains("/p/a/legacy2/c.cc", false));
  EXPECT_FALSE(P.contains("/p/src/gen/deep/c.cc", false));
  EXPECT_FALSE(P.contains("/p/other/x.cc", false));
  EXPECT_TRUE(P.contains("/p/other/y.cc", false));
  // A checkout below somebody's third_party is that project's own code.
  EXPECT_TRUE(
      (files("/x/third_party/p").contains("/x/third_party/p/a.cc", false)));
  EXPECT_TRUE((files("").contains("/anything/third_party/a.cc", false)));
}

TEST(Project, ForeignSourcesAreSkippedButMissingOnesAreNot) {
  ScratchFolder F;
  CompileDatabase D;
  D.Folder = F.Path;
  for (const char *Name : {"a.cc", "x.pb.cc", "vendor/v.cc", "out/o.cc"})
    D.Jobs.push_back({F.Path, F.write(Name, ""), {}, {}, 0, ""});
  D.Jobs.push_back({F.Path, F.Path + "/vendor/gone.cc", {}, {}, 0, ""});
  skipForeignJobs(D, F.Path, {"out"});
  EXPECT_EQ(D.Jobs[0].Skip, "");
  for (size_t I : {1, 2, 3})
    EXPECT_EQ(D.Jobs[I].Skip, "excluded, vendored or generated") << I;
  EXPECT_EQ(D.Jobs[4].Skip, "");
}

TEST(Project, BuildFolderIsNotTheUsers) {
  ScratchFolder F;
  CompileDatabase D;
  D.Folder = F.Path + "/build [1]";
  EXPECT_TRUE(projectFiles(F.Path, {}, D).contains(D.Folder + "/x.h", false));
  F.write("build [1]/CMakeCache.txt", "");
  EXPECT_FALSE(projectFiles(F.Path, {}, D).contains(D.Folder + "/x.h", false));
  EXPECT_TRUE(
      projectFiles(F.Path, {}, D).contains(F.Path + "/build 1/x.h", false));
}

//===- Link units of the build system -------------------------------------===//

namespace {

void writeReply(const ScratchFolder &F) {
  const std::string Reply = "b/.cmake/api/v1/reply/";
  F.write(Reply + "index-2020.json", "broken");
  F.write(Reply + "index-2021.json",
          R"({"objects": [{"kind": "cache", "jsonFile": "no.json"},
                          {"kind": "codemodel", "jsonFile": "model.json"}]})");
  std::string Targets;
  auto Target = [&](const std::string &Name, const std::string &Type,
                    const std::string &Source, const std::string &Needs) {
    Targets += (Targets.empty() ? "" : ",");
    Targets +=
        R"({"id": ")" + Name + R"(", "jsonFile": ")" + Name + R"(.json"})";
    F.write(Reply + Name + ".json",
            R"({"name": ")" + Name + R"(", "type": ")" + Type +
                R"(", "dependencies": [)" + Needs +
                R"(], "sources": [{"path": ")" + Source +
                R"(", "compileGroupIndex": 0}, {"path": "x.h"}]})");
  };
  Target("server", "EXECUTABLE", "server.cc",
         R"({"id": "core"}, {"id": "codegen"})");
  Target("client", "EXECUTABLE", "client.cc",
         R"({"id": "core"}, {"id": "gone"})");
  Target("codegen", "EXECUTABLE", "codegen.cc", "");
  Target("core", "STATIC_LIBRARY", "core.cc", R"({"id": "base"})");
  Target("base", "SHARED_LIBRARY", "base.cc", R"({"id": "core"})");
  Target("plugin", "MODULE_LIBRARY", "plugin.cc", R"({"id": "core"})");
  F.write(Reply + "model.json", R"({"paths": {"source": ")" + F.Path +
                                    R"("}, "configurations": [{"targets": [)" +
                                    Targets + "]}]}");
}

std::vector<std::string> namesOf(const BuildUnit &U, const ScratchFolder &F) {
  std::vector<std::string> Names;
  Names.reserve(U.Sources.size());
  for (const auto &[Source, Target] : U.Sources)
    Names.push_back(Source.substr(F.Path.size() + 1));
  llvm::sort(Names);
  return Names;
}

} // namespace

TEST(BuildUnits, ProgramsWithTheirLibraries) {
  ScratchFolder F;
  EXPECT_TRUE(readBuildUnits(F.Path + "/b").empty());
  writeReply(F);
  std::vector<BuildUnit> Units = readBuildUnits(F.Path + "/b");
  ASSERT_EQ(Units.size(), 4u); // the shared library is part of its programs
  using Names = std::vector<std::string>;
  EXPECT_EQ(Units[0].Name, "client");
  EXPECT_EQ(namesOf(Units[0], F), (Names{"base.cc", "client.cc", "core.cc"}));
  EXPECT_EQ(namesOf(Units[1], F), (Names{"codegen.cc"}));
  EXPECT_EQ(namesOf(Units[2], F), (Names{"base.cc", "core.cc", "plugin.cc"}));
  EXPECT_EQ(namesOf(Units[3], F), (Names{"base.cc", "core.cc", "server.cc"}));
}

TEST(BuildUnits, OwnFlagsOfATarget) {
  BuildUnit U{"server", {{"/p/a.cc", "server"}, {"/p/b.cc", "core"}}};
  CompileDatabase D;
  D.Jobs.push_back(
      {"/p", "/p/a.cc", {}, {"CMakeFiles/client.dir/a.cc.o"}, 0, ""});
  D.Jobs.push_back(
      {"/p", "/p/a.cc", {}, {"CMakeFiles/server.dir/a.cc.o"}, 0, ""});
  D.Jobs.push_back({"/p", "/p/b.cc", {}, {}, 0, ""});
  D.Jobs.push_back({"/p", "/p/c.cc", {}, {}, 0, ""});
  EXPECT_EQ(jobsOf(U, D), (std::vector<size_t>{1, 2}));
}

//===-- Messages ----------------------------------------------------------===//

TEST(Protocol, MessagesSurviveTheTrip) {
  Request R{"/d",
            "/d/a.cc",
            {"g++", "", std::string("\0x", 2)},
            files("/d", {"*.h"})};
  R.Project.Generated = {"moc_*"};
  R.Project.Forwarding = {"fmt"};
  Request Back = unpackRequest(packRequest(R)).value_or(Request());
  EXPECT_EQ(Back.Args, R.Args);
  EXPECT_EQ(Back.Project.Excludes, R.Project.Excludes);
  EXPECT_EQ(Back.Project.Generated, R.Project.Generated);
  EXPECT_EQ(Back.Project.Forwarding, R.Project.Forwarding);
  Outcome O{OutcomeKind::Parsed, "m", 3, std::string(1000, '\0')};
  Outcome Answer = unpackOutcome(packOutcome(O)).value_or(Outcome());
  EXPECT_EQ(Answer.Facts, O.Facts);
  EXPECT_EQ(Answer.Errors, 3u);
  std::string Bytes = packOutcome(O);
  for (size_t I = 0; I < Bytes.size(); ++I)
    EXPECT_FALSE(
        unpackOutcome(llvm::StringRef(Bytes).take_front(I)).has_value());
}

TEST(Protocol, FramesArriveInPieces) {
  std::string Stream = frame("one") + frame("") + frame("three"), Buffer;
  std::vector<std::string> Got;
  for (char C : Stream) {
    Buffer += C;
    while (std::optional<std::string> Message = takeFrame(Buffer))
      Got.push_back(*Message);
  }
  EXPECT_EQ(Got, (std::vector<std::string>{"one", "", "three"}));
  EXPECT_TRUE(Buffer.empty());
}

//===- Findings of several units ------------------------------------------===//

namespace {

Finding finding(const char *Rule, uint32_t Line, Severity Level,
                const char *Unit, Evidence Proof = Evidence::Request) {
  Finding F;
  F.Rule = Rule;
  F.At = {"/p/a.cc", Line, 1, 0};
  F.Level = Level;
  F.LinkUnit = Unit;
  F.Proof = Proof;
  return F;
}

Summary withVariable(uint32_t Line) {
  Summary S;
  S.Files = {{"/p/a.cc", true}};
  Entity E;
  E.Store = Storage::Global;
  E.Loc = {0, Line, 1, 0};
  S.Entities = {E};
  return S;
}

} // namespace

TEST(Merge, StrongestOfEqualPlacesStays) {
  std::vector<UnitFindings> Units(3);
  Units[0].Findings = {finding("b", 2, Severity::Warning, "u0"),
                       finding("a", 2, Severity::Note, "u0")};
  Units[1].Findings = {finding("b", 2, Severity::Error, "u1")};
  Units[2].Findings = {finding("b", 2, Severity::Error, "u2"),
                       finding("b", 1, Severity::Note, "u2")};
  std::vector<Finding> All = mergeFindings(std::move(Units));
  ASSERT_EQ(All.size(), 3u);
  EXPECT_EQ(All[0].At.Line, 1u);
  EXPECT_EQ(All[1].Rule, "a");
  EXPECT_EQ(All[2].LinkUnit, "u1");
}

TEST(Merge, NeverWrittenMustHoldEverywhere) {
  Summary Here = withVariable(5), There = withVariable(5),
          Elsewhere = withVariable(6);
  auto Declared = [] {
    return finding("a", 5, Severity::Note, "u", Evidence::Declared);
  };
  // The second unit has the variable too and is silent: it writes it.
  EXPECT_TRUE(mergeFindings({{{Declared()}, {&Here}}, {{}, {&There}}}).empty());
  EXPECT_EQ(mergeFindings({{{Declared()}, {&Here}}, {{}, {&Elsewhere}}}).size(),
            1u);
  EXPECT_EQ(
      mergeFindings({{{Declared()}, {&Here}}, {{Declared()}, {&There}}}).size(),
      1u);
  // Silence contradicts nothing stronger.
  EXPECT_EQ(mergeFindings({{{finding("a", 5, Severity::Error, "u")}, {&Here}},
                           {{}, {&There}}})
                .size(),
            1u);
}

//===-- Fixes -------------------------------------------------------------===//

namespace {

Finding
fix(const std::string &File,
    const std::vector<std::tuple<uint32_t, uint32_t, const char *>> &Edits) {
  Finding F;
  F.At = {File, 1, 1, 0};
  for (auto [Offset, Length, Text] : Edits)
    F.Fix.push_back({{File, 1, 1, Offset}, Length, Text});
  return F;
}

FixPlan plan(const std::vector<Finding> &Findings) {
  std::vector<const Finding *> Pointers;
  Pointers.reserve(Findings.size());
  for (const Finding &F : Findings)
    Pointers.push_back(&F);
  return planFixes(Pointers);
}

} // namespace

TEST(Fixes, SharedEditsAreMadeOnce) {
  ScratchFolder F;
  std::string File = F.write("a.cc", "abcdef");
  FixPlan P = plan({fix(File, {{0, 0, "#\n"}, {1, 1, "B"}}),
                    fix(File, {{0, 0, "#\n"}, {4, 2, ""}})});
  EXPECT_EQ(P.Applied, (std::vector<bool>{true, true}));
  ASSERT_EQ(P.Changes.size(), 1u);
  EXPECT_EQ(P.Changes[0].After, "#\naBcd");
  EXPECT_EQ(ScratchFolder::read(File), "abcdef") << "planning changes nothing";
}

TEST(Fixes, OverlapsAreRefusedWhole) {
  ScratchFolder F;
  std::string File = F.write("a.cc", "abcdef");
  FixPlan P =
      plan({fix(File, {{1, 3, "X"}}), fix(File, {{0, 1, "Y"}, {3, 1, "Z"}}),
            fix(File, {{2, 0, "in"}}), fix(File, {{4, 0, "-"}}),
            fix(File, {{4, 0, "+"}}), fix(File, {{5, 9, ""}}),
            fix(F.Path + "/gone.cc", {{0, 0, "x"}}), Finding()});
  EXPECT_EQ(P.Applied, (std::vector<bool>{true, false, false, true, false,
                                          false, false, false}));
  EXPECT_EQ(P.Refused.size(), 5u);
  ASSERT_EQ(P.Changes.size(), 1u);
  EXPECT_EQ(P.Changes[0].After, "aX-ef");
}

TEST(Output, ReplacesFilesInOneStep) {
  ScratchFolder F;
  std::string File = F.write("a.cc", "old"), Link = F.Path + "/link.cc";
  ASSERT_FALSE(llvm::sys::fs::setPermissions(File, llvm::sys::fs::perms(0640)));
  ASSERT_FALSE(llvm::sys::fs::create_link(File, Link));
  ASSERT_FALSE(static_cast<bool>(writeAtomically(Link, "new")));
  EXPECT_EQ(ScratchFolder::read(File), "new");
  EXPECT_EQ(*llvm::sys::fs::getPermissions(File), llvm::sys::fs::perms(0640));
  EXPECT_TRUE(llvm::sys::fs::is_symlink_file(Link));
  EXPECT_NE(errorOf(writeAtomically(F.Path + "/no/file", "x"))
                .find("cannot be written"),
            std::string::npos);
  EXPECT_FALSE(static_cast<bool>(writeAtomically("/dev/null", "x")));
}
