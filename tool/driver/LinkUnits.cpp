//===- LinkUnits.cpp - Which sources make which program -------------------===//

#include "driver/LinkUnits.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <map>
#include <set>

using namespace factor6;
using llvm::StringRef;
namespace json = llvm::json;
namespace path = llvm::sys::path;

namespace {

struct Target {
  std::string Name, Kind;
  std::vector<std::string> Sources; ///< compiled ones, absolute
  std::vector<std::string> Needs;   ///< ids of other targets
};

using Targets = std::map<std::string, Target>;

std::optional<json::Object> readObject(StringRef Folder, StringRef Name) {
  llvm::SmallString<256> Path(Folder);
  path::append(Path, Name);
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer)
    return std::nullopt;
  llvm::Expected<json::Value> Value = json::parse((*Buffer)->getBuffer());
  if (!Value) {
    llvm::consumeError(Value.takeError());
    return std::nullopt;
  }
  if (json::Object *Object = Value->getAsObject())
    return std::move(*Object);
  return std::nullopt;
}

/// The newest index: its name sorts last.
std::string newestIndex(StringRef Reply) {
  std::string Newest;
  std::error_code Problem;
  for (llvm::sys::fs::directory_iterator It(Reply, Problem), End;
       !Problem && It != End; It.increment(Problem)) {
    StringRef Name = path::filename(It->path());
    if (Name.starts_with("index-") && Name.ends_with(".json") && Name > Newest)
      Newest = Name.str();
  }
  return Newest;
}

/// The strings under \p Key of each object in \p List.
std::vector<std::string> strings(const json::Array *List, StringRef Key) {
  std::vector<std::string> Out;
  if (!List)
    return Out;
  for (const json::Value &Element : *List)
    if (const json::Object *Object = Element.getAsObject())
      if (std::optional<StringRef> Text = Object->getString(Key))
        Out.push_back(Text->str());
  return Out;
}

Target readTarget(const json::Object &Description, StringRef SourceRoot) {
  Target T;
  T.Name = Description.getString("name").value_or("").str();
  T.Kind = Description.getString("type").value_or("").str();
  T.Needs = strings(Description.getArray("dependencies"), "id");
  if (const json::Array *Sources = Description.getArray("sources"))
    for (const json::Value &Element : *Sources) {
      const json::Object *Source = Element.getAsObject();
      if (!Source ||
          !Source->get("compileGroupIndex")) // a header or an object file
        continue;
      if (std::optional<StringRef> Path = Source->getString("path"))
        T.Sources.push_back(absolutePath(*Path, SourceRoot));
    }
  return T;
}

Targets readTargets(StringRef Reply) {
  Targets All;
  std::optional<json::Object> Index = readObject(Reply, newestIndex(Reply));
  const json::Array *Objects = Index ? Index->getArray("objects") : nullptr;
  std::string ModelFile;
  if (Objects)
    for (const json::Value &Element : *Objects) {
      const json::Object *Object = Element.getAsObject();
      if (Object && Object->getString("kind").value_or("") == "codemodel")
        ModelFile = Object->getString("jsonFile").value_or("").str();
    }
  std::optional<json::Object> Model =
      ModelFile.empty() ? std::nullopt : readObject(Reply, ModelFile);
  const json::Object *Paths = Model ? Model->getObject("paths") : nullptr;
  const json::Array *Configurations =
      Model ? Model->getArray("configurations") : nullptr;
  if (!Paths || !Configurations || Configurations->empty())
    return All;
  StringRef SourceRoot = Paths->getString("source").value_or("");
  // Configurations of one build folder differ in flags, not in structure.
  const json::Object *First = Configurations->front().getAsObject();
  const json::Array *List = First ? First->getArray("targets") : nullptr;
  std::vector<std::string> Ids = strings(List, "id"),
                           Files = strings(List, "jsonFile");
  if (Ids.size() != Files.size())
    return All;
  for (size_t I = 0; I < Ids.size(); ++I)
    if (std::optional<json::Object> Description = readObject(Reply, Files[I]))
      All[Ids[I]] = readTarget(*Description, SourceRoot);
  return All;
}

bool isLibrary(const Target &T) {
  return StringRef(T.Kind).ends_with("_LIBRARY");
}

/// \p Id and the libraries it is made of. Modules are loaded by name at run
/// time, not linked; an executable among the needs is a tool of the build.
std::set<std::string> linkedWith(const std::string &Id, const Targets &All) {
  std::set<std::string> Seen{Id};
  std::vector<std::string> Pending{Id};
  while (!Pending.empty()) {
    auto Current = All.find(Pending.back());
    Pending.pop_back();
    for (const std::string &Need : Current->second.Needs) {
      auto Found = All.find(Need);
      if (Found != All.end() && isLibrary(Found->second) &&
          Found->second.Kind != "MODULE_LIBRARY" && Seen.insert(Need).second)
        Pending.push_back(Need);
    }
  }
  return Seen;
}

} // namespace

std::vector<BuildUnit> factor6::readBuildUnits(StringRef BuildFolder) {
  llvm::SmallString<256> Reply(BuildFolder);
  path::append(Reply, ".cmake", "api", "v1", "reply");
  Targets All = readTargets(Reply);
  std::vector<BuildUnit> Units;
  std::set<std::string> InExecutable;
  auto Add = [&](const std::string &Id, const std::set<std::string> &Parts) {
    BuildUnit Unit;
    Unit.Name = All[Id].Name;
    for (const std::string &Part : Parts)
      for (const std::string &Source : All[Part].Sources)
        Unit.Sources.emplace_back(Source, All[Part].Name);
    if (!Unit.Sources.empty())
      Units.push_back(std::move(Unit));
  };
  for (const auto &[Id, T] : All)
    if (T.Kind == "EXECUTABLE") {
      std::set<std::string> Parts = linkedWith(Id, All);
      InExecutable.insert(Parts.begin(), Parts.end());
      Add(Id, Parts);
    }
  for (const auto &[Id, T] : All)
    if ((T.Kind == "SHARED_LIBRARY" || T.Kind == "MODULE_LIBRARY") &&
        !InExecutable.count(Id))
      Add(Id, linkedWith(Id, All));
  llvm::stable_sort(Units, [](const BuildUnit &A, const BuildUnit &B) {
    return A.Name < B.Name;
  });
  return Units;
}

std::vector<size_t> factor6::jobsOf(const BuildUnit &Unit,
                                    const CompileDatabase &Database) {
  std::map<StringRef, std::set<StringRef>> TargetsOf;
  for (const auto &[Source, Target] : Unit.Sources)
    TargetsOf[Source].insert(Target);
  std::map<StringRef, std::vector<size_t>> ByFile, Own;
  for (size_t I = 0; I < Database.Jobs.size(); ++I) {
    const CompileJob &Job = Database.Jobs[I];
    auto Found = TargetsOf.find(Job.File);
    if (Found == TargetsOf.end())
      continue;
    ByFile[Job.File].push_back(I);
    for (StringRef Target : Found->second)
      if (llvm::any_of(Job.Outputs, [&](StringRef Output) {
            return Output.contains(("CMakeFiles/" + Target + ".dir/").str());
          }))
        Own[Job.File].push_back(I);
  }
  std::set<size_t> Jobs;
  for (const auto &[File, List] : ByFile) {
    auto Found = Own.find(File);
    const std::vector<size_t> &Chosen =
        Found == Own.end() ? List : Found->second;
    Jobs.insert(Chosen.begin(), Chosen.end());
  }
  return {Jobs.begin(), Jobs.end()};
}
