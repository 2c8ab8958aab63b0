#!/usr/bin/env python3
"""Small programs of several translation units and what is said of them.

    run_programs.py --factor6 PATH [--bless] [NAME...]

Each folder here is a project; `expected.txt` in it is the text report. The
report must be the same with the compile database in any order and with any
number of workers. --bless writes expected.txt anew.
"""
from __future__ import annotations

import argparse
import difflib
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = {".cpp", ".cc", ".c"}


def place(project, scratch):
    """A copy outside this folder: code under a folder `test` is exempt."""
    folder = scratch / project.name
    shutil.copytree(project, folder, ignore=shutil.ignore_patterns("expected.txt"))
    return folder


def report(factor6, folder, files, jobs):
    entries = [{"directory": str(folder), "file": f, "arguments": ["clang++", "-std=c++17", "-w", "-c", f]}
               for f in files]
    (folder / "compile_commands.json").write_text(json.dumps(entries))
    ran = subprocess.run([factor6, "check", "-p", ".", "--project-root", ".", "--notes", "-j", str(jobs)],
                         cwd=folder, capture_output=True, text=True)
    return f"{ran.stdout}{ran.stderr}exit status {ran.returncode}\n".replace(str(folder) + "/", "")


def difference(name, expected, got):
    return "\n".join(difflib.unified_diff(expected.splitlines(), got.splitlines(), f"{name}/expected.txt", "report",
                                          lineterm=""))


def check(factor6, project, scratch, bless):
    """Problems of one project."""
    folder = place(project, scratch)
    files = sorted(f.name for f in folder.iterdir() if f.suffix in SOURCES)
    got = report(factor6, folder, files, 1)
    shuffled, order = files[:], random.Random(project.name)
    for jobs in (1, 2, 3):
        order.shuffle(shuffled)
        again = report(factor6, folder, shuffled, jobs)
        if again != got:
            return [f"{project.name}: the order {shuffled} with {jobs} workers says something else:\n"
                    + difference(project.name, got, again)]
    golden = project / "expected.txt"
    if bless:
        golden.write_text(got)
        return []
    expected = golden.read_text() if golden.is_file() else ""
    return [] if got == expected else [difference(project.name, expected, got)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--factor6", required=True)
    parser.add_argument("--bless", action="store_true")
    options = parser.parse_args()
    factor6 = shutil.which(options.factor6) or options.factor6
    factor6 = str(pathlib.Path(factor6).resolve())
    projects = [p for p in sorted(HERE.iterdir()) if p.is_dir() and p.name != "__pycache__"
                and (not options.names or p.name in options.names)]
    with tempfile.TemporaryDirectory() as scratch:
        problems = [line for p in projects
                    for line in check(factor6, p, pathlib.Path(scratch).resolve(), options.bless)]
    print("\n".join(problems + [f"{len(projects)} programs, {len(problems)} with problems"]))
    return 1 if problems or not projects else 0


if __name__ == "__main__":
    sys.exit(main())
