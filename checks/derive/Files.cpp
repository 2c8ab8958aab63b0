//===- Files.cpp - File operations and their paths ------------------------===//
#include "derive/Files.h"

namespace factor6 {

namespace {

bool changes(FileMode M) {
  switch (M) {
  case FileMode::Write:
  case FileMode::Append:
  case FileMode::Create:
  case FileMode::RenameTo:
  case FileMode::CopyTo:
  case FileMode::MakeDir:
  case FileMode::Permissions:
  case FileMode::Link:
  case FileMode::Remove:
    return true;
  default:
    return false;
  }
}

std::optional<int64_t> numberOf(const FunctionBody &B, const CallFact &C,
                                int Arg) {
  Arg = C.fromEnd(Arg);
  if (Arg < 0 || Arg >= int(C.Args.size()) || C.Args[Arg] == None)
    return std::nullopt;
  const Node &N = B.Nodes[C.Args[Arg]];
  if (N.Kind != NodeKind::Int)
    return std::nullopt;
  return N.Value;
}

/// The constants that open flags which are no number are made of.
void flagNames(const Program &P, const FunctionBody &B, Id N,
               std::set<llvm::StringRef> &Out, unsigned Depth) {
  if (N == None || Depth > 6)
    return;
  const Node &X = B.Nodes[N];
  if (X.Kind == NodeKind::Var)
    Out.insert(P.entity(X.Ref).Name);
  if (X.Kind == NodeKind::Call)
    for (Id A : B.Calls[X.Ref].Args)
      flagNames(P, B, A, Out, Depth + 1);
  for (Id Op : X.Ops)
    flagNames(P, B, Op, Out, Depth + 1);
}

} // namespace

FileMode Files::modeOf(const CallEvent &E, const FileSpec &S) const {
  const FunctionBody &B = *I.body(I.activations()[E.Ctx].Function);
  const CallFact &C = B.Calls[E.Call];
  if (S.Mode != FileMode::ByMode &&
      !(S.Mode == FileMode::Write && S.AppendMask))
    return S.Mode;
  if (std::optional<int64_t> Flags = numberOf(B, C, S.ModeArg);
      Flags && S.WriteMask | S.AppendMask) {
    if (*Flags & S.TempMask)
      return FileMode::List; // has no name, changes nothing
    bool Writes = S.Mode == FileMode::Write || (*Flags & S.WriteMask);
    if (!Writes)
      return FileMode::Read;
    return *Flags & S.AppendMask ? FileMode::Append : FileMode::Write;
  }
  int Arg = C.fromEnd(S.ModeArg);
  if ((S.WriteMask | S.AppendMask) && Arg >= 0 && Arg < int(C.Args.size())) {
    std::set<llvm::StringRef> Flags;
    flagNames(P, B, C.Args[Arg], Flags, 0);
    if (Flags.count("app"))
      return FileMode::Append;
    if (Flags.count("out") || Flags.count("trunc"))
      return FileMode::Write;
  }
  if (Arg >= 0 && Arg < int(E.Args.size()))
    for (const auto &Case : Text.cases(E.Args[Arg]))
      for (const StringCase &T : Case) {
        llvm::StringRef M = T.Text;
        if (M.contains('a'))
          return FileMode::Append;
        if (M.contains('w') || M.contains('+') || M.contains('x'))
          return FileMode::Write;
        if (M.contains('r'))
          return FileMode::Read;
      }
  if (S.Mode == FileMode::Write)
    return S.Mode;
  return S.CreateMask ? FileMode::Write : FileMode::Read;
}

/// Long-lived variables and members that hold the path.
void Files::anchors(const ValueSet &V, std::set<std::string> &Out,
                    unsigned Depth) const {
  if (Depth > 6)
    return;
  for (const Value &X : V) {
    if (X.Kind != ValueKind::Ref)
      continue;
    Id L = X.A;
    if (I.survivor(L) && I.loc(L).Kind != LocKind::Elem)
      Out.insert("loc" + std::to_string(L));
    else
      anchors(I.contents(L), Out, Depth + 1);
  }
}

void Files::describe(FileOp &Op, const ValueSet &Path) const {
  anchors(Path, Op.Anchors, 0);
  std::vector<std::string> Found;
  if (Op.PathNode != None)
    for (const Paths::Way &W : Names.ways(Op.Event->Ctx, 5))
      Found.push_back(
          Paths::text(Names.key(Names.frame(W, W.size() - 1), Op.PathNode)));
  bool Vague = Found.empty() || llvm::any_of(Found, [](const std::string &T) {
                 return T.empty() || T[0] == '*';
               });
  if (Vague) {
    std::vector<std::string> Other;
    for (const auto &Case : Text.cases(Path))
      for (const StringCase &T : Case)
        Other.push_back(T.Text);
    llvm::erase_if(Found, [](const std::string &T) {
      return llvm::StringRef(T).find_first_not_of("*/. ") ==
             llvm::StringRef::npos;
    });
    if (Found.empty())
      Found = std::move(Other);
  }
  bool AllDevice = true, AllShm = true;
  for (const std::string &T : Found) {
    llvm::StringRef S = T;
    while (S.consume_front("./"))
      ;
    std::string Clean = S.str();
    // Several unknown pieces in a row are one.
    while (Clean.find("**") != std::string::npos)
      Clean.erase(Clean.find("**"), 1);
    Op.Texts.insert(Clean);
    bool Shm = S.starts_with("/dev/shm");
    AllShm &= Shm;
    AllDevice &= !Shm && (S.starts_with("/dev/") || S.starts_with("/proc/") ||
                          S.starts_with("/sys/"));
    Op.Log |= hasWord(S, {"log", "logging"});
  }
  Op.Device = AllDevice && !Op.Texts.empty();
  Op.Shm = AllShm && !Op.Texts.empty();
}

namespace {

bool telling(llvm::StringRef Text) {
  return Text.find_first_not_of("*/. ") != llvm::StringRef::npos;
}

llvm::StringRef directory(llvm::StringRef Text) {
  while (Text.ends_with("/"))
    Text = Text.drop_back();
  return Text;
}

} // namespace

std::vector<PathGiver> Files::givers(const FileOp &Op) const {
  std::vector<PathGiver> Found;
  if (Op.PathNode == None)
    return Found;
  for (const Paths::Way &W : Names.ways(Op.Event->Ctx, 5)) {
    std::string Key = Names.key(Names.frame(W, W.size() - 1), Op.PathNode);
    size_t Level = 0;
    while (Level + 1 < W.size() &&
           Names.key(Names.frame(W, Level), Op.PathNode) != Key)
      ++Level;
    if (!Level)
      continue;
    auto [Caller, Call] = W[Level];
    PathGiver G = {I.body(I.activations()[Caller].Function)->Calls[Call].Loc,
                   Paths::text(Key)};
    if (llvm::none_of(Found, [&](const PathGiver &X) {
          return X.At == G.At && X.Text == G.Text;
        }))
      Found.push_back(std::move(G));
  }
  return Found;
}

bool Files::same(const FileOp &A, const FileOp &B) {
  if (A.Event->Ctx == B.Event->Ctx && !A.Key.empty() && !B.Key.empty())
    return A.Key == B.Key;
  for (const std::string &X : A.Anchors)
    if (B.Anchors.count(X))
      return true;
  for (const std::string &X : A.Texts)
    if (telling(X) && B.Texts.count(X))
      return true;
  return false;
}

bool Files::holds(const FileOp &A, const FileOp &B) {
  if (same(A, B))
    return true;
  for (const std::string &Dir : A.Texts) {
    llvm::StringRef D = directory(Dir);
    if (!telling(D))
      continue;
    for (const std::string &Path : B.Texts)
      if (llvm::StringRef(Path).starts_with(D.str() + "/") ||
          directory(Path) == D)
        return true;
  }
  return false;
}

void Files::collect() {
  for (const CallEvent &E : I.events()) {
    const FunctionBody &B = *I.body(I.activations()[E.Ctx].Function);
    size_t N = B.Calls[E.Call].Args.size();
    auto At = [&](int Arg) -> const ValueSet * {
      if (Arg == ArgReceiver)
        return &E.ReceiverValues;
      Arg = B.Calls[E.Call].fromEnd(Arg);
      return Arg >= 0 && Arg < int(E.Args.size()) ? &E.Args[Arg] : nullptr;
    };
    if (E.Model->Mount)
      if (const ValueSet *V = At(E.Model->MountArg))
        for (const auto &Case : Text.cases(*V))
          for (const StringCase &T : Case)
            if (telling(T.Text))
              Mounts.insert(directory(T.Text).ltrim("./").str());
    for (const FileSpec &S : E.Model->Files) {
      FileOp Op;
      Op.Event = &E;
      Op.Spec = &S;
      const ValueSet *Path = At(S.PathArg);
      // A default-constructed stream opens nothing.
      if (S.PathArg != ArgNone && S.PathArg != ArgReceiver && !Path &&
          !S.Upload)
        continue;
      Op.Mode = modeOf(E, S);
      if (Op.Mode == FileMode::Write && onlyLookedAt(Op))
        continue;
      const CallFact &C = B.Calls[E.Call];
      int Arg = C.fromEnd(S.PathArg);
      Op.PathNode = S.PathArg == ArgReceiver   ? C.Receiver
                    : Arg >= 0 && Arg < int(N) ? C.Args[Arg]
                                               : None;
      if (Path)
        describe(Op, *Path);
      Op.Log |= S.Log;
      Op.Changes = changes(Op.Mode);
      Op.Upload = S.Upload;
      Ops.push_back(std::move(Op));
    }
  }
}

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

/// Opened for reading and writing without making it, and never written.
bool Files::onlyLookedAt(const FileOp &Op) const {
  const FunctionBody &B = *I.body(I.activations()[Op.Event->Ctx].Function);
  std::optional<int64_t> Flags =
      numberOf(B, B.Calls[Op.Event->Call], Op.Spec->ModeArg);
  constexpr int64_t Truncates = 0x200;
  Id Handle = handleOf(B, Op.Event->StmtIndex);
  if (!Flags || !Op.Spec->CreateMask ||
      (*Flags & (Op.Spec->CreateMask | Truncates)) || Handle == None ||
      P.entity(Handle).Store != Storage::Local)
    return false;
  for (const CallFact &C : B.Calls)
    for (size_t A = 0; A < C.Args.size(); ++A) {
      if (C.Args[A] == None || B.Nodes[C.Args[A]].Kind != NodeKind::Var ||
          B.Nodes[C.Args[A]].Ref != Handle)
        continue;
      const FunctionModel *M = I.model(C, B);
      if (!M)
        return false;
      for (const HandleUse &H : M->HandleUses)
        if (H.Arg == int(A) &&
            (H.Does == HandleAction::Write || H.Does == HandleAction::Truncate))
          return false;
    }
  for (const Stmt &S : B.Stmts)
    if ((S.Kind == StmtKind::Return || S.Kind == StmtKind::Store) &&
        (S.Kind == StmtKind::Return ? S.A : S.B) != None) {
      const Node &X = B.Nodes[S.Kind == StmtKind::Return ? S.A : S.B];
      if (X.Kind == NodeKind::Var && X.Ref == Handle)
        return false;
    }
  return true;
}

Files::Files(const Interpreter &I, const Strings &Text)
    : I(I), P(I.program()), Text(Text), Names(I) {
  collect();
  reach();
  for (size_t N = 0; N < Ops.size(); ++N) {
    FileOp &Op = Ops[N];
    if (Op.Event->When == Phase::StartUp || Op.Event->When == Phase::ShutDown)
      continue;
    if (Op.Mode == FileMode::Remove || Op.Mode == FileMode::Read ||
        Op.Mode == FileMode::List)
      Op.OwnFile = ownFile(N);
    if (!Op.Changes || Op.Mode == FileMode::Remove)
      continue;
    Op.Upload = uploaded(Op);
    Op.Removed = removed(N);
  }
}

} // namespace factor6
