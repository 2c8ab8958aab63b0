#include "service.h"

std::string Service::rename(const std::string &from, const std::string &to) {
  std::string value = store_->get(from);
  store_->put(to, value);
  return value;
}
