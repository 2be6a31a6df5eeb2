"""Events as a chronology with citations: numbered entries in order of date, numbered sources. Pure; draws nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.facets import FACETS
from dashboard.items import Item
from dashboard.state import State
from timeline.entries import SourceEntry
from timeline.export.wording import date_words, published_words, standing_words
from timeline.links import safe_url
from timeline.records import ArticleRecord
from timeline.wording import spoken


@dataclass(frozen=True, slots=True)
class Reference:
    """An article in the list of sources. `day` is in words, `url` one that may be a link, `copy_of` the number of its origin."""

    number: int
    title: str
    author: str
    site: str
    day: str
    url: str
    path: str
    copy_of: int = 0


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence in three parts, the middle one being the phrase that dates it, and the articles that have it."""

    sentence: tuple[str, str, str]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One event. `status` is "" for what is told as a fact; `others` are the dates of sources against its own, in words."""

    number: int
    when: str
    title: str
    status: str
    others: tuple[str, ...]
    note: str
    url: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Chronology:
    """All that is printed."""

    lines: tuple[Line, ...]
    references: tuple[Reference, ...]


def chronology(items: Iterable[Item], titles: Mapping[str, str], records: Mapping[str, ArticleRecord]) -> Chronology:
    """The items, which come in order of date, with their sources numbered as they are first cited."""
    numbers: dict[str, Reference] = {}

    def numbered(source: SourceEntry) -> Reference:
        if source.article not in numbers:
            numbers[source.article] = _reference(len(numbers) + 1, source, titles, records.get(source.article))
        return numbers[source.article]

    def cited(sources: Iterable[SourceEntry]) -> Iterator[Citation]:
        """Each sentence once: copies have the very same."""
        alike: dict[tuple[str, str, str], dict[int, Reference]] = {}
        for source in sources:
            reference = numbered(source)
            alike.setdefault(_parts(source.sentence, source.phrase), {})[reference.number] = reference
        return (Citation(sentence, tuple(found.values())) for sentence, found in alike.items())

    lines = []
    for number, item in enumerate(items, 1):
        entry = item.entry
        others = tuple(
            f"{spoken(other.interval)} ({', '.join(titles.get(path, path) for path in other.articles)})" for other in item.others
        )
        citations = tuple(cited(entry.sources))
        url = safe_url(entry.url) or "" if entry.url else ""
        lines.append(Line(number, date_words(entry), entry.title, standing_words(entry), others, entry.note, url, citations))
    return Chronology(tuple(lines), tuple(_with_origin(each, numbers, records) for each in numbers.values()))


def _reference(number: int, source: SourceEntry, titles: Mapping[str, str], record: ArticleRecord | None) -> Reference:
    path = source.article
    title = titles.get(path) or (record.title if record is not None else "") or path
    day = published_words((record.published if record is not None else "") or source.published)
    if record is None:
        return Reference(number, title, "", "", day, "", path)
    return Reference(number, title, record.author, record.site, day, safe_url(record.url) or "" if record.url else "", path)


def _with_origin(reference: Reference, numbers: Mapping[str, Reference], records: Mapping[str, ArticleRecord]) -> Reference:
    record = records.get(reference.path)
    origin = numbers.get(record.origin) if record is not None and record.origin else None
    if origin is None:
        return reference
    told = (reference.title, reference.author, reference.site, reference.day, reference.url, reference.path)
    return Reference(reference.number, *told, copy_of=origin.number)


def _parts(sentence: str, phrase: str) -> tuple[str, str, str]:
    """The sentence before, at and behind its phrase.

    >>> _parts("He left on Monday.", "Monday")
    ('He left on ', 'Monday', '.')
    """
    before, found, behind = sentence.partition(phrase) if phrase else (sentence, "", "")
    return before, found, behind


def narrowed(state: State, titles: Mapping[str, str]) -> list[str]:
    """What was looked for, in words; nothing where all events are taken.

    >>> narrowed(State.read("?q=ferry&person=Ada+Quill"), {})
    ['search: ferry', 'People: Ada Quill']
    """
    said = [f"search: {state.q}"] if state.q else []
    said += [f"Articles: {', '.join(titles.get(path, path) for path in state.articles)}"] if state.articles else []
    for name, chosen in state.facets.items():
        facet = FACETS[name]
        said.append(f"{facet.label}: {', '.join(facet.word(value) for value in chosen)}")
    said += [f"since {state.since}"] if state.since else []
    said += [f"until {state.until}"] if state.until else []
    return [*said, "only what the sources date differently"] if state.conflicts else said
