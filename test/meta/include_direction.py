#!/usr/bin/env python3
"""Includes go one way, and clang's headers stay where a clang AST is read.

    include_direction.py SOURCE_DIR
"""
import pathlib
import re
import sys

# A room may include itself and what is listed. The order of the keys is the
# order of the path from AST to report.
ROOMS = {
    "checks/facts": [],
    "checks/models": ["facts"],
    "checks/extract": ["facts", "models"],
    "checks/link": ["facts"],
    "checks/derive": ["facts", "models", "link"],
    "checks/rules": ["facts", "models", "link", "derive"],
    "checks/tidy": ["facts", "models", "extract", "link", "derive", "rules"],
    "tool/driver": ["facts", "models", "extract", "link", "derive", "rules"],
    "tool/gate": ["facts", "rules"],
    "tool/render": ["facts", "rules", "gate"],
    "tool/cli": ["facts", "models", "rules", "driver", "gate", "render"],
    "tool/clangd": [],
}
CLANG_ROOMS = {"checks/extract", "checks/tidy", "tool/driver", "tool/clangd"}
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)
NAMES = {room.split("/")[1] for room in ROOMS}


def problems(root, room, allowed):
    for path in sorted((root / room).rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        text = path.read_text(encoding="utf-8")
        for match in INCLUDE.finditer(text):
            target = match.group(2)
            line = text.count("\n", 0, match.start(2)) + 1
            where = f"{path.relative_to(root)}:{line}"
            first = target.split("/")[0]
            if first in ("clang", "clang-c", "clang-tidy") and room not in CLANG_ROOMS:
                yield f"{where}: {room} includes a clang header: {target}"
            if match.group(1) == '"' and "/" in target and first in NAMES:
                own = room.split("/")[1]
                if first != own and first not in allowed:
                    yield f"{where}: {room} must not include {target}"


def main():
    root = pathlib.Path(sys.argv[1])
    found = []
    for room, allowed in ROOMS.items():
        if not (root / room).is_dir():
            found.append(f"{room}: this room is missing")
            continue
        found.extend(problems(root, room, allowed))
    # A new room must be placed in the order before anybody includes it.
    for house in ("checks", "tool"):
        for path in sorted((root / house).iterdir()):
            name = f"{house}/{path.name}"
            if path.is_dir() and name not in ROOMS and any(path.rglob("*.cpp")):
                found.append(f"{name}: this room has no place in the order of includes")
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
