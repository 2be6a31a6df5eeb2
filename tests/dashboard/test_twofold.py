"""03/04/2020 as a day of publication: the page tells both of its days, and takes either, but no third one."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.library import Library
from dashboard.settling import accept_day
from tests.building import Case
from tests.dashboard.test_account import told
from timeline.errors import UsageError

ARTICLE = "Published: 03/04/2020\n\nThe ferry sank\n\nThe ferry sank on Monday near the pier of Saltmere.\n"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = Case(tmp_path)
    made.article("news/ferry.txt", ARTICLE)
    made.build()
    return made


def test_both_days_are_told_and_none_is_suggested(case: Case) -> None:
    panel = told(case, "show=undated")
    assert "3 April 2020 or 4 March 2020: it has the header line “03/04/2020”." in panel
    assert "published: YYYY-MM-DD" in panel


@pytest.mark.parametrize("day", ["2020-04-03", "4 March 2020"])
def test_either_is_taken(case: Case, day: str) -> None:
    accept_day(Library(case.file), "news/ferry.txt", day)
    assert "published: 2020-0" in (case.folder / "news" / "articles.yaml").read_text(encoding="utf-8")
    case.build()
    assert Library(case.file).refresh().account.undated == ()


def test_a_third_day_is_not(case: Case) -> None:
    with pytest.raises(UsageError, match="2020-03-05 is neither: its header line “03/04/2020” is 2020-04-03 or 2020-03-04"):
        accept_day(Library(case.file), "news/ferry.txt", "2020-03-05")
    assert not (case.folder / "news" / "articles.yaml").exists()
