// Stand-in, see README.md: a library that nobody modelled.
#pragma once
#include <string>

namespace tokens {
struct Verifier {
  virtual ~Verifier() = default;
  virtual bool verify(const std::string &token) = 0;
};
struct Hmac : Verifier {
  explicit Hmac(std::string key) : key(std::move(key)) {}
  bool verify(const std::string &token) override;
  std::string key;
};
struct Claims {
  std::string subject;
};
bool check(const std::string &token, Verifier *verifier);
bool read(const std::string &token, Claims *claims);
} // namespace tokens
