"""A person curates while articles come, change and go, builds run and machines crash: nothing is lost, nothing comes back.

Each step is checked against plain dictionaries of what the person did (`Memory`) and of what the articles tell (`Papers`).
"""

from __future__ import annotations

import copy
import random
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.soak.breaking import Crash, failing
from tests.soak.hand import Hand, Memory, key_of, markers
from tests.soak.papers import Sentence, Text
from timeline import past
from timeline.archive import Archive
from timeline.errors import TimelineError

EPISODE = 100  # steps with one folder


class World(Hand):
    """One folder, the person and the machine. `pending` says whether something was done since the last build of all."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        super().__init__(folder, rng)
        self.memories: dict[str, Memory] = {"": Memory()}
        self.log: list[str] = []
        self.pending = False
        self.build()

    # ------------------------------------------------------------ builds

    def build(self) -> None:
        report = self.case.build()
        self.fresh.clear()
        self.pending = False
        self.check(whole=True)
        if self.rng.random() < 0.2:
            before = self.case.text
            report = self.case.build()
            assert (report.wrote, self.case.text) == (False, before), "the same again changes nothing"

    def build_a_part(self) -> None:
        name = self.rng.choice(sorted(self.texts))
        self.case.build(name)
        self.check(only=name)

    def crash(self) -> None:
        call = self.rng.choice(["write", "fsync", "replace", "link"])
        act = self.case.build if self.rng.random() < 0.8 else self.undo_unchecked
        with failing(call, self.rng.randrange(1, 15), self.rng.choice([Crash, OSError])), suppress(Crash, TimelineError):
            act()
        self.memory = copy.deepcopy(self.memories.get(self.case.text, self.memory))
        self.check()

    def undo_unchecked(self) -> None:
        if Archive(self.case.file).versions():
            past.undo(self.case.file)

    def undo(self) -> None:
        versions = Archive(self.case.file).versions()
        if versions and versions[-1].text in self.memories:
            past.undo(self.case.file)
            assert self.case.text == versions[-1].text
            self.memory = copy.deepcopy(self.memories[self.case.text])
            self.check()

    def take_an_older_version(self) -> None:
        """The file as it was some builds ago, as version control gives it back; what is away since stays away."""
        known = [v.text for v in Archive(self.case.file).versions() if "timeline build" in v.text and v.text in self.memories]
        if self.pending or not known:
            return
        now = self.memory
        self.case.text = self.rng.choice(known)
        self.memory = copy.deepcopy(self.memories[self.case.text])
        topics = {one.marker: one.topic for text in [*self.texts.values(), *self.removed.values()] for one in text.sentences}
        there = {topics.get(marker) for entry in self.entries() for marker in markers(entry)}
        self.memory.deleted |= {marker for marker in now.deleted if topics.get(marker) not in there}
        self.memory.unsure |= now.unsure | now.deleted - self.memory.deleted
        self.memory.worked |= {key_of(entry) for entry in self.entries()}
        self.memories[self.case.text] = copy.deepcopy(self.memory)
        self.build()

    # ------------------------------------------------------------ what has to hold

    def check(self, *, whole: bool = False, only: str = "") -> None:
        text, memory = self.case.text, self.memory
        self.case.entries()  # raises where the file is not sound
        entries = self.entries()
        by_key = {key_of(entry): entry for entry in entries}
        for key, typed in memory.typed.items():
            assert key in by_key or not typed, f"the entry {key} is lost, with {typed}"
            for name, value in typed.items():
                assert by_key[key].get(name) == value, f"{key}: {name} was typed as {value!r}, is {by_key[key].get(name)!r}"
        for comment in memory.comments:
            assert text.count(comment) == 1, f"the comment {comment} stands there {text.count(comment)} times"
        for title in memory.crossed:
            assert title not in by_key, f"{title} was deleted"
        held: dict[str, str] = {}
        for entry in entries:
            for marker in markers(entry):
                assert marker not in held, f"{marker} is told by {held[marker]} and by {key_of(entry)}"
                held[marker] = key_of(entry)
        assert not memory.deleted & held.keys(), f"{memory.deleted & held.keys()} came back"
        for marker, key in memory.home.items():
            assert held.get(marker) == key, f"{marker} was put under {key}, is under {held.get(marker)}"
        told = {one.marker: (one, article) for article in self.texts.values() for one in article.sentences}
        if whole:
            self.check_articles(told, held, by_key)
        elif only:
            self.check_told([(one, self.texts[only]) for one in self.texts[only].sentences], held)

    def away(self) -> set[str]:
        """The topics of which something was deleted: what else tells of them may stay away with it."""
        known = [one for text in [*self.texts.values(), *self.removed.values()] for one in text.sentences]
        return {one.topic for one in known if one.marker in self.memory.deleted | self.memory.unsure}

    def check_told(self, told: Any, held: dict[str, str]) -> None:
        away = self.away()
        for one, _ in told:
            assert one.marker in held or one.topic in away, f"{one.marker} is lost: {one.text()}"

    def check_articles(self, told: dict[str, tuple[Sentence, Text]], held: dict[str, str], by_key: dict[str, Any]) -> None:
        self.check_told(told.values(), held)
        topics = {one.marker: one.topic for text in self.removed.values() for one in text.sentences}
        away = self.away()
        for marker, key in held.items():
            if marker not in told and "split" not in by_key[key] and topics.get(marker) not in away:
                assert key in self.memory.worked, f"{marker} is in no article any more, and nobody has touched {key}"
        for key, entry in by_key.items():
            if key in self.memory.worked or "split" in entry or not entry.get("sources"):
                continue
            for marker in markers(entry):
                one, article = told[marker]
                day = str(one.day or article.day - timedelta(1))
                assert entry["date"] == day, f"nobody has touched {key}: {entry['date']} should be {day}"
        for pair in self.memory.apart:
            homes = [held[marker] for marker in pair if marker in held and marker in told]
            assert len(homes) == len(set(homes)), f"{pair} were split"

    # ------------------------------------------------------------ steps

    def step(self) -> None:
        what = self.rng.choices(list(STEPS), list(STEPS.values()))[0]
        self.log.append(what.__name__)
        before = self.case.text
        what(self)
        if what not in (World.build, World.take_an_older_version):
            self.pending = True
        if self.case.text != before or self.case.text not in self.memories:
            self.memories[self.case.text] = copy.deepcopy(self.memory)


STEPS: dict[Callable[[World], None], int] = {
    World.build: 24,
    World.build_a_part: 4,
    World.crash: 8,
    World.undo: 3,
    World.take_an_older_version: 1,
    World.edit: 14,
    World.take_back: 2,
    World.comment: 5,
    World.delete: 6,
    World.add_by_hand: 3,
    World.merge: 4,
    World.split_by_hand: 4,
    World.split: 3,
    World.same: 3,
    World.add_article: 6,
    World.edit_article: 6,
    World.rename_article: 4,
    World.date_article: 5,
    World.remove_article: 4,
}


def episode(seed: int, steps: int = EPISODE) -> int:
    """One folder, so many steps; gives how many builds it has seen. Raises AssertionError, with the steps that led there."""
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder), random.Random(seed))
        for _ in range(steps):
            try:
                world.step()
            except Exception as error:
                raise AssertionError(f"seed {seed}, step {len(world.log)}, {' '.join(world.log[-12:])}: {error}") from error
        return sum(name in ("build", "build_a_part", "crash", "take_an_older_version") for name in world.log)


def run(count: int = 10_000) -> str:
    """Make `count` steps, in folders of their own of a hundred steps each; gives a line with the figures."""
    builds = 0
    for seed in range(0, count, EPISODE):
        builds += episode(seed, min(EPISODE, count - seed))
    return f"{count:,} steps, {builds:,} of them builds: 0 lost or resurrected anything"
