#!/usr/bin/env python3
"""Runs the fixtures of test/rules through one face of factor6.

    run_fixtures.py --face cli    --factor6 PATH                        [--filter GLOB] [-j N]
    run_fixtures.py --face tidy   --clang-tidy clang-tidy-22 --plugin P [--filter GLOB] [-j N]
    run_fixtures.py --face clangd --clangd PATH                         [--filter GLOB] [-j N]

One line per expectation that failed, a closing summary, exit status 1 if any.
"""
from __future__ import annotations

import argparse
import concurrent.futures
import fnmatch
import os
import pathlib
import shutil
import sys
import tempfile

import expectations
import faces

DIFFERENCES = pathlib.Path(__file__).with_name("differences.txt")


def differences(face, fixtures, complete):
    """Map from fixture name to the set of what differs by design."""
    found = {f.name: set() for f in fixtures}
    for number, line in enumerate(DIFFERENCES.read_text().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        names, glob, what, reason = (part.strip() for part in line.split("|", 3))
        if what not in ("levels", "notes", "skip") or not reason:
            sys.exit(f"{DIFFERENCES.name}:{number}: needs 'faces | glob | levels, notes or skip | reason'")
        fitting = [f for f in fixtures if fnmatch.fnmatch(f.name, glob)]
        if complete and not fitting:
            sys.exit(f"{DIFFERENCES.name}:{number}: fits no fixture")
        if face in [n.strip() for n in names.split(",")]:
            for fixture in fitting:
                found[fixture.name].add(what)
    return found


def place(fixture, scratch, index):
    """Copies a fixture out of the folder named `test`, whose code is exempt."""
    folder = scratch / f"f{index}" / "service"
    for file in fixture.files:
        target = folder / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(fixture.base / file, target)
    return folder


class Tally:
    def __init__(self):
        self.passed = self.skipped = self.known = self.failed = self.expected = 0
        self.lines = []

    def fail(self, line):
        self.lines.append(line)
        print(line, flush=True)


def judge(fixture, results, differ, tally):
    """Compares what a face said with what the fixture expects, file by file."""
    problems = expectations.compare(fixture.expectations, results,
                                    levels="levels" not in differ, notes="notes" not in differ)
    wrong, bad = {}, False
    for file, line, text in problems:
        if fixture.known_wrong(file):
            wrong.setdefault(fixture.known_wrong(file), []).append(text)
            continue
        bad = True
        tally.fail(f"{fixture.label(file)}:{line}: {text}")
    for name in sorted({fixture.known_wrong(f) for f in fixture.files} - {None}):
        if name in wrong:
            tally.known += 1
        else:
            bad = True
            tally.fail(f"{fixture.label(fixture.files[0])}:1: {name} is right by now: "
                       "take FP_/FN_ off its name")
    tally.expected += len(fixture.expectations)
    if bad:
        tally.failed += 1
    else:
        tally.passed += 1


def run(face, fixtures, differ, jobs, tally):
    runnable = []
    for fixture in fixtures:
        missing = expectations.missing_packages(fixture.packages)
        if missing:
            print(f"{fixture.name}: skipped, needs the package {', '.join(missing)}")
        if missing or "skip" in differ[fixture.name] or not face.takes(fixture):
            tally.skipped += 1
        else:
            runnable.append(fixture)
    with tempfile.TemporaryDirectory(prefix="factor6-") as directory:
        scratch = pathlib.Path(directory).resolve()
        work = [(f, place(f, scratch, i)) for i, f in enumerate(runnable)]
        face.prepare(scratch)
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            for (fixture, _), outcome in zip(work, pool.map(lambda w: attempt(face, w), work)):
                if isinstance(outcome, str):
                    tally.failed += 1
                    tally.fail(f"{fixture.label(fixture.files[0])}:1: not analysed: {outcome}")
                else:
                    judge(fixture, outcome, differ[fixture.name], tally)
        face.finish()


def attempt(face, work):
    try:
        return face.run(*work)
    except faces.FaceError as error:
        return str(error)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--face", choices=["cli", "tidy", "clangd"], default="cli")
    parser.add_argument("--factor6", default="factor6")
    parser.add_argument("--clang-tidy", default="clang-tidy-22")
    parser.add_argument("--plugin")
    parser.add_argument("--clangd", default="factor6-clangd")
    parser.add_argument("--filter", default="*", help="glob over names such as 'static-cache/lru.cpp', or a part of one")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only each Nth fixture, in the order of names")
    parser.add_argument("-j", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--list", action="store_true", help="only name the fixtures")
    options = parser.parse_args()
    if options.face == "tidy" and not options.plugin:
        parser.error("--face tidy needs --plugin")
    try:
        fixtures = expectations.discover(options.filter)
    except expectations.FixtureError as error:
        sys.exit(str(error))
    if not fixtures:
        sys.exit(f"no fixture fits '{options.filter}'")
    if options.list:
        print("\n".join(f"{f.name}\t{len(f.expectations)}" for f in fixtures))
        return 0
    tally = Tally()
    differ = differences(options.face, fixtures, options.filter == "*")
    fixtures = fixtures[::options.every]
    face = faces.make(options)
    run(face, fixtures, differ, options.j, tally)
    print(f"{options.face}: {tally.passed} fixtures passed ({tally.expected} expectations), "
          f"{tally.failed} failed, {tally.skipped} skipped, {tally.known} known wrong answers")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
