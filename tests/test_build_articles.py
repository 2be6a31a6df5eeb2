"""Whole builds over articles that were edited, renamed, moved or deleted, or that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import BOAT, BRIDGE, ECHO, FELL, FERRY, PAID, SCHOOL, WARNED, Case, built
from timeline.errors import UsageError
from timeline.recognize import read_words
from timeline.store import load


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return built(tmp_path)


# ---------------------------------------------------------------- articles that change


def test_a_corrected_publication_date_moves_events_and_makes_no_second_one(case: Case) -> None:
    case.edit(f"title: {SCHOOL}", "title: School again")
    case.article("news/ferry.txt", FERRY.replace("2020-05-11", "2020-05-18"))
    report = case.build()
    assert case.dates()["School again"] == "2020-05-15"
    assert case.dates()[BOAT] == "2020-05-07"
    assert len(case.entries()) == 5
    assert (report.outcome.added, report.outcome.conflicts) == (0, [])
    assert case.text.count("published: 2020-05-18") == 2


def test_where_both_changed_the_person_wins_and_is_told(case: Case) -> None:
    case.edit("date: 2020-05-08", "date: early May 2020")
    case.article("news/ferry.txt", FERRY.replace("2020-05-11", "2020-05-18"))
    report = case.build()
    assert case.dates()[SCHOOL] == "early May 2020"
    (conflict,) = report.outcome.conflicts
    assert "date stays 'early May 2020'" in conflict
    assert "the articles now say '2020-05-15'" in conflict
    again = case.build()
    assert (again.outcome.conflicts, again.wrote) == ([conflict], False)  # until somebody settles it
    case.edit("date: early May 2020", "date: early May 2020\n  pinned: date")
    assert case.build().outcome.conflicts == []


@pytest.mark.parametrize("new", ["news/old/bridge-1.txt", "news/a.txt"])
def test_a_renamed_or_moved_article_keeps_its_entries(case: Case, new: str) -> None:
    case.edit(f"title: {FELL}", "title: Fallen")
    case.delete(PAID)
    (case.folder / "news/bridge.txt").unlink()
    case.article(new, BRIDGE)
    report = case.build()
    assert case.entries().keys() == {WARNED, BOAT, SCHOOL, "Fallen"}
    assert (report.outcome.added, report.outcome.gone, report.outcome.deleted) == (0, 0, 1)
    assert case.entries()["Fallen"].sources[0].article == new


def test_an_edited_sentence_finds_its_entry_again(case: Case) -> None:
    case.edit(f"title: {FELL}", "title: Fallen  # by hand")
    ident = case.entries()["Fallen"].id
    case.article("news/bridge.txt", BRIDGE.replace("nobody was hurt", "nobody was badly hurt"))
    report = case.build()
    entry = case.entries()["Fallen"]
    assert entry.id == ident
    assert [source.sentence for source in entry.sources] == [
        "The old bridge at Hambury fell into the Lenn on Saturday, and nobody was badly hurt."
    ]
    assert "title: Fallen  # by hand\n" in case.text
    assert (report.outcome.added, report.outcome.gone) == (0, 0)


def test_edited_then_renamed_then_edited_again(case: Case) -> None:
    case.edit(f"title: {WARNED}", "title: Cracks")
    one = BRIDGE.replace("nobody was hurt", "nobody was badly hurt")
    case.article("news/bridge.txt", one)
    case.build()
    (case.folder / "news/bridge.txt").unlink()
    case.article("news/old-bridge.txt", one)
    assert case.build().outcome.added == 0
    case.article("news/old-bridge.txt", one + "\nIt was built in 1821.\n")
    assert case.build().outcome.added == 1
    assert len(case.entries()) == 6
    assert "gone" not in case.text


def test_an_article_moved_and_edited_at_once_is_known_by_its_url(tmp_path: Path) -> None:
    case = Case(tmp_path)
    url = FERRY.replace("---\ntitle", "---\nurl: https://example.org/ferry\ntitle")
    case.article("news/ferry.txt", url)
    case.build()
    case.edit(f"title: {BOAT}", "title: Boat")
    (case.folder / "news/ferry.txt").unlink()
    case.article("news/boats/ferry.txt", url.replace("second boat", "second small boat"))
    report = case.build()
    assert case.entries().keys() == {"Boat", SCHOOL}
    assert (report.outcome.added, report.outcome.gone) == (0, 0)
    assert case.entries()["Boat"].sources[0].article == "news/boats/ferry.txt"


def test_the_old_text_under_a_new_name_is_an_article_of_its_own(case: Case) -> None:
    case.article("news/bridge.txt", BRIDGE.replace("nobody was hurt", "nobody was badly hurt"))
    case.build()
    case.article("news/zz-as-it-was.txt", BRIDGE)
    case.build()
    case.build()
    ids = [source.id for entry in load(case.file, read_words).entries for source in entry.sources]
    assert len(ids) == len(set(ids))


def test_a_copy_of_an_article_adds_nothing(case: Case) -> None:
    case.article("news/a-copy.txt", BRIDGE)
    report = case.build()
    assert [(s.path, s.why) for s in report.skipped] == [("news/bridge.txt", "the same text as news/a-copy.txt")]
    assert len(case.entries()) == 5
    assert report.outcome.added == 0


# ---------------------------------------------------------------- gone, elsewhere, unreadable


def test_what_is_gone_is_dropped_if_never_touched_else_marked_and_unmarked_when_back(case: Case) -> None:
    case.edit(f"title: {FELL}", "title: Fallen")
    case.edit(f"  title: {PAID}", f"  title: {PAID}\n  # how much?")
    bridge = case.folder / "news/bridge.txt"
    bridge.unlink()
    report = case.build()
    assert (report.outcome.dropped, report.outcome.gone) == (1, 2)
    assert case.entries().keys() == {"Fallen", PAID, BOAT, SCHOOL}
    assert case.entries()["Fallen"].sources[0].gone == "true"
    assert not case.build().wrote
    case.article("news/bridge.txt", BRIDGE)
    report = case.build()
    assert case.entries().keys() == {"Fallen", PAID, BOAT, SCHOOL, WARNED}
    assert "gone" not in case.text
    assert "# how much?" in case.text


def test_an_article_renamed_and_edited_is_known_when_it_comes_back_to_an_older_file(case: Case) -> None:
    case.edit(f"title: {FELL}", "title: Fallen")
    case.article("news/bridge.txt", BRIDGE.replace("Published: 10 May", "Published: 9 May"))
    case.build()
    older = case.text
    (case.folder / "news/bridge.txt").rename(case.folder / "news/old-bridge.txt")
    case.build()
    case.text = older
    (case.folder / "news/old-bridge.txt").unlink()
    case.build()
    assert case.entries()["Fallen"].sources[0].gone == "true"
    case.article("news/old-bridge.txt", BRIDGE.replace("Published: 10 May", "Published: 9 May"))
    case.build()
    assert case.entries().keys() == {"Fallen", PAID, BOAT, SCHOOL, WARNED}
    assert "gone" not in case.text


def test_of_two_sources_of_an_untouched_entry_only_the_gone_one_goes(case: Case) -> None:
    case.article("news/echo.txt", ECHO)
    case.build()
    (case.folder / "news/echo.txt").unlink()
    case.build()
    assert [source.article for source in case.entries()[FELL].sources] == ["news/bridge.txt"]
    assert "gone" not in case.text


def test_a_build_over_a_part_touches_nothing_of_the_others(case: Case) -> None:
    case.article("news/echo.txt", ECHO)
    case.build()
    typed = case.text
    (case.folder / "news/bridge.txt").unlink()
    for part in ("news/ferry.txt", "news/echo.txt"):
        assert not case.build(part).wrote
        assert case.text == typed
    case.article("news/bridge.txt", BRIDGE)
    case.build()
    assert case.text == typed


def test_a_deletion_is_noticed_by_a_build_over_another_part(case: Case) -> None:
    case.delete(FELL)
    case.build("news/ferry.txt")
    case.build()
    assert FELL not in case.text


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00broken\xd8", b"\x00" * 11_000_000])
def test_an_unreadable_article_keeps_its_events_and_its_ids(case: Case, content: bytes) -> None:
    case.article("news/bridge.txt", BRIDGE.replace("nobody was hurt", "nobody was badly hurt"))  # no longer its first text
    case.build()
    typed = case.text
    path = case.folder / "news/bridge.txt"
    good = path.read_bytes()
    path.write_bytes(content)
    report = case.build()
    assert [s.path for s in report.skipped] == ["news/bridge.txt"]
    assert case.text == typed
    path.write_bytes(good)
    case.build()
    assert case.text == typed


def test_a_missing_path_is_an_error_and_touches_nothing(case: Case) -> None:
    before = case.everything()
    with pytest.raises(UsageError, match=r"bridges: there is no such file or folder"):
        case.build("news", "bridges")
    (case.folder / "empty").mkdir()
    with pytest.raises(UsageError, match="holds no article"):
        case.build("empty")
    assert case.everything() == before


def test_a_day_given_once_is_remembered(tmp_path: Path) -> None:
    case = Case(tmp_path)
    case.article("news/pier.txt", "Pier\n\nThe pier at Cullmouth burned down on Monday.\n")
    case.build(published="2020-05-12")
    before = case.everything()
    case.build()
    assert case.everything() == before
    case.build(published="2020-05-19")
    assert list(case.dates().values()) == ["2020-05-18"]
