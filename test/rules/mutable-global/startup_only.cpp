// Nothing but main, static initialisers and once-only code writes these.
#include <cstdlib>
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>

static int worker_count = 4;
static std::string greeting = "hello";
static std::map<std::string, int> price_list;
static bool verbose = false;
static std::once_flag catalogue_once;
static std::map<std::string, std::string> catalogue;
static const std::map<int, std::string> status_text = {{1, "new"}, {2, "paid"}};
constexpr int kLimit = 100;
static int registered = 0;

struct Registrar {
  Registrar() { ++registered; }
};
static Registrar registrar;

static void parseArguments(int argc, char **argv) {
  for (int i = 1; i < argc; ++i) {
    std::string arg = argv[i];
    if (arg == "-v")
      verbose = true;
    else
      worker_count = std::atoi(argv[i]);
  }
}

static void loadPrices() {
  price_list["tea"] = 3;
  price_list.emplace("coffee", 4);
}

static const std::map<std::string, std::string> &lookupTable() {
  std::call_once(catalogue_once, [] {
    catalogue["tea"] = "green";
    catalogue["coffee"] = "black";
  });
  return catalogue;
}

static const std::string &footer() {
  static const std::string text = [] {
    std::string built;
    for (int i = 0; i < 3; ++i)
      built += "-*-";
    return built;
  }();
  return text;
}

int main(int argc, char **argv) {
  parseArguments(argc, argv);
  loadPrices();
  if (const char *name = std::getenv("GREETING"))
    greeting = name;
  httplib::Server server;
  server.new_task_queue = [] { return new httplib::ThreadPool(worker_count); };
  server.Get("/price", [](const httplib::Request &req, httplib::Response &res) {
    auto found = price_list.find(req.get_param_value("item"));
    int price = found == price_list.end() ? kLimit : found->second;
    res.set_content(greeting + std::to_string(price) + footer() + lookupTable().at("tea") +
                        status_text.at(1) + (verbose ? "!" : "") + std::to_string(registered),
                    "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
