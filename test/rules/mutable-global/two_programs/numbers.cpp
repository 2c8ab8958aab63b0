#include "numbers.h"
static int number = 0;    // finding: mutable-global error "number"
static int converted = 0; // only the one-shot tool comes here
int nextNumber() { return ++number; }
int convert(int n) {
  converted += n;
  return converted;
}
