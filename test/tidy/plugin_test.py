#!/usr/bin/env python3
"""The plugin in stock clang-tidy.

    plugin_test.py --plugin P --clang-tidy T --major N [--other-clang-tidy T]
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

OPTIONS = None
RULES = ["mutable-global", "static-cache", "handler-state", "session-in-process", "sticky-session",
         "deferred-work", "local-file-write", "local-file-read", "upload-to-disk", "runtime-asset",
         "embedded-store", "shared-memory", "process-env", "hardcoded-host"]

SERVICE = """#include <map>
#include <string>
static int hits;
static std::map<std::string, int> seen;
[[clang::annotate("factor6::entry_point")]] int handle(const std::string &user) {
  seen[user] = ++hits;
  return hits;
}
"""
# Named by nobody in the source: only options can make it an entry point.
UNMARKED = """namespace desk {
static int hits;
void take() { hits++; }
}
"""
REGISTERED = """namespace web { void route(const char *, void (*)()); }
static int hits;
static void take() { hits++; }
void setup() { web::route("/", take); }
"""
MODEL = """library: web
functions:
  - name: web::route
    entry: 1
"""


class Plugin(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory(prefix="factor6-")
        self.folder = pathlib.Path(self.directory.name).resolve() / "service"
        self.folder.mkdir()

    def tearDown(self):
        self.directory.cleanup()

    def write(self, name, text):
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text)
        return str(self.folder / name)

    def tidy(self, *sources, checks="-*,factor6-*", program=None, arguments=()):
        command = [program or OPTIONS.clang_tidy, f"--load={OPTIONS.plugin}", f"--checks={checks}",
                   *arguments, *sources]
        if sources:
            command += ["--", "-std=c++20"]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, timeout=300)

    def findings(self, ran):
        pattern = re.compile(r"^([^\s:]+):(\d+):\d+: (?:warning|error): .* \[(factor6-[\w-]+)", re.M)
        return {(pathlib.Path(f).name, int(l), c) for f, l, c in pattern.findall(ran.stdout)}

    def test_all_rules_are_checks(self):
        listed = self.tidy(arguments=["--list-checks"]).stdout
        self.assertEqual(re.findall(r"^\s+factor6-([\w-]+)$", listed, re.M), sorted(RULES))

    def test_findings_with_trail(self):
        ran = self.tidy(self.write("service.cpp", SERVICE))
        self.assertEqual(self.findings(ran), {("service.cpp", 3, "factor6-mutable-global"),
                                              ("service.cpp", 4, "factor6-static-cache")})
        self.assertRegex(ran.stdout, r"service\.cpp:6:\d+: note: ")

    def test_one_rule_alone(self):
        ran = self.tidy(self.write("service.cpp", SERVICE), checks="-*,factor6-static-cache")
        self.assertEqual(self.findings(ran), {("service.cpp", 4, "factor6-static-cache")})

    def test_several_translation_units_in_one_run(self):
        ran = self.tidy(*(self.write(f"service{i}.cpp", SERVICE) for i in range(3)))
        self.assertEqual(self.findings(ran), {
            (f"service{i}.cpp", line, check) for i in range(3)
            for line, check in ((3, "factor6-mutable-global"), (4, "factor6-static-cache"))})

    def test_nolint(self):
        text = SERVICE.replace("hits;\n", "hits; // NOLINT(factor6-*)\n", 1)
        ran = self.tidy(self.write("service.cpp", text))
        self.assertEqual(self.findings(ran), {("service.cpp", 4, "factor6-static-cache")})

    def test_entry_points_option(self):
        source = self.write("desk.cpp", UNMARKED)
        self.assertNotRegex(self.tidy(source).stdout, "desk::take")
        self.write(".clang-tidy", "CheckOptions:\n  factor6-mutable-global.EntryPoints: 'desk::take; other'\n")
        with_option = self.tidy(source)
        self.assertEqual(self.findings(with_option), {("desk.cpp", 2, "factor6-mutable-global")})
        self.assertRegex(with_option.stdout, r"note: .*take")

    def test_models_option_beside_the_configuration(self):
        """A relative model file is found from a source in a folder further down."""
        source = self.write("src/web.cpp", REGISTERED)
        self.write("web.yaml", MODEL)
        self.write(".clang-tidy", "CheckOptions:\n  factor6-static-cache.Models: web.yaml\n")
        ran = self.tidy(source)
        self.assertEqual(self.findings(ran), {("web.cpp", 2, "factor6-mutable-global")})
        self.assertNotIn("model", ran.stdout + ran.stderr)

    def test_missing_model_is_one_line(self):
        source = self.write("service.cpp", SERVICE)
        self.write(".clang-tidy", "CheckOptions:\n  factor6-static-cache.Models: none.yaml\n"
                                  "  factor6-mutable-global.Models: none.yaml\n")
        ran = self.tidy(source)
        output = ran.stdout + ran.stderr
        self.assertEqual(output.count("none.yaml"), 1, output)
        self.assertRegex(output, r"cannot read the model file 'none\.yaml'")
        self.assertEqual(len(self.findings(ran)), 2)

    def test_wrong_model_is_one_line(self):
        source = self.write("service.cpp", SERVICE)
        self.write("bad.yaml", "library: web\nfunctions:\n  - nme: web::route\n")
        self.write(".clang-tidy", "CheckOptions:\n  factor6-mutable-global.Models: bad.yaml\n")
        ran = self.tidy(source)
        output = ran.stdout + ran.stderr
        self.assertEqual(len(re.findall(r"bad\.yaml:\d+", output)), 1, output)

    def test_show_notes(self):
        source = self.write("table.cpp", "static int limit = 3;\nint get() { return limit; }\n")
        self.assertEqual(self.findings(self.tidy(source)), set())
        self.write(".clang-tidy", "CheckOptions:\n  factor6-mutable-global.ShowNotes: true\n")
        self.assertEqual(self.findings(self.tidy(source)),
                         {("table.cpp", 1, "factor6-mutable-global")})

    def test_fix(self):
        source = self.write("table.cpp", "static int limit = 3;\nint get() { return limit; }\n")
        self.write(".clang-tidy", "CheckOptions:\n  factor6-mutable-global.ShowNotes: true\n")
        self.tidy(source, arguments=["--fix"])
        self.assertRegex(pathlib.Path(source).read_text(), r"^static (const|constexpr) int limit = 3;")

    def test_options_are_known(self):
        dumped = self.tidy(arguments=["--dump-config"]).stdout
        for option in ("Models", "EntryPoints", "EnvFunction", "ShowNotes"):
            self.assertIn(f"factor6-mutable-global.{option}:", dumped)

    def test_other_major_is_refused(self):
        other = OPTIONS.other_clang_tidy
        if not other or not os.path.exists(other):
            self.skipTest("no other clang-tidy is installed")
        ran = self.tidy(self.write("service.cpp", SERVICE), program=other,
                        checks="-*,factor6-*,misc-static-assert")
        self.assertGreaterEqual(ran.returncode, 0, "crashed")
        lines = [l for l in ran.stderr.splitlines() if "factor6" in l]
        self.assertEqual(len(lines), 1, ran.stderr)
        self.assertIn(f"built for clang-tidy {OPTIONS.major}", lines[0])
        self.assertEqual(self.findings(ran), set())

    def test_no_llvm_is_linked(self):
        """A second copy of LLVM would have a registry of its own."""
        needed = subprocess.run(["readelf", "-d", OPTIONS.plugin], capture_output=True, text=True)
        self.assertNotRegex(needed.stdout, r"NEEDED.*(LLVM|clang)")

    def test_nothing_of_our_own_is_missing(self):
        """The linker cannot tell: what the host brings is undefined as well."""
        undefined = subprocess.run(["nm", "-DC", "--undefined-only", OPTIONS.plugin],
                                   capture_output=True, text=True)
        self.assertNotIn(" factor6::", undefined.stdout)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--plugin", required=True, type=os.path.abspath)
    parser.add_argument("--clang-tidy", required=True)
    parser.add_argument("--other-clang-tidy")
    parser.add_argument("--major", required=True)
    OPTIONS, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest], verbosity=2)
