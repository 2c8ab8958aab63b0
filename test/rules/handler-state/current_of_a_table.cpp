// Objects that a table of static storage holds lie in the table, also the one that another pointer names; a number
// that nobody asks for.
// packages: libcpp-httplib-dev
#include <algorithm>
#include <httplib.h>
#include <string>
#include <vector>

class Profile {
public:
  Profile(std::string name) : name_(std::move(name)) {}
  const std::string &name() const { return name_; }
  void rename(const std::string &name) {
    name_ = name;
    ++renamed_;
  }

private:
  std::string name_; // near-miss: lies in the table
  int renamed_ = 0;  // near-miss: nobody asks for it
};

class Profiles {
public:
  static void add(Profile *profile) { all.push_back(profile); }
  static void remove(const std::string &name) {
    all.erase(std::remove_if(all.begin(), all.end(), [&](Profile *p) { return p->name() == name; }), all.end());
  }
  static Profile *find(const std::string &name) {
    for (Profile *profile : all)
      if (profile->name() == name)
        return profile;
    return nullptr;
  }
  static std::vector<Profile *> all;
  static Profile *current;
};
std::vector<Profile *> Profiles::all; // finding: static-cache error "all"
Profile *Profiles::current;           // finding: mutable-global error "current"

int main() {
  Profiles::current = nullptr;
  Profiles::add(new Profile("default"));
  Profiles::current = Profiles::find("default");
  httplib::Server server;
  server.Post("/profiles", [](const httplib::Request &req, httplib::Response &) { Profiles::add(new Profile(req.body)); });
  server.Delete("/profiles", [](const httplib::Request &req, httplib::Response &) { Profiles::remove(req.body); });
  server.Post("/current", [](const httplib::Request &req, httplib::Response &) { Profiles::current = Profiles::find(req.body); });
  server.Post("/name", [](const httplib::Request &req, httplib::Response &res) {
    Profiles::current->rename(req.body);
    res.set_content(Profiles::current->name(), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
