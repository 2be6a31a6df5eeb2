"""What may be the same is kept beside the events file, for the dashboard to offer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import Case
from timeline.archive import Archive
from timeline.commands.account import lines_of
from timeline.errors import UsageError
from timeline.pairs import refuse

ONE = "The school\n\nPublished: 2020-05-10\n\nNobody.\n\nIn 2019 Ada Holm opened the harbour bridge after a long winter.\n"
OTHER = "The ferry\n\nPublished: 2020-05-11\n\nNobody came.\n\nIn 2019 Ada Holm opened the harbour bridge and a school in Tarn.\n"


def test_near_misses_are_counted_and_kept_until_they_are_gone(tmp_path: Path) -> None:
    case = Case(tmp_path)
    case.article("news/a.txt", ONE)
    case.article("news/b.txt", OTHER)
    report = case.build()
    assert "events    2 told by the articles, 1 pair that may be one" in list(lines_of(report, case.file))
    (maybe,) = Archive(case.file).maybes()
    assert {maybe.a, maybe.b} == {entry.id for entry in case.entries().values()}
    assert "vague" in maybe.why
    before = case.everything()
    case.build()
    assert case.everything() == before
    case.article("news/c.txt", "A mill\n\nPublished: 2020-05-12\n\nNobody.\n\nThe mill of Vik burned down on Monday.\n")
    assert case.build("news/c.txt").maybes == 1  # a build over a part forgets nothing
    (tmp_path / "news/b.txt").unlink()
    assert case.build().maybes == 0
    assert Archive(case.file).maybes() == []


def test_a_refused_pair_is_kept_and_never_offered_again(tmp_path: Path) -> None:
    case = Case(tmp_path)
    case.article("news/a.txt", ONE)
    case.article("news/b.txt", OTHER)
    case.build()
    (maybe,) = Archive(case.file).maybes()
    refuse(case.file, maybe.a, maybe.b)
    assert [one.refused for one in Archive(case.file).maybes()] == [True]
    before = case.everything()
    assert case.build().maybes == 0
    assert {path: content for path, (_, content) in case.everything().items()} == {p: c for p, (_, c) in before.items()}
    case.article("news/b.txt", OTHER.replace("Nobody came.", "Somebody came."))  # the article is edited, its event is the same
    assert case.build().maybes == 0
    case.article("news/b.txt", "A mill\n\nPublished: 2020-05-12\n\nNobody.\n\nThe mill of Vik burned down on Monday.\n")
    case.build()
    case.article("news/b.txt", OTHER)  # gone and back again
    assert case.build().maybes == 0
    refuse(case.file, maybe.a, maybe.b, refused=False)
    assert case.build().maybes == 1


def test_what_no_build_found_cannot_be_refused(tmp_path: Path) -> None:
    case = Case(tmp_path)
    case.article("news/a.txt", ONE)
    case.build()
    with pytest.raises(UsageError, match="no longer found"):
        refuse(case.file, "x", "y")
    assert Archive(case.file).maybes() == []
