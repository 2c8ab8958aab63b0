//===- Uploads.cpp - Is a request's body written to a file? ---------------===//
#include "derive/Files.h"

namespace factor6 {

namespace {

constexpr llvm::StringRef Words[] = {"body",     "content", "part",
                                     "upload",   "payload", "multipart",
                                     "filename", "file"};
constexpr llvm::StringRef Measures[] = {"size", "length", "empty", "count"};

/// Does a node denote the body of a request or a part of it, not merely its
/// size?
class BodyFinder {
public:
  /// \p ByName: what the names of members and functions say counts, too.
  BodyFinder(const Interpreter &I, const std::set<Id> &Readers,
             const CallEvent &Open, bool ByName)
      : I(I), P(I.program()), Readers(Readers), Open(Open), ByName(ByName) {}

  bool node(Id Ctx, Id N, unsigned Depth = 0) const {
    if (N == None || Depth > 10)
      return false;
    const FunctionBody &B = *I.body(I.activations()[Ctx].Function);
    const Node &X = B.Nodes[N];
    if (X.Kind == NodeKind::Var)
      return variable(Ctx, B, X.Ref, Depth);
    if (X.Kind == NodeKind::Field &&
        message(B, X.Ops.empty() ? None : X.Ops[0]))
      return false;
    if (X.Kind == NodeKind::Field &&
        ((hasWord(P.entity(X.Ref).Name, Words) &&
          (ByName || ofRequest(X.Ref))) ||
         (!X.Ops.empty() && member(Ctx, X.Ops[0], X.Ref, Depth + 1))))
      return true;
    if (X.Kind == NodeKind::Call ||
        (X.Kind == NodeKind::Object && X.Ref != None))
      return call(Ctx, B, B.Calls[X.Ref], X.Kind == NodeKind::Call, Depth);
    return llvm::any_of(X.Ops, [&](Id Op) { return node(Ctx, Op, Depth + 1); });
  }

private:
  /// What a broker delivers is no upload.
  bool message(const FunctionBody &B, Id Object) const {
    if (Object == None)
      return false;
    const Type &T = P.type(I.types().target(B.Nodes[Object].TypeId));
    const ClassModel *M = I.models().type(T.Name);
    return M && M->Message;
  }

  /// A library says that the member is the client's.
  bool ofRequest(Id Field) const {
    const FieldModel *M = I.models().field(P.entity(Field).QualifiedName);
    return M && M->Reads == Origin::Request;
  }

  bool call(Id Ctx, const FunctionBody &B, const CallFact &C, bool Result,
            unsigned Depth) const {
    if (llvm::is_contained(Measures, C.Name) || message(B, C.Receiver))
      return false;
    const FunctionModel *M = I.model(C, B);
    if (Result &&
        ((ByName && hasWord(C.Name, Words)) || (M && M->BodyArg == ArgResult) ||
         node(Ctx, C.Receiver, Depth + 1)))
      return true;
    return llvm::any_of(C.Args, [&](Id A) { return node(Ctx, A, Depth + 1); });
  }

  bool variable(Id Ctx, const FunctionBody &B, Id V, unsigned Depth) const {
    const Entity &F = P.entity(B.Function);
    if (auto At = llvm::find(F.Params, V); At != F.Params.end())
      return parameter(Ctx, F, At - F.Params.begin(), Depth);
    if (P.entity(V).Store != Storage::Local || P.entity(V).Parent != B.Function)
      return false;
    for (const Stmt &S : B.Stmts)
      if (S.Kind == StmtKind::Store && isVariable(B, S.A, V) &&
          node(Ctx, S.B, Depth + 1))
        return true;
    return llvm::any_of(
        B.Calls, [&](const CallFact &C) { return fills(Ctx, B, C, V, Depth); });
  }

  /// What an object, here or at a caller's, has been given for a member.
  bool member(Id Ctx, Id Object, Id Field, unsigned Depth) const {
    const FunctionBody &B = *I.body(I.activations()[Ctx].Function);
    while (Object != None && (B.Nodes[Object].Kind == NodeKind::Addr ||
                              B.Nodes[Object].Kind == NodeKind::Deref ||
                              B.Nodes[Object].Kind == NodeKind::Cast))
      Object = B.Nodes[Object].Ops.empty() ? None : B.Nodes[Object].Ops[0];
    if (Object == None || Depth > 8 || B.Nodes[Object].Kind != NodeKind::Var)
      return false;
    Id V = B.Nodes[Object].Ref;
    const Entity &F = P.entity(B.Function);
    if (auto At = llvm::find(F.Params, V); At != F.Params.end())
      return llvm::any_of(I.activations()[Ctx].Callers, [&](const auto &C) {
        Id Given = argument(C, At - F.Params.begin());
        return Given != None && member(C.Caller, Given, Field, Depth + 1);
      });
    return P.entity(V).Store == Storage::Local &&
           P.entity(V).Parent == B.Function && filled(Ctx, V, Field, Depth);
  }

  /// The function that declares an object puts the body into a member of it.
  bool filled(Id Ctx, Id V, Id Field, unsigned Depth) const {
    const FunctionBody &B = *I.body(I.activations()[Ctx].Function);
    auto Is = [&](Id N) {
      return N != None && B.Nodes[N].Kind == NodeKind::Field &&
             B.Nodes[N].Ref == Field && !B.Nodes[N].Ops.empty() &&
             isVariable(B, B.Nodes[N].Ops[0], V);
    };
    const std::vector<Id> &Members = P.entity(P.entity(Field).Parent).Members;
    size_t Index = llvm::find(Members, Field) - Members.begin();
    for (const Stmt &S : B.Stmts) {
      Id Value = None;
      if (S.Kind == StmtKind::Store && Is(S.A))
        Value = S.B;
      else if (S.Kind == StmtKind::Store && isVariable(B, S.A, V) &&
               S.B != None && B.Nodes[S.B].Kind == NodeKind::List &&
               Index < B.Nodes[S.B].Ops.size())
        Value = B.Nodes[S.B].Ops[Index];
      else if (S.Kind == StmtKind::Call && Is(B.Calls[S.A].Receiver) &&
               !B.Calls[S.A].Args.empty() &&
               ((B.Calls[S.A].Flags & CF_Construct) ||
                llvm::is_contained({"operator=", "assign"}, B.Calls[S.A].Name)))
        Value = B.Calls[S.A].Args[0];
      if (node(Ctx, Value, Depth + 1))
        return true;
    }
    return false;
  }

  /// What a caller passes for a parameter.
  Id argument(const Activation::CallerArgs &C, size_t Index) const {
    if (C.Caller == None || C.Call == None)
      return None;
    const auto &Args =
        I.body(I.activations()[C.Caller].Function)->Calls[C.Call].Args;
    return Index < Args.size() ? Args[Index] : None;
  }

  /// A callable that is handed to a method of what yields the body later.
  bool continues(const Activation::CallerArgs &C, unsigned Depth) const {
    if (C.Caller == None || C.Call == None)
      return false;
    const FunctionBody &B = *I.body(I.activations()[C.Caller].Function);
    const CallFact &Outer = B.Calls[C.Call];
    auto TakesCallable = [&](const CallFact &X) {
      const FunctionModel *M = I.model(X, B);
      return M && !M->Callables.empty();
    };
    if (Outer.Receiver == None || !TakesCallable(Outer) ||
        I.types().role(B.Nodes[Outer.Receiver].TypeId) != Role::Future)
      return false;
    // What an earlier one made of the body is not the body.
    const Node &Task = B.Nodes[Outer.Receiver];
    return (Task.Kind != NodeKind::Call || !TakesCallable(B.Calls[Task.Ref])) &&
           node(C.Caller, Outer.Receiver, Depth + 1);
  }

  bool parameter(Id Ctx, const Entity &F, size_t Index, unsigned Depth) const {
    if (Readers.count(I.activations()[Ctx].Function))
      return true;
    for (Id Base : F.Bases)
      if (const FunctionModel *M =
              I.models().function(P.entity(Base).QualifiedName);
          M && M->BodyArg == int(Index))
        return true;
    for (const auto &C : I.activations()[Ctx].Callers)
      if (node(C.Caller, argument(C, Index), Depth + 1) ||
          continues(C, Depth + 1))
        return true;
    return false;
  }

  /// The call reads the variable from the client, or copies what is the body
  /// there.
  bool fills(Id Ctx, const FunctionBody &B, const CallFact &C, Id V,
             unsigned Depth) const {
    const FunctionModel *M = I.model(C, B);
    if (!M)
      return false;
    for (int Out : M->WritesArgs) {
      if (Out < 0 || Out >= int(C.Args.size()) ||
          !isVariable(B, C.Args[Out], V))
        continue;
      for (size_t A = 0; A < C.Args.size(); ++A)
        if (int(A) != Out && node(Ctx, C.Args[A], Depth + 1))
          return true;
      // Read on and on after the file was opened: not the request's line.
      if (M->JobSource && Ctx == Open.Ctx && &C > &B.Calls[Open.Call])
        return true;
    }
    return false;
  }

  const Interpreter &I;
  const Program &P;
  const std::set<Id> &Readers;
  const CallEvent &Open;
  bool ByName;
};

/// The framework handed the handler a reader, and the handler hands it this
/// lambda: what the lambda gets is the request's body.
bool receivesBody(const Program &P, const FunctionBody &Handler, Id Lambda) {
  for (const CallFact &C : Handler.Calls) {
    Id Callee = C.Receiver != None ? C.Receiver : C.CalleeNode;
    bool Handed = Callee != None &&
                  Handler.Nodes[Callee].Kind == NodeKind::Var &&
                  P.entity(Handler.Nodes[Callee].Ref).Store == Storage::Param;
    for (Id A : C.Args) {
      Id N = A;
      while (N != None && Handler.Nodes[N].Kind != NodeKind::Lambda) {
        const Node &X = Handler.Nodes[N];
        if (X.Kind == NodeKind::Object && X.Ref != None &&
            !Handler.Calls[X.Ref].Args.empty())
          N = Handler.Calls[X.Ref].Args[0];
        else
          N = X.Kind == NodeKind::Cast && !X.Ops.empty() ? X.Ops[0] : None;
      }
      if (Handed && N != None && Handler.Nodes[N].Ref == Lambda)
        return true;
    }
  }
  return false;
}

} // namespace

/// Functions of the project that a library calls with pieces of the body.
void Files::findBodyReaders() {
  for (const FunctionBody &B : P.Bodies)
    for (const CallFact &C : B.Calls) {
      const FunctionModel *M = I.model(C, B);
      if (!M || M->BodyArg < 0 || M->BodyArg >= int(C.Args.size()))
        continue;
      Id N = C.Args[M->BodyArg];
      while (N != None && (B.Nodes[N].Kind == NodeKind::Cast ||
                           B.Nodes[N].Kind == NodeKind::Addr))
        N = B.Nodes[N].Ops.empty() ? None : B.Nodes[N].Ops[0];
      if (N != None && (B.Nodes[N].Kind == NodeKind::Func ||
                        B.Nodes[N].Kind == NodeKind::Lambda))
        BodyReaders.insert(B.Nodes[N].Ref);
    }
}

/// The node is a part of a request, as the library gives it.
bool Files::partOfRequest(const FunctionBody &B, Id N) const {
  while (N != None) {
    const Node &X = B.Nodes[N];
    if (I.types().role(I.types().target(X.TypeId)) == Role::RequestObject)
      return true;
    N = X.Kind == NodeKind::Call  ? B.Calls[X.Ref].Receiver
        : X.Kind == NodeKind::Var ? None
        : X.Ops.empty()           ? None
                                  : X.Ops[0];
  }
  return false;
}

/// A hand-written write of the request's body or of a part of it.
bool Files::uploaded(const FileOp &Op) const {
  if (Op.Upload)
    return true;
  const CallEvent &Open = *Op.Event;
  const FunctionBody &B = *I.body(I.activations()[Open.Ctx].Function);
  constexpr uint32_t FromRequest = 1u << unsigned(Origin::Request);
  // A request whose body is a file.
  if (Op.Spec->HandleArg == ArgReceiver &&
      partOfRequest(B, B.Calls[Open.Call].Receiver))
    return true;
  Id Handle = handleOf(B, Open.StmtIndex);
  BodyFinder Body(I, BodyReaders, Open, false),
      Named(I, BodyReaders, Open, true);
  if (Op.Spec->DataArg != ArgNone) {
    const CallFact &C = B.Calls[Open.Call];
    int Arg = C.fromEnd(Op.Spec->DataArg);
    bool Own = Arg == ArgReceiver;
    if (!Own && (Arg < 0 || Arg >= int(C.Args.size())))
      return false;
    Id Data = Own ? C.Receiver : C.Args[Arg];
    const ValueSet &V = Own ? Open.ReceiverValues : Open.Args[Arg];
    return Body.node(Open.Ctx, Data) ||
           ((I.origins(V) & FromRequest) && Named.node(Open.Ctx, Data));
  }
  for (const CallEvent &E : I.events()) {
    if (E.Model->HandleUses.empty() || E.When != Open.When)
      continue;
    const FunctionBody &Here = *I.body(I.activations()[E.Ctx].Function);
    bool Inside = E.Ctx == Open.Ctx;
    if (Inside ? E.StmtIndex <= Open.StmtIndex
               : !P.entity(Here.Function).has(EF_Lambda))
      continue;
    const CallFact &C = Here.Calls[E.Call];
    for (const HandleUse &H : E.Model->HandleUses) {
      if (H.Does != HandleAction::Write)
        continue;
      Id Used = H.Arg == ArgReceiver                       ? C.Receiver
                : H.Arg >= 0 && H.Arg < int(C.Args.size()) ? C.Args[H.Arg]
                                                           : None;
      if (Used == None)
        continue;
      const Node &U = Here.Nodes[Used];
      bool Same =
          U.Kind == NodeKind::Var || U.Kind == NodeKind::Field
              ? Handle != None && U.Ref == Handle
              : Inside && U.Kind == NodeKind::Object && U.Ref == Open.Call;
      if (!Same)
        continue;
      for (size_t A = 0; A < C.Args.size(); ++A) {
        if (int(A) == H.Arg || C.Args[A] == None)
          continue;
        if (Body.node(E.Ctx, C.Args[A]) ||
            ((I.origins(E.Args[A]) & FromRequest) &&
             Named.node(E.Ctx, C.Args[A])))
          return true;
        const Node &Data = Here.Nodes[C.Args[A]];
        if (!Inside && Data.Kind == NodeKind::Var &&
            llvm::is_contained(P.entity(Here.Function).Params, Data.Ref) &&
            receivesBody(P, B, Here.Function))
          return true;
      }
    }
  }
  return false;
}

} // namespace factor6
