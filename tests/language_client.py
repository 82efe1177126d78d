"""A headless client of a language server: JSON-RPC over its standard input and output."""

import json
import os
import queue
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

PATIENCE = 30.0


class Client:
    """Opens, changes and asks; keeps the diagnostics that were published last, by URI."""

    def __init__(
        self,
        command: Sequence[str],
        root: Path,
        settings: Mapping[str, Any] | None = None,
        options: object = None,
        folder: Path | None = None,
    ) -> None:
        self.root, self.settings = root, settings or {}
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            command, cwd=folder or root, env=environment, stdin=pipe, stdout=pipe, stderr=pipe
        )
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        self.versions: dict[str, int] = {}
        self.said: list[dict[str, Any]] = []
        self._number = 0
        self._arrived: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._errors: list[bytes] = []
        self._threads = [threading.Thread(target=each, daemon=True) for each in (self._listen, self._overhear)]
        for thread in self._threads:
            thread.start()
        self.able = self.ask(
            "initialize",
            {
                "processId": None,
                "initializationOptions": options,
                "rootUri": root.as_uri(),
                "workspaceFolders": [{"uri": root.as_uri(), "name": "site"}],
                "capabilities": {
                    "workspace": {
                        "configuration": True,
                        "workspaceFolders": True,
                        "workspaceEdit": {"documentChanges": True, "resourceOperations": ["create", "rename"]},
                    },
                    "textDocument": {
                        "publishDiagnostics": {"versionSupport": True},
                        "completion": {"completionItem": {"snippetSupport": True}},
                        "hover": {"contentFormat": ["markdown"]},
                    },
                },
            },
        )["capabilities"]
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": self.settings})

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        """The answer of the server; an error of its is an assertion that fails."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def open(self, path: str, text: str | None = None, language: str = "yaml") -> str:
        uri = self.uri(path)
        text = (self.root / path).read_text("utf-8") if text is None else text
        document = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.versions[uri] = 1
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def change(self, uri: str, text: str) -> None:
        self.versions[uri] += 1
        self.diagnostics.pop(uri, None)
        document = {"uri": uri, "version": self.versions[uri]}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def close(self, uri: str) -> None:
        self.tell("textDocument/didClose", {"textDocument": {"uri": uri}})

    def at(self, method: str, uri: str, line: int, character: int, **more: object) -> Any:
        """An answer about a place, which counts from 0."""
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
        return self.ask(f"textDocument/{method}", {**place, **more})

    def told(self, uri: str) -> list[dict[str, Any]]:
        """The diagnostics of the version of a file that was sent last, once they are published."""
        while uri not in self.diagnostics:
            self._take()
        return self.diagnostics[uri]

    def until(self, uri: str, is_told: Callable[[list[dict[str, Any]]], bool]) -> list[dict[str, Any]]:
        """The diagnostics once they are so: what a file says itself is published first, then what others say of it."""
        while not is_told(told := self.told(uri)):
            self._take()
        return told

    def stop(self) -> int:
        """End the server as the protocol wants it; its exit status."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.process.wait(PATIENCE)

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *error: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)
        for thread in self._threads:
            thread.join(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream:
                stream.close()

    @property
    def errors(self) -> str:
        return b"".join(self._errors).decode("utf-8", "replace")

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _take(self) -> dict[str, Any]:
        message = self._arrived.get(timeout=PATIENCE)
        assert message is not None, f"the server has stopped: {self.errors}"
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._published(message["params"])
        elif method == "workspace/configuration":
            items = [self.settings.get(str(item.get("section"))) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": items})
        elif method and "id" in message:
            self._send({"id": message["id"], "result": None})
        elif method:
            self.said.append(message)
        return message

    def _published(self, params: dict[str, Any]) -> None:
        uri, version = params["uri"], params.get("version")
        if version in (None, self.versions.get(uri)):
            self.diagnostics[uri] = params["diagnostics"]

    def _overhear(self) -> None:
        assert self.process.stderr
        self._errors.extend(self.process.stderr)

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while True:
            length = 0
            while (line := stream.readline()).strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not line:
                self._arrived.put(None)
                return
            self._arrived.put(json.loads(stream.read(length)))
