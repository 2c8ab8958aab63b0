//===- ConstFixes.cpp -----------------------------------------------------===//
#include "extract/ConstFixes.h"

#include "extract/ConstUse.h"
#include "extract/LiteralSites.h"

#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/TypeLoc.h"
#include "clang/Basic/Diagnostic.h"

#include <optional>

using namespace clang;

namespace factor6 {

namespace {

class Collector : public PathWalker {
public:
  explicit Collector(Tables &T) : PathWalker(T), Uses(T) {}
  void finish();

protected:
  void literal(const StringLiteral *L) override { Literals.visit(L, Path, T); }
  void use(const Expr *, const VarDecl *V) override { Uses.visit(V, Path); }
  void declared(const VarDecl *V) override;

private:
  bool changeable(const VarDecl *V) const;
  void offer(const VarDecl *V, Id Variable);
  bool sites(const VarDecl *V, Id Variable, std::vector<FixSite> &Out);
  bool alone(const VarDecl *V) const;

  ConstUse Uses;
  LiteralSites Literals;
  std::vector<const VarDecl *> Variables; ///< canonical, in order
  std::set<const VarDecl *> Seen;
  /// Where declarations begin -> the names declared there.
  std::map<SourceLocation, std::set<SourceLocation>> Declarators;
};

void Collector::declared(const VarDecl *V) {
  Declarators[V->getBeginLoc()].insert(V->getLocation());
  if (isa<ParmVarDecl>(V) || !V->hasGlobalStorage() || V->isInvalidDecl() ||
      V->getType()->isDependentType())
    return;
  if (Seen.insert(V->getCanonicalDecl()).second)
    Variables.push_back(V->getCanonicalDecl());
}

bool Collector::alone(const VarDecl *V) const {
  auto It = Declarators.find(V->getBeginLoc());
  return It != Declarators.end() && It->second.size() == 1;
}

/// Somebody whom this TU does not show may change it.
bool Collector::changeable(const VarDecl *V) const {
  if (V->getType().isVolatileQualified() || V->getType()->isReferenceType())
    return true;
  for (const VarDecl *R : V->redecls())
    if (!T.isProject(R) || R->hasAttr<WeakAttr>() || R->hasAttr<AliasAttr>() ||
        R->hasAttr<AsmLabelAttr>())
      return true;
  return !Uses.safe(V);
}

/// C++ lets no const object go without a value.
bool initialised(const VarDecl *V, const ASTContext &Context) {
  if (!V->hasInit())
    return false;
  const auto *R =
      Context.getBaseElementType(V->getType())->getAsCXXRecordDecl();
  const auto *C = dyn_cast<CXXConstructExpr>(V->getInit()->IgnoreImplicit());
  bool Default = C && C->getNumArgs() == 0 && !C->isListInitialization();
  return !Default || (R && R->allowConstDefaultInit());
}

/// Its pointers are re-seated by name: `char *const p`.
bool pointerDeclarator(TypeLoc L) {
  while (true) {
    L = L.getUnqualifiedLoc();
    if (auto A = L.getAs<ArrayTypeLoc>())
      L = A.getElementLoc();
    else if (auto P = L.getAs<ParenTypeLoc>())
      L = P.getInnerLoc();
    else if (auto X = L.getAs<AttributedTypeLoc>())
      L = X.getModifiedLoc();
    else
      return !L.getAs<PointerTypeLoc>().isNull() ||
             !L.getAs<MemberPointerTypeLoc>().isNull();
  }
}

/// Without an earlier `extern` declaration, `const` at namespace scope would
/// hide a C++ variable from other TUs.
bool losesLinkage(const VarDecl *V, const ASTContext &Context) {
  return Context.getLangOpts().CPlusPlus && V->isFileVarDecl() &&
         !V->isStaticDataMember() && V->hasExternalFormalLinkage() &&
         !V->isInline() && V->getStorageClass() == SC_None &&
         !V->getPreviousDecl();
}

bool Collector::sites(const VarDecl *V, Id Variable,
                      std::vector<FixSite> &Out) {
  TypeSourceInfo *Info = V->getTypeSourceInfo();
  SourceLocation Begin = V->getBeginLoc(), Type = V->getTypeSpecStartLoc();
  SourceLocation Name = V->getQualifierLoc()
                            ? V->getQualifierLoc().getBeginLoc()
                            : V->getLocation();
  if (!Info || !alone(V) || Begin.isMacroID() || Type.isMacroID() ||
      Name.isMacroID() || Begin.isInvalid() || Type.isInvalid())
    return false;
  if (V->getLexicalDeclContext()->isExternCContext() ||
      V->hasAttr<SectionAttr>() || isa<DecompositionDecl>(V))
    return false;
  if (V->isThisDeclarationADefinition() != VarDecl::DeclarationOnly &&
      !initialised(V, T.context()))
    return false;
  bool Extern = losesLinkage(V, T.context());
  if (!pointerDeclarator(Info->getTypeLoc())) {
    Out.push_back(
        {Variable, T.place(Type), Extern ? "extern const " : "const "});
    return true;
  }
  if (Extern)
    Out.push_back({Variable, T.place(Begin), "extern "});
  Out.push_back({Variable, T.place(Name), "const "});
  return true;
}

void Collector::offer(const VarDecl *V, Id Variable) {
  const auto *F =
      dyn_cast_or_null<FunctionDecl>(V->getParentFunctionOrMethod());
  bool Template =
      isa<VarTemplateSpecializationDecl>(V) || V->getDescribedVarTemplate() ||
      V->getTemplateSpecializationKind() != TSK_Undeclared ||
      (F && (F->isTemplateInstantiation() || F->isDependentContext()));
  // After an error, uses may be missing.
  if (T.context().getDiagnostics().hasUncompilableErrorOccurred())
    return;
  bool Cxx = T.context().getLangOpts().CPlusPlus;
  if (Template || (Cxx && V->isExternC()))
    return;
  std::vector<FixSite> Found;
  for (const VarDecl *R : V->redecls())
    if (!sites(R, Variable, Found))
      return;
  T.entity(Variable).Flags |= EF_FixConst;
  std::vector<FixSite> &Fixes = T.summary().Fixes;
  Fixes.insert(Fixes.end(), Found.begin(), Found.end());
}

void Collector::finish() {
  Literals.mark(T.summary());
  for (const VarDecl *V : Variables) {
    Id Variable = T.variable(V);
    QualType Element = T.context().getBaseElementType(V->getType());
    if (Element.isConstQualified() || V->isConstexpr())
      continue;
    if (changeable(V))
      T.entity(Variable).Flags |= EF_Mutated;
    else
      offer(V, Variable);
  }
}

} // namespace

void findFixes(Tables &T) {
  Collector C(T);
  C.walk();
  C.finish();
}

} // namespace factor6
