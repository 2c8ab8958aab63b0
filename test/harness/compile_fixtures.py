#!/usr/bin/env python3
"""Checks that every fixture compiles by itself, without a warning.

    compile_fixtures.py [GLOB] [-j N] [--several]

--several leaves out the fixtures of one source: clang-tidy compiles those with
the same warnings when they run through that face.
"""
from __future__ import annotations

import argparse
import concurrent.futures
import os
import subprocess
import sys

import expectations
import faces


def compiles(work):
    fixture, source = work
    arguments = [a for a in faces.command(fixture, fixture.base, source) if a != "-c"]
    ran = subprocess.run([*arguments, "-fsyntax-only", *faces.Tidy.WARNINGS],
                         capture_output=True, text=True)
    return ran.stderr.strip() if ran.returncode or "warning:" in ran.stderr else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("filter", nargs="?", default="*")
    parser.add_argument("--several", action="store_true")
    parser.add_argument("-j", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    work, skipped = [], 0
    for fixture in expectations.discover(options.filter):
        if options.several and fixture.single:
            continue
        missing = expectations.missing_packages(fixture.packages)
        skipped += bool(missing)
        if missing:
            print(f"{fixture.name}: skipped, needs the package {', '.join(missing)}")
        else:
            work += [(fixture, s) for s in fixture.sources()]
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        failures = [message for message in pool.map(compiles, work) if message]
    print("\n".join(failures + [f"{len(work)} sources, {len(failures)} with complaints, {skipped} fixtures skipped"]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
