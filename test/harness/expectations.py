"""Fixtures and what they expect.

A fixture is a file `rules/<rule>/<name>.cpp` or a folder `rules/<rule>/<name>/`
(one project of several files). Expectations stand in comments on the line where
a finding sits:

    int hits = 0;        // finding: mutable-global
    int hits = 0;        // finding: mutable-global error "hits"
    // finding-next: static-cache|handler-state
    std::map<int, int> m;
    int unused = 3;      // note: mutable-global
    a = b;               // finding: local-file-write, process-env

`a|b` accepts either rule. A line without `finding:` must stay silent at warning
and error level; notes that nobody expects are no failure. Other header lines:

    // flags: -DX=1 -I.       added to the compile command
    // packages: libfoo-dev   skipped when one of these is missing (a|b: either)
    // reason: ...            required in FP_* and FN_* (known wrong answers)
"""
from __future__ import annotations

import dataclasses
import fnmatch
import functools
import pathlib
import re
import shlex
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
RULES = ROOT / "rules"
CXX = {".cpp", ".cc", ".cxx", ".c"}
PREFIX = "factor6-"

_MARK = re.compile(r"(?://|#|/\*|<!--)\s*(finding|note)(-next)?:\s*(.*)$")
_ITEM = re.compile(
    r"\s*(?P<rules>[a-z][a-z0-9-]*(?:\|[a-z][a-z0-9-]*)*)"
    r"(?:\s+(?P<level>error|warning|note))?"
    r'(?:\s+"(?P<text>[^"]*)")?\s*(?P<more>,)?')


@dataclasses.dataclass(frozen=True)
class Expectation:
    file: str  # relative to the fixture's folder
    line: int
    rules: tuple
    level: str  # "", "error", "warning", "note"
    text: str

    def describe(self):
        level = f" {self.level}" if self.level else ""
        text = f' "{self.text}"' if self.text else ""
        return "|".join(self.rules) + level + text


@dataclasses.dataclass
class Result:
    """A finding as a face reported it."""
    file: str
    line: int
    rule: str  # without prefix
    level: str  # "error", "warning", "note", or "" where the face has no levels
    message: str


@dataclasses.dataclass
class Fixture:
    name: str  # "mutable-global/counters.cpp"
    path: pathlib.Path
    files: list  # all files, relative to `base`
    base: pathlib.Path
    expectations: list
    flags: list
    packages: list
    reasons: dict  # file -> reason

    @property
    def rule(self):
        return self.name.split("/")[0]

    @property
    def single(self):
        return self.path.is_file()

    def sources(self):
        return [f for f in self.files if pathlib.PurePath(f).suffix in CXX]

    def known_wrong(self, file):
        """The FP_/FN_ name that excuses `file`, or None."""
        for part in [self.path.name, *pathlib.PurePath(file).parts]:
            if part.startswith(("FP_", "FN_")):
                return part
        return None

    def label(self, file):
        """How a file of the fixture is named to people."""
        full = self.base / file
        return str(full.relative_to(ROOT.parent))


# Packages of headers that fixtures and pages use without saying so.
HEADERS = {
    "httplib.h": "libcpp-httplib-dev",
    "hiredis/hiredis.h": "libhiredis-dev",
    "postgresql/libpq-fe.h": "libpq-dev",
    "sqlite3.h": "libsqlite3-dev",
    "curl/curl.h": "libcurl4-openssl-dev|libcurl4-gnutls-dev",
    "grpcpp/grpcpp.h": "libgrpc++-dev",
    "gtest/gtest.h": "libgtest-dev",
}


class FixtureError(Exception):
    pass


def parse_line(file, number, text):
    match = _MARK.search(text)
    if not match:
        return []
    kind, following, rest = match.groups()
    found, position = [], 0
    while True:
        item = _ITEM.match(rest, position)
        if not item:
            raise FixtureError(f"{file}:{number}: cannot read expectation '{rest}'")
        level = item["level"] or ("note" if kind == "note" else "")
        found.append(Expectation(file, number + (1 if following else 0),
                                 tuple(item["rules"].split("|")), level, item["text"] or ""))
        position = item.end()
        if not item["more"]:
            return found


def parse_file(base, file):
    expectations, header = [], {}
    text = (base / file).read_text(encoding="utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), 1):
        expectations += parse_line(file, number, line)
        match = re.match(r"\s*(?://|#)\s*(flags|packages|reason):\s*(.*)", line)
        if match:
            header.setdefault(match[1], match[2].strip())
    named = header.get("packages", "").replace(",", " ").split()
    included = re.findall(r"^#include <([^>]+)>", text, re.MULTILINE)
    header["packages"] = list(dict.fromkeys(named + [HEADERS[i] for i in included if i in HEADERS]))
    return expectations, header


def load(path):
    base = path.parent if path.is_file() else path
    files = ([path.name] if path.is_file() else
             sorted(str(f.relative_to(path)) for f in path.rglob("*") if f.is_file()))
    name = str(path.relative_to(RULES)) if path.is_relative_to(RULES) else path.name
    fixture = Fixture(name, path, files, base, [], [], [], {})
    for file in files:
        expectations, header = parse_file(base, file)
        fixture.expectations += expectations
        fixture.flags += [f for f in shlex.split(header.get("flags", "")) if f not in fixture.flags]
        fixture.packages += [p for p in header["packages"] if p not in fixture.packages]
        if "reason" in header:
            fixture.reasons[file] = header["reason"]
    known = [f for f in files if fixture.known_wrong(f)]
    if known and not fixture.reasons:
        raise FixtureError(f"{fixture.label(known[0])}: a known wrong answer needs a `reason:` line")
    return fixture


def discover(pattern="*"):
    """All fixtures whose name matches the glob (or contains it)."""
    found = []
    for rule in sorted(p for p in RULES.iterdir() if p.is_dir()):
        for entry in sorted(rule.iterdir()):
            if not (entry.is_dir() or entry.suffix in CXX):
                continue
            name = str(entry.relative_to(RULES))
            if fnmatch.fnmatch(name, pattern) or pattern in name:
                found.append(load(entry))
    return found


@functools.cache
def installed(package):
    try:
        status = subprocess.run(["dpkg-query", "-W", "-f", "${Status}", package],
                                capture_output=True, text=True).stdout
    except OSError:
        return True  # not Debian: try and see
    return "install ok installed" in status


def missing_packages(packages):
    return [p for p in packages if not any(installed(one) for one in p.split("|"))]


def compare(expectations, results, levels=True, notes=True):
    """Problems as (file, line, text). One result answers one expectation."""
    problems, left = [], list(results)
    for want in expectations:
        if want.level == "note" and not notes:
            continue
        here = [r for r in left if (r.file, r.line) == (want.file, want.line) and r.rule in want.rules]
        good = [r for r in here if fits(want, r, levels)]
        if good:
            left.remove(good[0])
        elif here:
            left.remove(here[0])
            problems.append((want.file, want.line, f"wrong {want.describe()}: got "
                             f"{here[0].level or 'finding'}: {here[0].message}"))
        else:
            problems.append((want.file, want.line, f"missing {want.describe()}"))
    for result in left:
        if result.level != "note":
            problems.append((result.file, result.line,
                             f"unexpected {result.level or 'finding'} {result.rule}: {result.message}"))
    return sorted(problems)


def fits(want, result, levels):
    if want.text and want.text.lower() not in result.message.lower():
        return False
    if not levels:
        return True
    if want.level:
        return result.level == want.level
    return result.level != "note"
