"""`timeline articles`: every article and every skipped file has its line, and an undated one what the evidence allows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.building import BRIDGE, FERRY
from timeline import listing
from timeline.archive import Archive
from timeline.articles import Settings
from timeline.cli import main
from timeline.survey import Survey, survey

UNDATED = """The mill

The mill burned down on 2 May 2020, and nobody was hurt. It will open again on 3 March 2022. Its owner spoke on Tuesday.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    news = tmp_path / "news"
    news.mkdir()
    for name, text in {"bridge.txt": BRIDGE, "ferry.md": FERRY, "mill.txt": UNDATED, "empty.txt": ""}.items():
        (news / name).write_text(text)
    (news / "photo.png").write_bytes(b"\x89PNG\0\0")
    return news


def surveyed(folder: Path, **settings: str) -> Survey:
    return survey([folder], Archive(folder.parent / "events.yaml"), Settings(**settings))  # type: ignore[arg-type]  # all texts


def test_every_file_has_its_row(folder: Path) -> None:
    found = {row["file"]: row for row in listing.rows(surveyed(folder))}
    assert [tuple(row) for row in found.values()] == [listing.KEYS] * 5
    assert {name: row["status"] for name, row in found.items()} == {
        "news/bridge.txt": "read",
        "news/empty.txt": "skipped",
        "news/ferry.md": "read",
        "news/mill.txt": "read",
        "news/photo.png": "skipped",
    }
    bridge = found["news/bridge.txt"]
    assert (bridge["published"], bridge["rung"], bridge["evidence"]) == ("2020-05-10", "header line", "10 May 2020")
    assert (bridge["language"], bridge["phrases"], bridge["events"], bridge["unresolved"]) == ("en", 4, 3, 0)
    assert "empty" in found["news/empty.txt"]["reason"]
    assert "no reader for '.png'" in found["news/photo.png"]["reason"]


def test_an_undated_article_is_bracketed_and_gets_a_line_to_copy(folder: Path) -> None:
    (row,) = [row for row in listing.rows(surveyed(folder)) if row["file"] == "news/mill.txt"]
    assert "not before 2020-05-02 (it tells “2 May 2020” as past)" in row["reason"]
    assert "not after 2020-05-11, assuming that nothing is newer than news/ferry.md" in row["reason"]
    assert "news/articles.yaml: - {file: mill.txt, published: 2020-05-02}" in row["reason"]
    assert row["unresolved"] == 1


def test_the_suggestion_is_never_applied_by_itself_and_holds_once_it_is_copied(folder: Path) -> None:
    surveyed(folder)
    assert not (folder / "articles.yaml").exists()
    (folder / "articles.yaml").write_text("- {file: mill.txt, published: 2020-05-02}\n")
    (row,) = [row for row in listing.rows(surveyed(folder)) if row["file"] == "news/mill.txt"]
    assert (row["published"], row["rung"], row["unresolved"], row["reason"]) == ("2020-05-02", "articles.yaml", 0, "")


def test_an_undated_article_without_any_evidence_says_so(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    (folder / "mill.txt").write_text("The mill\n\nThe mill burned down on Tuesday, and nobody was hurt.\n")
    (row,) = listing.rows(surveyed(folder))
    assert "nothing tells when it was published" in row["reason"]
    assert "published: YYYY-MM-DD" in row["reason"]


MESSAGE = """A letter

Published: 2020-05-10

It was a reply to the message that Ada Quist sent last week, praising the ferry of Hambury; nobody had read it.
"""
REPORT = """The islands are glad

Ada Quist sent the islands a message, and praised their ferry.

“She thanked the crew; all of it,” the Hambury Agency said on Friday.
"""


def test_what_another_article_tells_of_the_same_event_brackets_an_undated_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in folder.iterdir():
        path.unlink()
    (folder / "letter.txt").write_text(MESSAGE)
    (folder / "islands.txt").write_text(REPORT)
    with pytest.raises(SystemExit):
        main(["articles", str(folder), "--events", str(folder.parent / "events.yaml")])
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    at = lines.index(
        "its report of “Friday” and “last week” in news/letter.txt (2020-05-03 to 2020-05-09): "
        "if they are one, it was published 2020-05-08 to 2020-05-14"
    )
    assert lines[at + 1] == "here: “She thanked the crew; all of it,” the Hambury Agency said on Friday."
    assert lines[at + 2].startswith("there: It was a reply to the message that Ada Quist sent last week")
    assert not (folder / "articles.yaml").exists()
    (folder / "islands.txt").write_text(REPORT.replace("sent the islands a message", "bought the islands a boat"))
    with pytest.raises(SystemExit):
        main(["articles", str(folder), "--events", str(folder.parent / "events.yaml")])
    assert "if they are one" not in capsys.readouterr().out


def test_the_table_and_the_json_of_the_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    events = folder.parent / "events.yaml"
    with pytest.raises(SystemExit) as done:
        main(["articles", str(folder), "--events", str(events), "--json"])
    assert done.value.code == 0
    assert [row["file"].removeprefix("news/") for row in json.loads(capsys.readouterr().out)] == sorted(
        p.name for p in folder.iterdir()
    )
    with pytest.raises(SystemExit):
        main(["articles", str(folder), "--events", str(events)])
    out = capsys.readouterr().out
    assert out.endswith("5 found = 3 read + 2 skipped\n")
    assert "header line “10 May 2020”" in out
    assert not events.exists()
    assert not (folder.parent / ".timeline").exists()
