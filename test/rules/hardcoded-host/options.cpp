// What a program's options, flags and files can override.
// packages: libcpp-httplib-dev, libboost1.74-dev, libgflags-dev, libcli11-dev, libcxxopts-dev, nlohmann-json3-dev, libtomlplusplus-dev, libyaml-cpp-dev, libpoco-dev
// flags: -std=c++20
#include <CLI/CLI.hpp>
#include <Poco/Environment.h>
#include <Poco/Util/IniFileConfiguration.h>
#include <Poco/Util/PropertyFileConfiguration.h>
#include <boost/program_options.hpp>
#include <cstdlib>
#include <cxxopts.hpp>
#include <fstream>
#include <getopt.h>
#include <gflags/gflags.h>
#include <httplib.h>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <toml++/toml.h>
#include <unordered_map>
#include <yaml-cpp/yaml.h>

DEFINE_string(gflag, "gflag.corp.lan", "host");
DEFINE_string(gflag_url, "http://gflagurl.corp.lan", "url");

static void ask(const std::string &h) { httplib::Client(h, 80).Get("/"); }
static void askAgain(const std::string &h) { httplib::Client(h, 80).Get("/"); }

struct Settings {
  std::string a = "a.corp.lan";
  std::string b = "b.corp.lan";
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Settings, a, b)
struct Hand {
  std::string host{"hand.corp.lan"};
  int port = 80;
};
static void from_json(const nlohmann::json &j, Hand &h) {
  j.at("host").get_to(h.host);
  h.port = j.value("port", 80);
}

static void programOptions(int argc, char **argv) {
  namespace po = boost::program_options;
  po::options_description d("o");
  std::string bound;
  d.add_options()("host", po::value<std::string>()->default_value("po.corp.lan"), "h")(
      "bound", po::value<std::string>(&bound)->default_value("pob.corp.lan"), "b");
  po::variables_map vm;
  po::store(po::parse_command_line(argc, argv, d), vm);
  po::notify(vm);
  ask(vm["host"].as<std::string>());
  ask(bound);
  std::string later = "later.corp.lan";
  if (vm.count("host"))
    later = vm["host"].as<std::string>();
  ask(later);
}
static void behindHelp(int argc, char **argv) {
  namespace po = boost::program_options;
  po::options_description d("o");
  po::variables_map vm;
  po::store(po::parse_command_line(argc, argv, d), vm);
  if (vm.count("help")) {
    std::cout << d;
    return;
  }
  std::string fixed;
  fixed = "behind.corp.lan"; // finding: hardcoded-host warning "behind.corp.lan"
  httplib::Client(fixed, 80).Get("/");
  if (vm.count("host")) {
    httplib::Client(vm["host"].as<std::string>(), 80).Get("/");
    return;
  }
  httplib::Client("instead.corp.lan", 80).Get("/");
}
static void cli11(int argc, char **argv) {
  CLI::App app;
  std::string host = "cli.corp.lan", other = "cli2.corp.lan", fixed = "cli3.corp.lan"; // finding: hardcoded-host warning "cli3.corp.lan"
  app.add_option("--host", host, "h");
  auto *sub = app.add_subcommand("x");
  sub->add_option("--other", other)->envname("OTHER")->capture_default_str();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError &) {
    return;
  }
  ask(host);
  ask(other);
  ask(fixed);
}
static void cxx(int argc, char **argv) {
  cxxopts::Options o("x");
  o.add_options()("h,host", "h", cxxopts::value<std::string>()->default_value("cxx.corp.lan"));
  auto r = o.parse(argc, argv);
  ask(r["host"].as<std::string>());
}
static void getOpt(int argc, char **argv) {
  const char *host = "getopt.corp.lan";
  std::string host2 = "getopt2.corp.lan";
  int c;
  while ((c = getopt(argc, argv, "h:g:")) != -1) {
    switch (c) {
    case 'h':
      host = optarg;
      break;
    case 'g':
      host2 = optarg;
      break;
    }
  }
  ask(host);
  ask(host2);
}
static void nlohmannJson() {
  nlohmann::json j;
  std::ifstream("/etc/x.json") >> j;
  ask(j.value("host", "jv.corp.lan"));
  auto s = j.get<Settings>();
  ask(s.a);
  Hand h = j.at("hand").get<Hand>();
  ask(h.host);
  std::string c = j.contains("c") ? j["c"].get<std::string>() : "jc.corp.lan";
  ask(c);
  std::string d = "jd.corp.lan";
  if (auto it = j.find("d"); it != j.end())
    d = *it;
  ask(d);
  auto parsed = nlohmann::json::parse(std::ifstream("/etc/y.json"));
  ask(parsed["db"].value("host", std::string("jp.corp.lan")));
  nlohmann::json k = {{"host", "jl.corp.lan"}}; // finding: hardcoded-host warning "jl.corp.lan"
  ask(k["host"]);
}
static void tomlFile() {
  auto t = toml::parse_file("/etc/x.toml");
  ask(t["db"]["host"].value_or("toml.corp.lan"));
  ask(std::string(t["db"]["host"].value_or<std::string_view>("toml2.corp.lan")));
  std::string h = "toml3.corp.lan";
  if (auto v = t["h"].value<std::string>())
    h = *v;
  ask(h);
}
static void yaml() {
  YAML::Node n = YAML::LoadFile("/etc/x.yaml");
  ask(n["a"].as<std::string>("y1.corp.lan"));
  ask(n["a"] ? n["a"].as<std::string>() : "y2.corp.lan");
  YAML::Node lit = YAML::Load("host: x");
}
static void poco() {
  ask(Poco::Environment::get("H", "pe.corp.lan"));
  Poco::AutoPtr<Poco::Util::IniFileConfiguration> c(new Poco::Util::IniFileConfiguration("/etc/x.ini"));
  ask(c->getString("h", "pc.corp.lan"));
}
static std::string env(std::string_view name, std::string_view def) {
  if (auto *v = std::getenv(std::string(name).c_str()); v != nullptr && *v != '\0')
    return v;
  return std::string{def};
}
static std::string envThrow(const char *n) {
  auto v = std::getenv(n);
  if (!v)
    throw std::runtime_error("missing");
  return v;
}
class Env {
public:
  static Env &get() {
    static Env e;
    return e;
  }
  std::string host() const { return host_; }
  std::string fixed() const { return fixed_; }

private:
  Env() : host_(env("H", "singleton.corp.lan")) {}
  std::string host_;
  std::string fixed_ = "fixed.corp.lan"; // finding: hardcoded-host warning "fixed.corp.lan"
};
static std::unordered_map<std::string, std::string> dotenv(const std::string &file) {
  std::unordered_map<std::string, std::string> m{{"HOST", "dotenv.corp.lan"}};
  std::ifstream in(file);
  std::string line;
  while (std::getline(in, line)) {
    auto eq = line.find('=');
    if (eq != std::string::npos)
      m[line.substr(0, eq)] = line.substr(eq + 1);
  }
  return m;
}
int main(int argc, char **argv) {
  gflags::ParseCommandLineFlags(&argc, &argv, true);
  askAgain(FLAGS_gflag);
  askAgain(FLAGS_gflag_url + "/x");
  programOptions(argc, argv);
  behindHelp(argc, argv);
  cli11(argc, argv);
  cxx(argc, argv);
  getOpt(argc, argv);
  nlohmannJson();
  tomlFile();
  yaml();
  poco();
  askAgain(env("H", "sv.corp.lan"));
  askAgain(env("H", "") + ".corp.lan");
  askAgain(envThrow("Z"));
  askAgain(Env::get().host());
  askAgain(Env::get().fixed());
  askAgain(dotenv("/etc/.env")["HOST"]);
  std::string host = "argv.corp.lan";
  if (argc > 1)
    host = argv[1];
  askAgain(host);
  std::string port = argc > 2 ? argv[2] : "80";
  askAgain("portonly.corp.lan:" + port); // finding: hardcoded-host warning "portonly.corp.lan"
  std::vector<std::string> args(argv + 1, argv + argc);
  askAgain(args.empty() ? "args.corp.lan" : args[0]);
  std::string in = "in.corp.lan";
  std::cin >> in;
  askAgain(in);
  const char *scheme = std::getenv("TLS") ? "https" : "http";
  askAgain(std::string(scheme) + "://scheme.corp.lan"); // finding: hardcoded-host warning "scheme.corp.lan"
}
