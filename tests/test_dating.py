"""The line of articles.yaml that a person accepts for an undated article: where it goes, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import Case
from timeline.archive import Archive
from timeline.articles.listed import load
from timeline.dating import date_article, day_within, said_of
from timeline.errors import EventsFileError, TimelineError, UsageError
from timeline.records import ArticleRecord

MILL = "The mill\n\nThe mill burned down on 2 May 2020, and nobody was hurt. Its owner spoke on Tuesday.\n"
FERRY = "The ferry\n\nPublished: 2020-05-11\n\nNobody has to swim. The council of Hambury bought a boat on 7 May 2020.\n"
LINE = "- {file: mill.txt, published: 2020-05-05}"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A folder with an article that does not say its day, built once."""
    case = Case(tmp_path)
    case.article("news/mill.txt", MILL)
    case.article("news/ferry.txt", FERRY)
    case.build()
    return case


def accept(case: Case, day: str = "2020-05-05") -> None:
    assert date_article(case.file, "news/mill.txt", "", day) == case.folder / "news/articles.yaml"


def test_the_build_keeps_what_the_evidence_allows_and_nothing_applies_it(case: Case) -> None:
    mill, ferry = (case_record(case, name) for name in ("news/mill.txt", "news/ferry.txt"))
    assert mill.dating is not None
    assert (mill.dating.first, mill.dating.phrase) == ("2020-05-02", "2 May 2020")
    assert (mill.dating.last, mill.dating.newest) == ("2020-05-11", "news/ferry.txt")
    assert ferry.dating is None
    before = case.everything()
    case.build()
    assert case.everything() == before
    assert not (case.folder / "news/articles.yaml").exists()


def case_record(case: Case, path: str) -> ArticleRecord:
    return next(record for record in Archive(case.file).articles() if record.path == path)


def test_an_accepted_day_holds_in_the_next_build(case: Case) -> None:
    accept(case)
    assert (case.folder / "news/articles.yaml").read_text() == LINE + "\n"
    assert said_of(case.file, "news/mill.txt", "") == "2020-05-05"
    assert said_of(case.file, "news/ferry.txt", "") == ""
    case.build()
    mill = case_record(case, "news/mill.txt")
    assert (mill.published, mill.rung, mill.dating) == ("2020-05-05", "articles.yaml", None)
    assert [finding.fate for finding in mill.findings] == ["event", "event"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"{LINE}\n"),
        ("# Nothing yet", f"# Nothing yet\n{LINE}\n"),
        ("- {file: a.txt, skip: true}   # no\n", f"- {{file: a.txt, skip: true}}   # no\n{LINE}\n"),
        ("- file: a.txt\n  title: 'One: two'", f"- file: a.txt\n  title: 'One: two'\n{LINE}\n"),
        ("  - {file: a.txt}\n\n# the end\n", f"  - {{file: a.txt}}\n\n# the end\n  {LINE}\n"),
        ("\ufeff- {file: a.txt}\r\n", f"\ufeff- {{file: a.txt}}\r\n{LINE}\r\n"),
        ("[{file: a.txt}]\n", '[{file: a.txt}, {"file": "mill.txt", "published": "2020-05-05"}]\n'),
        ("- {file: mill.txt, title: Fire}\n", f"- {{file: mill.txt, title: Fire}}\n{LINE}\n"),
    ],
)
def test_what_stands_in_the_file_stays_byte_for_byte(case: Case, before: str, after: str) -> None:
    place = case.folder / "news/articles.yaml"
    place.write_bytes(before.encode())
    accept(case)
    assert place.read_bytes() == after.encode()
    assert load(place)[-1][1].published == "2020-05-05"


@pytest.mark.parametrize("text", ["- {file: a.txt}\n...\n", "- {fiel: a.txt}\n", "--- []\n# c"])
def test_a_file_that_cannot_take_the_line_is_left_alone(case: Case, text: str) -> None:
    place = case.folder / "news/articles.yaml"
    place.write_text(text)
    try:
        accept(case)
    except (TimelineError, EventsFileError) as error:
        assert "articles.yaml" in str(error)
        assert place.read_text() == text
    else:
        assert load(place)[-1][1].published == "2020-05-05"
        assert text == "--- []\n# c"


def test_names_that_are_patterns_or_no_plain_yaml_name_one_file(case: Case) -> None:
    for name in ("a[1]: *b?.txt", "a1: xby.txt", "# note.txt", "yes.txt", "no, no.txt"):
        case.article(f"news/{name}", f"{name}\n\n{MILL}{name}")
    date_article(case.file, "news/a[1]: *b?.txt", "", "2020-05-05")
    date_article(case.file, "news/# note.txt", "", "2020-05-06")
    date_article(case.file, "news/no, no.txt", "", "2020-05-07")
    case.build()
    days = {record.path: record.published for record in Archive(case.file).articles()}
    assert days["news/a[1]: *b?.txt"] == "2020-05-05"
    assert days["news/# note.txt"] == "2020-05-06"
    assert days["news/no, no.txt"] == "2020-05-07"
    assert days["news/a1: xby.txt"] == days["news/yes.txt"] == ""


def test_a_record_of_a_dump_is_named_by_its_place(case: Case) -> None:
    rows = [f'{{"title": "Mill {n}", "text": "The mill {n} burned down on Tuesday, and nobody was hurt."}}' for n in (1, 2)]
    case.article("news/dump.jsonl", "\n".join(rows) + "\n")
    date_article(case.file, "news/dump.jsonl#2", "2", "2020-05-05")
    case.build()
    assert case_record(case, "news/dump.jsonl#2").published == "2020-05-05"
    assert case_record(case, "news/dump.jsonl#1").published == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("May 2020", "is not one day"),
        ("", "is not one day"),
        ("2020-02-30", "is not one day"),
        ("2020-05-01", "not within what the evidence allows (from 2020-05-02 to 2020-05-11)"),
        ("2020-05-12", "not within"),
    ],
)
def test_only_one_day_within_the_bracket_is_taken(typed: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        day_within(typed, "2020-05-02", "2020-05-11")
    assert said in str(error.value)


def test_an_open_bracket_takes_any_day_on_its_side() -> None:
    assert day_within("2031-01-01", "2020-05-02", "") == "2031-01-01"
    assert day_within("1 May 1931", "", "") == "1931-05-01"
    with pytest.raises(UsageError, match="not before 2020-05-02"):
        day_within("2020-05-01", "2020-05-02", "")
