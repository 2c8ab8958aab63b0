#include "client.h"
#include <httplib.h>
const char *const kLedgerHost = "ledger.corp.lan"; // finding: hardcoded-host warning "ledger.corp.lan"
LedgerClient::LedgerClient(std::string host) : host_(std::move(host)) {}
LedgerClient &LedgerClient::instance() {
  static LedgerClient client;
  return client;
}
void LedgerClient::init(const std::string &host) { host_ = host; }
bool LedgerClient::post(int cents) {
  httplib::Client client(host_, 80);
  return static_cast<bool>(client.Post("/entries", std::to_string(cents), "text/plain"));
}
