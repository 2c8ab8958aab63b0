// Members of one configuration that share a loop's variable: each is judged by itself.
#include <cstdlib>
#include <fstream>
#include <netdb.h>
#include <string>
#include <vector>

struct Names {
  std::string first = "names-a.corp.lan";
  std::string second = "names-b.corp.lan";
  std::string last = "names-c.corp.lan"; // finding: hardcoded-host warning "names-c.corp.lan"
  std::string port = "4500";
};

struct Mirrors {
  std::string near = "mirror-a.corp.lan";
  std::string far = "mirror-b.corp.lan"; // finding: hardcoded-host warning "mirror-b.corp.lan"
};

static std::string setting(const char *name, const std::string &otherwise) {
  const char *value = std::getenv(name);
  return value ? value : otherwise;
}

static Names readNames(const char *file) {
  Names names;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    auto equals = line.find('=');
    if (equals == std::string::npos)
      continue;
    std::string key = line.substr(0, equals), value = line.substr(equals + 1);
    if (key == "first")
      names.first = value;
    else if (key == "second")
      names.second = value;
    else if (key == "port")
      names.port = value;
  }
  return names;
}

static bool known(const std::string &host, const std::string &port) {
  addrinfo *found = nullptr;
  if (getaddrinfo(host.c_str(), port.c_str(), nullptr, &found) != 0)
    return false;
  freeaddrinfo(found);
  return true;
}

/// What the environment names comes in place of either.
static std::string chosen() {
  std::string a = "either-a.corp.lan", b = "either-b.corp.lan", host;
  for (const auto &each : {a, b})
    if (each.size() > 3)
      host = each;
  if (const char *given = std::getenv("EITHER"))
    host = given;
  return host;
}

int main() {
  Names names = readNames("/etc/names.conf");
  int count = 0;
  for (const auto &host : {names.first, names.second, names.last})
    count += known(host, names.port);
  Mirrors mirrors;
  mirrors.near = setting("MIRROR", mirrors.near);
  std::vector<std::string> all = {mirrors.near, mirrors.far};
  for (std::string host : all)
    count += known(host, "80");
  std::string primary = setting("PRIMARY", "primary.corp.lan"), standby = setting("STANDBY", "standby.corp.lan");
  for (const auto &host : {primary, standby})
    count += known(host, "80");
  count += known(chosen(), "80");
  return count;
}
