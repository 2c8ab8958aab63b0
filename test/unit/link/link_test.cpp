// Laws of linking: shuffled input gives the same program, a summary given twice
// counts once, and what a union of units says is what its parts say together.
#include "facts/Encoding.h"
#include "link/Program.h"
#include "support/program_builder.h"

#include "llvm/Support/xxhash.h"

#include <gtest/gtest.h>
#include <memory>
#include <random>
#include <set>

using namespace factor6;
using namespace factor6::test;

namespace {

/// The linked tables as bytes; equal bytes mean the same program.
std::string canonical(const Program &P) {
  Summary S;
  S.Files = P.Files;
  S.Types = P.Types;
  S.Entities = P.Entities;
  S.Bodies = P.Bodies;
  S.Fixes = P.Fixes;
  std::string Out = encode(S);
  auto Add = [&Out](const std::vector<Id> &List) {
    Out += ";";
    for (Id I : List)
      Out += std::to_string(I) + ",";
  };
  Add(P.BodyOf);
  for (const auto *Table : {&P.Overriders, &P.Derived, &P.Methods})
    for (const std::vector<Id> &List : *Table)
      Add(List);
  for (const std::string &F : P.MainFiles)
    Out += F + "\n";
  return Out + (P.HasMain ? "main" : "");
}

/// Random translation units of one project: they agree on what they share, and
/// each knows another part of it.
class Project {
public:
  explicit Project(unsigned Seed) : Random(Seed) {
    for (unsigned I = 0, N = 2 + Random() % 6; I < N; ++I)
      Tus.push_back(unit(I));
  }

  std::vector<const Summary *> units() const {
    std::vector<const Summary *> Out;
    Out.reserve(Tus.size());
    for (const auto &T : Tus)
      Out.push_back(&T->S);
    return Out;
  }

  std::mt19937 Random;

private:
  bool chance(unsigned OneIn) { return Random() % OneIn == 0; }

  std::unique_ptr<Tu> unit(unsigned Index) {
    auto T = std::make_unique<Tu>("/p/" + std::to_string(Random() % 1000) +
                                  "-" + std::to_string(Index) + ".cc");
    for (unsigned I = 0; I < 5; ++I)
      if (chance(2))
        addRecord(*T, I);
    for (unsigned I = 0; I < 5; ++I)
      if (chance(2))
        addFunction(*T, I, Index);
    addVariables(*T);
    if (chance(4))
      T->mainBody();
    return T;
  }

  static Id baseOf(Tu &T, unsigned I) {
    return T.record("R" + std::to_string(I),
                    I ? std::vector<Id>{baseOf(T, I - 1)} : std::vector<Id>());
  }
  void addRecord(Tu &T, unsigned I) {
    Id R = baseOf(T, I);
    T.field(R, "number", T.intType());
    T.field(R, "next", T.pointerTo(T.object(R)));
    Id First = None;
    for (unsigned J = 0; J <= I; ++J) {
      Id Owner = baseOf(T, J);
      First =
          T.method(Owner, "run", EF_Virtual,
                   First == None ? std::vector<Id>() : std::vector<Id>{First});
    }
    // An inline method: every unit that knows it has the body.
    Body B = T.body(T.method(R, "inline"));
    B.ret(B.field(B.self(R), T.field(R, "number", T.intType())));
  }
  void addFunction(Tu &T, unsigned I, unsigned Index) {
    Id F = T.function("f" + std::to_string(I));
    // Defined in one unit, declared in others.
    if (I % 3 != Index % 3)
      return;
    Body B = T.body(F);
    Id V = T.global("shared", T.intType());
    B.enter(RegionKind::Loop).write(B.var(V), WriteHow::Increment).leave();
    B.call(T.function("f" + std::to_string((I + 1) % 5)), None,
           {B.str("text")});
  }
  void addVariables(Tu &T) {
    if (chance(2))
      T.internal("counter", T.intType());
    Id V = T.global("shared", T.intType());
    if (chance(2)) {
      T.S.Entities[V].Flags |= EF_FixConst;
      T.S.Fixes.push_back({V, T.next(), "const "});
    }
  }

  std::vector<std::unique_ptr<Tu>> Tus;
};

/// What a program says, by names instead of numbers.
struct Said {
  std::map<std::string, bool> Files;
  std::map<std::string, uint32_t>
      Entities; ///< USR -> flags without EF_FixConst
  std::set<std::string> Bodies, Fixes, Constable, MainFiles;
  std::set<std::pair<std::string, std::string>> Bases;
  bool HasMain = false;

  explicit Said(const Program &P)
      : MainFiles(P.MainFiles.begin(), P.MainFiles.end()), HasMain(P.HasMain) {
    for (const SourceFile &F : P.Files)
      Files[F.Path] = F.Project;
    for (const Entity &E : P.Entities) {
      Entities[E.USR] = E.Flags & ~uint32_t(EF_FixConst);
      if (E.has(EF_FixConst))
        Constable.insert(E.USR);
      for (Id B : E.Bases)
        Bases.insert({E.USR, P.entity(B).USR});
    }
    for (const FunctionBody &B : P.Bodies)
      Bodies.insert(P.entity(B.Function).USR);
    for (const FixSite &F : P.Fixes)
      Fixes.insert(P.entity(F.Variable).USR + "@" + P.Files[F.At.File].Path +
                   ":" + std::to_string(F.At.Line));
  }

  void join(const Said &O) {
    for (const auto &[Path, Project] : O.Files)
      Files[Path] |= Project;
    // `const` must be right in every unit that names the variable.
    std::set<std::string> Both;
    for (const std::string &V : Constable)
      if (!O.Entities.count(V) || O.Constable.count(V))
        Both.insert(V);
    for (const std::string &V : O.Constable)
      if (!Entities.count(V) || Constable.count(V))
        Both.insert(V);
    Constable = std::move(Both);
    for (const auto &[USR, Flags] : O.Entities)
      Entities[USR] |= Flags;
    Bodies.insert(O.Bodies.begin(), O.Bodies.end());
    Fixes.insert(O.Fixes.begin(), O.Fixes.end());
    MainFiles.insert(O.MainFiles.begin(), O.MainFiles.end());
    Bases.insert(O.Bases.begin(), O.Bases.end());
    HasMain |= O.HasMain;
  }
  friend bool operator==(const Said &, const Said &) = default;
};

class LinkLaws : public testing::TestWithParam<unsigned> {};

} // namespace

TEST_P(LinkLaws, OrderDoesNotMatter) {
  Project P(GetParam());
  std::vector<const Summary *> Units = P.units();
  const std::string Linked = canonical(link(Units));
  for (int I = 0; I < 6; ++I) {
    std::shuffle(Units.begin(), Units.end(), P.Random);
    EXPECT_EQ(llvm::xxh3_64bits(canonical(link(Units))),
              llvm::xxh3_64bits(Linked));
  }
}

TEST_P(LinkLaws, TwiceIsOnce) {
  Project P(GetParam());
  std::vector<const Summary *> Units = P.units(), Twice = Units;
  Twice.insert(Twice.end(), Units.begin(), Units.end());
  std::shuffle(Twice.begin(), Twice.end(), P.Random);
  EXPECT_TRUE(canonical(link(Twice)) == canonical(link(Units)));
}

TEST_P(LinkLaws, PartsSayTogetherWhatTheWholeSays) {
  Project P(GetParam());
  std::vector<const Summary *> All = P.units(), Left, Right;
  for (const Summary *S : All)
    (P.Random() & 1 ? Left : Right).push_back(S);
  Said Joined(link(Left)), Whole(link(All));
  Joined.join(Said(link(Right)));
  EXPECT_TRUE(Joined == Whole);
}

TEST_P(LinkLaws, TablesFitTogether) {
  Project Some(GetParam());
  Program P = link(Some.units());
  const size_t N = P.Entities.size();
  ASSERT_EQ(P.BodyOf.size(), N);
  ASSERT_EQ(P.Overriders.size(), N);
  ASSERT_EQ(P.Derived.size(), N);
  ASSERT_EQ(P.Methods.size(), N);
  std::set<std::string> USRs;
  for (Id E = 0; E < N; ++E) {
    EXPECT_TRUE(USRs.insert(P.entity(E).USR).second) << P.entity(E).USR;
    EXPECT_EQ(P.BodyOf[E] != None, P.entity(E).has(EF_Body)) << P.entity(E).USR;
    if (P.BodyOf[E] != None)
      EXPECT_EQ(P.Bodies[P.BodyOf[E]].Function, E);
    for (Id M : P.Methods[E])
      EXPECT_EQ(P.entity(M).Parent, E);
    for (Id D : P.Derived[E])
      EXPECT_EQ(P.entity(D).Bases.at(0), E);
  }
  EXPECT_TRUE(std::is_sorted(P.MainFiles.begin(), P.MainFiles.end()));
}

INSTANTIATE_TEST_SUITE_P(Seeds, LinkLaws, testing::Range(0u, 40u));

TEST(Link, NothingIsAProgramToo) {
  Program P = link({});
  EXPECT_TRUE(P.Entities.empty());
  EXPECT_FALSE(P.HasMain);
}

TEST(Link, InternalLinkageKeepsStrangersApart) {
  Tu A("/p/a/t.cc"), B("/p/b/t.cc");
  for (Tu *T : {&A, &B}) {
    T->internal("counter", T->intType());
    T->global("shared", T->intType());
  }
  Program P = link({&A.S, &B.S});
  std::multiset<std::string> Names;
  for (const Entity &E : P.Entities)
    Names.insert(E.Name);
  EXPECT_EQ(Names.count("counter"), 2u);
  EXPECT_EQ(Names.count("shared"), 1u);
}

TEST(Link, TheDefinitionGivesPlaceAndMembers) {
  Tu A("/p/a.cc"), B("/p/b.cc");
  Id Declared = A.function("f");
  B.body(B.function("f"));
  Place Defined = B.S.Entities[B.function("f")].Loc;
  ASSERT_NE(A.S.Entities[Declared].Loc.Line, 0u);
  Program P = link({&A.S, &B.S});
  const Entity &F = P.Entities.at(0);
  EXPECT_TRUE(F.has(EF_Body));
  EXPECT_EQ(P.Files.at(F.Loc.File).Path, "/p/b.cc");
  EXPECT_EQ(F.Loc.Line, Defined.Line);
}

TEST(Link, OfTwoInlineCopiesTheFirstFileGivesTheBody) {
  Tu A("/p/a.cc"), B("/p/b.cc");
  for (Tu *T : {&B, &A}) {
    Body Inline = T->body(T->function("inline"));
    Inline.ret(Inline.str(T->S.MainFile));
  }
  Program P = link({&B.S, &A.S});
  ASSERT_EQ(P.Bodies.size(), 1u);
  EXPECT_EQ(P.Bodies[0].Nodes.at(0).Text, "/p/a.cc");
}

TEST(Link, OneFileCompiledInTwoWaysKeepsBoth) {
  Tu A("/p/a.cc"), B("/p/a.cc");
  A.body(A.function("f"));
  B.body(B.function("g"));
  const std::string One = canonical(link({&A.S, &B.S}));
  EXPECT_EQ(link({&A.S, &B.S}).Bodies.size(), 2u);
  EXPECT_TRUE(canonical(link({&B.S, &A.S})) == One) << "depends on their order";
  EXPECT_TRUE(canonical(link({&A.S, &B.S, &A.S})) == One)
      << "counts one of them twice";
}
