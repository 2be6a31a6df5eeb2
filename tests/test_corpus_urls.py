"""Articles and corpora at URLs: whatever drivers of fsspec there are, what comes of it is what comes of the same files here."""

from __future__ import annotations

import gzip
import http.client
import json
import shutil
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import fsspec
import pytest
from fsspec.spec import AbstractBufferedFile, AbstractFileSystem

from tests.collection import Collection, digest, texts
from tests.commanding import by_itself, here
from timeline.articles import Settings
from timeline.columns import TEXT, packed
from timeline.corpus.build import build
from timeline.corpus.elsewhere import Place
from timeline.corpus.engine import Here, Processes
from timeline.errors import TimelineError


def rows(count: int) -> list[tuple[str, str]]:
    return [("2020-05-10", f"Ship no. {n} of the Lund line sank on Friday in the bay.") for n in range(count)]


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    """Small files, dumps as lines and as Parquet, and an articles.yaml."""
    found = Collection(tmp_path)
    found.write(texts(9))
    news = tmp_path / "news"
    noise = ((day, text, text.encode().hex() * 60) for day, text in rows(300))
    lines = "\n".join(json.dumps({"date": day, "text": text, "x": x}) for day, text, x in noise)
    (news / "dump.jsonl.gz").write_bytes(gzip.compress(lines.encode(), 0))
    few = [(day, text.replace("no.", "number")) for day, text in rows(20)]
    (news / "rows.parquet").write_bytes(packed({"date": TEXT, "text": TEXT}, few))
    (news / "articles.yaml").write_text(
        "- {file: 0/0003.txt, title: The third}\n- {file: dump.jsonl.gz, record: 7, skip: true}\n"
    )
    (news / ".hidden.txt").write_text("Nobody reads this.")
    return found


def told(corpus: Collection, root: str) -> list[tuple[Any, ...]]:
    """All events and articles, with the paths that they would have here."""
    rows: list[tuple[Any, ...]] = []
    for kind, columns in (("events", "date, title, people, importance"), ("articles", "path, skipped, published, title, text")):
        rows += sorted(corpus.rows(kind, columns), key=str)
    return [tuple(str(value).replace(root, "news") for value in row) for row in rows]


def built(collection: Collection, url: str, engine: Any = None) -> Collection:
    """A corpus of what is at a URL."""
    far = Collection(collection.folder / "far")
    build([url], far.root, collection.name_of, engine or Here(), Settings())
    return far


@pytest.mark.parametrize("how", ["file", "zip", "cached", "processes"])
def test_what_is_at_a_url_is_read_as_what_is_here(collection: Collection, how: str) -> None:
    collection.build()
    news = collection.folder / "news"
    url = f"file://{news}"
    if how == "zip":
        with zipfile.ZipFile(collection.folder / "news.zip", "w") as archive:
            for path in sorted(news.rglob("*")):
                archive.write(path, path.relative_to(collection.folder))
        url = f"zip://news::file://{collection.folder}/news.zip"
    elif how == "cached":
        url = f"simplecache::file://{news}"
    if how == "processes":
        with Processes(2) as engine:
            far = built(collection, url, engine)
    else:
        far = built(collection, url)
    (named,) = (path for (path,) in far.rows("articles", "path") if "0003.txt" in path)
    root, _, tail = named.partition("/0/0003.txt")
    assert "://" in root
    here = told(collection, "news")
    assert len(here) > 300 and [row for row in here if "The third" in row]
    assert [tuple(value.replace(tail, "") if tail else value for value in row) for row in told(far, root)] == here


# ---------------------------------------------------------------- a file system that is served


class Shelf(ThreadingHTTPServer):
    """Objects by their paths, over HTTP, as a store of objects has them; a write is whole or not at all."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.objects: dict[str, bytes] = {}
        self.writes: list[str] = []
        self.breaks = ""


class _Answers(BaseHTTPRequestHandler):
    server: Shelf

    def do_GET(self) -> None:
        if self.path == "/":
            self._answer(json.dumps({path: len(content) for path, content in self.server.objects.items()}).encode())
            return
        content = self.server.objects.get(self.path)
        if content is None:
            self.send_error(404)
            return
        first, last = map(int, self.headers["Range"].removeprefix("bytes=").split("-"))
        if self.server.breaks and self.path.endswith(self.server.breaks) and first > 0:
            self.close_connection = True
            return
        self._answer(content[first : last + 1])

    def do_PUT(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        if self.server.breaks == "writes" and len(self.server.writes) == 2:
            self.send_error(503)
            return
        self.server.writes.append(self.path)
        self.server.objects[self.path] = content
        self._answer(b"")

    def do_DELETE(self) -> None:
        del self.server.objects[self.path]
        self._answer(b"")

    def _answer(self, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Shelved(AbstractFileSystem):  # type: ignore[misc]  # fsspec has no types
    """The driver of such a store: shelf://PORT/path."""

    protocol = "shelf"
    cachable = False

    def call(self, method: str, path: str, body: bytes = b"", **headers: str) -> bytes:
        port, _, rest = path.strip("/").partition("/")
        connection = http.client.HTTPConnection("127.0.0.1", int(port))
        try:
            connection.request(method, f"/{rest}", body, headers)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        if answer.status == 404:
            raise FileNotFoundError(path)
        if answer.status != 200:
            raise OSError(f"the store answers {answer.status}")
        return content

    def ls(self, path: str, detail: bool = True, **kwargs: Any) -> list[Any]:
        path = self._strip_protocol(path)
        port, _, inside = path.strip("/").partition("/")
        found: dict[str, dict[str, Any]] = {}
        for name, size in json.loads(self.call("GET", port)).items():
            name = name.strip("/")
            if name == inside:
                found[name] = {"name": f"{port}/{name}", "size": size, "type": "file"}
            elif name.startswith(f"{inside}/"):
                child, more, _ = name[len(inside) + 1 :].partition("/")
                kind = {"size": 0, "type": "directory"} if more else {"size": size, "type": "file"}
                found[child] = {"name": f"{port}/{inside}/{child}", **kind}
        if not found:
            raise FileNotFoundError(path)
        return list(found.values()) if detail else [one["name"] for one in found.values()]

    def _open(self, path: str, mode: str = "rb", **kwargs: Any) -> Any:
        return _Opened(self, path, mode, block_size=2**16, size=self.info(path)["size"] if mode == "rb" else None)

    def _rm(self, path: str) -> None:
        self.call("DELETE", path)

    def makedirs(self, path: str, exist_ok: bool = False) -> None:
        """Stores of objects have no folders."""

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **kwargs: Any) -> None:
        self.call("PUT", self._strip_protocol(path), value)

    def put_file(self, lpath: str, rpath: str, callback: Any = None, mode: str = "overwrite", **kwargs: Any) -> None:
        self.pipe_file(rpath, Path(lpath).read_bytes())

    def rm_file(self, path: str) -> None:
        self._rm(path)


class _Opened(AbstractBufferedFile):  # type: ignore[misc]  # as above
    def _fetch_range(self, start: int, end: int) -> bytes:
        return self.fs.call("GET", self.path, Range=f"bytes={start}-{end - 1}")  # type: ignore[no-any-return]  # of `Shelved.call`, seen without types


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    fsspec.register_implementation("shelf", Shelved, clobber=True)
    with Shelf() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_a_store_of_objects_is_read_and_holds_the_corpus(collection: Collection, shelf: Shelf) -> None:
    collection.build()
    port = shelf.server_address[1]
    news = collection.folder / "news"
    for path in news.rglob("*"):
        if path.is_file():
            shelf.objects[f"/bucket/news/{path.relative_to(news).as_posix()}"] = path.read_bytes()
    far = built(collection, f"shelf://{port}/bucket/news")
    assert told(far, f"shelf://{port}/bucket/news") == told(collection, "news")

    place = f"shelf://{port}/bucket/corpus"
    assert Place(place).publish(far.root)
    assert shelf.writes[0] == shelf.writes[-1] == "/bucket/corpus/manifest.json", (
        "first it says that it is not whole, then that it is"
    )
    assert fetched(shelf, collection.folder / "copy") == far.digest()
    count = len(shelf.writes)
    assert not Place(place).publish(far.root)
    assert len(shelf.writes) == count, "nothing is written where nothing has changed"

    del shelf.objects["/bucket/news/0/0003.txt"]
    again = built(collection, f"shelf://{port}/bucket/news")
    assert Place(place).publish(again.root)
    assert fetched(shelf, collection.folder / "again") == again.digest(), "what is gone is gone there, too"


def fetched(shelf: Shelf, to: Path) -> str:
    """The hash of a copy of the corpus in the store."""
    for path, content in shelf.objects.items():
        if path.startswith("/bucket/corpus/"):
            file = to / path.removeprefix("/bucket/corpus/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return digest(to)


def test_a_connection_that_breaks_ends_the_build_and_is_no_end_of_a_file(collection: Collection, shelf: Shelf) -> None:
    port = shelf.server_address[1]
    shelf.objects["/bucket/dump.jsonl.gz"] = (collection.folder / "news" / "dump.jsonl.gz").read_bytes()
    shelf.breaks = "dump.jsonl.gz"
    with pytest.raises(TimelineError, match=r"dump\.jsonl\.gz: .*; the same command goes on from here"):
        built(collection, f"shelf://{port}/bucket/dump.jsonl.gz")
    shelf.breaks = ""
    assert built(collection, f"shelf://{port}/bucket/dump.jsonl.gz").rows("articles", "count(*)") == [(300,)]


def test_a_corpus_that_was_put_by_half_says_so_and_is_put_anew(collection: Collection, shelf: Shelf) -> None:
    collection.build()
    place = f"shelf://{shelf.server_address[1]}/bucket/corpus"
    shelf.breaks = "writes"
    with pytest.raises(TimelineError, match="the same command goes on from here"):
        Place(place).publish(collection.root)
    assert not json.loads(shelf.objects["/bucket/corpus/manifest.json"])["whole"]
    shelf.breaks = ""
    assert Place(place).publish(collection.root)
    assert fetched(shelf, collection.folder / "copy") == collection.digest()


# ---------------------------------------------------------------- the command


def test_the_command_takes_urls_for_both(collection: Collection) -> None:
    news, there = f"file://{collection.folder}/news", f"file://{collection.folder}/there"
    out = by_itself(collection.folder, "build", news, "--corpus", there, "--workers", "1").stdout
    assert f"{there}: written" in out
    (kept,) = (collection.folder / ".timeline" / "corpora").iterdir()
    assert digest(kept) == digest(collection.folder / "there")
    assert f"{there}: unchanged" in by_itself(collection.folder, "build", news, "--corpus", there, "--workers", "1").stdout
    shutil.rmtree(collection.folder / ".timeline")
    out = by_itself(collection.folder, "build", news, "--corpus", there, "--workers", "1").stdout
    assert f"{there}: unchanged" in out, "read anew, it is the same"


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (
            ("nowhere://bucket/news", "--corpus", "c"),
            "nowhere://bucket/news: fsspec has no driver for it",
        ),
        (("s3://bucket/news", "--corpus", "c"), "s3://bucket/news: its driver is not installed: Install s3fs"),
        (("news", "--corpus", "gs://bucket/corpus"), "gs://bucket/corpus: its driver is not installed: "),
        (("file:///no/such/place", "--corpus", "c"), "file:///no/such/place: there is no such file or folder"),
        (("file:///tmp",), "articles at URLs are read into a corpus: name its folder with --corpus"),
        (("news", "--corpus", "file://{folder}/news"), "this place holds other files, and no corpus"),
    ],
)
def test_what_cannot_be_reached_is_told(tmp_path: Path, paths: tuple[str, ...], said: str) -> None:
    Collection(tmp_path).write(texts(1))
    assert said in here(tmp_path, "build", *(path.format(folder=tmp_path) for path in paths), code=2).stderr
