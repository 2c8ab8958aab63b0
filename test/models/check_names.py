#!/usr/bin/env python3
"""Checks that every name in a model file is declared somewhere real.

usage: check_names.py --names MODEL_NAMES --clang CLANG [--models DIR] [MODEL...]

For each model file, `clang -Xclang -ast-list` lists what the library's headers
(test/models/headers.ini) and test/models/declarations/<model>.h declare; a
name of the model that neither declares is an error. A model whose headers are
not installed is skipped with a message. Exit status: 0 all right, 1 errors,
77 everything was skipped.
"""
import argparse
import concurrent.futures
import configparser
import fnmatch
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def without_arguments(name):
    """'std::map::map<K, V>' -> 'std::map::map'; operators keep their signs."""
    operator = re.search(r"(^|::)operator\W", name)
    head, tail = (name[:operator.start()], name[operator.start():]) if operator else (name, "")
    while "<" in head:
        shorter = re.sub(r"<[^<>]*>", "", head)
        if shorter == head:
            break
        head = shorter
    return head + tail


def declared(clang, includes, flags):
    """Qualified names that a file with these includes declares."""
    with tempfile.NamedTemporaryFile("w", suffix=".cpp") as source:
        for header in includes:
            source.write(f"#if __has_include({header})\n#include {header}\n#endif\n")
        source.flush()
        command = [clang, "-std=c++20", "-fsyntax-only", "-w", "-ferror-limit=0",
                   "-Xclang", "-ast-list", *flags, source.name]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    return {without_arguments(line) for line in done.stdout.splitlines()}


def installed(clang, header, flags):
    source = f"#if !__has_include({header})\n#error\n#endif\n"
    done = subprocess.run([clang, "-std=c++20", "-E", "-x", "c++", *flags, "-"],
                          input=source, capture_output=True, text=True)
    return done.returncode == 0


def covered(name, names):
    if name.endswith("::*") and name.count("*") == 1:
        return name[:-3] in names
    if "*" in name and not re.search(r"::operator\W", name):
        scope = name.rpartition("::")[0]
        return name.startswith("*") or scope in names or any(
            fnmatch.fnmatchcase(n, name) for n in names)
    return name in names or name.startswith("__builtin_")



def check(model, options, config):
    """Returns (names without declaration, number of names) or None if skipped."""
    section = config[model.stem] if model.stem in config else {}
    flags = section.get("flags", "").split()
    headers = [f"<{h}>" for h in section.get("headers", "").split()]
    own = HERE / "declarations" / f"{model.stem}.h"
    if headers and not installed(options.clang, headers[0], flags):
        print(f"skipped {model.name}: {section.get('packages', '')} not installed")
        return None
    names = declared(options.clang, headers, flags) if headers else set()
    if own.exists():
        names |= declared(options.clang, [f'"{own}"'], [])
    listed = subprocess.run([options.names, str(model)], capture_output=True, text=True, check=True)
    wanted = [line.split("\t")[1] for line in listed.stdout.splitlines()]
    return [n for n in wanted if not covered(without_arguments(n), names)], len(wanted)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--names", required=True)
    parser.add_argument("--clang", required=True)
    parser.add_argument("--models", type=pathlib.Path, default=HERE.parent.parent / "checks" / "models")
    parser.add_argument("model", nargs="*")
    options = parser.parse_args()
    config = configparser.ConfigParser()
    config.read(HERE / "headers.ini")
    models = [m for m in sorted(options.models.glob("*.yaml"))
              if not options.model or m.stem in options.model]
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(lambda model: check(model, options, config), models))
    for model, result in zip(models, results):
        if result:
            missing, total = result
            print(f"{model.name}: {total} names, {len(missing)} without declaration")
            for name in missing:
                print(f"  {model.name}: '{name}' is declared neither by the headers of headers.ini "
                      f"nor by declarations/{model.stem}.h")
    if not any(results):
        return 77
    return 1 if any(r and r[0] for r in results) else 0


if __name__ == "__main__":
    sys.exit(main())
