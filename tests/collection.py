"""A folder of made-up articles that tell the same stories in several words, and a corpus built of them."""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.corpus import TAILS, THINGS, article
from timeline.archive import Archive
from timeline.articles import Settings
from timeline.corpus.build import Built, Ways, build
from timeline.corpus.engine import Engine, Here
from timeline.merge import merge
from timeline.model import Event
from timeline.names.unify import unify
from timeline.notation import date_text
from timeline.reports import link
from timeline.survey import survey

_NAMES = "Ada Holm,Arvid Dahl,Ilse Moreau,Nell Okafor,Bo Ek".split(",")
_PLACES = "Lund Hambury Cullmouth Dunmere".split()
_VERBS = "opened closed sold praised".split()


def texts(count: int, seed: int = 3) -> list[str]:
    """Articles with front matter; some are copies, some have no day, and each story is told by a few."""
    rng = random.Random(seed)
    stories = [(date(2020, 1, 1) + timedelta(days=rng.randrange(200)), _what(rng)) for _ in range(max(1, count // 3))]
    out: list[str] = []
    bodies: list[str] = []
    for _ in range(count):
        day, what = rng.choice(stories)
        published = day + timedelta(days=rng.randint(1, 20))
        when = rng.choice([f"on {day:%B} {day.day}", f"in {day:%B}", f"on {day.day} {day:%B %Y}", f"in {day:%Y}"])
        said = f"{what} on {day:%B} {day.day}, the agency reported on {published - timedelta(days=1):%A}."
        body = f"{what} {when}, {rng.choice(TAILS)}.\n\n{said}\n\n{article(rng, 40)}"
        if bodies and rng.random() < 0.1:
            body = rng.choice(bodies) + rng.choice(["", "\n\nAnd more."])
        bodies.append(body)
        head = "" if rng.random() < 0.05 else f"---\ntitle: {what}\npublished: {published}\n---\n"
        out.append(head + body)
    return out


def _what(rng: random.Random) -> str:
    return f"{rng.choice(_NAMES)} {rng.choice(_VERBS)} {rng.choice(THINGS)} in {rng.choice(_PLACES)}"


@dataclass
class Collection:
    """A folder with articles in `news`, and a corpus in `corpus`."""

    folder: Path

    @property
    def root(self) -> Path:
        return self.folder / "corpus"

    def write(self, found: Sequence[str]) -> None:
        for number, text in enumerate(found):
            path = self.folder / "news" / f"{number % 3}" / f"{number:04}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def name_of(self, file: Path) -> str:
        return Path(os.path.relpath(file, self.folder)).as_posix()

    def build(self, *paths: str, engine: Engine | None = None, ways: Ways | None = None, **settings: Any) -> Built:
        where = [self.folder / path for path in paths or ("news",)]
        return build(where, self.root, self.name_of, engine or Here(), Settings(**settings), ways=ways)

    def rows(self, kind: str, columns: str = "*") -> list[tuple[Any, ...]]:
        return duckdb.sql(f"SELECT {columns} FROM '{self.root}/{kind}/*.parquet'").fetchall()

    def events(self) -> list[tuple[Any, ...]]:
        """What the events say, in an order of their own."""
        names = "id, date, title, status, kind, people, places, organizations, reported_by, sources"
        return sorted((*map(_plain, row),) for row in self.rows("events", names))

    def digest(self) -> str:
        return digest(self.root)

    def state(self) -> dict[str, int]:
        """When each part of what is read was written."""
        return {str(path): path.stat().st_mtime_ns for path in self.root.glob(".work/*/*.parquet")}


def digest(root: Path) -> str:
    """One hash of all that a corpus holds."""
    total = hashlib.sha256()
    for path in sorted([*root.glob("events/*"), *root.glob("articles/*"), root / "manifest.json"]):
        total.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def ordinary(folder: Path, *paths: str) -> list[tuple[Any, ...]]:
    """The events that a build without a corpus tells, as Collection.events gives them."""
    read = survey([folder / path for path in paths or ("news",)], Archive(folder / "events.yaml"), Settings())
    told = unify(event for one in read.told for event in one.events)
    return sorted(map(_of_event, link(merge(told, read.origins).events, read.told)))


def _of_event(event: Event) -> tuple[Any, ...]:
    sources = tuple((s.id, s.article, s.published or "", s.sentence, s.phrase, s.date) for s in event.sources)
    names = event.people, event.places, event.organizations
    return event.sources[0].id, date_text(event.date), event.title, event.status, event.kind, *names, event.reported_by, sources


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_plain, value))
    if isinstance(value, dict):
        return tuple(value[key] or "" for key in ("id", "article", "published", "sentence", "phrase", "date"))
    return value
