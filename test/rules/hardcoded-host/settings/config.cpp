// packages: libcpp-httplib-dev, libyaml-cpp-dev
// flags: -DPUSH_HOST=\"push.corp.lan\"
#include "config.h"
#include <httplib.h>
#include <yaml-cpp/yaml.h>
const char *const kReports = "reports.corp.lan"; // finding: hardcoded-host warning "reports.corp.lan"
Settings settings;
void ask(const std::string &host) { httplib::Client(host, 80).Get("/"); }
Api::Api(const std::string &host) : host_(host) {}
void Api::call(const std::string &path, const std::string &host) {
  httplib::Client(host_, 80).Get(path);
  httplib::Client(host, 80).Get(path);
}
Api &Api::instance() {
  static Api api;
  return api;
}
Settings load(const char *file) {
  Settings s;
  YAML::Node n = YAML::LoadFile(file);
  if (n["mail"])
    s.mail = n["mail"].as<std::string>();
  s.audit = "audit.corp.lan"; // finding: hardcoded-host warning "audit.corp.lan"
  return s;
}
