#pragma once
#include <string>
class Storage {
public:
  explicit Storage(std::string folder);
  void put(const std::string &key, const std::string &value) const;
  std::string get(const std::string &key) const;
  std::string motto() const;

private:
  std::string pathOf(const std::string &key) const;
  std::string folder_;
};
