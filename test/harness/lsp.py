"""As much of the Language Server Protocol as it takes to see diagnostics."""
from __future__ import annotations

import json
import queue
import subprocess
import threading
import time


class Server:
    def __init__(self, arguments, folder):
        self.process = subprocess.Popen(arguments, cwd=folder, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.messages, self.next_id = queue.Queue(), 0
        threading.Thread(target=self._read, daemon=True).start()
        self._call("initialize", {
            "processId": None, "rootUri": folder.as_uri(),
            "capabilities": {"textDocument": {
                "publishDiagnostics": {"relatedInformation": True, "versionSupport": True},
                "codeAction": {"codeActionLiteralSupport": {
                    "codeActionKind": {"valueSet": ["quickfix"]}}}}}})
        self._send({"method": "initialized", "params": {}})

    def diagnostics(self, source, timeout):
        """Opens a file, waits for its diagnostics, closes it; None if none came."""
        found = self._open(source, timeout)
        self._close(source)
        return found

    def quick_fixes(self, source, timeout):
        """What the editor would offer: pairs of a diagnostic and a code action."""
        offered = []
        for diagnostic in self._open(source, timeout) or []:
            answer = self._call("textDocument/codeAction", {
                "textDocument": {"uri": source.as_uri()}, "range": diagnostic["range"],
                "context": {"diagnostics": [diagnostic], "only": ["quickfix"]}})
            offered += [(diagnostic, action) for action in (answer or {}).get("result") or []]
        self._close(source)
        return offered

    def stop(self):
        try:
            self._call("shutdown", None, 10)
            self._send({"method": "exit"})
            self.process.wait(10)
        except (OSError, subprocess.TimeoutExpired):
            self.process.kill()

    def _open(self, source, timeout):
        uri = source.as_uri()
        language = "c" if source.suffix == ".c" else "cpp"
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": {
            "uri": uri, "languageId": language, "version": 1, "text": source.read_text()}}})
        found = self._wait(lambda m: m.get("method") == "textDocument/publishDiagnostics"
                           and m["params"]["uri"] == uri, timeout)
        return found["params"]["diagnostics"] if found else None

    def _close(self, source):
        self._send({"method": "textDocument/didClose",
                    "params": {"textDocument": {"uri": source.as_uri()}}})

    def _call(self, method, params, timeout=60):
        self.next_id += 1
        number = self.next_id
        self._send({"id": number, "method": method, "params": params})
        return self._wait(lambda m: m.get("id") == number and "method" not in m, timeout)

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _wait(self, fits, timeout):
        end = time.monotonic() + timeout
        while True:
            try:
                message = self.messages.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                return None
            if message is None:
                return None
            if "id" in message and "method" in message:  # a request of the server's
                self._send({"id": message["id"], "result": None})
            elif fits(message):
                return message

    def _read(self):
        stream = self.process.stdout
        while True:
            length = 0
            while (line := stream.readline().strip()):
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            body = stream.read(length) if length else b""
            if not body:
                self.messages.put(None)
                return
            self.messages.put(json.loads(body))
