//===- Types.h - What a type is for ---------------------------------------===//
#ifndef FACTOR6_DERIVE_TYPES_H
#define FACTOR6_DERIVE_TYPES_H

#include "link/Program.h"
#include "models/Models.h"

#include <optional>
#include <vector>

namespace factor6 {

/// Answers questions about types of one program with the models' help.
class Types {
public:
  Types(const Program &P, const ModelSet &M);

  /// The type without references.
  Id value(Id T) const;
  /// What a pointer, smart pointer or array leads to, repeatedly; else T.
  Id target(Id T) const;
  bool pointerLike(Id T) const; ///< raw or smart pointer, iterator
  bool reference(Id T) const;
  bool scalar(Id T) const;
  bool stringLike(Id T) const;
  /// What an object holds behind a lock, if its class does only that.
  Id guarded(Id T) const;
  bool array(Id T) const;
  /// A stream into a file; whether it is a log, its name tells.
  bool fileStream(Id T) const;
  bool range(Id T) const; ///< its elements can be walked: begin() and end()
  /// A record of the project that is walked into (no template, not a closure).
  bool ownRecord(Id T) const;
  bool atomicNumber(Id T) const;
  /// A generic container of the project's: an instance of a class template, or
  /// a record of C that keeps what it does not know (`void *`).
  bool ownTemplate(Id T) const;
  bool container(
      Id T) const; ///< by model, or an instance of a project's class template
  Id record(Id T) const; ///< record entity of value(T), or None

  /// The role of a type, looking through pointers and at base classes.
  Role role(Id T) const;
  /// A container whose entries are found by their keys: a map or set.
  bool table(Id T) const;
  /// A container, or a fixed number of them (shards, say): an array, pair or
  /// optional of containers or of own records with such members.
  bool keepsEntries(Id T, unsigned Depth = 0) const;
  /// The role of what a container holds.
  Role elementRole(Id T) const;
  Role recordRole(Id Record) const;
  /// Library name of the model that gave role(T); empty if none.
  const ClassModel *model(Id T) const;

  /// Qualified names of the record and all its bases, nearest first.
  const std::vector<std::string> &classNames(Id Record) const;
  /// Records that Record derives from, itself first.
  std::vector<Id> withBases(Id Record) const;
  /// Its objects are copied into asynchronous operations, one each.
  bool operation(Id Record) const;
  /// It may keep itself alive.
  bool selfKept(Id Record) const;
  /// It holds a connection and accepts none.
  bool ownsConnection(Id Record, unsigned Depth = 0) const;
  bool ownsRequest(Id Record) const; ///< it holds what belongs to one request
  bool stopwatch(Id Record) const;   ///< it only keeps when it was started
  bool holdsDescriptor(Id Record) const; ///< it has a member that is one
  bool descriptor(Id Member) const;      ///< an open connection's, by its name
  bool ownSocket(Id Record) const;       ///< a project's class that is a socket
  /// Both: one connection's object, kept alive by its own handlers.
  bool selfKeptConnection(Id Record) const;
  bool derivesFrom(Id Record, Id Base) const;

private:
  const ClassModel *findModel(Id T) const;
  Role computeRole(Id T, unsigned Depth) const;
  bool serviceTemplate(Id T) const;
  bool genericRecord(Id Record) const;
  bool implements(Id Record) const;
  bool locksOne(Id T) const;
  bool runsThreads(Id Record) const;
  bool serves(Id Record, unsigned Depth = 0) const;
  bool keepsArguments(Id T) const;
  bool threadAndFlags(Id Record) const;
  Role ownRole(Id Record, unsigned Depth) const;

  const Program &P;
  const ModelSet &M;
  mutable std::vector<int> RoleCache;
  mutable std::vector<std::optional<const ClassModel *>> ModelCache;
  mutable std::vector<int> RecordCache;
  mutable std::vector<int> RunsCache;
  mutable std::vector<int> GenericCache;
  mutable std::vector<std::vector<std::string>> Names;
};

/// Words in a name, lower case: "userSessions_" -> user, sessions.
std::vector<std::string> words(llvm::StringRef Name);
bool hasWord(llvm::StringRef Name, llvm::ArrayRef<llvm::StringRef> Any);
/// The first word of a command, in any case: "blpop jobs 0" begins with BLPOP.
bool beginsWith(llvm::StringRef Command, llvm::ArrayRef<std::string> Any);

} // namespace factor6

#endif
