#!/usr/bin/env python3
"""How much time factor6 takes, as ratios to what clang takes for the same file.

    run_bench.py -p BUILD FILE --factor6 PATH [--plugin PATH] [--runs N]

Prints two ratios of medians:
  command  `factor6 check` of one translation unit / `clang++ -fsyntax-only` of the same command
  plugin   clang-tidy with all factor6 checks / clang-tidy with one trivial check
Both sides take turns in one run, so that a busy machine slows both. Wall time
is what a person waits for; CPU time (of all child processes) is steadier. It
asserts nothing about time: machines differ.
"""
from __future__ import annotations

import argparse
import json
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

# Looks at almost nothing: what is left is parsing and clang-tidy itself.
TRIVIAL = "-*,llvm-twine-local"


def fail(line):
    sys.exit(f"run_bench: {line}")


def entry_of(database, name):
    path = pathlib.Path(database)
    path = path / "compile_commands.json" if path.is_dir() else path
    for entry in json.loads(path.read_text()):
        if pathlib.Path(entry["directory"], entry["file"]).as_posix().endswith(name):
            return entry
    fail(f"no entry for '{name}' in {path}")


def syntax_only(entry, compiler):
    arguments = list(entry.get("arguments") or shlex.split(entry["command"]))
    kept, skip = [], False
    for word in arguments[1:]:
        if skip or word in ("-c", "-o"):
            skip = word == "-o"
            continue
        kept.append(word)
    return [compiler, "-fsyntax-only", *kept]


def measure(command, folder, accepted):
    """Wall and CPU seconds of one run."""
    before, started = os.times(), time.perf_counter()
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    wall, after = time.perf_counter() - started, os.times()
    if ran.returncode not in accepted:
        fail(f"{shlex.join(command)}\nended with status {ran.returncode}:\n{ran.stdout[-800:]}{ran.stderr[-800:]}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, cpu


def compare(title, folder, ours, theirs, runs):
    sides = {"ours": [], "theirs": []}
    for turn in range(runs + 1):
        mine = measure(ours, folder, (0, 1))
        other = measure(theirs, folder, (0,))
        if turn:  # the first turn fills the caches
            sides["ours"].append(mine)
            sides["theirs"].append(other)
    median = {side: [statistics.median(column) for column in zip(*rows)] for side, rows in sides.items()}
    spread = [max(r[0] for r in rows) - min(r[0] for r in rows) for rows in sides.values()]
    (wall, cpu), (wall_of, cpu_of) = median["ours"], median["theirs"]
    print(f"{title}: wall {wall / wall_of:.2f} ({wall:.3f} s / {wall_of:.3f} s, spread {spread[0]:.3f} / "
          f"{spread[1]:.3f}), cpu {cpu / cpu_of:.2f} ({cpu:.3f} s / {cpu_of:.3f} s)", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("file", help="source, as the database ends with it")
    parser.add_argument("-p", "--database", required=True)
    parser.add_argument("--factor6", help="the command; without it that side is left out")
    parser.add_argument("--plugin", help="the clang-tidy plugin; without it that side is left out")
    parser.add_argument("--clang", default="clang++-22")
    parser.add_argument("--clang-tidy", default="clang-tidy-22")
    parser.add_argument("--project-root", default="", help="handed to factor6")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    entry = entry_of(options.database, options.file)
    folder = entry["directory"]
    source = str(pathlib.Path(folder, entry["file"]))
    print(f"{options.file}, medians of {options.runs} runs")
    with tempfile.TemporaryDirectory() as scratch:
        pathlib.Path(scratch, "compile_commands.json").write_text(json.dumps([entry]))
        if options.factor6:
            command = [os.path.abspath(options.factor6), "check", "-p", scratch, "-j", "1"]
            if options.project_root:
                command += ["--project-root", options.project_root]
            compare("command", folder, command, syntax_only(entry, options.clang), options.runs)
        if options.plugin:
            tidy = [options.clang_tidy, "-p", scratch, "--quiet"]
            plugin = [f"--load={os.path.abspath(options.plugin)}", "--checks=-*,factor6-*"]
            compare("plugin", folder, [*tidy, *plugin, source], [*tidy, f"--checks={TRIVIAL}", source], options.runs)


if __name__ == "__main__":
    main()
