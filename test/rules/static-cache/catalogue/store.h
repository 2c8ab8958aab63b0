#pragma once
#include <map>
#include <string>
class Store {
public:
  static Store &instance();
  void put(const std::string &key, const std::string &value);
  std::string get(const std::string &key) const;
  void configure(const std::string &key, const std::string &value) { options_[key] = value; }
  std::string option(const std::string &key) const;

private:
  Store() = default;
  std::map<std::string, std::string> values_; // finding: static-cache error "values_"
  std::map<std::string, std::string> options_;
};
