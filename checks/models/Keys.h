//===- Keys.h - The keys of a model file ----------------------------------===//
//
// One table per kind of entry: key -> what it sets. Adding a key means one
// line in a table of Keys*.cpp and one in docs/adding-a-model.md.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_MODELS_KEYS_H
#define FACTOR6_MODELS_KEYS_H

#include "models/Models.h"
#include "models/Tree.h"

namespace factor6::models {

/// Reads values from tree nodes, reporting what is wrong with them. Each
/// reader returns false, having reported, when the value is unusable.
class Reader {
public:
  explicit Reader(Messages &Out) : Out(Out) {}
  bool flag(const Tree &T, bool &To);
  bool text(const Tree &T, std::string &To);
  bool integer(const Tree &T, int64_t &To);
  bool arg(const Tree &T, int &To);
  bool texts(const Tree &T, std::vector<std::string> &To);
  bool integers(const Tree &T, std::vector<int64_t> &To);
  bool args(const Tree &T, std::vector<int> &To);
  bool role(const Tree &T, Role &To);
  bool run(const Tree &T, RunKind &To);
  bool lifetime(const Tree &T, Lifetime &To);
  bool mode(const Tree &T, FileMode &To);
  bool origin(const Tree &T, Origin &To);
  bool action(const Tree &T, HandleAction &To);
  bool wordKind(const Tree &T, WordKind &To);
  bool fail(const Tree &T, const std::string &Message);
  /// Reports an unknown key with the nearest of \p Known.
  bool unknownKey(const Tree &Key, llvm::ArrayRef<llvm::StringRef> Known);

private:
  Messages &Out;
};

/// Applies one `key: value` to a model; reports and returns false if wrong.
bool applyKey(Reader &R, const Tree &Key, const Tree &Value, FunctionModel &M);
bool applyKey(Reader &R, const Tree &Key, const Tree &Value, ClassModel &M);
bool applyKey(Reader &R, const Tree &Key, const Tree &Value, FieldModel &M);

/// One entry of a key table.
template <typename Model> struct KeyRow {
  llvm::StringRef Name;
  bool (*Apply)(Reader &R, const Tree &Value, Model &M);
};

/// Finds \p Key in \p Rows and applies it.
template <typename Model, size_t N>
bool applyRow(const KeyRow<Model> (&Rows)[N], Reader &R, const Tree &Key,
              const Tree &Value, Model &M) {
  for (const KeyRow<Model> &Row : Rows)
    if (Row.Name == Key.Text)
      return Row.Apply(R, Value, M);
  std::vector<llvm::StringRef> Known{"name"};
  for (const KeyRow<Model> &Row : Rows)
    Known.push_back(Row.Name);
  return R.unknownKey(Key, Known);
}

/// Rows for plain members of a model.
template <auto Member> struct MemberOf;
template <typename Model, typename T, T Model::*Member>
struct MemberOf<Member> {
  static bool flag(Reader &R, const Tree &V, Model &M) {
    return R.flag(V, M.*Member);
  }
  static bool text(Reader &R, const Tree &V, Model &M) {
    return R.text(V, M.*Member);
  }
  static bool texts(Reader &R, const Tree &V, Model &M) {
    return R.texts(V, M.*Member);
  }
  static bool arg(Reader &R, const Tree &V, Model &M) {
    return R.arg(V, M.*Member);
  }
  static bool args(Reader &R, const Tree &V, Model &M) {
    return R.args(V, M.*Member);
  }
};

} // namespace factor6::models

#endif
