"""Papers that come, change, are renamed, dated anew and go; each sentence of an event bears a mark of its own."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from tests.building import Case

PLACES = "Aldmere Brackwell Corvin Dunholt Estrick Farrow Gellin Hambury Ibsted Jarrow Kelby Lenning".split()
THINGS = "bridge ferry mill school chapel market pier tower harbour library".split()
VERBS = "opened closed burned flooded reopened moved".split()
ADJECTIVES = "old new small great wooden stone red".split()
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


class Papers:
    """The articles of one folder. `fresh` are those that changed since the last build of all, `removed` those that went."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        self.case = Case(folder)
        self.rng = rng
        self.texts: dict[str, Text] = {}
        self.removed: dict[str, Text] = {}
        self.fresh: set[str] = set()
        self.count = 0
        (folder / "news").mkdir()
        for _ in range(3):
            self.write_article()

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
