// Silenced by the author, in every form clang-tidy knows; the last ones are not.
#include <string>

static int a = 0; // NOLINT
static int b = 0; // NOLINT(factor6-mutable-global)
static int c = 0; // NOLINT(factor6-*)
static int d = 0; // NOLINT(bugprone-x, factor6-mutable-global)
// NOLINTNEXTLINE
static int e = 0;
// NOLINTNEXTLINE(factor6-mutable-global)
static int f = 0;
// NOLINTBEGIN(factor6-mutable-global)
static int g = 0;
static int h = 0;
// NOLINTEND(factor6-mutable-global)
static int i = 0; /* NOLINT(*-global) */
// NOLINTBEGIN
static int j = 0;
// NOLINTEND
// finding-next: mutable-global
static int k = 0; // NOLINT(factor6-static-cache)
// finding-next: mutable-global
static int l = 0; // NOLINT(cppcoreguidelines-*)
// NOLINTNEXTLINE(factor6-mutable-global)

static int m = 0; // finding: mutable-global
static int n = 0; // finding: mutable-global

[[clang::annotate("factor6::entry_point")]] std::string serve(const std::string &body) {
  a++, b++, c++, d++, e++, f++, g++, h++, i++, j++, k++, l++, m++;
  n++; // NOLINT: the caller's line does not count
  return body + std::to_string(a + b + c + d + e + f + g + h + i + j + k + l + m + n);
}
