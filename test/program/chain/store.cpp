#include "store.h"

void MemoryStore::put(const std::string &key, const std::string &value) {
  rows_[key] = value;
}

std::string MemoryStore::get(const std::string &key) const {
  auto found = rows_.find(key);
  return found == rows_.end() ? std::string() : found->second;
}

void RemoteStore::put(const std::string &key, const std::string &value) {
  pending_[key] = value;
}

std::string RemoteStore::get(const std::string &key) const {
  return pending_.at(key);
}
