//===- Models.cpp - Loading and looking up models -------------------------===//

#include "models/Models.h"

#include "models/Embedded.h"
#include "models/Keys.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/xxhash.h"

#include <deque>
#include <map>

using namespace llvm;
using factor6::models::Messages;
using factor6::models::Reader;
using factor6::models::Tree;

namespace factor6 {

namespace {

/// Where the scope of a qualified name ends: the last "::" that is not part of
/// an operator's name.
size_t scopeEnd(StringRef Name) {
  if (size_t Op = Name.find("::operator"); Op != StringRef::npos)
    return Op;
  return Name.rfind("::");
}

/// Does \p Text match \p Pattern, in which `*` stands for any characters?
bool matchesGlob(StringRef Pattern, StringRef Text) {
  auto [Head, Tail] = Pattern.split('*');
  if (Head.size() == Pattern.size())
    return Pattern == Text;
  if (!Text.consume_front(Head))
    return false;
  while (Tail.contains('*')) {
    auto [Middle, Rest] = Tail.split('*');
    size_t At = Text.find(Middle);
    if (At == StringRef::npos)
      return false;
    Text = Text.drop_front(At + Middle.size());
    Tail = Rest;
  }
  return Text.ends_with(Tail);
}

/// Models of one kind by name. Names of one entry share a model.
template <typename Model> class Table {
public:
  explicit Table(unsigned ExpectedNames) : Exact(ExpectedNames) {}

  /// Applies \p Entry (a mapping) to the models of \p Names. What is wrong is
  /// reported once; the entry's other keys are kept.
  void add(Messages &Out, const Tree &Entry, ArrayRef<StringRef> Names,
           StringRef Library) {
    unsigned Fresh = Models.size();
    Models.push_back(apply(Out, Entry, Model(), Library));
    for (StringRef Name : Names) {
      unsigned &Slot = slot(Name);
      if (Slot == Fresh)
        continue;
      if (Slot == Unset) {
        Slot = Fresh;
        continue;
      }
      Messages Again("", "");
      Models.push_back(apply(Again, Entry, Models[Slot], Library));
      Slot = Models.size() - 1;
    }
  }

  const Model *exact(StringRef Name) const {
    auto It = Exact.find(Name);
    return It == Exact.end() ? nullptr : &Models[It->second];
  }
  const Model *scoped(StringRef Scope) const {
    auto It = Scopes.find(Scope);
    return It == Scopes.end() ? nullptr : &Models[It->second];
  }
  const Model *globbed(StringRef Name) const {
    for (const auto &[Pattern, Index] : Globs)
      if (matchesGlob(Pattern, Name))
        return &Models[Index];
    return nullptr;
  }
  const Model *find(StringRef Name) const {
    if (const Model *M = exact(Name))
      return M;
    if (size_t End = scopeEnd(Name); End != StringRef::npos)
      if (const Model *M = scoped(Name.take_front(End)))
        return M;
    return globbed(Name);
  }

  void names(StringRef Kind, std::vector<ModelSet::Name> &Out) const {
    for (const auto &E : Exact)
      Out.push_back({E.first().str(), Kind, Models[E.second].Library});
    for (const auto &E : Scopes)
      Out.push_back({E.first().str() + "::*", Kind, Models[E.second].Library});
    for (const auto &[Pattern, Index] : Globs)
      Out.push_back({Pattern, Kind, Models[Index].Library});
  }

private:
  static constexpr unsigned Unset = ~0u;
  std::deque<Model> Models; // never moved: entries are large
  StringMap<unsigned> Exact, Scopes;
  std::vector<std::pair<std::string, unsigned>> Globs;

  static Model apply(Messages &Out, const Tree &Entry, Model M,
                     StringRef Library) {
    Reader R(Out);
    M.Library = Library.str();
    for (size_t I = 0; I + 1 < Entry.Items.size(); I += 2)
      if (Entry.Items[I].Text != "name")
        applyKey(R, Entry.Items[I], Entry.Items[I + 1], M);
    return M;
  }

  unsigned &slot(StringRef Name) {
    size_t End = scopeEnd(Name);
    StringRef Last = End == StringRef::npos ? Name : Name.drop_front(End + 2);
    if (!Name.contains('*') || Last.starts_with("operator"))
      return Exact.try_emplace(Name, Unset).first->second;
    if (Last == "*" && Name.count('*') == 1)
      return Scopes.try_emplace(Name.take_front(End), Unset).first->second;
    for (auto &[Pattern, Index] : Globs)
      if (Pattern == Name)
        return Index;
    return Globs.emplace_back(Name.str(), Unset).second;
  }
};

} // namespace

struct ModelSet::Impl {
  Table<FunctionModel> Functions{8192};
  Table<ClassModel> Classes{2048};
  Table<FieldModel> Fields{128};
  std::map<WordKind, std::vector<std::string>> Words;
  StringMap<std::string> Reaches; ///< by library
  uint64_t Hash = 0;

  void load(Messages &Out, const Tree &Root);
  template <typename Model>
  void section(Messages &Out, const Tree &List, Table<Model> &To,
               StringRef Library);
  void words(Messages &Out, const Tree &Lists);
};

/// The names of an entry; reports if there are none.
static std::vector<StringRef> namesOf(Messages &Out, const Tree &Entry) {
  std::vector<StringRef> Names;
  if (!Entry.isMap()) {
    Out.add(Entry.At, "expected an entry such as '- name: ns::function'");
    return Names;
  }
  for (size_t I = 0; I + 1 < Entry.Items.size(); I += 2) {
    if (Entry.Items[I].Text != "name")
      continue;
    const Tree &Value = Entry.Items[I + 1];
    ArrayRef<Tree> All =
        Value.isList() ? ArrayRef<Tree>(Value.Items) : ArrayRef<Tree>(Value);
    for (const Tree &T : All) {
      StringRef Name = T.Text;
      Name.consume_front("::");
      if (!T.isScalar() || Name.empty() || Name == "*")
        Out.add(T.At,
                "expected a qualified C++ name such as ns::Class::method");
      else if (Name.contains('<'))
        if (scopeEnd(Name) != Name.find("::operator"))
          Out.add(T.At, "'" + Name.str() +
                            "': names are written without template arguments");
        else
          Names.push_back(Name);
      else if (Name.contains('('))
        if (Name.ends_with("operator()"))
          Names.push_back(Name);
        else
          Out.add(T.At,
                  "'" + Name.str() + "': names are written without parameters");
      else
        Names.push_back(Name);
    }
    return Names;
  }
  Out.add(
      Entry.At,
      "entry without 'name': say which function, type or field it describes");
  return Names;
}

template <typename Model>
void ModelSet::Impl::section(Messages &Out, const Tree &List, Table<Model> &To,
                             StringRef Library) {
  if (List.K == Tree::Kind::Null)
    return;
  if (!List.isList()) {
    Out.add(List.At, "expected a list of entries ('- name: ...')");
    return;
  }
  for (const Tree &Entry : List.Items)
    if (std::vector<StringRef> Names = namesOf(Out, Entry); !Names.empty())
      To.add(Out, Entry, Names, Library);
}

void ModelSet::Impl::words(Messages &Out, const Tree &Lists) {
  Reader R(Out);
  if (!Lists.isMap()) {
    Out.add(Lists.At, "expected lists such as 'asset_tool: [sass, webpack]'");
    return;
  }
  for (size_t I = 0; I + 1 < Lists.Items.size(); I += 2) {
    WordKind Kind;
    std::vector<std::string> Words;
    if (R.wordKind(Lists.Items[I], Kind) && R.texts(Lists.Items[I + 1], Words))
      llvm::append_range(this->Words[Kind], Words);
  }
}

void ModelSet::Impl::load(Messages &Out, const Tree &Root) {
  if (!Root.isMap()) {
    if (Out.empty())
      Out.add(Root.At, "expected a mapping with 'library' and 'functions', "
                       "'types', 'classes', 'fields' or 'words'");
    return;
  }
  StringRef Library;
  for (size_t I = 0; I + 1 < Root.Items.size(); I += 2)
    if (Root.Items[I].Text == "library")
      Library = Root.Items[I + 1].Text;
  if (Library.empty())
    Out.add(Root.At,
            "'library' is missing: the name that messages show, such as "
            "'library: httplib'");
  for (size_t I = 0; I + 1 < Root.Items.size(); I += 2) {
    const Tree &Key = Root.Items[I], &Value = Root.Items[I + 1];
    if (Key.Text == "functions")
      section(Out, Value, Functions, Library);
    else if (Key.Text == "types" || Key.Text == "classes")
      section(Out, Value, Classes, Library);
    else if (Key.Text == "fields")
      section(Out, Value, Fields, Library);
    else if (Key.Text == "words")
      words(Out, Value);
    else if (Key.Text == "reaches")
      Reader(Out).text(Value, Reaches[Library]);
    else if (Key.Text != "library")
      Reader(Out).unknownKey(Key, {"library", "reaches", "functions", "types",
                                   "classes", "fields", "words"});
  }
}

ModelSet::ModelSet() : I(std::make_unique<Impl>()) {}
ModelSet::~ModelSet() = default;
ModelSet::ModelSet(const ModelSet &Other)
    : I(std::make_unique<Impl>(*Other.I)) {}
ModelSet &ModelSet::operator=(const ModelSet &Other) {
  if (this != &Other)
    *I = *Other.I;
  return *this;
}

const ModelSet &ModelSet::builtin() {
  static const ModelSet Builtin = [] {
    ModelSet Set;
    for (const EmbeddedModel &M : embeddedModels())
      Set.add(M.Text, M.Name); // a test checks that they are right
    return Set;
  }();
  return Builtin;
}

std::vector<std::string> ModelSet::add(StringRef Yaml, StringRef Name) {
  BumpPtrAllocator Alloc;
  Messages Out(Name, Yaml);
  Tree Root = models::parseTree(Yaml, Alloc, Out);
  I->load(Out, Root);
  uint64_t Parts[] = {I->Hash, xxh3_64bits(Yaml)};
  I->Hash = xxh3_64bits(
      ArrayRef(reinterpret_cast<const uint8_t *>(Parts), sizeof(Parts)));
  return Out.take();
}

const FunctionModel *ModelSet::function(StringRef QualifiedName,
                                        ArrayRef<std::string> Classes) const {
  const Table<FunctionModel> &T = I->Functions;
  size_t End = scopeEnd(QualifiedName);
  StringRef Method = End == StringRef::npos ? QualifiedName
                                            : QualifiedName.drop_front(End + 2);
  SmallString<128> Name;
  auto InClass = [&](StringRef Class) {
    Name = Class;
    Name += "::";
    Name += Method;
    return StringRef(Name);
  };
  for (const std::string &C : Classes)
    if (const FunctionModel *M = T.exact(InClass(C)))
      return M;
  if (const FunctionModel *M = T.exact(QualifiedName))
    return M;
  if (End != StringRef::npos)
    if (const FunctionModel *M = T.scoped(QualifiedName.take_front(End)))
      return M;
  for (const std::string &C : Classes)
    if (const FunctionModel *M = T.scoped(C))
      return M;
  if (const FunctionModel *M = T.globbed(QualifiedName))
    return M;
  for (const std::string &C : Classes)
    if (const FunctionModel *M = T.globbed(InClass(C)))
      return M;
  return nullptr;
}

const ClassModel *ModelSet::type(StringRef Name) const {
  return I->Classes.find(Name);
}
const FieldModel *ModelSet::field(StringRef Name) const {
  return I->Fields.find(Name);
}

const std::vector<std::string> &ModelSet::words(WordKind Kind) const {
  static const std::vector<std::string> Empty;
  auto It = I->Words.find(Kind);
  return It == I->Words.end() ? Empty : It->second;
}

StringRef ModelSet::reaches(StringRef Library) const {
  auto It = I->Reaches.find(Library);
  return It == I->Reaches.end() ? StringRef() : StringRef(It->second);
}

std::vector<ModelSet::Name> ModelSet::names() const {
  std::vector<Name> All;
  I->Functions.names("function", All);
  I->Classes.names("type", All);
  I->Fields.names("field", All);
  llvm::sort(All, [](const Name &A, const Name &B) {
    return std::tie(A.Qualified, A.Kind) < std::tie(B.Qualified, B.Kind);
  });
  return All;
}

uint64_t ModelSet::fingerprint() const { return I->Hash; }

} // namespace factor6
