//===- smtp.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/smtp.yaml names and Debian's headers do not declare:
// mail clients, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace mailio {
struct imap {
  template <typename... A> imap(A &&...);
};
struct imaps {
  template <typename... A> imaps(A &&...);
};
struct pop3 {
  template <typename... A> pop3(A &&...);
};
struct smtp {
  template <typename... A> smtp(A &&...);
};
struct smtps {
  template <typename... A> smtps(A &&...);
};
} // namespace mailio
