#!/usr/bin/env python3
"""factor6 on real services: the C++ examples of Debian's source package grpc.

    grpc_examples.py --factor6 PATH [--source FOLDER]

Fetches the source package with apt into a temporary folder (the system's own
apt configuration is read, not changed), generates the protobuf code, writes a
compile database and asserts what is known of these servers. FOLDER is an
unpacked source package, for use without a network. Ends with status 77 and
one line if the package cannot be fetched.
"""
from __future__ import annotations

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

SKIPPED = 77
VERSION = "1.51.1"
EXAMPLES = "examples/cpp"
ROUTE_GUIDE = ["route_guide/route_guide_server.cc", "route_guide/route_guide_callback_server.cc"]
SILENT = ["keyvaluestore", "helloworld", "metadata", "compression", "load_balancing"]
NEEDED = {"apt-get": "apt", "protoc": "protobuf-compiler", "grpc_cpp_plugin": "protobuf-compiler-grpc"}


def skip(line):
    print(f"skipped: {line}")
    sys.exit(SKIPPED)


def run(command, **more):
    ran = subprocess.run([str(word) for word in command], capture_output=True, text=True, **more)
    if ran.returncode:
        last = (ran.stderr or ran.stdout).strip().splitlines()[-1:] or ["no message"]
        raise RuntimeError(f"{pathlib.Path(str(command[0])).name} ended with status {ran.returncode}: {last[0]}")
    return ran.stdout


def deb822_lines(text):
    """`deb-src` lines for what a .sources file lists."""
    for stanza in re.split(r"\n\s*\n", text):
        fields, key = {}, ""
        for line in stanza.splitlines():
            if line.startswith("#"):
                continue
            if line[:1].isspace():
                fields[key] = fields.get(key, "") + "\n" + line
            elif ":" in line:
                key, value = line.split(":", 1)
                key = key.lower()
                fields[key] = value.strip()
        if fields.get("enabled", "yes").lower() == "no" or not fields.get("uris"):
            continue
        signed = fields.get("signed-by", "")
        options = f" [signed-by={signed}]" if signed.startswith("/") else ""
        for uri in fields["uris"].split():
            for suite in fields.get("suites", "").split():
                yield f"deb-src{options} {uri} {suite} {' '.join(fields.get('components', '').split())}"


def source_list():
    """What apt is configured with, as sources instead of binaries."""
    folder = pathlib.Path("/etc/apt")
    lines = []
    for path in [folder / "sources.list", *sorted((folder / "sources.list.d").glob("*.list"))]:
        if path.is_file():
            lines += re.findall(r"^deb(?:-src)?(\s.*)$", path.read_text(), re.M)
    lines = [f"deb-src{rest}" for rest in lines]
    for path in sorted((folder / "sources.list.d").glob("*.sources")):
        lines += deb822_lines(path.read_text())
    return "\n".join(dict.fromkeys(lines)) + "\n"


def fetch(folder):
    """Downloads the upstream archive of the package; returns its path."""
    listed = folder / "sources.list"
    listed.write_text(source_list())
    (folder / "lists" / "partial").mkdir(parents=True)
    options = {"Dir::Etc::sourcelist": listed, "Dir::Etc::sourceparts": "-", "Dir::State::lists": folder / "lists",
               "Dir::Cache": folder / "cache", "APT::Sandbox::User": "root", "Acquire::Retries": 2,
               "Debug::NoLocking": "true"}
    apt = ["apt-get", "-q"] + [word for key, value in options.items() for word in ("-o", f"{key}={value}")]
    os.makedirs(folder / "cache" / "archives" / "partial")
    run([*apt, "update"], timeout=240)
    run([*apt, "source", "--download-only", "grpc"], cwd=folder, timeout=400)
    found = sorted(folder.glob(f"grpc_{VERSION}*.orig.tar.*"))
    if not found:
        raise RuntimeError(f"this Debian has another version of grpc than {VERSION}")
    return found[0]


def unpack(archive, folder):
    """Only the examples, their .proto files and one header that no package has."""
    wanted = re.compile(r"^[^/]+/((?:examples/(?:cpp|protos)|include/grpcpp/ext)/.*)$")
    with tarfile.open(archive) as tar:
        for member in tar:
            match = wanted.match(member.name)
            if match and member.isfile() and ".." not in match.group(1):
                target = folder / match.group(1)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(tar.extractfile(member).read())


def obtain(folder):
    for program, package in NEEDED.items():
        if not shutil.which(program):
            skip(f"{program} is missing (package {package})")
    if not pathlib.Path("/usr/include/grpcpp/grpcpp.h").is_file():
        skip("gRPC's headers are missing (package libgrpc++-dev)")
    download = folder / "download"
    download.mkdir()
    try:
        unpack(fetch(download), folder / "grpc")
    except (RuntimeError, subprocess.TimeoutExpired, OSError) as error:
        skip(f"the source package grpc cannot be fetched: {error}")
    return folder / "grpc"


def generate(source, out):
    """Code for every .proto of the examples, beside each other."""
    out.mkdir()
    plugin = shutil.which("grpc_cpp_plugin")
    protos = sorted((source / "examples/protos").glob("*.proto")) + sorted((source / EXAMPLES).rglob("*.proto"))
    for proto in protos:
        run(["protoc", f"--proto_path={proto.parent}", f"--cpp_out={out}", f"--grpc_out={out}",
             f"--plugin=protoc-gen-grpc={plugin}", proto])


def database(source, generated, folder):
    cpp = source / EXAMPLES
    files = [cpp / name for name in ROUTE_GUIDE] + [cpp / "route_guide/helper.cc"]
    for name in SILENT:
        servers = sorted((cpp / name).glob("*server*.cc"))
        assert servers, f"no server in {cpp / name}"
        files += servers
    # The installed headers come first: those of the archive fill a gap only.
    words = ["clang++", "-std=c++14", f"-I{generated}", "-idirafter", str(source / "include"), "-w", "-c"]
    entries = [{"directory": str(source), "file": str(f), "arguments": [*words, str(f)]} for f in files]
    (folder / "compile_commands.json").write_text(json.dumps(entries, indent=1))
    return len(files)


def check(factor6, source, folder, files):
    """Runs factor6; returns the SARIF results."""
    report = folder / "report.sarif"
    ran = subprocess.run([factor6, "check", "-p", str(folder), "--project-root", str(source / "examples"),
                          "--format", "sarif", "-o", str(report)], capture_output=True, text=True)
    print(ran.stdout + ran.stderr, end="")
    assert ran.returncode == 1, f"exit status {ran.returncode}, expected 1 (findings, complete)"
    assert f"analysed {files} +" in ran.stdout + ran.stderr, f"not all {files} translation units were analysed"
    return json.loads(report.read_text())["runs"][0]["results"]


def uri(location):
    return location["physicalLocation"]["artifactLocation"]["uri"]


def flows(result):
    for code_flow in result.get("codeFlows", []):
        yield [step["location"] for step in code_flow["threadFlows"][0]["locations"]]


def judge(results):
    """One line per thing that is not as it should be."""
    loud = [r for r in results if r["level"] in ("warning", "error") and not r.get("suppressions")]
    for name in ROUTE_GUIDE:
        here = [r for r in loud if uri(r["locations"][0]).endswith(name)]
        notes = [r for r in here if "received_notes_" in r["message"]["text"]]
        if not notes:
            yield f"{name}: received_notes_ is not reported"
            continue
        for other in here:
            if other not in notes:
                yield f"{name}: unexpected: {other['message']['text']}"
        chains = [c for r in notes for c in flows(r)]
        texts = [[step["message"]["text"] for step in c] for c in chains]
        if not any("entry point" in c[0] and "RouteChat" in c[0] and len(c) > 1 for c in texts):
            yield f"{name}: no chain leads from RouteChat to the write: {texts}"
        elif not any(uri(c[-1]).endswith(name) for c in chains):
            yield f"{name}: the chain does not end in this file"
    for result in loud:
        where = uri(result["locations"][0])
        if not any(where.endswith(name) for name in ROUTE_GUIDE):
            yield f"{where}: unexpected: {result['ruleId']}: {result['message']['text']}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--factor6", required=True)
    parser.add_argument("--source", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        source = options.source.resolve() if options.source else obtain(folder)
        generate(source, folder / "generated")
        files = database(source, folder / "generated", folder)
        problems = list(judge(check(options.factor6, source, folder, files)))
    print("\n".join(problems + [f"{len(problems)} problems in {files} translation units"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
