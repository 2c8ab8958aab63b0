// What start-up copies into a table is not what requests change there; what it hands on by reference is.
// packages: libcpp-httplib-dev, libprotobuf-dev
#include <google/protobuf/struct.pb.h>
#include <httplib.h>
#include <map>
#include <string>

using google::protobuf::Struct;

class Orders {
  std::map<std::string, Struct> byId_; // finding: handler-state error "byId_"

public:
  Orders() {
    Struct first;
    (*first.mutable_fields())["state"].set_string_value("new");
    byId_["1"] = first;
  }
  void ship(const std::string &id) {
    for (auto &[key, order] : byId_)
      if (key == id)
        (*order.mutable_fields())["state"].set_string_value("shipped");
  }
  std::string show(const std::string &id) {
    auto it = byId_.find(id);
    return it == byId_.end() ? std::string() : it->second.DebugString();
  }
};

int main() {
  httplib::Server server;
  Orders orders;
  Struct latest; // finding: handler-state error "latest"
  server.Post("/ship", [&orders, &latest](const httplib::Request &req, httplib::Response &res) {
    orders.ship(req.body);
    res.set_content(orders.show(req.body) + latest.DebugString(), "text/plain");
    latest.Clear();
    (*latest.mutable_fields())["id"].set_string_value(req.body);
  });
  server.listen("0.0.0.0", 8080);
}
