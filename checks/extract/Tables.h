//===- Tables.h - Interning of files, types and entities ------------------===//
#ifndef FACTOR6_EXTRACT_TABLES_H
#define FACTOR6_EXTRACT_TABLES_H

#include "extract/Extract.h"
#include "facts/Facts.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"

namespace factor6 {

/// Gives every file, type and declaration of a TU its id in the summary.
class Tables {
public:
  Tables(clang::ASTContext &Context, const ProjectFiles &Project, Summary &S);

  clang::ASTContext &context() const { return Context; }
  const clang::SourceManager &sources() const {
    return Context.getSourceManager();
  }
  Summary &summary() const { return S; }
  const ProjectFiles &project() const { return Project; }

  /// Macro arguments are placed where they are written, what a macro's body
  /// makes where the macro is used.
  Place place(clang::SourceLocation Loc);
  bool isProject(clang::SourceLocation Loc);
  bool isProject(const clang::Decl *D) { return isProject(D->getLocation()); }

  Id type(clang::QualType T);
  Id record(const clang::RecordDecl *D);
  /// The record with its fields, also if it is not the project's.
  Id recordWithFields(const clang::RecordDecl *D);
  Id function(const clang::FunctionDecl *D);
  Id variable(const clang::VarDecl *D);
  Id field(const clang::FieldDecl *D);
  Id staticInit();
  /// Stands for the constructor that the compiler would write.
  Id defaultConstructor(const clang::CXXRecordDecl *D);

  /// Hands each of the project's files that the TU read to \p Visit, once.
  void eachProjectFile(
      llvm::function_ref<void(Id File, llvm::StringRef Text)> Visit);

  Entity &entity(Id E) { return S.Entities[E]; }

private:
  Id file(clang::FileID F);
  Id add(const clang::Decl *Key, Entity E);
  std::string usr(const clang::Decl *D);
  std::string scopeUSR(const clang::Decl *D, Place P);
  std::string closureUSR(const clang::CXXRecordDecl *D);
  Type describe(clang::QualType T, unsigned Depth);
  Id internType(Type T);
  Id typeAt(clang::QualType T, unsigned Depth);
  std::string alias(clang::QualType T);
  void fillRecord(Id R, const clang::CXXRecordDecl *D);
  void addTemplateArgs(Type &Out, clang::QualType T, const clang::RecordDecl *D,
                       unsigned Depth);

  clang::ASTContext &Context;
  const ProjectFiles &Project;
  Summary &S;
  llvm::DenseMap<clang::FileID, Id> FileIds;
  llvm::DenseMap<const clang::Decl *, Id> EntityIds;
  llvm::DenseMap<void *, Id> TypeCache;
  llvm::StringMap<Id> TypeKeys;
  llvm::StringMap<unsigned> USRs;
  Id StaticInitId = None;
};

/// "ns::Class::name": no inline or anonymous namespaces, no template
/// arguments, no enclosing functions.
std::string qualifiedName(const clang::NamedDecl *D);

} // namespace factor6

#endif
