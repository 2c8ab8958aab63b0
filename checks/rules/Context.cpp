//===- Context.cpp --------------------------------------------------------===//
#include "rules/Context.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace factor6 {

Severity severityOf(Evidence E) {
  switch (E) {
  case Evidence::Request:
    return Severity::Error;
  case Evidence::Runtime:
    return Severity::Warning;
  case Evidence::Declared:
    return Severity::Note;
  }
  return Severity::Note;
}

FindingPlace RuleContext::place(Place At) const {
  FindingPlace Out;
  if (At.File != None)
    Out.File = program().Files[At.File].Path;
  Out.Line = At.Line;
  Out.Column = At.Column;
  Out.Offset = At.Offset;
  return Out;
}

std::string RuleContext::symbol(Id Entity) const {
  const factor6::Entity &E = program().entity(Entity);
  if (E.Kind == EntityKind::Field && E.Parent != None)
    return program().entity(E.Parent).Name + "::" + E.Name;
  if (E.Store == Storage::StaticMember && E.Parent != None)
    return program().entity(E.Parent).Name + "::" + E.Name;
  return E.Name;
}

std::string RuleContext::functionName(Id Function) const {
  const factor6::Entity &E = program().entity(Function);
  if (E.has(EF_Lambda))
    return "a lambda";
  if (E.Parent != None)
    return "'" + program().entity(E.Parent).Name + "::" + E.Name + "'";
  return "'" + E.Name + "'";
}

namespace {

/// The request's activation that made the object on which the framework calls
/// an entry point; None if the object is not one request's.
Id makerOf(const Interpreter &I, Id Ctx) {
  const Activation &A = I.activations()[Ctx];
  if (A.Caller != None || A.When != Phase::Request || A.This.empty())
    return None;
  const Loc &Object = I.loc(I.root(A.This.front()));
  if (Object.Kind != LocKind::Heap || Object.Made != Phase::Request)
    return None;
  for (Id M = 0; M < I.activations().size(); ++M)
    if (M != Ctx && I.activations()[M].Function == Object.Parent &&
        I.activations()[M].When == Phase::Request)
      return M;
  return None;
}

} // namespace

std::vector<FindingStep> RuleContext::flow(Id Ctx, Place At, std::string Last,
                                           Phase When) const {
  std::vector<FindingStep> Steps;
  Steps.push_back({place(At), std::move(Last)});
  const auto &Acts = I.activations();
  std::set<Id> Seen;
  Id C = Ctx;
  while (C != None && Seen.insert(C).second) {
    const Activation &A = Acts[C];
    bool Outermost = A.Caller == None ||
                     (When == Phase::Request && A.When != Phase::Request) ||
                     (When == Phase::Background && Acts[A.Caller].When != When);
    if (Id Maker = makerOf(I, C); Outermost && Maker != None) {
      // A reactor of one call: the request that made it is where it begins.
      const Loc &Object = I.loc(I.root(A.This.front()));
      Steps.push_back(
          {place(program().entity(A.Function).Loc),
           "later the framework calls " + functionName(A.Function)});
      Steps.push_back(
          {place(Object.At), "makes the object that goes on with the request"});
      C = Maker;
      continue;
    }
    if (Outermost) {
      FindingStep First;
      if (When == Phase::Request && A.When == Phase::Request &&
          A.Entry != None) {
        const EntryPoint &E = I.entries()[A.Entry];
        First = {place(E.At),
                 (E.Text.rfind("entry point", 0) == 0 ? "" : "entry point: ") +
                     E.Text};
      } else if (When == Phase::Request) {
        const factor6::Entity &F = program().entity(A.Function);
        First = {place(F.Loc), "entry point: the loop in " +
                                   functionName(A.Function) +
                                   " that takes one job after the other"};
      } else {
        const factor6::Entity &F = program().entity(A.Function);
        First = {place(F.Loc),
                 When == Phase::Background
                     ? "runs in the background: " + functionName(A.Function)
                     : "called from outside: " + functionName(A.Function)};
      }
      Steps.push_back(std::move(First));
      break;
    }
    Steps.push_back({place(A.CallSite), "calls " + functionName(A.Function)});
    C = A.Caller;
  }
  std::reverse(Steps.begin(), Steps.end());
  return Steps;
}

std::optional<Evidence> RuleContext::evidence(Phase When) const {
  if (OneShot)
    return std::nullopt;
  switch (When) {
  case Phase::Request:
    return Evidence::Request;
  case Phase::Background:
    return Evidence::Runtime;
  case Phase::Root:
    if (!Options.WholeProgram)
      return Evidence::Runtime;
    return std::nullopt;
  default:
    return std::nullopt;
  }
}

std::optional<Evidence> RuleContext::evidence(const State &S) const {
  if (S.Exempt || OneShot)
    return std::nullopt;
  if (S.AnyRequestWrite)
    return Evidence::Request;
  // Not known how all of its work gets in: from elsewhere than its loops.
  bool Counts = llvm::all_of(S.Writes, [&](size_t W) {
    return I.accesses()[W].How == WriteHow::Increment;
  });
  bool Unknown =
      I.entries().empty() && (!I.anyJobLoop() || (S.Container && I.listens()) ||
                              ((S.Container || Counts) && I.unknownServer()));
  if (S.AnyBackgroundWrite && (S.ObservedInRequest || S.OfClients || Unknown))
    return Evidence::Runtime;
  if (S.AnyRootWrite && !Options.WholeProgram)
    return Evidence::Runtime;
  return std::nullopt;
}

/// A member of a class that does something is its object's, wherever that is
/// kept; a record of values is the variable.
bool RuleContext::inService(const State &S) const {
  const Entity &E = program().entity(S.Declared);
  if (E.Kind != EntityKind::Field || E.Parent == None)
    return false;
  return llvm::any_of(program().Methods[E.Parent], [&](Id Method) {
    return !program().entity(Method).has(EF_Ctor | EF_Dtor | EF_Static);
  });
}

MemoryRule RuleContext::ruleOf(const State &S) const {
  if (S.Drained && S.Container)
    return MemoryRule::Deferred;
  if (S.SessionKeyed && S.Container)
    return MemoryRule::Session;
  if (S.Where == Holder::Static && S.Container)
    return MemoryRule::StaticCache;
  if (S.Where == Holder::Static && !inService(S))
    return MemoryRule::MutableGlobal;
  return MemoryRule::HandlerState;
}

Finding RuleContext::start(llvm::StringRef Rule, Place At, Evidence E) const {
  Finding F;
  F.Rule = "factor6-" + Rule.str();
  F.At = place(At);
  F.Proof = E;
  F.Level = severityOf(E);
  F.LinkUnit = Unit;
  return F;
}

namespace {

std::string verb(const Access &A) {
  switch (A.How) {
  case WriteHow::Insert:
    return "an entry is added here";
  case WriteHow::Erase:
    return "an entry is removed here";
  case WriteHow::Clear:
    return "it is cleared here";
  case WriteHow::Increment:
    return "it is counted on here";
  case WriteHow::Subscript:
    return "an entry is added or changed here";
  case WriteHow::OutArg:
    return "it is filled here";
  case WriteHow::Assign:
    return "it is assigned here";
  default:
    return "it is changed here";
  }
}

} // namespace

void RuleContext::addWrites(Finding &F, const State &S) const {
  // `m[k] = v` adds an entry and assigns it: one line, one note.
  std::set<std::pair<uint32_t, uint32_t>> Seen;
  std::vector<size_t> Order = S.Writes;
  llvm::stable_sort(Order, [&](size_t A, size_t B) {
    const Access &X = I.accesses()[A], &Y = I.accesses()[B];
    auto Rank = [](Phase W) { return W == Phase::Request ? 0 : 1; };
    return std::make_tuple(Rank(X.When), place(X.At)) <
           std::make_tuple(Rank(Y.When), place(Y.At));
  });
  for (size_t W : Order) {
    const Access &A = I.accesses()[W];
    if (A.When == Phase::Root && Options.WholeProgram)
      continue;
    if (!Seen.insert({A.At.File, A.At.Line}).second || F.Flows.size() >= 8)
      continue;
    F.Flows.push_back(flow(A.Ctx, A.At, verb(A), A.When));
  }
  for (Id B : S.Books)
    F.Notes.push_back({place(program().entity(B).Loc),
                       "'" + program().entity(B).Name +
                           "' keeps its books and goes with it"});
  addParts(F, S, Order);
}

/// What lies deeper than the state and is changed: members of its entries, of
/// what it points to.
void RuleContext::addParts(Finding &F, const State &S,
                           const std::vector<size_t> &Writes) const {
  constexpr size_t MaxParts = 6;
  std::set<Id> Seen = {S.Declared};
  Seen.insert(S.Books.begin(), S.Books.end());
  for (size_t W : Writes) {
    const Access &A = I.accesses()[W];
    const Loc &Target = I.loc(A.Target);
    if ((A.When == Phase::Root && Options.WholeProgram) ||
        Target.Kind != LocKind::Field ||
        !program().entity(Target.Ref).has(EF_Project) ||
        Seen.size() > MaxParts + S.Books.size() ||
        !Seen.insert(Target.Ref).second)
      continue;
    F.Notes.push_back(
        {place(program().entity(Target.Ref).Loc),
         "'" + symbol(Target.Ref) + "' lies in it and is changed with it"});
  }
}

} // namespace factor6
