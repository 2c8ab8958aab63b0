// Records that are not session data: user accounts and products are rules 2 and 3.
#include <httplib.h>
#include <map>
#include <string>
#include <vector>

struct Account {
  std::string name;
  std::string password_hash;
  std::string email;
};
static std::map<int, Account> accounts;    // finding: static-cache error "accounts"
static std::vector<std::string> products;  // finding: static-cache error "products"

class Blog {
public:
  void post(const httplib::Request &req, httplib::Response &res) {
    posts_.push_back(req.body);
    res.set_content(posts_.front(), "text/plain");
  }

private:
  std::vector<std::string> posts_; // finding: handler-state error "posts_"
};

static const std::map<std::string, int> roles = {{"admin", 1}, {"user", 2}};

int main() {
  Blog blog;
  httplib::Server server;
  server.Post("/register", [](const httplib::Request &req, httplib::Response &res) {
    int id = static_cast<int>(req.body.size());
    accounts[id] = {req.get_param_value("name"), req.get_param_value("hash"), req.get_param_value("email")};
    products.push_back(req.body);
    res.set_content(std::to_string(roles.at("user") + accounts.size() + products.size()), "text/plain");
  });
  server.Post("/post", [&blog](const httplib::Request &req, httplib::Response &res) { blog.post(req, res); });
  server.listen("0.0.0.0", 8080);
}
