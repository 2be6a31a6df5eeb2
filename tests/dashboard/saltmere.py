"""A made-up harbour town: its articles, its events file, and the archive that a build would have left."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.archive import Archive
from timeline.records import ArticleRecord, FindingRecord

FERRY = "articles/ferry.txt"
QUAY = "articles/quay.txt"

TEXTS = {
    FERRY: """The ferry that would not sail
By Ada Quill
Sunday, May 10, 2020

SALTMERE - On Saturday the ferry Saint Brannoc ran aground on the sandbar. Nobody was hurt, and the eleven
passengers waded ashore with their shoes in their hands.

The harbour dues were doubled last month, and the skipper says he could not pay for a pilot. From 3 to 9 March
the rope workers were on strike, so the moorings are old as well.

The tide tables have been wrong since the winter. An old fisherman keeps his own, in pencil, on the wall of the
ice house, and lends them to nobody.

The north pier has been closed since April. Gulls have it now.

Share this article | Print
""",
    QUAY: """Notes from the quay
By Tom Fairlight
Tuesday, May 12, 2020

The Saint Brannoc was pulled off the sandbar yesterday. She had run aground on May 9, in fog.

Some time in February the lighthouse lamp was changed, nobody remembers the day.
""",
}
TITLES = {
    FERRY: ("The ferry that would not sail", "Ada Quill", "2020-05-10"),
    QUAY: ("Notes from the quay", "Tom Fairlight", "2020-05-12"),
}


@dataclass(frozen=True)
class Told:
    """One source of an event: where it is told, in which words, and why they mean the date."""

    article: str
    sentence: str
    phrase: str
    reason: str


EVENTS: list[tuple[str, str, list[Told], str]] = [
    (
        "2020-05-09",
        "The ferry Saint Brannoc runs aground",
        [
            Told(
                FERRY,
                "On Saturday the ferry Saint Brannoc ran aground on the sandbar.",
                "Saturday",
                "The last Saturday before Sunday 10 May 2020, when the article was published.",
            ),
            Told(QUAY, "She had run aground on May 9, in fog.", "May 9", "The year is that of the article, 2020."),
        ],
        "",
    ),
    (
        "2020-04",
        "The harbour dues are doubled",
        [
            Told(
                FERRY,
                "The harbour dues were doubled last month, and the skipper says he could not pay for a pilot.",
                "last month",
                "The month before May 2020.",
            )
        ],
        "",
    ),
    (
        "2020-03-03/2020-03-09",
        "The rope workers are on strike",
        [
            Told(
                FERRY,
                "From 3 to 9 March\nthe rope workers were on strike, so the moorings are old as well.",
                "From 3 to 9 March",
                "The March before the article.",
            )
        ],
        "",
    ),
    (
        "2020-04/..",
        "The north pier is closed",
        [Told(FERRY, "The north pier has been closed since April.", "since April", "April of the article's year.")],
        "",
    ),
    (
        "2020-05-11",
        "The Saint Brannoc is pulled off the sandbar",
        [Told(QUAY, "The Saint Brannoc was pulled off the sandbar yesterday.", "yesterday", "The day before 12 May 2020.")],
        "",
    ),
    (
        "2020-02~",
        "The lighthouse lamp is changed",
        [
            Told(
                QUAY,
                "Some time in February the lighthouse lamp was changed, nobody remembers the day.",
                "Some time in February",
                "February of the article's year.",
            )
        ],
        "",
    ),
    ("2020-05-20", "The council meets in the guildhall", [], "The minutes are in the second drawer."),
]


def ident(told: Told) -> str:
    """A source id: thirteen letters that hang on the words alone."""
    return hashlib.sha256(f"{told.article} {told.sentence}".encode()).hexdigest()[:13]


def yaml(events: Sequence[tuple[str, str, list[Told], str]] = EVENTS) -> str:
    """The events file, as a build writes it."""
    lines: list[str] = []
    for date, title, sources, note in events:
        lines += [f"- id: {ident(sources[0])}"] if sources else []
        lines += [f"{' ' if sources else '-'} date: {date}", f"  title: {quoted(title)}"]
        lines += ["  sources:"] if sources else []
        for told in sources:
            lines += [f"    - id: {ident(told)}", f"      article: {told.article}", f"      published: {TITLES[told.article][2]}"]
            lines += [f"      sentence: {quoted(' '.join(told.sentence.split()))}", f"      phrase: {quoted(told.phrase)}"]
        lines += [f"  note: {quoted(note)}", "  tags: [council]"] if note else []
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def build(folder: Path) -> Path:
    """Write the events file and its archive into a folder, and give the file."""
    path = folder / "events.yaml"
    path.write_text(yaml(), encoding="utf-8")
    archive = Archive(path)
    records = []
    for article, text in TEXTS.items():
        digest = hashlib.sha256(text.encode()).hexdigest()
        archive.keep_texts({digest: text})
        title, author, published = TITLES[article]
        told = [(date, each) for date, _, sources, _ in EVENTS for each in sources if each.article == article]
        header = text.index("\n\n")
        furniture = [(0, header, "header")]
        if "Share this" in text:
            furniture.append((text.index("Share this"), len(text.rstrip()), "share bar"))
        records.append(
            ArticleRecord(
                path=article,
                digest=digest,
                title=title,
                author=author,
                published=published,
                rung="date line",
                evidence=text.splitlines()[2],
                furniture=furniture,
                findings=[finding(text, date, each) for date, each in told],
            )
        )
    archive.write_articles(records)
    return path


def finding(text: str, date: str, told: Told) -> FindingRecord:
    begin = text.index(told.sentence)
    at = text.index(told.phrase, begin)
    return FindingRecord(
        id=ident(told),
        start=at,
        end=at + len(told.phrase),
        sentence_start=begin,
        sentence_end=begin + len(told.sentence),
        phrase=told.phrase,
        type="DATE",
        value=date,
        date=date,
        fate="event",
        reason=told.reason,
    )
