#pragma once
#include <string>
#define BILLING_HOST "billing.corp.lan" // finding: hardcoded-host warning "billing.corp.lan"
#define SHOWN_HOST "shown.corp.lan"
#define BASE "http://base.corp.lan" // finding: hardcoded-host warning "base.corp.lan"
#ifndef CACHE_HOST
#define CACHE_HOST "cache.corp.lan" // finding: hardcoded-host warning "cache.corp.lan"
#endif
struct Settings {
  std::string search = "search.corp.lan"; // finding: hardcoded-host warning "search.corp.lan"
  std::string mail = "mail.corp.lan";
  std::string audit;
};
extern const char *const kReports;
extern Settings settings;
Settings load(const char *file);
class Api {
public:
  Api(const std::string &host = "api-default.corp.lan"); // finding: hardcoded-host warning "api-default.corp.lan"
  void call(const std::string &path, const std::string &host = "path.corp.lan");
  static Api &instance();

private:
  std::string host_;
};
void ask(const std::string &host);
