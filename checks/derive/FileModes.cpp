//===- FileModes.cpp - How a file is opened and used ----------------------===//
#include "derive/Files.h"

namespace factor6 {

std::optional<int64_t> constantOf(const FunctionBody &B, Id N) {
  if (N == None)
    return std::nullopt;
  const Node &X = B.Nodes[N];
  if (X.Kind == NodeKind::Int)
    return X.Value;
  if (X.Kind == NodeKind::Cast && !X.Ops.empty())
    return constantOf(B, X.Ops[0]);
  if ((X.Kind != NodeKind::Object && X.Kind != NodeKind::Call) || X.Ref == None)
    return std::nullopt;
  const CallFact &C = B.Calls[X.Ref];
  if ((C.Flags & CF_Construct) && C.Args.size() == 1)
    return constantOf(B, C.Args[0]);
  if (C.Name != "operator|")
    return std::nullopt;
  int64_t Out = 0;
  std::vector<Id> Operands = C.Args;
  if (C.Receiver != None)
    Operands.push_back(C.Receiver);
  for (Id Operand : Operands) {
    std::optional<int64_t> Part = constantOf(B, Operand);
    if (!Part)
      return std::nullopt;
    Out |= *Part;
  }
  return Out;
}

namespace {

std::optional<int64_t> numberOf(const FunctionBody &B, const CallFact &C,
                                int Arg) {
  Arg = C.fromEnd(Arg);
  if (Arg < 0 || Arg >= int(C.Args.size()) || C.Args[Arg] == None)
    return std::nullopt;
  return constantOf(B, C.Args[Arg]);
}

void flagNames(const Program &P, const FunctionBody &B, Id N,
               std::set<llvm::StringRef> &Out, unsigned Depth);

/// Those of a constant of the project's own.
void flagsOfConstant(const Program &P, Id Variable,
                     std::set<llvm::StringRef> &Out, unsigned Depth) {
  const Entity &E = P.entity(Variable);
  if (!E.has(EF_Project) || !E.has(EF_Const) || E.Store == Storage::Local ||
      E.Store == Storage::Param)
    return;
  for (const FunctionBody &B : P.Bodies)
    if (P.entity(B.Function).has(EF_StaticInit))
      for (const Stmt &S : B.Stmts)
        if (S.Kind == StmtKind::Store && isVariable(B, S.A, Variable))
          flagNames(P, B, S.B, Out, Depth + 1);
}

/// The constants that open flags which are no number are made of.
void flagNames(const Program &P, const FunctionBody &B, Id N,
               std::set<llvm::StringRef> &Out, unsigned Depth) {
  if (N == None || Depth > 6)
    return;
  const Node &X = B.Nodes[N];
  if (X.Kind == NodeKind::Var) {
    Out.insert(P.entity(X.Ref).Name);
    flagsOfConstant(P, X.Ref, Out, Depth);
  }
  if (X.Kind == NodeKind::Call)
    for (Id A : B.Calls[X.Ref].Args)
      flagNames(P, B, A, Out, Depth + 1);
  for (Id Op : X.Ops)
    flagNames(P, B, Op, Out, Depth + 1);
}

} // namespace

bool isOther(const FunctionBody &B, const CallFact &C, const FileSpec &S) {
  if (S.QueryArg != ArgNone) {
    int Arg = C.fromEnd(S.QueryArg);
    if (Arg < 0 || Arg >= int(C.Args.size()) ||
        (Arg < int(C.Modes.size()) && C.Modes[Arg] == Passing::MutRef))
      return true;
  }
  return S.UnlessArg != ArgNone && numberOf(B, C, S.UnlessArg).value_or(0);
}

namespace {

std::optional<FileMode> modeOfNumber(int64_t Flags, const FileSpec &S) {
  if (Flags & S.TempMask)
    return FileMode::List; // has no name, changes nothing
  bool Writes = S.Mode == FileMode::Write || (Flags & S.WriteMask);
  if (!Writes)
    return FileMode::Read;
  return Flags & S.AppendMask ? FileMode::Append : FileMode::Write;
}

std::optional<FileMode> modeOfText(llvm::StringRef Text) {
  if (Text.contains('a'))
    return FileMode::Append;
  if (Text.contains('w') || Text.contains('+') || Text.contains('x'))
    return FileMode::Write;
  if (Text.contains('r'))
    return FileMode::Read;
  return std::nullopt;
}

} // namespace

/// A number, or flags that are put together from constants and what the callers
/// pass.
std::optional<int64_t> Files::flagsAt(const Frame *F, Id Node,
                                      unsigned Depth) const {
  auto [G, N] = Names.given(F, Node);
  if (N == None || Depth > 4)
    return std::nullopt;
  const FunctionBody &B = *Names.body(G);
  if (std::optional<int64_t> Number = constantOf(B, N))
    return Number;
  if (B.Nodes[N].Kind != NodeKind::Arith || B.Nodes[N].Ops.size() < 2)
    return std::nullopt;
  int64_t Out = 0;
  for (Id Op : B.Nodes[N].Ops) {
    std::optional<int64_t> Part = flagsAt(G, Op, Depth + 1);
    if (!Part)
      return std::nullopt;
    Out |= *Part;
  }
  return Out;
}

std::vector<std::vector<Files::Given>>
Files::given(const CallEvent &E, llvm::ArrayRef<int> Args) const {
  const CallFact &C = I.body(I.activations()[E.Ctx].Function)->Calls[E.Call];
  std::vector<std::vector<Given>> Out;
  for (const Paths::Way &W : Names.ways(E.Ctx, Levels)) {
    const Frame *F = Names.frame(W, W.size() - 1);
    std::vector<Given> One;
    for (int Arg : Args) {
      Arg = C.fromEnd(Arg);
      bool There = Arg >= 0 && Arg < int(C.Args.size()) && C.Args[Arg] != None;
      One.push_back(There ? Given{Paths::text(Names.key(F, C.Args[Arg])),
                                  flagsAt(F, C.Args[Arg], 0)}
                          : Given{"*", std::nullopt});
    }
    Out.push_back(std::move(One));
  }
  return Out;
}

std::optional<FileMode> Files::modeAt(const Frame *F, Id N,
                                      const FileSpec &S) const {
  const FunctionBody &B = *Names.body(F);
  if (S.WriteMask | S.AppendMask) {
    if (std::optional<int64_t> Flags = constantOf(B, N))
      return modeOfNumber(*Flags, S);
    std::set<llvm::StringRef> Flags;
    flagNames(P, B, N, Flags, 0);
    if (Flags.count("app"))
      return FileMode::Append;
    if (Flags.count("out") || Flags.count("trunc"))
      return FileMode::Write;
    if (Flags.count("in"))
      return S.Mode == FileMode::Write ? S.Mode : FileMode::Read;
  }
  std::string Text = Names.key(F, N);
  return Text.find('\x01') == std::string::npos ? modeOfText(Text)
                                                : std::nullopt;
}

FileMode Files::modeByValues(const CallEvent &E, const FileSpec &S) const {
  int Arg =
      I.body(I.activations()[E.Ctx].Function)->Calls[E.Call].fromEnd(S.ModeArg);
  if (Arg >= 0 && Arg < int(E.Args.size()))
    for (const auto &Case : Text.cases(E.Args[Arg]))
      for (const StringCase &T : Case)
        if (std::optional<FileMode> Mode = modeOfText(T.Text))
          return *Mode;
  if (S.Mode == FileMode::Write)
    return S.Mode;
  return S.CreateMask ? FileMode::Write : FileMode::Read;
}

/// How the file is opened. A wrapper may get that from its callers, which are
/// told apart then.
std::map<FileMode, Files::Ways> Files::modesOf(const CallEvent &E,
                                               const FileSpec &S) const {
  Ways All = Names.ways(E.Ctx, Levels);
  const CallFact &C = I.body(I.activations()[E.Ctx].Function)->Calls[E.Call];
  int Arg = C.fromEnd(S.ModeArg);
  if (S.Mode != FileMode::ByMode &&
      !(S.Mode == FileMode::Write && S.AppendMask))
    return {{S.Mode, std::move(All)}};
  if (Arg < 0 || Arg >= int(C.Args.size()) || C.Args[Arg] == None)
    return {{modeByValues(E, S), std::move(All)}};
  std::map<FileMode, Ways> Out;
  for (Paths::Way &W : All) {
    auto [F, N] = Names.given(Names.frame(W, W.size() - 1), C.Args[Arg]);
    std::optional<FileMode> Mode = modeAt(F, N, S);
    Out[Mode ? *Mode : modeByValues(E, S)].push_back(std::move(W));
  }
  return Out;
}

/// Opened for reading and writing, but only if it is there already.
bool Files::opensExisting(const FileOp &Op) const {
  const FunctionBody &B = *I.body(I.activations()[Op.Event->Ctx].Function);
  const CallFact &C = B.Calls[Op.Event->Call];
  int Arg = C.fromEnd(Op.Spec->ModeArg);
  constexpr int64_t Truncates = 0x200;
  if (Arg < 0 || Arg >= int(C.Args.size()))
    return false;
  if (std::optional<int64_t> Flags = constantOf(B, C.Args[Arg]))
    return Op.Spec->CreateMask && !(*Flags & (Op.Spec->CreateMask | Truncates));
  std::set<llvm::StringRef> Names;
  flagNames(P, B, C.Args[Arg], Names, 0);
  if (Names.count("in") && Names.count("out"))
    return !Names.count("trunc") && !Names.count("app");
  bool Existing = false;
  for (const auto &Case : Text.cases(Op.Event->Args[Arg]))
    for (const StringCase &T : Case) {
      Existing = llvm::StringRef(T.Text).starts_with("r");
      if (!Existing)
        return false;
    }
  return Existing;
}

/// Opened for reading and writing without making it, or to append, and never
/// written: whether it could be is all that is asked.
bool Files::onlyLookedAt(const FileOp &Op) const {
  const FunctionBody &B = *I.body(I.activations()[Op.Event->Ctx].Function);
  Id Handle = handleOf(B, Op.Event->StmtIndex);
  if (Handle == None || P.entity(Handle).Store != Storage::Local ||
      (!opensExisting(Op) && Op.Mode != FileMode::Append))
    return false;
  for (const auto &Captures : B.CaptureLists)
    for (const Capture &X : Captures)
      if (X.Variable == Handle)
        return false;
  for (const CallFact &C : B.Calls) {
    // `std::ostreambuf_iterator<char>(mark)`, `mark.rdbuf()`
    bool Given = (C.Flags & CF_Construct) && llvm::any_of(C.Args, [&](Id A) {
                   return isVariable(B, A, Handle);
                 });
    if (Given || (C.Name == "rdbuf" && isVariable(B, C.Receiver, Handle)))
      return false;
    if (C.Flags & (CF_Construct | CF_Destroy))
      continue;
    const FunctionModel *M = I.model(C, B);
    auto Writes = [&](int Arg) {
      return llvm::any_of(M->HandleUses, [&](const HandleUse &H) {
        return H.Arg == Arg && (H.Does == HandleAction::Write ||
                                H.Does == HandleAction::Truncate);
      });
    };
    if (isVariable(B, C.Receiver, Handle) &&
        (M ? Writes(ArgReceiver) : !(C.Flags & CF_ConstMethod)))
      return false;
    for (size_t A = 0; A < C.Args.size(); ++A)
      if (isVariable(B, C.Args[A], Handle) && (!M || Writes(int(A))))
        return false;
  }
  for (const Stmt &S : B.Stmts)
    if ((S.Kind == StmtKind::Return && isVariable(B, S.A, Handle)) ||
        (S.Kind == StmtKind::Store && isVariable(B, S.B, Handle)))
      return false;
  return true;
}

} // namespace factor6
