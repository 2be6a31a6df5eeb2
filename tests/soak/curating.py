"""A person curates while articles come, change and go, builds run and machines crash: nothing is lost, nothing comes back.

Each step is checked against plain dictionaries of what the person did (`Memory`) and of what the articles tell.
"""

from __future__ import annotations

import copy
import json
import os
import random
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import yaml

from tests.building import Case
from timeline import past
from timeline.archive import Archive
from timeline.errors import TimelineError

EPISODE = 100  # steps with one folder

PLACES = "Aldmere Brackwell Corvin Dunholt Estrick Farrow Gellin Hambury Ibsted Jarrow Kelby Lenning".split()
THINGS = "bridge ferry mill school chapel market pier tower harbour library".split()
VERBS = "opened closed burned flooded reopened moved".split()
ADJECTIVES = "old new small great wooden stone red".split()
TYPED_DATES = ["2019-05", "early March 2020", "2020-01-23/2020-04-08", "1850?", "the week of 3 May 2020", "..1951"]
AWKWARD = ["no", "Talks: day 2 #live", 'say "no"', "12:30", "- dash", "Köln – 日本 😀", "it's 5", "{x}", "[y]", "a\\b", "? x"]
MONTHS = "January February March April May June July August September October November December".split()


@dataclass
class Sentence:
    """One event of an article; `marker` is a word that nothing else has, `topic` what else may tell of it."""

    marker: str
    topic: str
    words: list[str]
    day: date | None  # None: the day before its article was published

    def text(self) -> str:
        when = "yesterday" if self.day is None else f"on {self.day.day} {MONTHS[self.day.month - 1]} {self.day.year}"
        return f"{' '.join(self.words)} {when}, and {self.marker} saw it."


@dataclass
class Text:
    published: date
    sentences: list[Sentence]
    listed: date | None = None  # what articles.yaml says

    @property
    def day(self) -> date:
        return self.listed or self.published

    def write(self, number: int) -> str:
        body = "\n\n".join(sentence.text() for sentence in self.sentences)
        return f"---\ntitle: Paper {number}\npublished: {self.published}\n---\nNobody has to swim.\n\n{body}\n"


@dataclass
class Memory:
    """What the person did. An entry goes by its id, or by its title where it has none."""

    typed: dict[str, dict[str, Any]] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)  # the comment: the entry it was written at
    deleted: set[str] = field(default_factory=set)  # markers
    unsure: set[str] = field(default_factory=set)  # deleted, before an older version with others that tell of it was taken
    crossed: set[str] = field(default_factory=set)  # titles of entries of the person's own that were deleted
    home: dict[str, str] = field(default_factory=dict)  # marker: the entry it was put under
    apart: list[set[str]] = field(default_factory=list)  # markers that were split
    worked: set[str] = field(default_factory=set)  # entries that were ever worked on


class Crash(BaseException):
    """The machine stops."""


class World:
    def __init__(self, folder: Path, rng: random.Random) -> None:
        self.case = Case(folder)
        self.rng = rng
        self.texts: dict[str, Text] = {}
        self.removed: dict[str, Text] = {}
        self.fresh: set[str] = set()  # articles that changed since the last build of all
        self.memory = Memory()
        self.memories: dict[str, Memory] = {"": Memory()}
        self.count = 0
        self.log: list[str] = []
        self.pending = False  # whether something was done since the last build of all
        (folder / "news").mkdir()
        for _ in range(3):
            self.write_article()
        self.build()

    # ------------------------------------------------------------ articles

    def number(self) -> int:
        self.count += 1
        return self.count

    def marker(self) -> str:
        number, out = self.number() + 26**3, ""
        while number:
            number, rest = divmod(number, 26)
            out += "abcdefghijklmnopqrstuvwxyz"[rest]
        return f"z{out}"

    def sentence(self) -> Sentence:
        rng = self.rng
        others = [s for text in self.texts.values() for s in text.sentences if s.day is not None]
        if others and rng.random() < 0.35:  # another paper tells the same
            of = rng.choice(others)
            return Sentence(self.marker(), of.topic, list(of.words), of.day)
        topic = f"{rng.choice(PLACES)}{self.marker()}"
        words = f"The {rng.choice(ADJECTIVES)} {rng.choice(THINGS)} at {topic} {rng.choice(VERBS)} for the people".split()
        day = None if rng.random() < 0.4 else date(2020, 1, 1) + timedelta(rng.randrange(120))
        return Sentence(self.marker(), topic, words, day)

    def write_article(self) -> str:
        name = f"news/p{self.number()}.txt"
        sentences = [self.sentence() for _ in range(self.rng.choice((1, 2, 3)))]
        topics = {one.topic: one for one in sentences}  # a paper tells a thing once
        self.texts[name] = Text(date(2020, 5, 1) + timedelta(self.rng.randrange(30)), list(topics.values()))
        self.save(name)
        return name

    def save(self, name: str) -> None:
        self.case.article(name, self.texts[name].write(int(name[6:-4])))
        self.fresh.add(name)

    def settled(self) -> str | None:
        """An article that has not changed since the last build."""
        names = sorted(self.texts.keys() - self.fresh)
        return self.rng.choice(names) if names else None

    def add_article(self) -> None:
        if len(self.texts) < 6:
            if self.removed and self.rng.random() < 0.5:
                name, text = self.removed.popitem()
                self.texts[name] = text
                self.save(name)
            else:
                self.write_article()

    def edit_article(self) -> None:
        if name := self.settled():
            one = self.rng.choice(self.texts[name].sentences)
            one.words[1] = self.rng.choice(ADJECTIVES)
            self.save(name)

    def rename_article(self) -> None:
        if name := self.settled():
            new = f"news/p{self.number()}.txt"
            text = self.texts[new] = self.texts.pop(name)
            listed, text.listed = text.listed, None
            (self.case.folder / name).replace(self.case.folder / new)
            self.fresh.add(new)
            if listed:
                self.list_articles()

    def date_article(self) -> None:
        if name := self.settled():
            text = self.texts[name]
            day = text.day + timedelta(self.rng.choice((-3, -1, 1, 7)))
            if self.rng.random() < 0.5:
                text.listed = day
                self.list_articles()
                self.fresh.add(name)
            else:
                text.published, text.listed = day, None
                self.list_articles()
                self.save(name)

    def list_articles(self) -> None:
        lines = [f"- {{file: {name[5:]}, published: {one.listed}}}\n" for name, one in self.texts.items() if one.listed]
        self.case.article("news/articles.yaml", "".join(lines))

    def remove_article(self) -> None:
        if (name := self.settled()) and len(self.texts) > 1:
            text = self.texts.pop(name)
            text.listed = None
            self.removed[name] = text
            (self.case.folder / name).unlink()
            self.list_articles()

    # ------------------------------------------------------------ the person's hand

    def blocks(self) -> list[str]:
        return self.case.text.split("\n\n")

    def entries(self) -> list[dict[str, Any]]:
        return yaml.load(self.case.text, Loader=yaml.CBaseLoader) or []

    def pick(self, wants: Callable[[dict[str, Any]], bool] = lambda _: True) -> tuple[dict[str, Any], int, list[str]] | None:
        """An entry, the place of its block, and all blocks."""
        blocks = self.blocks()
        places = [at for at, block in enumerate(blocks) if re.search(r"^- ", block, re.MULTILINE)]
        entries = self.entries()
        assert len(places) == len(entries), "each entry stands in a block of its own"
        fitting = [pair for pair in zip(entries, places, strict=True) if wants(pair[0])]
        return (*self.rng.choice(fitting), blocks) if fitting else None

    def put(self, blocks: list[str]) -> None:
        text = "\n\n".join(block for block in blocks if block.strip())
        self.case.text = text if text.endswith("\n") else text + "\n"

    def typed_text(self) -> str:
        return f"{self.rng.choice(AWKWARD)} {self.number()}"

    def edit(self) -> None:
        if not (found := self.pick()):
            return
        entry, at, blocks = found
        key = key_of(entry)
        name = self.rng.choice(
            ["title", "title", "date", "note", "tags", "people", "x-mine", "reviewed", "hidden", "pinned", "color"]
        )
        value: Any = self.typed_text()
        if name == "date":
            value = self.rng.choice(TYPED_DATES)
        elif name in ("reviewed", "hidden", "pinned"):
            value = "true" if name != "pinned" else self.rng.choice(["true", "date", "title"])
        elif name in ("tags", "people"):
            value = [value, "two"]
        elif name == "color":
            value = "#c0392b"
        blocks[at] = with_field(blocks[at], name, value)
        self.put(blocks)
        memory = self.memory
        if name == "title" and not entry.get("id"):
            self.rename_key(key, value)
            key = value
        memory.typed.setdefault(key, {})[name] = value
        memory.worked.add(key)

    def rename_key(self, old: str, new: str) -> None:
        memory = self.memory
        if old in memory.typed:
            memory.typed[new] = memory.typed.pop(old)
        memory.home = {marker: new if key == old else key for marker, key in memory.home.items()}
        memory.comments = {comment: new if key == old else key for comment, key in memory.comments.items()}

    def take_back(self) -> None:
        """The person deletes a field of their own."""
        free = {key: [n for n in typed if n not in ("date", "title")] for key, typed in self.memory.typed.items()}
        if not (found := self.pick(lambda entry: bool(free.get(key_of(entry))))):
            return
        entry, at, blocks = found
        name = self.rng.choice(free[key_of(entry)])
        blocks[at] = re.sub(rf"^  {name}:.*\n?", "", blocks[at], flags=re.MULTILINE)
        self.put(blocks)
        del self.memory.typed[key_of(entry)][name]

    def comment(self) -> None:
        if not (found := self.pick()):
            return
        entry, at, blocks = found
        said = f"# remark {self.number()}: 'x' \"y\""
        first, rest = re.split(r"(?<=\n)", blocks[at].lstrip("\n") + "\n", maxsplit=1)
        where = self.rng.choice(["above", "in", "behind", "end"])
        if where == "above" and first.startswith("- "):
            block = f"{said}\n{first}{rest}"
        elif where == "in" and first.startswith("- "):
            block = f"{first}  {said}\n{rest}"
        elif where == "behind" and first.startswith("- id"):
            block = f"{first.rstrip()}  {said}\n{rest}"
        else:
            block = f"{first}{rest}  {said}\n"
        blocks[at] = block.rstrip("\n")
        self.put(blocks)
        self.memory.comments[said] = key_of(entry)
        self.memory.worked.add(key_of(entry))

    def delete(self) -> None:
        if not (found := self.pick()):
            return
        entry, at, blocks = found
        del blocks[at]
        self.put(blocks)
        self.forget(entry)
        self.memory.deleted |= markers(entry)
        for marker in markers(entry):
            self.memory.home.pop(marker, None)
        if not entry.get("id"):
            self.memory.crossed.add(entry["title"])

    def forget(self, entry: dict[str, Any]) -> None:
        """The entry is away, with what was typed there; those that are the same as it stand for themselves again."""
        memory, key = self.memory, key_of(entry)
        memory.typed.pop(key, None)
        memory.comments = {comment: at for comment, at in memory.comments.items() if at != key}
        for other, typed in memory.typed.items():
            if typed.get("same_as") == key:
                del typed["same_as"]
                memory.worked.add(other)
        blocks = self.blocks()
        self.put([re.sub(rf"^  same_as: \"?{re.escape(key)}\"?\n?", "", block, flags=re.MULTILINE) for block in blocks])

    def add_by_hand(self) -> None:
        title = self.typed_text()
        when = self.rng.choice(TYPED_DATES)
        blocks = [*self.blocks(), f"- date: {json.dumps(when)}\n  title: {json.dumps(title, ensure_ascii=False)}\n  note: mine"]
        self.put([block.rstrip("\n") for block in blocks])
        self.memory.typed[title] = {"date": when, "title": title, "note": "mine"}
        self.memory.worked.add(title)

    def merge(self) -> None:
        """List the sources of one entry under another."""
        plain: Callable[[dict[str, Any]], bool] = lambda entry: "split" not in entry and "same_as" not in entry  # noqa: E731
        found = self.pick(lambda entry: plain(entry) and bool(entry.get("sources")))
        into = self.pick(plain)
        if not found or not into or found[1] == into[1]:
            return
        entry, at, blocks = found
        home, place, _ = into
        items = sources_of(blocks[at])
        block = blocks[place].rstrip("\n")
        blocks[place] = "\n".join([block, *([] if home.get("sources") else ["  sources:"]), *items])
        del blocks[at]
        self.put(blocks)
        self.forget(entry)
        if not entry.get("id"):
            self.memory.crossed.add(entry["title"])
        for marker in markers(entry):
            self.memory.home[marker] = key_of(home)
        self.memory.worked.add(key_of(home))
        self.memory.apart = [pair - markers(entry) - markers(home) for pair in self.memory.apart]

    def split_by_hand(self) -> None:
        if not (found := self.pick(lambda entry: len(entry.get("sources") or []) > 1 and "split" not in entry)):
            return
        entry, at, blocks = found
        items = sources_of(blocks[at])
        which = self.rng.randrange(len(items))
        blocks[at] = blocks[at].replace(items[which], "", 1).replace("\n\n", "\n").rstrip("\n")
        marker = next(iter(markers({"sources": [entry["sources"][which]]})))
        if self.rng.random() < 0.3:  # it tells nothing of this
            self.memory.deleted.add(marker)
            self.memory.home.pop(marker, None)
        else:
            title = self.typed_text()
            blocks[at] += f"\n\n- date: 2019-05\n  title: {json.dumps(title, ensure_ascii=False)}\n  sources:\n{items[which]}"
            self.memory.typed[title] = {"date": "2019-05", "title": title}
            self.memory.home[marker] = title
            self.memory.worked.add(title)
        self.memory.worked.add(key_of(entry))
        self.put(blocks)

    def split(self) -> None:
        """Mark an entry, so that the build takes its sources apart."""
        if not (found := self.pick(lambda entry: len(entry.get("sources") or []) > 1 and bool(entry.get("id")))):
            return
        entry, at, blocks = found
        if "#" in blocks[at] or any("gone" in source for source in entry["sources"]):
            return
        blocks[at] = with_field(blocks[at], "split", "true")
        self.put(blocks)
        key = key_of(entry)
        self.memory.typed.setdefault(key, {})["split"] = "true"
        self.memory.worked.add(key)
        for marker in markers(entry):
            self.memory.home.pop(marker, None)
        self.memory.apart.append(markers(entry))

    def same(self) -> None:
        """Say that an entry tells the same as another."""
        taken = {typed.get("same_as") for typed in self.memory.typed.values()}
        found = self.pick(lambda entry: "same_as" not in entry and bool(entry.get("id")) and entry["id"] not in taken)
        target = self.pick(lambda entry: "same_as" not in entry and bool(entry.get("id")))
        if found and target and found[1] != target[1]:
            entry, at, blocks = found
            blocks[at] = with_field(blocks[at], "same_as", target[0]["id"])
            self.put(blocks)
            self.memory.typed.setdefault(entry["id"], {})["same_as"] = target[0]["id"]
            self.memory.worked |= {entry["id"], target[0]["id"]}

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


def key_of(entry: dict[str, Any]) -> str:
    return str(entry.get("id") or entry["title"])


def markers(entry: dict[str, Any]) -> set[str]:
    """The marks of the sentences that tell an entry."""
    return {re.search(r", and (z\w+) saw it", source["sentence"])[1] for source in entry.get("sources") or []}  # type: ignore[index]


def sources_of(block: str) -> list[str]:
    """The lines of each source of an entry."""
    lines = block.split("\n")
    out: list[list[str]] = []
    for line in lines[lines.index("  sources:") + 1 :]:
        if line.startswith("    - "):
            out.append([line])
        elif line.startswith("      ") and out:
            out[-1].append(line)
    return ["\n".join(one) for one in out]


def with_field(block: str, name: str, value: Any) -> str:
    """The entry with a field typed anew, or added below its first line."""
    written = json.dumps(value, ensure_ascii=False)
    found = re.search(rf"^(- |  ){name}:.*$", block, re.MULTILINE)
    if found:
        cut = re.search(r"  # remark .*", found[0])
        return block.replace(found[0], f"{found[1]}{name}: {written}{cut[0] if cut else ''}", 1)
    return re.sub(r"^(- .*)$", lambda line: f"{line[1]}\n  {name}: {written}", block, count=1, flags=re.MULTILINE)


@contextmanager
def failing(call: str, number: int, how: type[BaseException]) -> Iterator[None]:
    """Let the how-manieth call of the system fail, and those after it."""
    name = "fdopen" if call == "write" else call
    real = getattr(os, name)
    count = 0

    def fail(*args: Any, **options: Any) -> Any:
        nonlocal count
        count += 1
        if count < number:
            return real(*args, **options)
        if call != "write":
            raise how(5, "Input/output error")
        stream = real(*args, **options)
        stream.write = lambda content: half(stream, content)
        return stream

    def half(stream: Any, content: bytes) -> None:
        os.write(stream.fileno(), content[: len(content) // 2])
        raise how(28, "No space left on device")

    with mock.patch.object(os, name, fail):
        yield


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
