#!/usr/bin/env python3
"""Bad input: each gives one clear line, the rest is analysed, the status tells.

    bad_input_test.py --factor6 PROGRAM
"""
import os
import pathlib
import signal
import subprocess
import time
import unittest

import support
from support import CLEAN, SERVICE, Project


class Databases(Project):
    def test_none(self):
        self.assert_error(self.check(status=2), "no compile_commands.json here or in a folder above")

    def test_missing(self):
        self.assert_error(self.check("-p", "nowhere", status=2), "nowhere: no such file or folder")
        (self.folder / "empty").mkdir()
        self.assert_error(self.check("-p", "empty", status=2),
                          "empty: no compile_commands.json in this folder")

    def test_unusable(self):
        for text, message in [("", "the file is empty"), ("[{", "not valid JSON"),
                              ("{}", "expected a list of commands"), ("[]", "no entries"),
                              ('[{"directory": "/"}]', 'entry 1 has no "file"'),
                              ('[{"directory": "/", "file": "a.cc"}]', "neither")]:
            with self.subTest(text):
                path = self.write("compile_commands.json", text)
                self.assert_error(self.check(status=2), str(path), message)

    def test_nothing_of_the_users(self):
        self.write("vendor/a.cc", SERVICE)
        self.write("b.cc", SERVICE)
        self.database("vendor/a.cc", "b.cc")
        ran = self.check("--exclude", "b.cc", "--project-root", ".", status=2)
        self.assert_error(ran, "nothing to analyse", "2 excluded, vendored or generated")
        self.assertEqual(self.last_line(ran.stdout),
                         "TUs: requested 2 = analysed 0 + failed 0 + skipped 2")


class Units(Project):
    """One translation unit goes wrong; the service beside it is analysed."""

    def run_with(self, entry_or_source, *arguments, status=3, **environment):
        self.write("service.cc", SERVICE)
        if isinstance(entry_or_source, dict):
            self.database("service.cc", entries=[entry_or_source])
        else:
            self.write("other.cc", entry_or_source)
            self.database("service.cc", "other.cc")
        ran = self.check(*arguments, status=status, **environment)
        self.assertIn("service.cc:3:12: error: ", ran.stdout)
        return ran

    def assert_one_failed(self, ran):
        self.assertEqual(self.last_line(ran.stdout),
                         "TUs: requested 2 = analysed 1 + failed 1 + skipped 0")

    def test_missing_file(self):
        entry = {"directory": str(self.folder), "file": "gone.cc", "command": "g++ -c gone.cc"}
        ran = self.run_with(entry)
        self.assert_error(ran, "gone.cc: not analysed: no such file")
        self.assert_one_failed(ran)

    def test_missing_directory(self):
        self.write("x.cc", CLEAN)
        entry = {"directory": str(self.folder / "gone"), "file": str(self.folder / "x.cc"),
                 "command": "g++ -c x.cc"}
        self.assert_error(self.run_with(entry), "x.cc: not analysed: ", "does not exist")

    def test_command_without_source(self):
        self.write("x.cc", CLEAN)
        entry = {"directory": str(self.folder), "file": "x.cc", "command": "g++"}
        self.assert_error(self.run_with(entry),
                          "x.cc: not analysed: clang cannot use the compile command")

    def test_errors_in_source(self):
        ran = self.run_with('#include "nix.h"\nint f( { return g(); }\n')
        self.assert_error(ran, "other.cc: analysed in part: other.cc:1: 'nix.h' file not found")
        self.assert_one_failed(ran)

    def test_what_could_be_parsed_counts(self):
        self.project(service="#include <nix.h>\n" + SERVICE)
        ran = self.check(status=3)
        self.assertIn("service.cc:4:12: error: ", ran.stdout)
        self.check("--allow-incomplete", status=1)
        self.check("--allow-incomplete", "--checks=-*,factor6-process-env", status=0)

    def test_crash(self):
        ran = self.run_with(CLEAN, FACTOR6_TEST_CRASH="other.cc")
        self.assert_error(ran, "other.cc: not analysed: the analysis of this file crashed (Aborted)")
        self.assert_one_failed(ran)

    def test_crash_with_one_worker(self):
        self.write("big.cc", CLEAN * 500)  # the largest comes first
        self.project(service=SERVICE, other=CLEAN)
        self.database("service.cc", "big.cc", "other.cc")
        ran = self.check("-j", "1", status=3, FACTOR6_TEST_CRASH="big.cc")
        self.assertEqual(self.last_line(ran.stdout),
                         "TUs: requested 3 = analysed 2 + failed 1 + skipped 0")

    def test_hang(self):
        ran = self.run_with(CLEAN, "--tu-timeout", "2", FACTOR6_TEST_HANG="other.cc")
        self.assert_error(ran, "other.cc: not analysed: took longer than 2 s")
        self.assert_one_failed(ran)

    def test_memory(self):
        ran = self.run_with(CLEAN, "--tu-memory", "2000", FACTOR6_TEST_MEMORY="other.cc")
        self.assert_error(ran, "other.cc: not analysed: needs more than 2000 MiB of memory")
        self.assert_one_failed(ran)

    def test_all_fail(self):
        self.project(service=SERVICE)
        ran = self.check("--allow-incomplete", status=3, FACTOR6_TEST_CRASH="service.cc")
        self.assertEqual(self.last_line(ran.stdout),
                         "TUs: requested 1 = analysed 0 + failed 1 + skipped 0")

    def test_reports_name_the_failure(self):
        self.project(service=SERVICE, other=CLEAN)
        report = self.json(status=3, FACTOR6_TEST_CRASH="other.cc")
        self.assertEqual(report["status"], 3)
        self.assertEqual([f["file"] for f in report["failures"]], ["other.cc"])
        self.assertFalse(report["failures"][0]["partial"])


class Commands(Project):
    """What real builds write into their commands does not get in the way."""

    def assert_analysed(self, *flags, compiler="g++"):
        self.write("service.cc", SERVICE)
        entry = {"directory": str(self.folder), "file": "service.cc",
                 "arguments": [compiler, *flags, "-c", "service.cc", "-o", "service.o"]}
        self.database(entries=[entry])
        ran = self.check(status=1)
        self.assertEqual(ran.stderr, "")
        self.assertFalse((self.folder / "service.o").exists())

    def test_flags_of_other_compilers(self):
        self.assert_analysed("-fconserve-stack", "-Wlogical-op", "-Werror", "-fno-gcse",
                             "--no-such-flag", "-march=no-such-cpu", "-fabi-version=0")

    def test_outputs_and_dependencies(self):
        self.assert_analysed("-MMD", "-MF", "out/x.d", "-MT", "x", "-save-temps", "-ftime-trace")
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()),
                         ["compile_commands.json", "service.cc"])

    def test_plugins_and_precompiled_headers(self):
        self.assert_analysed("-fplugin=/nowhere.so", "-Xclang", "-include-pch", "-Xclang",
                             "/nowhere.pch", "-include-pch", "/nowhere.pch", compiler="clang++")

    def test_response_file(self):
        self.write("flags.rsp", '-DNAME="a b" -std=c++20\n')
        self.assert_analysed("@flags.rsp")

    def test_launchers_and_unknown_compilers(self):
        for compiler in ["/usr/bin/g++", "clang++-22", "x86_64-linux-gnu-g++-12", "no-such-c++"]:
            with self.subTest(compiler):
                self.assert_analysed(compiler=compiler)

    def test_same_command_counts_once(self):
        self.write("service.cc", SERVICE)
        entry = {"directory": str(self.folder), "file": "service.cc",
                 "command": "g++ -c service.cc -o a.o"}
        self.database(entries=[entry, dict(entry, command="g++ -c service.cc -o b.o"),
                               dict(entry, command="g++ -DX -c service.cc -o c.o")])
        ran = self.check(status=1)
        self.assertEqual(self.last_line(ran.stdout),
                         "TUs: requested 2 = analysed 2 + failed 0 + skipped 0")
        self.assertEqual(ran.stdout.count("service.cc:3:12: error: "), 1)


class Usage(Project):
    def test_bad_options(self):
        self.project(service=SERVICE)
        for arguments, message in [
                (["check", "--frob"], "--frob"), (["frob"], "frob"),
                (["check", "--format", "xml"], "xml"),
                (["check", "--fail-on", "fatal"], "fail-on must be note, warning or error"),
                (["check", "--checks", "-*"], "no rule matches"),
                (["check", "--exclude", "[a"], "exclude '[a'"),
                (["check", "nowhere.cc"], "nowhere.cc: no such file or folder"),
                (["check", "--project-root", "nowhere"], "nowhere: no such folder"),
                (["check", "--models", "nowhere.yaml"], "nowhere.yaml: cannot be read"),
                (["check", "--config", "nowhere.yaml"], "nowhere.yaml: cannot be read"),
                (["check", "-o", "no/such/folder/x"], "cannot be written"),
                (["explain", "no-such-rule"], "there is no rule 'no-such-rule'"),
                (["dump", "other.cc"], "other.cc: the compile database ")]:
            with self.subTest(arguments):
                self.assert_error(self.run_factor6(*arguments, status=2), message)

    def test_output_that_cannot_be_written(self):
        self.project(service=SERVICE)
        with open("/dev/full", "w") as full:
            ran = subprocess.run([support.PROGRAM, "check"], cwd=self.folder, stdout=full,
                                 stderr=subprocess.PIPE, text=True, timeout=120)
        self.assertEqual(ran.returncode, 2, ran.stderr)
        self.assert_error(ran, "cannot write the report")

    def test_bad_configuration(self):
        self.project(service=SERVICE)
        for text, message in [("entry_points: {", ".factor6.yaml:"),
                              ("frob: 1\n", ".factor6.yaml:1: unknown key 'frob'"),
                              ("checks: [a]\n", ".factor6.yaml:1: "),
                              ("fail_on: fatal\n", "fail-on must be note, warning or error")]:
            with self.subTest(text):
                self.write(".factor6.yaml", text)
                self.assert_error(self.check(status=2), message)

    def test_bad_models(self):
        self.project(service=SERVICE)
        self.write("bad.yaml", "library: x\nfrobs: 1\n")
        ran = self.check("--models", "bad.yaml", status=2)
        self.assertIn("bad.yaml:", ran.stderr)
        self.assertEqual(ran.stdout, "")


class Signals(Project):
    def children(self, pid):
        found = []
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rpartition(")")[2].split()
            except OSError:  # it has ended meanwhile
                continue
            if int(fields[1]) == pid:
                found.append(int(stat.parent.name))
        return found

    def test_workers_end_with_the_run(self):
        self.project(service=SERVICE, other=CLEAN)
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number):
                run = subprocess.Popen([support.PROGRAM, "check"], cwd=self.folder,
                                       env=dict(os.environ, FACTOR6_TEST_HANG=".cc"),
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                workers, deadline = [], time.time() + 20
                while not workers and time.time() < deadline:
                    time.sleep(0.05)
                    workers = self.children(run.pid)
                self.assertTrue(workers)
                run.send_signal(number)
                self.assertEqual(run.wait(20), 128 + number)
                while time.time() < deadline and any(os.path.exists(f"/proc/{w}") for w in workers):
                    time.sleep(0.05)
                self.assertFalse([w for w in workers if os.path.exists(f"/proc/{w}")])


if __name__ == "__main__":
    support.main()
