//===- Tree.h - YAML text as a small tree with places ---------------------===//
//
// llvm::yaml streams its nodes and can visit each of them once. The loader
// wants to apply one entry to many names, so a document is first turned into
// this tree. Texts point into the YAML buffer or into the tree's allocator.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_MODELS_TREE_H
#define FACTOR6_MODELS_TREE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"

#include <string>
#include <vector>

namespace factor6::models {

struct Tree {
  enum class Kind : uint8_t { Null, Scalar, List, Map };
  Kind K = Kind::Null;
  bool Quoted = false;
  const char *At = nullptr; ///< in the YAML buffer, for messages
  llvm::StringRef Text;     ///< scalar
  std::vector<Tree> Items;  ///< list: elements; map: key, value, key, value ...

  bool isScalar() const { return K == Kind::Scalar; }
  bool isList() const { return K == Kind::List; }
  bool isMap() const { return K == Kind::Map; }
};

/// Collects "file:line: message" lines.
class Messages {
public:
  Messages(llvm::StringRef File, llvm::StringRef Text)
      : File(File), Text(Text) {}
  /// \p At points into the text; null means its first line.
  void add(const char *At, const std::string &Message);
  void addLine(unsigned Line, const std::string &Message);
  std::vector<std::string> take() { return std::move(Lines); }
  bool empty() const { return Lines.empty(); }

private:
  llvm::StringRef File, Text;
  std::vector<std::string> Lines;
};

/// Parses one YAML document. After a syntax error the tree holds what came
/// before it.
Tree parseTree(llvm::StringRef Yaml, llvm::BumpPtrAllocator &Alloc,
               Messages &Out);

} // namespace factor6::models

#endif
