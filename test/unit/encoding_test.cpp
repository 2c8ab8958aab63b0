// The file form of a TU summary: laws that hold for any summary.
#include "facts/Encoding.h"
#include "facts/Wire.h"

#include "llvm/Support/xxhash.h"

#include <gtest/gtest.h>

#include <functional>
#include <random>

using namespace factor6;

namespace {

/// Summaries with every field set to something, by a seed.
class Generator {
public:
  explicit Generator(unsigned Seed) : Random(Seed) {}

  Summary summary() {
    Summary S;
    S.MainFile = text();
    fill(S.Files, [&] { return SourceFile{text(), coin()}; });
    fill(S.Types, [&] {
      return Type{choice(TypeKind::MemberPointer),
                  coin(),
                  coin(),
                  id(),
                  text(),
                  text(),
                  ids()};
    });
    fill(S.Entities, [&] { return entity(); });
    fill(S.Bodies, [&] { return body(); });
    fill(S.Suppressions, [&] {
      return Suppression{id(), number(), number(), text()};
    });
    fill(S.Fixes, [&] { return FixSite{id(), place(), text()}; });
    return S;
  }

private:
  uint32_t number() {
    return std::uniform_int_distribution<uint32_t>(0, 70000)(Random);
  }
  bool coin() { return Random() & 1; }
  Id id() { return coin() ? None : number(); }
  int64_t wide() {
    return static_cast<int64_t>((uint64_t(Random()) << 32) | Random());
  }
  template <class E> E choice(E Last) {
    return static_cast<E>(Random() % (static_cast<unsigned>(Last) + 1));
  }
  std::string text() {
    std::string Text(Random() % 12, ' ');
    for (char &C : Text)
      C = static_cast<char>(Random());
    return Text;
  }
  Place place() {
    return coin() ? Place{} : Place{number(), number(), number(), number()};
  }
  template <class T, class Make> void fill(std::vector<T> &Values, Make One) {
    for (unsigned N = Random() % 4; N; --N)
      Values.push_back(One());
  }
  std::vector<Id> ids() {
    std::vector<Id> Values;
    fill(Values, [&] { return id(); });
    return Values;
  }
  Entity entity() {
    Entity E;
    E.Kind = choice(EntityKind::Record);
    E.Store = choice(Storage::Param);
    E.Flags = Random();
    E.USR = text();
    E.Name = text();
    E.QualifiedName = text();
    E.Loc = place();
    E.TypeId = id();
    E.Parent = id();
    E.Params = ids();
    E.Bases = ids();
    E.Members = ids();
    return E;
  }
  CallFact call() {
    CallFact C;
    C.Callee = id();
    C.CalleeNode = id();
    C.Receiver = id();
    C.Flags = static_cast<uint16_t>(Random());
    C.Name = text();
    C.Args = ids();
    fill(C.Modes, [&] { return choice(Passing::RRef); });
    C.TemplateArgs = ids();
    C.ResultType = id();
    C.Loc = place();
    return C;
  }
  FunctionBody body() {
    FunctionBody B;
    B.Function = id();
    fill(B.Nodes, [&] {
      return Node{
          choice(NodeKind::Arith), id(), id(), ids(), wide(), text(), place()};
    });
    fill(B.Calls, [&] { return call(); });
    fill(B.CaptureLists, [&] {
      std::vector<Capture> List;
      fill(List, [&] { return Capture{id(), coin(), id()}; });
      return List;
    });
    fill(B.Stmts, [&] {
      return Stmt{choice(StmtKind::Throw),
                  choice(WriteHow::Init),
                  choice(Use::Discarded),
                  id(),
                  id(),
                  id(),
                  place()};
    });
    fill(B.Regions, [&] {
      return Region{choice(RegionKind::Branch), id(), id(), wide(), place()};
    });
    fill(B.Blocks, [&] { return Block{ids(), ids()}; });
    return B;
  }

  std::mt19937 Random;
};

constexpr size_t HeadSize = 4 + 1 + 8; // magic, version, hash

/// A file with this payload and the hash that goes with it.
std::string withPayload(llvm::StringRef Payload) {
  ByteWriter Out;
  Out.number(Summary::Version);
  Out.fixed64(llvm::xxh3_64bits(Payload));
  return "F6TU" + Out.take() + Payload.str();
}

std::string errorOf(llvm::StringRef Bytes) {
  llvm::Expected<Summary> S = decode(Bytes);
  return S ? std::string() : llvm::toString(S.takeError());
}

/// One of each, so that every field can be changed.
Summary oneOfEach() {
  Summary S;
  S.Files.resize(1);
  S.Types.resize(1);
  S.Entities.resize(1);
  S.Suppressions.resize(1);
  S.Fixes.resize(1);
  S.Bodies.resize(1);
  FunctionBody &B = S.Bodies[0];
  B.Nodes.resize(1);
  B.Calls.resize(1);
  B.CaptureLists = {{Capture{}}};
  B.Stmts.resize(1);
  B.Regions.resize(1);
  B.Blocks.resize(1);
  return S;
}

} // namespace

TEST(Encoding, RoundTripKeepsEverything) {
  for (unsigned Seed = 0; Seed < 300; ++Seed) {
    Summary S = Generator(Seed).summary();
    std::string Bytes = encode(S);
    llvm::Expected<Summary> Back = decode(Bytes);
    ASSERT_TRUE(static_cast<bool>(Back)) << llvm::toString(Back.takeError());
    EXPECT_EQ(encode(*Back), Bytes);
    EXPECT_EQ(dump(*Back), dump(S));
    EXPECT_EQ(encode(Generator(Seed).summary()), Bytes)
        << "same input, same bytes";
  }
}

TEST(Encoding, EveryFieldIsKept) {
  using Change = std::function<void(Summary &)>;
  const Place Somewhere{1, 2, 3, 4};
  const std::vector<Change> Changes = {
      [&](Summary &S) { S.MainFile = "x"; },
      [&](Summary &S) { S.Files[0].Path = "x"; },
      [&](Summary &S) { S.Files[0].Project = true; },
      [&](Summary &S) { S.Types[0].Kind = TypeKind::Bool; },
      [&](Summary &S) { S.Types[0].Const = true; },
      [&](Summary &S) { S.Types[0].Template = true; },
      [&](Summary &S) { S.Types[0].Record = 1; },
      [&](Summary &S) { S.Types[0].Name = "x"; },
      [&](Summary &S) { S.Types[0].Alias = "x"; },
      [&](Summary &S) { S.Types[0].Args = {1}; },
      [&](Summary &S) { S.Entities[0].Kind = EntityKind::Record; },
      [&](Summary &S) { S.Entities[0].Store = Storage::Local; },
      [&](Summary &S) { S.Entities[0].Flags = EF_Defined; },
      [&](Summary &S) { S.Entities[0].USR = "x"; },
      [&](Summary &S) { S.Entities[0].Name = "x"; },
      [&](Summary &S) { S.Entities[0].QualifiedName = "x"; },
      [&](Summary &S) { S.Entities[0].Loc = Somewhere; },
      [&](Summary &S) { S.Entities[0].TypeId = 1; },
      [&](Summary &S) { S.Entities[0].Parent = 1; },
      [&](Summary &S) { S.Entities[0].Params = {1}; },
      [&](Summary &S) { S.Entities[0].Bases = {1}; },
      [&](Summary &S) { S.Entities[0].Members = {1}; },
      [&](Summary &S) { S.Suppressions[0].File = 1; },
      [&](Summary &S) { S.Suppressions[0].FirstLine = 1; },
      [&](Summary &S) { S.Suppressions[0].LastLine = 1; },
      [&](Summary &S) { S.Suppressions[0].Checks = "x"; },
      [&](Summary &S) { S.Fixes[0].Variable = 1; },
      [&](Summary &S) { S.Fixes[0].At = Somewhere; },
      [&](Summary &S) { S.Fixes[0].Text = "x"; },
      [&](Summary &S) { S.Bodies[0].Function = 1; },
      [&](Summary &S) { S.Bodies[0].Nodes[0].Kind = NodeKind::This; },
      [&](Summary &S) { S.Bodies[0].Nodes[0].Ref = 1; },
      [&](Summary &S) { S.Bodies[0].Nodes[0].TypeId = 1; },
      [&](Summary &S) { S.Bodies[0].Nodes[0].Ops = {1}; },
      [&](Summary &S) { S.Bodies[0].Nodes[0].Value = INT64_MIN; },
      [&](Summary &S) { S.Bodies[0].Nodes[0].Text = "x"; },
      [&](Summary &S) { S.Bodies[0].Nodes[0].Loc = Somewhere; },
      [&](Summary &S) { S.Bodies[0].Calls[0].Callee = 1; },
      [&](Summary &S) { S.Bodies[0].Calls[0].CalleeNode = 1; },
      [&](Summary &S) { S.Bodies[0].Calls[0].Receiver = 1; },
      [&](Summary &S) { S.Bodies[0].Calls[0].Flags = CF_StaticMember; },
      [&](Summary &S) { S.Bodies[0].Calls[0].Name = "x"; },
      [&](Summary &S) { S.Bodies[0].Calls[0].Args = {1}; },
      [&](Summary &S) { S.Bodies[0].Calls[0].Modes = {Passing::MutPtr}; },
      [&](Summary &S) { S.Bodies[0].Calls[0].TemplateArgs = {1}; },
      [&](Summary &S) { S.Bodies[0].Calls[0].ResultType = 1; },
      [&](Summary &S) { S.Bodies[0].Calls[0].Loc = Somewhere; },
      [&](Summary &S) { S.Bodies[0].CaptureLists[0][0].Variable = 1; },
      [&](Summary &S) { S.Bodies[0].CaptureLists[0][0].ByRef = true; },
      [&](Summary &S) { S.Bodies[0].CaptureLists[0][0].Init = 1; },
      [&](Summary &S) { S.Bodies[0].Stmts[0].Kind = StmtKind::Throw; },
      [&](Summary &S) { S.Bodies[0].Stmts[0].How = WriteHow::Init; },
      [&](Summary &S) { S.Bodies[0].Stmts[0].UseOf = Use::Discarded; },
      [&](Summary &S) { S.Bodies[0].Stmts[0].A = 1; },
      [&](Summary &S) { S.Bodies[0].Stmts[0].B = 1; },
      [&](Summary &S) { S.Bodies[0].Stmts[0].Region = 1; },
      [&](Summary &S) { S.Bodies[0].Stmts[0].Loc = Somewhere; },
      [&](Summary &S) { S.Bodies[0].Regions[0].Kind = RegionKind::Catch; },
      [&](Summary &S) { S.Bodies[0].Regions[0].Parent = 1; },
      [&](Summary &S) { S.Bodies[0].Regions[0].Subject = 1; },
      [&](Summary &S) { S.Bodies[0].Regions[0].Value = -1; },
      [&](Summary &S) { S.Bodies[0].Regions[0].Loc = Somewhere; },
      [&](Summary &S) { S.Bodies[0].Blocks[0].Stmts = {1}; },
      [&](Summary &S) { S.Bodies[0].Blocks[0].Succs = {1}; },
  };
  const std::string Plain = encode(oneOfEach());
  for (size_t I = 0; I < Changes.size(); ++I) {
    Summary S = oneOfEach();
    Changes[I](S);
    std::string Bytes = encode(S);
    EXPECT_NE(Bytes, Plain) << "change " << I;
    llvm::Expected<Summary> Back = decode(Bytes);
    ASSERT_TRUE(static_cast<bool>(Back)) << "change " << I;
    EXPECT_EQ(encode(*Back), Bytes) << "change " << I;
  }
}

TEST(Encoding, AnyDamageIsNoticed) {
  const std::string Bytes = encode(Generator(7).summary());
  for (size_t I = 0; I < Bytes.size(); ++I) {
    std::string Flipped = Bytes;
    Flipped[I] = static_cast<char>(Flipped[I] ^ 0x20);
    std::string Error = errorOf(Flipped);
    EXPECT_FALSE(Error.empty()) << "byte " << I;
    EXPECT_EQ(Error.find('\n'), std::string::npos);
    EXPECT_FALSE(errorOf(llvm::StringRef(Bytes).take_front(I)).empty())
        << "cut at " << I;
  }
  EXPECT_FALSE(errorOf(Bytes + "x").empty());
  EXPECT_EQ(errorOf(""), "facts: not a factor6 summary");
}

TEST(Encoding, OtherVersionsAreNamed) {
  std::string Bytes = encode(Summary());
  Bytes[4] = 99;
  EXPECT_EQ(errorOf(Bytes),
            "facts: written in version 99, this factor6 reads version " +
                std::to_string(Summary::Version));
}

// Behind the hash the reader is on its own: whatever comes, it must end, and
// without asking for more memory than the input could fill.
TEST(Encoding, MalformedPayloadsEnd) {
  std::mt19937 Random(11);
  for (unsigned Seed = 0; Seed < 60; ++Seed) {
    std::string Payload = encode(Generator(Seed).summary()).substr(HeadSize);
    for (unsigned Round = 0; Round < 60 && !Payload.empty(); ++Round) {
      std::string Damaged = Payload;
      for (unsigned N = 1 + Random() % 3; N; --N)
        Damaged[Random() % Damaged.size()] = static_cast<char>(Random());
      if (Round % 5 == 0)
        Damaged.resize(Random() % Damaged.size());
      errorOf(withPayload(Damaged));
    }
  }
  EXPECT_EQ(errorOf(withPayload(std::string("\xff\xff\xff\xff\x0f", 5))),
            "facts: the summary is malformed");
}

TEST(Encoding, DumpNamesThings) {
  Summary S = oneOfEach();
  S.MainFile = "/p/a.cc";
  S.Entities[0].Name = S.Entities[0].QualifiedName = "hits";
  S.Bodies[0].Nodes[0].Kind = NodeKind::Var;
  S.Bodies[0].Nodes[0].Ref = 0;
  S.Bodies[0].Stmts[0] = {
      StmtKind::Write, WriteHow::Increment, Use::Other, 0, None, None,
      {0, 3, 5, 40}};
  std::string Text = dump(S);
  EXPECT_NE(Text.find("main /p/a.cc\n"), std::string::npos) << Text;
  EXPECT_NE(Text.find("  3:5 write increment hits\n"), std::string::npos)
      << Text;
}
