#!/usr/bin/env python3
"""Compiles and lints the code blocks of the rule pages.

    lint_pages.py --factor6 PATH [--filter GLOB]     compile, then lint
    lint_pages.py --compile-only                     only compile

A block carries its expectations as fixtures do; one without them must lint
clean. Blocks in `nginx` and `yaml` are linted as deployment files.
"""
from __future__ import annotations

import argparse
import dataclasses
import fnmatch
import pathlib
import re
import subprocess
import sys
import tempfile

import expectations
import faces

PAGES = expectations.ROOT.parent / "docs" / "rules"
NAMES = {"cpp": "example.cpp", "nginx": "nginx.conf", "yaml": "deploy.yaml"}
TRIVIAL = "int main() { return 0; }\n"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclasses.dataclass
class Block:
    page: pathlib.Path
    line: int  # of the block's first line in the page
    language: str
    text: str


def blocks(pattern):
    for page in sorted(PAGES.glob("*.md")):
        if not fnmatch.fnmatch(page.stem, pattern):
            continue
        text = page.read_text()
        for match in FENCE.finditer(text):
            if match[1] in NAMES:
                yield Block(page, text.count("\n", 0, match.start(2)) + 1, match[1], match[2])


def write(block, folder):
    folder.mkdir(parents=True)
    (folder / NAMES[block.language]).write_text(block.text)
    if block.language != "cpp":
        (folder / "main.cpp").write_text(TRIVIAL)
    return expectations.load(folder)


def compile_block(fixture):
    arguments = [a for a in faces.command(fixture, fixture.base, fixture.sources()[0]) if a != "-c"]
    ran = subprocess.run([*arguments, "-fsyntax-only", "-Wall", "-Wno-unused"],
                         capture_output=True, text=True)
    return ran.stderr.strip().splitlines()[:1] if ran.returncode or "warning:" in ran.stderr else []


def check(block, folder, face):
    """Problems as (line in the page, text)."""
    fixture = write(block, folder)
    missing = expectations.missing_packages(fixture.packages)
    if missing:
        print(f"{block.page.name}:{block.line}: skipped, needs the package {', '.join(missing)}")
        return []
    broken = [(block.line, f"does not compile: {line}") for line in compile_block(fixture)]
    if broken or not face:
        return broken
    try:
        results = list(face.run(fixture, folder))
    except faces.FaceError as error:
        return [(block.line, f"not analysed: {error}")]
    return [(block.line + line - 1, text)
            for _, line, text in expectations.compare(fixture.expectations, results)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--factor6", default="factor6")
    parser.add_argument("--filter", default="*", help="glob over page names")
    parser.add_argument("--compile-only", action="store_true")
    options = parser.parse_args()
    face = None if options.compile_only else faces.Cli(options.factor6)
    failed = count = 0
    with tempfile.TemporaryDirectory(prefix="factor6-") as directory:
        scratch = pathlib.Path(directory).resolve()
        if face:
            face.prepare(scratch)
        for count, block in enumerate(blocks(options.filter), 1):
            problems = check(block, scratch / f"b{count}" / "service", face)
            failed += bool(problems)
            for line, text in problems:
                print(f"docs/rules/{block.page.name}:{line}: {text}")
    print(f"{count} code blocks, {failed} failed")
    return 1 if failed or not count else 0


if __name__ == "__main__":
    sys.exit(main())
