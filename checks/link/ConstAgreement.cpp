//===- ConstAgreement.cpp -------------------------------------------------===//
#include "link/ConstAgreement.h"

#include "llvm/ADT/StringMap.h"

namespace factor6 {

namespace {

/// What is said of all variables with one name or one place.
struct Opinion {
  bool Mutated = false;
  bool Fixable = true;
};

class Agreement {
public:
  template <class Action>
  void each(std::vector<Summary> &Summaries, Action Act) {
    for (Summary &S : Summaries)
      for (Entity &E : S.Entities) {
        bool Static =
            E.Kind == EntityKind::Variable &&
            (E.Store == Storage::Global || E.Store == Storage::StaticMember ||
             E.Store == Storage::StaticLocal);
        if (Static && E.has(EF_Project) && E.Loc.valid())
          Act(E, ByName[E.USR], ByPlace[place(S, E.Loc)]);
      }
  }

private:
  static std::string place(const Summary &S, const Place &P) {
    return S.Files[P.File].Path + ":" + std::to_string(P.Offset);
  }

  llvm::StringMap<Opinion> ByName, ByPlace;
};

} // namespace

void agreeOnConst(std::vector<Summary> &Summaries) {
  Agreement A;
  auto Ask = [](const Entity &E, Opinion &Name, Opinion &Place) {
    for (Opinion *O : {&Name, &Place}) {
      O->Mutated |= E.has(EF_Mutated);
      O->Fixable &= E.has(EF_FixConst);
    }
  };
  auto Tell = [](Entity &E, const Opinion &Name, const Opinion &Place) {
    if (Name.Mutated || Place.Mutated)
      E.Flags |= EF_Mutated;
    if (!Name.Fixable || !Place.Fixable)
      E.Flags &= ~uint32_t(EF_FixConst);
  };
  A.each(Summaries, Ask);
  A.each(Summaries, Tell);
}

} // namespace factor6
