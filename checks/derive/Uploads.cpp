//===- Uploads.cpp - Is a request's body written to a file? ---------------===//
#include "derive/Files.h"

namespace factor6 {

namespace {

/// Does the node denote the body or a part of an upload, not merely its size?
bool uploadNode(const Interpreter &I, Id Ctx, Id N, unsigned Depth) {
  const Program &P = I.program();
  if (N == None || Depth > 8)
    return false;
  static constexpr llvm::StringRef Words[] = {
      "body",    "content",   "part",     "upload",
      "payload", "multipart", "filename", "file"};
  static constexpr llvm::StringRef Measures[] = {"size", "length", "empty",
                                                 "count"};
  const FunctionBody &B = *I.body(I.activations()[Ctx].Function);
  const Node &X = B.Nodes[N];
  if (X.Kind == NodeKind::Field && hasWord(P.entity(X.Ref).Name, Words))
    return true;
  if (X.Kind == NodeKind::Call ||
      (X.Kind == NodeKind::Object && X.Ref != None)) {
    const CallFact &C = B.Calls[X.Ref];
    if (llvm::is_contained(Measures, C.Name))
      return false;
    if (X.Kind == NodeKind::Call && hasWord(C.Name, Words))
      return true;
    if (X.Kind == NodeKind::Call && uploadNode(I, Ctx, C.Receiver, Depth + 1))
      return true;
    return llvm::any_of(C.Args,
                        [&](Id A) { return uploadNode(I, Ctx, A, Depth + 1); });
  }
  if (X.Kind == NodeKind::Var) {
    const Entity &V = P.entity(X.Ref);
    const Entity &F = P.entity(B.Function);
    if (auto At = llvm::find(F.Params, X.Ref); At != F.Params.end()) {
      size_t Index = At - F.Params.begin();
      for (const auto &C : I.activations()[Ctx].Callers) {
        if (C.Caller == None || C.Call == None)
          continue;
        const CallFact &Outer =
            I.body(I.activations()[C.Caller].Function)->Calls[C.Call];
        if (Index < Outer.Args.size() &&
            uploadNode(I, C.Caller, Outer.Args[Index], Depth + 1))
          return true;
      }
    } else if (V.Store == Storage::Local && V.Parent == B.Function) {
      for (const Stmt &S : B.Stmts)
        if (S.Kind == StmtKind::Store && S.A != None &&
            B.Nodes[S.A].Kind == NodeKind::Var && B.Nodes[S.A].Ref == X.Ref &&
            uploadNode(I, Ctx, S.B, Depth + 1))
          return true;
    }
    return false;
  }
  return llvm::any_of(X.Ops,
                      [&](Id Op) { return uploadNode(I, Ctx, Op, Depth + 1); });
}

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

/// A hand-written write of the request's body or of a part of it.
bool Files::uploaded(const FileOp &Op) const {
  if (Op.Upload)
    return true;
  const CallEvent &Open = *Op.Event;
  const FunctionBody &B = *I.body(I.activations()[Open.Ctx].Function);
  constexpr uint32_t FromRequest = 1u << unsigned(Origin::Request);
  Id Handle = handleOf(B, Open.StmtIndex);
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
          U.Kind == NodeKind::Var
              ? Handle != None && U.Ref == Handle
              : Inside && U.Kind == NodeKind::Object && U.Ref == Open.Call;
      if (!Same)
        continue;
      for (size_t A = 0; A < C.Args.size(); ++A) {
        if (int(A) == H.Arg || C.Args[A] == None)
          continue;
        if ((I.origins(E.Args[A]) & FromRequest) &&
            uploadNode(I, E.Ctx, C.Args[A], 0))
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
