//===- Reader.cpp - Values of a model file --------------------------------===//

#include "models/Keys.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace factor6::models {

namespace {

template <typename E> struct Word {
  StringRef Text;
  E Value;
};

constexpr Word<Role> Roles[] = {{"none", Role::None},
                                {"sync", Role::Sync},
                                {"metric", Role::Metric},
                                {"test", Role::Test},
                                {"logger", Role::Logger},
                                {"handle", Role::Handle},
                                {"server", Role::Server},
                                {"executor", Role::Executor},
                                {"random", Role::Random},
                                {"regex", Role::Regex},
                                {"allocator", Role::Allocator},
                                {"clock", Role::Clock},
                                {"config", Role::Config},
                                {"scratch", Role::Scratch},
                                {"smart_pointer", Role::SmartPointer},
                                {"container", Role::Container},
                                {"cache", Role::Cache},
                                {"session", Role::Session},
                                {"request", Role::RequestObject},
                                {"connection", Role::ConnectionObject},
                                {"queue", Role::Queue},
                                {"future", Role::Future},
                                {"iterator", Role::Iterator},
                                {"value", Role::Value}};

constexpr Word<RunKind> Runs[] = {
    {"inline", RunKind::Inline},         {"entry", RunKind::Entry},
    {"startup", RunKind::StartUp},       {"once", RunKind::Once},
    {"thread", RunKind::Thread},         {"deferred", RunKind::Deferred},
    {"timer", RunKind::Timer},           {"async", RunKind::Async},
    {"complete", RunKind::Complete},     {"spawn", RunKind::Spawn},
    {"background", RunKind::Background}, {"shutdown", RunKind::ShutDown},
    {"ignore", RunKind::Ignore}};

constexpr Word<Lifetime> Lifetimes[] = {
    {"request", Lifetime::Request}, {"connection", Lifetime::Connection},
    {"thread", Lifetime::Thread},   {"process", Lifetime::Process},
    {"host", Lifetime::Host},       {"service", Lifetime::Service}};

constexpr Word<FileMode> Modes[] = {{"by_mode", FileMode::ByMode},
                                    {"read", FileMode::Read},
                                    {"write", FileMode::Write},
                                    {"append", FileMode::Append},
                                    {"create", FileMode::Create},
                                    {"remove", FileMode::Remove},
                                    {"rename_from", FileMode::RenameFrom},
                                    {"rename_to", FileMode::RenameTo},
                                    {"copy_from", FileMode::CopyFrom},
                                    {"copy_to", FileMode::CopyTo},
                                    {"list", FileMode::List},
                                    {"mkdir", FileMode::MakeDir},
                                    {"permissions", FileMode::Permissions},
                                    {"link", FileMode::Link},
                                    {"scoped", FileMode::Scoped},
                                    {"kept", FileMode::Kept}};

constexpr Word<Origin> Origins[] = {
    {"unknown", Origin::Unknown},          {"environment", Origin::Environment},
    {"command_line", Origin::CommandLine}, {"config", Origin::Config},
    {"temp_path", Origin::TempPath},       {"descriptor", Origin::Descriptor},
    {"request", Origin::Request},          {"session_key", Origin::SessionKey},
    {"peer_address", Origin::PeerAddress}, {"instance", Origin::Instance},
    {"backing", Origin::Backing},          {"element", Origin::Element},
    {"receiver", Origin::ReceiverItself},  {"fresh", Origin::Fresh},
    {"singleton", Origin::Singleton}};

constexpr Word<HandleAction> Actions[] = {{"read", HandleAction::Read},
                                          {"write", HandleAction::Write},
                                          {"close", HandleAction::Close},
                                          {"truncate", HandleAction::Truncate},
                                          {"list", HandleAction::List}};

constexpr Word<WordKind> WordKinds[] = {
    {"affinity_cookie", WordKind::AffinityCookie},
    {"algorithm", WordKind::Algorithm},
    {"asset_tool", WordKind::AssetTool},
    {"backing_service", WordKind::BackingService},
    {"client_address", WordKind::ClientAddress},
    {"visitor_key", WordKind::VisitorKey},
    {"forwarding_namespace", WordKind::ForwardingNamespace},
    {"generated_file", WordKind::GeneratedFile},
    {"instantiating_header", WordKind::InstantiatingHeader},
    {"shut_down_method", WordKind::ShutDownMethod},
    {"start_up_method", WordKind::StartUpMethod},
    {"statistics_line", WordKind::StatisticsLine},
    {"vendored_file", WordKind::VendoredFile}};

constexpr Word<int> ArgWords[] = {{"receiver", ArgReceiver},
                                  {"result", ArgResult},
                                  {"any", ArgAnyCallable},
                                  {"first_text", ArgFirstText},
                                  {"last", -1}};

template <typename Range> std::string listOf(const Range &Words) {
  std::string All;
  for (const auto &W : Words)
    All += (All.empty() ? "" : ", ") + W.Text.str();
  return All;
}

template <typename E, size_t N>
bool word(Reader &R, const Tree &T, const Word<E> (&Words)[N], E &To,
          const char *What) {
  if (T.isScalar())
    for (const Word<E> &W : Words)
      if (W.Text == T.Text) {
        To = W.Value;
        return true;
      }
  return R.fail(T, "'" + T.Text.str() + "' is not " + What + "; use one of " +
                       listOf(Words));
}

/// Reads a value or a list of them.
template <typename V, typename One>
bool many(const Tree &T, std::vector<V> &To, One ReadOne) {
  std::vector<V> Read;
  if (T.isList()) {
    for (const Tree &Item : T.Items)
      if (V Value; ReadOne(Item, Value))
        Read.push_back(std::move(Value));
      else
        return false;
  } else if (V Value; ReadOne(T, Value)) {
    Read.push_back(std::move(Value));
  } else {
    return false;
  }
  To = std::move(Read);
  return true;
}

} // namespace

bool Reader::fail(const Tree &T, const std::string &Message) {
  Out.add(T.At, Message);
  return false;
}

bool Reader::flag(const Tree &T, bool &To) {
  if (T.isScalar() && (T.Text == "true" || T.Text == "false")) {
    To = T.Text == "true";
    return true;
  }
  return fail(T, "expected true or false");
}

bool Reader::text(const Tree &T, std::string &To) {
  if (!T.isScalar())
    return fail(T, "expected a text");
  To = T.Text.str();
  return true;
}

bool Reader::integer(const Tree &T, int64_t &To) {
  if (T.isScalar() && !T.Text.getAsInteger(0, To))
    return true;
  return fail(T, "expected a number (decimal or 0x...)");
}

bool Reader::arg(const Tree &T, int &To) {
  if (T.isScalar()) {
    if (!T.Text.getAsInteger(10, To)) {
      if (To > -20 && To < 50)
        return true;
      return fail(T, "argument number out of range; count from 0, or from the "
                     "end with -1");
    }
    for (const Word<int> &W : ArgWords)
      if (W.Text == T.Text) {
        To = W.Value;
        return true;
      }
  }
  return fail(T, "expected an argument: a number from 0, a negative one from "
                 "the end, or one of " +
                     listOf(ArgWords));
}

bool Reader::texts(const Tree &T, std::vector<std::string> &To) {
  return many(T, To, [&](const Tree &I, std::string &V) { return text(I, V); });
}
bool Reader::integers(const Tree &T, std::vector<int64_t> &To) {
  return many(T, To, [&](const Tree &I, int64_t &V) { return integer(I, V); });
}
bool Reader::args(const Tree &T, std::vector<int> &To) {
  return many(T, To, [&](const Tree &I, int &V) { return arg(I, V); });
}
bool Reader::role(const Tree &T, Role &To) {
  return word(*this, T, Roles, To, "a role");
}
bool Reader::run(const Tree &T, RunKind &To) {
  return word(*this, T, Runs, To, "a way to run");
}
bool Reader::lifetime(const Tree &T, Lifetime &To) {
  return word(*this, T, Lifetimes, To, "a lifetime");
}
bool Reader::mode(const Tree &T, FileMode &To) {
  return word(*this, T, Modes, To, "a file mode");
}
bool Reader::origin(const Tree &T, Origin &To) {
  return word(*this, T, Origins, To, "an origin of values");
}

bool Reader::action(const Tree &T, HandleAction &To) {
  return word(*this, T, Actions, To, "a use of a handle");
}

bool Reader::wordKind(const Tree &T, WordKind &To) {
  return word(*this, T, WordKinds, To, "a list of words");
}

bool Reader::unknownKey(const Tree &Key, ArrayRef<StringRef> Known) {
  StringRef Best;
  unsigned BestDistance = 4;
  for (StringRef K : Known)
    if (unsigned D = Key.Text.edit_distance(K, true, BestDistance);
        D < BestDistance) {
      BestDistance = D;
      Best = K;
    }
  std::string Message = "unknown key '" + Key.Text.str() + "'";
  if (!Best.empty())
    Message += "; did you mean '" + Best.str() + "'?";
  else
    Message += "; known keys: " + join(Known, ", ");
  return fail(Key, Message);
}

} // namespace factor6::models
