#pragma once
#include <map>
#include <memory>
#include <string>

class Store {
public:
  virtual ~Store() = default;
  virtual void put(const std::string &key, const std::string &value) = 0;
  virtual std::string get(const std::string &key) const = 0;
};

class MemoryStore : public Store {
public:
  void put(const std::string &key, const std::string &value) override;
  std::string get(const std::string &key) const override;

private:
  std::map<std::string, std::string> rows_;
};

/// Never made in this program: silent.
class RemoteStore : public Store {
public:
  void put(const std::string &key, const std::string &value) override;
  std::string get(const std::string &key) const override;

private:
  std::map<std::string, std::string> pending_;
};
