//===- StickySession.cpp - factor6-sticky-session -------------------------===//
//
// The code's side; deployment files are read by Deployment.cpp.
//
//===----------------------------------------------------------------------===//
#include "rules/Events.h"

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
  const ValueSet *V = argument(C, E, M.StickyArg);
  constexpr uint32_t Instance = 1u << unsigned(Origin::Instance);
  return V && ((C.I.origins(*V) & Instance) ||
               anyNamesAffinity(C, texts(C, E, M.StickyArg)));
}

/// A request's cookie or header of that name is looked for.
bool reads(const RuleContext &C, const CallEvent &E) {
  if (E.When != Phase::Request || E.Model->Print || E.Model->Format)
    return false;
  constexpr uint32_t Request =
      1u << unsigned(Origin::Request) | 1u << unsigned(Origin::SessionKey);
  bool FromRequest = (C.I.origins(E.ReceiverValues) & Request) != 0,
       Named = false;
  for (Id L : E.Receiver)
    FromRequest |= C.I.types().role(C.I.loc(L).TypeId) == Role::RequestObject;
  for (int A = 0; A < int(E.Args.size()); ++A) {
    FromRequest |= (C.I.origins(E.Args[A]) & Request) != 0;
    Named |= anyNamesAffinity(C, texts(C, E, A));
  }
  return FromRequest && Named;
}

} // namespace

void stickySession(const RuleContext &C, std::vector<Finding> &Out) {
  if (C.OneShot)
    return;
  for (const CallEvent *Event : requestsFirst(C)) {
    const CallEvent &E = *Event;
    bool Sends = !E.Model->Sticky.empty() && sends(C, E);
    if (!Sends && (!E.Model->Sticky.empty() || !reads(C, E)))
      continue;
    Finding F = C.start("sticky-session", E.At,
                        E.When == Phase::Request ? Evidence::Request
                                                 : Evidence::Runtime);
    F.Symbol = callOf(C, E).Name;
    F.Message =
        "'" + F.Symbol + "' " +
        (Sends ? E.Model->Sticky : "reads a load balancer's affinity cookie") +
        ": the visitor is tied to this process and loses everything with it";
    F.Hint = "keep what the visitor needs in a backing service, so that any "
             "process can answer";
    F.Flows.push_back(C.flow(E.Ctx, E.At, "here", E.When));
    Out.push_back(std::move(F));
  }
}

} // namespace factor6
