#!/usr/bin/env python3
"""Diagnostics arrive over LSP: lsp_test.py FACTOR6_CLANGD"""
import pathlib
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


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)
