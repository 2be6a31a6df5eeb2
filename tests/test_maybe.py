"""What may be the same is kept beside the events file, for the dashboard to offer."""

from __future__ import annotations

from pathlib import Path

from tests.building import Case
from timeline.archive import Archive
from timeline.cli import _account

ONE = "The school\n\nPublished: 2020-05-10\n\nNobody.\n\nIn 2019 Ada Holm opened the harbour bridge after a long winter.\n"
OTHER = "The ferry\n\nPublished: 2020-05-11\n\nNobody came.\n\nIn 2019 Ada Holm opened the harbour bridge and a school in Tarn.\n"


def test_near_misses_are_counted_and_kept_until_they_are_gone(tmp_path: Path) -> None:
    case = Case(tmp_path)
    case.article("news/a.txt", ONE)
    case.article("news/b.txt", OTHER)
    report = case.build()
    assert "events    2 told by the articles, 1 pairs that may be one" in list(_account(report, case.file))
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
