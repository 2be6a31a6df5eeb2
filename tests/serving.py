"""A real `timeline serve` in a process of its own, a proxy in front of it, and requests as they go over the wire."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from tests import ROOT


@dataclass(frozen=True)
class Answer:
    """What came back; `status` 0 means that the connection was closed without a word."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Served:
    """A server that runs: the address that it told, and what it has said of trouble so far."""

    url: str
    said: Path
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or 80

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"


@contextmanager
def served(
    events: Path, *args: str, env: Mapping[str, str] | None = None, before: tuple[str, ...] = ("timeline",)
) -> Iterator[Served]:
    """`timeline serve` of an events file on a free port; `before` is the module that runs it, with its own arguments.

    Sets have one order in all of them, since Dash writes some attributes in the order of a set.
    """
    said = events.parent.parent / f"{events.parent.name}-said.txt"
    call = [sys.executable, "-m", *before, "serve", "--events", str(events), "--port", "0", *args]
    with said.open("w", encoding="utf-8") as stream:
        process = subprocess.Popen(
            call,
            stdout=subprocess.PIPE,
            stderr=stream,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONHASHSEED": "0", **(env or {})},
        )
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert " is shown at http" in line, line + said.read_text(encoding="utf-8")
            yield Served(line.split(" is shown at ")[1].split()[0], said, process)
        finally:
            process.terminate()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()


def raw(port: int, data: bytes) -> Answer:
    """Send these bytes to a port of this machine and read what comes until the connection is closed."""
    with socket.create_connection(("127.0.0.1", port), timeout=120) as wire:
        got = bytearray()
        try:
            wire.sendall(data)
            wire.shutdown(socket.SHUT_WR)
        except OSError:  # refused before all of it was sent: what was said is still to be read
            pass
        try:
            while piece := wire.recv(65536):
                got += piece
        except ConnectionError:
            pass
    told = bytes(got).removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n")
    head, _, body = told.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    first = lines[0].split(" ")
    status = int(first[1]) if len(first) > 1 and first[1].isdigit() else 0
    pairs = (line.partition(":") for line in lines[1:])
    return Answer(status, {name.strip().lower(): value.strip() for name, _, value in pairs}, body)


def ask(port: int, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
    """One request. Underscores in the names of headers are hyphens."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body or None, named)
        got = connection.getresponse()
        return Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, got.read())
    finally:
        connection.close()


_HOPS = {"connection", "keep-alive", "transfer-encoding", "te", "upgrade"}


@contextmanager
def proxied(port: int, path: str, *, strips: bool, keeps_host: bool) -> Iterator[int]:
    """A reverse proxy before a port, that knows only this path; gives its own port.

    One that `strips` asks without the path, one that `keeps_host` says which host it was asked for.
    """

    class Proxy(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def pass_on(self) -> None:
            if not self.path.startswith(path):
                self.send_error(404)
                return
            asked = "/" + self.path.removeprefix(path) if strips else self.path
            headers = {name: value for name, value in self.headers.items() if name.lower() not in _HOPS}
            if not keeps_host:
                headers["Host"] = f"127.0.0.1:{port}"
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            inner = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
            try:
                inner.putrequest(self.command, asked, skip_host=True, skip_accept_encoding=True)
                for name, value in headers.items():
                    inner.putheader(name, value)
                inner.endheaders(body or None)
                got = inner.getresponse()
                content = got.read()
            except OSError:  # the server has gone
                self.send_error(502)
                return
            finally:
                inner.close()
            self.send_response_only(got.status)
            for name, value in got.getheaders():
                if name.lower() not in {*_HOPS, "content-length"}:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = pass_on  # noqa: N815 their names

        def handle(self) -> None:
            with suppress(ConnectionError):  # who asked has gone
                super().handle()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
