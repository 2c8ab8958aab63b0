#pragma once

class Outcome {
public:
  Outcome() = default;
  explicit Outcome(int code) : code_(code) {}
  bool good() const { return code_ > 0; }
  Outcome &operator=(const Outcome &other) {
    code_ = other.code_;
    return *this;
  }

private:
  int code_ = 0; // finding: handler-state error
};
