"""Large dumps in their formats and packings tell the same as the same articles in small files; broken ones say where."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from tests.collection import Collection
from timeline.columns import TEXT, packed

COUNT = 400
PAD = "It rained on the market and the hall was cold before the speeches ended. " * 3


def told(number: int) -> str:
    return f"Ship no. {number} of the Lund line sank on Friday in the bay. {PAD}"


def jsonl() -> bytes:
    lines = (json.dumps({"date": "2020-05-10", "text": told(n), "x": f"{n:05}" * 1000}) for n in range(COUNT))
    return "\n".join(lines).encode()


def parquet() -> bytes:
    rows = [("2020-05-10", told(n), "".join(chr(33 + (n * k * k) % 90) for k in range(5000))) for n in range(COUNT)]
    return packed({"date": TEXT, "text": TEXT, "x": TEXT}, rows)


def warc() -> bytes:
    out = b""
    for n in range(COUNT):
        page = f"<html><head><meta property='article:published_time' content='2020-05-10'><title>Ship {n}</title></head>"
        page += f"<body><article><h1>Ship {n}</h1><p>{told(n)}</p></article><!-- {'x' * 3000} --></body></html>"
        answer = f"HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example.com/{n}\r\n"
        head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        out += head.encode() + answer + b"\r\n\r\n"
    return out


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("dump.jsonl", jsonl),
        ("dump.jsonl.gz", lambda: gzip.compress(jsonl(), 0)),
        ("dump.jsonl.zst", lambda: zstandard.ZstdCompressor(level=-50).compress(jsonl())),
        ("dump.parquet", parquet),
        ("dump.warc", warc),
        ("dump.warc.gz", lambda: gzip.compress(warc(), 0)),
    ],
)
def test_every_record_is_read_once_and_known_by_its_place(tmp_path: Path, name: str, content: Callable[[], bytes]) -> None:
    (tmp_path / name).write_bytes(content())
    corpus = Collection(tmp_path)
    built = corpus.build(name)
    assert (built.counts["found"], built.counts["read"]) == (COUNT, COUNT)
    places = sorted(int(path.rpartition("#")[2]) for (path,) in corpus.rows("articles", "path"))
    assert places == list(range(1, COUNT + 1))
    said = {f"{name}#{n + 1}": f"Ship no. {n} of the Lund line sank on Friday in the bay." for n in range(COUNT)}
    assert {s["article"]: s["sentence"] for (sources,) in corpus.rows("events", "sources") for s in sources} == said
    if (tmp_path / name).stat().st_size > 1_000_000:
        assert built.shards > 1


def test_a_packed_dump_whose_end_is_missing_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = gzip.compress(jsonl(), 0)
    (tmp_path / "dump.jsonl.gz").write_bytes(whole[: len(whole) * 3 // 4])
    corpus = Collection(tmp_path)
    built = corpus.build("dump.jsonl.gz")
    assert COUNT // 2 < built.counts["read"] < COUNT
    said = dict(corpus.rows("articles", "path, skipped"))["dump.jsonl.gz"]
    assert said.startswith("cannot be unpacked: ") and said.endswith("; what stands before it is read")


def test_articles_yaml_speaks_of_a_record_of_a_large_dump(tmp_path: Path) -> None:
    (tmp_path / "dump.jsonl").write_bytes(jsonl())
    (tmp_path / "articles.yaml").write_text("- {file: dump.jsonl, record: 300, title: Snow, published: 2020-06-14}\n")
    corpus = Collection(tmp_path)
    corpus.build("dump.jsonl")
    found = {path: (title, day) for path, title, day in corpus.rows("articles", "path, title, published")}
    assert found["dump.jsonl#300"] == ("Snow", "2020-06-14")
    assert found["dump.jsonl#299"] == ("", "2020-05-10")
