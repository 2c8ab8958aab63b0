// What a string may be where a modelled call is reached.
#include "derive/Strings.h"
#include "support/program_builder.h"

#include <gtest/gtest.h>
#include <memory>
#include <set>

using namespace factor6;
using namespace factor6::test;

namespace {

constexpr const char *ModelText = R"(
library: fw
types:
  - name: std::basic_string
    role: value
functions:
  - name: fw::connect
    host: [0]
  - name: getenv
    returns: environment
)";

/// Every text that reaches fw::connect, with '*' for what is not known, each
/// caller's alternatives as one set.
class Texts {
public:
  explicit Texts(const Tu &T) : P(link({&T.S})) {
    EXPECT_TRUE(M.add(ModelText, "test.yaml").empty());
    I = std::make_unique<Interpreter>(P, M, O);
    I->run();
    Strings Text(*I);
    for (const CallEvent &E : I->events())
      for (const std::vector<StringCase> &Case : Text.cases(E.Args.at(0))) {
        std::set<std::string> One;
        for (const StringCase &C : Case) {
          One.insert(C.Text);
          Origins |= C.Origins;
        }
        Said.insert(std::move(One));
      }
  }

  std::set<std::set<std::string>> Said;
  uint32_t Origins = 0;

private:
  Program P;
  ModelSet M;
  InterpreterOptions O;
  std::unique_ptr<Interpreter> I;
};

using Sets = std::set<std::set<std::string>>;

bool from(const Texts &T, Origin O) { return (T.Origins >> unsigned(O)) & 1; }

} // namespace

TEST(Strings, ALiteralIsItself) {
  Tu T("/p/main.cc");
  Body M = T.mainBody();
  M.call(T.external("fw::connect"), None, {M.str("db.example.com")});
  EXPECT_EQ(Texts(T).Said, (Sets{{"db.example.com"}}));
}

TEST(Strings, VariablesHoldAllThatIsStored) {
  Tu T("/p/main.cc");
  Id Main = T.function("main", EF_Main);
  Id Host = T.local(Main, "host", T.stringType());
  Body M = T.body(Main);
  M.store(M.var(Host), M.str("a")).store(M.var(Host), M.str("b"));
  M.call(T.external("fw::connect"), None, {M.var(Host)});
  EXPECT_EQ(Texts(T).Said, (Sets{{"a", "b"}}));
}

TEST(Strings, CallersAreToldApart) {
  // One wrapper, two callers: not one host that may be either.
  Tu T("/p/main.cc");
  Id Open = T.function("open");
  Id Host = T.param(Open, "host", T.stringType());
  Body O = T.body(Open);
  O.call(T.external("fw::connect"), None, {O.var(Host)});
  Body M = T.mainBody();
  M.call(Open, None, {M.str("one")});
  M.call(Open, None, {M.str("two")});
  EXPECT_EQ(Texts(T).Said, (Sets{{"one"}, {"two"}}));
}

TEST(Strings, WrappersOfWrappersToo) {
  Tu T("/p/main.cc");
  Id Inner = T.function("inner"), Outer = T.function("outer");
  Id A = T.param(Inner, "host", T.stringType()),
     B = T.param(Outer, "name", T.stringType());
  Body I = T.body(Inner);
  I.call(T.external("fw::connect"), None,
         {I.concat({I.str("tcp://"), I.var(A)})});
  Body O = T.body(Outer);
  O.call(Inner, None, {O.concat({O.var(B), O.str(":80")})});
  Body M = T.mainBody();
  M.call(Outer, None, {M.str("db")});
  EXPECT_EQ(Texts(T).Said, (Sets{{"tcp://db:80"}}));
}

TEST(Strings, TheEnvironmentIsAnOriginAndNoText) {
  Tu T("/p/main.cc");
  Body M = T.mainBody();
  Id Value = M.call(T.external("getenv"), None, {M.str("DB_HOST")});
  M.call(T.external("fw::connect"), None, {M.concat({Value, M.str(":5432")})});
  Texts Got(T);
  EXPECT_EQ(Got.Said.count({"*:5432"}), 1u);
  EXPECT_TRUE(from(Got, Origin::Environment));
}

TEST(Strings, MembersKeepWhatConstructorsStore) {
  Tu T("/p/main.cc");
  Id Client = T.record("Client");
  Id Host = T.field(Client, "host_", T.stringType());
  Id Ctor = T.method(Client, "Client", EF_Ctor);
  Id Given = T.param(Ctor, "host", T.stringType());
  Body C = T.body(Ctor);
  C.store(C.field(C.self(Client), Host), C.var(Given));
  Id Open = T.method(Client, "open");
  Body O = T.body(Open);
  O.call(T.external("fw::connect"), None, {O.field(O.self(Client), Host)});
  Id Main = T.function("main", EF_Main);
  Id Object = T.local(Main, "client", T.object(Client));
  Body M = T.body(Main);
  M.call(Ctor, M.var(Object), {M.str("cache.internal")}, CF_Construct);
  M.call(Open, M.var(Object));
  EXPECT_EQ(Texts(T).Said, (Sets{{"cache.internal"}}));
}
