//===- Files.cpp - File operations and their paths ------------------------===//
#include "derive/Files.h"

#include "derive/Commands.h"

#include "llvm/ADT/StringExtras.h"

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

} // namespace

namespace {

std::string part(PathIn In, const std::string &Key) {
  return In == PathIn::Removal       ? removedBy(Key)
         : In == PathIn::Redirection ? writtenBy(Key)
                                     : Key;
}

bool telling(llvm::StringRef Text) {
  return Text.find_first_not_of("*/. ") != llvm::StringRef::npos;
}

/// A text with '*' for what a formatting function would fill in.
std::string stars(llvm::StringRef Text) {
  std::string Out;
  while (!Text.empty()) {
    size_t At = Text.find_first_of("%{");
    Out += Text.take_front(At);
    if (At == llvm::StringRef::npos)
      break;
    Text = Text.drop_front(At);
    llvm::StringRef Rest = Text.drop_front();
    if (Text[0] == '%')
      Rest = Rest.ltrim("-+#0123456789.*").ltrim("hlLqjzt");
    else
      Rest = Rest.drop_until([](char C) { return C == '}'; });
    if (!Rest.empty() && (llvm::isAlpha(Rest[0]) || Rest[0] == '}')) {
      Out += '*';
      Text = Rest.drop_front();
    } else {
      Out += Text[0];
      Text = Text.drop_front();
    }
  }
  return Out;
}

} // namespace

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

std::string Files::pathOf(const FileOp &Op, const Frame *F) const {
  return part(Op.In, Names.key(F, Op.PathNode));
}

void Files::describe(FileOp &Op, const ValueSet &Path) const {
  anchors(Path, Op.Anchors, 0);
  std::vector<std::string> Found;
  if (Op.PathNode != None)
    for (const Paths::Way &W : Op.Ways)
      Found.push_back(Paths::text(pathOf(Op, Names.frame(W, W.size() - 1))));
  bool Vague = Found.empty() || llvm::any_of(Found, [](const std::string &T) {
                 return T.empty() || T[0] == '*';
               });
  if (Vague) {
    std::vector<std::string> Other;
    for (const auto &Case : Text.cases(Path))
      for (const StringCase &T : Case)
        if (std::string Text = stars(part(Op.In, T.Text)); telling(Text))
          Other.push_back(std::move(Text));
    llvm::erase_if(Found, [](const std::string &T) {
      return llvm::StringRef(T).find_first_not_of("*/. ") ==
             llvm::StringRef::npos;
    });
    Op.Pieced = Found.empty();
    if (Found.empty())
      Found = std::move(Other);
  }
  bool AllDevice = true, AllShm = true;
  for (const std::string &T : Found) {
    llvm::StringRef S = T;
    while (S.consume_front("./"))
      ;
    std::string Clean = S.str();
    // Several unknown pieces or slashes in a row are one.
    for (const char *Twice : {"**", "//"})
      while (Clean.find(Twice) != std::string::npos)
        Clean.erase(Clean.find(Twice), 1);
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
  for (const Paths::Way &W : Op.Ways) {
    std::string Key = pathOf(Op, Names.frame(W, W.size() - 1));
    size_t Level = 0;
    while (Level + 1 < W.size() && pathOf(Op, Names.frame(W, Level)) != Key)
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

namespace {

/// Could two texts with '*' be the same path? Their ends say.
bool compatible(llvm::StringRef A, llvm::StringRef B) {
  bool Whole[] = {!A.contains('*'), !B.contains('*')};
  if (Whole[0] && Whole[1])
    return A == B;
  auto HeadA = A.split('*').first, HeadB = B.split('*').first;
  auto TailA = Whole[0] ? A : A.rsplit('*').second;
  auto TailB = Whole[1] ? B : B.rsplit('*').second;
  return (HeadA.starts_with(HeadB) || HeadB.starts_with(HeadA)) &&
         (TailA.ends_with(TailB) || TailB.ends_with(TailA));
}

/// All that is known of the two paths says that they are not the same.
bool differ(const FileOp &A, const FileOp &B) {
  bool Told = false;
  for (const std::string &X : A.Texts)
    for (const std::string &Y : B.Texts) {
      if (!telling(X) || !telling(Y))
        continue;
      if (compatible(X, Y))
        return false;
      Told = true;
    }
  return Told;
}

} // namespace

bool Files::same(const FileOp &A, const FileOp &B) {
  if (A.Event->Ctx == B.Event->Ctx && !A.Key.empty() && !B.Key.empty())
    return A.Key == B.Key;
  // Paths in different folders may have a variable component in common.
  if (differ(A, B))
    return false;
  for (const std::string &X : A.Anchors)
    if (B.Anchors.count(X))
      return true;
  for (const std::string &X : A.Texts)
    if (telling(X) && B.Texts.count(X))
      return true;
  return false;
}

bool Files::anyOf(const FileOp &A, const FileOp &B) {
  for (llvm::StringRef X : A.Texts) {
    auto [Directory, Name] = X.rsplit('/');
    if (Name != "*" || Directory.contains('*') || !telling(Directory))
      continue;
    for (llvm::StringRef Y : B.Texts) {
      auto [Folder, File] = Y.rsplit('/');
      if (Folder == Directory && File.contains('*'))
        return true;
    }
  }
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

/// An operation of a call whose model names no file.
FileOp Files::unmodelled(const CallEvent &E) const {
  static constexpr FileSpec Spec;
  FileOp Op;
  Op.Event = &E;
  Op.Spec = &Spec;
  Op.Ways = Names.ways(E.Ctx, Levels);
  return Op;
}

/// Removals and redirections of a shell command, and what a program is given.
void Files::collectCommand(const CallEvent &E) {
  const CallFact &C = I.body(I.activations()[E.Ctx].Function)->Calls[E.Call];
  int Arg = C.fromEnd(E.Model->CommandArg);
  if (Arg < 0 || Arg >= int(C.Args.size()))
    return;
  FileOp Op = unmodelled(E);
  for (PathIn In : {PathIn::Removal, PathIn::Redirection}) {
    FileOp Effect = Op;
    Effect.In = In;
    Effect.Mode = In == PathIn::Removal ? FileMode::Remove : FileMode::Write;
    Effect.PathNode = C.Args[Arg];
    describe(Effect, E.Args[Arg]);
    Effect.Texts.erase("");
    if (Effect.Texts.empty() || Effect.Device)
      continue;
    Effect.Changes = In == PathIn::Redirection;
    Ops.push_back(std::move(Effect));
  }
  Op.Mode = FileMode::ByMode;
  Op.Handed = true;
  for (Id Node : C.Args) {
    Op.PathNode = Node;
    Ops.push_back(Op);
  }
}

void Files::collectStore(const CallEvent &E) {
  const CallFact &C = I.body(I.activations()[E.Ctx].Function)->Calls[E.Call];
  int Arg = C.fromEnd(E.Model->StorePathArg);
  if (Arg < 0 || Arg >= int(C.Args.size()))
    return;
  FileOp Op = unmodelled(E);
  Op.Mode = FileMode::Write;
  Op.Store = true;
  Op.PathNode = C.Args[Arg];
  describe(Op, E.Args[Arg]);
  Ops.push_back(std::move(Op));
}

void Files::collectMount(const CallEvent &E) {
  const CallFact &C = I.body(I.activations()[E.Ctx].Function)->Calls[E.Call];
  int Arg = C.fromEnd(E.Model->MountArg);
  bool Own = Arg == ArgReceiver;
  if (!E.Model->Mount || (!Own && (Arg < 0 || Arg >= int(E.Args.size()))))
    return;
  for (const auto &Case : Text.cases(Own ? E.ReceiverValues : E.Args[Arg]))
    for (const StringCase &T : Case)
      if (telling(T.Text))
        Mounts.insert(directory(T.Text).ltrim("./").str());
}

/// What a method is called on; what a call makes in place.
static Id objectOf(const FunctionBody &B, Id Call) {
  if (B.Calls[Call].Receiver != None)
    return B.Calls[Call].Receiver;
  auto Made = llvm::find_if(B.Nodes, [&](const Node &X) {
    return X.Kind == NodeKind::Call && X.Ref == Call;
  });
  return Made == B.Nodes.end() ? None : Id(Made - B.Nodes.begin());
}

void Files::collectFile(const CallEvent &E, const FileSpec &S) {
  const FunctionBody &B = *I.body(I.activations()[E.Ctx].Function);
  const CallFact &C = B.Calls[E.Call];
  int Arg = C.fromEnd(S.PathArg);
  bool Given = Arg >= 0 && Arg < int(C.Args.size());
  // `write_json(stream, tree)`: the overload that is given no path.
  bool Stream =
      Given && Arg < int(C.Modes.size()) && C.Modes[Arg] == Passing::MutRef;
  // A default-constructed stream opens nothing.
  if (isOther(B, C, S) || Stream ||
      (S.PathArg != ArgNone && S.PathArg != ArgReceiver && !Given && !S.Upload))
    return;
  for (auto &[Mode, Ways] : modesOf(E, S)) {
    FileOp Op;
    Op.Event = &E;
    Op.Spec = &S;
    Op.Mode = Mode;
    Op.Ways = std::move(Ways);
    if (Op.Mode == FileMode::Append && onlyLookedAt(Op))
      continue;
    if (Op.Mode == FileMode::Write && onlyLookedAt(Op))
      Op.Mode = FileMode::Read;
    Op.PathNode = S.PathArg == ArgReceiver ? objectOf(B, E.Call)
                  : Given                  ? C.Args[Arg]
                                           : None;
    if (S.PathArg == ArgReceiver)
      describe(Op, E.ReceiverValues);
    else if (Given && Arg < int(E.Args.size()))
      describe(Op, E.Args[Arg]);
    Op.Log |= S.Log;
    Op.Changes = changes(Op.Mode);
    Op.Upload = S.Upload;
    Ops.push_back(std::move(Op));
  }
}

void Files::collect() {
  for (const CallEvent &E : I.events()) {
    collectMount(E);
    if (E.Model->CommandArg != ArgNone)
      collectCommand(E);
    if (!E.Model->Store.empty())
      collectStore(E);
    for (const FileSpec &S : E.Model->Files)
      collectFile(E, S);
  }
}

Files::Files(const Interpreter &I, const Strings &Text)
    : I(I), P(I.program()), Text(Text), Names(I) {
  collect();
  reach();
  findBodyReaders();
  for (size_t N = 0; N < Ops.size(); ++N) {
    FileOp &Op = Ops[N];
    if (Op.Event->When == Phase::StartUp || Op.Event->When == Phase::ShutDown)
      continue;
    if (Op.Mode == FileMode::Remove || Op.Mode == FileMode::Read ||
        Op.Mode == FileMode::List)
      Op.OwnFile = ownFile(N);
    if ((!Op.Changes && !Op.Store) || Op.Mode == FileMode::Remove)
      continue;
    Op.Upload = Op.Changes && uploaded(Op);
    Op.Removed = removed(N);
  }
}

} // namespace factor6
