//===- FileRules.cpp ------------------------------------------------------===//
#include "rules/FileRules.h"

#include "rules/SharedMemory.h"

#include <map>
#include <set>

namespace factor6 {

namespace {

/// Below a document root: a served directory, or one by the usual names.
bool inDocumentRoot(const Files &Life, const FileOp &Op) {
  static constexpr llvm::StringRef Roots[] = {"static", "public", "assets",
                                              "www",    "htdocs", "dist"};
  for (const std::string &T : Op.Texts) {
    llvm::StringRef Rest = T;
    llvm::StringRef Clean = llvm::StringRef(T).ltrim("./");
    for (const std::string &M : Life.mounts())
      if (!M.empty() && Clean.starts_with(M + "/"))
        return true;
    while (Rest.contains('/')) {
      auto [Head, Tail] = Rest.split('/');
      if (llvm::is_contained(Roots, Head))
        return true;
      Rest = Tail;
    }
  }
  return false;
}

std::string pathText(const FileOp &Op) {
  std::string Out;
  unsigned Named = 0;
  for (const std::string &T : Op.Texts) {
    if (T.find_first_not_of('*') == std::string::npos ||
        (Op.Pieced && T.find('/') == std::string::npos))
      continue;
    if (Named++ == 3)
      return Out + " and others";
    Out += (Named == 1 ? " '" : ", '") + T + "'";
  }
  return Out;
}

std::string localFiles(const FileOp &Op) {
  return (Op.Texts.size() > 1 ? "local files" : "local file") + pathText(Op);
}

std::string verb(FileMode M) {
  switch (M) {
  case FileMode::Append:
    return "appends to";
  case FileMode::RenameTo:
    return "moves into place";
  case FileMode::CopyTo:
    return "copies to";
  case FileMode::MakeDir:
    return "creates the directory";
  case FileMode::Remove:
    return "removes";
  case FileMode::Permissions:
    return "changes the permissions of";
  case FileMode::Link:
    return "links";
  default:
    return "writes";
  }
}

void wordWrite(Finding &F, const FileOp &Op) {
  F.Message =
      "'" + F.Symbol + "' " +
      (Op.Mode == FileMode::MakeDir ? "creates local directory" + pathText(Op)
                                    : verb(Op.Mode) + " " + localFiles(Op)) +
      (Op.Event->When == Phase::Request ? " while serving a request"
                                        : " while the service runs") +
      ": other processes do not see it and it is lost with the container";
  F.Hint =
      Op.Log
          ? "write logs to stdout and let the platform collect them (Factor XI)"
          : "use object storage or a database, or remove the file on every "
            "path of the "
            "same request";
}

void word(Finding &F, const FileOp &Op, FileRule Rule) {
  switch (Rule) {
  case FileRule::Upload:
    F.Message = "'" + F.Symbol + "' saves an upload to the local file system" +
                pathText(Op) +
                ": a follow-up request at another process cannot find it";
    F.Hint = "stream it to object storage";
    break;
  case FileRule::Asset:
    F.Message = "'" + F.Symbol + "' makes an asset" + pathText(Op) +
                " while serving: instances differ, and each loses its own";
    F.Hint = "build assets in the build stage";
    break;
  case FileRule::Read:
    F.Message = "'" + F.Symbol + "' reads " + localFiles(Op) +
                " that an earlier request wrote: only the machine that served "
                "that request has it";
    F.Hint = "keep it in object storage or a database";
    break;
  default:
    wordWrite(F, Op);
  }
}

} // namespace

namespace {

/// An activation and those that lead to it, two levels up.
std::set<Id> around(const Interpreter &I, Id Ctx) {
  std::set<Id> Out = {Ctx};
  for (unsigned Level = 0; Level < 2; ++Level)
    for (Id A : std::set<Id>(Out))
      for (const auto &Caller : I.activations()[A].Callers)
        if (Caller.Caller != None &&
            I.activations()[Caller.Caller].When == Phase::Request)
          Out.insert(Caller.Caller);
  return Out;
}

/// The operations at one place; the first is the one whose chain is shown.
using Group = std::vector<const FileOp *>;

/// Inside a wrapper: its callers, and the paths they pass.
void addGivers(const RuleContext &C, Finding &F, const Group &Ops) {
  std::set<std::tuple<FindingPlace, std::string>> Givers;
  for (const FileOp *Op : Ops)
    for (const PathGiver &G : C.Life.givers(*Op))
      Givers.insert({C.place(G.At), G.Text});
  constexpr size_t MaxGivers = 8;
  if (Givers.size() < 2)
    return; // the chain shows it
  for (const auto &[At, Path] : Givers)
    if (F.Notes.size() < MaxGivers)
      F.Notes.push_back({At, "here the path is '" + Path + "'"});
}

/// The write by another request that a reading finds, if any.
const FileOp *writeBehind(const Files &Life, const FileOp &Op) {
  for (const FileOp &W : Life.ops()) {
    bool Writes = W.Changes && W.Mode != FileMode::Remove && !W.Removed &&
                  W.Event->When == Phase::Request;
    if (Writes &&
        (Op.Mode == FileMode::List ? Files::holds(Op, W)
                                   : Files::same(Op, W) || Files::anyOf(Op, W)))
      return &W;
  }
  return nullptr;
}

Finding report(const RuleContext &C, FileRule Rule, const Group &Ops) {
  const CallEvent &E = *Ops.front()->Event;
  Finding F = C.start(
      Rule == FileRule::Write    ? "local-file-write"
      : Rule == FileRule::Read   ? "local-file-read"
      : Rule == FileRule::Upload ? "upload-to-disk"
                                 : "runtime-asset",
      E.At, E.When == Phase::Request ? Evidence::Request : Evidence::Runtime);
  F.Symbol = subject(C, E);
  FileOp Op = *Ops.front();
  for (const FileOp *Other : Ops)
    Op.Texts.insert(Other->Texts.begin(), Other->Texts.end());
  word(F, Op, Rule);
  F.Flows.push_back(C.flow(E.Ctx, E.At, "here", E.When));
  addGivers(C, F, Ops);
  if (Rule == FileRule::Read)
    if (const FileOp *W = writeBehind(C.Life, *Ops.front()))
      F.Notes.push_back({C.place(W->Event->At), "it is written here"});
  return F;
}

} // namespace

const CallEvent *assetToolOf(const RuleContext &C, const FileOp &Op) {
  if (!Op.Changes || Op.Removed || Op.Device || Op.Mode == FileMode::Remove ||
      Op.Event->When != Phase::Request)
    return nullptr;
  std::set<Id> Writers;
  for (const CallEvent &E : C.I.events()) {
    if (E.Model->AssetTool.empty() || E.When != Phase::Request)
      continue;
    if (E.Ctx == Op.Event->Ctx && E.StmtIndex < Op.Event->StmtIndex)
      return &E;
    if (Writers.empty())
      Writers = around(C.I, Op.Event->Ctx);
    // Compiled elsewhere, and written where it is served: that says it.
    if (inDocumentRoot(C.Life, Op))
      continue;
    for (Id A : around(C.I, E.Ctx))
      if (E.Ctx != Op.Event->Ctx && Writers.count(A))
        return &E;
  }
  return nullptr;
}

FileRule fileRuleOf(const RuleContext &C, const Files &Life, const FileOp &Op) {
  const CallEvent &E = *Op.Event;
  if (dead(C, E) || Op.Device || Op.Shm || opensForLock(C, E))
    return FileRule::None;
  if (Op.Upload && Op.Mode == FileMode::MakeDir && E.When == Phase::StartUp) {
    // A configured upload directory speaks for saves that are not seen.
    for (const FileOp &Save : Life.ops())
      if (Save.Upload && Save.Mode != FileMode::MakeDir && !Save.Removed &&
          Save.Event->When == Phase::Request)
        return FileRule::None;
    return FileRule::Upload;
  }
  bool Serving = E.When == Phase::Request || E.When == Phase::Background;
  if (E.When == Phase::Root && !C.Options.WholeProgram)
    Serving = Op.Changes && !Op.Upload;
  if (!Serving)
    return FileRule::None;
  if (Op.Mode == FileMode::Read || Op.Mode == FileMode::List) {
    return E.When == Phase::Request && !Op.OwnFile && writeBehind(Life, Op)
               ? FileRule::Read
               : FileRule::None;
  }
  if (!Op.Changes || Op.Removed || (Op.Mode == FileMode::Remove && Op.OwnFile))
    return FileRule::None;
  bool LogLine = Op.Log && Op.Mode == FileMode::Append; // of what came
  if (Op.Upload && !LogLine)
    return FileRule::Upload;
  if (assetToolOf(C, Op))
    return FileRule::None; // said at the tool's call
  if (Op.Mode != FileMode::Remove && inDocumentRoot(Life, Op))
    return FileRule::Asset;
  return FileRule::Write;
}

/// The same call saves the same file as an upload, too: rule 9 says so.
static bool saidAsUpload(const RuleContext &C, const FileOp &Op) {
  return llvm::any_of(C.Life.ops(), [&](const FileOp &Other) {
    return Other.Upload && Other.Event->At == Op.Event->At &&
           Other.Texts == Op.Texts &&
           fileRuleOf(C, C.Life, Other) == FileRule::Upload;
  });
}

void reportFiles(const RuleContext &C, FileRule Rule,
                 std::vector<Finding> &Out) {
  if (C.OneShot)
    return;
  const Files &Life = C.Life;
  std::vector<const FileOp *> Order;
  for (const FileOp &Op : Life.ops())
    Order.push_back(&Op);
  // What is written tells more than that it is also removed.
  auto Rank = [&](const FileOp &Op) {
    return std::make_tuple(Op.Mode == FileMode::Remove, C.place(Op.Event->At),
                           Op.Event->When != Phase::Request);
  };
  llvm::stable_sort(Order, [&](const FileOp *A, const FileOp *B) {
    return Rank(*A) < Rank(*B);
  });
  std::map<Id, std::vector<Group>> Reported; ///< by function
  for (const FileOp *Op : Order) {
    if (fileRuleOf(C, Life, *Op) != Rule ||
        (Rule == FileRule::Write && saidAsUpload(C, *Op)))
      continue;
    auto &Groups = Reported[C.I.activations()[Op->Event->Ctx].Function];
    auto Same = llvm::find_if(Groups, [&](const Group &G) {
      return G.front()->Event->At == Op->Event->At;
    });
    if (Same != Groups.end())
      Same->push_back(Op);
    else if (llvm::none_of(Groups, [&](const Group &G) {
               return llvm::any_of(
                   G, [&](const FileOp *X) { return Files::same(*X, *Op); });
             }))
      Groups.push_back({Op});
  }
  for (const auto &[Function, Groups] : Reported)
    for (const Group &G : Groups)
      Out.push_back(report(C, Rule, G));
}

} // namespace factor6
