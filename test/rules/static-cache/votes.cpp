// What is counted up cannot be loaded again; what is computed can.
// packages: libcpp-httplib-dev
#include <httplib.h>
#include <map>
#include <string>

struct Product {
  std::string name;
  int price = 0;
};
static std::map<std::string, int> votes;               // finding: static-cache error "votes"
static std::map<std::string, Product> all;             // filled before serving; m[k].member is read
static std::map<std::pair<int, int>, long> memo;       // finding: static-cache warning "memo"

static long paths(int n, int k) {
  if (k == 0 || k == n)
    return 1;
  auto [it, fresh] = memo.try_emplace({n, k}, 0);
  if (fresh) {
    long value = paths(n - 1, k - 1) + paths(n - 1, k);
    memo[{n, k}] = value;
    return value;
  }
  return it->second;
}

int main() {
  all["tea"] = {"tea", 3};
  httplib::Server server;
  server.Post("/vote", [](const httplib::Request &req, httplib::Response &) {
    auto it = votes.find(req.path);
    if (it == votes.end())
      votes.emplace(req.path, 1);
    else
      it->second += 1;
  });
  server.Get("/votes", [](const httplib::Request &req, httplib::Response &res) {
    std::string id = req.get_param_value("id");
    std::string text = all.count(id) ? all[id].name : "";
    for (const auto &[what, n] : votes)
      text += what + std::to_string(n);
    text += std::to_string(paths(std::stoi(req.get_param_value("n")), std::stoi(req.get_param_value("k"))));
    res.set_content(text, "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
