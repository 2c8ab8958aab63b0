//===- LiteralSites.cpp ---------------------------------------------------===//
#include "extract/LiteralSites.h"

#include "extract/PathWalker.h"

#include "clang/AST/Attr.h"
#include "clang/Lex/Lexer.h"

#include <algorithm>

using namespace clang;

namespace factor6 {

namespace {

/// The literal has become a pointer to const, and nothing makes it less.
bool decays(ArrayRef<PathStep> Path) {
  if (Path.size() < 3)
    return false;
  auto CastAt = [&](size_t FromEnd) {
    return dyn_cast_or_null<ImplicitCastExpr>(Path[Path.size() - FromEnd].S);
  };
  const ImplicitCastExpr *Decay = CastAt(2);
  if (!Decay || Decay->getCastKind() != CK_ArrayToPointerDecay)
    return false;
  // In C, only what is then converted to a pointer to const.
  const ImplicitCastExpr *Next = CastAt(3);
  QualType Type = Next ? Next->getType() : Decay->getType();
  return !Type->isPointerType() || Type->getPointeeType().isConstQualified();
}

bool constantVariable(const VarDecl *V, const ASTContext &Context) {
  return V->isConstexpr() || V->hasAttr<ConstInitAttr>() ||
         (!Context.getLangOpts().CPlusPlus && V->hasGlobalStorage());
}

bool constantRecord(const RecordDecl *R) {
  const auto *C = dyn_cast<CXXRecordDecl>(R);
  return C && std::any_of(C->ctor_begin(), C->ctor_end(), [](const auto *K) {
           return K->isConstexpr() && K->isUserProvided();
         });
}

/// The compiler must know the value here.
bool constant(const PathStep &Step, const ASTContext &Context) {
  if (Step.S)
    return isa<ConstantExpr, PredefinedExpr, UserDefinedLiteral,
               UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, CaseStmt>(Step.S);
  if (!Step.D)
    return true;
  if (const auto *V = dyn_cast<VarDecl>(Step.D))
    return constantVariable(V, Context);
  if (const auto *F = dyn_cast<FunctionDecl>(Step.D))
    return F->isConstexpr();
  if (const auto *F = dyn_cast<FieldDecl>(Step.D))
    return constantRecord(F->getParent());
  return isa<StaticAssertDecl, EnumConstantDecl, NonTypeTemplateParmDecl,
             ConceptDecl>(Step.D);
}

} // namespace

void LiteralSites::visit(const StringLiteral *L, ArrayRef<PathStep> Path,
                         Tables &T) {
  SourceLocation Begin = L->getBeginLoc();
  if (!L->isOrdinary() || Begin.isMacroID() || !T.isProject(Begin))
    return;
  uint32_t Length = 0;
  if (L->getNumConcatenated() == 1 && decays(Path) &&
      std::none_of(Path.begin(), Path.end(), [&](const PathStep &Step) {
        return constant(Step, T.context());
      }))
    Length = Lexer::MeasureTokenLength(Begin, T.sources(),
                                       T.context().getLangOpts());
  auto [It, New] = Lengths.try_emplace(T.place(Begin), Length);
  if (!New)
    It->second = std::min(It->second, Length);
}

void LiteralSites::mark(Summary &S) const {
  for (FunctionBody &B : S.Bodies)
    for (Node &N : B.Nodes)
      if (N.Kind == NodeKind::Str)
        if (auto It = Lengths.find(N.Loc); It != Lengths.end())
          N.Value = It->second;
}

} // namespace factor6
