// Link units told from the code alone.
#include "link/Units.h"

#include <gtest/gtest.h>

using namespace factor6;

namespace {

/// A TU that defines and calls functions by name.
class Tu {
public:
  explicit Tu(const char *File) { S.MainFile = File; }

  Tu &defines(const char *Name, uint32_t More = 0) {
    add(Name, EF_Body | More);
    return *this;
  }
  Tu &calls(const char *Name) {
    CallFact C;
    C.Callee = add(Name, 0);
    if (S.Bodies.empty())
      S.Bodies.emplace_back();
    S.Bodies[0].Calls.push_back(C);
    return *this;
  }
  Tu &declares(const char *Name) {
    add(Name, 0);
    return *this;
  }
  /// Defines a method of a class, or makes an object of it through a
  /// constructor that its header defines.
  Tu &definesMethodOf(const char *Record, const char *Name) {
    Id R = addRecord(Record);
    S.Entities[add(Name, EF_Body)].Parent = R;
    return *this;
  }
  Tu &makes(const char *Record) {
    Id R = addRecord(Record);
    Id Ctor = add("inline constructor", EF_Body | EF_Ctor);
    S.Entities[Ctor].Parent = R;
    CallFact C;
    C.Callee = Ctor;
    C.Flags = CF_Construct;
    S.Bodies.emplace_back().Calls.push_back(C);
    return *this;
  }
  /// `make_shared<Record>()`
  Tu &makesShared(const char *Record) {
    CallFact C;
    C.TemplateArgs = {Id(S.Types.size())};
    Type T;
    T.Kind = TypeKind::Record;
    T.Record = addRecord(Record);
    S.Types.push_back(T);
    S.Bodies.emplace_back().Calls.push_back(C);
    return *this;
  }
  Tu &definesVariable(const char *Name) {
    return variable(Name, EF_Defined), *this;
  }
  Tu &readsVariable(const char *Name) {
    Node N;
    N.Kind = NodeKind::Var;
    N.Ref = variable(Name, 0);
    S.Bodies.emplace_back().Nodes.push_back(N);
    return *this;
  }

  Summary S;

private:
  Id add(const char *Name, uint32_t Flags) {
    Entity E;
    E.Kind = EntityKind::Function;
    E.USR = E.Name = Name;
    E.Flags = Flags;
    S.Entities.push_back(E);
    return static_cast<Id>(S.Entities.size() - 1);
  }
  Id addRecord(const char *Name) {
    Id R = add(Name, 0);
    S.Entities[R].Kind = EntityKind::Record;
    return R;
  }
  Id variable(const char *Name, uint32_t Flags) {
    Id V = add(Name, Flags);
    S.Entities[V].Kind = EntityKind::Variable;
    S.Entities[V].Store = Storage::Global;
    return V;
  }
};

using Members = std::vector<size_t>;

std::vector<ProgramUnit> unitsOf(const std::vector<Tu> &Tus) {
  std::vector<const Summary *> Pointers;
  Pointers.reserve(Tus.size());
  for (const Tu &T : Tus)
    Pointers.push_back(&T.S);
  return connectedUnits(Pointers);
}

Tu mainIn(const char *File) { return Tu(File).defines("main", EF_Main); }

} // namespace

TEST(Units, AMainAndWhatItReaches) {
  auto Units =
      unitsOf({mainIn("/p/a.cc").calls("f"), mainIn("/p/b.cc").calls("g"),
               Tu("/p/f.cc").defines("f").readsVariable("v"),
               Tu("/p/g.cc").defines("g"), Tu("/p/v.cc").definesVariable("v"),
               Tu("/p/lonely.cc").defines("h")});
  ASSERT_EQ(Units.size(), 3u);
  EXPECT_EQ(Units[0].Name, "/p/a.cc");
  EXPECT_EQ(Units[0].Members, (Members{0, 2, 4}));
  EXPECT_TRUE(Units[0].Whole);
  EXPECT_EQ(Units[1].Members, (Members{1, 3}));
  EXPECT_EQ(Units[2].Members, (Members{5}));
  EXPECT_FALSE(Units[2].Whole);
}

TEST(Units, DeclaringIsNotUsing) {
  auto Units =
      unitsOf({mainIn("/p/a.cc").declares("g"), mainIn("/p/b.cc").calls("g"),
               Tu("/p/g.cc").defines("g")});
  EXPECT_EQ(Units[0].Members, (Members{0}));
  EXPECT_EQ(Units[1].Members, (Members{1, 2}));
}

TEST(Units, InlineCopiesConnectNothing) {
  auto Units = unitsOf({mainIn("/p/a.cc").defines("inline").calls("inline"),
                        mainIn("/p/b.cc").defines("inline").calls("inline")});
  EXPECT_EQ(Units[0].Members, (Members{0}));
  EXPECT_EQ(Units[1].Members, (Members{1}));
}

TEST(Units, InternalNamesConnectNothing) {
  auto Units = unitsOf({mainIn("/p/a.cc").calls("helper"), mainIn("/p/b.cc"),
                        Tu("/p/c.cc").defines("helper", EF_Internal)});
  EXPECT_EQ(Units[0].Members, (Members{0}));
}

TEST(Units, VirtualMethodsComeWithTheObject) {
  auto Units =
      unitsOf({mainIn("/p/a.cc").makes("Service"), mainIn("/p/b.cc"),
               Tu("/p/service.cc").definesMethodOf("Service", "Service::Put")});
  EXPECT_EQ(Units[0].Members, (Members{0, 2}));
  EXPECT_EQ(Units[1].Members, (Members{1}));
}

TEST(Units, MakeSharedMakesTheObject) {
  auto Units =
      unitsOf({mainIn("/p/a.cc").makesShared("Queue"), mainIn("/p/b.cc"),
               Tu("/p/queue.cc").definesMethodOf("Queue", "Queue::Queue")});
  EXPECT_EQ(Units[0].Members, (Members{0, 2}));
  EXPECT_EQ(Units[1].Members, (Members{1}));
}

TEST(Units, OfSeveralDefinitionsTheNearestIsMeant) {
  auto Units = unitsOf({mainIn("/p/one/main.cc").calls("util"),
                        mainIn("/p/two/main.cc").calls("util"),
                        Tu("/p/one/util.cc").defines("util"),
                        Tu("/p/two/util.cc").defines("util")});
  EXPECT_EQ(Units[0].Members, (Members{0, 2}));
  EXPECT_EQ(Units[1].Members, (Members{1, 3}));
}

TEST(Units, TheOnlyProgramOwnsWhatRegistersItself) {
  auto Units =
      unitsOf({mainIn("/p/main.cc"), Tu("/p/controller.cc").defines("handle"),
               mainIn("/p/tests/main.cc"), Tu("/p/tests/t.cc").defines("t")});
  ASSERT_EQ(Units.size(), 3u);
  EXPECT_EQ(Units[0].Members, (Members{0, 1}));
  EXPECT_EQ(Units[1].Members, (Members{2}));
  EXPECT_EQ(Units[2].Members, (Members{3}));
}

TEST(Units, OfSeveralProgramsTheOneWhoseCodeIsUsed) {
  auto Units =
      unitsOf({mainIn("/p/a.cc").calls("f"), mainIn("/p/b.cc"),
               Tu("/p/f.cc").defines("f"), Tu("/p/controller.cc").calls("f")});
  ASSERT_EQ(Units.size(), 2u);
  EXPECT_EQ(Units[0].Members, (Members{0, 2, 3}));
}

TEST(Units, WithoutMainAllIsOne) {
  auto Units =
      unitsOf({Tu("/p/a.cc").defines("a"), Tu("/p/b.cc").defines("b")});
  ASSERT_EQ(Units.size(), 1u);
  EXPECT_EQ(Units[0].Members, (Members{0, 1}));
  EXPECT_FALSE(Units[0].Whole);
  EXPECT_TRUE(unitsOf({}).empty());
}
