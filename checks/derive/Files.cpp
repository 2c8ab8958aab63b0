//===- Files.cpp - File operations and their paths --------------------------===//
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

std::optional<int64_t> numberOf(const FunctionBody &B, const CallFact &C, int Arg) {
  Arg = C.fromEnd(Arg);
  if (Arg < 0 || Arg >= int(C.Args.size()) || C.Args[Arg] == None)
    return std::nullopt;
  const Node &N = B.Nodes[C.Args[Arg]];
  if (N.Kind != NodeKind::Int)
    return std::nullopt;
  return N.Value;
}

} // namespace

FileMode Files::modeOf(const CallEvent &E, const FileSpec &S) const {
  const FunctionBody &B = *I.body(I.activations()[E.Ctx].Function);
  const CallFact &C = B.Calls[E.Call];
  if (S.Mode != FileMode::ByMode && !(S.Mode == FileMode::Write && S.AppendMask))
    return S.Mode;
  if (std::optional<int64_t> Flags = numberOf(B, C, S.ModeArg); Flags && S.WriteMask | S.AppendMask) {
    if (*Flags & S.TempMask)
      return FileMode::List; // has no name, changes nothing
    bool Writes = S.Mode == FileMode::Write || (*Flags & S.WriteMask);
    if (!Writes)
      return FileMode::Read;
    return *Flags & S.AppendMask ? FileMode::Append : FileMode::Write;
  }
  int Arg = C.fromEnd(S.ModeArg);
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
void Files::anchors(const ValueSet &V, std::set<std::string> &Out, unsigned Depth) const {
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
      Found.push_back(Paths::text(Names.key(Names.frame(W, W.size() - 1), Op.PathNode)));
  bool Vague = Found.empty() || llvm::any_of(Found, [](const std::string &T) {
                 return T.empty() || T[0] == '*';
               });
  if (Vague) {
    std::vector<std::string> Other;
    for (const auto &Case : Text.cases(Path))
      for (const StringCase &T : Case)
        Other.push_back(T.Text);
    llvm::erase_if(Found, [](const std::string &T) {
      return llvm::StringRef(T).find_first_not_of("*/. ") == llvm::StringRef::npos;
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
    AllDevice &=
        !Shm && (S.starts_with("/dev/") || S.starts_with("/proc/") || S.starts_with("/sys/"));
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
      if (llvm::StringRef(Path).starts_with(D.str() + "/") || directory(Path) == D)
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
      if (Arg < 0)
        Arg += int(N);
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
      if (S.PathArg != ArgNone && S.PathArg != ArgReceiver && !Path && !S.Upload)
        continue;
      Op.Mode = modeOf(E, S);
      const CallFact &C = B.Calls[E.Call];
      int Arg = S.PathArg < 0 ? S.PathArg + int(N) : S.PathArg;
      Op.PathNode = S.PathArg == ArgReceiver        ? C.Receiver
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

/// Does the node denote the body or a part of an upload?
bool uploadNode(const Program &P, const FunctionBody &B, Id N, unsigned Depth) {
  if (N == None || Depth > 6)
    return false;
  static constexpr llvm::StringRef Words[] = {"body",    "content",   "part",   "upload",
                                              "payload", "multipart", "filename", "file"};
  const Node &X = B.Nodes[N];
  if (X.Kind == NodeKind::Field && hasWord(P.entity(X.Ref).Name, Words))
    return true;
  if (X.Kind == NodeKind::Call) {
    const CallFact &C = B.Calls[X.Ref];
    if (hasWord(C.Name, Words))
      return true;
    if (uploadNode(P, B, C.Receiver, Depth + 1))
      return true;
    for (Id A : C.Args)
      if (uploadNode(P, B, A, Depth + 1))
        return true;
    return false;
  }
  if (X.Kind == NodeKind::Object && X.Ref != None) {
    for (Id A : B.Calls[X.Ref].Args)
      if (uploadNode(P, B, A, Depth + 1))
        return true;
    return false;
  }
  for (Id Op : X.Ops)
    if (uploadNode(P, B, Op, Depth + 1))
      return true;
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
    if (E.Ctx != Open.Ctx || E.StmtIndex <= Open.StmtIndex)
      continue;
    const CallFact &C = B.Calls[E.Call];
    for (const HandleUse &H : E.Model->HandleUses) {
      if (H.Does != HandleAction::Write)
        continue;
      Id Used = H.Arg == ArgReceiver ? C.Receiver
                : H.Arg >= 0 && H.Arg < int(C.Args.size()) ? C.Args[H.Arg]
                                                           : None;
      if (Used == None || B.Nodes[Used].Kind != NodeKind::Var || Handle == None ||
          B.Nodes[Used].Ref != Handle)
        continue;
      for (size_t A = 0; A < C.Args.size(); ++A)
        if (int(A) != H.Arg && C.Args[A] != None && (I.origins(E.Args[A]) & FromRequest) &&
            uploadNode(P, B, C.Args[A], 0))
          return true;
    }
  }
  return false;
}

Files::Files(const Interpreter &I, const Strings &Text)
    : I(I), P(I.program()), Text(Text), Names(I) {
  collect();
  reach();
  for (size_t N = 0; N < Ops.size(); ++N) {
    FileOp &Op = Ops[N];
    if (Op.Event->When == Phase::StartUp || Op.Event->When == Phase::ShutDown)
      continue;
    if (Op.Mode == FileMode::Remove || Op.Mode == FileMode::Read || Op.Mode == FileMode::List)
      Op.OwnFile = ownFile(N);
    if (!Op.Changes || Op.Mode == FileMode::Remove)
      continue;
    Op.Upload = uploaded(Op);
    Op.Removed = removed(N);
  }
}

} // namespace factor6
