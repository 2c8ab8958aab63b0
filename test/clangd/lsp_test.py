#!/usr/bin/env python3
"""Diagnostics arrive over LSP: lsp_test.py FACTOR6_CLANGD"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "harness"))
from lsp import Server  # noqa: E402

PROGRAM = ""
CONFIG = """Diagnostics:
  UnusedIncludes: None
  ClangTidy:
    Add: ['factor6-*']
    FastCheckFilter: {filter}
"""
NOTES = """    CheckOptions:
      factor6-mutable-global.ShowNotes: true
"""
# <stddef.h> is clang's own: it is found only in the right resource folder.
HEADER = """#pragma once
#include <stddef.h>
#include <map>
#include <string>
struct Request { std::string user; size_t size; };
"""
SOURCE = """#include "request.h"
static int hits;
static std::map<std::string, int> seen;
[[clang::annotate("factor6::entry_point")]] int handle(const Request &request) {
  seen[request.user] = ++hits;
  return hits;
}
"""
# Two literals, and what nothing writes: three fixes, each applied alone.
FIXABLE = """#include <netdb.h>
#include <string>
static int limit = 3;
struct Mail {
  std::string host = "mail.internal";
};
int send(const std::string &host) {
  addrinfo *found = nullptr;
  return getaddrinfo(host.c_str(), "25", nullptr, &found);
}
[[clang::annotate("factor6::entry_point")]] int handle(int n) {
  Mail mail;
  return send(mail.host) + send("relay.internal") + n % limit;
}
"""
COMPILER = next((c for c in ("clang++-22", "clang++", "g++") if shutil.which(c)), None)


class Lsp(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory(prefix="factor6-")
        self.folder = pathlib.Path(self.directory.name).resolve() / "service"
        self.folder.mkdir()
        (self.folder / "request.h").write_text(HEADER)
        self.source = self.folder / "service.cpp"
        self.source.write_text(SOURCE)
        (self.folder / "compile_flags.txt").write_text("-std=c++20\n")

    def tearDown(self):
        self.directory.cleanup()

    def diagnostics(self, fast_check_filter):
        (self.folder / ".clangd").write_text(CONFIG.format(filter=fast_check_filter))
        server = Server([PROGRAM, "--background-index=false", "--log=error"], self.folder)
        try:
            answer = server.diagnostics(self.source, 120)
        finally:
            server.stop()
        self.assertIsNotNone(answer, "no diagnostics arrived")
        errors = [d["message"] for d in answer if d["severity"] == 1 and d.get("source") == "clang"]
        self.assertEqual(errors, [], "the file does not parse")
        return {(d["range"]["start"]["line"] + 1, d["code"]): d for d in answer
                if str(d.get("code", "")).startswith("factor6-")}

    def test_diagnostics_arrive(self):
        found = self.diagnostics("None")
        self.assertIn((2, "factor6-mutable-global"), found)
        self.assertIn((3, "factor6-static-cache"), found)
        hits = found[2, "factor6-mutable-global"]
        self.assertIn("hits", hits["message"])
        self.assertEqual(hits["source"], "clang-tidy")

    def test_the_trail_arrives_as_related_information(self):
        found = self.diagnostics("None")
        related = found[2, "factor6-mutable-global"].get("relatedInformation", [])
        lines = {r["location"]["range"]["start"]["line"] + 1 for r in related}
        self.assertIn(5, lines, related)

    def test_loose_filter_shows_them_too(self):
        self.assertIn((2, "factor6-mutable-global"), self.diagnostics("Loose"))

    def test_default_filter_hides_them(self):
        """Not what one would wish for, but what the documentation warns of."""
        self.assertEqual(self.diagnostics("Strict"), {})

    def test_nolint_counts(self):
        self.source.write_text(SOURCE.replace("hits;\n", "hits; // NOLINT(factor6-mutable-global)\n", 1))
        found = self.diagnostics("None")
        self.assertNotIn((2, "factor6-mutable-global"), found)
        self.assertIn((3, "factor6-static-cache"), found)

    def quick_fixes(self):
        server = Server([PROGRAM, "--background-index=false", "--log=error"], self.folder)
        try:
            offered = server.quick_fixes(self.source, 120)
        finally:
            server.stop()
        return [(d, a) for d, a in offered if str(d.get("code", "")).startswith("factor6-")]

    def apply(self, action):
        """The source with the action's edits, last first."""
        lines = self.source.read_text().splitlines(keepends=True)
        starts = [sum(map(len, lines[:n])) for n in range(len(lines) + 1)]
        text = "".join(lines)

        def offset(place):
            return starts[place["line"]] + place["character"]
        edits = action["edit"]["changes"][self.source.as_uri()]
        for edit in sorted(edits, key=lambda e: offset(e["range"]["start"]), reverse=True):
            text = text[:offset(edit["range"]["start"])] + edit["newText"] + text[offset(edit["range"]["end"]):]
        return text

    def test_each_quick_fix_compiles_alone_and_is_not_offered_again(self):
        (self.folder / ".clangd").write_text(CONFIG.format(filter="None") + NOTES)
        self.source.write_text(FIXABLE)
        offered = self.quick_fixes()
        self.assertEqual({(d["code"], d["range"]["start"]["line"] + 1) for d, _ in offered},
                         {("factor6-mutable-global", 3), ("factor6-hardcoded-host", 5),
                          ("factor6-hardcoded-host", 13)})
        for diagnostic, action in offered:
            with self.subTest(code=diagnostic["code"], line=diagnostic["range"]["start"]["line"] + 1):
                self.source.write_text(FIXABLE)
                fixed = self.apply(action)
                self.assertNotEqual(fixed, FIXABLE)
                self.source.write_text(fixed)
                ran = subprocess.run([COMPILER, "-std=c++20", "-c", self.source, "-o", os.devnull],
                                     capture_output=True, text=True)
                self.assertEqual(ran.returncode, 0, ran.stderr + fixed)
                self.assertEqual(len(self.quick_fixes()), len(offered) - 1, fixed)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)
