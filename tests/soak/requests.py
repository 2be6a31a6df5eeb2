"""Requests as nobody would send them, over the wire to a real server: none is answered with a fault, none reads or writes what
it may not.

The server runs under an audit hook of Python's that notes every file it opens; a third of the requests are well-formed
calls of the page with odd values, a tenth are valid edits from elsewhere.
"""

from __future__ import annotations

import copy
import json
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dashboard import ids
from dashboard.app import create_app
from dashboard.library import Library
from tests.dashboard import harbour
from tests.dashboard.calling import body_of, changed, server_calls
from tests.serving import Answer, raw, served
from tests.soak import odd
from timeline.checking import check
from timeline.curate import facts
from timeline.recognize import read_words

SECRET = "the gull knows the number of the safe"
_GIVEN_AWAY = (SECRET.encode(), b"root:x:0:0", b"def create_app", b"Traceback (most recent")
_MARK = "@odd@"


@dataclass(frozen=True)
class Request:
    """What goes over the wire. `edits` says that it may change the file: an edit that says it comes from the page."""

    data: bytes
    kind: str
    edits: bool = False
    told: str = field(default="", compare=False)


class Maker:
    """Makes requests to a server, at random; the same ones for the same seed and files."""

    def __init__(self, events: Path, host: str, seed: int) -> None:
        self.rng, self.host = random.Random(seed), host
        self.library = Library(events, read_words)
        self.calls = server_calls(create_app(events, read_words))
        self.editing = {name for name in self.calls if "stamp.data@" in name}

    def make(self) -> Request:
        """Any request."""
        kinds: list[tuple[int, Callable[[], Request]]] = [
            (24, self.reading), (14, self.climbing), (34, self.calling), (10, self.forging), (12, self.strange),
            (6, self.broken),
        ]  # fmt: skip
        return self.rng.choices([make for _, make in kinds], [weight for weight, _ in kinds])[0]()

    # ------------------------------------------------------------ what is asked for

    def query(self) -> str:
        pairs = [(self.rng.choice(odd.PARAMETERS), self.text()) for _ in range(self.rng.choice((0, 1, 1, 2, 4, 9, 250)))]
        return "&".join(f"{name}={_quoted(value)}" for name, value in pairs)

    def text(self) -> str:
        keys = [*self.library.refresh().own, *(each.key for each in self.library.shelf.account.unresolved)]
        return self.rng.choice([*odd.TEXTS, *keys])

    def reading(self) -> Request:
        target = self.rng.choice(odd.ROUTES) + self.rng.choice(("?", "?", "/?", "")) + self.query()
        return Request(self.wired("GET", target, self.rng.choice(([], [self.header()]))), "pages and downloads")

    def climbing(self) -> Request:
        climb = "".join(self.rng.choices(odd.CLIMBS, k=self.rng.choice((0, 1, 2, 6))))
        target = self.rng.choice(odd.UNDER) + climb + self.rng.choice(odd.AIMS)
        target = f"http://attacker.example{target}" if self.rng.random() < 0.1 else target
        return Request(self.wired("GET", target), "paths that climb")

    # ------------------------------------------------------------ calls of the page

    def call(self) -> tuple[str, dict[str, Any]]:
        """A call that is as the page makes it."""
        name, shelf = self.rng.choice(list(self.calls)), self.library.refresh()
        key = self.rng.choice([*shelf.own, "gone"])
        seen = {"key": key, "facts": facts(shelf.own[key])} if key in shelf.own else None
        fields = self.rng.choice(({"title": self.text()}, {"note": self.text()}, {"hidden": True}, {"date": self.text()}))
        edit = {"key": key, "seen": (seen or {}).get("facts", {}), "fields": fields}
        drafts = [None, {"mode": "new"}, {"mode": "edit", **(seen or {})}, {"mode": "merge", **(seen or {})},
                  {"mode": "conflict", "what": "edited", "at": 0, "edits": [edit], "theirs": edit["seen"]}]  # fmt: skip
        pairs = [f"{pair.found.a} {pair.found.b}" for pair in shelf.account.pairs] or ["x y"]
        doing = self.rng.choice(("one", "two", "again", "all"))
        values = {f"{ids.URL}.search": f"?{self.query()}", f"{ids.SIZE}.data": 900, f"{ids.SEEN}.data": seen,
                  f"{ids.DRAFT}.data": self.rng.choice(drafts), f"{ids.TITLE}.value": self.text(),
                  f"{ids.DATE}.value": self.text(),
                  f"{ids.TAGS}.value": self.text(), f"{ids.NOTE}.value": self.text(), f"{ids.CHOICE}.value": self.text(),
                  f"{ids.STATUS}.value": self.text(), f"{ids.FIND}.value": self.text(), f"{ids.SEARCH}.value": self.text(),
                  f"{ids.SINCE}.value": self.text(),
                  f"{ids.DAY}.value": self.rng.choice(("2020-05-03", "2020-05-04", self.text())),
                  f"{ids.SETTLED}.data": {"does": doing, "pair": self.rng.choice(pairs)},
                  f"{ids.DAY_ACCEPT}.n_clicks": 1}  # fmt: skip
        undated = [one.path for one in shelf.account.undated]
        elements = {
            kind: [{"type": kind, "article": path} for path in undated] for kind in (ids.DAY, ids.DAY_ACCEPT, ids.DAY_TOLD)
        }
        body = changed(body_of(name, self.calls[name], values, elements), self.rng.randrange(40))
        _clicked(body)
        return name, body

    def calling(self) -> Request:
        name, body = self.call()
        text = self.bent(body) if self.rng.random() < 0.8 else json.dumps(body)
        return Request(self.posted(text, f"http://{self.host}"), "calls of the page", name in self.editing, text[:2000])

    def bent(self, body: dict[str, Any]) -> str:
        """A call with something odd in it."""
        body = copy.deepcopy(body)
        bits = []
        for _ in range(self.rng.choice((1, 1, 2, 5))):
            holder, place = self.rng.choice(_places(body))
            bits.append(self.rng.choice(odd.RAW))
            if self.rng.random() < 0.15:
                with suppress(KeyError, IndexError):
                    del holder[place]
            else:
                with suppress(IndexError):
                    holder[place] = f"{_MARK}{len(bits) - 1}"
        text = json.dumps(body)
        for number, bit in enumerate(bits):
            text = text.replace(f'"{_MARK}{number}"', bit)
        return text

    def forging(self) -> Request:
        """A valid edit that comes from elsewhere."""
        origin, own = self.rng.choice(odd.FORGED), f"http://{self.host}"
        site = self.rng.choice(("cross-site", "same-site", "none", "x")) if origin is None or self.rng.random() < 0.5 else None
        if self.rng.random() < 0.2:
            origin, site = own, self.rng.choice(("cross-site", "same-site", "none"))
        name = self.rng.choice(sorted(self.editing))
        body = self.call()[1]
        while body["output"] != name:
            body = self.call()[1]
        headers = [("Sec-Fetch-Site", site)] if site else []
        return Request(self.posted(json.dumps(body), origin, headers), "edits from elsewhere", told=f"{origin} {site}")

    def posted(self, text: str, origin: str | None, more: list[tuple[str, str]] | None = None) -> bytes:
        headers = [("Content-Type", "application/json"), *([("Origin", origin)] if origin is not None else []), *(more or [])]
        return self.wired("POST", "/_dash-update-component", headers, text.encode("utf-8", "surrogatepass"))

    # ------------------------------------------------------------ what is hardly HTTP

    def header(self) -> tuple[str, str]:
        return self.rng.choice(odd.HEADERS)

    def strange(self) -> Request:
        method, target = (
            self.rng.choice(odd.METHODS),
            self.rng.choice([*odd.ROUTES, "/_dash-update-component", "*", "/x y", "?", ""]),
        )
        headers = [self.header() for _ in range(self.rng.choice((1, 2, 5, 40)))]
        origin = [("Origin", f"http://{self.host}")] if self.rng.random() < 0.5 else []
        body = self.rng.choice(
            (b"", b"{}", b"token=x", b"\xff" * 99, b"0\r\n\r\n", b"ffffffffffff\r\nx", b"[" * 99_999, b"x" * 1_200_000)
        )
        return Request(self.wired(method, target, headers + origin, body), "methods and headers")

    def broken(self) -> Request:
        whole = bytearray(self.make_sound().data)
        for _ in range(self.rng.choice((1, 3, 20))):
            at = self.rng.randrange(len(whole) + 1)
            match self.rng.randrange(4):
                case 0:
                    del whole[at:]
                case 1:
                    whole[at:at] = self.rng.choice((b"\0", b"\r\n", b"\xff\xfe", b" ", b"\r\n\r\n", b"%", b"A" * 70_000))
                case 2:
                    whole[at : at + 1] = bytes([self.rng.randrange(256)])
                case _:
                    del whole[at : at + self.rng.randrange(1, 9)]
        return Request(bytes(whole), "bytes")

    def make_sound(self) -> Request:
        return self.rng.choice((self.reading, self.climbing, self.forging))()

    def wired(self, method: str, target: str, headers: list[tuple[str, str]] | None = None, body: bytes = b"") -> bytes:
        """The bytes of a request; where the headers do not say how long its body is, that is said."""
        named = [("Host", self.host), ("Connection", "close"), *(headers or [])]
        lengths = {"content-length", "transfer-encoding"} & {name.lower() for name, _ in named}
        named += [("Content-Length", str(len(body)))] if body and not lengths else []
        head = f"{method} {target} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in named) + "\r\n"
        return head.encode("utf-8", "replace") + body


def _quoted(text: str) -> str:
    return "".join(
        each if each.isalnum() and each.isascii() else "".join(f"%{byte:02x}" for byte in each.encode()) for each in text
    )


def _clicked(body: dict[str, Any]) -> None:
    """Put a click to what is said to have changed."""
    for one in body["inputs"]:
        for each in one if isinstance(one, list) else [one]:
            if each["property"] == "n_clicks" and f"{each['id']}.n_clicks" in body["changedPropIds"]:
                each["value"] = 1


def _places(body: Any) -> list[tuple[Any, Any]]:
    """Every place in a body that holds something."""
    out: list[tuple[Any, Any]] = []
    layer = [body]
    while layer:
        each = layer.pop()
        children = list(each.items()) if isinstance(each, dict) else list(enumerate(each)) if isinstance(each, list) else []
        out += [(each, place) for place, _ in children]
        layer += [child for _, child in children]
    return out


def run(count: int = 5000, seed: int = 8) -> str:
    """Send `count` requests to a real server; gives a line with the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "project"
        folder.mkdir()
        (Path(name) / "outside").mkdir()
        (Path(name) / "outside" / "secret.txt").write_text(SECRET, encoding="utf-8")
        (Path(name) / "buffers").mkdir()  # of the server, for large bodies
        case, log = harbour.build(folder, undated=True), Path(name) / "opened.txt"
        watched = ("tests.soak.watched", str(folder), str(log))
        with served(case.file, before=watched, env={"TMPDIR": str(Path(name) / "buffers")}) as server:
            maker = Maker(case.file, server.host, seed)
            raw(server.port, maker.wired("GET", "/"))  # what is opened at first: the software itself
            log.write_text("", encoding="utf-8")
            kinds, answers, edits, slowest = Counter[str](), Counter[int](), 0, 0.0
            before = _state(folder)
            for number in range(count):
                request, began = maker.make(), time.monotonic()
                answer = raw(server.port, request.data)
                slowest = max(slowest, time.monotonic() - began)
                where = f"request {number} of seed {seed} ({request.kind}): {answer.status} to {request.data[:1500]!r}"
                _judge(answer, request, where)
                now = _state(folder)
                if now != before:
                    assert request.edits, f"{where} changed {sorted(dict(now.items() ^ before.items()))}"
                    assert not check(case.file).faults, where
                    edits, before = edits + 1, now
                kinds[request.kind] += 1
                answers[answer.status] += 1
            assert server.process.poll() is None, "the server has gone"
            sound = raw(server.port, maker.wired("GET", "/stamp"))
            assert sound.status == 200
        said, opened = server.said.read_text(encoding="utf-8"), log.read_text(encoding="utf-8")
    assert "Traceback" not in said, said[:4000]
    assert not opened, f"opened outside of the project: {opened[:2000]}"
    told = ", ".join(f"{number:,} {kind}" for kind, number in sorted(kinds.items()))
    by = ", ".join(f"{number:,} × {status}" for status, number in sorted(answers.items()))
    return (
        f"{count:,} requests ({told}; answers {by}): 0 answered with 500, 0 reads outside the project, "
        f"0 changes but by the {edits} edits that say they come from the page; the slowest took {slowest:.1f} s"
    )


def _judge(answer: Answer, request: Request, where: str) -> None:
    refused = answer.status == 501 and b"ransfer-" in request.data  # of a transfer coding that there is not
    assert answer.status < 500 or refused, where
    assert not any(each in answer.body for each in _GIVEN_AWAY), f"{where}: gave away {answer.body[:300]!r}"
    assert "x-evil" not in answer.headers, where


def _state(folder: Path) -> dict[str, tuple[int, int]]:
    """All files of the project, but for locks, as they are."""
    out = {}
    for path in folder.rglob("*"):
        with suppress(OSError):
            if path.is_file() and path.suffix != ".lock":
                out[str(path.relative_to(folder))] = (path.stat().st_mtime_ns, path.stat().st_size)
    return out
