// The one object of a class that a library makes and hands out.
#include <httplib.h>
#include <map>
#include <string>

namespace CppCommon { // its header alone: the object is the library's
template <class T> class Singleton {
public:
  static T &GetInstance();
};
} // namespace CppCommon

class Notes : public CppCommon::Singleton<Notes> {
public:
  void put(const std::string &name, const std::string &text) { notes_[name] = text; }
  std::string get(const std::string &name) const {
    auto found = notes_.find(name);
    return found == notes_.end() ? kind_ : found->second;
  }

private:
  std::map<std::string, std::string> notes_; // finding: static-cache|handler-state error "notes_"
  std::string kind_ = "none";                // near-miss: never changed
};

int main() {
  httplib::Server server;
  server.Put("/.*", [](const httplib::Request &req, httplib::Response &) { Notes::GetInstance().put(req.path, req.body); });
  server.Get("/.*", [](const httplib::Request &req, httplib::Response &res) { res.set_content(Notes::GetInstance().get(req.path), "text/plain"); });
  server.listen("0.0.0.0", 8080);
}
