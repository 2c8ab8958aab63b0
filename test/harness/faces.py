"""The three faces: how each is run on a fixture and how its answer is read."""
from __future__ import annotations

import json
import os
import pathlib
import queue
import re
import subprocess
import urllib.parse

from expectations import PREFIX, Result
from lsp import Server

STANDARD = {".c": "-std=c17"}
STAND_INS = pathlib.Path(__file__).resolve().with_name("stand-ins")
TIMEOUT = 180


class FaceError(Exception):
    pass


def command(fixture, folder, source):
    suffix = pathlib.PurePath(source).suffix
    driver = "clang-22" if suffix == ".c" else "clang++-22"
    return [driver, STANDARD.get(suffix, "-std=c++20"), f"-I{folder}", "-isystem",
            str(STAND_INS), *fixture.flags, "-c", str(folder / source)]


def write_database(fixture, folder):
    entries = [{"directory": str(folder), "file": str(folder / s),
                "arguments": command(fixture, folder, s)} for s in fixture.sources()]
    (folder / "compile_commands.json").write_text(json.dumps(entries, indent=1))


def execute(arguments, folder, scratch):
    environment = dict(os.environ, XDG_CACHE_HOME=str(scratch / "cache"), LC_ALL="C.UTF-8")
    try:
        return subprocess.run(arguments, cwd=folder, env=environment, capture_output=True,
                              text=True, errors="replace", timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        raise FaceError(f"no answer within {TIMEOUT} s")
    except OSError as error:
        raise FaceError(f"cannot start {arguments[0]}: {error.strerror}")


def last_line(text):
    lines = [l for l in text.strip().splitlines() if l.strip()]
    return lines[-1] if lines else "no output"


class Face:
    scratch = None

    def takes(self, fixture):
        return fixture.single

    def prepare(self, scratch):
        self.scratch = scratch

    def finish(self):
        pass


class Cli(Face):
    """`factor6 check`, one call per fixture, answer in SARIF."""

    def __init__(self, program):
        self.program = program

    def takes(self, fixture):
        return True

    def run(self, fixture, folder):
        write_database(fixture, folder)
        report = folder.parent / "report.sarif"
        ran = execute([self.program, "check", "-p", str(folder), "--format", "sarif", "-o",
                       str(report)], folder, self.scratch)
        if ran.returncode not in (0, 1):
            raise FaceError(f"exit status {ran.returncode}: {last_line(ran.stderr or ran.stdout)}")
        try:
            log = json.loads(report.read_text())
        except (OSError, ValueError) as error:
            raise FaceError(f"no SARIF report: {error}")
        return [r for run in log["runs"] for r in self.results(run, folder)]

    def results(self, run, folder):
        bases = {k: v.get("uri", "") for k, v in run.get("originalUriBaseIds", {}).items()}
        for result in run.get("results", []):
            if result.get("suppressions"):
                continue
            where = result["locations"][0]["physicalLocation"]
            uri = where["artifactLocation"]["uri"]
            base = bases.get(where["artifactLocation"].get("uriBaseId", ""), "")
            yield Result(relative(base + uri if "://" not in uri else uri, folder),
                         where.get("region", {}).get("startLine", 1),
                         result["ruleId"].removeprefix(PREFIX), result.get("level", "warning"),
                         result["message"]["text"])


def relative(uri, folder):
    path = urllib.parse.unquote(urllib.parse.urlparse(uri).path if "://" in uri else uri)
    if os.path.isabs(path):
        return os.path.relpath(path, folder)
    return os.path.normpath(path)


class Tidy(Face):
    """Stock clang-tidy with the plugin, one call per fixture. A fixture's own compiler
    warnings are errors here: this face compiles whole, and not for this alone."""

    WARNINGS = ["-Wall", "-Wno-unused"]

    LINE = re.compile(r"^(?P<file>/[^:]+):(?P<line>\d+):\d+: (?P<level>warning|error): "
                      r"(?P<message>.*) \[(?P<check>[\w.,-]+)\]$")

    def __init__(self, program, plugin):
        self.program, self.plugin = program, os.path.abspath(plugin)

    def run(self, fixture, folder):
        write_database(fixture, folder)
        source = fixture.sources()[0]
        ran = execute([self.program, f"--load={self.plugin}", "--quiet", "--header-filter=.*",
                       "--checks=-*,factor6-*,clang-diagnostic-*",
                       *(f"--extra-arg={w}" for w in self.WARNINGS),
                       "-p", str(folder), str(folder / source)], folder, self.scratch)
        found = [m for m in map(self.LINE.match, ran.stdout.splitlines()) if m]
        errors = [m for m in found if m["check"].startswith("clang-diagnostic-")]
        if errors:
            raise FaceError(errors[0]["message"])
        if ran.returncode < 0 or (ran.returncode and not found):
            raise FaceError(f"exit status {ran.returncode}: {last_line(ran.stderr)}")
        return [Result(relative(m["file"], folder), int(m["line"]),
                       m["check"].split(",")[0].removeprefix(PREFIX), "", m["message"])
                for m in found if m["check"].startswith(PREFIX)]


class Clangd(Face):
    """factor6-clangd over LSP, a few servers for all fixtures."""

    CONFIG = ("Diagnostics:\n  UnusedIncludes: None\n  ClangTidy:\n    Add: ['factor6-*']\n"
              "    FastCheckFilter: None\n")

    def __init__(self, program, jobs):
        self.program, self.jobs, self.idle = program, jobs, queue.SimpleQueue()

    def prepare(self, scratch):
        super().prepare(scratch)
        (scratch / ".clangd").write_text(self.CONFIG)
        try:
            for _ in range(self.jobs):
                self.idle.put(Server([self.program, "--background-index=false", "--log=error",
                                      "--enable-config"], scratch))
        except OSError as error:
            raise SystemExit(f"cannot start {self.program}: {error.strerror}")

    def run(self, fixture, folder):
        write_database(fixture, folder)
        source = folder / fixture.sources()[0]
        server = self.idle.get()
        try:
            answer = server.diagnostics(source, TIMEOUT)
        finally:
            self.idle.put(server)
        if answer is None:
            raise FaceError("no diagnostics arrived")
        errors = [d for d in answer if d.get("severity") == 1 and d.get("source") == "clang"]
        if errors:
            raise FaceError(errors[0]["message"].splitlines()[0])
        return [Result(source.name, d["range"]["start"]["line"] + 1,
                       str(d["code"]).removeprefix(PREFIX), "", d["message"])
                for d in answer if str(d.get("code", "")).startswith(PREFIX)]

    def finish(self):
        for _ in range(self.jobs):
            self.idle.get().stop()


def make(options):
    if options.face == "cli":
        return Cli(options.factor6)
    if options.face == "tidy":
        return Tidy(options.clang_tidy, options.plugin)
    return Clangd(options.clangd, options.j)
