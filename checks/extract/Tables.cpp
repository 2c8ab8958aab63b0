//===- Tables.cpp ---------------------------------------------------------===//
#include "extract/Tables.h"

#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/Path.h"

#include <set>

using namespace clang;

namespace factor6 {

namespace {

std::string nameOf(const NamedDecl *D) {
  if (const auto *C = dyn_cast<CXXConstructorDecl>(D))
    return C->getParent()->getNameAsString();
  if (const auto *R = dyn_cast<RecordDecl>(D)) {
    if (const auto *C = dyn_cast<CXXRecordDecl>(R); C && C->isLambda())
      return "(lambda)";
    if (!R->getIdentifier())
      if (const TypedefNameDecl *TD = R->getTypedefNameForAnonDecl())
        return TD->getNameAsString();
  }
  return D->getNameAsString();
}

/// const all the way down: nobody can change it through its own name.
bool isDeepConst(QualType T, ASTContext &Context) {
  T = T.getCanonicalType();
  if (T->isReferenceType())
    return isDeepConst(T->getPointeeType(), Context);
  if (const auto *A = Context.getAsArrayType(T))
    return isDeepConst(A->getElementType(), Context);
  if (!T.isConstQualified())
    return false;
  return !T->isPointerType() || isDeepConst(T->getPointeeType(), Context) ||
         T->isFunctionPointerType();
}

uint32_t functionFlags(const FunctionDecl *D) {
  uint32_t F = 0;
  auto Set = [&](bool On, uint32_t Bit) { F |= On ? Bit : 0; };
  Set(isa<CXXConstructorDecl>(D), EF_Ctor);
  Set(isa<CXXDestructorDecl>(D), EF_Dtor);
  Set(D->isMain(), EF_Main);
  Set(D->isVariadic(), EF_Variadic);
  Set(D->isExternC(), EF_ExternC);
  Set(D->isTemplateInstantiation(), EF_Template);
  if (const auto *M = dyn_cast<CXXMethodDecl>(D)) {
    Set(M->isVirtual(), EF_Virtual);
    Set(M->isStatic(), EF_Static);
    Set(M->isConst(), EF_Const);
    Set(M->getParent()->isLambda(), EF_Lambda);
  }
  Set(!D->isExternallyVisible(), EF_Internal);
  for (const auto *A : D->specific_attrs<AnnotateAttr>())
    Set(A->getAnnotation() == "factor6::entry_point", EF_EntryAnnotated);
  return F;
}

/// Absolute, dots removed.
std::string cleanPath(const SourceManager &Sources, FileEntryRef File) {
  llvm::SmallString<128> Path(File.getName());
  Sources.getFileManager().makeAbsolutePath(Path);
  llvm::sys::path::remove_dots(Path, true);
  return std::string(Path);
}

} // namespace

std::string qualifiedName(const NamedDecl *D) {
  std::string Name = nameOf(D);
  for (const DeclContext *C = D->getDeclContext(); C; C = C->getParent()) {
    std::string Part;
    if (const auto *N = dyn_cast<NamespaceDecl>(C)) {
      if (N->isInline() || N->isAnonymousNamespace())
        continue;
      Part = N->getNameAsString();
    } else if (const auto *R = dyn_cast<RecordDecl>(C)) {
      Part = nameOf(R);
    }
    if (!Part.empty())
      Name.insert(0, Part + "::");
  }
  return Name;
}

Tables::Tables(ASTContext &Context, const ProjectFiles &Project, Summary &S)
    : Context(Context), Project(Project), S(S) {
  if (auto F = sources().getFileEntryRefForID(sources().getMainFileID()))
    S.MainFile = cleanPath(sources(), *F);
}

Id Tables::file(FileID F) {
  auto [It, New] = FileIds.try_emplace(F, None);
  if (!New)
    return It->second;
  auto Entry = sources().getFileEntryRefForID(F);
  if (!Entry)
    return None;
  std::string Path = cleanPath(sources(), *Entry);
  bool System = SrcMgr::isSystem(
      sources().getFileCharacteristic(sources().getLocForStartOfFile(F)));
  for (Id I = 0; I < S.Files.size(); ++I)
    if (S.Files[I].Path == Path)
      return FileIds[F] = I;
  SourceFile File;
  File.Project = Project.contains(Path, System);
  File.Path = std::move(Path);
  S.Files.push_back(File);
  return FileIds[F] = S.Files.size() - 1;
}

Place Tables::place(SourceLocation Loc) {
  Place P;
  if (Loc.isInvalid())
    return P;
  SourceLocation FileLoc = sources().getFileLoc(Loc);
  auto [F, Offset] = sources().getDecomposedLoc(FileLoc);
  P.File = file(F);
  if (P.File == None)
    return P;
  P.Offset = Offset;
  P.Line = sources().getLineNumber(F, Offset);
  P.Column = sources().getColumnNumber(F, Offset);
  return P;
}

bool Tables::isProject(SourceLocation Loc) {
  if (Loc.isInvalid())
    return false;
  Id F = file(sources().getFileID(sources().getFileLoc(Loc)));
  return F != None && S.Files[F].Project;
}

void Tables::eachProjectFile(
    llvm::function_ref<void(Id File, llvm::StringRef Text)> Visit) {
  const SourceManager &SM = sources();
  std::set<Id> Seen; // a file without an include guard is read again
  for (unsigned I = 0, N = SM.local_sloc_entry_size(); I < N; ++I) {
    const SrcMgr::SLocEntry &E = SM.getLocalSLocEntry(I);
    if (!E.isFile() || !E.getFile().getContentCache().OrigEntry)
      continue;
    FileID F = SM.getFileID(SourceLocation::getFromRawEncoding(E.getOffset()));
    Id File = file(F);
    if (File == None || !S.Files[File].Project || !Seen.insert(File).second)
      continue;
    bool Invalid = false;
    StringRef Text = SM.getBufferData(F, &Invalid);
    if (!Invalid)
      Visit(File, Text);
  }
}

Id Tables::add(const Decl *Key, Entity E) {
  // A USR that two declarations share within one TU (closures of template
  // instantiations) is numbered, so that each keeps its own body.
  unsigned N = USRs[E.USR]++;
  if (N)
    E.USR += "~" + std::to_string(N);
  S.Entities.push_back(std::move(E));
  Id New = S.Entities.size() - 1;
  EntityIds[Key] = New;
  return New;
}

Id Tables::record(const RecordDecl *D) {
  const RecordDecl *Key = cast<RecordDecl>(D->getCanonicalDecl());
  if (auto It = EntityIds.find(Key); It != EntityIds.end())
    return It->second;
  const RecordDecl *Def = D->getDefinition() ? D->getDefinition() : D;
  Entity E;
  E.Kind = EntityKind::Record;
  E.USR = usr(Key);
  E.Name = nameOf(Def);
  E.QualifiedName = qualifiedName(Def);
  E.Loc = place(Def->getLocation());
  const auto *C = dyn_cast<CXXRecordDecl>(Def);
  if (isProject(Def))
    E.Flags |= EF_Project;
  if (Def->isCompleteDefinition())
    E.Flags |= EF_Defined;
  if (C && C->isLambda())
    E.Flags |= EF_Lambda;
  if (isa<ClassTemplateSpecializationDecl>(Def))
    E.Flags |= EF_Template;
  Id R = add(Key, std::move(E));
  if (C && C->hasDefinition())
    fillRecord(R, C);
  else if (Def->isCompleteDefinition() && isProject(Def))
    for (const FieldDecl *F : Def->fields()) {
      Id M = field(F);
      S.Entities[R].Members.push_back(M);
    }
  return R;
}

void Tables::fillRecord(Id R, const CXXRecordDecl *D) {
  std::vector<Id> Bases, Members;
  for (const CXXBaseSpecifier &B : D->bases())
    if (const CXXRecordDecl *BD = B.getType()->getAsCXXRecordDecl())
      Bases.push_back(record(BD));
  S.Entities[R].Bases = Bases;
  // Fields of other people's types are not walked into.
  if (S.Entities[R].has(EF_Project) && !D->isLambda())
    for (const FieldDecl *F : D->fields())
      Members.push_back(field(F));
  S.Entities[R].Members = Members;
}

Id Tables::recordWithFields(const RecordDecl *D) {
  Id R = record(D);
  const RecordDecl *Def = D->getDefinition();
  if (!Def || !S.Entities[R].Members.empty())
    return R;
  std::vector<Id> Members;
  for (const FieldDecl *F : Def->fields())
    Members.push_back(field(F));
  S.Entities[R].Members = std::move(Members);
  return R;
}

Id Tables::field(const FieldDecl *D) {
  const Decl *Key = D->getCanonicalDecl();
  if (auto It = EntityIds.find(Key); It != EntityIds.end())
    return It->second;
  Entity E;
  E.Kind = EntityKind::Field;
  E.USR = usr(D);
  E.Name = D->getNameAsString();
  E.QualifiedName = qualifiedName(D);
  E.Loc = place(D->getLocation());
  if (isProject(D))
    E.Flags |= EF_Project;
  if (isDeepConst(D->getType(), Context))
    E.Flags |= EF_Const;
  Id F = add(Key, std::move(E));
  Id TypeId = type(D->getType());
  Id Parent = record(D->getParent());
  S.Entities[F].TypeId = TypeId;
  S.Entities[F].Parent = Parent;
  return F;
}

Id Tables::variable(const VarDecl *D) {
  const Decl *Key = D->getCanonicalDecl();
  if (auto It = EntityIds.find(Key); It != EntityIds.end())
    return It->second;
  const VarDecl *Def = D;
  if (D->hasGlobalStorage() && D->getDefinition())
    Def = D->getDefinition();
  Entity E;
  E.Kind = EntityKind::Variable;
  E.USR = usr(Key);
  E.Name = D->getNameAsString();
  E.QualifiedName = D->isLocalVarDeclOrParm() ? E.Name : qualifiedName(D);
  E.Loc = place(Def->getLocation());
  if (isa<ParmVarDecl>(D))
    E.Store = Storage::Param;
  else if (!D->hasGlobalStorage())
    E.Store = Storage::Local;
  else if (D->isStaticDataMember())
    E.Store = Storage::StaticMember;
  else
    E.Store = D->isStaticLocal() || D->isLocalVarDecl() ? Storage::StaticLocal
                                                        : Storage::Global;
  auto Set = [&](bool On, uint32_t Bit) { E.Flags |= On ? Bit : 0; };
  Set(isProject(Def), EF_Project);
  Set(Def->isThisDeclarationADefinition() != VarDecl::DeclarationOnly,
      EF_Defined);
  Set(D->isConstexpr(), EF_Constexpr | EF_Const);
  Set(isDeepConst(D->getType(), Context), EF_Const);
  Set(D->getTSCSpec() != TSCS_unspecified, EF_ThreadLocal);
  Set(D->hasGlobalStorage() && !D->isExternallyVisible(), EF_Internal);
  // A name that a macro pasted together is spelt nowhere: what stands before it
  // says whose macro it was.
  SourceLocation Spelt = sources().getSpellingLoc(D->getLocation());
  if (sources().isWrittenInScratchSpace(Spelt))
    Spelt = sources().getSpellingLoc(D->getBeginLoc());
  Set(D->getLocation().isMacroID() && !isProject(Spelt), EF_Macro);
  Id V = add(Key, std::move(E));
  Id TypeId = type(D->getType());
  Id Parent = None;
  if (D->isStaticDataMember())
    Parent = record(cast<RecordDecl>(D->getDeclContext()));
  else if (const auto *F =
               dyn_cast_or_null<FunctionDecl>(D->getParentFunctionOrMethod()))
    Parent = function(F);
  S.Entities[V].TypeId = TypeId;
  S.Entities[V].Parent = Parent;
  return V;
}

Id Tables::function(const FunctionDecl *D) {
  const Decl *Key = D->getCanonicalDecl();
  if (auto It = EntityIds.find(Key); It != EntityIds.end())
    return It->second;
  const FunctionDecl *Def = D;
  D->hasBody(Def);
  if (!Def)
    Def = D;
  Entity E;
  E.Kind = EntityKind::Function;
  E.USR = usr(Key);
  E.Name = nameOf(D);
  E.QualifiedName = qualifiedName(D);
  E.Loc = place(Def->getLocation());
  E.Flags = functionFlags(D);
  if (isProject(Def) || isProject(D))
    E.Flags |= EF_Project;
  Id F = add(Key, std::move(E));
  Id Result = type(D->getReturnType());
  Id Parent = None;
  std::vector<Id> Params, Bases;
  if (const auto *M = dyn_cast<CXXMethodDecl>(D)) {
    Parent = record(M->getParent());
    for (const CXXMethodDecl *O : M->overridden_methods())
      Bases.push_back(function(O));
  }
  // Parameters of other people's functions need no entities of their own.
  if (S.Entities[F].has(EF_Project))
    for (const ParmVarDecl *P : Def->parameters())
      Params.push_back(variable(P));
  Entity &Out = S.Entities[F];
  Out.TypeId = Result;
  Out.Parent = Parent;
  Out.Params = std::move(Params);
  Out.Bases = std::move(Bases);
  return F;
}

Id Tables::defaultConstructor(const CXXRecordDecl *D) {
  Id R = record(D);
  Entity E;
  E.Kind = EntityKind::Function;
  E.USR = S.Entities[R].USR + "#default-init";
  E.Name = S.Entities[R].Name;
  E.QualifiedName = S.Entities[R].QualifiedName + "::" + E.Name;
  E.Loc = S.Entities[R].Loc;
  E.Parent = R;
  E.Flags = EF_Project | EF_Ctor | EF_Body;
  S.Entities.push_back(std::move(E));
  return S.Entities.size() - 1;
}

Id Tables::staticInit() {
  if (StaticInitId != None)
    return StaticInitId;
  Entity E;
  E.Kind = EntityKind::Function;
  E.USR = S.MainFile + "#static-init";
  E.Name = E.QualifiedName = "(static initialisation)";
  E.Flags = EF_Project | EF_StaticInit | EF_Internal | EF_Body;
  S.Entities.push_back(std::move(E));
  return StaticInitId = S.Entities.size() - 1;
}

} // namespace factor6
