// From summaries written by hand to findings: the interpreter and the memory
// rules, without clang and without the shipped models.
#include "rules/Analysis.h"
#include "support/program_builder.h"

#include <gtest/gtest.h>
#include <random>

using namespace factor6;
using namespace factor6::test;

namespace {

constexpr const char *ModelText = R"(
library: fw
types:
  - name: std::map
    role: container
functions:
  - name: fw::on_request
    entry: 0
  - name: fw::serve
    serves: true
  - name: fw::next_job
    job: true
    returns: descriptor
  - name: fw::spawn
    run: {arg: 0, as: background}
  - name: fw::at_exit
    run: {arg: 0, as: shutdown}
  - name: "std::map::operator[]"
    how: subscript
    returns: element
)";

const ModelSet &models() {
  static const ModelSet Set = [] {
    ModelSet M;
    EXPECT_TRUE(M.add(ModelText, "test.yaml").empty());
    return M;
  }();
  return Set;
}

AnalysisResult analyzed(const std::vector<const Summary *> &Units,
                        bool Whole = true) {
  AnalysisOptions O;
  O.Models = &models();
  O.WholeProgram = Whole;
  return analyze(Units, O, "unit");
}

/// Errors and warnings.
std::vector<Finding> findings(const std::vector<const Summary *> &Units,
                              bool Whole = true) {
  std::vector<Finding> Out = analyzed(Units, Whole).Findings;
  std::erase_if(Out,
                [](const Finding &F) { return F.Level == Severity::Note; });
  return Out;
}

/// "rule symbol", one per finding.
std::vector<std::string> said(const std::vector<Finding> &Findings) {
  std::vector<std::string> Out;
  Out.reserve(Findings.size());
  for (const Finding &F : Findings)
    Out.push_back(F.Rule.substr(std::string("factor6-").size()) + " " +
                  F.Symbol);
  return Out;
}

std::vector<std::string> texts(const std::vector<FindingStep> &Flow) {
  std::vector<std::string> Out;
  Out.reserve(Flow.size());
  for (const FindingStep &S : Flow)
    Out.push_back(S.Text);
  return Out;
}

using Words = std::vector<std::string>;

/// A program whose one request handler is `handle`; main only serves.
class OneHandler : public Tu {
public:
  OneHandler() : Tu("/p/main.cc") {
    mainBody().call(external("fw::serve"));
    Handle = function("handle", EF_EntryAnnotated);
  }
  Id Handle;
};

// handler -> service -> store -> map, a translation unit each.

void addHandler(Tu &T) {
  Id Store = T.record("Store"), Service = T.record("Service"),
     Handler = T.record("Handler");
  T.field(Service, "store_", T.object(Store));
  Id Field = T.field(Handler, "service_", T.object(Service));
  Id Handle = T.method(Handler, "handle", EF_EntryAnnotated);
  Body B = T.body(Handle);
  B.call(T.method(Service, "put"), B.field(B.self(Handler), Field));
}

void addService(Tu &T) {
  Id Store = T.record("Store"), Service = T.record("Service");
  Id Field = T.field(Service, "store_", T.object(Store));
  Body B = T.body(T.method(Service, "put"));
  B.call(T.method(Store, "insert"), B.field(B.self(Service), Field));
}

void addStore(Tu &T) {
  Id Store = T.record("Store");
  Id Field = T.field(Store, "map_", T.mapType());
  Body B = T.body(T.method(Store, "insert"));
  B.write(B.elem(B.field(B.self(Store), Field)), WriteHow::Subscript);
}

} // namespace

TEST(Analysis, FollowsAWriteOverThreeUnits) {
  Tu A("/p/handler.cc"), B("/p/service.cc"), C("/p/store.cc");
  addHandler(A);
  addService(B);
  addStore(C);
  std::vector<Finding> F = findings({&A.S, &B.S, &C.S}, false);
  ASSERT_EQ(said(F), Words{"handler-state Store::map_"});
  EXPECT_EQ(F[0].Proof, Evidence::Request);
  EXPECT_EQ(F[0].Level, Severity::Error);
  EXPECT_EQ(F[0].At.File, "/p/all.h");
  ASSERT_EQ(F[0].Flows.size(), 1u);
  EXPECT_EQ(
      texts(F[0].Flows[0]),
      (Words{"entry point 'Handler::handle'", "calls 'Service::put'",
             "calls 'Store::insert'", "an entry is added or changed here"}));
  EXPECT_EQ(F[0].Flows[0][0].At.File, "/p/handler.cc");
  EXPECT_EQ(F[0].Flows[0][2].At.File, "/p/service.cc");
  EXPECT_EQ(F[0].Flows[0][3].At.File, "/p/store.cc");
}

TEST(Analysis, AnyOrderOfUnitsSaysTheSame) {
  Tu A("/p/handler.cc"), B("/p/service.cc"), C("/p/store.cc"), D("/p/main.cc");
  addHandler(A);
  addService(B);
  addStore(C);
  D.mainBody().call(D.external("fw::serve"));
  std::vector<const Summary *> Units = {&A.S, &B.S, &C.S, &D.S};
  std::vector<Finding> First = findings(Units);
  ASSERT_EQ(First.size(), 1u);
  std::mt19937 Random(6);
  for (int I = 0; I < 12; ++I) {
    std::shuffle(Units.begin(), Units.end(), Random);
    std::vector<Finding> Again = findings(Units);
    ASSERT_EQ(Again.size(), 1u);
    EXPECT_EQ(Again[0].Message, First[0].Message);
    EXPECT_EQ(Again[0].At, First[0].At);
    EXPECT_EQ(texts(Again[0].Flows.at(0)), texts(First[0].Flows.at(0)));
  }
}

TEST(Analysis, WithoutTheMiddleUnitTheChainIsBroken) {
  Tu A("/p/handler.cc"), C("/p/store.cc");
  addHandler(A);
  addStore(C);
  for (const Finding &F : findings({&A.S, &C.S}, false))
    EXPECT_NE(F.Proof, Evidence::Request) << F.Message;
}

TEST(Analysis, StaticsOfTheSameNameAreTwoStates) {
  Tu A("/p/a.cc"), B("/p/b.cc");
  for (Tu *T : {&A, &B}) {
    Id Counter = T->internal("counter", T->intType());
    Body Handle =
        T->body(T->function("handle_" + T->S.MainFile, EF_EntryAnnotated));
    Handle.write(Handle.var(Counter), WriteHow::Increment)
        .ret(Handle.var(Counter));
    Handle.read(Handle.var(Counter), Use::Return);
  }
  std::vector<Finding> F = findings({&A.S, &B.S}, false);
  ASSERT_EQ(said(F),
            (Words{"mutable-global counter", "mutable-global counter"}));
  EXPECT_EQ(F[0].At.File, "/p/a.cc");
  EXPECT_EQ(F[1].At.File, "/p/b.cc");
}

TEST(Analysis, AGlobalOfExternalLinkageIsOneState) {
  Tu A("/p/a.cc"), B("/p/b.cc");
  for (Tu *T : {&A, &B}) {
    Body Handle =
        T->body(T->function("handle_" + T->S.MainFile, EF_EntryAnnotated));
    Id Last = T->global("last", T->intType());
    Handle.write(Handle.var(Last), WriteHow::Increment);
    Handle.read(Handle.var(Last), Use::Return);
  }
  std::vector<Finding> F = findings({&A.S, &B.S}, false);
  ASSERT_EQ(said(F), Words{"mutable-global last"});
  EXPECT_EQ(F[0].Flows.size(), 2u);
}

TEST(Analysis, WhatOnlyStartUpWritesIsSilent) {
  Tu T("/p/main.cc");
  Id Table = T.global("table", T.mapType());
  Id Fill = T.function("fill"),
     Handle = T.function("handle", EF_EntryAnnotated);
  Body Main = T.mainBody();
  Main.write(Main.elem(Main.var(Table)), WriteHow::Subscript);
  Main.call(Fill);
  Main.call(T.external("fw::serve"));
  Body Filler = T.body(Fill);
  Filler.write(Filler.elem(Filler.var(Table)), WriteHow::Insert);
  Body Reader = T.body(Handle);
  Reader.read(Reader.var(Table), Use::Return);
  EXPECT_EQ(said(findings({&T.S})), Words{});
}

TEST(Analysis, TheSameHelperFromARequestIsNot) {
  Tu T("/p/main.cc");
  Id Table = T.global("table", T.mapType());
  Id Fill = T.function("fill"),
     Handle = T.function("handle", EF_EntryAnnotated);
  Body Main = T.mainBody();
  Main.call(Fill);
  Main.call(T.external("fw::serve"));
  Body Filler = T.body(Fill);
  Filler.write(Filler.elem(Filler.var(Table)), WriteHow::Insert);
  Body Caller = T.body(Handle);
  Caller.call(Fill);
  std::vector<Finding> F = findings({&T.S});
  ASSERT_EQ(said(F), Words{"static-cache table"});
  EXPECT_EQ(F[0].Flows.size(), 1u)
      << "the start-up write is no part of the trail";
}

TEST(Analysis, WhatIsOverwrittenBeforeEachUseIsScratch) {
  OneHandler T;
  Id Buffer = T.global("buffer", T.intType());
  Body B = T.body(T.Handle);
  B.write(B.var(Buffer));
  B.read(B.var(Buffer), Use::Return);
  EXPECT_EQ(said(findings({&T.S})), Words{});
}

TEST(Analysis, StaticInitialisersAreStartUp) {
  OneHandler T;
  Id Table = T.global("table", T.mapType());
  Body Init = T.body(T.function("initialisers of main.cc", EF_StaticInit));
  Init.write(Init.elem(Init.var(Table)), WriteHow::Insert);
  Body B = T.body(T.Handle);
  B.read(B.var(Table), Use::Return);
  EXPECT_EQ(said(findings({&T.S})), Words{});
}

TEST(Analysis, LazyInitialisationIsStartUp) {
  OneHandler T;
  Id Client = T.global("client", T.pointerTo(T.intType()));
  Body B = T.body(T.Handle);
  B.enter(RegionKind::IfUnset, B.var(Client));
  B.store(B.var(Client), B.newObject(T.intType())).write(B.var(Client));
  B.leave();
  B.read(B.var(Client), Use::Return);
  EXPECT_EQ(said(findings({&T.S})), Words{});
}

TEST(Analysis, WhatItsInitialiserMakesOnceIsStartUp) {
  OneHandler T;
  Id Count = T.global("count", T.intType());
  Body B = T.body(T.Handle);
  B.enter(RegionKind::Once).write(B.var(Count)).leave();
  B.read(B.var(Count), Use::Return);
  EXPECT_EQ(said(findings({&T.S})), Words{});
}

TEST(Analysis, OnlyTheClassThatIsThereAnswersAVirtualCall) {
  // Two implementations; the member points at an object of one of them.
  Tu T("/p/main.cc");
  Id Base = T.record("Store"), Here = T.record("Memory", {Base}),
     Other = T.record("Other", {Base});
  Id Put = T.method(Base, "put", EF_Virtual);
  for (Id Record : {Here, Other}) {
    Id Field = T.field(Record, "rows_", T.mapType());
    Body B = T.body(T.method(Record, "put", EF_Virtual, {Put}));
    B.write(B.elem(B.field(B.self(Record), Field)), WriteHow::Insert);
  }
  Id Store = T.global("store", T.pointerTo(T.object(Base)));
  Body Main = T.mainBody();
  Main.store(Main.var(Store), Main.newObject(T.object(Here)));
  Main.call(T.external("fw::serve"));
  Body Handle = T.body(T.function("handle", EF_EntryAnnotated));
  Handle.call(Put, Handle.var(Store), {}, CF_Virtual);
  EXPECT_EQ(said(findings({&T.S})), Words{"handler-state Memory::rows_"});
}

TEST(Analysis, ACapturedLocalOfMainIsState) {
  Tu T("/p/main.cc");
  Id Main = T.function("main", EF_Main),
     Lambda = T.function("handler's lambda");
  Id Hits = T.local(Main, "hits", T.intType()),
     Scratch = T.local(Lambda, "scratch", T.intType());
  Body M = T.body(Main);
  M.call(T.external("fw::on_request"), None,
         {M.lambda(Lambda, {{Hits, true}})});
  M.call(T.external("fw::serve"));
  Body L = T.body(Lambda);
  L.write(L.var(Scratch)).write(L.var(Hits), WriteHow::Increment);
  L.read(L.var(Hits), Use::Return);
  std::vector<Finding> F = findings({&T.S});
  ASSERT_EQ(said(F), Words{"handler-state hits"});
  EXPECT_EQ(F[0].Proof, Evidence::Request);
}

TEST(Analysis, CallablesAreFollowedThroughVariables) {
  // main: f = &touch; on_request([f] { f(); })
  Tu T("/p/main.cc");
  Id Main = T.function("main", EF_Main),
     Lambda = T.function("handler's lambda");
  Id Touch = T.function("touch"), Count = T.global("count", T.intType());
  Id Pointer = T.local(Main, "f", T.pointerTo(T.type(TypeKind::Function)));
  Body M = T.body(Main);
  M.store(M.var(Pointer), M.funcRef(Touch));
  M.call(T.external("fw::on_request"), None,
         {M.lambda(Lambda, {{Pointer, false}})});
  M.call(T.external("fw::serve"));
  Body L = T.body(Lambda);
  L.callValue(L.var(Pointer));
  Body B = T.body(Touch);
  B.write(B.var(Count), WriteHow::Increment);
  B.read(B.var(Count), Use::Return);
  EXPECT_EQ(said(findings({&T.S})), Words{"mutable-global count"});
}

TEST(Analysis, ReferencesReturnedByAccessorsAreFollowed) {
  OneHandler T;
  Id Cache = T.global("cache", T.mapType()), Get = T.function("get");
  T.S.Entities[Get].TypeId = T.referenceTo(T.mapType());
  Body G = T.body(Get);
  G.ret(G.var(Cache));
  Body B = T.body(T.Handle);
  Id Got = B.call(Get);
  B.write(B.elem(Got), WriteHow::Insert);
  EXPECT_EQ(said(findings({&T.S})), Words{"static-cache cache"});
}

TEST(Analysis, AJobLoopIsAnEntryPoint) {
  Tu T("/p/main.cc");
  Id Main = T.function("main", EF_Main);
  Id Total = T.local(Main, "total", T.intType());
  Id Job = T.local(Main, "job", T.intType(), EF_InLoop);
  Body M = T.body(Main);
  M.enter(RegionKind::Loop, None, 1);
  M.store(M.var(Job), M.call(T.external("fw::next_job"))).write(M.var(Job));
  M.write(M.var(Total), WriteHow::Compound);
  M.read(M.var(Total), Use::Condition);
  M.leave();
  EXPECT_EQ(said(findings({&T.S})), Words{"handler-state total"});
}

TEST(Analysis, ABackgroundWriteCountsIfRequestsSeeIt) {
  Tu T("/p/main.cc");
  Id Ticker = T.function("ticker"),
     Handle = T.function("handle", EF_EntryAnnotated);
  Id Seen = T.global("seen", T.intType()),
     Unseen = T.global("unseen", T.intType());
  Body M = T.mainBody();
  M.call(T.external("fw::spawn"), None, {M.funcRef(Ticker)});
  M.call(T.external("fw::serve"));
  Body B = T.body(Ticker);
  B.write(B.var(Seen)).write(B.var(Unseen));
  Body H = T.body(Handle);
  H.read(H.var(Seen), Use::Return);
  std::vector<Finding> F = findings({&T.S});
  ASSERT_EQ(said(F), Words{"mutable-global seen"});
  EXPECT_EQ(F[0].Proof, Evidence::Runtime);
  EXPECT_EQ(F[0].Level, Severity::Warning);
}

TEST(Analysis, ShutDownIsSilent) {
  OneHandler T;
  Id Flush = T.function("flush"), Count = T.global("count", T.intType());
  T.body(T.Handle).ret(None);
  Body Init = T.body(T.function("initialisers of main.cc", EF_StaticInit));
  Init.call(T.external("fw::at_exit"), None, {Init.funcRef(Flush)});
  Body B = T.body(Flush);
  B.write(B.var(Count));
  EXPECT_EQ(said(findings({&T.S})), Words{});
}

TEST(Analysis, WhatNobodyCallsDependsOnWhatIsSeen) {
  Tu T("/p/part.cc");
  Id Count = T.global("count", T.intType());
  Body B = T.body(T.function("api"));
  B.write(B.var(Count), WriteHow::Increment);
  B.read(B.var(Count), Use::Return);
  std::vector<Finding> F = findings({&T.S}, false);
  ASSERT_EQ(said(F), Words{"mutable-global count"});
  EXPECT_EQ(F[0].Proof, Evidence::Runtime);
  // In a program that is seen whole, it is dead code.
  Tu Main("/p/main.cc");
  Main.mainBody().call(Main.external("fw::serve"));
  EXPECT_EQ(said(findings({&T.S, &Main.S})), Words{});
}

TEST(Analysis, AOneShotProgramIsOneTransaction) {
  Tu T("/p/main.cc");
  Id Count = T.global("count", T.intType());
  Id Work = T.function("work");
  T.mainBody().call(Work);
  Body B = T.body(Work);
  B.write(B.var(Count), WriteHow::Increment);
  B.read(B.var(Count), Use::Return);
  AnalysisResult R = analyzed({&T.S});
  for (const Finding &F : R.Findings)
    EXPECT_EQ(F.Level, Severity::Note) << F.Message;
  ASSERT_EQ(R.Remarks.size(), 1u);
  EXPECT_NE(R.Remarks[0].find("no entry point"), std::string::npos);
}

TEST(Analysis, RecursionEnds) {
  // even(p) calls odd(p->next), which calls even(p->next) ...
  OneHandler T;
  Id Node = T.record("Node");
  Id Pointer = T.pointerTo(T.object(Node));
  Id Next = T.field(Node, "next", Pointer),
     Head = T.global("head", T.object(Node));
  Id Even = T.function("even"), Odd = T.function("odd");
  Id E = T.param(Even, "p", Pointer), O = T.param(Odd, "p", Pointer);
  Id Value = T.field(Node, "value", T.intType());
  Body B = T.body(Even);
  B.call(Odd, None, {B.field(B.var(E), Next)});
  Body C = T.body(Odd);
  C.store(C.field(C.var(O), Next), C.var(O))
      .write(C.field(C.var(O), Value), WriteHow::Increment);
  C.read(C.field(C.var(O), Value), Use::Return);
  C.call(Even, None, {C.field(C.var(O), Next)});
  Body H = T.body(T.Handle);
  H.store(H.field(H.var(Head), Next), H.addr(H.var(Head)));
  H.call(Even, None, {H.addr(H.var(Head))});
  EXPECT_EQ(said(findings({&T.S})), Words{"mutable-global Node::value"});
}

TEST(Analysis, ManyWaysToCallAFunctionLoseNoWrite) {
  // More objects than activations of one function are kept apart.
  OneHandler T;
  Id Bump = T.function("bump");
  Id P = T.param(Bump, "p", T.pointerTo(T.intType()));
  Body B = T.body(Bump);
  B.write(B.deref(B.var(P), T.intType()), WriteHow::Increment);
  B.read(B.deref(B.var(P), T.intType()), Use::Return);
  Body H = T.body(T.Handle);
  Words Expected;
  for (int I = 10; I < 90; ++I) {
    Id Count = T.global("count" + std::to_string(I), T.intType());
    H.call(Bump, None, {H.addr(H.var(Count))});
    Expected.push_back("mutable-global count" + std::to_string(I));
  }
  Words Said = said(findings({&T.S}));
  std::sort(Said.begin(), Said.end());
  EXPECT_EQ(Said, Expected);
}
