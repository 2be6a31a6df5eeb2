"""Which reader a file gets where its name does not say: by content; packed files; standard input through the command line."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from tests import ROOT
from tests.commanding import here
from tests.readers.reading import day_of, read_all, read_one, why_skipped
from timeline.articles import Settings
from timeline.articles.formats import READERS, suffix_of
from timeline.articles.source import Source
from timeline.model import Article, Skipped

BODY = "The old ferry sank in the harbour on Saturday, and the crew swam to the shore in the dark."
JSONL = f'{{"date": "2020-05-12", "title": "Gone", "text": "{BODY}"}}\n{{"date": "2020-05-12", "text": "{BODY} Two."}}\n'
CSV = f'date,title,text\n2020-05-12,Gone,"{BODY}"\n2020-05-12,B,"{BODY} Two."\n'
RSS = f"<rss version='2.0'><channel><item><title>Gone</title><description>{BODY}</description></item></channel></rss>"


def suffix(folder: Path, name: str, raw: bytes, settings: Settings | None = None) -> str:
    (folder / name).write_bytes(raw)
    return suffix_of(Source(folder / name, name, settings or Settings()))


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (JSONL.encode(), ".jsonl"),
        (b'{"text": broken}\n{"text": "a"}\n', ".jsonl"),
        (b'[{"text": "a"}]', ".json"),
        (b'{\n "text": "a"\n}', ".json"),
        (JSONL.encode("utf-16"), ".jsonl"),
        (JSONL.encode("utf-8-sig"), ".jsonl"),
        (RSS.encode(), ".xml"),
        (b'<?xml version="1.0"?>\n<!-- a --><!DOCTYPE rdf [<!ENTITY a "b">]><rdf:RDF xmlns:rdf="x">', ".xml"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', ".xml"),
        (b"<!doctype html><p>a", ".html"),
        (b"WARC/1.1\r\nWARC-Type: warcinfo\r\n", ".warc"),
        (CSV.encode(), ".csv"),
        (CSV.replace(",", ";").encode(), ".csv"),
        (CSV.encode("utf-16"), ".csv"),
        (b"From: Ann <ann@bay.example>\nTo: Bo\nSubject: Gone\nDate: Fri, 8 May 2020 10:00:00 +0000\n\nIt sank.\n", ".eml"),
        (b"MIME-Version: 1.0\nSubject: Gone\nFrom: Ann <ann@bay.example>\n\nIt sank.\n", ".eml"),
        (b"\x89PNG\r\n\0\0\0", ""),
    ],
)
def test_told_by_content(tmp_path: Path, raw: bytes, told: str) -> None:
    assert suffix(tmp_path, "a", raw) == told
    assert suffix(tmp_path, "a.gz", gzip.compress(raw)) == told


@pytest.mark.parametrize(
    "prose",
    [
        BODY,
        "Date, title and text\n\nThese are what we need, she said, to begin with.\n",
        "Title, text\nTwo words, and no more.\n",
        "Body; author; date: what is found\nOf these, the body; and the author.\n",
        "Text, link, source, date of the article in which the old ferry sank on Saturday\nOne, two, three.\n",
        "Date: 8 May 2020\nFrom: our correspondent\n\nThe ferry sank.\n",
        "[Editor's note: the ferry sank.]\n\nIt sank.\n",
        "{Draft} The ferry sank.\n",
        "From Hambury, the ferry sails to Cullmouth: it sank.\n",
        "<3 the ferry\n",
    ],
)
def test_prose_stays_prose(tmp_path: Path, prose: str) -> None:
    assert suffix(tmp_path, "a", prose.encode()) == ".txt"


def test_the_own_ending_stays_where_it_fits(tmp_path: Path) -> None:
    assert suffix(tmp_path, "a.ndjson", JSONL.encode()) == ".ndjson"
    assert suffix(tmp_path, "a.json", JSONL.encode()) == ".json"
    assert suffix(tmp_path, "a.rss", RSS.encode()) == ".rss"
    assert suffix(tmp_path, "a.txt", CSV.encode()) == ".txt"


@pytest.mark.parametrize("hostile", [b"<?" * 4000, b"<?a?>" * 1600, b"<!-- -->" * 1000, b"<!doctype " + b"[" * 8000, b" " * 8000])
def test_first_bytes_made_to_keep_patterns_busy(tmp_path: Path, hostile: bytes) -> None:
    assert suffix(tmp_path, "a", hostile) == ".txt"


def test_every_reader_is_there() -> None:
    folder = ROOT / "timeline" / "articles"
    assert all((folder / f"{module}.py").is_file() for module in READERS.values())


# ---------------------------------------------------------------- packed


@pytest.mark.parametrize(("name", "content"), [("a.jsonl.gz", JSONL), ("a.csv.gz", CSV), ("a.json.gz", JSONL), ("b.gz", CSV)])
def test_packed(tmp_path: Path, name: str, content: str) -> None:
    found = read_all(tmp_path, name, gzip.compress(content.encode()))
    assert [day_of(one) for one in found if isinstance(one, Article)] == ["2020-05-12", "2020-05-12"]
    assert read_one(tmp_path, "a.txt.gz", gzip.compress(BODY.encode())).text == BODY


def test_packed_without_saying_so(tmp_path: Path) -> None:
    assert len(read_all(tmp_path, "a.jsonl", gzip.compress(JSONL.encode()))) == 2


def test_a_packed_file_that_is_cut_off_gives_what_it_holds(tmp_path: Path) -> None:
    lines = "".join(f'{{"text": "{BODY} {number * 7919 % 1000003}."}}\n' for number in range(2000))
    *found, last = read_all(tmp_path, "a.jsonl.gz", gzip.compress(lines.encode())[:-2000])
    assert len(found) > 1000 and all(isinstance(one, Article) for one in found)
    assert isinstance(last, Skipped) and last.why.startswith("cannot be unpacked: ")
    assert why_skipped(tmp_path, "b.txt.gz", gzip.compress(BODY.encode())[:-9]).startswith("cannot be unpacked: ")
    assert why_skipped(tmp_path, "c.jsonl.gz", b"\x1f\x8b" + b"x" * 50).startswith("cannot be unpacked: ")


def bomb(path: Path, begin: bytes, fill: bytes, megabytes: int) -> None:
    """A small file that is large when unpacked; made piece by piece."""
    packer = zlib.compressobj(9, wbits=31)
    with path.open("wb") as stream:
        stream.write(packer.compress(begin))
        for _ in range(megabytes):
            stream.write(packer.compress(fill * 1_000_000))
        stream.write(packer.flush())


BOMBS = {
    "a.jsonl.gz": (b'{"text": "', b"x"),
    "a.json.gz": (b'[{"text": "', b"x"),
    "b.json.gz": (b"", b" "),
    "a.csv.gz": (b"date,text\n", b"x"),
    "b.csv.gz": (b'date,text\n2020-05-08,"', b"x"),
    "a.xml.gz": (b"<rss>", b" "),
    "a.warc.gz": (b"WARC/1.0\r\n", b"x"),
    "a.txt.gz": (b"", b"\0"),
    "a.gz": (b"", b"x"),
}
"""What begins each, and what follows a hundred million times."""


def test_what_unpacks_to_very_much_takes_little_memory(tmp_path: Path) -> None:
    for name, (begin, fill) in BOMBS.items():
        bomb(tmp_path / name, begin, fill, 100)
        (tmp_path / f"small-{name}").write_bytes(gzip.compress(begin + fill * 100))
    code = (
        "import resource, sys; from pathlib import Path; from timeline import articles\n"
        "for name in sys.argv[1:]:\n"
        "    found = list(articles.read(Path(name), 'a'))\n"
        "    print(len(found), hasattr(found[0], 'why'), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    files = [str(tmp_path / f"{size}{name}") for size in ("small-", "") for name in BOMBS]
    done = subprocess.run([sys.executable, "-c", code, *files], capture_output=True, text=True, check=True, cwd=ROOT)
    lines = [line.split() for line in done.stdout.splitlines()]
    small, large = lines[: len(BOMBS)], lines[len(BOMBS) :]
    assert {name: line[:2] for name, line in zip(BOMBS, large, strict=True)} == {name: ["1", "True"] for name in BOMBS}
    peaks = [int(small[-1][2]), *(int(line[2]) for line in large)]  # they can only grow
    grown = {name: after - before for name, before, after in zip(BOMBS, peaks, peaks[1:], strict=False)}
    assert sum(grown.values()) < 80, grown


# ---------------------------------------------------------------- standard input


@pytest.mark.parametrize(
    ("raw", "account"),
    [
        (JSONL.encode() + b"broken\n", ["3 found = 2 read + 1 skipped", "standard input#3: broken JSON at line 3, column 1"]),
        (CSV.encode(), ["2 found = 2 read + 0 skipped"]),
        (gzip.compress(JSONL.encode()), ["2 found = 2 read + 0 skipped"]),
        (RSS.encode(), ["1 found = 1 read + 0 skipped"]),
        (f"Gone\n\nPublished: 12 May 2020\n\n{BODY}\n".encode(), ["1 found = 1 read + 0 skipped"]),
        (b"", ["1 found = 0 read + 1 skipped", "standard input: the file is empty"]),
    ],
    ids=["json lines", "csv", "packed", "rss", "text", "nothing"],
)
def test_standard_input(tmp_path: Path, raw: bytes, account: list[str]) -> None:
    for outcome in ("written", "unchanged"):
        _, said, err = here(tmp_path, "build", "-", given=raw)
        assert all(line in said for line in account)
        assert err == ""
        if b"2020" in raw:
            assert f"events.yaml: {outcome}" in said
            assert "date: 2020-05-09" in (tmp_path / "events.yaml").read_text()
