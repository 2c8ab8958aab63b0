#!/usr/bin/env python3
"""The bundled example: both versions compile, one has findings, its twin none.

    example_test.py --factor6 F --cmake C --compiler CXX --example DIR
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

OPTIONS = None
# Where the first version keeps its state, and which rules may say so.
STATE = {
    ("book.cpp", "int visitors = 0;"): {"mutable-global"},
    ("book.cpp", "static std::map<std::string, std::string> pages;"): {"static-cache"},
    ("sessions.h", "std::map<std::string, Session> sessions_;"): {"session-in-process",
                                                                   "handler-state"},
    ("book.cpp", 'Redis connect() { return Redis("redis.guestbook.internal", 6379); }'): {
        "hardcoded-host"},
    ("uploads.cpp", 'std::ofstream file("uploads/" + user + ".jpg", std::ios::binary);'): {
        "upload-to-disk", "local-file-write"},
    ("uploads.cpp", 'std::ifstream file("uploads/" + user + ".jpg", std::ios::binary);'): {
        "local-file-read"},
}


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, timeout=300)


class Example(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory(prefix="factor6-")
        self.build = pathlib.Path(self.directory.name).resolve()

    def tearDown(self):
        self.directory.cleanup()

    def check(self, version):
        """Builds a version and analyses it: exit status, findings as (file, line text, rule)."""
        source = pathlib.Path(OPTIONS.example) / version
        configured = run(OPTIONS.cmake, "-G", "Ninja", "-S", source, "-B", self.build,
                         f"-DCMAKE_CXX_COMPILER={OPTIONS.compiler}")
        self.assertEqual(configured.returncode, 0, configured.stdout + configured.stderr)
        built = run(OPTIONS.cmake, "--build", self.build)
        self.assertEqual(built.returncode, 0, built.stdout)

        report = self.build / "report.sarif"
        ran = run(OPTIONS.factor6, "check", "-p", self.build, source, "--format", "sarif", "-o", report)
        self.assertIn(ran.returncode, (0, 1), ran.stdout + ran.stderr)
        found = set()
        for result in json.loads(report.read_text())["runs"][0].get("results", []):
            if result.get("level") == "note":
                continue
            place = result["locations"][0]["physicalLocation"]
            name = pathlib.PurePath(place["artifactLocation"]["uri"]).name
            line = (source / name).read_text().splitlines()[place["region"]["startLine"] - 1]
            found.add((name, line.strip(), result["ruleId"].removeprefix("factor6-")))
        return ran.returncode, found

    def test_guestbook_has_findings(self):
        status, found = self.check("guestbook")
        self.assertEqual(status, 1)
        self.assertEqual({(name, line) for name, line, _ in found} - STATE.keys(), set())
        for (name, line), rules in STATE.items():
            said = {rule for file, text, rule in found if (file, text) == (name, line)}
            self.assertEqual(len(said), 1, f"{name}: {line}: one rule should report it, not {said}")
            self.assertLessEqual(said, rules)

    def test_fixed_is_clean(self):
        self.assertEqual(self.check("fixed"), (0, set()))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    for option in ("factor6", "cmake", "compiler", "example"):
        parser.add_argument(f"--{option}", required=True)
    OPTIONS, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest], verbosity=2)
