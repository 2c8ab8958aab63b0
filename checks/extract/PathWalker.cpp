//===- PathWalker.cpp -----------------------------------------------------===//
#include "extract/PathWalker.h"

using namespace clang;

namespace factor6 {

void PathWalker::walk() {
  for (Decl *D : T.context().getTraversalScope()) {
    if (auto *TU = dyn_cast<TranslationUnitDecl>(D)) {
      for (Decl *Child : TU->decls())
        TraverseDecl(Child);
    } else {
      TraverseDecl(D);
    }
  }
}

bool PathWalker::TraverseDecl(Decl *D) {
  if (!D)
    return true;
  const DeclContext *In = D->getLexicalDeclContext();
  if (In && In->getRedeclContext()->isFileContext() && !T.isProject(D))
    return true;
  Path.push_back({nullptr, D});
  if (const auto *V = dyn_cast<VarDecl>(D))
    declared(V);
  bool Goes = Base::TraverseDecl(D);
  Path.pop_back();
  return Goes;
}

bool PathWalker::TraverseStmt(clang::Stmt *S) {
  if (!S)
    return true;
  Path.push_back({S, nullptr});
  if (const auto *L = dyn_cast<StringLiteral>(S))
    literal(L);
  else if (const auto *R = dyn_cast<DeclRefExpr>(S)) {
    if (const auto *V = dyn_cast<VarDecl>(R->getDecl()))
      use(R, V);
  } else if (const auto *M = dyn_cast<MemberExpr>(S))
    if (const auto *V = dyn_cast<VarDecl>(M->getMemberDecl()))
      use(M, V);
  bool Goes = Base::TraverseStmt(S);
  Path.pop_back();
  return Goes;
}

bool PathWalker::TraverseInitListExpr(InitListExpr *E) {
  InitListExpr *Semantic =
      E->isSemanticForm() || !E->getSemanticForm() ? E : E->getSemanticForm();
  for (clang::Stmt *Child : Semantic->children())
    TraverseStmt(Child);
  return true;
}

bool PathWalker::TraverseCXXRewrittenBinaryOperator(
    CXXRewrittenBinaryOperator *E) {
  return TraverseStmt(E->getSemanticForm());
}

bool PathWalker::TraverseTypeLoc(TypeLoc L, bool Qualifier) {
  Path.push_back({});
#if LLVM_VERSION_MAJOR >= 22
  bool Goes = Base::TraverseTypeLoc(L, Qualifier);
#else
  (void)Qualifier;
  bool Goes = Base::TraverseTypeLoc(L);
#endif
  Path.pop_back();
  return Goes;
}

bool PathWalker::TraverseTemplateArgumentLoc(const TemplateArgumentLoc &L) {
  Path.push_back({});
  bool Goes = Base::TraverseTemplateArgumentLoc(L);
  Path.pop_back();
  return Goes;
}

} // namespace factor6
