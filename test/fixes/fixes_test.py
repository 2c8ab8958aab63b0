#!/usr/bin/env python3
"""What --fix makes of small projects compiles and behaves as before.

    fixes_test.py --factor6 PROGRAM
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))

import support
from support import Project

COMPILER = next((c for c in ("clang++-22", "clang++-19", "clang++", "g++") if shutil.which(c)), None)
SOCKETS = """#include <netdb.h>
#include <sys/socket.h>
"""


class FixProject(Project):
    def setUp(self):
        super().setUp()
        if not COMPILER:
            self.skipTest("no C++ compiler is installed")

    def sources(self, **files):
        """Files by name with _ for the dot before the ending; a database of the sources."""
        names = []
        for name, text in files.items():
            stem, _, ending = name.rpartition("_")
            self.write(f"{stem}.{ending}", text)
            if ending != "h":
                names.append(f"{stem}.{ending}")
        entries = [{"directory": str(self.folder), "file": name, "arguments": self.command(name)}
                   for name in names]
        self.write("compile_commands.json", json.dumps(entries))
        self.names = names
        self.compiles()

    def command(self, name):
        language = ["-x", "c", "-std=gnu11"] if name.endswith(".c") else ["-std=c++20"]
        strict = "discarded-qualifiers" if "g++" == COMPILER else \
            "incompatible-pointer-types-discards-qualifiers"
        return [COMPILER, *language, "-Werror=" + strict, "-c", name]

    def compiles(self):
        for name in self.names:
            ran = subprocess.run([*self.command(name), "-o", os.devnull], cwd=self.folder,
                                 capture_output=True, text=True)
            self.assertEqual(ran.returncode, 0, ran.stderr + self.text(name))

    def program(self, **environment):
        """Builds and runs what there is; its output."""
        for name in self.names:
            subprocess.run([*self.command(name), "-o", name + ".o"], cwd=self.folder, check=True)
        subprocess.run([COMPILER, *[name + ".o" for name in self.names], "-o", "program"],
                       cwd=self.folder, check=True)
        return subprocess.run(["./program"], cwd=self.folder, capture_output=True, text=True,
                              env={**os.environ, **environment}).stdout

    def text(self, name):
        return (self.folder / name).read_text()

    def contents(self):
        return {p: p.read_text() for p in sorted(self.folder.rglob("*"))
                if p.suffix in (".h", ".cc", ".c")}

    def offered(self, *arguments):
        return {f["line"]: f["fix"] for f in self.json(*arguments)["findings"] if f.get("fix")}

    def mend(self, *arguments):
        """Dry run, fix, compile, look again."""
        before = self.contents()
        diff = self.check("--fix-dry-run", *arguments).stdout
        self.assertEqual(self.contents(), before, "a dry run changes nothing")
        self.assertTrue(diff.startswith("--- "), diff)
        self.check("--fix", *arguments)
        self.compiles()
        self.assertEqual(self.offered(*arguments), {}, "offered again")
        self.assertEqual(self.check("--fix-dry-run", *arguments).stdout, "")
        return diff

    def has(self, name, *parts):
        for part in parts:
            self.assertIn(part, self.text(name))

    def unchanged(self, *arguments):
        before = self.contents()
        self.check("--fix", *arguments)
        self.assertEqual(self.contents(), before)


class Const(FixProject):
    def test_header_and_two_units(self):
        self.sources(
            state_h="#pragma once\n#include <string>\nextern int limit;\n"
                    "extern std::string title;\nextern const char *unit;\nint next(int n);\n",
            state_cc='#include "state.h"\nint limit = 3;\nstd::string title = "all";\n'
                     'const char *unit = "kg";\nint next(int n) { return n % limit; }\n',
            main_cc='#include "state.h"\n#include <cstdio>\n'
                    'int main() { std::printf("%d %s %s\\n", next(4), title.c_str(), unit); }\n')
        before = self.program()
        self.mend()
        self.has("state.h", "extern const int limit;", "extern const std::string title;",
                 "extern const char *const unit;")
        self.has("state.cc", "\nconst int limit = 3;", '\nconst std::string title = "all";',
                 '\nconst char *const unit = "kg";')
        self.assertEqual(self.program(), before)

    def test_linkage_is_kept(self):
        """The defining TU has not seen the declaration that others use."""
        self.sources(state_cc='int limit = 3;\nconst char *unit = "kg";\nint alone = 4;\n'
                              "int take() { return alone; }\n",
                     main_cc="#include <cstdio>\nextern int limit;\nextern const char *unit;\n"
                             'int take();\nint main() { std::printf("%d %s %d\\n", limit, unit, take()); }\n')
        before = self.program()
        self.mend()
        self.has("state.cc", "extern const int limit = 3;",
                 'extern const char *const unit = "kg";', "\nconst int alone = 4;")
        self.assertEqual(self.program(), before)

    def test_declarators(self):
        self.sources(main_cc="""#include <array>
#include <map>
#include <string>
#include <vector>
static const char *name = "a";
static const char* names[] = {"a", "b"};
static int table[2][2] = {{1, 2}, {3, 4}};
static int add(int n) { return n + 1; }
static int (*step)(int) = add;
static struct { int a, b; } pair = {1, 2};
static unsigned long wide = 7;
static auto deduced = 4;
thread_local int per_thread = 5;
namespace deep { namespace { std::vector<int> ladder{1, 2, 3}; } }
struct Kind {
  static int shared;
  static inline std::array<int, 2> both{1, 2};
  static const char *label;
};
int Kind::shared = 2;
const char *Kind::label = "kind";
static std::map<std::string, int> stock = {{"tea", 1}};
int main() {
  static std::string local = "x";
  int sum = table[1][0] + step(1) + pair.a + static_cast<int>(wide) + deduced + per_thread;
  for (auto &n : deep::ladder)
    sum += n;
  auto found = stock.find("tea");
  if (found != stock.end())
    sum += found->second;
  for (int i = 0; i < 2; ++i)
    sum += Kind::both[i] + names[i][0] + deep::ladder[i] + table[0][i];
  return sum + Kind::shared + Kind::label[0] + name[0] + (local == "x");
}
""")
        self.mend()
        self.has("main.cc", 'static const char *const name = "a";',
                 'static const char* const names[] =', "static const int table[2][2]",
                 "static int (*const step)(int) = add;", "static const struct { int a, b; } pair",
                 "static const unsigned long wide", "static const auto deduced",
                 "thread_local const int per_thread", "const std::vector<int> ladder",
                 "static const int shared;", "static inline const std::array<int, 2> both",
                 "static const char *const label;", "const int Kind::shared = 2;",
                 "const char *const Kind::label =", "static const std::map<std::string, int> stock",
                 "static const std::string local")

    def test_c(self):
        self.sources(state_h="extern int limit;\nint take(void);\n",
                     state_c='#include "state.h"\nint limit = 3;\nstatic char *title = "all";\n'
                             "static double factors[] = {1, 2};\n"
                             "int take(void) { return title[0] + (int)factors[limit % 2]; }\n",
                     main_c='#include "state.h"\nint main(void) { return take() + limit; }\n')
        self.mend()
        self.has("state.h", "extern const int limit;")
        self.has("state.c", "\nconst int limit = 3;", "static char *const title =",
                 "static const double factors[]")

    def test_refused(self):
        """Notes, but nothing that can be written with certainty."""
        self.sources(main_cc="""#define VARIABLE(name) static int name = 1
VARIABLE(made);
static int first = 1, second = 2;
static int unset;
template <class T> struct Of { static int size; };
template <class T> int Of<T>::size = 3;
extern "C" { int exported = 3; }
int main() { return made + first + second + unset + Of<int>::size + exported; }
""")
        self.assertEqual(self.offered(), {})
        self.unchanged()
        lines = {f["line"] for f in self.json()["findings"] if f["severity"] == "note"}
        self.assertTrue({3, 4} <= lines, lines)

    def test_needed_mutable(self):
        """Not written, yet these would not compile, or not mean the same."""
        self.sources(main_cc="""#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>
static int by_pointer = 1, *pointer = &by_pointer;
static int by_reference = 1;
static std::vector<int> sorted = {2, 1};
static std::map<std::string, int> subscripted = {{"a", 1}};
static std::string moved = "m";
static int typed = 1;
static std::vector<int> iterated = {1};
static std::vector<int> returned = {1};
static volatile int device = 1;
static std::string overloaded = "o";
static int take(int &n) { return n; }
static int which(std::string &) { return 1; }
static int which(const std::string &) { return 2; }
std::vector<int> &all() { return returned; }
int main() {
  std::sort(sorted.begin(), sorted.end());
  std::string other = std::move(moved);
  decltype(typed) same = 3;
  same++;
  std::vector<int>::iterator it = iterated.begin();
  return take(by_reference) + *pointer + subscripted["a"] + same + *it + device +
         which(overloaded) + static_cast<int>(all().size() + other.size());
}
""")
        self.assertEqual(self.offered(), {})
        self.unchanged()

    def test_another_program_writes_it(self):
        self.sources(shared_h="static int mode = 1;\nextern int level;\n",
                     shared_cc='#include "shared.h"\nint level = 2;\n',
                     one_cc='#include "shared.h"\nint main() { return mode + level; }\n',
                     two_cc='#include "shared.h"\nint main(int argc, char **) {\n  mode = argc;\n'
                            "  level = argc;\n  return mode + level;\n}\n")
        self.assertEqual(self.offered(), {})
        self.unchanged()


class Host(FixProject):
    def test_argument_member_and_string(self):
        self.sources(main_cc=SOCKETS + """#include <string>

struct Config {
  std::string orders_host = "orders.corp.lan";
};
static const std::string userHost = "users.corp.lan";

static int reach(const char *stock_server) {
  addrinfo *list = nullptr;
  return getaddrinfo(stock_server, "80", nullptr, &list);
}

int main() {
  Config config;
  addrinfo *list = nullptr;
  getaddrinfo(config.orders_host.c_str(), "80", nullptr, &list);
  getaddrinfo(userHost.c_str(), "80", nullptr, &list);
  getaddrinfo("bills.corp.lan", "80", nullptr, &list);
  return reach("stock.corp.lan");
}
""")
        self.assertEqual(len(self.offered()), 4)
        self.mend()
        text = self.text("main.cc")
        self.assertEqual(text.count("const char *factor6_env_or(const char *name"), 1)
        self.assertEqual(text.count("#include <cstdlib>"), 1)
        self.has("main.cc", 'orders_host = factor6_env_or("ORDERS_HOST", "orders.corp.lan");',
                 'userHost = factor6_env_or("USER_HOST", "users.corp.lan");',
                 'getaddrinfo(factor6_env_or("BILLS_HOST", "bills.corp.lan"), ',
                 'reach(factor6_env_or("STOCK_SERVER", "stock.corp.lan"))')
        self.assertFalse([f for f in self.json()["findings"] if "host" in f["rule"]])

    def test_behaviour(self):
        self.sources(main_cc="#include <cstdio>\n" + SOCKETS + """static const char *host = "127.0.0.1";
int main() {
  addrinfo hints = {}, *list = nullptr;
  hints.ai_flags = AI_NUMERICHOST;
  std::printf("%s %d\\n", host, getaddrinfo(host, "80", &hints, &list));
}
""")
        before = self.program()
        self.mend()
        self.assertEqual(self.program(), before)
        self.assertTrue(self.program(SERVICE_HOST="10.0.0.1").startswith("10.0.0.1 0"),
                        self.text("main.cc"))

    def test_c(self):
        self.sources(main_c=SOCKETS + """static const char *fixed = "db1.corp.lan";
static int reach(const char *name) {
  struct addrinfo *list = 0;
  return getaddrinfo(name, "80", 0, &list);
}
int main(void) { return reach("db2.corp.lan") + reach(fixed); }
""")
        # A C object of static storage wants a constant.
        self.mend()
        self.has("main.c", '"db1.corp.lan";\n', "#include <stdlib.h>",
                 'reach(factor6_env_or("DB2_HOST", "db2.corp.lan"))')

    def test_names(self):
        """One setting per neighbour of whom nothing is known."""
        self.sources(main_cc=SOCKETS + """int main() {
  addrinfo *list = nullptr;
  getaddrinfo("127.0.0.1", "80", nullptr, &list);
  getaddrinfo("127.0.0.1", "81", nullptr, &list);
  getaddrinfo("mail.corp.lan", "25", nullptr, &list);
  getaddrinfo("mail.corp.lan", "26", nullptr, &list);
}
""")
        self.mend()
        self.has("main.cc", '("SERVICE_HOST", "127.0.0.1"), "80"',
                 '("SERVICE_HOST_2", "127.0.0.1"), "81"', '("MAIL_HOST", "mail.corp.lan"), "25"',
                 '("MAIL_HOST", "mail.corp.lan"), "26"')

    def test_shared_header(self):
        self.sources(config_h="#ifndef CONFIG_H\n#define CONFIG_H\n#include <string>\n"
                              'struct Config { std::string host = "a.corp.lan"; };\n#endif\n',
                     other_h="#pragma once\n// Says who.\nstruct Other { const char *peer = \"b.corp.lan\"; };\n",
                     one_cc=SOCKETS + '#include "config.h"\n#include "other.h"\nint two();\n'
                            "int main() {\n  addrinfo *l;\n"
                            "  getaddrinfo(Config().host.c_str(), 0, 0, &l);\n"
                            '  return getaddrinfo("c.corp.lan", 0, 0, &l) + two();\n}\n',
                     two_cc=SOCKETS + '#include "config.h"\n#include "other.h"\nint two() {\n'
                            "  addrinfo *l;\n  getaddrinfo(Config().host.c_str(), 0, 0, &l);\n"
                            "  return getaddrinfo(Other().peer, 0, 0, &l);\n}\n")
        self.mend()
        self.has("config.h", "#include <string>\n#include <cstdlib>\n\n#ifndef FACTOR6_ENV_OR\n")
        self.has("other.h", "#pragma once\n#include <cstdlib>\n")
        self.program()  # links

    def test_where_the_helper_goes(self):
        """Behind the last include that every configuration has, before all code."""
        self.sources(main_cc="""/* A comment
#include <nothing>
*/
#include <netdb.h>
#ifdef NEVER
#include <string>
#endif
#include <sys/socket.h> // the last
#if defined(NEVER)
#include <map>
#endif
#define LONG \\
  1
static int before = LONG;
#include <vector>
int main() {
  addrinfo *list = nullptr;
  return getaddrinfo("mail.corp.lan", "25", nullptr, &list) + before;
}
""")
        self.mend()
        self.has("main.cc", "#include <sys/socket.h> // the last\n#include <cstdlib>\n\n#ifndef")

    def test_not_an_expression(self):
        """A constant, an array, a macro, adjacent literals."""
        self.sources(main_cc=SOCKETS + """#define MACRO "m.corp.lan"
static constexpr const char *constant = "k.corp.lan";
static const char array[] = "a.corp.lan";
int main() {
  addrinfo *list = nullptr;
  getaddrinfo(constant, "80", nullptr, &list);
  getaddrinfo(array, "80", nullptr, &list);
  getaddrinfo(MACRO, "80", nullptr, &list);
  getaddrinfo("j" ".corp.lan", "80", nullptr, &list);
}
""")
        self.assertEqual(self.offered(), {})
        self.unchanged()

    def test_own_function(self):
        self.sources(env_h="const char *setting(const char *name, const char *fallback);\n",
                     main_cc='#include "env.h"\n' + SOCKETS + """#include <cstdlib>
const char *setting(const char *name, const char *fallback) {
  const char *value = std::getenv(name);
  return value ? value : fallback;
}
int main() {
  addrinfo *list = nullptr;
  return getaddrinfo("mail.corp.lan", "25", nullptr, &list);
}
""")
        self.mend("--env-function", "setting")
        self.has("main.cc", 'getaddrinfo(setting("MAIL_HOST", "mail.corp.lan"), ')
        self.assertNotIn("factor6_env_or", self.text("main.cc"))


if __name__ == "__main__":
    support.main()
