"""What the command line tests share: scratch projects and runs of factor6."""
from __future__ import annotations

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = None

SERVICE = """#include <map>
#include <string>
static int hits;
static std::map<std::string, int> seen;
[[clang::annotate("factor6::entry_point")]] int handle(const std::string &user) {
  seen[user] = ++hits;
  return hits;
}
int main() { return handle("x"); }
"""
CLEAN = "int add(int a, int b) { return a + b; }\n"


class Project(unittest.TestCase):
    """A test with a project folder of its own."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="factor6 cli ")  # with spaces on purpose
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name).resolve()

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def database(self, *sources, flags=(), **more):
        """A database of `sources` (names); `more` are entries as they are."""
        entries = [{"directory": str(self.folder), "file": name,
                    "arguments": ["g++", "-std=c++17", *flags, "-c", name]} for name in sources]
        entries += more.get("entries", [])
        return self.write("compile_commands.json", json.dumps(entries))

    def project(self, **files):
        """Sources by name (without .cc) and a database of them."""
        for name, text in files.items():
            self.write(name + ".cc", text)
        self.database(*[name + ".cc" for name in files])

    def run_factor6(self, *arguments, status=None, cwd=None, timeout=120, **environment):
        ran = subprocess.run([PROGRAM, *map(str, arguments)], cwd=cwd or self.folder,
                             env=dict(os.environ, LC_ALL="C.UTF-8", **environment),
                             capture_output=True, text=True, timeout=timeout)
        if status is not None:
            self.assertEqual(ran.returncode, status, ran.stdout + ran.stderr)
        return ran

    def check(self, *arguments, **more):
        return self.run_factor6("check", *arguments, **more)

    def json(self, *arguments, **more):
        return json.loads(self.check("--format", "json", *arguments, **more).stdout)

    def assert_error(self, ran, *parts):
        """Exactly one line on stderr, and it says all of `parts`."""
        lines = ran.stderr.splitlines()
        self.assertEqual(len(lines), 1, ran.stderr)
        self.assertTrue(lines[0].startswith("factor6: error: "), lines[0])
        for part in parts:
            self.assertIn(part, lines[0])

    def last_line(self, text):
        return text.splitlines()[-1]


def main():
    global PROGRAM
    parser = argparse.ArgumentParser()
    parser.add_argument("--factor6", required=True)
    options, rest = parser.parse_known_args()
    support = sys.modules.get("support", sys.modules[__name__])
    support.PROGRAM = os.path.abspath(options.factor6)
    unittest.main(module="__main__", argv=[sys.argv[0], *rest])
