"""What a build leaves beside a generated story: records of its articles, a very long one among them, and all that is left out."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import NAMES, TAILS, THINGS, VERBS
from benchmarks.story import story
from timeline.archive import Archive
from timeline.records import ArticleRecord, DatingRecord, EchoRecord, FindingRecord, MaybeRecord

LONG = "data/0.txt"
OPENED = "w000000000001"
"""The event that the long article tells."""
PHRASE = "in the early days"
SENTENCE = "On the ninth of May the harbour was closed – for a week, and nobody knew why."


def lay(path: Path, count: int, megabytes: float = 2.0, left_out: int = 600) -> None:
    """Write a story of so many events, in which each names somebody of its own, with its archive; `left_out` of each kind."""
    path.write_text("".join(_told(story(count).splitlines(keepends=True))), encoding="utf-8")
    archive = Archive(path)
    text, at = long_text(megabytes)
    short = " ".join(f"{_sentence(random.Random(number))} {PHRASE}." for number in range(40))
    digests = {each: hashlib.sha256(each.encode()).hexdigest() for each in (text, short)}
    archive.keep_texts({digest: each for each, digest in digests.items()})
    archive.write_articles(_records(text, at, digests[text], short, digests[short], left_out))
    pairs = [(f"w{2 * number:012d}", f"w{2 * number + 1:012d}") for number in range(10, min(left_out, count // 2))]
    archive.write_maybes(MaybeRecord(a=a, b=b, why="they name other people, and the days are not told") for a, b in pairs)


def _told(lines: list[str]) -> Iterator[str]:
    """Each entry names one more person; every twentieth is hidden."""
    number = 0
    for line in lines:
        yield line.replace("]", f", Witness {number} of the harbour board]") if line.startswith("  people:") else line
        number += line.startswith("- id:")
        if line.startswith("  people:") and number % 20 == 0:
            yield "  hidden: true\n"


def long_text(megabytes: float, seed: int = 1) -> tuple[str, int]:
    """A text of that length with `SENTENCE` in its middle, and where that stands."""
    rng = random.Random(seed)
    paragraphs, length = [], 0
    while length < megabytes * 1_000_000:
        paragraph = " ".join(_sentence(rng) for _ in range(rng.choice((1, 3, 6))))
        paragraphs.append(paragraph)
        length += len(paragraph) + 2
    middle = len(paragraphs) // 2
    before = "\n\n".join(paragraphs[:middle]) + "\n\n"
    return before + SENTENCE + "\n\n" + "\n\n".join(paragraphs[middle:]), len(before)


def _sentence(rng: random.Random) -> str:
    return f"{rng.choice(NAMES)} {rng.choice(VERBS)} {rng.choice(THINGS)}, {rng.choice(TAILS)} – “so they say”."


def _records(text: str, at: int, digest: str, short: str, small: str, left_out: int) -> Iterator[ArticleRecord]:
    phrase = re.search("the ninth of May", text[at:])
    assert phrase is not None
    found = FindingRecord(
        id=OPENED,
        start=at + phrase.start(),
        end=at + phrase.end(),
        sentence_start=at,
        sentence_end=at + len(SENTENCE),
        phrase=phrase.group(),
        type="DATE",
        value="2009-05-09",
        fate="event",
        reason="the ninth of May, of the year of the article",
    )
    lines = [(start, start + 40, "caption") for start in range(0, len(text) - 50, 2000)]
    title = "The long story of the harbour, of its boats and of all who ever sailed from it"
    yield ArticleRecord(path=LONG, digest=digest, title=title, published="2009-06-01", furniture=lines, findings=[found])
    yield ArticleRecord(
        path="data/vague.txt", digest=small, title=title, published="2009-06-01", findings=_vague(short, left_out)
    )
    for number in range(1, left_out):
        yield _short(number, f"{title}, part {number}", short, small)


def _short(number: int, title: str, text: str, digest: str) -> ArticleRecord:
    """Of three articles one could not be read, and one does not say when it was published."""
    path = f"data/{number}.txt"
    if number % 3 == 0:
        return ArticleRecord(path=path, title=title, skipped="the file is empty: there is nothing in it that could be read")
    notes = ["the day of publication is that of the file's name"] * 2
    echoes = [EchoRecord(id=OPENED, first="2009-05-01", last="2009-05-09", said="", here=SENTENCE, there=SENTENCE)] * 3
    dating = DatingRecord(first="2009-05-01", last="2010-05-01", phrase=PHRASE, newest=LONG, echoes=echoes)
    told = ArticleRecord(path=path, title=title, digest=digest, notes=notes, findings=_vague(text, 4))
    return told.model_copy(update={"dating": dating} if number % 3 == 1 else {"published": "2010-01-01"})


def _vague(text: str, count: int) -> list[FindingRecord]:
    places = [match.start() for match in re.finditer(PHRASE, text)]
    return [
        FindingRecord(
            start=places[number % len(places)] + number // len(places),
            end=places[number % len(places)] + len(PHRASE),
            sentence_start=max(places[number % len(places)] - 60, 0),
            sentence_end=places[number % len(places)] + len(PHRASE) + 1,
            phrase=PHRASE,
            type="DATE",
            value="PAST_REF",
            fate="unresolved",
            why="vague",
            reason="no day is told",
        )
        for number in range(count)
    ]
