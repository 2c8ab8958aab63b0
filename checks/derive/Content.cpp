//===- Content.cpp --------------------------------------------------------===//
#include "derive/Content.h"

#include "derive/Connections.h"

#include "llvm/ADT/STLExtras.h"

namespace factor6 {

namespace {

class Reader {
public:
  explicit Reader(const Interpreter &I)
      : I(I), P(I.program()), T(I.types()), All(I.accesses()) {}

  void content(State &S) const;

private:
  bool followsVisitors(const State &S, const std::string &Names,
                       uint32_t Keys) const;
  bool named(const State &S) const;
  bool accounts(const Entity &Table, Id Target) const;

  const Interpreter &I;
  const Program &P;
  const Types &T;
  const std::vector<Access> &All;
};

/// A map whose keys the clients send, by which others find them.
bool Reader::named(const State &S) const {
  Id Target = T.target(S.TypeId);
  if (Target == None || P.type(Target).Args.size() < 2 || S.Reads.empty())
    return false;
  Id Key = P.type(Target).Args[0], Mapped = P.type(Target).Args[1];
  if (T.container(Mapped) || !(T.stringLike(Key) || T.scalar(Key)) ||
      T.pointerLike(Key))
    return false;
  constexpr uint32_t Sent =
      1u << unsigned(Origin::Request) | 1u << unsigned(Origin::SessionKey);
  constexpr uint32_t Own = 1u << unsigned(Origin::Descriptor);
  return llvm::any_of(S.Writes, [&](size_t W) {
    return All[W].When == Phase::Request && (All[W].KeyOrigins & Sent) &&
           !(All[W].KeyOrigins & Own) && All[W].How != WriteHow::Erase;
  });
}

/// What is kept under a visitor's key, or is called so.
bool Reader::followsVisitors(const State &S, const std::string &Names,
                             uint32_t Keys) const {
  const Entity &E = P.entity(S.Declared);
  bool Session = (Keys & (1u << unsigned(Origin::SessionKey))) != 0;
  // What many play in is no visitor's.
  if (!hasWord(Names, {"game", "match"}))
    Session |=
        hasWord(Names, {"session", "sess", "cart", "basket", "login",
                        "loggedin", "wizard", "cookie", "online", "signedin"});
  // `class SessionManager { map<string, Principal> live_; };`, `TokenTable`
  if (S.Container && E.Kind == EntityKind::Field && E.Parent != None) {
    llvm::StringRef Holder = P.entity(E.Parent).Name;
    bool Keeps = hasWord(Holder, {"manager", "store", "registry", "storage",
                                  "service", "repository", "pool", "table",
                                  "map", "sessions", "tokens"});
    Session |= Keeps && hasWord(Holder, {"session", "sessions"}) &&
               !(Keys & (1u << unsigned(Origin::Request)));
    Session |= Keeps && hasWord(Holder, {"token", "tokens"}) &&
               !hasWord(Holder, {"bucket", "buckets"}) && T.table(S.TypeId);
  }
  // What a visitor was sent, to be asked for in the next step.
  std::string Said = Names;
  if (E.Kind == EntityKind::Field && E.Parent != None)
    Said += " " + P.entity(E.Parent).Name;
  Session |= S.Container &&
             (hasWord(Said, {"otp", "otps", "captcha", "captchas", "wizard"}) ||
              (hasWord(Said, {"reset", "login", "verification", "verify",
                              "confirmation", "activation"}) &&
               hasWord(Said, {"code", "codes", "pin", "pins", "challenge",
                              "challenges"})));
  Session |=
      hasWord(Names, {"token"}) && !hasWord(Names, {"bucket", "buckets"});
  return Session;
}

/// `map<string, User> users_`, where a User has a password; or which user has
/// an e-mail address.
bool Reader::accounts(const Entity &Table, Id Target) const {
  if (hasWord(Table.Name, {"email", "emails", "account", "accounts"}))
    return true;
  if (Target == None)
    return false;
  return llvm::any_of(P.type(Target).Args, [&](Id A) {
    Id R = T.record(T.target(A));
    return R != None && P.entity(R).has(EF_Project) &&
           llvm::any_of(P.entity(R).Members, [&](Id F) {
             return hasWord(P.entity(F).Name,
                            {"password", "passwd", "pwd", "passwordhash"});
           });
  });
}

void Reader::content(State &S) const {
  const Entity &E = P.entity(S.Declared);
  Id Target = T.target(S.TypeId);
  std::string Names = E.Name;
  if (Target != None && !P.type(Target).Args.empty())
    for (Id A : P.type(Target).Args)
      if (Id R = T.record(T.target(A));
          R != None && P.entity(R).has(EF_Project))
        Names += " " + P.entity(R).Name;
  if (Id R = T.record(Target); R != None)
    Names += " " + P.entity(R).Name;
  uint32_t Keys = 0;
  bool MissFilled = false, FromRequest = false, FromBacking = false;
  bool Accumulates = false; // `it->second += 1`: nobody can compute it again
  for (size_t W : S.Writes) {
    Keys |= All[W].KeyOrigins;
    Accumulates |= (All[W].How == WriteHow::Increment ||
                    All[W].How == WriteHow::Compound) &&
                   S.Container && I.loc(All[W].Target).Kind == LocKind::Elem;
    bool Fills = All[W].How == WriteHow::Insert ||
                 All[W].How == WriteHow::Subscript ||
                 All[W].How == WriteHow::Assign || All[W].How == WriteHow::Call;
    if (!Fills)
      continue;
    MissFilled |= All[W].AfterLookup;
    FromRequest |=
        (All[W].ValueOrigins & (1u << unsigned(Origin::Request))) != 0;
    FromBacking |=
        (All[W].ValueOrigins & (1u << unsigned(Origin::Backing))) != 0;
  }
  // Who is known again by it; an account was entered by its name.
  const bool Entered =
      (Keys & (1u << unsigned(Origin::Request))) && accounts(E, Target);
  for (size_t R : S.Reads)
    if (S.Container && All[R].When == Phase::Request && !Entered)
      Keys |= All[R].KeyOrigins & (1u << unsigned(Origin::SessionKey));
  bool Named = hasWord(Names, {"cache", "memo", "lru", "cached", "memoized",
                               "memoised"}) ||
               T.role(S.TypeId) == Role::Cache;
  bool Memo = hasWord(Names, {"memo", "memoized", "memoised"});
  S.Reloadable = FromBacking || Memo ||
                 (!Accumulates && ((Named && (MissFilled || !FromRequest)) ||
                                   (MissFilled && !FromRequest))) ||
                 (!S.AnyRequestWrite && S.AnyBackgroundWrite);
  bool Session = followsVisitors(S, Names, Keys);
  // Which of the visitors is connected here, and how: user id -> connection.
  bool OfVisitor = hasWord(Names, {"user", "visitor", "player"});
  Session |= holdsConnections(I, Target) && (OfVisitor || named(S));
  S.SessionKeyed = Session && !Named;
  S.Connections = S.Container && holdsConnections(I, Target);
}

} // namespace

void judgeContent(const Interpreter &I, State &S) { Reader(I).content(S); }

} // namespace factor6
