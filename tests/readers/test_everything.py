"""A folder of all formats and of everything that goes wrong builds in one go, and its account adds up."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from tests.building import Case
from tests.commanding import by_itself, here
from tests.readers import samples
from tests.readers.mutating import mutants
from tests.readers.reading import day_of, read_all
from timeline import listing
from timeline.archive import Archive
from timeline.articles import Settings
from timeline.events import tell
from timeline.model import Article, Skipped
from timeline.survey import survey

GOOD = samples.everything()


@pytest.mark.parametrize("name", GOOD)
def test_each_format_gives_the_article_with_its_day_and_its_title(tmp_path: Path, name: str) -> None:
    found = read_all(tmp_path, name, GOOD[name])
    assert len(found) == (2 if any(kind in name for kind in (".json", ".csv", ".xml")) else 1)
    for article in found:
        assert isinstance(article, Article), article
        assert day_of(article) == samples.DAY
        assert article.title in (samples.TITLE, "No ferry any more")
        assert article.language == "en"


@pytest.mark.parametrize("name", GOOD)
def test_each_format_tells_the_same_events_and_nothing_else(tmp_path: Path, name: str) -> None:
    for article in read_all(tmp_path, name, GOOD[name]):
        assert isinstance(article, Article)
        told = tell(article)
        assert [event.sources[0].phrase for event in told.events] == ["Saturday", "3 March 2020", "next month", "Friday"]
        for finding in told.findings:
            mention = finding.mention
            assert article.text[mention.start : mention.end] == mention.text


def _bad(folder: Path) -> set[str]:
    """Everything that cannot be read, by name."""
    files = {
        "empty.txt": b"",
        "blank.md": b" \n\n",
        "photo.png": b"\x89PNG\r\n\x1a\n\0\0",
        "program": b"\x7fELF\0\0\0",
        "nuls.txt": b"ab\0\0\0cd\0" * 9,
        "empty.html": b"<html><body></body></html>",
        "broken.pdf": b"%PDF-1.4\ngarbage",
        "broken.docx": b"PK\x03\x04nothing",
        "broken.odt": b"PK\x03\x04nothing",
        "broken.json": b'{"text": ',
        "no-text.csv": b"a,b\n1,2\n",
        "no-feed.xml": b"<?xml version='1.0'?><note>hello</note>",
        "cut.txt.gz": gzip.compress(samples.text() * 50)[:40],
        "bomb.txt.gz": gzip.compress(b"0" * 30_000_000),
        "line.txt": b"word " * 3_000_000,
    }
    for name, raw in files.items():
        (folder / name).write_bytes(raw)
    os.mkfifo(folder / "pipe.txt")
    (folder / "dangling.txt").symlink_to("nowhere.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    (folder / "circle").symlink_to(folder)  # a folder in itself is not walked twice
    return {*files, "pipe.txt", "dangling.txt", "loop.txt", "device.txt"}


def test_a_folder_of_everything(tmp_path: Path) -> None:
    case = Case(tmp_path)
    news = tmp_path / "news"
    news.mkdir()
    for name, raw in GOOD.items():
        (news / name).write_bytes(raw.replace(b"Dunmere", name.encode()) if name.endswith((".txt", ".md")) else raw)
    bad = _bad(news)
    report = case.build()
    skipped = {
        skipped.path.removeprefix("news/"): skipped.why for skipped in report.skipped if "the same text" not in skipped.why
    }
    assert set(skipped) == bad
    assert all(skipped.values())
    rows = listing.rows(survey([news], Archive(case.file), Settings()))
    assert {row["file"].removeprefix("news/") for row in rows} == {*GOOD, *bad}
    assert all(row["reason"] for row in rows if row["status"] == "skipped")


def test_names_that_are_no_text(tmp_path: Path) -> None:
    case = Case(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / os.fsdecode(b"caf\xe9.txt")).write_bytes(samples.text())
    report = case.build()
    assert [record.path for record in report.read] == ["news/caf\\udce9.txt"]
    assert case.build().wrote is False


def test_standard_input(tmp_path: Path) -> None:
    for name in ("ferry.txt", "ferry.jsonl", "ferry.html", "ferry.csv", "packed.txt.gz"):
        assert "0 skipped" in here(tmp_path, "build", "-", "--events", f"{name}.yaml", given=GOOD[name]).stdout
    assert "0 skipped" in by_itself(tmp_path, "build", "-", given=GOOD["ferry.txt"].decode()).stdout


def test_thousands_of_broken_files_are_read_or_skipped_and_never_a_fault_of_ours(tmp_path: Path) -> None:
    for number, (name, raw) in enumerate(mutants(700, seed=1)):
        for one in read_all(tmp_path, f"{number}-{name}", raw):
            assert isinstance(one, (Article, Skipped))
            if isinstance(one, Skipped):
                assert one.why
                assert "\n" not in one.why
            else:
                tell(one)
