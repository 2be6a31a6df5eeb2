"""Edits in the page: the file is what a hand edit would have left, and nothing that others saved is lost."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.building import BOAT, FELL, PAID, PIER, SCHOOL, WARNED, built
from timeline import past
from timeline.curate import Conflict, Edit, facts
from timeline.desk import Desk, Done
from timeline.errors import EventsFileError, TimelineError
from timeline.recognize import read_words
from timeline.standing import handles
from timeline.store import load

LINES = [
    "# The harbour, typed by Ada",
    "",
    "# the oldest",
    "- date: 2019-03",
    "  title: 'The pier burns'   # says Tom",
    "  tags: [fire, pier]",
    "",
    "- id: abc",
    "  date: early May 2020",
    '  title: "Talks: day 2"',
    "  note: |",
    "    two lines,",
    "    one note",
    "  sources:",
    "    - article: a.txt  # a copy",
    "      sentence: They talked.",
    "    - {article: b.txt, sentence: 'They talked again.'}",
    "  # of the Herald",
    "- id: def",
    "  date: 2020-06-01",
    "  title: The Herald writes of the talks",
    "  kind: report",
    "# the end",
]


def seen(path: Path, title: str) -> tuple[str, dict[str, Any]]:
    """The key of an entry and what the page shows of it."""
    entries = load(path, read_words).entries
    return next((key, facts(entry)) for key, entry in zip(handles(entries), entries, strict=True) if entry.title == title)


def edit(path: Path, title: str, /, **fields: Any) -> Edit:
    return Edit(*seen(path, title), fields)


@pytest.fixture(params=["\n", "\r\n", "\ufeff"], ids=["LF", "CRLF", "BOM"])
def harbour(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The same file with each kind of line ends, and with a byte order mark."""
    path = tmp_path / "events.yaml"
    end = request.param if request.param != "\ufeff" else "\n"
    mark = "\ufeff" if request.param == "\ufeff" else ""
    path.write_bytes((mark + end.join(LINES) + end).encode())
    return path


def lines(path: Path) -> list[str]:
    """The lines of a file, whose ends and mark are as they were."""
    text = path.read_bytes().decode()
    end = "\r\n" if "\r\n" in text else "\n"
    assert "\r" not in text.replace("\r\n", "")
    assert text.endswith(end)
    return text.removeprefix("\ufeff").split(end)[:-1]


TALKS = "Talks: day 2"
BY_HAND: list[tuple[str, dict[str, Any], dict[str, str | None]]] = [
    ("The pier burns", {"reviewed": True}, {"+  tags: [fire, pier]": "  reviewed: true"}),
    (TALKS, {"hidden": True}, {"+    - {article: b.txt, sentence: 'They talked again.'}\n  # of the Herald": "  hidden: true"}),
    (TALKS, {"status": "denied", "split": True}, {"+  # of the Herald": "  status: denied\n  split: true"}),
    (TALKS, {"date": "2020-05-03"}, {"  date: early May 2020": "  date: 2020-05-03"}),
    (TALKS, {"title": "Talks end"}, {'  title: "Talks: day 2"': "  title: Talks end"}),
    (TALKS, {"note": ""}, {"  note: |": None, "    two lines,": None, "    one note": None}),
    ("The pier burns", {"title": "The pier is 'lost'"}, {"  title: 'The pier burns'": "  title: The pier is 'lost'"}),
    ("The pier burns", {"tags": ["fire"]}, {"  tags: [fire, pier]": "  tags: [fire]"}),
    ("The pier burns", {"tags": []}, {"  tags: [fire, pier]": None}),
    ("The pier burns", {"status": "happened"}, {}),
    ("The Herald writes of the talks", {"same_as": "abc"}, {"+  kind: report": "  same_as: abc"}),
]


def by_hand(changes: dict[str, str | None]) -> list[str]:
    """The lines as somebody would leave them who changes those and no others."""
    text = "\n".join(LINES)
    for old, new in changes.items():
        if old.startswith("+"):
            old = old[1:]
            new = f"{old}\n{new}"
        assert text.count(old) == 1
        text = text.replace(old, new) if new is not None else text.replace(f"{old}\n", "")
    return text.split("\n")


@pytest.mark.parametrize(("title", "fields", "changes"), BY_HAND)
def test_only_the_lines_that_a_hand_would_change(
    harbour: Path, title: str, fields: dict[str, Any], changes: dict[str, str | None]
) -> None:
    before = harbour.read_bytes()
    desk = Desk(harbour, read_words)
    assert isinstance(desk.do("edited", [edit(harbour, title, **fields)]), Done)
    assert lines(harbour) == by_hand(changes)
    if changes:
        after = harbour.read_bytes()
        assert isinstance(desk.undo(), Done)
        assert harbour.read_bytes() == before
        assert isinstance(desk.redo(), Done)
        assert harbour.read_bytes() == after
    assert desk.undo() is not None or not changes


def test_two_entries_in_one_step(harbour: Path) -> None:
    before = harbour.read_bytes()
    desk = Desk(harbour, read_words)
    desk.do("merged", [edit(harbour, "The pier burns", id="ghi"), edit(harbour, TALKS, same_as="ghi")])
    assert lines(harbour) == by_hand({"+  tags: [fire, pier]": "  id: ghi", "+  # of the Herald": "  same_as: ghi"})
    desk.undo()
    assert harbour.read_bytes() == before


@pytest.mark.parametrize(("date", "before"), [("mid-2019", 6), ("2018", 2), ("2021", 23), ("2020-05-07..2020-05-09", 17)])
def test_a_new_entry_stands_in_order_of_date(harbour: Path, date: str, before: int) -> None:
    desk = Desk(harbour, read_words)
    done = desk.do("added", [Edit("", {}, {"date": date, "title": "A gull lands", "tags": ["gull", "a, b"], "note": ""})])
    assert isinstance(done, Done)
    assert done.keys == (seen(harbour, "A gull lands")[0],)
    text = lines(harbour)
    at = text.index(f"- date: {date}")
    assert text[at : at + 3] == [f"- date: {date}", "  title: A gull lands", '  tags: [gull, "a, b"]']
    assert [line for line in text[:at] + text[at + 3 :] if line] == [line for line in LINES if line]
    dates = [entry.interval.first_day or 0 for entry in load(harbour, read_words).entries]
    assert dates == sorted(dates)
    desk.undo()
    assert lines(harbour) == LINES


def test_an_event_without_an_id_is_known_by_its_new_key(harbour: Path) -> None:
    done = Desk(harbour, read_words).do("edited", [edit(harbour, "The pier burns", title="The pier is lost")])
    assert isinstance(done, Done)
    assert done.keys == (seen(harbour, "The pier is lost")[0],)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"date": "2020-02-30"}, "February 2020 has 29 days"),
        ({"date": "soon"}, "is not read as a date"),
        ({"date": ""}, "an event needs a date"),
        ({"title": ""}, "an event needs a title"),
        ({"status": "maybe"}, "it is one of"),
        ({"same_as": "nobody"}, "names no entry"),
    ],
)
def test_what_is_not_sound_is_refused(harbour: Path, fields: dict[str, Any], said: str) -> None:
    before = harbour.read_bytes()
    with pytest.raises(EventsFileError, match=said):
        Desk(harbour, read_words).do("edited", [edit(harbour, TALKS, **fields)])
    assert harbour.read_bytes() == before
    assert not (harbour.parent / ".timeline" / "events.yaml" / "backups").exists()


def test_what_somebody_else_changed_is_a_conflict(harbour: Path) -> None:
    mine = edit(harbour, TALKS, title="Talks end")
    theirs = harbour.read_bytes().replace(b"early May 2020", b"2020-05-04")
    harbour.write_bytes(theirs)
    desk = Desk(harbour, read_words)
    found = desk.do("edited", [mine])
    assert isinstance(found, Conflict)
    assert (found.edit.mine["title"], found.edit.mine["date"]) == ("Talks end", "early May 2020")
    assert found.theirs is not None
    assert (found.theirs["title"], found.theirs["date"]) == (TALKS, "2020-05-04")
    assert harbour.read_bytes() == theirs
    assert isinstance(desk.do("edited", [found.anew]), Done)
    assert harbour.read_bytes() == theirs.replace(b'"Talks: day 2"', b"Talks end")


def test_what_somebody_else_changed_elsewhere_is_none(harbour: Path) -> None:
    mine = edit(harbour, TALKS, title="Talks end")
    theirs = harbour.read_bytes().replace(b"tags: [fire, pier]", b"tags: [fire]")
    harbour.write_bytes(theirs)
    desk = Desk(harbour, read_words)
    assert isinstance(desk.do("edited", [mine]), Done)
    assert harbour.read_bytes() == theirs.replace(b'"Talks: day 2"', b"Talks end")
    elsewhere = harbour.read_bytes().replace(b"kind: report", b"kind: event")
    harbour.write_bytes(elsewhere)
    assert isinstance(desk.undo(), Done)
    assert harbour.read_bytes() == elsewhere.replace(b"Talks end", b'"Talks: day 2"')


def test_what_somebody_else_deleted_can_be_written_again(tmp_path: Path) -> None:
    case = built(tmp_path)
    mine = edit(case.file, BOAT, title="The council buys a boat")
    case.delete(BOAT)
    desk = Desk(case.file, read_words)
    found = desk.do("edited", [mine])
    assert isinstance(found, Conflict)
    assert found.theirs is None
    desk.do("edited", [found.anew])
    assert list(case.dates()) == [WARNED, PAID, "The council buys a boat", SCHOOL, FELL]
    report = case.build()
    assert (report.outcome.added, report.outcome.kept) == (0, 1)


def test_an_edit_that_somebody_overwrote_is_not_taken_back(harbour: Path) -> None:
    desk = Desk(harbour, read_words)
    desk.do("kept", [edit(harbour, "The pier burns", reviewed=True)])
    desk.do("edited", [edit(harbour, TALKS, title="Talks end")])
    theirs = harbour.read_bytes().replace(b"Talks end", b"Talks begin")
    harbour.write_bytes(theirs)
    assert isinstance(desk.undo(), Conflict)
    assert harbour.read_bytes() == theirs
    assert isinstance(desk.undo(), Done)
    assert b"reviewed" not in harbour.read_bytes()
    assert desk.undo() is None


def test_the_build_takes_it_for_an_edit_by_hand(tmp_path: Path) -> None:
    by_hand, by_page = built(tmp_path / "hand"), built(tmp_path / "page")
    assert by_hand.text == by_page.text
    desk = Desk(by_page.file, read_words)
    desk.do("edited", [edit(by_page.file, FELL, title="Fallen", date="8 May 2020")])
    desk.do("hidden", [edit(by_page.file, BOAT, hidden=True)])
    desk.do("kept", [edit(by_page.file, SCHOOL, reviewed=True)])
    desk.do("added", [Edit("", {}, {"date": "2020-05-09T15:15", "title": "Divers look at the piers"})])
    by_hand.edit(f"  date: 2020-05-09\n  title: {FELL}", "  date: 8 May 2020\n  title: Fallen")
    for title, flag in ((BOAT, "hidden"), (SCHOOL, "reviewed")):
        block = by_hand.block(title)
        by_hand.edit(block, f"{block}  {flag}: true\n")
    by_hand.text += "\n- date: 2020-05-09T15:15\n  title: Divers look at the piers\n"
    assert by_page.text == by_hand.text
    for case in (by_hand, by_page):
        case.article("news/pier.txt", PIER)
    assert by_page.build().outcome == by_hand.build().outcome
    assert by_page.text == by_hand.text
    assert by_page.dates()["Fallen"] == "8 May 2020"
    assert by_page.build().wrote is False


def test_split_and_merged_events_stay_so(tmp_path: Path) -> None:
    case = built(tmp_path)
    desk = Desk(case.file, read_words)
    desk.do("merged", [edit(case.file, BOAT, same_as=seen(case.file, SCHOOL)[0])])
    case.build()
    assert case.entries()[BOAT].same_as == case.entries()[SCHOOL].id


def test_many_edits_make_one_version_and_leave_room_for_builds(tmp_path: Path) -> None:
    case = built(tmp_path)
    unedited = case.text
    desk = Desk(case.file, read_words)
    for title in (FELL, BOAT, SCHOOL):
        desk.do("kept", [edit(case.file, title, reviewed=True)])
    desk.do("hidden", [edit(case.file, PAID, hidden=True)])
    desk.undo()
    assert list(past.history(case.file))[2:4] == ["     2     5 events", "        in the page: 3 kept"]
    past.undo(case.file)
    assert case.text == unedited
    desk.do("kept", [edit(case.file, WARNED, reviewed=True)])
    assert [version.done for version in desk.archive.versions()][1:] == ["in the page: 3 kept", "undone", "in the page: 1 kept"]
    assert [version.text == unedited for version in desk.archive.versions()] == [False, True, False, True]


def test_a_save_at_the_same_moment_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    count = 12
    path.write_text("".join(f"- {{id: e{n}, date: 2020, title: Event {n}}}\n" for n in range(count)))
    desks = [Desk(path, read_words) for _ in range(3)]
    failed: list[object] = []

    def work(number: int) -> None:
        for n in range(number, count, 3):
            made = desks[number].do("kept", [edit(path, f"Event {n}", reviewed=True)])
            failed.extend([] if isinstance(made, Done) else [made])

    def editor() -> None:
        for n in range(20):
            with path.open("a", encoding="utf-8") as stream:
                stream.write(f"# remark {n}\n")

    threads = [*(Thread(target=work, args=(n,)) for n in range(3)), Thread(target=editor)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert all(entry.reviewed for entry in load(path, read_words).entries)
    assert [line for line in path.read_text().splitlines() if line.startswith("#")] == [f"# remark {n}" for n in range(20)]


def test_a_broken_file_is_left_alone(harbour: Path) -> None:
    mine = edit(harbour, TALKS, title="Talks end")
    broken = harbour.read_bytes() + b"- titel: x\n"
    harbour.write_bytes(broken)
    with pytest.raises(EventsFileError, match="titel"):
        Desk(harbour, read_words).do("edited", [mine])
    assert harbour.read_bytes() == broken


def test_what_the_disk_refuses_is_said(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("- {id: a, date: 2020, title: Talks}\n")
    (tmp_path / ".timeline").write_text("in the way")
    with pytest.raises(TimelineError, match="nothing was written"):
        Desk(tmp_path / "events.yaml").do("kept", [edit(tmp_path / "events.yaml", "Talks", reviewed=True)])


def test_files_in_brackets_stay_so(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text('[{"date": "2020", "title": "Talks"}]\n')
    Desk(path).do("kept", [edit(path, "Talks", reviewed=True)])
    assert path.read_text() == '[{"date": "2020", "title": "Talks", "reviewed": true}]\n'


def test_the_first_event_of_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("")
    desk = Desk(path, read_words)
    desk.do("added", [Edit("", {}, {"date": "spring 2020", "title": "The ferry sails"})])
    assert [entry.title for entry in load(path, read_words).entries] == ["The ferry sails"]
    desk.undo()
    assert path.read_text() == ""
