//===- DeploymentYamlEntries.cpp - YAML text to flat entries --------------===//

#include "rules/DeploymentScanners.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"

using namespace llvm;

namespace factor6::deployment {
namespace {

/// Flattens the tree of one document.
class Flattener {
public:
  Flattener(StringRef Text, std::vector<Entry> &Out) : Text(Text), Out(Out) {}

  void visit(yaml::Node *N) {
    if (auto *Map = dyn_cast_or_null<yaml::MappingNode>(N))
      return visitMap(*Map);
    auto *List = dyn_cast_or_null<yaml::SequenceNode>(N);
    if (!List)
      return;
    Path.push_back("[]");
    for (yaml::Node &Item : *List) {
      if (isa<yaml::ScalarNode>(Item) || isa<yaml::BlockScalarNode>(Item))
        emit(offset(Item), Item, NextMap++);
      visit(&Item);
    }
    Path.pop_back();
  }

private:
  void visitMap(yaml::MappingNode &Map) {
    unsigned Id = NextMap++;
    for (yaml::KeyValueNode &Pair : Map) {
      auto *Key = dyn_cast_or_null<yaml::ScalarNode>(Pair.getKey());
      if (!Key) {
        Pair.skip();
        continue;
      }
      SmallString<64> Storage;
      Path.push_back(Key->getValue(Storage).str());
      size_t At = offset(*Key);
      yaml::Node *Value = Pair.getValue();
      if (Value)
        emit(At, *Value, Id);
      visit(Value);
      Path.pop_back();
    }
  }

  size_t offset(const yaml::Node &N) const {
    return static_cast<size_t>(N.getSourceRange().Start.getPointer() -
                               Text.data());
  }

  void emit(size_t At, yaml::Node &Value, unsigned Map) {
    Entry E;
    E.Path = Path;
    E.Offset = At;
    E.Map = Map;
    if (auto *Scalar = dyn_cast<yaml::ScalarNode>(&Value)) {
      SmallString<64> Storage;
      E.Value = Scalar->getValue(Storage).str();
    } else if (auto *Block = dyn_cast<yaml::BlockScalarNode>(&Value)) {
      E.Value = Block->getValue().str();
    }
    if (!E.Value.empty()) {
      SMRange Range = Value.getSourceRange();
      E.ValueOffset =
          static_cast<size_t>(Range.Start.getPointer() - Text.data());
      E.ValueLength = static_cast<size_t>(Range.End.getPointer() -
                                          Range.Start.getPointer());
    }
    Out.push_back(std::move(E));
  }

  StringRef Text;
  std::vector<Entry> &Out;
  std::vector<std::string> Path;
  unsigned NextMap = 1;
};

/// One level of indentation that the line scan is in.
struct Level {
  size_t Indent;
  std::string Key;
  unsigned Map;
};

/// Reads `key: value` and `- item` lines by their indentation.
class LineScanner {
public:
  LineScanner(StringRef Text, std::vector<Entry> &Out) : Text(Text), Out(Out) {}

  void run() {
    size_t Start = 0;
    while (Start < Text.size()) {
      size_t End = std::min(Text.find('\n', Start), Text.size());
      line(Text.slice(Start, End));
      Start = End + 1;
    }
  }

private:
  static bool isNothing(StringRef Body) {
    return Body.empty() || Body.starts_with("#") || Body.starts_with("{{") ||
           Body.starts_with("---") || Body.starts_with("{%");
  }

  void line(StringRef Line) {
    StringRef Body = Line.ltrim(' ');
    if (isNothing(Body))
      return;
    size_t Indent = Line.size() - Body.size();
    while (Body.starts_with("- ") || Body == "-") {
      leave(Indent);
      Levels.push_back({Indent, "[]", NextMap++});
      Body = Body.drop_front(1).ltrim(' ');
      Indent = Line.size() - Body.size();
    }
    leave(Indent);
    item(Body.take_front(Body.find(" #")).rtrim(), Indent);
  }

  void leave(size_t Indent) {
    while (!Levels.empty() && Levels.back().Indent >= Indent)
      Levels.pop_back();
  }

  void item(StringRef Body, size_t Indent) {
    auto [Key, Value] = split(Body);
    Entry E;
    for (const Level &L : Levels)
      E.Path.push_back(L.Key);
    E.Offset = static_cast<size_t>(Body.data() - Text.data());
    E.Map = mapOf(Indent);
    if (!Key.empty())
      E.Path.push_back(unquoted(Key).str());
    E.Value = unquoted(Key.empty() ? Body : Value).str();
    if (E.Path.empty())
      return;
    Out.push_back(E);
    if (!Key.empty())
      Levels.push_back({Indent, E.Path.back(), E.Map});
  }

  /// A key ends with a colon before a blank or the line's end.
  static std::pair<StringRef, StringRef> split(StringRef Body) {
    size_t Colon = Body.find(": ");
    if (Colon == StringRef::npos && Body.ends_with(":"))
      Colon = Body.size() - 1;
    if (Colon == StringRef::npos)
      return {StringRef(), Body};
    return {Body.take_front(Colon).trim(), Body.drop_front(Colon + 1).trim()};
  }

  static StringRef unquoted(StringRef S) {
    if (S.size() > 1 && (S.front() == '"' || S.front() == '\'') &&
        S.back() == S.front())
      return S.drop_front().drop_back();
    return S;
  }

  /// Keys of one indentation below one parent are siblings.
  unsigned mapOf(size_t Indent) {
    unsigned Parent = Levels.empty() ? 0 : Levels.back().Map * 64 + 64;
    return Parent + static_cast<unsigned>(Indent % 64);
  }

  StringRef Text;
  std::vector<Entry> &Out;
  std::vector<Level> Levels;
  unsigned NextMap = 1;
};

} // namespace

bool parseYaml(StringRef Text, std::vector<Entry> &Out) {
  SourceMgr Manager;
  Manager.setDiagHandler([](const SMDiagnostic &, void *) {});
  yaml::Stream Stream(Text, Manager, /*ShowColors=*/false);
  Flattener Flat(Text, Out);
  for (yaml::Document &Document : Stream) {
    Flat.visit(Document.getRoot());
    if (Stream.failed())
      return false;
  }
  return !Stream.failed();
}

void scanYamlLines(StringRef Text, std::vector<Entry> &Out) {
  LineScanner(Text, Out).run();
}

} // namespace factor6::deployment
