//===- loader_test.cpp - Loading models, and what is said of wrong ones ---===//

#include "models/Embedded.h"
#include "models/Models.h"

#include "gtest/gtest.h"

using namespace factor6;

namespace {

std::vector<std::string> errorsOf(llvm::StringRef Yaml) {
  ModelSet Models;
  return Models.add(Yaml, "m.yaml");
}

/// The single error of \p Yaml.
std::string errorOf(llvm::StringRef Yaml) {
  std::vector<std::string> Errors = errorsOf(Yaml);
  EXPECT_EQ(Errors.size(), 1u) << (Errors.empty() ? "" : Errors.back());
  return Errors.empty() ? "" : Errors.front();
}

ModelSet modelsOf(llvm::StringRef Yaml) {
  ModelSet Models;
  std::vector<std::string> Errors = Models.add(Yaml, "m.yaml");
  EXPECT_TRUE(Errors.empty()) << Errors.front();
  return Models;
}

TEST(Loader, ReadsEveryKindOfEntry) {
  ModelSet M = modelsOf(R"(library: lib
functions:
  - name: [lib::get, lib::post]
    entry: -1
    host: [0]
  - name: lib::open
    file: {path: 0, mode: by_mode, mode_arg: 1, write_mask: 0x3, handle: result}
types:
  - name: lib::Client
    role: handle
classes:
  - name: lib::Service
    entry: true
    lifetime: process
fields:
  - name: lib::Options::host
    host: true
)");
  const FunctionModel *Post = M.function("lib::post");
  ASSERT_NE(Post, nullptr);
  EXPECT_EQ(Post->Library, "lib");
  ASSERT_EQ(Post->Callables.size(), 1u);
  EXPECT_EQ(Post->Callables[0].Arg, -1);
  EXPECT_EQ(Post->Callables[0].Run, RunKind::Entry);
  EXPECT_EQ(Post->Hosts, std::vector<int>{0});
  const FunctionModel *Open = M.function("lib::open");
  ASSERT_NE(Open, nullptr);
  ASSERT_EQ(Open->Files.size(), 1u);
  EXPECT_EQ(Open->Files[0].ModeArg, 1);
  EXPECT_EQ(Open->Files[0].WriteMask, 3);
  EXPECT_EQ(Open->Files[0].HandleArg, ArgResult);
  ASSERT_NE(M.type("lib::Client"), nullptr);
  EXPECT_EQ(M.type("lib::Client")->TypeRole, Role::Handle);
  EXPECT_TRUE(M.type("lib::Service")->Entry);
  ASSERT_NE(M.field("lib::Options::host"), nullptr);
  EXPECT_TRUE(M.field("lib::Options::host")->Host);
  EXPECT_EQ(M.function("lib::other"), nullptr);
  EXPECT_EQ(M.field("lib::Options::port"), nullptr);
}

TEST(Loader, FindsMethodsOnBaseClassesNearestFirst) {
  ModelSet M = modelsOf(R"(library: lib
functions:
  - name: Base::run
    serves: true
  - name: Middle::run
    waits: true
  - name: Base::*
    reads: true
)");
  std::vector<std::string> Classes{"Derived", "Middle", "Base"};
  ASSERT_NE(M.function("Derived::run", Classes), nullptr);
  EXPECT_TRUE(M.function("Derived::run", Classes)->Waits);
  EXPECT_FALSE(M.function("Derived::run", Classes)->Serves);
  ASSERT_NE(M.function("Derived::get", Classes), nullptr);
  EXPECT_TRUE(M.function("Derived::get", Classes)->HasReads);
  EXPECT_EQ(M.function("Derived::get"), nullptr);
}

TEST(Loader, MatchesWildcards) {
  ModelSet M = modelsOf(R"(library: lib
functions:
  - name: "gen::Processor::*Processor"
    entry_object: [0]
  - name: "p::Ptr::operator*"
    returns: element
types:
  - name: "Aws::*Client"
    role: handle
fields:
  - name: "fLS::*"
    role: config
)");
  EXPECT_NE(M.function("my::EchoProcessor::EchoProcessor",
                       {"my::EchoProcessor", "gen::Processor"}),
            nullptr);
  EXPECT_EQ(M.function("my::EchoProcessor::process",
                       {"my::EchoProcessor", "gen::Processor"}),
            nullptr);
  EXPECT_NE(M.function("p::Ptr::operator*"), nullptr);
  EXPECT_EQ(M.function("p::Ptr::operatorX"), nullptr)
      << "'*' of operator* is no wildcard";
  EXPECT_NE(M.type("Aws::S3::S3Client"), nullptr);
  EXPECT_EQ(M.type("Aws::S3::Bucket"), nullptr);
  EXPECT_NE(M.field("fLS::FLAGS_dir"), nullptr);
}

TEST(Loader, MergesLaterFilesPerKey) {
  ModelSet M = modelsOf("library: one\n"
                        "functions:\n"
                        "  - name: [f, g]\n"
                        "    host: [0]\n"
                        "    serves: true\n");
  EXPECT_TRUE(M.add("library: mine\nfunctions:\n  - name: f\n    serves: "
                    "false\n    print: true\n",
                    "mine.yaml")
                  .empty());
  const FunctionModel *F = M.function("f");
  EXPECT_EQ(F->Library, "mine");
  EXPECT_FALSE(F->Serves);
  EXPECT_TRUE(F->Print);
  EXPECT_EQ(F->Hosts, std::vector<int>{0});
  EXPECT_TRUE(M.function("g")->Serves)
      << "the other names of the entry keep theirs";
  EXPECT_FALSE(M.function("g")->Print);
}

TEST(Loader, CopiesAreIndependentAndHashed) {
  ModelSet A = modelsOf("library: a\nfunctions:\n  - {name: f, job: true}\n");
  ModelSet B = A;
  EXPECT_EQ(A.fingerprint(), B.fingerprint());
  B.add("library: b\nfunctions:\n  - {name: g, job: true}\n", "b.yaml");
  EXPECT_NE(A.fingerprint(), B.fingerprint());
  EXPECT_EQ(A.function("g"), nullptr);
}

TEST(LoaderErrors, SuggestsTheNearestKey) {
  EXPECT_EQ(errorOf("library: l\nfunctions:\n  - name: f\n    serve: true\n"),
            "m.yaml:4: unknown key 'serve'; did you mean 'serves'?");
  EXPECT_EQ(errorOf("library: l\nfunktions: []\n"),
            "m.yaml:2: unknown key 'funktions'; did you mean 'functions'?");
  EXPECT_EQ(
      errorOf("library: l\nfunctions:\n  - name: f\n    file: {pth: 0}\n"),
      "m.yaml:4: unknown key 'pth'; did you mean 'path'?");
  EXPECT_NE(errorOf("library: l\ntypes:\n  - name: T\n    zzzzzzzzz: 1\n")
                .find("known keys: name"),
            std::string::npos);
}

TEST(LoaderErrors, NameTheValueAndTheChoices) {
  EXPECT_NE(
      errorOf("library: l\ntypes:\n  - name: T\n    role: mutexx\n")
          .find("m.yaml:4: 'mutexx' is not a role; use one of none, sync"),
      std::string::npos);
  EXPECT_EQ(errorOf("library: l\nfunctions:\n  - name: f\n    serves: yes\n"),
            "m.yaml:4: expected true or false");
  EXPECT_NE(errorOf("library: l\nfunctions:\n  - name: f\n    host: first\n")
                .find("m.yaml:4: expected an argument"),
            std::string::npos);
  EXPECT_NE(
      errorOf("library: l\nfunctions:\n  - name: f\n    run: {as: entry}\n")
          .find("'run' needs 'arg'"),
      std::string::npos);
  EXPECT_NE(
      errorOf("library: l\nfunctions:\n  - name: f\n    store: {path: 0}\n")
          .find("'store' needs 'name'"),
      std::string::npos);
}

TEST(LoaderErrors, SayWhatANameLooksLike) {
  EXPECT_NE(
      errorOf("library: l\nfunctions:\n  - name: std::vector<int>::push_back\n")
          .find("without template arguments"),
      std::string::npos);
  EXPECT_NE(errorOf("library: l\nfunctions:\n  - name: \"f(int)\"\n")
                .find("without parameters"),
            std::string::npos);
  EXPECT_NE(errorOf("library: l\nfunctions:\n  - serves: true\n")
                .find("entry without 'name'"),
            std::string::npos);
  EXPECT_NE(errorOf("functions:\n  - {name: f, job: true}\n")
                .find("'library' is missing"),
            std::string::npos);
}

TEST(LoaderErrors, KeepWhatIsRight) {
  ModelSet M;
  std::vector<std::string> Errors = M.add("library: l\n"
                                          "functions:\n"
                                          "  - name: f\n"
                                          "    serve: true\n"
                                          "    print: true\n"
                                          "  - name: g\n"
                                          "    job: true\n",
                                          "m.yaml");
  EXPECT_EQ(Errors.size(), 1u);
  EXPECT_TRUE(M.function("f")->Print);
  EXPECT_TRUE(M.function("g")->JobSource);
}

TEST(LoaderErrors, PlaceSyntaxErrors) {
  std::vector<std::string> Errors =
      errorsOf("library: l\nfunctions:\n  - name: [f, g\n    job: true\n");
  ASSERT_FALSE(Errors.empty());
  EXPECT_EQ(Errors.front().substr(0, 7), "m.yaml:");
  EXPECT_NE(Errors.front().find("YAML syntax"), std::string::npos);
}

TEST(LoaderErrors, SurviveNonsense) {
  for (llvm::StringRef Text :
       {"", "\n", "just text", "- a\n- b\n", "{", "[",
        "library: [a]\nfunctions: 3\n", "library: l\nfunctions:\n  - 3\n",
        "library: l\nfunctions:\n  - name: {a: b}\n",
        "library: l\nfunctions:\n  - name: *x\n", "\t", "%YAML 1.1\n---\n",
        "\"", "a: b: c", "? x", "library: &a l\nfunctions: *a\n", "!!map {}",
        "library: |\n  x\nfunctions: >\n  y\n",
        "library: l\nfunctions:\n  - name: f\n    file: [1, 2]\n"})
    EXPECT_FALSE(errorsOf(Text).empty()) << Text.str();
}

TEST(BuiltinModels, AreWithoutErrors) {
  ModelSet M;
  for (const EmbeddedModel &E : embeddedModels())
    for (const std::string &Error : M.add(E.Text, E.Name))
      ADD_FAILURE() << Error;
  EXPECT_FALSE(M.names().empty());
}

TEST(Words, OfSeveralFilesAddUp) {
  ModelSet M;
  EXPECT_TRUE(M.add("library: a\nwords:\n  asset_tool: [sass]\n", "a").empty());
  EXPECT_TRUE(M.add("library: b\nwords: {asset_tool: swc}\n", "b").empty());
  EXPECT_EQ(M.words(WordKind::AssetTool),
            (std::vector<std::string>{"sass", "swc"}));
  EXPECT_TRUE(M.words(WordKind::AffinityCookie).empty());
}

TEST(Words, OfEveryKindAreRead) {
  ModelSet M = modelsOf("library: a\n"
                        "words:\n"
                        "  backing_service: [redis]\n"
                        "  generated_file: ['*.pb.h']\n"
                        "  forwarding_namespace: [fmt]\n");
  using Texts = std::vector<std::string>;
  EXPECT_EQ(M.words(WordKind::BackingService), Texts{"redis"});
  EXPECT_EQ(M.words(WordKind::GeneratedFile), Texts{"*.pb.h"});
  EXPECT_EQ(M.words(WordKind::ForwardingNamespace), Texts{"fmt"});
}

TEST(Reaches, IsKeptForEachLibrary) {
  ModelSet M = modelsOf("reaches: REDIS\nlibrary: a\n");
  EXPECT_TRUE(M.add("library: b\n", "b.yaml").empty());
  EXPECT_EQ(M.reaches("a"), "REDIS");
  EXPECT_EQ(M.reaches("b"), "");
  EXPECT_EQ(errorOf("library: a\nreaches: [x]\n"), "m.yaml:2: expected a text");
}

TEST(Words, OfNoKnownKindAreReported) {
  ModelSet M;
  auto Errors = M.add("library: a\nwords:\n  tools: [sass]\n", "a.yaml");
  ASSERT_EQ(Errors.size(), 1u);
  EXPECT_EQ(Errors[0].rfind("a.yaml:3: 'tools' is not a list of words", 0), 0u)
      << Errors[0];
}

TEST(BuiltinModels, KnowTheUsualNames) {
  const ModelSet &M = ModelSet::builtin();
  EXPECT_TRUE(M.type("grpc::Service")->Entry);
  EXPECT_EQ(M.type("std::mutex")->TypeRole, Role::Sync);
  EXPECT_EQ(M.type("std::map")->TypeRole, Role::Container);
  EXPECT_EQ(M.function("std::map::operator[]")->How, "subscript");
  EXPECT_TRUE(M.function("std::map::find")->Test);
  EXPECT_EQ(M.function("httplib::Server::Get")->Callables.at(0).Run,
            RunKind::Entry);
  EXPECT_EQ(M.function("getenv")->Returns, Origin::Environment);
  EXPECT_EQ(M.function("accept")->JobSource, true);
}

} // namespace
