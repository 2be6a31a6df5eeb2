"""Whole builds that find their memory lost, the disk full, the file broken, or somebody else at work."""

from __future__ import annotations

import errno
import os
import re
import resource
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.building import BOAT, BRIDGE, BURNED, ECHO, FELL, FERRY, PAID, PIER, SCHOOL, WARNED, Case, built
from timeline import past, pipeline, saving
from timeline.errors import EventsFileError, TimelineError


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return built(tmp_path)


# ---------------------------------------------------------------- what the build remembers is lost


def lose_the_base(case: Case) -> None:
    shutil.rmtree(case.state)


def lose_the_stamp(case: Case) -> None:
    case.text = "".join(line for line in case.text.splitlines(keepends=True) if not line.startswith("# timeline build"))


def take_an_older_version(case: Case) -> None:
    old = case.text
    case.article("news/pier.txt", PIER)
    case.build()
    case.text = old
    shutil.rmtree(case.state / "events.yaml/backups")


@pytest.mark.parametrize("lose", [lose_the_base, lose_the_stamp, take_an_older_version])
def test_without_a_base_nothing_counts_as_deleted_and_nothing_is_dropped(case: Case, lose: Callable[[Case], None]) -> None:
    case.edit("date: 2020-05-08", "date: early May 2020")
    lose(case)
    case.delete(WARNED)
    typed = case.text
    (case.folder / "news/bridge.txt").unlink()
    report = case.build()
    assert any("nothing counts as deleted, nothing is dropped or changed" in note for note in report.notes)
    lines = iter(case.text.split("\n"))
    assert all(line in lines for line in typed.split("\n") if not line.startswith("# timeline build")), "all that stood there"
    assert "gone" not in case.text
    case.article("news/bridge.txt", BRIDGE)
    report = case.build()
    assert report.notes == []  # from here on, it knows the file
    assert {WARNED, PAID, BOAT, SCHOOL, FELL} <= case.entries().keys()
    assert case.dates()[SCHOOL] == "early May 2020"
    case.delete(BOAT)
    case.build()
    case.build()
    assert BOAT not in case.text


def test_an_earlier_version_that_is_known_is_merged_as_what_it_was(case: Case) -> None:
    old = case.text
    case.article("news/pier.txt", PIER)
    case.build()
    case.delete(BURNED)
    case.build()
    case.text = old
    case.delete(WARNED)
    case.edit(f"title: {BOAT}", "title: Boat")
    assert ["an earlier version, which is known" in note for note in case.build().notes] == [True]
    assert case.entries().keys() == {PAID, "Boat", SCHOOL, FELL}  # what was deleted in either version stays deleted
    assert case.build().notes == []
    assert case.entries().keys() == {PAID, "Boat", SCHOOL, FELL}


@pytest.mark.parametrize("still_told", [True, False])
def test_a_source_taken_away_stays_away_in_a_version_from_before_it_was_told(tmp_path: Path, still_told: bool) -> None:
    case = Case(tmp_path)
    case.article("news/ferry.txt", FERRY)
    case.build()
    old = case.text
    case.article("news/bridge.txt", BRIDGE)
    echo = case.article("news/echo.txt", ECHO)
    case.build()
    one, two = case.entries()[FELL].sources
    case.text = re.sub(rf"    - id: {one.id}\n(      .*\n)+", "", case.text)
    case.build()
    assert [source.article for source in case.entries()[FELL].sources] == [two.article]
    case.text = old
    if not still_told:
        echo.unlink()
    case.build()
    case.build()
    told = {source.article for title, entry in case.entries().items() if title == FELL for source in entry.sources}
    assert told == ({two.article} if still_told else set())
    assert case.entries().keys() >= {BOAT, SCHOOL, WARNED, PAID}


def test_without_a_base_entries_of_articles_not_read_can_still_be_deleted_later(case: Case) -> None:
    lose_the_base(case)
    case.build("news/ferry.txt")
    case.delete(FELL)
    case.build()
    case.build()
    assert FELL not in case.text


def test_deletions_are_remembered_even_where_the_stamp_is_lost(case: Case) -> None:
    case.delete(FELL)
    case.build()
    lose_the_stamp(case)
    case.build()
    assert FELL not in case.text


@pytest.mark.parametrize("empty", [True, False])
def test_a_file_that_vanished_begins_anew_and_the_build_says_so(case: Case, empty: bool) -> None:
    case.delete(BOAT)
    case.build()
    case.file.write_bytes(b"") if empty else case.file.unlink()
    (note,) = case.build().notes
    assert "begins anew" in note
    assert "what was deleted before stays so (1)" in note
    assert case.entries().keys() == {WARNED, PAID, SCHOOL, FELL}


def test_earlier_versions_are_kept_and_not_too_many(case: Case) -> None:
    case.edit(f"title: {FELL}", "title: Fallen")
    typed = case.text
    for number in range(1, 15):
        case.article("news/pier.txt", PIER.replace("12", str(number)))
        case.build()
        if number == 1:
            assert max((case.state / "events.yaml/backups").glob("*.yaml")).read_bytes().decode() == typed
    assert len(list((case.state / "events.yaml/backups").glob("*.yaml"))) == 10
    assert len(list((case.state / "events.yaml/backups").iterdir())) == 30


def test_two_events_files_in_one_folder_are_independent(case: Case) -> None:
    other = case.folder / "other.yaml"
    pipeline.build([case.folder / "news"], other)
    case.delete(FELL)
    case.build()
    before = other.read_bytes()
    pipeline.build([case.folder / "news"], other)
    assert other.read_bytes() == before
    assert FELL in other.read_text(encoding="utf-8")
    assert FELL not in case.text


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "[1]", '{"id": 3}', "\x00"])
def test_a_damaged_base_stops_the_build(case: Case, line: str) -> None:
    base = case.state / "events.yaml/base.jsonl"
    base.write_text(base.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    before = case.everything()
    with pytest.raises(EventsFileError, match=r"base\.jsonl:7:1: not readable; this file is the build's own"):
        case.build()
    assert case.everything() == before


# ---------------------------------------------------------------- crashes, full disks, two at once


@contextmanager
def disk_with_room_for(size: int) -> Iterator[None]:
    """No file may grow past the size: writing more fails as it does on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def files(case: Case) -> set[str]:
    return {p.relative_to(case.folder).as_posix() for p in case.folder.rglob("*")}


@pytest.mark.parametrize("room", range(0, 4000, 250))
def test_a_full_disk_leaves_the_old_file_and_its_base_or_the_new_ones(case: Case, room: int) -> None:
    case.delete(FELL)
    case.edit(f"title: {BOAT}", "title: Boat")
    typed = case.text
    base = case.state / "events.yaml/base.jsonl"
    before = base.read_bytes()
    case.article("news/pier.txt", PIER)
    with disk_with_room_for(room):
        try:
            case.build()
        except TimelineError as error:
            assert "nothing is half written" in str(error)
    wanted = {WARNED, PAID, "Boat", SCHOOL, BURNED}
    if case.text == typed:
        assert base.read_bytes() == before
    else:
        assert case.entries().keys() == wanted
    assert not [name for name in files(case) if name.endswith(".tmp")]
    case.build()
    assert case.entries().keys() == wanted


def fail_the(call: str, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the how-manieth call of a function of the system fail, and those after it, as a dying disk does."""
    real = getattr(os, call)
    count = 0

    def failing(*args: object, **options: object) -> object:
        nonlocal count
        count += 1
        if count >= number:
            raise OSError(errno.EIO, "Input/output error")
        return real(*args, **options)

    monkeypatch.setattr(os, call, failing)


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_dies_at_any_moment_loses_and_resurrects_nothing(
    case: Case, call: str, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.delete(FELL)
    case.edit(f"title: {BOAT}", "title: Boat")
    case.article("news/pier.txt", PIER)
    typed = case.text
    with monkeypatch.context() as patch:
        fail_the(call, number, patch)
        try:
            case.build()
        except TimelineError as error:
            assert "Input/output error" in str(error)
    wanted = {WARNED, PAID, "Boat", SCHOOL, BURNED}
    assert case.text == typed or case.entries().keys() == wanted
    assert not [name for name in files(case) if name.endswith(".tmp")]
    report = case.build()
    assert report.notes == []
    assert case.entries().keys() == wanted
    before = case.everything()
    case.build()
    assert case.everything() == before


def crash_behind_the_file(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that adds the pier: the file is the new one, its base still lies ready."""
    base = case.state / "events.yaml/base.jsonl"
    case.article("news/pier.txt", PIER)
    real = os.replace

    def crash(source: Path, target: Path) -> None:
        if Path(target) == base:
            raise KeyboardInterrupt
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", crash)
        with pytest.raises(KeyboardInterrupt):
            case.build()
    assert BURNED in case.entries()


def test_a_crash_between_file_and_base(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person deletes what that build added."""
    crash_behind_the_file(case, monkeypatch)
    case.delete(BURNED)
    case.edit(f"title: {BOAT}", "title: Boat")
    assert case.build().notes == []
    assert case.build().notes == []
    assert case.entries().keys() == {WARNED, PAID, "Boat", SCHOOL, FELL}
    assert not (case.state / "events.yaml/base.ready.jsonl").exists()


@pytest.mark.parametrize("build_first", [True, False])
def test_what_a_build_knew_that_was_cut_off_is_kept_with_its_file(
    case: Case, monkeypatch: pytest.MonkeyPatch, build_first: bool
) -> None:
    """The file of that build comes back with `undo`: it is known what it was, so what is then deleted stays deleted."""
    crash_behind_the_file(case, monkeypatch)
    if build_first:
        case.article("news/echo.txt", ECHO)
        case.build()
        past.undo(case.file)
    else:
        past.undo(case.file)
        past.undo(case.file)
    case.delete(BURNED)
    assert case.build().notes == []
    assert case.entries().keys() == {WARNED, PAID, BOAT, SCHOOL, FELL}


def test_a_save_in_the_middle_of_a_build_is_merged(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.article("news/pier.txt", PIER)
    real = os.fsync
    saves = iter([("title: " + BOAT, "title: Boat"), ("date: 2020-05-08", "date: early May 2020")])

    def save(handle: int) -> None:
        for old, new in saves:
            case.edit(old, new)
            break
        real(handle)

    monkeypatch.setattr(os, "fsync", save)
    case.build()
    assert case.entries().keys() == {WARNED, PAID, "Boat", SCHOOL, FELL, BURNED}
    assert case.dates()[SCHOOL] == "early May 2020"


def test_a_save_while_articles_are_read_is_merged(case: Case) -> None:
    def save(paths: Sequence[Path]) -> Iterator[Path]:
        yield from paths
        case.edit(f"title: {BOAT}", "title: Boat")

    case.article("news/pier.txt", PIER)
    pipeline.build([case.folder / "news"], case.file, progress=save)
    assert {"Boat", BURNED} <= case.entries().keys()


@pytest.mark.parametrize("how", ["rename", "in place"])
def test_a_save_between_the_last_look_and_the_rename_is_merged(case: Case, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    case.article("news/pier.txt", PIER)
    real = saving._exchange
    first = case.text.replace(f"title: {BOAT}", "title: Boat")
    saves = iter([first, first.replace(f"title: {SCHOOL}", "title: School")])

    def save(one: Path, other: Path) -> bool:
        for text in saves:
            if how == "rename":
                (case.folder / "mine").write_text(text, encoding="utf-8")
                (case.folder / "mine").replace(case.file)
            else:
                case.text = text
            break
        return real(one, other)

    monkeypatch.setattr(saving, "_exchange", save)
    case.build()
    assert case.entries().keys() == {WARNED, PAID, "Boat", "School", FELL, BURNED}
    assert not [name for name in files(case) if name.endswith((".tmp", ".swap"))]


def test_who_still_writes_into_the_old_file_is_waited_for(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.article("news/pier.txt", PIER)
    wanted = case.text.replace(f"title: {BOAT}", "title: Boat")
    real = saving._exchange
    writers: list[threading.Thread] = []

    def save(one: Path, other: Path) -> bool:
        if not writers:
            stream = case.file.open("r+b")  # opened before the files change places, written after
            done = threading.Event()

            def write() -> None:
                done.wait(10)
                with stream:
                    stream.write(wanted.encode())
                    stream.truncate()

            writers.append(threading.Thread(target=write))
            writers[0].start()
            swapped = real(one, other)
            done.set()
            return swapped
        return real(one, other)

    monkeypatch.setattr(saving, "_exchange", save)
    case.build()
    writers[0].join()
    assert {"Boat", BURNED} <= case.entries().keys()


def test_where_files_cannot_change_places_a_save_before_the_rename_is_still_seen(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.article("news/pier.txt", PIER)
    saves = iter([1])

    def cannot(one: Path, other: Path) -> bool:
        for _ in saves:
            case.edit("title: " + BOAT, "title: Boat")
        return False

    monkeypatch.setattr(saving, "_exchange", cannot)
    case.build()
    assert {"Boat", BURNED} <= case.entries().keys()


def test_a_build_cut_off_with_somebody_elses_save_in_its_hands_gives_it_back(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.article("news/pier.txt", PIER)
    real = saving._exchange

    def cut_off(one: Path, other: Path) -> bool:
        case.edit("title: " + BOAT, "title: Boat")
        real(one, other)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(saving, "_exchange", cut_off)
        with pytest.raises(KeyboardInterrupt):
            case.build()
    assert BURNED in case.entries()
    (note,) = case.build().notes
    assert "that save is kept as version 3" in note
    assert not [name for name in files(case) if name.endswith((".tmp", ".swap"))]
    past.undo(case.file)
    assert "Boat" in case.entries()


def test_a_file_that_never_rests_is_an_error(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.article("news/pier.txt", PIER)
    real = os.fsync

    def save(handle: int) -> None:
        case.text += "# another thought\n"
        real(handle)

    monkeypatch.setattr(os, "fsync", save)
    with pytest.raises(TimelineError, match="changed again and again"):
        case.build()
    assert "Cullmouth" not in case.text


def test_a_broken_file_stops_the_build_and_stays_as_it_is(case: Case) -> None:
    case.text += "- date: 2020-02-30\n  titel: Never\n"
    before = case.everything()
    with pytest.raises(EventsFileError) as failed:
        case.build()
    line = case.text.count("\n") - 1
    assert str(failed.value).splitlines() == [
        f"{case.file}:{line}:9: '2020-02-30' does not exist: February 2020 has 29 days",
        f"{case.file}:{line + 1}:3: unknown key 'titel': did you mean 'title'?",
    ]
    assert case.everything() == before
