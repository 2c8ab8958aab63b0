//===- Tree.cpp - YAML text as a small tree with places -------------------===//

#include "models/Tree.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/StringSaver.h"
#include "llvm/Support/YAMLParser.h"

using namespace llvm;

namespace factor6::models {

void Messages::addLine(unsigned Line, const std::string &Message) {
  Lines.push_back((File + ":" + Twine(Line) + ": " + Message).str());
}

void Messages::add(const char *At, const std::string &Message) {
  unsigned Line = 1;
  if (At && At >= Text.begin() && At <= Text.end())
    Line += StringRef(Text.begin(), At - Text.begin()).count('\n');
  addLine(Line, Message);
}

namespace {

/// Turns llvm::yaml nodes into Tree nodes.
class Builder {
public:
  Builder(BumpPtrAllocator &Alloc, Messages &Out) : Saver(Alloc), Out(Out) {}

  Tree build(yaml::Node *N, unsigned Depth = 0) {
    Tree T;
    if (!N)
      return T;
    T.At = N->getSourceRange().Start.getPointer();
    if (Depth > MaxDepth) {
      Out.add(T.At, "nested too deeply: a model file needs at most six levels");
      N->skip();
      return T;
    }
    if (auto *S = dyn_cast<yaml::ScalarNode>(N))
      scalar(*S, T);
    else if (auto *B = dyn_cast<yaml::BlockScalarNode>(N))
      T.K = Tree::Kind::Scalar, T.Quoted = true, T.Text = B->getValue();
    else if (auto *L = dyn_cast<yaml::SequenceNode>(N))
      list(*L, T, Depth);
    else if (auto *M = dyn_cast<yaml::MappingNode>(N))
      map(*M, T, Depth);
    else if (isa<yaml::AliasNode>(N))
      Out.add(T.At, "aliases ('*name') are not supported: write the value out, "
                    "or quote a name "
                    "that starts with '*'");
    return T;
  }

private:
  static constexpr unsigned MaxDepth = 12;
  StringSaver Saver;
  Messages &Out;

  void scalar(yaml::ScalarNode &S, Tree &T) {
    StringRef Raw = S.getRawValue();
    T.K = Tree::Kind::Scalar;
    T.Quoted = Raw.starts_with("\"") || Raw.starts_with("'");
    // Nearly all scalars are plain names; getValue() would look for line
    // breaks and escapes byte by byte.
    if (!Raw.contains('\n') && !Raw.contains('\\') && !Raw.starts_with("'") &&
        (!T.Quoted || Raw.size() > 1)) {
      T.Text = T.Quoted ? Raw.drop_front().drop_back() : Raw.rtrim(' ');
      return;
    }
    SmallString<64> Storage;
    StringRef Value = S.getValue(Storage);
    T.Text = Value.data() == Storage.data() ? Saver.save(Value) : Value;
    if (!T.Quoted)
      T.Text = T.Text.rtrim();
  }

  void list(yaml::SequenceNode &L, Tree &T, unsigned Depth) {
    T.K = Tree::Kind::List;
    for (yaml::Node &Item : L)
      T.Items.push_back(build(&Item, Depth + 1));
  }

  void map(yaml::MappingNode &M, Tree &T, unsigned Depth) {
    T.K = Tree::Kind::Map;
    for (yaml::KeyValueNode &Pair : M) {
      T.Items.push_back(build(Pair.getKey(), Depth + 1));
      T.Items.push_back(build(Pair.getValue(), Depth + 1));
    }
  }
};

} // namespace

Tree parseTree(StringRef Yaml, BumpPtrAllocator &Alloc, Messages &Out) {
  SourceMgr SM;
  SM.setDiagHandler(
      [](const SMDiagnostic &D, void *Context) {
        unsigned Line = D.getLineNo() > 0 ? D.getLineNo() : 1;
        static_cast<Messages *>(Context)->addLine(
            Line, "YAML syntax: " + D.getMessage().str() +
                      "; check indentation and quotes here");
      },
      &Out);
  yaml::Stream Stream(Yaml, SM, /*ShowColors=*/false);
  auto Document = Stream.begin();
  if (Document == Stream.end())
    return {};
  Tree Root = Builder(Alloc, Out).build(Document->getRoot());
  if (Out.empty() && Stream.failed())
    Out.add(nullptr, "not valid YAML");
  return Root;
}

} // namespace factor6::models
