//===- USRs.cpp - Names that tell all entities of a program apart ---------===//
//
// Clang's USRs, qualified where they would merge strangers or miss.
//
//===----------------------------------------------------------------------===//
#include "extract/Tables.h"

#include "clang/AST/DeclCXX.h"
#include "clang/Index/USRGeneration.h"

using namespace clang;

namespace factor6 {

std::string Tables::closureUSR(const CXXRecordDecl *D) {
  Place P = place(D->getLocation());
  return "lambda@" + scopeUSR(D, P) + "#" + std::to_string(P.Offset);
}

std::string Tables::scopeUSR(const Decl *D, Place P) {
  // Instantiations of one template share places: name the function too.
  if (const auto *F =
          dyn_cast_or_null<FunctionDecl>(D->getParentFunctionOrMethod()))
    return S.Entities[function(F)].USR;
  return P.File == None ? "" : S.Files[P.File].Path;
}

std::string Tables::usr(const Decl *D) {
  const auto *M = dyn_cast<CXXMethodDecl>(D);
  if (M && M->getParent()->isLambda())
    return closureUSR(M->getParent()) + "()";
  if (const auto *R = dyn_cast<CXXRecordDecl>(D); R && R->isLambda())
    return closureUSR(R);
  const auto *V = dyn_cast<VarDecl>(D);
  if (V && !V->hasGlobalStorage()) {
    Place P = place(V->getLocation());
    return scopeUSR(V, P) + "@" + V->getNameAsString() + "#" +
           std::to_string(P.Offset);
  }
  llvm::SmallString<128> Buffer;
  if (index::generateUSRForDecl(D, Buffer) || Buffer.empty()) {
    Place P = place(D->getLocation());
    return "decl@" + (P.File == None ? std::string() : S.Files[P.File].Path) +
           "#" + std::to_string(P.Offset);
  }
  std::string Result(Buffer);
  const auto *ND = dyn_cast<NamedDecl>(D);
  if (ND && !ND->isExternallyVisible() && !isa<FieldDecl>(D)) {
    // Internal linkage: strangers of other TUs may have the same USR. What is
    // written in a header still exists once per TU.
    Result = S.MainFile + "#" + Result;
  }
  return Result;
}

} // namespace factor6
