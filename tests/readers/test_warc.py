"""What is read of web archives: pages however they were sent, and a word on all else."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.readers.reading import read_all, read_one, why_skipped
from timeline.articles import Settings
from timeline.articles.settings import MB
from timeline.model import Article, Skipped

BODY = "The old ferry sank in the harbour on Saturday, and the crew swam to the shore in the dark."
HTML = ("Content-Type", "text/html; charset=utf-8")


def page(text: str = BODY) -> bytes:
    return f"<!doctype html><html><head><title>Gone</title></head><body><article><p>{text}</p></article></body></html>".encode()


def chunked(body: bytes) -> bytes:
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


def archive(*pages: tuple[str, list[tuple[str, str]], bytes], packed: bool = False) -> bytes:
    """A web archive: what it says of itself, then these answers."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a", {"software": "by hand"}))
    for number, (status, headers, body) in enumerate(pages, 1):
        record = writer.create_warc_record(
            f"https://bay.example/{number}",
            "response",
            payload=io.BytesIO(body),
            length=len(body),
            http_headers=StatusAndHeaders(status, headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2020-06-01T00:00:00Z"},
        )
        writer.write_record(record)
        getattr(record, "_raw_stream", record.raw_stream).close()
    return out.getvalue()


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True), ("a", True)])
def test_pages_however_they_were_sent(tmp_path: Path, name: str, packed: bool) -> None:
    raw = archive(
        ("200 OK", [HTML], page(f"{BODY} One.")),
        ("200 OK", [HTML, ("Content-Encoding", "gzip")], gzip.compress(page(f"{BODY} Two."))),
        ("200 OK", [HTML, ("Content-Encoding", "deflate")], zlib.compress(page(f"{BODY} Three."))),
        ("200 OK", [HTML, ("Transfer-Encoding", "chunked")], chunked(page(f"{BODY} Four."))),
        packed=packed,
    )
    found = read_all(tmp_path, name, raw)
    assert [one.record for one in found] == ["2", "3", "4", "5"]
    for number, one in enumerate(found, 1):
        assert isinstance(one, Article) and BODY in one.text
        assert one.url == f"https://bay.example/{number}"
        assert one.published is None  # the day it was fetched is none of publication
        assert any("fetched on 2020-06-01" in note for note in one.notes)


def test_what_is_no_page_is_counted(tmp_path: Path) -> None:
    image = ("200 OK", [("Content-Type", "image/png")], b"x")
    raw = archive(("200 OK", [HTML], page()), image, image, ("404 Not Found", [HTML], page("Nothing here.")))
    article, rest = read_all(tmp_path, "a.warc", raw)
    assert isinstance(article, Article) and isinstance(rest, Skipped)
    assert rest.why == "records of it that are no web page: 2 image/png, 1 of status 404"


def test_pages_that_are_too_large_or_packed_unknown_are_told(tmp_path: Path) -> None:
    bomb = gzip.compress(page("x" * 30 * MB))
    raw = archive(
        ("200 OK", [HTML], page("x" * 2 * MB)),
        ("200 OK", [HTML, ("Content-Encoding", "gzip")], bomb),
        ("200 OK", [HTML, ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")], chunked(bomb)),
        ("200 OK", [HTML, ("Content-Encoding", "zap")], b"x"),
        ("200 OK", [HTML], page()),
    )
    found = read_all(tmp_path, "a.warc", raw, Settings(largest=MB))
    assert [("larger than 1 MB" in one.why, "'zap'" in one.why) for one in found if isinstance(one, Skipped)] == [
        (True, False),
        (True, False),
        (True, False),
        (False, True),
    ]
    assert isinstance(found[-1], Article)


def test_an_archive_that_is_cut_off_gives_what_it_holds_and_says_so(tmp_path: Path) -> None:
    plain = archive(("200 OK", [HTML], page(f"{BODY} One.")), ("200 OK", [HTML], page(f"{BODY} Two. " * 20)))
    one, two = read_all(tmp_path, "a.warc", plain[:-400])
    assert isinstance(one, Article) and isinstance(two, Article)
    assert "the archive ends within this page: its end is missing" in two.notes
    packed = archive(("200 OK", [HTML], page(f"{BODY} One.")), ("200 OK", [HTML], page(f"{BODY} Two.")), packed=True)
    one, broken = read_all(tmp_path, "a.warc.gz", packed[:-200])
    assert isinstance(one, Article) and isinstance(broken, Skipped)
    assert "cannot be unpacked" in broken.why


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "it holds no web page"),
        (b"nothing\n" * 100, "record 1: its headers are broken"),
        (b"WARC/1.0\r\n" + b"x" * 5_000_000, "record 1: no web archive: no header is larger than 4 MB"),
        (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 2\r\n\r\nxx\r\n\r\n", "record 1: its headers are broken"),
    ],
)
def test_what_is_no_archive(tmp_path: Path, raw: bytes, why: str) -> None:
    assert why_skipped(tmp_path, "a.warc", raw).startswith(why)


def test_the_library_says_nothing_itself(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    raw = archive(
        ("200 OK", [HTML], page()), ("200 OK", [HTML, ("Content-Encoding", "gzip")], gzip.compress(page())[:60] + b"x" * 90)
    )
    read_all(tmp_path, "a.warc", raw.replace(b"\r\n\r\nWARC", b"xx\r\n\r\nWARC"))
    assert capfd.readouterr() == ("", "")


def test_without_its_library_the_extra_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(archive(("200 OK", [HTML], page())))
    (tmp_path / "warcio.py").write_text("raise ImportError('not installed')\n")  # stands in front of the one that is
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from pathlib import Path; from timeline import articles; "
        f"print([one.why for one in articles.read(Path({str(tmp_path / 'a.warc')!r}), 'a.warc')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "warcio, which is not installed: pip install 'article-timeline[warc]'" in done.stdout


def test_the_encoding_that_a_page_was_served_in(tmp_path: Path) -> None:
    text = "Où est passé le café de la gare ? Il a fermé samedi, après l'été."
    raw = archive(("200 OK", [("Content-Type", "text/html; charset=ISO-8859-1")], page(text).decode().encode("latin-1")))
    assert text in read_one(tmp_path, "a.warc", raw).text
