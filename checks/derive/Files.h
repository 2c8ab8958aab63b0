//===- Files.h - The life of local files ----------------------------------===//
#ifndef FACTOR6_DERIVE_FILES_H
#define FACTOR6_DERIVE_FILES_H

#include "derive/Paths.h"
#include "derive/Strings.h"

#include <set>

namespace factor6 {

/// A number known at compile time, also as flags of a class of its own.
std::optional<int64_t> constantOf(const FunctionBody &B, Id Node);

/// What of an expression is the path.
enum class PathIn : uint8_t { Whole, Removal, Redirection };

/// One modelled operation on a local file that was reached.
struct FileOp {
  const CallEvent *Event = nullptr;
  const FileSpec *Spec = nullptr;
  FileMode Mode = FileMode::Read; ///< ByMode is resolved
  std::set<std::string> Texts;    ///< path values, '*' for what is not known
  bool Pieced = false;            ///< Texts may be pieces of the path only
  std::set<std::string>
      Anchors;        ///< identities of the path: equal for the same file
  Id PathNode = None; ///< the path's expression, or a shell command's
  PathIn In = PathIn::Whole;
  std::string Key; ///< the path as its own function sees it (see Paths.h)
  std::vector<Paths::Way> Ways; ///< the calls that lead to it
  bool Handed = false;  ///< a program is run, this is one of its arguments
  bool Store = false;   ///< an embedded database there is opened
  bool Changes = false; ///< creates, writes, renames to, makes a directory ...
  bool Removed = false; ///< gone again on every path of this transaction
  bool Upload = false;  ///< an uploaded body or part goes there
  bool OwnFile =
      false; ///< removal of, or reading back, what this transaction made
  bool Device = false; ///< /dev, /proc, /sys
  bool Shm = false;    ///< /dev/shm
  bool Log = false;
};

/// Who names the path of an operation inside a wrapper.
struct PathGiver {
  Place At;         ///< the call that hands the path on
  std::string Text; ///< the path there, '*' for what is not known
};

/// All file operations of a program, judged with the functions' control flow.
class Files {
public:
  Files(const Interpreter &I, const Strings &Text);

  const std::vector<FileOp> &ops() const { return Ops; }
  /// Directories that are served or mounted.
  const std::set<std::string> &mounts() const { return Mounts; }
  /// The callers that give an operation its path, in order of place; empty if
  /// its own function names it.
  std::vector<PathGiver> givers(const FileOp &Op) const;
  /// What a call is given for some of its arguments, by each way that leads to
  /// it: the text or number there, as far as it is known.
  struct Given {
    std::string Text; ///< '*' for what is not known
    std::optional<int64_t> Number;
  };
  std::vector<std::vector<Given>> given(const CallEvent &E,
                                        llvm::ArrayRef<int> Args) const;
  static bool same(const FileOp &A, const FileOp &B);
  /// A names a file of whatever name in one directory, and B is one of those
  /// whose names are made as they come.
  static bool anyOf(const FileOp &A, const FileOp &B);
  /// B's path lies in the directory A (or is A).
  static bool holds(const FileOp &A, const FileOp &B);

private:
  static constexpr unsigned Levels = 5; ///< of calls that are followed up
  /// An operation as a function sees it that leads to it.
  struct Reach {
    size_t Op;       ///< index into Ops
    Id Stmt = None;  ///< the statement there
    Id Call = None;  ///< the call that leads down, None if it is the operation
    std::string Key; ///< the path there
  };
  void collect();
  void collectFile(const CallEvent &E, const FileSpec &S);
  void collectMount(const CallEvent &E);
  void collectCommand(const CallEvent &E);
  void collectStore(const CallEvent &E);
  FileOp unmodelled(const CallEvent &E) const;
  void findBodyReaders();
  std::string pathOf(const FileOp &Op, const Frame *F) const;
  bool opensExisting(const FileOp &Op) const;
  void reach();
  using Ways = std::vector<Paths::Way>;
  std::map<FileMode, Ways> modesOf(const CallEvent &E, const FileSpec &S) const;
  std::optional<int64_t> flagsAt(const Frame *F, Id Node, unsigned Depth) const;
  std::optional<FileMode> modeAt(const Frame *F, Id Flags,
                                 const FileSpec &S) const;
  FileMode modeByValues(const CallEvent &E, const FileSpec &S) const;
  void anchors(const ValueSet &V, std::set<std::string> &Out,
               unsigned Depth) const;
  void describe(FileOp &Op, const ValueSet &Path) const;
  bool removed(size_t Op) const;
  bool runsPast(const FunctionBody &B, Id Statement) const;
  /// A guard that is told, on some path, to leave the file.
  struct LooseGuard {
    Id Made;          ///< statement
    std::set<Id> Off; ///< statements that tell it so
  };
  /// What takes care of a file in one activation.
  struct Care {
    std::set<Id> Stops; ///< after these statements it is gone, or in safe hands
    std::vector<LooseGuard> Guards;
    void add(Id Made, std::set<Id> Off);
  };
  Care removals(Id Ctx, llvm::StringRef Key, Id From, Id Down) const;
  std::set<Id> letGo(const FunctionBody &B, Id Call) const;
  bool removesOutOfSight(const Frame *F, Id Call, llvm::StringRef Key) const;
  void outOfSight(const Frame *F, llvm::StringRef Key, Id From,
                  Care &Out) const;
  void guard(const Reach &R, const FunctionBody &B, Id From, Care &Out) const;
  bool ownedHere(const FunctionBody &B, const Reach &R) const;
  bool removesIn(const Frame *F, llvm::StringRef Key, unsigned Depth) const;
  /// A local variable that may clean up.
  struct Guard {
    const FunctionBody &Body;
    Id Variable;
  };
  bool removesWhenGone(const Guard &G, const Frame *Object, Id Record,
                       llvm::StringRef Key, unsigned Depth) const;
  void owners(const Frame *F, llvm::StringRef Key, Id From,
              std::set<Id> &Out) const;
  void dismissals(const FunctionBody &B, Id Guard, const FunctionBody &Remover,
                  Id Removal, std::set<Id> &Out) const;
  struct Step;
  bool escapes(Id Ctx, Id From, const Care &By, bool Throws) const;
  bool leaves(const FunctionBody &B, Step &At, const Care &By, Id Handle) const;
  bool failedOpen(const FunctionBody &B, Id StmtIndex, Id Handle) const;
  Id handleOf(const FunctionBody &B, Id StmtIndex) const;
  bool mayThrow(Id Function, unsigned Depth, std::set<Id> &Seen) const;
  bool mayThrow(const CallFact &C) const;
  bool guardOfOwnFile(const FileOp &Op) const;
  bool uploaded(const FileOp &Op) const;
  bool partOfRequest(const FunctionBody &B, Id Node) const;
  bool onlyLookedAt(const FileOp &Op) const;
  bool ownFile(size_t Op) const;

  const Interpreter &I;
  const Program &P;
  const Strings &Text;
  std::vector<FileOp> Ops;
  std::set<std::string> Mounts;
  std::set<Id> BodyReaders; ///< functions that a library hands the body to
  Paths Names;
  std::map<Id, std::vector<Reach>> Reaches; ///< by activation
};

/// The operation is not what this call does: its arguments say so.
bool isOther(const FunctionBody &B, const CallFact &C, const FileSpec &S);

/// Can control go from one statement to the other in the same turn of the loops
/// around both?
bool leadsTo(const FunctionBody &B, Id From, Id To);

/// The edges that end a turn of the outermost loop around a statement.
std::set<std::pair<Id, Id>> nextTurns(const FunctionBody &B, Id Statement);

/// Removing \p Gone removes \p Path: itself, or a directory that holds it.
bool covers(llvm::StringRef Gone, llvm::StringRef Path);

} // namespace factor6

#endif
