// Literals that a configuration file can override: yaml-cpp, JsonCpp, Boost.PropertyTree, libconfig, inih,
// TinyXML-2, pugixml.
// packages: libcpp-httplib-dev, libyaml-cpp-dev, libjsoncpp-dev, libboost1.74-dev, libconfig++-dev, libinih-dev, libtinyxml2-dev, libpugixml-dev
// flags: -I/usr/include/jsoncpp
#include <INIReader.h>
#include <boost/property_tree/ini_parser.hpp>
#include <boost/property_tree/json_parser.hpp>
#include <boost/property_tree/ptree.hpp>
#include <fstream>
#include <httplib.h>
#include <json/json.h>
#include <libconfig.h++>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <tinyxml2.h>
#include <yaml-cpp/yaml.h>

static void ask(const std::string &url) { httplib::Client(url).Get("/"); }

struct Services {
  std::string users = "http://users.corp.lan";
  std::string stock = "http://stock.corp.lan";
  std::string fixed = "http://fixed.corp.lan"; // finding: hardcoded-host warning "fixed.corp.lan"
};

static Services fromYaml(const std::string &file) {
  Services s;
  const YAML::Node root = YAML::LoadFile(file);
  if (root["users"])
    s.users = root["users"].as<std::string>();
  s.stock = root["backends"]["stock"].as<std::string>("http://stock-2.corp.lan");
  for (const auto &pair : root["more"])
    if (pair.first.as<std::string>() == "users")
      s.users = pair.second.as<std::string>();
  return s;
}

static void fromJsonCpp() {
  Json::Value root;
  std::ifstream in("/etc/shop.json");
  in >> root;
  std::string tax = "http://tax.corp.lan";
  if (root.isMember("tax"))
    tax = root["tax"].asString();
  ask(tax);
  ask(root.get("rates", "http://rates.corp.lan").asString());
  ask(root["deep"].get("geo", "http://geo.corp.lan").asString());
}

static void fromJsonReaders(const std::string &text) {
  Json::Value one, two, three;
  Json::Reader reader;
  std::ifstream in("/etc/one.json"), other("/etc/two.json");
  reader.parse(in, one);
  ask(one.get("one", "http://one.corp.lan").asString());
  Json::CharReaderBuilder builder;
  std::string errors;
  Json::parseFromStream(builder, other, &two, &errors);
  ask(two.get("two", "http://two.corp.lan").asString());
  std::ifstream third("/etc/three.json");
  std::stringstream all;
  all << third.rdbuf();
  std::string content = all.str();
  std::unique_ptr<Json::CharReader> chars(builder.newCharReader());
  chars->parse(content.data(), content.data() + content.size(), &three, &errors);
  std::string h = "http://three.corp.lan";
  if (three.isMember("three"))
    h = three["three"].asString();
  ask(h);
}

static void fromTree() {
  boost::property_tree::ptree ini, json;
  boost::property_tree::read_ini("/etc/shop.ini", ini);
  boost::property_tree::read_json("/etc/shop.json", json);
  ask(ini.get<std::string>("mail.url", "http://mail.corp.lan"));
  ask(json.get("audit", std::string("http://audit.corp.lan")));
  std::string h = "http://child.corp.lan";
  if (auto v = json.get_optional<std::string>("child"))
    h = *v;
  ask(h);
  std::string c = "http://child2.corp.lan";
  for (auto &item : json.get_child("list"))
    c = item.second.get_value<std::string>();
  ask(c);
}

static void fromLibconfig() {
  libconfig::Config config;
  config.readFile("/etc/shop.cfg");
  std::string a = "http://cfg-a.corp.lan", b = "http://cfg-b.corp.lan", c = "http://cfg-c.corp.lan";
  config.lookupValue("a", a);
  config.lookup("group").lookupValue("b", b);
  if (config.exists("c"))
    c = config.lookup("c").c_str();
  ask(a);
  ask(b);
  ask(c);
  std::string d = "http://cfg-d.corp.lan";
  const libconfig::Setting &root = config.getRoot();
  if (root.exists("d"))
    d = static_cast<const char *>(root["d"]);
  ask(d);
}

static void fromIni() {
  INIReader reader("/etc/shop.ini");
  ask(reader.Get("search", "url", "http://search.corp.lan"));
}

static void fromXml() {
  tinyxml2::XMLDocument doc;
  doc.LoadFile("/etc/shop.xml");
  std::string a = "http://xml-a.corp.lan", b = "http://xml-b.corp.lan";
  if (auto *e = doc.FirstChildElement("services"))
    if (const char *v = e->Attribute("a"))
      a = v;
  if (auto *e = doc.RootElement()->FirstChildElement("b"); e && e->GetText())
    b = e->GetText();
  ask(a);
  ask(b);
  pugi::xml_document pugi_doc;
  pugi_doc.load_file("/etc/shop.xml");
  ask(pugi_doc.child("services").attribute("c").as_string("http://xml-c.corp.lan"));
  std::string d = "http://xml-d.corp.lan";
  if (pugi::xml_node n = pugi_doc.child("services").child("d"))
    d = n.text().as_string();
  ask(d);
  std::string e = "http://xml-e.corp.lan";
  if (auto n = pugi_doc.child("services").child("e"))
    e = n.child_value();
  ask(e);
}

int main(int argc, char **argv) {
  Services s = fromYaml(argc > 1 ? argv[1] : "/etc/shop.yaml");
  ask(s.users);
  ask(s.stock);
  ask(s.fixed);
  fromJsonCpp();
  fromJsonReaders("");
  fromTree();
  fromLibconfig();
  fromIni();
  fromXml();
}
