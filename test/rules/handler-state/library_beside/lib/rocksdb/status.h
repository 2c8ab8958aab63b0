#pragma once

namespace rocksdb {
class Status {
public:
  Status() = default;
  explicit Status(int code) : code_(code) {}
  Status &operator=(const Status &other) {
    code_ = other.code_;
    severity_ = other.severity_;
    return *this;
  }
  bool ok() const { return code_ == 0; }

private:
  int code_ = 0; // near-miss: a library's, which lies here under its name
  int severity_ = 0;
};
} // namespace rocksdb
