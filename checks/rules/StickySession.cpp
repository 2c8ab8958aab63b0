//===- StickySession.cpp - factor6-sticky-session -------------------------===//
//
// The code's side; deployment files are read by Deployment.cpp.
//
//===----------------------------------------------------------------------===//
#include "rules/Events.h"

#include "derive/Bodies.h"

#include <map>

namespace factor6 {

namespace {

/// "SERVERID", "SERVERID=..." or "; SERVERID=...".
bool namesAffinity(llvm::StringRef Text, llvm::ArrayRef<std::string> Cookies) {
  for (const std::string &Name : Cookies) {
    if (Text == Name)
      return true;
    size_t At = Text.find(Name + "=");
    if (At == 0 || (At != llvm::StringRef::npos &&
                    (Text[At - 1] == ' ' || Text[At - 1] == ';')))
      return true;
  }
  return false;
}

bool anyNamesAffinity(const RuleContext &C,
                      const std::vector<std::string> &Texts) {
  const auto &Cookies = C.I.models().words(WordKind::AffinityCookie);
  return llvm::any_of(
      Texts, [&](const std::string &T) { return namesAffinity(T, Cookies); });
}

constexpr char Hint[] = "keep what the visitor needs in a backing service, so "
                        "that any process can answer";

constexpr char PutsIdentity[] = "puts an instance identity in a cookie";

constexpr uint32_t InstanceBit = 1u << unsigned(Origin::Instance);

/// The value, or a part of a text that it may be, names this process.
bool fromInstance(const RuleContext &C, const ValueSet &V) {
  uint32_t From = C.I.origins(V);
  for (const auto &Case : C.Text.cases(V))
    for (const StringCase &S : Case)
      From |= S.Origins;
  return (From & InstanceBit) != 0;
}

/// The argument names this process or a load balancer's cookie.
bool identifies(const RuleContext &C, const CallEvent &E, int Arg) {
  const ValueSet *V = argument(C, E, Arg);
  return V && (fromInstance(C, *V) || anyNamesAffinity(C, texts(C, E, Arg)));
}

/// The visitor is tied to this process by what the call at \p Ctx does.
Finding tied(const RuleContext &C, Id Ctx, const CallFact &Call, Phase When,
             llvm::StringRef How) {
  Finding F =
      C.start("sticky-session", Call.Loc,
              When == Phase::Request ? Evidence::Request : Evidence::Runtime);
  F.Symbol = Call.Name;
  F.Message =
      "'" + F.Symbol + "' " + How.str() +
      ": the visitor is tied to this process and loses everything with it";
  F.Hint = Hint;
  F.Flows.push_back(C.flow(Ctx, Call.Loc, "here", When));
  return F;
}

/// Under the model's condition an instance's identity, or what a load balancer
/// reads, is sent.
bool sends(const RuleContext &C, const CallEvent &E) {
  const FunctionModel &M = *E.Model;
  if (M.StickyIfArg != ArgNone) {
    bool Match = false;
    for (llvm::StringRef T : texts(C, E, M.StickyIfArg))
      for (const std::string &Wanted : M.StickyIfEquals)
        Match |= T.equals_insensitive(Wanted);
    if (!Match)
      return false;
  }
  if (M.StickyArg == ArgNone)
    return E.When == Phase::Request;
  return identifies(C, E, M.StickyArg);
}

/// `response.headers.emplace("Set-Cookie", ...)`: a container of the response.
bool putsCookie(const RuleContext &C, const CallEvent &E) {
  if (E.When != Phase::Request || E.Args.size() < 2)
    return false;
  const FunctionBody &B = bodyOf(C, E);
  bool OfResponse = false;
  for (Id N = callOf(C, E).Receiver; N != None;
       N = B.Nodes[N].Kind == NodeKind::Field ? B.Nodes[N].Ops[0] : None)
    OfResponse |= C.I.types().role(B.Nodes[N].TypeId) == Role::RequestObject;
  return OfResponse && identifies(C, E, 1) &&
         llvm::any_of(texts(C, E, 0), [](llvm::StringRef Name) {
           return Name.equals_insensitive("Set-Cookie");
         });
}

/// The header's name stands in this function, or in what it is called with;
/// what goes on with such a text has been kept in a member, say.
bool namesHeader(const RuleContext &C, Id Ctx) {
  auto Names = [&](const FunctionBody &B, Id N) {
    const Node &X = B.Nodes[N];
    if (X.Kind == NodeKind::Var) { // a constant may be that name
      const Entity &V = C.program().entity(X.Ref);
      return V.Store != Storage::Local && V.Store != Storage::Param &&
             (V.has(EF_Const) || C.I.types().stringLike(V.TypeId));
    }
    return llvm::StringRef(X.Text).contains_insensitive("Set-Cookie");
  };
  const Activation &A = C.I.activations()[Ctx];
  const FunctionBody &B = *C.I.body(A.Function);
  for (Id N = 0; N < B.Nodes.size(); ++N)
    if (Names(B, N))
      return true;
  return llvm::any_of(A.Callers, [&](const auto &Caller) {
    if (Caller.Caller == None || Caller.Call == None)
      return true; // nobody knows
    const FunctionBody &Up =
        *C.I.body(C.I.activations()[Caller.Caller].Function);
    auto Named = [&](Id N) { return Names(Up, N); };
    return llvm::any_of(Up.Calls[Caller.Call].Args, [&](Id N) {
      return anyNode(Up, N, Named, /*Arguments=*/true);
    });
  });
}

/// A response written by hand: "... Set-Cookie: SERVERID=...".
bool writesCookie(const RuleContext &C, const CallEvent &E) {
  if (E.When != Phase::Request)
    return false;
  const auto &Cookies = C.I.models().words(WordKind::AffinityCookie);
  for (const ValueSet &V : E.Args)
    for (const auto &Case : C.Text.cases(V))
      for (const StringCase &S : Case) {
        size_t At = llvm::StringRef(S.Text).find_insensitive("Set-Cookie:");
        if (At != llvm::StringRef::npos &&
            ((S.Origins & InstanceBit) ||
             namesAffinity(llvm::StringRef(S.Text).drop_front(At), Cookies)))
          return true;
      }
  return false;
}

/// Some text of the program names the header at all.
bool setsCookies(const RuleContext &C) {
  return llvm::any_of(C.program().Bodies, [](const FunctionBody &B) {
    return llvm::any_of(B.Nodes, [](const Node &N) {
      return llvm::StringRef(N.Text).contains_insensitive("Set-Cookie");
    });
  });
}

/// `out.header("Set-Cookie", "worker=" + pid)`, where header() is the project's
/// own: the entry points that come there.
std::set<Id> ownHeaders(const RuleContext &C, std::vector<Finding> &Out) {
  std::set<Id> Entries;
  std::set<Place> Said;
  auto Named = [&](const ValueSet &V) {
    for (const auto &Case : C.Text.cases(V))
      for (const StringCase &S : Case)
        if (llvm::StringRef(S.Text).equals_insensitive("Set-Cookie"))
          return true;
    return false;
  };
  for (const Activation &A : C.I.activations()) {
    if (A.When != Phase::Request)
      continue;
    for (const auto &Caller : A.Callers) {
      if (Caller.Caller == None || Caller.Call == None)
        continue;
      std::vector<ValueSet> Given = Caller.Strings;
      for (Id L : Caller.Refs)
        if (C.I.types().stringLike(C.I.loc(L).TypeId))
          Given.push_back(C.I.resolved(L));
      if (llvm::none_of(Given, Named) ||
          llvm::none_of(Given,
                        [&](const ValueSet &V) { return fromInstance(C, V); }))
        continue;
      const Activation &Up = C.I.activations()[Caller.Caller];
      const CallFact &Call = C.I.body(Up.Function)->Calls[Caller.Call];
      Entries.insert(Up.Entry);
      if (Said.insert(Call.Loc).second)
        Out.push_back(tied(C, Caller.Caller, Call, Up.When, PutsIdentity));
    }
  }
  return Entries;
}

/// Where such responses are written by hand: at the header's name, else where
/// it is joined with others; once in a function, and not for what has been said
/// of \p Entries.
std::set<const CallEvent *> writers(const RuleContext &C,
                                    std::set<Id> Entries) {
  std::vector<const CallEvent *> Writing;
  for (const CallEvent *E : requestsFirst(C))
    if (E->Model->Sticky.empty() && writesCookie(C, *E))
      Writing.push_back(E);
  std::set<const CallEvent *> Out;
  std::set<Id> Functions;
  for (bool Named : {true, false}) {
    std::set<Id> Here;
    for (const CallEvent *E : Writing) {
      const Activation &A = C.I.activations()[E->Ctx];
      if (Entries.count(A.Entry) || namesHeader(C, E->Ctx) != Named ||
          !Functions.insert(A.Function).second)
        continue;
      Out.insert(E);
      Here.insert(A.Entry);
    }
    Entries.insert(Here.begin(), Here.end());
  }
  return Out;
}

/// A request's cookie or header of that name is looked for.
bool reads(const RuleContext &C, const CallEvent &E) {
  if (E.When != Phase::Request || E.Model->Print || E.Model->Format)
    return false;
  constexpr uint32_t Request =
      1u << unsigned(Origin::Request) | 1u << unsigned(Origin::SessionKey);
  bool FromRequest = (C.I.origins(E.ReceiverValues) & Request) != 0 ||
                     E.Model->Returns == Origin::Request ||
                     E.Model->Returns == Origin::SessionKey,
       Named = false;
  for (Id L : E.Receiver)
    FromRequest |= C.I.types().role(C.I.loc(L).TypeId) == Role::RequestObject;
  for (int A = 0; A < int(E.Args.size()); ++A) {
    FromRequest |= (C.I.origins(E.Args[A]) & Request) != 0;
    Named |= anyNamesAffinity(C, texts(C, E, A));
  }
  return FromRequest && Named;
}

/// Only counted per address, as a rate limiter does: what its memory finding
/// says is enough.
bool countsOnly(const RuleContext &C, const State &S) {
  const Types &T = C.I.types();
  const std::vector<Id> &Args = C.program().type(T.target(S.TypeId)).Args;
  Id Element =
      T.target(Args.empty() ? S.TypeId : Args[Args.size() > 1 ? 1 : 0]);
  std::vector<Id> Parts = {Element};
  if (Id R = T.record(Element);
      R != None && C.program().entity(R).has(EF_Project)) {
    Parts.clear();
    for (Id F : C.program().entity(R).Members)
      Parts.push_back(C.program().entity(F).TypeId);
  }
  // `deque<time_point>`: when the last requests came
  auto Times = [&](Id Part) {
    Id Table = T.target(Part);
    if (!T.container(Part) || Table == None ||
        C.program().type(Table).Args.empty())
      return false;
    Id Of = T.value(C.program().type(Table).Args[0]);
    return Of != None &&
           llvm::StringRef(C.program().type(Of).Name).ends_with("time_point");
  };
  bool Window = llvm::any_of(Parts, Times);
  for (Id Part : Parts)
    if (Times(Part))
      continue;
    else if (T.stringLike(Part) || T.container(Part) || T.pointerLike(Part) ||
             (T.record(Part) != None && T.role(Part) != Role::Clock &&
              C.program().entity(T.record(Part)).has(EF_Project)))
      return false;
  return llvm::any_of(S.Writes,
                      [&](size_t W) {
                        WriteHow How = C.I.accesses()[W].How;
                        return How == WriteHow::Increment ||
                               How == WriteHow::Compound ||
                               (Window && How == WriteHow::Insert);
                      }) || // `banned_until_[address] = now + hour`
         hasWord(C.program().entity(S.Declared).Name,
                 {"ban", "bans", "banned", "until", "block", "blocked",
                  "attempts", "failures", "limit", "limits", "rate",
                  "throttle"});
}

/// What was chosen is a way to another process or thread.
bool leadsElsewhere(const RuleContext &C, Id Container) {
  const Types &T = C.I.types();
  Role Element = T.elementRole(T.target(C.I.loc(Container).TypeId));
  if (Element == Role::Queue || Element == Role::Executor)
    return true;
  for (Id L = 0; L < C.I.locCount(); ++L) {
    if (!C.I.contents(L).has(Origin::Descriptor))
      continue;
    for (Id Up = L; C.I.loc(Up).Kind >= LocKind::Field; Up = C.I.loc(Up).Parent)
      if (C.I.loc(Up).Parent == Container)
        return true;
  }
  return false;
}

/// Enters, replaces or removes what lies under the address, whatever that was.
bool onlyEnters(const RuleContext &C, const Access &A) {
  if (!A.Write || A.How == WriteHow::Insert || A.How == WriteHow::Erase)
    return A.Write;
  // `table[address] = ...`, and not `table[address] = table[address] + 1`
  auto Here = [&](WriteHow How) {
    return llvm::count_if(C.I.accesses(), [&](const Access &X) {
      return X.Write && X.How == How && X.Ctx == A.Ctx &&
             X.At.File == A.At.File && X.At.Line == A.At.Line;
    });
  };
  return (A.How == WriteHow::Subscript || A.How == WriteHow::Assign) &&
         Here(WriteHow::Assign) == 1 && Here(WriteHow::Subscript) == 1;
}

/// State of this process is chosen by the client's address.
void byAddress(const RuleContext &C, std::vector<Finding> &Out) {
  std::map<size_t, const State *> Owner;
  for (const State &S : C.States) {
    for (size_t A : S.Reads)
      Owner[A] = &S;
    for (size_t A : S.Writes)
      Owner[A] = &S;
  }
  std::set<std::pair<Id, Id>> Said; // function, state
  for (size_t N = 0; N < C.I.accesses().size(); ++N) {
    const Access &A = C.I.accesses()[N];
    if (!A.ByPeer.valid() || A.When != Phase::Request || onlyEnters(C, A))
      continue;
    const State *S = Owner[N];
    Id Declared = S ? S->Declared : C.I.loc(A.Target).Ref;
    LocKind Kind = C.I.loc(A.Target).Kind;
    if (!S && Kind != LocKind::Global && Kind != LocKind::Local &&
        Kind != LocKind::Field)
      continue;
    // (What any other process would compute alike ties nobody to this one.)
    bool Changed = S && !S->Exempt && S->AnyRequestWrite && !S->Reloadable &&
                   !countsOnly(C, *S);
    if (!Changed && !leadsElsewhere(C, S ? S->Datum : A.Target))
      continue;
    Id Function = C.I.activations()[A.Ctx].Function;
    if (!Said.insert({Function, Declared}).second)
      continue;
    Finding F = C.start("sticky-session", A.ByPeer, Evidence::Request);
    F.Symbol = C.symbol(Declared);
    F.Message = "'" + F.Symbol +
                "' is looked up by the client's address: only this process "
                "knows what the visitor did before";
    F.Hint = "keep what the visitor needs in a backing service, under an id "
             "that the visitor sends, so that any process can answer";
    F.Flows.push_back(C.flow(A.Ctx, A.ByPeer, "chosen here", A.When));
    Out.push_back(std::move(F));
  }
}

} // namespace

void stickySession(const RuleContext &C, std::vector<Finding> &Out) {
  if (C.OneShot)
    return;
  byAddress(C, Out);
  std::set<const CallEvent *> Writing;
  if (setsCookies(C))
    Writing = writers(C, ownHeaders(C, Out));
  for (const CallEvent *Event : requestsFirst(C)) {
    const CallEvent &E = *Event;
    bool Sends = !E.Model->Sticky.empty()
                     ? sends(C, E)
                     : putsCookie(C, E) || Writing.count(Event) != 0;
    if (!Sends && (!E.Model->Sticky.empty() || !reads(C, E)))
      continue;
    Out.push_back(tied(C, E.Ctx, callOf(C, E), E.When,
                       !Sends ? "reads a load balancer's affinity cookie"
                       : E.Model->Sticky.empty() ? PutsIdentity
                                                 : E.Model->Sticky));
  }
}

} // namespace factor6
