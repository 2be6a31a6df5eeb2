"""Whole builds: what a person did to events.yaml is still there after the next one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.building import BOAT, BRIDGE, BURNED, ECHO, FELL, FERRY, PAID, PIER, SCHOOL, WARNED, Case, built
from timeline.recognize import read_words
from timeline.store import load


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return built(tmp_path)


# ---------------------------------------------------------------- edits survive


def test_a_build_that_changes_nothing_writes_nothing(case: Case) -> None:
    before = case.everything()
    report = case.build()
    assert not report.wrote
    assert case.everything() == before


def test_nor_does_one_after_edits_that_need_no_answer(case: Case) -> None:
    case.edit(f"title: {FELL}", "title: 'The Lenn takes the bridge'   # as Ann says")
    case.text += "- date: late January 2020\n  title: Talks\n"
    case.build()
    before = case.everything()
    case.build()
    assert case.everything() == before


def test_edits_of_every_kind_survive_a_build_that_writes(case: Case) -> None:
    case.edit(f"title: {FELL}", "title: 'The Lenn takes the bridge'   # as Ann says")
    case.edit("date: 2020-05-07", 'date:   "7 May 2020"')
    case.delete(WARNED)
    case.edit("# Events, each", "# My own head\n\n# Events, each")
    case.edit(f"  title: {SCHOOL}\n", f"  # above the title\n  title: {SCHOOL}\n  tags: school\n")
    case.text += "# at the end\n\n- date: late January 2020\n  title: 'no'\n    # indented\n\n# the very end"
    typed = case.text
    case.article("news/pier.txt", PIER)
    report = case.build()
    assert (report.outcome.added, report.outcome.updated, report.outcome.deleted) == (1, 0, 1)
    lines = case.text.split("\n")
    kept = [line for line in typed.split("\n") if not line.startswith("# timeline build")]
    rest = iter(lines)
    assert all(line in rest for line in kept), "every line is there, in its order"
    assert BURNED in case.text
    assert WARNED not in case.text
    assert case.text.endswith("\n\n# the very end")


def test_the_file_of_a_windows_editor_stays_one(case: Case) -> None:
    case.text = "\ufeff" + case.text.replace("\n", "\r\n").rstrip("\r\n")
    typed = case.text
    case.article("news/pier.txt", PIER)
    case.build()
    assert case.text.startswith("\ufeff# yaml-language-server: ")
    assert case.text.replace("\r\n", "").count("\n") == 0
    assert not case.text.endswith("\n")
    assert typed.split("\r\n")[2:] == case.text.split("\r\n")[2 : typed.count("\r\n") + 1]
    before = case.everything()
    assert not case.build().wrote
    assert case.everything() == before


def test_deleted_stays_deleted_build_after_build(case: Case) -> None:
    case.delete(FELL)
    for name in ("one", "two"):
        case.article(f"news/{name}.txt", f"Pier {name}\n\nPublished: 12 May 2020\n\nPier {name} burned down on Monday.\n")
        case.build()
        assert FELL not in case.text
    assert case.build().outcome.deleted == 1


def test_a_deletion_covers_a_new_article_that_tells_the_same(case: Case) -> None:
    case.article("news/echo.txt", ECHO)
    case.build()
    assert len(case.entries()[FELL].sources) == 2
    case.delete(FELL)
    case.build()
    case.article("news/news-echo.txt", ECHO.replace("nobody knows why", "nobody in Hambury knows why"))
    case.build()
    (case.folder / "news/bridge.txt").unlink()  # the article that told it first
    case.build()
    assert "fell into the Lenn" not in case.text


def test_a_deletion_survives_an_edit_of_the_sentence(case: Case) -> None:
    case.delete(FELL)
    case.build()
    case.article("news/bridge.txt", BRIDGE.replace("nobody was hurt", "nobody was badly hurt"))
    report = case.build()
    assert "into the Lenn" not in case.text
    assert report.outcome.deleted == 1


def test_an_entry_that_is_put_back_is_live_again(case: Case) -> None:
    block = case.block(FELL)
    case.delete(FELL)
    case.build()
    case.text += "\n" + block
    case.build()
    assert FELL in case.entries()
    case.article("news/bridge.txt", BRIDGE.replace("10 May", "17 May"))
    case.build()
    assert case.dates()[FELL] == "2020-05-16"


# ---------------------------------------------------------------- merged and split by hand


def merge_by_hand(case: Case, into: str, of: str) -> None:
    """List the sources of one entry under another, and delete it."""
    sources = case.block(of).split("sources:\n")[1]
    case.delete(of)
    case.edit(case.block(into), case.block(into) + sources)


def assert_builds_change_nothing(case: Case) -> None:
    typed = case.text
    for _ in range(2):
        assert case.build().outcome.added == 0
        assert case.text == typed


def test_what_a_person_merged_stays_merged(case: Case) -> None:
    merge_by_hand(case, BOAT, SCHOOL)
    assert_builds_change_nothing(case)
    case.article("news/pier.txt", PIER)
    case.build()
    assert SCHOOL not in case.entries()
    assert len(case.entries()[BOAT].sources) == 2


def test_deleting_what_was_merged_deletes_both(case: Case) -> None:
    merge_by_hand(case, BOAT, SCHOOL)
    case.build()
    case.delete(BOAT)
    case.build()
    case.build()
    assert not {BOAT, SCHOOL} & case.entries().keys()


def test_what_a_person_split_stays_split(case: Case) -> None:
    case.article("news/echo.txt", ECHO)
    case.build()
    first, second = case.block(FELL).split("    - id: ")[1:]
    case.edit("    - id: " + second, "")
    case.text += f"\n- date: 9 May 2020\n  title: Nobody knows why\n  sources:\n    - id: {second}"
    assert_builds_change_nothing(case)
    case.article("news/pier.txt", PIER)
    case.build()
    assert [len(case.entries()[title].sources) for title in (FELL, "Nobody knows why")] == [1, 1]
    assert "gone" not in case.text
    assert first in case.text


def test_a_source_that_a_person_took_away_stays_away(case: Case) -> None:
    case.article("news/echo.txt", ECHO)
    case.build()
    second = "    - id: " + case.block(FELL).split("    - id: ")[2]
    case.edit(second, "")
    for _ in range(2):
        case.build()
        assert "nobody knows why" not in case.text
    shutil.rmtree(case.folder / "news")
    case.article("news/echo.txt", ECHO)
    case.build()
    assert "nobody knows why" not in case.text


def test_entries_that_the_extractor_joins_become_one_unless_touched(case: Case) -> None:
    case.article("more/echo.txt", ECHO)
    case.build("more")  # alone, it is an entry of its own
    assert len(case.entries()) == 6
    case.build("news", "more")
    assert len(case.entries()) == 5
    assert len(case.entries()[FELL].sources) == 2


def test_a_touched_entry_is_not_swallowed_by_another(case: Case) -> None:
    case.article("more/echo.txt", ECHO)
    case.build("more")
    case.edit(f"title: {FELL}", "title: Fallen")
    case.edit("title: Hambury loses its bridge", "title: Lost")
    case.build("news", "more")
    assert {"Fallen", "Lost"} <= case.entries().keys()
    assert case.text.count("fell into the Lenn") == 2


def test_entries_that_the_extractor_parts_become_two(case: Case) -> None:
    case.article("news/echo.txt", ECHO)
    case.build()
    case.edit(f"title: {FELL}", "title: Fallen")
    case.article("news/echo.txt", ECHO.replace("2020-05-12", "2020-05-19"))  # its Saturday is another one
    case.build()
    assert case.dates()["Fallen"] == "2020-05-09"
    assert case.dates()["Hambury loses its bridge"] == "2020-05-16"
    assert [len(entry.sources) for entry in case.entries().values()] == [1] * 6


# ---------------------------------------------------------------- the file itself


def test_a_link_stays_a_link(case: Case) -> None:
    real = case.folder / "elsewhere" / "real.yaml"
    real.parent.mkdir()
    case.file.rename(real)
    case.file.symlink_to(real)
    case.article("news/pier.txt", PIER)
    case.build()
    assert case.file.is_symlink()
    assert "Cullmouth" in real.read_text(encoding="utf-8")
    assert [p.name for p in real.parent.iterdir()] == ["real.yaml"]


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_the_mode_of_the_file_is_kept(case: Case, mode: int) -> None:
    case.file.chmod(mode)
    case.article("news/pier.txt", PIER)
    case.build()
    assert case.file.stat().st_mode & 0o777 == mode


HAND = "date: 2020-01-05, title: By hand"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "\ufeff",
        "# only a comment",
        "# only a comment\r\n",
        "---\n",
        "[]",
        "[]\n",
        "# nothing yet\n[]  # so far\n",
        "--- []\n",
        "[ # soon\n]\n",
        f"[{{{HAND}}}]",
        f"[{{{HAND}}}, # mine\n {{date: 2020-06-01, title: Later}}]\n# end\n",
        '[\n  {"date": "2020-01-05", "title": "By hand", "sources": [], "tags": ["a"]}\n]\n',
        "- date: 2020-01-05\n  title: By hand",
        "- date: 2020-06-05\n  title: By hand\n  sources: []\n  note: |\n    One\n\n    two",
        "-   date: 2020-01-05\n    title: By hand\n",
        "-\n  date: 2020-06-01\n  title: By hand\n",
        "  - date: 2020-06-01\n    title: By hand\n  - date: 2020-06-02\n    title: By hand, too\n",
        "---\n# head\n- date: 2020-01-05\n  title: By hand\n...\n",
        "- {date: 2020-06-01, title: By hand}\n- {date: 2020-06-02, title: By hand}\n",
        "- date: 2020-01-05\n  title: >+\n    By\n    hand\n\n\n- date: 2020-06-02\n  title: Later\n  note: |-\n    no\n",
        "- date: 2020-01-05\r  title: By hand\r",
    ],
)
def test_any_layout_takes_new_entries_and_keeps_its_own(tmp_path: Path, text: str) -> None:
    case = Case(tmp_path)
    case.text = text
    mine = load(case.file, read_words).entries
    case.article("news/bridge.txt", BRIDGE)
    case.article("news/ferry.txt", FERRY)
    case.build()
    found = load(case.file, read_words).entries
    assert {WARNED, PAID, BOAT, SCHOOL, FELL} <= {entry.title for entry in found}
    assert [entry for entry in found if not entry.id] == mine
    assert len(found) == len(mine) + 5
    for comment in ("# only a comment", "# nothing yet", "# so far", "# soon", "# mine", "# end", "# head"):
        assert (comment in text) == (comment in case.text)
    before = case.everything()
    case.build()
    assert case.everything() == before
    # and the entries follow the articles, and go with them
    case.article("news/ferry.txt", FERRY.replace("2020-05-11", "2020-05-18"))
    case.build()
    assert case.dates()[SCHOOL] == "2020-05-15"
    (case.folder / "news/bridge.txt").unlink()
    case.build()
    found = load(case.file, read_words).entries
    assert [entry for entry in found if not entry.id] == mine
    assert len(found) == len(mine) + 2


def test_split_keeps_sources_apart_for_good(case: Case) -> None:
    case.article("news/echo.md", ECHO)
    case.build()
    entry = case.entries()[FELL]
    assert len(entry.sources) == 2
    case.edit(f"  title: {FELL}\n", f"  title: {FELL}\n  split: true\n")
    assert case.build().outcome.added == 1
    parted = [e for e in case.entries().values() if {s.id for s in e.sources} & {s.id for s in entry.sources}]
    assert sorted(len(e.sources) for e in parted) == [1, 1]
    assert case.build().wrote is False
    case.article("news/again.md", ECHO.replace("nobody knows why", "nobody in the town knows why"))
    case.build()
    assert [len(e.sources) for e in load(case.file, read_words).entries if e.split] == [1, 1]


def test_split_parts_what_a_person_had_merged(case: Case) -> None:
    boat = case.block(BOAT)
    sources = boat[boat.index("    - id:") :]
    case.delete(BOAT)
    fell = case.block(FELL)
    case.edit(fell, fell + sources)
    case.build()
    assert BOAT not in case.dates()
    case.edit(f"  title: {FELL}\n", f"  title: {FELL}\n  split: true\n")
    case.build()
    assert case.dates()[BOAT] == "2020-05-07"
    assert len(case.entries()[FELL].sources) == 1
