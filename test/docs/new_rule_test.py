#!/usr/bin/env python3
"""tool/dev/new_rule in a copy of the tree: what it writes is there, is
registered, and compiles.

    new_rule_test.py SOURCE_DIR --clang PATH --include LLVM_HEADERS
"""
import argparse
import importlib.util
import pathlib
import shutil
import subprocess
import sys
import tempfile

NAME, FUNCTION, FILE = "clock-skew", "clockSkew", "ClockSkew.cpp"


def run(root, *words):
    return subprocess.run([sys.executable, root / "tool/dev/new_rule", *words], capture_output=True, text=True)


def copy(source, target):
    for folder in ("checks", "tool/dev", "docs/rules"):
        shutil.copytree(source / folder, target / folder, ignore=shutil.ignore_patterns("*.yaml"))
    shutil.copytree(source / "test/harness", target / "test/harness", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(source / "test/meta", target / "test/meta")


def meta(root):
    """The tests over the registry, as a module of the copy."""
    sys.path.insert(0, str(root / "test/harness"))
    spec = importlib.util.spec_from_file_location("registry", root / "test/meta/registry.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--clang", required=True)
    parser.add_argument("--include", required=True)
    options = parser.parse_args()
    sys.dont_write_bytecode = True
    with tempfile.TemporaryDirectory() as scratch:
        root = pathlib.Path(scratch).resolve()
        copy(options.source, root)
        before = (root / "checks/rules/Registry.cpp").read_text()

        for bad in ("Clock-Skew", "clock", "clock_skew", "../clock-skew"):
            assert run(root, bad).returncode, f"'{bad}' was taken as a name"
        assert (root / "checks/rules/Registry.cpp").read_text() == before, "a refused name changed the registry"

        made = run(root, NAME, "--summary", "clock that differs between processes")
        assert made.returncode == 0, made.stderr
        for path in (f"checks/rules/{FILE}", f"docs/rules/{NAME}.md", f"test/rules/{NAME}/found.cpp",
                     f"test/rules/{NAME}/silent.cpp"):
            assert (root / path).is_file(), f"{path} was not written"
        registry = (root / "checks/rules/Registry.cpp").read_text()
        assert f'{{"factor6-{NAME}", "clock that differs between processes",' in registry
        assert f"    {FUNCTION},\n" in registry
        assert f"void {FUNCTION}(const RuleContext &" in (root / "checks/rules/Context.h").read_text()

        rules = meta(root)
        problems = rules.page_problems(NAME) + rules.code_problems(NAME, [(root / "checks/rules" / FILE, "")])
        assert not problems, problems

        again = run(root, NAME)
        assert again.returncode and "is there already" in again.stderr, again.stderr
        assert (root / "checks/rules/Registry.cpp").read_text() == registry, "the rule was registered twice"

        # Every function that the registry names is declared, every info has its function.
        for file in (FILE, "Registry.cpp"):
            subprocess.run([options.clang, "-std=c++20", "-fno-rtti", "-fsyntax-only", "-Wall", "-Wextra", "-Werror",
                            f"-I{root / 'checks'}", "-isystem", options.include, str(root / "checks/rules" / file)],
                           check=True)
    print("new_rule: all as it should be")


if __name__ == "__main__":
    main()
