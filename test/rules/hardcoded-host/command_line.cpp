// Literals that the command line can override: getopt, CLI11, Boost.Program_options, cxxopts, gflags, Abseil.
// packages: libcpp-httplib-dev, libcli11-dev, libboost1.74-dev, libcxxopts-dev, libgflags-dev, libabsl-dev
#include <CLI/CLI.hpp>
#include <absl/flags/flag.h>
#include <absl/flags/parse.h>
#include <boost/program_options.hpp>
#include <cxxopts.hpp>
#include <getopt.h>
#include <gflags/gflags.h>
#include <httplib.h>
#include <string>

DEFINE_string(billing, "http://billing.corp.lan", "billing service");
ABSL_FLAG(std::string, search, "http://search.corp.lan", "search service");

static void ask(const std::string &url) { httplib::Client(url).Get("/"); }

static void withGetopt(int argc, char **argv) {
  std::string host = "http://host.corp.lan";
  const char *proxy = "http://proxy.corp.lan";
  const option known[] = {{"host", required_argument, nullptr, 'h'}, {}};
  for (int c; (c = getopt_long(argc, argv, "h:p:", known, nullptr)) != -1;)
    switch (c) {
    case 'h':
      host = optarg;
      break;
    case 'p':
      proxy = optarg;
      break;
    }
  ask(host);
  ask(proxy);
}

struct Stock {
  std::string url = "http://stock.corp.lan";
  std::string fixed = "http://fixed.corp.lan"; // finding: hardcoded-host warning "fixed.corp.lan"
};

static void withCli11(int argc, char **argv) {
  CLI::App app;
  Stock stock;
  std::string users{"http://users.corp.lan"};
  app.add_option("--stock", stock.url)->capture_default_str();
  app.add_option("--users", users, "user service")->envname("USERS");
  app.parse(argc, argv);
  ask(stock.url);
  ask(stock.fixed);
  ask(users);
}

static void withBoost(int argc, char **argv) {
  namespace po = boost::program_options;
  po::options_description known("options");
  std::string mail;
  known.add_options()("mail", po::value<std::string>(&mail)->default_value("http://mail.corp.lan"), "mail");
  known.add_options()("audit", po::value<std::string>()->default_value("http://audit.corp.lan"), "audit");
  po::variables_map given;
  po::store(po::parse_command_line(argc, argv, known), given);
  po::notify(given);
  ask(mail);
  ask(given["audit"].as<std::string>());
  std::string tax = "http://tax.corp.lan";
  if (given.count("tax"))
    tax = given["tax"].as<std::string>();
  ask(tax);
}

static void withCxxopts(int argc, char **argv) {
  cxxopts::Options known("shop", "a shop");
  std::string geo = "http://geo.corp.lan";
  known.add_options()("geo", "maps", cxxopts::value<std::string>(geo));
  known.add_options()("rates", "rates", cxxopts::value<std::string>()->default_value("http://rates.corp.lan"));
  auto given = known.parse(argc, argv);
  ask(geo);
  ask(given["rates"].as<std::string>());
}

int main(int argc, char **argv) {
  gflags::ParseCommandLineFlags(&argc, &argv, true);
  absl::ParseCommandLine(argc, argv);
  ask(FLAGS_billing);
  ask(absl::GetFlag(FLAGS_search));
  withGetopt(argc, argv);
  withCli11(argc, argv);
  withBoost(argc, argv);
  withCxxopts(argc, argv);
}
