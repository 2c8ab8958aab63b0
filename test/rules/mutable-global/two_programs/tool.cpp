// The other one runs once.
#include "numbers.h"
#include <cstdio>
static int lines = 0;
int main() {
  for (int n = 0; std::scanf("%d", &n) == 1; ++lines)
    std::printf("%d\n", convert(n));
  return lines == 0;
}
