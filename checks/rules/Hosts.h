//===- Hosts.h - The host in an address, URL or DSN -----------------------===//
#ifndef FACTOR6_RULES_HOSTS_H
#define FACTOR6_RULES_HOSTS_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace factor6 {

enum class HostKind : uint8_t {
  None,      ///< no network host: empty, a socket path, "any", link-local
  Loopback,  ///< this machine
  Named,     ///< a literal host
  PublicApi, ///< a public third-party endpoint
};

/// The host of "host", "host:port", "scheme://user@host/path", "host=h port=1"
/// (libpq), "tcp(h:3306)/db"; '*' stands for unknown text. Empty if none.
std::string hostPart(llvm::StringRef Text);

/// "host:port" as written, without scheme, user and path.
std::string hostAndPort(llvm::StringRef Text);

/// No address by itself: it could be a host's name, or any other.
bool bareWord(llvm::StringRef Text);

/// "0.0.0.0" or "::": every address of the machine for who listens.
bool anyAddress(llvm::StringRef Text);

/// The URL that a shell command connects to, with what follows it; empty if
/// there is none.
std::string urlInCommand(llvm::StringRef Command);

HostKind hostKind(llvm::StringRef Text);

} // namespace factor6

#endif
