"""What `timeline check` and one edit with its save cost, against libyaml's own compose of the same file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import yaml

from benchmarks.timing import best, ratio
from timeline.atomic import write_whole
from timeline.checking import check
from timeline.garbage import collect_seldom
from timeline.recognize import read_words
from timeline.splice import Change, Splicer, stamped
from timeline.store import load, loads
from timeline.yamltext import Data

SMALL, LARGE = 10_000, 100_000


def run() -> Iterator[str]:
    """The lines of the table."""
    collect_seldom()
    seconds: dict[tuple[str, int], float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in (SMALL, LARGE):
            path = Path(folder) / "events.yaml"
            text = events(count)
            path.write_text(text, encoding="utf-8")
            work: dict[str, Callable[[], object]] = {
                "compose": partial(yaml.compose, text, Loader=yaml.CLoader),
                "check": partial(_checked, path),
                "edit and save": partial(edit_and_save, path),
            }
            for _ in range(3 if count == SMALL else 1):  # in turns, so that a busy moment of the machine meets all alike
                for name, one in work.items():
                    seconds[name, count] = min(seconds.get((name, count), float("inf")), best(one, 1))
    for count in (SMALL, LARGE):
        floor = seconds["compose", count]
        yield f"{count:,} events ({len(events(count)) / 1e6:.1f} MB): libyaml's compose takes {floor:.2f} s of CPU time"
        for name in ("check", "edit and save"):
            yield ratio(f"{name}, times compose of the same file", seconds[name, count] / floor, "at most 4")
    for name in ("compose", "check", "edit and save"):
        yield ratio(f"{name}, {LARGE:,} events : {SMALL:,}", seconds[name, LARGE] / seconds[name, SMALL], "at most 12")


def events(count: int) -> str:
    """An events file of that many entries, in order of date."""
    return "# timeline build 0123456789abc\n\n" + "\n".join(map(_entry, range(count)))


def _entry(number: int) -> str:
    year, month, day = 1800 + number // 336, number // 28 % 12 + 1, number % 28 + 1
    ident = f"w{number:012d}"
    return f"""- id: {ident}
  date: {year}-{month:02d}-{day:02d}
  title: The council of Dunmere met for the {number}th time at the old mill
  people: [Ada Quist]
  sources:
    - id: {ident}
      article: data/minutes-{number // 10}.txt
      published: {year}-12-30
      sentence: The council of Dunmere met for the {number}th time at the old mill on the Lenn, and Ada Quist took the minutes.
      phrase: Saturday
"""


def _checked(path: Path) -> None:
    found = check(path)
    if found.faults or found.warnings:
        raise AssertionError(found)


def edit_and_save(path: Path) -> None:
    """As a build does it: read, change one entry, read the result again and compare, write."""
    file = load(path, read_words)
    splicer = Splicer(file.text, file.root, [placed.item for placed in file.placed])
    at = len(file.placed) // 2
    data: dict[str, Data] = {**file.placed[at].item.data, "title": "Another title"}
    change = Change({at: data})
    text = stamped(splicer.write(change), "0123456789abd")
    splicer.verify([placed.item for placed in loads(text, path, read_words, file).placed], change)
    write_whole(path, text.encode("utf-8"))
