"""articles.yaml: what a person says of an article holds, in the build, in the account and in later builds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import Case, built
from tests.readers.reading import day_of, read_all
from timeline.articles.listed import load
from timeline.errors import EventsFileError
from timeline.model import Article, Skipped

FERRY = """The ferry is gone

Published: 8 May 2020

The old ferry sank in the harbour on Saturday, and the crew swam to the shore.
"""


def read_listed(folder: Path, listed: str, name: str = "ferry.txt", raw: bytes = FERRY.encode()) -> Article | Skipped:
    (folder / "articles.yaml").write_text(listed, encoding="utf-8")
    (one,) = read_all(folder, name, raw)
    return one


@pytest.mark.parametrize(
    "line",
    [
        "- {file: ferry.txt, published: 2020-05-10}",
        "- file: ferry.txt\n  published: 2020-05-10\n",
        "- {file: 'ferr*.txt', published: 2020-05-10}",
        "- {file: '*', published: 2020-05-01}\n- {file: ferry.txt, published: 2020-05-10}",
        "- {file: ferry.txt, published: '10 May 2020', x-who: me}",
    ],
)
def test_the_day_of_publication_is_put_right(tmp_path: Path, line: str) -> None:
    article = read_listed(tmp_path, line)
    assert isinstance(article, Article) and article.published is not None
    assert (day_of(article), article.published.rung) == ("2020-05-10", "articles.yaml")


def test_everything_else_that_a_line_may_say(tmp_path: Path) -> None:
    line = "- {file: ferry.txt, title: Gone, author: Ann Lee, url: 'https://a.example/b', language: fr}"
    article = read_listed(tmp_path, line)
    assert isinstance(article, Article)
    assert (article.title, article.author, article.url, article.language) == ("Gone", "Ann Lee", "https://a.example/b", "fr")


def test_skip(tmp_path: Path) -> None:
    skipped = read_listed(tmp_path, "- {file: ferry.txt, skip: true}")
    assert isinstance(skipped, Skipped) and "articles.yaml" in skipped.why


def test_encoding(tmp_path: Path) -> None:
    raw = "Пером\n\nPublished: 8 May 2020\n\nПаром затонул в субботу.\n".encode("cp1251")
    article = read_listed(tmp_path, "- {file: ferry.txt, encoding: cp1251}", raw=raw)
    assert isinstance(article, Article) and article.text == raw.decode("cp1251")


@pytest.mark.parametrize(("day_first", "day"), [("true", "2020-04-03"), ("no", "2020-03-04")])
def test_day_first(tmp_path: Path, day_first: str, day: str) -> None:
    raw = FERRY.replace("8 May 2020", "03/04/2020").encode()
    article = read_listed(tmp_path, f"- {{file: ferry.txt, day_first: {day_first}}}", raw=raw)
    assert isinstance(article, Article) and day_of(article) == day


def test_a_file_in_a_folder_below_is_named_by_its_path_and_the_nearest_file_wins(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "articles.yaml").write_text("- {file: a/ferry.txt, published: 2020-05-01, title: Above}\n")
    (tmp_path / "a" / "articles.yaml").write_text("- {file: ferry.txt, published: 2020-05-02}\n")
    (article,) = read_all(tmp_path, "a/ferry.txt", FERRY.encode())
    assert isinstance(article, Article)
    assert (day_of(article), article.title) == ("2020-05-02", "Above")


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("- {file: a.txt, pubished: 2020-05-08}", 1, 17, "did you mean 'published'?"),
        ("- {file: a.txt, published: 2020-02-30}", 1, 28, "February 2020 has 29 days"),
        ("- {file: a.txt, published: May 2020}", 1, 28, "write it as 2020-05-08"),
        ("- published: 2020-05-08", 1, 3, "a line needs a file"),
        ("- {file: a.txt, day_first: maybe}", 1, 28, "neither true nor false"),
        ("- {file: a.txt, encoding: utf-9}", 1, 27, "'utf-9' is not known"),
        ("- {file: a.txt, title: [a]}", 1, 24, "title: this has to be a text"),
        ("- a.txt", 1, 3, "an article has to have keys"),
        ("file: a.txt", 1, 1, "the file has to be a list"),
        ("- {file: a.txt", 2, 1, ""),
    ],
)
def test_faults_name_the_place_and_the_mend(tmp_path: Path, text: str, line: int, column: int, says: str) -> None:
    path = tmp_path / "articles.yaml"
    path.write_text(text + "\n")
    with pytest.raises(EventsFileError) as caught:
        load(path)
    (fault,) = caught.value.faults
    assert (fault.line, fault.column) == (line, column)
    assert says in fault.message


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return built(tmp_path)


def test_one_line_redates_the_events_of_an_article_and_keeps_what_was_edited(case: Case) -> None:
    case.edit("title: Old bridge at Hambury gives way", "title: The bridge falls")
    ident = case.entries()["The bridge falls"].id
    case.article("news/articles.yaml", "- {file: bridge.txt, published: 2020-05-17}\n")
    report = case.build()
    entry = case.entries()["The bridge falls"]
    assert (entry.id, entry.date, entry.sources[0].published) == (ident, "2020-05-16", "2020-05-17")
    assert report.warnings == []


def test_a_line_that_fits_no_article_is_told(case: Case) -> None:
    place = case.article("news/articles.yaml", "- {file: bridge.txt, title: A}\n- {file: brigde.txt, title: A}\n")
    assert case.build().warnings == [f"{place}:2: no article fits 'file: brigde.txt'"]


def test_a_broken_file_stops_the_build_and_touches_nothing(case: Case) -> None:
    before = case.everything()
    case.article("news/articles.yaml", "- {file: bridge.txt, tilte: A}\n")
    with pytest.raises(EventsFileError, match=r"articles.yaml:1:22: unknown key 'tilte'"):
        case.build()
    assert case.everything() == before


def test_an_article_much_newer_than_all_others_is_named(case: Case) -> None:
    case.article("news/articles.yaml", "- {file: bridge.txt, published: 2120-05-17}\n")
    (warning,) = case.build().warnings
    assert "news/bridge.txt" in warning and "2120-05-17" in warning and "news/ferry.txt (2020-05-11)" in warning


def test_what_a_person_skips_leaves_the_timeline_and_comes_back(case: Case) -> None:
    place = case.article("news/articles.yaml", "- {file: bridge.txt, skip: true}\n")
    assert case.build().outcome.dropped == 3
    assert "bridge.txt" not in case.text
    place.unlink()
    assert case.build().outcome.added == 3


@pytest.mark.parametrize("names", [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_of_two_copies_the_one_that_says_its_day_is_read(tmp_path: Path, names: tuple[str, str]) -> None:
    case = Case(tmp_path)
    dated, undated = names
    case.article(f"news/{undated}", "The old bridge fell into the river on Saturday. It was built by hand.\n")
    case.article(
        f"news/{dated}", "---\ndate: 2020-05-11\n---\nThe old bridge fell into the river on Saturday. It was built by hand.\n"
    )
    report = case.build()
    assert [one.path for one in report.skipped] == [f"news/{undated}"]
    assert list(case.dates().values()) == ["2020-05-09"]
