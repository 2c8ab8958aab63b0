#!/usr/bin/env python3
"""factor6 check from end to end on small projects.

    check_test.py --factor6 PROGRAM
"""
import json
import shutil
import subprocess
import unittest

import support
from support import CLEAN, SERVICE, Project

GLOBAL = "factor6-mutable-global"
CACHE = "factor6-static-cache"


class Report(Project):
    def test_text(self):
        self.project(service=SERVICE)
        out = self.check(status=1).stdout
        self.assertIn(f"[{GLOBAL}]\n    3 | static int hits;\n      |            ^~~~\n", out)
        self.assertIn("service.cc:6:", out)
        self.assertIn("\nhint: ", out)
        self.assertIn("2 findings (2 errors, 0 warnings, 0 notes) in 1 file\n", out)
        self.assertEqual(self.last_line(out),
                         "TUs: requested 1 = analysed 1 + failed 0 + skipped 0")

    def test_what_lies_in_a_state(self):
        self.project(service='''#include <map>
template <class K, class V> struct Table {
  std::map<K, V> entries;
  void put(K k, V v) { entries[k] = v; }
};
static Table<int, int> table;
[[clang::annotate("factor6::entry_point")]] void handle(int user) { table.put(user, 1); }
int main() { handle(1); }
''')
        out = self.check(status=1).stdout
        self.assertIn("service.cc:6:24: error: 'table'", out)
        self.assertIn("service.cc:3:18: note: 'Table::entries' lies in it and is changed with it\n", out)

    def test_clean(self):
        self.project(lib=CLEAN)
        out = self.check(status=0).stdout
        self.assertIn("0 findings (0 errors, 0 warnings, 0 notes) in 0 files\n", out)

    def test_database_is_found_upward_and_in_build(self):
        self.project(service=SERVICE)
        (self.folder / "build").mkdir()
        shutil.move(self.folder / "compile_commands.json", self.folder / "build")
        (self.folder / "deep/er").mkdir(parents=True)
        self.check(status=1, cwd=self.folder / "deep/er")
        self.check("-p", "build", status=1)
        self.check("-p", "build/compile_commands.json", status=1)
        self.check(self.folder / "service.cc", status=1, cwd="/")

    def test_same_result_whatever_the_order(self):
        files = {f"s{i}": SERVICE.replace("main", f"run{i}").replace("handle", f"handle{i}")
                 for i in range(5)}
        self.project(**files)
        first = self.check("--format", "sarif", "-j", "1", status=1).stdout
        self.assertEqual(self.check("--format", "sarif", "-j", "4", status=1).stdout, first)
        self.database(*[name + ".cc" for name in reversed(files)])
        self.assertEqual(self.check("--format", "sarif", status=1).stdout, first)

    def test_output_file(self):
        self.project(service=SERVICE)
        ran = self.check("--format", "json", "-o", "report.json", status=1)
        self.assertEqual(json.loads((self.folder / "report.json").read_text())["status"], 1)
        self.assertEqual(self.last_line(ran.stdout),
                         "TUs: requested 1 = analysed 1 + failed 0 + skipped 0")
        ran = self.check("--format", "json", status=1)
        json.loads(ran.stdout)
        self.assertEqual(self.last_line(ran.stderr),
                         "TUs: requested 1 = analysed 1 + failed 0 + skipped 0")

    def test_rules_and_explain(self):
        listed = self.run_factor6("rules", status=0).stdout
        self.assertEqual(len(listed.splitlines()), 14)
        self.assertIn(GLOBAL, listed)
        self.assertIn(GLOBAL, self.run_factor6("explain", "mutable-global", status=0).stdout)

    def test_dump(self):
        self.project(service=SERVICE)
        text = self.run_factor6("dump", "service.cc", status=0).stdout
        self.assertIn("variable hits", text)
        self.assertIn("  6:16 write increment hits", text)


class Narrowing(Project):
    def rules(self, *arguments, status=1):
        return sorted((f["file"], f["rule"]) for f in self.json(*arguments, status=status)["findings"]
                      if not f["suppressed"])

    def test_checks(self):
        self.project(service=SERVICE)
        self.assertEqual(self.rules(f"--checks=-*,{CACHE}"), [("service.cc", CACHE)])
        self.assertEqual(self.rules(f"--checks=-{CACHE}"), [("service.cc", GLOBAL)])

    def test_paths(self):
        self.write("a/one.cc", SERVICE)
        self.write("b/two.cc", SERVICE)
        self.database("a/one.cc", "b/two.cc")
        both = [("a/one.cc", GLOBAL), ("a/one.cc", CACHE)]
        self.assertEqual(self.rules("a"), both)
        self.assertEqual(self.rules("a/one.cc"), both)
        self.assertEqual(self.rules("a", "b"), both + [("b/two.cc", r) for _, r in both])

    def test_paths_do_not_narrow_what_is_known(self):
        self.write("state.cc", "int total;\nint bump() { return ++total; }\n")
        self.write("service.cc", "int bump();\n[[clang::annotate(\"factor6::entry_point\")]]\n"
                                 "int handle() { return bump(); }\nint main() { return handle(); }\n")
        self.database("state.cc", "service.cc")
        self.assertEqual(self.rules("state.cc"), [("state.cc", GLOBAL)])

    def test_exclude(self):
        self.write("gen/one.cc", SERVICE)
        self.write("two.cc", SERVICE)
        self.database("gen/one.cc", "two.cc")
        ran = self.check("--exclude", "gen", "--project-root", ".", status=1)
        self.assertEqual(self.last_line(ran.stdout),
                         "TUs: requested 2 = analysed 1 + failed 0 + skipped 1")
        self.assertNotIn("gen/one.cc", ran.stdout)

    def test_nolint(self):
        silenced = SERVICE.replace("static int hits;", "static int hits; // NOLINT(factor6-mutable-*)")
        silenced = silenced.replace("static std::map", "// NOLINTNEXTLINE\nstatic std::map")
        self.project(service=silenced)
        ran = self.check(status=0)
        self.assertIn("2 findings suppressed by NOLINT\n", ran.stdout)
        self.assertTrue(all(f["suppressed"] for f in self.json(status=0)["findings"]))
        # A comment where it is written, not where it is, silences nothing.
        self.project(service=SERVICE.replace("++hits;", "++hits; // NOLINT"))
        self.check(status=1)


class Configuration(Project):
    UNMARKED = SERVICE.replace('[[clang::annotate("factor6::entry_point")]] ', "")

    def levels(self, *arguments, status=None):
        return {f["severity"] for f in self.json(*arguments, status=status)["findings"]}

    def test_entry_point_option(self):
        self.project(service=self.UNMARKED)
        self.assertNotIn("error", self.levels())
        self.assertEqual(self.levels("--entry-point", "handle", status=1), {"error"})

    def test_file(self):
        self.project(service=self.UNMARKED)
        self.write(".factor6.yaml", f"entry_points: [handle]\nchecks: '-*,{GLOBAL}'\n")
        report = self.json(status=1)
        self.assertEqual([f["rule"] for f in report["findings"]], [GLOBAL])
        # The command line wins.
        report = self.json(f"--checks=-*,{CACHE}", status=1)
        self.assertEqual([f["rule"] for f in report["findings"]], [CACHE])

    def test_lists_add_up(self):
        self.write("a/one.cc", SERVICE)
        self.write("b/two.cc", SERVICE)
        self.write("three.cc", SERVICE)
        self.database("a/one.cc", "b/two.cc", "three.cc")
        self.write(".factor6.yaml", "exclude:\n  - a\nfail_on: error\n")
        ran = self.check("--exclude", "b", "--project-root", ".", status=1)
        self.assertEqual(self.last_line(ran.stdout),
                         "TUs: requested 3 = analysed 1 + failed 0 + skipped 2")

    def test_empty_file_says_nothing(self):
        self.project(service=SERVICE)
        for text in ["", "# only a comment\n"]:
            self.write(".factor6.yaml", text)
            self.check(status=1)

    def test_models(self):
        self.project(service="#include <map>\nnamespace web { void route(void (*)()); }\n"
                             "static int hits;\nstatic void take() { hits++; }\n"
                             "int main() { web::route(take); }\n")
        self.write("conf/web.yaml", "library: web\nfunctions:\n  - name: web::route\n"
                                    "    entry: 0\n")
        self.assertNotIn("error", self.levels())
        self.assertEqual(self.levels("--models", "conf/web.yaml", status=1), {"error"})
        self.write("conf/factor6.yaml", "models: [web.yaml]\n")  # relative to the file
        self.assertEqual(self.levels("--config", "conf/factor6.yaml", status=1), {"error"})


class LinkUnits(Project):
    HEADER = "#pragma once\nextern int shared;\nint bump();\n"

    def setUp(self):
        super().setUp()
        self.write("shared.h", self.HEADER)
        self.write("shared.cc", '#include "shared.h"\nint shared;\nint bump() { return ++shared; }\n')
        self.write("server.cc", '#include "shared.h"\n'
                                '[[clang::annotate("factor6::entry_point")]] int handle() {\n'
                                "  return bump();\n}\nint main() { return handle(); }\n")
        self.write("tool.cc", '#include "shared.h"\nint main() { return bump(); }\n')

    def findings(self, *arguments, **more):
        return self.json(*arguments, **more)["findings"]

    def test_told_from_the_code(self):
        self.database("shared.cc", "server.cc", "tool.cc")
        found = self.findings(status=1)
        self.assertEqual([(f["file"], f["severity"], f["linkUnit"]) for f in found],
                         [("shared.cc", "error", "server.cc")])

    def test_told_by_cmake(self):
        if not shutil.which("cmake"):
            self.skipTest("cmake is not installed")
        self.write("CMakeLists.txt", "cmake_minimum_required(VERSION 3.20)\nproject(p CXX)\n"
                                     "set(CMAKE_EXPORT_COMPILE_COMMANDS ON)\n"
                                     "add_library(core STATIC shared.cc)\n"
                                     "add_executable(the_server server.cc)\n"
                                     "target_link_libraries(the_server core)\n"
                                     "add_executable(the_tool tool.cc)\n"
                                     "target_link_libraries(the_tool core)\n")
        self.write("build/.cmake/api/v1/query/codemodel-v2", "")
        made = subprocess.run(["cmake", "-S", ".", "-B", "build"], cwd=self.folder,
                              capture_output=True, text=True)
        self.assertEqual(made.returncode, 0, made.stderr)
        found = self.findings("-p", "build", status=1)
        self.assertEqual([(f["file"], f["severity"], f["linkUnit"]) for f in found],
                         [("shared.cc", "error", "the_server")])
        # A source of the tool alone concerns the tool only.
        report = self.json("-p", "build", "tool.cc", status=0)
        self.assertEqual(report["translationUnits"],
                         {"requested": 3, "analysed": 2, "failed": 0, "skipped": 1})


class DeploymentFiles(Project):
    NGINX = "upstream app {\n  ip_hash;\n  server a:80;\n}\n"

    def test_beside_the_code(self):
        self.project(lib=CLEAN)
        self.write("deploy/nginx.conf", self.NGINX)
        self.write("node_modules/x/nginx.conf", self.NGINX)
        self.write("out/CMakeCache.txt", "")
        self.write("out/nginx.conf", self.NGINX)
        found = self.json(status=1)["findings"]
        self.assertEqual([(f["file"], f["line"], f["rule"]) for f in found],
                         [("deploy/nginx.conf", 2, "factor6-sticky-session")])
        self.check("--exclude", "deploy", status=0)


class Fixes(Project):
    SOURCE = ("static int limit = 3;\nint f() { return limit; }\n"
              "static int other = 4;\nint g() { return other; }\nint main() { return f() + g(); }\n")
    MENDED = SOURCE.replace("static int limit", "static const int limit").replace(
        "static int other", "static const int other")

    def fixable(self):
        self.project(prog=self.SOURCE)
        report = self.json("--fail-on", "note")
        if not any("fix" in f for f in report["findings"]):
            self.skipTest("no rule offers this fix")

    def test_dry_run(self):
        self.fixable()
        ran = self.check("--fix-dry-run")
        self.assertEqual((self.folder / "prog.cc").read_text(), self.SOURCE)
        done = subprocess.run(["git", "apply"], input=ran.stdout, cwd=self.folder, text=True,
                              capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr + ran.stdout)
        self.assertEqual((self.folder / "prog.cc").read_text(), self.MENDED)

    def test_fix(self):
        self.fixable()
        ran = self.check("--fix", "--fail-on", "note", status=0)
        self.assertIn("2 findings fixed\n", ran.stdout)
        self.assertEqual((self.folder / "prog.cc").read_text(), self.MENDED)
        self.assertEqual(self.check("--fix-dry-run", status=0).stdout, "")

    def test_suppressed_is_left_alone(self):
        self.fixable()
        self.project(prog=self.SOURCE.replace("= 3;", "= 3; // NOLINT"))
        added = [l for l in self.check("--fix-dry-run").stdout.splitlines() if l.startswith("+")]
        self.assertIn("+static const int other = 4;", added)
        self.assertFalse([line for line in added if "limit =" in line])


if __name__ == "__main__":
    support.main()
