// A function that ends with a call is left behind it, too: not every branch removes what is made.
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <string>

namespace fs = std::filesystem;

static void provision(const fs::path &root, const std::string &tenant) {
  fs::create_directories(root / tenant / "inbox"); // finding: local-file-write error "creates"
}
static void retire(const fs::path &root, const std::string &tenant) {
  fs::rename(root / tenant, root / ("." + tenant)); // finding: local-file-write error
}
static void handle(const httplib::Request &req, httplib::Response &res) {
  const fs::path root = "/srv/tenants";
  const std::string tenant = req.get_param_value("tenant");
  if (req.method == "PUT")
    provision(root, tenant);
  else
    retire(root, tenant);
  res.set_content("done", "text/plain");
}

static void scratch(const std::string &id) {
  const std::string path = "/tmp/scratch-" + id;
  std::ofstream(path) << id;
  fs::remove(path);
}

int main() {
  httplib::Server server;
  server.Put("/tenant", handle);
  server.Delete("/tenant", handle);
  server.Get("/scratch", [](const httplib::Request &req, httplib::Response &) { scratch(req.get_param_value("id")); });
  server.listen("0.0.0.0", 8080);
}
