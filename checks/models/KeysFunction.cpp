//===- KeysFunction.cpp - The keys of functions ---------------------------===//

#include "models/Keys.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <variant>

using namespace llvm;

namespace factor6::models {

namespace {

using Row = KeyRow<FunctionModel>;

/// Where a value inside a mapping such as `file: {path: 0, ...}` goes. An
/// `int` is an argument.
using Target =
    std::variant<int *, bool *, int64_t *, std::string *,
                 std::vector<std::string> *, std::vector<int64_t> *, RunKind *,
                 Lifetime *, FileMode *, Origin *, HandleAction *>;
struct Part {
  StringRef Name;
  Target To;
};

bool readPart(Reader &R, const Tree &T, const Target &To) {
  struct Visitor {
    Reader &R;
    const Tree &T;
    bool operator()(int *V) { return R.arg(T, *V); }
    bool operator()(bool *V) { return R.flag(T, *V); }
    bool operator()(int64_t *V) { return R.integer(T, *V); }
    bool operator()(std::string *V) { return R.text(T, *V); }
    bool operator()(std::vector<std::string> *V) { return R.texts(T, *V); }
    bool operator()(std::vector<int64_t> *V) { return R.integers(T, *V); }
    bool operator()(RunKind *V) { return R.run(T, *V); }
    bool operator()(Lifetime *V) { return R.lifetime(T, *V); }
    bool operator()(FileMode *V) { return R.mode(T, *V); }
    bool operator()(Origin *V) { return R.origin(T, *V); }
    bool operator()(HandleAction *V) { return R.action(T, *V); }
  };
  return std::visit(Visitor{R, T}, To);
}

/// Reads a mapping whose keys are \p Parts.
bool parts(Reader &R, const Tree &T, ArrayRef<Part> Parts) {
  if (!T.isMap())
    return R.fail(T, "expected a mapping such as {" + Parts.front().Name.str() +
                         ": ...}");
  for (size_t I = 0; I + 1 < T.Items.size(); I += 2) {
    const Tree &Key = T.Items[I];
    const Part *P =
        find_if(Parts, [&](const Part &P) { return P.Name == Key.Text; });
    if (P == Parts.end()) {
      std::vector<StringRef> Known;
      for (const Part &K : Parts)
        Known.push_back(K.Name);
      return R.unknownKey(Key, Known);
    }
    if (!readPart(R, T.Items[I + 1], P->To))
      return false;
  }
  return true;
}

/// Calls \p Read for a mapping, or for each mapping of a list.
bool each(const Tree &T, function_ref<bool(const Tree &)> Read) {
  if (!T.isList())
    return Read(T);
  return all_of(T.Items, Read);
}

void setCallable(FunctionModel &M, const CallableSpec &S) {
  erase_if(M.Callables, [&](const CallableSpec &C) { return C.Arg == S.Arg; });
  M.Callables.push_back(S);
}

bool entry(Reader &R, const Tree &T, FunctionModel &M) {
  std::vector<int> Args;
  if (!R.args(T, Args))
    return false;
  for (int A : Args) {
    CallableSpec S;
    S.Arg = A;
    S.Run = RunKind::Entry;
    setCallable(M, S);
  }
  return true;
}

bool run(Reader &R, const Tree &T, FunctionModel &M) {
  return each(T, [&](const Tree &Item) {
    CallableSpec S;
    const Part Parts[] = {{"arg", &S.Arg},
                          {"as", &S.Run},
                          {"lifetime", &S.ObjectLifetime},
                          {"context", &S.ContextArg},
                          {"context_param", &S.ContextParam},
                          {"descriptor_param", &S.DescriptorParam},
                          {"object", &S.ObjectArg},
                          {"timer_if_arg", &S.TimerIfArg},
                          {"timer_if", &S.TimerIf}};
    if (!parts(R, Item, Parts))
      return false;
    if (S.Arg == ArgNone)
      return R.fail(Item, "'run' needs 'arg': which argument is the callable");
    setCallable(M, S);
    return true;
  });
}

bool file(Reader &R, const Tree &T, FunctionModel &M) {
  std::vector<FileSpec> Read;
  bool Ok = each(T, [&](const Tree &Item) {
    FileSpec S;
    const Part Parts[] = {{"path", &S.PathArg},
                          {"mode", &S.Mode},
                          {"mode_arg", &S.ModeArg},
                          {"upload", &S.Upload},
                          {"log", &S.Log},
                          {"handle", &S.HandleArg},
                          {"write_mask", &S.WriteMask},
                          {"append_mask", &S.AppendMask},
                          {"create_mask", &S.CreateMask},
                          {"temp_mask", &S.TempMask},
                          {"data", &S.DataArg},
                          {"query_arg", &S.QueryArg},
                          {"unless", &S.UnlessArg}};
    if (!parts(R, Item, Parts))
      return false;
    Read.push_back(S);
    return true;
  });
  if (Ok)
    M.Files = std::move(Read);
  return Ok;
}

bool handle(Reader &R, const Tree &T, FunctionModel &M) {
  std::vector<HandleUse> Read;
  bool Ok = each(T, [&](const Tree &Item) {
    HandleUse S;
    const Part Parts[] = {{"arg", &S.Arg}, {"does", &S.Does}};
    if (!parts(R, Item, Parts))
      return false;
    Read.push_back(S);
    return true;
  });
  if (Ok)
    M.HandleUses = std::move(Read);
  return Ok;
}

bool writes(Reader &R, const Tree &T, FunctionModel &M) {
  if (T.isScalar() && (T.Text == "true" || T.Text == "false"))
    return R.flag(T, M.Writes);
  return R.args(T, M.WritesArgs);
}

bool pure(Reader &R, const Tree &T, FunctionModel &M) {
  if (T.isScalar() && (T.Text == "true" || T.Text == "false"))
    return R.flag(T, M.AllArgsPure);
  return R.args(T, M.PureArgs);
}

bool how(Reader &R, const Tree &T, FunctionModel &M) {
  static constexpr StringRef Words[] = {"insert", "erase",     "clear",
                                        "assign", "subscript", "swap",
                                        "move",   "change"};
  if (!T.isScalar() || !is_contained(Words, T.Text))
    return R.fail(
        T, "'how' must be one of insert, erase, clear, assign, subscript, "
           "swap, move, change");
  M.How = T.Text.str();
  return true;
}

bool returns(Reader &R, const Tree &T, FunctionModel &M) {
  if (T.isMap()) {
    const Part Parts[] = {{"argument", &M.OriginArg}};
    if (!parts(R, T, Parts))
      return false;
    M.Returns = Origin::Argument;
    return true;
  }
  Origin O;
  if (!R.origin(T, O))
    return false;
  M.Returns = O;
  return true;
}

bool outArgs(Reader &R, const Tree &T, FunctionModel &M) {
  std::vector<std::pair<int, Origin>> Read;
  bool Ok = each(T, [&](const Tree &Item) {
    std::pair<int, Origin> P{ArgNone, Origin::Unknown};
    const Part Parts[] = {{"arg", &P.first}, {"is", &P.second}};
    if (!parts(R, Item, Parts))
      return false;
    Read.push_back(P);
    return true;
  });
  if (Ok)
    M.OutArgs = std::move(Read);
  return Ok;
}

bool hostIf(Reader &R, const Tree &T, FunctionModel &M) {
  std::vector<HostIfSpec> Read;
  bool Ok = each(T, [&](const Tree &Item) {
    HostIfSpec S;
    const Part Parts[] = {{"arg", &S.Arg},
                          {"equals", &S.Equals},
                          {"equals_int", &S.EqualsInt},
                          {"host", &S.Host}};
    if (!parts(R, Item, Parts))
      return false;
    if (S.Arg == ArgNone || S.Host == ArgNone ||
        (S.Equals.empty() && S.EqualsInt.empty()))
      return R.fail(
          Item, "'host_if' needs 'arg', 'host' and 'equals' or 'equals_int'");
    Read.push_back(std::move(S));
    return true;
  });
  if (Ok)
    M.HostsIf = std::move(Read);
  return Ok;
}

bool configFile(Reader &R, const Tree &T, FunctionModel &M) {
  const Part Parts[] = {{"path", &M.ConfigArg},
                        {"key", &M.ConfigKey},
                        {"session", &M.ConfigSession}};
  if (!parts(R, T, Parts))
    return false;
  return (M.ConfigArg != ArgNone && !M.ConfigKey.empty() &&
          !M.ConfigSession.empty()) ||
         R.fail(T, "'config_file' needs 'path', 'key' and 'session'");
}

bool sticky(Reader &R, const Tree &T, FunctionModel &M) {
  if (!T.isMap())
    return R.text(T, M.Sticky);
  const Part Parts[] = {{"text", &M.Sticky},
                        {"arg", &M.StickyArg},
                        {"if_arg", &M.StickyIfArg},
                        {"if_equals", &M.StickyIfEquals}};
  return parts(R, T, Parts);
}

bool originIf(Reader &R, const Tree &T, FunctionModel &M) {
  const Part Parts[] = {{"arg", &M.OriginIfArg},
                        {"equals", &M.OriginIfEquals},
                        {"is", &M.OriginIf}};
  return parts(R, T, Parts);
}

bool store(Reader &R, const Tree &T, FunctionModel &M) {
  const Part Parts[] = {{"name", &M.Store},
                        {"path", &M.StorePathArg},
                        {"readonly", &M.StoreReadOnly},
                        {"readonly_arg", &M.StoreReadOnlyArg},
                        {"readonly_mask", &M.StoreReadOnlyMask},
                        {"readonly_names", &M.StoreReadOnlyNames},
                        {"readonly_paths", &M.StoreReadOnlyPaths},
                        {"memory", &M.StoreMemory},
                        {"memory_if_null", &M.StoreMemoryIfNull},
                        {"if_arg", &M.StoreIfArg},
                        {"if_equals", &M.StoreIfEquals}};
  if (!parts(R, T, Parts))
    return false;
  return !M.Store.empty() ||
         R.fail(T, "'store' needs 'name': the embedded store's name");
}

bool shared(Reader &R, const Tree &T, FunctionModel &M) {
  if (T.isScalar())
    return R.text(T, M.Shared);
  const Part Parts[] = {{"what", &M.Shared},
                        {"name", &M.SharedNameArg},
                        {"lock", &M.SharedLock},
                        {"if_arg", &M.SharedIfArg},
                        {"if_mask", &M.SharedIfMask},
                        {"if_value", &M.SharedIfValues},
                        {"readonly_arg", &M.SharedReadOnlyArg},
                        {"readonly_mask", &M.SharedReadOnlyMask},
                        {"readonly_value", &M.SharedReadOnlyValue}};
  if (!parts(R, T, Parts))
    return false;
  if (!M.SharedIfValues.empty())
    M.SharedIfValue = M.SharedIfValues.front();
  return !M.Shared.empty() ||
         R.fail(T, "'shared' needs 'what': the kind of shared object");
}

bool setting(Reader &R, const Tree &T, FunctionModel &M) {
  if (!T.isMap())
    return R.text(T, M.ProcessSetting);
  const Part Parts[] = {{"text", &M.ProcessSetting},
                        {"query_arg", &M.SettingNullArg}};
  return parts(R, T, Parts);
}

bool job(Reader &R, const Tree &T, FunctionModel &M) {
  M.JobStrong = T.isScalar() && T.Text == "strong";
  M.JobSource = M.JobStrong;
  return M.JobStrong || R.flag(T, M.JobSource);
}

bool jobIf(Reader &R, const Tree &T, FunctionModel &M) {
  const Part Parts[] = {{"arg", &M.JobIfArg}, {"begins", &M.JobIfBegins}};
  if (!parts(R, T, Parts))
    return false;
  return (M.JobIfArg != ArgNone && !M.JobIfBegins.empty()) ||
         R.fail(T, "'job_if' needs 'arg' and 'begins'");
}

bool entryObject(Reader &R, const Tree &T, FunctionModel &M) {
  if (!T.isMap())
    return R.args(T, M.EntryObjects);
  int Arg = ArgNone;
  const Part Parts[] = {{"arg", &Arg}, {"methods", &M.EntryMethods}};
  if (!parts(R, T, Parts))
    return false;
  M.EntryObjects = {Arg};
  return Arg != ArgNone || R.fail(T, "'entry_object' needs 'arg'");
}

bool mount(Reader &R, const Tree &T, FunctionModel &M) {
  M.Mount = R.arg(T, M.MountArg);
  return M.Mount;
}

bool autoAck(Reader &R, const Tree &T, FunctionModel &M) {
  if (T.isScalar())
    return R.flag(T, M.AutoAck);
  const Part Parts[] = {
      {"arg", &M.AutoAckArg},      {"mask", &M.AutoAckMask},
      {"names", &M.AutoAckNames},  {"if_arg", &M.AutoAckIfArg},
      {"if_equals", &M.AutoAckIf}, {"equals", &M.AutoAckEquals},
      {"begins", &M.AutoAckBegins}};
  return parts(R, T, Parts);
}

template <auto Member> constexpr auto FlagOf = MemberOf<Member>::flag;

constexpr Row Rows[] = {
    {"entry", entry},
    {"run", run},
    {"file", file},
    {"handle", handle},
    {"reads", FlagOf<&FunctionModel::HasReads>},
    {"writes", writes},
    {"pure", pure},
    {"how", how},
    {"returns", returns},
    {"out", outArgs},
    {"returns_if", originIf},
    {"host", MemberOf<&FunctionModel::Hosts>::args},
    {"host_if", hostIf},
    {"listen", MemberOf<&FunctionModel::Listens>::args},
    {"job", job},
    {"job_if", jobIf},
    {"pauses", FlagOf<&FunctionModel::Pauses>},
    {"figures", FlagOf<&FunctionModel::Figures>},
    {"rearms", FlagOf<&FunctionModel::Rearms>},
    {"sends", FlagOf<&FunctionModel::Sends>},
    {"serves", FlagOf<&FunctionModel::Serves>},
    {"service", FlagOf<&FunctionModel::ListensOrServes>},
    {"session", MemberOf<&FunctionModel::SessionSwitch>::text},
    {"config_file", configFile},
    {"sticky", sticky},
    {"store", store},
    {"store_path", MemberOf<&FunctionModel::StoreNameArg>::arg},
    {"shared", shared},
    {"setting", setting},
    {"asset", MemberOf<&FunctionModel::AssetTool>::text},
    {"command", MemberOf<&FunctionModel::CommandArg>::arg},
    {"body", MemberOf<&FunctionModel::BodyArg>::arg},
    {"mount", mount},
    {"autoack", autoAck},
    {"entry_object", entryObject},
    {"entry_result", FlagOf<&FunctionModel::EntryResult>},
    {"operation", MemberOf<&FunctionModel::OperationArg>::arg},
    {"format_into", MemberOf<&FunctionModel::FormatInto>::arg},
    {"default", MemberOf<&FunctionModel::DefaultArg>::arg},
    {"waits", FlagOf<&FunctionModel::Waits>},
    {"detaches", FlagOf<&FunctionModel::Detaches>},
    {"construct", FlagOf<&FunctionModel::Construct>},
    {"emplace", FlagOf<&FunctionModel::Emplace>},
    {"acknowledges", FlagOf<&FunctionModel::Acknowledges>},
    {"holds_arguments", FlagOf<&FunctionModel::HoldsArgs>},
    {"bind", FlagOf<&FunctionModel::Bind>},
    {"test", FlagOf<&FunctionModel::Test>},
    {"print", FlagOf<&FunctionModel::Print>},
    {"exits", FlagOf<&FunctionModel::Exits>},
    {"forks", FlagOf<&FunctionModel::Forks>},
    {"format", FlagOf<&FunctionModel::Format>},
    {"backing", FlagOf<&FunctionModel::Backing>},
    {"answers", FlagOf<&FunctionModel::Answers>},
    {"removes", FlagOf<&FunctionModel::Removes>},
};

} // namespace

bool applyKey(Reader &R, const Tree &Key, const Tree &Value, FunctionModel &M) {
  return applyRow(Rows, R, Key, Value, M);
}

} // namespace factor6::models
