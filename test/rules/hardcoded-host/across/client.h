#pragma once
#include <string>
extern const char *const kLedgerHost;
class LedgerClient {
public:
  explicit LedgerClient(std::string host);
  static LedgerClient &instance();
  void init(const std::string &host);
  bool post(int cents);

private:
  LedgerClient() = default;
  std::string host_;
};
