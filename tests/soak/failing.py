"""The Nth write, fsync or rename fails, for every N until none does; and the disk is full: old or new, never half."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.building import BOAT, FELL, PAID, PIER, SCHOOL, WARNED, Case, built
from tests.soak.breaking import Crash
from tests.soak.breaking import failing as the_nth
from timeline import past
from timeline.archive import Archive
from timeline.errors import TimelineError
from timeline.splice import stamp_of

CALLS = ("write", "fsync", "replace", "link")
MOST = 60  # more calls than a build makes


def run(count: int = MOST) -> str:
    """Each call, each N up to `count`, as an error and as a crash, of a first build, a later one and an undo."""
    told = []
    for what, prepare, act in (
        ("a first build", _new, _build),
        ("a later one", _edited, _build),
        ("an undo", _two_builds, _undo),
    ):
        tried = sum(_until_none_fails(prepare, act, call, how, count) for call in CALLS for how in (OSError, Crash))
        told.append(f"{tried} of {what}")
    return f"failures at every write, fsync, rename and link: {', '.join(told)}: 0 half written, 0 lost"


def _until_none_fails(
    prepare: Callable[[Path], Case], act: Callable[[Case], None], call: str, how: type[BaseException], most: int
) -> int:
    with tempfile.TemporaryDirectory() as before:
        prepare(Path(before))
        return next((number for number in range(most) if not _fails(Path(before), act, call, how, number + 1)), most)


def _fails(before: Path, act: Callable[[Case], None], call: str, how: type[BaseException], number: int) -> bool:
    """Whether there is a call of that number, in a copy of a folder; where it is, what comes of its failure is looked at."""
    with tempfile.TemporaryDirectory() as folder:
        case = Case(Path(shutil.copytree(before, folder, dirs_exist_ok=True)))
        typed = case.text if case.file.exists() else ""
        try:
            with the_nth(call, number, how):
                act(case)
        except (TimelineError, Crash):
            _belongs(case, typed)
            act_again(case, act)
            return True
    return False


def act_again(case: Case, act: Callable[[Case], None]) -> None:
    """What comes after: a build, which must find all that was typed and tell nothing strange."""
    report = case.build()
    assert not [note for note in report.notes if "nothing is dropped" in note], report.notes
    if act is _build and (case.state / "mine").exists():
        assert case.entries().keys() >= {WARNED, PAID, "Boat", SCHOOL}
        assert FELL not in case.entries()
    before = case.everything()
    case.build()
    assert case.everything() == before, "the next build changes nothing"


def _belongs(case: Case, typed: str) -> None:
    """The file is the old one or a new one, whole, and its base is known or known not to be."""
    text = case.text if case.file.exists() else ""
    case.entries()
    base = Archive(case.file).base(stamp_of(text))
    if text != typed:
        assert base is not None, "a new file has a base"
    if base is not None and base.stamp == stamp_of(text):
        known = {entry.id for entry in base.entries if not entry.deleted}
        assert {entry.id for entry in case.entries().values()} <= known | {""}, "the base is of another file"


def _new(folder: Path) -> Case:
    case = Case(folder)
    case.article("news/pier.txt", PIER)
    return case


def _edited(folder: Path) -> Case:
    case = built(folder)
    case.delete(FELL)
    case.edit(f"title: {BOAT}", "title: Boat")
    case.article("news/pier.txt", PIER)
    (case.state / "mine").touch()
    return case


def _two_builds(folder: Path) -> Case:
    case = built(folder)
    case.edit(f"title: {BOAT}", "title: Boat")
    case.article("news/pier.txt", PIER)
    case.build()
    return case


def _build(case: Case) -> None:
    case.build()


def _undo(case: Case) -> None:
    past.undo(case.file)
