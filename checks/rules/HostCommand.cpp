//===- HostCommand.cpp - The endpoint in a shell command ------------------===//
#include "derive/Commands.h"
#include "rules/Hosts.h"

#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace factor6 {

namespace {

/// Programs that only show or compare the text that they are given.
constexpr StringRef Printers[] = {"echo", "printf", "logger", "grep", "sed",
                                  "awk",  "test",   "[",      ":",    "true"};
/// Options whose value is sent or shown, not connected to.
constexpr StringRef Labels[] = {"-H", "--header",  "-A", "--user-agent",
                                "-e", "--referer", "-d", "--data"};
/// What takes its arguments or commands from a pipe.
constexpr StringRef Readers[] = {"xargs", "sh",   "bash",
                                 "curl",  "wget", "parallel"};

std::string urlAmong(const ShellCommand &C) {
  for (size_t I = C.programAt(); I < C.Words.size(); ++I) {
    StringRef W = C.Words[I];
    if (I && llvm::is_contained(Labels, StringRef(C.Words[I - 1])))
      continue;
    bool Label = llvm::any_of(Labels, [&](StringRef L) {
      return L.starts_with("--") && W.starts_with(L.str() + "=");
    });
    size_t Scheme = W.find("://");
    if (Label || Scheme == StringRef::npos)
      continue;
    // `--url=http://...`, `-xhttp://...`
    size_t Start = W.take_front(Scheme).find_last_not_of(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+");
    std::string Url =
        W.drop_front(Start == StringRef::npos ? 0 : Start + 1).str();
    if (hostKind(Url) != HostKind::None || hostPart(Url).find('*') == 0)
      return Url;
  }
  return "";
}

} // namespace

std::string urlInCommand(StringRef Command) {
  std::vector<ShellCommand> All = shellCommands(Command);
  for (size_t I = 0; I < All.size(); ++I) {
    bool Feeds = All[I].Piped && I + 1 < All.size() &&
                 llvm::is_contained(Readers, All[I + 1].program());
    if (llvm::is_contained(Printers, All[I].program()) && !Feeds)
      continue;
    if (std::string Url = urlAmong(All[I]); !Url.empty())
      return Url;
  }
  return "";
}

} // namespace factor6
