// Settings in headers, macros and other TUs.
// packages: libcpp-httplib-dev, libyaml-cpp-dev
// flags: -DPUSH_HOST=\"push.corp.lan\"
#include "config.h"
#include <iostream>
int main(int, char **argv) {
  settings = load(argv[1]);
  ask(settings.search);
  ask(settings.mail);
  ask(settings.audit);
  ask(BILLING_HOST);
  ask(std::string(BASE) + "/v1");
  ask(BASE "/v2");
  std::cout << SHOWN_HOST << BILLING_HOST << sizeof(BILLING_HOST);
  ask(CACHE_HOST);
  ask(kReports);
  ask(PUSH_HOST); // finding: hardcoded-host warning "push.corp.lan"
  Api::instance().call("/", argv[2]);
}
