#!/usr/bin/env python3
"""What every rule must have: registry.py --factor6 PATH.

A rule that `factor6 rules` names has a page with all its sections, code that
names it, and fixtures with at least one positive and one near miss. Fixtures
and pages belong to a rule, and their expectations name rules that exist.
"""
from __future__ import annotations

import argparse
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "harness"))
import expectations  # noqa: E402

TOP = expectations.ROOT.parent
PREFIX = expectations.PREFIX
SECTIONS = ["What it finds", "Why", "Example", "Instead", "Not flagged", "Silencing", "Known limits"]


def names(program):
    ran = subprocess.run([program, "rules"], capture_output=True, text=True)
    if ran.returncode:
        sys.exit(f"'{program} rules' ended with status {ran.returncode}: {ran.stderr.strip()}")
    words = [line.split()[0] for line in ran.stdout.splitlines() if line.strip()]
    return [w.removeprefix(PREFIX) for w in words]


def page_problems(rule):
    page = TOP / "docs" / "rules" / f"{rule}.md"
    if not page.is_file():
        return [f"{rule}: no page docs/rules/{rule}.md"]
    text = page.read_text()
    problems = [f"{rule}: the page lacks the section '{s}'" for s in SECTIONS if f"\n## {s}\n" not in text]
    if not text.startswith(f"# {PREFIX}{rule}\n"):
        problems.append(f"{rule}: the page does not begin with '# {PREFIX}{rule}'")
    if "```cpp" not in text:
        problems.append(f"{rule}: the page shows no code")
    return problems


def code_problems(rule, sources):
    camel = "".join(part.capitalize() for part in rule.split("-")) + ".cpp"
    if any(path.name == camel or rule in text for path, text in sources):
        return []
    return [f"{rule}: no checks/rules/{camel}, and no other file there names the rule"]


def fixture_problems(rule, fixtures):
    own = [f for f in fixtures if f.rule == rule]
    if not own:
        return [f"{rule}: no fixtures in test/rules/{rule}"]
    expected = [{(e.file, e.line) for e in f.expectations if rule in e.rules} for f in own]
    files = [(f, file) for f in own for file in f.files]
    silent = [file for f, file in files if not any(e.file == file and rule in e.rules for e in f.expectations)]
    problems = [] if any(expected) else [f"{rule}: no fixture expects a finding"]
    return problems if silent else problems + [f"{rule}: no fixture is a near miss"]


def stray_problems(rules, fixtures):
    problems = [f"{f.label(e.file)}:{e.line}: there is no rule '{name}'"
                for f in fixtures for e in f.expectations for name in e.rules if name not in rules]
    problems += [f"test/rules/{name}: there is no such rule"
                 for name in sorted({f.rule for f in fixtures} - set(rules))]
    pages = {p.stem for p in (TOP / "docs" / "rules").glob("*.md")} - {"README", "index"}
    return problems + [f"docs/rules/{name}.md: there is no such rule" for name in sorted(pages - set(rules))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--factor6", default="factor6")
    options = parser.parse_args()
    rules, fixtures = names(options.factor6), expectations.discover()
    sources = [(p, p.read_text()) for p in (TOP / "checks" / "rules").glob("*.cpp")]
    problems = stray_problems(rules, fixtures)
    for rule in rules:
        problems += page_problems(rule) + code_problems(rule, sources) + fixture_problems(rule, fixtures)
    print("\n".join(problems + [f"{len(rules)} rules, {len(fixtures)} fixtures, {len(problems)} problems"]))
    return 1 if problems or not rules else 0


if __name__ == "__main__":
    sys.exit(main())
