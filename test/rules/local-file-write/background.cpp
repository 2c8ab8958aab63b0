// A background thread that dumps to disk: nothing that a request reaches, evidence `runtime`.
#include <chrono>
#include <fstream>
#include <httplib.h>
#include <thread>

static void snapshot() {
  for (int n = 0;; ++n) {
    std::this_thread::sleep_for(std::chrono::minutes(1));
    std::ofstream out("/var/lib/shop/snapshot"); // finding: local-file-write warning "while the service runs"
    out << n << '\n';
  }
}

int main() {
  std::thread writer(snapshot);
  httplib::Server server;
  server.Get("/", [](const httplib::Request &, httplib::Response &res) { res.set_content("ok", "text/plain"); });
  server.listen("0.0.0.0", 8080);
  writer.join();
}
