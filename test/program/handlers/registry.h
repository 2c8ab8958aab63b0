#pragma once
#include <functional>
#include <map>
#include <string>

using Handler = std::function<std::string(const std::string &)>;

class Registry {
public:
  static Registry &instance();
  void add(const std::string &name, Handler handler) {
    handlers_[name] = std::move(handler);
  }
  std::string run(const std::string &name, const std::string &body);

private:
  std::map<std::string, Handler> handlers_; // filled at start-up only: silent
};
