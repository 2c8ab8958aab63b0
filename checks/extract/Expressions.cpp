//===- Expressions.cpp - What expressions denote --------------------------===//
#include "extract/BodyBuilder.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprConcepts.h"

#include "llvm/Support/ConvertUTF.h"

using namespace clang;

namespace factor6 {

BodyBuilder::BodyBuilder(Tables &T, Id Function,
                         std::vector<const LambdaExpr *> &Pending)
    : T(T), Pending(Pending) {
  B.Function = Function;
}

Id BodyBuilder::node(NodeKind Kind, const Expr *E, std::vector<Id> Ops,
                     Id Ref) {
  Node N;
  N.Kind = Kind;
  N.Ref = Ref;
  N.Ops = std::move(Ops);
  if (E) {
    N.TypeId = T.type(E->getType());
    N.Loc = T.place(E->getExprLoc());
  }
  B.Nodes.push_back(std::move(N));
  return B.Nodes.size() - 1;
}

Id BodyBuilder::varNode(const VarDecl *V, SourceLocation Loc) {
  Node N;
  N.Kind = NodeKind::Var;
  N.Ref = T.variable(V);
  N.TypeId = T.type(V->getType());
  N.Loc = T.place(Loc);
  B.Nodes.push_back(std::move(N));
  return B.Nodes.size() - 1;
}

Id BodyBuilder::emit(StmtKind Kind, SourceLocation Loc, Id A, Id BOp) {
  Stmt S;
  S.Kind = Kind;
  S.A = A;
  S.B = BOp;
  S.Region = RegionStack.empty() ? None : RegionStack.back();
  S.Loc = T.place(Loc);
  B.Stmts.push_back(S);
  return B.Stmts.size() - 1;
}

void BodyBuilder::write(Id N, WriteHow How, SourceLocation Loc) {
  if (N == None)
    return;
  if (B.Nodes[N].Kind == NodeKind::Choice) // `++(c ? a : b)`
    for (Id Either : std::vector<Id>(B.Nodes[N].Ops))
      write(Either, How, Loc);
  else
    B.Stmts[emit(StmtKind::Write, Loc, N)].How = How;
}

/// A call of the project's own that returns a reference: `if (flag())` reads
/// what flag() refers to. So does a library's function: `std::get<0>(pair)`.
bool BodyBuilder::handsOut(Id N) const {
  const CallFact &C = B.Calls[B.Nodes[N].Ref];
  Id Callee = C.Callee;
  if (Callee == None ||
      (!T.entity(Callee).has(EF_Project) && C.Receiver != None))
    return false;
  Id Result = T.entity(Callee).TypeId;
  return Result != None && T.summary().Types[Result].Kind == TypeKind::LRef;
}

void BodyBuilder::read(Id N, SourceLocation Loc) {
  if (N == None)
    return;
  NodeKind K = B.Nodes[N].Kind;
  if (K == NodeKind::Field || K == NodeKind::Call || K == NodeKind::Choice)
    noteSubscriptRead(N);
  if (K != NodeKind::Var && K != NodeKind::Field && K != NodeKind::Elem &&
      K != NodeKind::Deref && !(K == NodeKind::Call && handsOut(N)))
    return;
  Id I = emit(StmtKind::Read, Loc, N, Context.Call);
  B.Stmts[I].UseOf = Context.How;
}

Id BodyBuilder::exprUsed(const Expr *E, Use How, Id Call) {
  UseContext Saved = Context;
  Context = {How, Call};
  Id N = expr(E);
  Context = Saved;
  return N;
}

Id BodyBuilder::expr(const Expr *E) {
  if (!E)
    return None;
  E = E->IgnoreParens();
  Id N = otherExpr(E);
  NodeOf[E] = N;
  return N;
}

/// Wrappers that denote what their operand denotes.
Id BodyBuilder::passThrough(const Expr *E, bool &Done) {
  Done = true;
  if (const auto *X = dyn_cast<FullExpr>(E))
    return expr(X->getSubExpr());
  if (const auto *X = dyn_cast<MaterializeTemporaryExpr>(E))
    return expr(X->getSubExpr());
  if (const auto *X = dyn_cast<CXXBindTemporaryExpr>(E))
    return expr(X->getSubExpr());
  if (const auto *X = dyn_cast<SubstNonTypeTemplateParmExpr>(E))
    return expr(X->getReplacement());
  if (const auto *X = dyn_cast<CXXDefaultArgExpr>(E))
    return expr(X->getExpr());
  if (const auto *X = dyn_cast<CXXDefaultInitExpr>(E))
    return expr(X->getExpr());
  if (const auto *X = dyn_cast<CXXStdInitializerListExpr>(E))
    return expr(X->getSubExpr());
  if (const auto *X = dyn_cast<OpaqueValueExpr>(E))
    return expr(X->getSourceExpr());
  if (const auto *X = dyn_cast<CXXRewrittenBinaryOperator>(E))
    return expr(X->getSemanticForm());
  if (const auto *X = dyn_cast<CompoundLiteralExpr>(E))
    return expr(X->getInitializer());
  if (const auto *X = dyn_cast<CoroutineSuspendExpr>(E)) // uses what it awaits
    return Context.How == Use::Discarded ? exprUsed(X->getOperand(), Use::Other)
                                         : expr(X->getOperand());
  if (const auto *X = dyn_cast<ChooseExpr>(E))
    return expr(X->getChosenSubExpr());
  if (const auto *X = dyn_cast<GenericSelectionExpr>(E))
    if (!X->isResultDependent())
      return expr(X->getResultExpr());
  Done = false;
  return None;
}

Id BodyBuilder::otherExpr(const Expr *E) {
  bool Done;
  if (Id N = passThrough(E, Done); Done)
    return N;
  if (const auto *X = dyn_cast<DeclRefExpr>(E))
    return declRef(X);
  if (const auto *X = dyn_cast<MemberExpr>(E))
    return member(X);
  if (isa<CXXThisExpr>(E))
    return node(NodeKind::This, E);
  if (const auto *X = dyn_cast<CastExpr>(E))
    return cast(X);
  if (const auto *X = dyn_cast<CallExpr>(E))
    return call(X);
  if (const auto *X = dyn_cast<CXXConstructExpr>(E))
    return construct(X, None);
  if (const auto *X = dyn_cast<StringLiteral>(E))
    return literal(X);
  if (const auto *X = dyn_cast<UnaryOperator>(E))
    return unary(X);
  if (const auto *X = dyn_cast<BinaryOperator>(E))
    return binary(X);
  if (const auto *X = dyn_cast<AbstractConditionalOperator>(E)) {
    exprUsed(X->getCond(), Use::Condition);
    Id L = expr(X->getTrueExpr()), R = expr(X->getFalseExpr());
    return node(NodeKind::Choice, E, {L, R});
  }
  if (const auto *X = dyn_cast<ArraySubscriptExpr>(E)) {
    Id Base = expr(X->getBase()), Key = expr(X->getIdx());
    return node(NodeKind::Elem, E, {Base, Key});
  }
  if (const auto *X = dyn_cast<LambdaExpr>(E))
    return lambda(X);
  if (const auto *X = dyn_cast<CXXNewExpr>(E))
    return newObject(X);
  if (const auto *X = dyn_cast<CXXDeleteExpr>(E)) {
    Id N = expr(X->getArgument());
    mark(E, emit(StmtKind::Delete, E->getExprLoc(), N));
    return None;
  }
  if (const auto *X = dyn_cast<InitListExpr>(E))
    return initList(X);
  if (const auto *X = dyn_cast<CXXThrowExpr>(E)) {
    if (X->getSubExpr())
      expr(X->getSubExpr());
    mark(E, emit(StmtKind::Throw, E->getExprLoc(), None));
    return None;
  }
  return dependent(E);
}

Id BodyBuilder::declRef(const DeclRefExpr *E) {
  const ValueDecl *D = E->getDecl();
  if (const auto *V = dyn_cast<VarDecl>(D))
    return varNode(V, E->getExprLoc());
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    return node(NodeKind::Func, E, {}, T.function(F));
  if (const auto *BD = dyn_cast<BindingDecl>(D)) {
    if (BD->getHoldingVar())
      if (const auto *V = dyn_cast<VarDecl>(BD->getDecomposedDecl())) {
        Id Whole = varNode(V, E->getExprLoc()); // of which it is a part
        B.Nodes[Whole].TypeId = T.type(E->getType());
        return Whole;
      }
    return BD->getBinding() ? expr(BD->getBinding())
                            : node(NodeKind::Unknown, E);
  }
  if (const auto *C = dyn_cast<EnumConstantDecl>(D)) {
    Id N = node(NodeKind::Int, E);
    B.Nodes[N].Value = C->getInitVal().getExtValue();
    return N;
  }
  return node(NodeKind::Unknown, E);
}

Id BodyBuilder::member(const MemberExpr *E) {
  const ValueDecl *D = E->getMemberDecl();
  if (const auto *V = dyn_cast<VarDecl>(D)) {
    expr(E->getBase());
    return varNode(V, E->getExprLoc());
  }
  Id Base = expr(E->getBase());
  if (const auto *F = dyn_cast<FieldDecl>(D)) {
    if (F->isAnonymousStructOrUnion())
      return Base;
    return node(NodeKind::Field, E, {Base}, T.field(F));
  }
  if (const auto *M = dyn_cast<CXXMethodDecl>(D))
    return node(NodeKind::Func, E, {}, T.function(M));
  return node(NodeKind::Unknown, E);
}

Id BodyBuilder::unary(const UnaryOperator *E) {
  switch (E->getOpcode()) {
  case UO_Deref:
    return node(NodeKind::Deref, E, {expr(E->getSubExpr())});
  case UO_AddrOf: {
    if (const auto *D = dyn_cast<DeclRefExpr>(E->getSubExpr()->IgnoreParens()))
      if (const auto *F = dyn_cast<FieldDecl>(D->getDecl()))
        return node(NodeKind::Func, E, {}, T.field(F)); // `&Class::member`
    Id N = expr(E->getSubExpr());
    if (N != None && B.Nodes[N].Kind == NodeKind::Func)
      return N;
    return node(NodeKind::Addr, E, {N});
  }
  case UO_PostInc:
  case UO_PostDec:
  case UO_PreInc:
  case UO_PreDec: {
    Id N = expr(E->getSubExpr());
    write(N, WriteHow::Increment, E->getExprLoc());
    if (Context.How != Use::Discarded)
      read(N, E->getExprLoc());
    return N;
  }
  case UO_Plus: // `+[] {}`: a pointer to the function
    if (E->getType()->isPointerType())
      return expr(E->getSubExpr());
    break;
  case UO_Extension:
    return expr(E->getSubExpr());
  default:
    break;
  }
  if (Id C = constantInt(E); C != None)
    return C;
  return node(NodeKind::Arith, E, {expr(E->getSubExpr())});
}

Id BodyBuilder::assignment(const BinaryOperator *E) {
  Id L, R;
  if (E->getOpcode() == BO_Assign) {
    R = exprUsed(E->getRHS(), Use::Assigned);
    L = expr(E->getLHS());
    // The left side may be made last, but a node's operands come first.
    Id S = emit(StmtKind::Store, E->getExprLoc(), L, R);
    mark(E, S);
    write(L, WriteHow::Assign, E->getExprLoc());
  } else {
    R = exprUsed(E->getRHS(), Use::Arithmetic);
    L = expr(E->getLHS());
    write(L, WriteHow::Compound, E->getExprLoc());
  }
  return L;
}

Id BodyBuilder::binary(const BinaryOperator *E) {
  if (E->isAssignmentOp())
    return assignment(E);
  if (E->getOpcode() == BO_Comma) {
    exprUsed(E->getLHS(), Use::Discarded);
    return expr(E->getRHS());
  }
  if (E->isPtrMemOp()) {
    Id Base = expr(E->getLHS()), Member = expr(E->getRHS());
    return node(NodeKind::Elem, E, {Base, Member});
  }
  if (Id C = constantInt(E); C != None)
    return C;
  Use How =
      E->isComparisonOp() || E->isLogicalOp() ? Use::Condition : Context.How;
  Id Call = How == Use::Condition ? None : Context.Call;
  Id L = exprUsed(E->getLHS(), How, Call), R = exprUsed(E->getRHS(), How, Call);
  if (E->getType()->isPointerType() && E->isAdditiveOp()) {
    bool Left = E->getLHS()->getType()->isPointerType();
    Id Element = node(NodeKind::Elem, E, {Left ? L : R, Left ? R : L});
    return node(NodeKind::Addr, E, {Element});
  }
  return node(NodeKind::Arith, E, {L, R});
}

Id BodyBuilder::cast(const CastExpr *E) {
  switch (E->getCastKind()) {
  case CK_LValueToRValue: {
    Id N = expr(E->getSubExpr());
    read(N, E->getExprLoc());
    return N;
  }
  case CK_ToVoid:
    return exprUsed(E->getSubExpr(), Use::Discarded);
  case CK_BaseToDerived:
  case CK_Dynamic:
  case CK_BitCast:
  case CK_IntegralToPointer:
    if (isa<ExplicitCastExpr>(E) || // C makes a job of a `void *` by itself
        (E->getSubExpr()->getType()->isVoidPointerType() &&
         !E->getType()->isVoidPointerType()))
      return node(NodeKind::Cast, E, {expr(E->getSubExpr())});
    return expr(E->getSubExpr());
  case CK_IntegralCast:
  case CK_IntegralToBoolean:
    if (Id C = constantInt(E); C != None)
      return C;
    return expr(E->getSubExpr());
  case CK_Dependent:
    return node(NodeKind::Cast, E, {expr(E->getSubExpr())});
  default:
    return expr(E->getSubExpr());
  }
}

Id BodyBuilder::constantInt(const Expr *E) {
  if (E->isValueDependent() || E->isTypeDependent() ||
      !E->getType()->isIntegralOrEnumerationType())
    return None;
  Expr::EvalResult Result;
  if (!E->EvaluateAsInt(Result, T.context(), Expr::SE_NoSideEffects) ||
      !Result.Val.isInt())
    return None;
  Id N = node(NodeKind::Int, E);
  const llvm::APSInt &V = Result.Val.getInt();
  B.Nodes[N].Value =
      V.isRepresentableByInt64() ? V.getExtValue() : int64_t(V.getZExtValue());
  return N;
}

Id BodyBuilder::literal(const StringLiteral *E) {
  Id N = node(NodeKind::Str, E);
  if (E->getCharByteWidth() == 1) {
    B.Nodes[N].Text = E->getString().str();
  } else if (E->getCharByteWidth() == 2) {
    SmallVector<llvm::UTF16, 32> Units;
    for (unsigned I = 0; I < E->getLength(); ++I)
      Units.push_back(llvm::UTF16(E->getCodeUnit(I)));
    llvm::convertUTF16ToUTF8String(Units, B.Nodes[N].Text);
  }
  // Of a macro's text: where it is written, not each of its uses.
  SourceLocation Written = T.sources().getSpellingLoc(E->getBeginLoc());
  B.Nodes[N].Loc = T.place(T.isProject(Written) ? Written : E->getBeginLoc());
  return N;
}

} // namespace factor6
