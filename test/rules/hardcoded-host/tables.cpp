// Tables of endpoints, whose keys are none; commands that are put together.
// packages: libcpp-httplib-dev, libhiredis-dev
#include <array>
#include <cstdlib>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <map>
#include <string>
#include <string_view>
#include <vector>

static void ask(const std::string &url) { httplib::Client(url).Get("/"); }

static const std::map<std::string, std::string> kServices = {
    {"users", "http://users.corp.lan"}, // finding: hardcoded-host warning "users.corp.lan"
    {"stock", "http://stock.corp.lan"}, // finding: hardcoded-host warning "stock.corp.lan"
};
static constexpr std::array<std::string_view, 2> kNodes = {
    "http://n1.corp.lan",  // finding: hardcoded-host warning "n1.corp.lan"
    "http://n2.corp.lan"}; // finding: hardcoded-host warning "n2.corp.lan"

static std::string byStage() {
  static const std::map<std::string, std::string> stages = {
      {"prod", "http://prod.corp.lan"}}; // finding: hardcoded-host warning "prod.corp.lan"
  const char *stage = std::getenv("APP_ENV");
  auto found = stages.find(stage ? stage : "prod");
  return found == stages.end() ? "" : found->second;
}

static void caches() {
  std::vector<std::string> hosts{"cache1.corp.lan"}; // finding: hardcoded-host warning "cache1.corp.lan"
  hosts.push_back("cache2.corp.lan");                // finding: hardcoded-host warning "cache2.corp.lan"
  for (const auto &host : hosts)
    redisFree(redisConnect(host.c_str(), 6379));
}

static void commands(const std::string &file) {
  std::string command = "wget -q ";
  command += "http://files.corp.lan/list"; // finding: hardcoded-host warning "files.corp.lan"
  std::system(command.c_str());
  std::system(("curl -T " + file + " http://upload.corp.lan/").c_str()); // finding: hardcoded-host warning "upload.corp.lan"
  const char *url = std::getenv("HOOK_URL");
  std::system((std::string("curl -s ") + (url ? url : "http://hook.corp.lan")).c_str());
}

int main(int, char **argv) {
  ask(kServices.at(argv[1]));
  for (auto node : kNodes)
    ask(std::string(node));
  ask(byStage());
  caches();
  commands(argv[1]);
}
