#pragma once
#include "store.h"

class Service {
public:
  explicit Service(std::unique_ptr<Store> store) : store_(std::move(store)) {}
  std::string rename(const std::string &from, const std::string &to);

private:
  std::unique_ptr<Store> store_;
};
