"""A folder with articles and an events file, for tests of whole builds; the articles are made up."""

from __future__ import annotations

from pathlib import Path

from timeline import pipeline
from timeline.articles import Settings
from timeline.pipeline import Report
from timeline.recognize import read_words
from timeline.store import Entry, load

BRIDGE = """Old bridge at Hambury gives way

Published: 10 May 2020

The old bridge at Hambury fell into the Lenn on Saturday, and nobody was hurt.

Engineers had warned of cracks in the stone arches on 3 March 2020. Mayor Ada Quist paid them in late April.
"""
FERRY = """---
title: Ferry for Hambury
published: 2020-05-11
---
Nobody has to swim.

The council bought a second boat on 7 May 2020.

The school at Dunmere opened its doors on Friday.
"""
# Tells what BRIDGE tells, in nearly the same words.
ECHO = """---
title: Hambury loses its bridge
published: 2020-05-12
---
The old bridge at Hambury fell into the Lenn on Saturday, and nobody knows why.
"""
PIER = """A fire

Published: 12 May 2020

Nobody was on it.

The pier at Cullmouth burned down on Monday.
"""
FELL = "Old bridge at Hambury gives way"
WARNED = "Engineers warn of cracks in the stone arches"
PAID = "Mayor Ada Quist pays them"
BOAT = "The council buys a second boat"
BURNED = "The pier at Cullmouth burns down"
SCHOOL = "The school at Dunmere opens its doors"


class Case:
    """A folder with articles and an events file, edited as a person edits it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "events.yaml"
        self.state = folder / ".timeline"

    def article(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def build(self, *paths: str, published: str | None = None) -> Report:
        return pipeline.build([self.folder / p for p in paths or ("news",)], self.file, Settings(published=published or ""))

    @property
    def text(self) -> str:
        return self.file.read_bytes().decode("utf-8")

    @text.setter
    def text(self, text: str) -> None:
        self.file.write_bytes(text.encode("utf-8"))

    def edit(self, old: str, new: str) -> None:
        assert self.text.count(old) == 1, f"{old!r} stands {self.text.count(old)} times in the file"
        self.text = self.text.replace(old, new)

    def block(self, title: str) -> str:
        """The lines of an entry, as they stand in the file."""
        return next(block for block in self.text.split("\n\n") if f"title: {title}" in block).rstrip("\n") + "\n"

    def delete(self, title: str) -> None:
        self.edit(self.block(title), "")

    def entries(self) -> dict[str, Entry]:
        return {entry.title: entry for entry in load(self.file, read_words).entries}

    def dates(self) -> dict[str, str]:
        return {title: entry.date for title, entry in self.entries().items()}

    def everything(self) -> dict[str, tuple[int, bytes]]:
        """Each file and folder that builds write, with its time and content."""
        found = [self.file, self.state, *self.state.rglob("*")]
        return {str(p): (p.stat().st_mtime_ns, b"" if p.is_dir() else p.read_bytes()) for p in found}


def built(folder: Path) -> Case:
    """A folder whose two articles have been built once, with the entries one expects of them."""
    case = Case(folder)
    case.article("news/bridge.txt", BRIDGE)
    case.article("news/ferry.txt", FERRY)
    case.build()
    assert case.dates() == {
        WARNED: "2020-03-03",
        PAID: "2020-04-21..2020-04-30",
        BOAT: "2020-05-07",
        SCHOOL: "2020-05-08",
        FELL: "2020-05-09",
    }
    return case
