//===- TypeTable.cpp - Types as judgement needs them ----------------------===//
#include "extract/Tables.h"

#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace factor6 {

Id Tables::internType(Type T) {
  std::string Key = std::to_string(int(T.Kind)) + (T.Const ? "c" : "") +
                    (T.Template ? "t" : "") + std::to_string(T.Record) + "|" +
                    T.Name + "|" + T.Alias;
  for (Id A : T.Args)
    Key += "," + std::to_string(A);
  auto [It, New] = TypeKeys.try_emplace(Key, S.Types.size());
  if (New)
    S.Types.push_back(std::move(T));
  return It->second;
}

Id Tables::type(QualType T) { return typeAt(T, 0); }

Id Tables::typeAt(QualType T, unsigned Depth) {
  if (T.isNull() || Depth > 4)
    return None;
  if (auto It = TypeCache.find(T.getAsOpaquePtr()); It != TypeCache.end())
    return It->second;
  Id Result = internType(describe(T, Depth));
  if (Depth == 0)
    TypeCache[T.getAsOpaquePtr()] = Result;
  return Result;
}

/// The template arguments as they are written: `map<string, user_handle>`.
static ArrayRef<TemplateArgument> writtenArgs(QualType T) {
  const auto *X = T->getAs<TemplateSpecializationType>();
  while (X && X->isTypeAlias())
    X = X->getAliasedType()->getAs<TemplateSpecializationType>();
  return X ? X->template_arguments() : ArrayRef<TemplateArgument>();
}

void Tables::addTemplateArgs(Type &Out, QualType T, const RecordDecl *D,
                             unsigned Depth) {
  const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(D);
  if (!Spec)
    return;
  Out.Template = true;
  auto One = [&](const TemplateArgument &A) {
    if (A.getKind() == TemplateArgument::Type && Out.Args.size() < 6)
      if (Id Arg = typeAt(A.getAsType(), Depth + 1); Arg != None)
        Out.Args.push_back(Arg);
  };
  ArrayRef<TemplateArgument> Written = writtenArgs(T);
  for (const TemplateArgument &A : Spec->getTemplateArgs().asArray()) {
    // Only what is written keeps the names of typedefs.
    if (!Written.empty()) {
      TemplateArgument W = Written.front();
      Written = Written.drop_front();
      if (W.getKind() == TemplateArgument::Type &&
          A.getKind() == TemplateArgument::Type &&
          Context.hasSameType(W.getAsType(), A.getAsType())) {
        One(W);
        continue;
      }
    }
    if (A.getKind() == TemplateArgument::Pack)
      for (const TemplateArgument &P : A.pack_elements())
        One(P);
    else
      One(A);
  }
}

/// The outermost typedef of a library (models know those), else the outermost.
std::string Tables::alias(QualType T) {
  std::string Outermost;
  for (const auto *TD = T->getAs<TypedefType>(); TD;
       TD = TD->desugar()->getAs<TypedefType>()) {
    if (isa<TypeAliasTemplateDecl>(TD->getDecl()))
      continue;
    if (!isProject(TD->getDecl()))
      return qualifiedName(TD->getDecl());
    if (Outermost.empty())
      Outermost = qualifiedName(TD->getDecl());
  }
  if (const auto *X = T->getAs<TemplateSpecializationType>();
      X && X->isTypeAlias() && Outermost.empty())
    return qualifiedName(X->getTemplateName().getAsTemplateDecl());
  return Outermost;
}

Type Tables::describe(QualType T, unsigned Depth) {
  Type R;
  R.Const = T.isConstQualified();
  R.Alias = alias(T);
  QualType C = T.getCanonicalType();
  R.Const |= C.isConstQualified();
  if (const auto *A = C->getAs<AtomicType>()) { // C's `_Atomic`
    Type Of = describe(A->getValueType(), Depth);
    Of.Const |= R.Const;
    return Of;
  }
  auto Inner = [&](QualType I) {
    if (Id A = typeAt(I, Depth + 1); A != None)
      R.Args.push_back(A);
  };
  if (C->isPointerType()) {
    R.Kind = TypeKind::Pointer;
    Inner(T->getPointeeType());
  } else if (C->isReferenceType()) {
    R.Kind = C->isLValueReferenceType() ? TypeKind::LRef : TypeKind::RRef;
    Inner(T.getNonReferenceType());
  } else if (const auto *A = Context.getAsArrayType(T)) {
    R.Kind = TypeKind::Array;
    Inner(A->getElementType());
  } else if (const auto *RD = C->getAsRecordDecl()) {
    R.Kind = TypeKind::Record;
    R.Record = record(RD);
    R.Name = S.Entities[R.Record].QualifiedName;
    addTemplateArgs(R, T, RD, Depth);
  } else if (const auto *E = C->getAs<EnumType>()) {
    R.Kind = TypeKind::Enum;
    R.Name = qualifiedName(E->getDecl());
  } else if (C->isFunctionType()) {
    R.Kind = TypeKind::Function;
  } else if (C->isMemberPointerType()) {
    R.Kind = TypeKind::MemberPointer;
  } else if (C->isVoidType()) {
    R.Kind = TypeKind::Void;
  } else if (C->isBooleanType()) {
    R.Kind = TypeKind::Bool;
  } else if (C->isRealFloatingType()) {
    R.Kind = TypeKind::Float;
  } else if (C->isIntegerType() || C->isNullPtrType()) {
    R.Kind = TypeKind::Int;
    R.Name = C.getUnqualifiedType().getAsString();
  } else if (const auto *TST = C->getAs<TemplateSpecializationType>()) {
    if (const TemplateDecl *TD = TST->getTemplateName().getAsTemplateDecl()) {
      R.Kind = TypeKind::Record;
      R.Template = true;
      R.Name = qualifiedName(TD);
    }
  } else if (C->isAnyComplexType() || C->isVectorType()) {
    R.Kind = TypeKind::Int;
  }
  return R;
}

} // namespace factor6
