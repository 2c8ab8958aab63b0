#pragma once
#include <string>
extern int issued;
extern std::string region;
inline int epoch = 1; // finding: mutable-global error "epoch"
struct Numbers {
  static long highest;
  static inline int lowest = 0; // finding: mutable-global error "lowest"
};
inline int nextSerial() {
  static int serial = 0; // finding: mutable-global error "serial"
  return ++serial;
}
