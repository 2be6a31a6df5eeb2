"""`timeline history`, `timeline undo` and `build --dry-run`: what happened, one step back, and what would happen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import BOAT, FELL, PIER, SCHOOL, Case, built
from timeline import past, pipeline
from timeline.errors import UsageError


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return built(tmp_path)


def test_a_dry_run_shows_the_change_and_writes_nothing(case: Case) -> None:
    case.article("news/pier.txt", PIER)
    before = case.everything()
    report = pipeline.build([case.folder / "news"], case.file, dry_run=True)
    assert case.everything() == before
    assert [line for line in report.diff if line.startswith("+  title:")] == ["+  title: The pier at Cullmouth burns down"]
    assert not [line for line in report.diff if line.startswith("-") and line != "--- events.yaml"]
    assert (report.wrote, report.outcome.added) == (False, 1)
    case.build()
    assert pipeline.build([case.folder / "news"], case.file, dry_run=True).diff == []


def test_history_tells_builds_and_edits_apart(case: Case) -> None:
    case.edit(f"title: {FELL}", "title: Fallen")
    case.delete(BOAT)
    case.text += "- {date: 2020, title: Mine}\n"
    case.article("news/pier.txt", PIER)
    case.build()
    assert list(past.history(case.file)) == [
        "     1     0 events",
        "        build: 5 added",
        "     2     5 events  edited by hand: 1 changed, 1 added, 1 deleted",
        "        build: 1 added",
        "   now     6 events  edited by hand: 1 changed, 1 added",
    ]


def test_undo_goes_back_one_and_can_be_undone(case: Case) -> None:
    case.edit(f"title: {FELL}", "title: Fallen")
    edited = case.text
    case.article("news/pier.txt", PIER)
    case.build()
    built_since = case.text
    past.undo(case.file)
    assert case.text == edited
    past.undo(case.file)
    assert case.text == built_since
    assert case.build().wrote is False


def test_what_was_known_comes_back_with_the_file(case: Case) -> None:
    case.delete(SCHOOL)
    case.build()
    case.article("news/pier.txt", PIER)
    case.build()
    past.undo(case.file)
    report = case.build()
    assert report.notes == []
    assert (report.outcome.added, SCHOOL in case.text) == (1, False)


def test_without_an_earlier_version_there_is_nothing_to_undo(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("- {date: 2020, title: Mine}\n")
    with pytest.raises(UsageError, match="no earlier version is kept"):
        past.undo(tmp_path / "events.yaml")
