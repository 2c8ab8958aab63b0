#!/usr/bin/env python3
"""Reports against the official SARIF 2.1.0 schema.

    sarif_test.py --factor6 PROGRAM
"""
import json
import os
import pathlib
import sys
import unittest

import support
from support import CLEAN, SERVICE, Project

try:
    import jsonschema
except ImportError:
    # Debian's interpreter has the module where another one in PATH has not.
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
    jsonschema = None

SCHEMA = pathlib.Path(__file__).resolve().parent.parent / "render/sarif-2.1.0-rtm.5.json"


@unittest.skipUnless(jsonschema, "python3-jsonschema is not installed")
class Schema(Project):
    @classmethod
    def setUpClass(cls):
        cls.validator = jsonschema.Draft4Validator(json.loads(SCHEMA.read_text()))

    def sarif(self, *arguments, **more):
        log = json.loads(self.check("--format", "sarif", *arguments, **more).stdout)
        for error in self.validator.iter_errors(log):
            self.fail(f"{list(error.absolute_path)}: {error.message}")
        return log["runs"][0]

    def test_the_schema_bites(self):
        self.assertTrue(list(self.validator.iter_errors({"version": "2.1.0"})))
        self.assertTrue(list(self.validator.iter_errors(
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}},
                                           "results": [{"level": "fatal"}]}]})))

    def test_findings(self):
        self.write("src dir/s\u00e9rvice#1.cc", SERVICE)
        self.database("src dir/s\u00e9rvice#1.cc")
        run = self.sarif("--project-root", ".", status=1)
        self.assertEqual(len(run["results"]), 2)
        place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        self.assertEqual(place, {"uri": "src%20dir/s%C3%A9rvice%231.cc", "uriBaseId": "%SRCROOT%"})
        base = run["originalUriBaseIds"]["%SRCROOT%"]["uri"]
        self.assertEqual(base, self.folder.as_uri() + "/")
        self.assertTrue(all(r["codeFlows"] for r in run["results"]))
        self.assertEqual(len(run["tool"]["driver"]["rules"]), 14)
        for result in run["results"]:
            rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
            self.assertEqual(rule["id"], result["ruleId"])
        self.assertTrue(run["invocations"][0]["executionSuccessful"])

    def test_suppressed(self):
        self.project(service=SERVICE.replace("static int hits;", "static int hits; // NOLINT"))
        kinds = [r["suppressions"] for r in self.sarif(status=1)["results"]]
        self.assertEqual(kinds, [[{"kind": "inSource"}], []])

    def test_incomplete(self):
        self.project(service=SERVICE, other=CLEAN, bad="int f(\n")
        run = self.sarif(status=3, FACTOR6_TEST_CRASH="other.cc")
        invocation = run["invocations"][0]
        self.assertFalse(invocation["executionSuccessful"])
        told = [(n["level"], n["message"]["text"].split(":")[0])
                for n in invocation["toolExecutionNotifications"] if n["level"] != "note"]
        self.assertEqual(told, [("error", "not analysed"), ("warning", "analysed in part")])

    def test_fingerprints_outlive_moved_lines(self):
        def prints():
            return [r["partialFingerprints"] for r in self.sarif(status=1)["results"]]
        self.project(service=SERVICE)
        before = prints()
        self.project(service="\n// moved\n\n" + SERVICE)
        self.assertEqual(prints(), before)

    def test_fixes_and_notes(self):
        self.project(prog="static int limit = 3;\nint main() { return limit; }\n")
        self.sarif("--fail-on", "error", status=0)


if __name__ == "__main__":
    support.main()
