"""A chronology as editors and lawyers hand it in: dates, what happened, and numbered citations. The plan of `md` and `docx`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.entries import Entry
from timeline.export.selection import Selection, extent
from timeline.export.wording import Citation, citation, date_words, line, standing_words
from timeline.interval import civil
from timeline.wording import year_words


@dataclass(frozen=True, slots=True)
class Line:
    """One event: when and what, whether it is told as less than a fact, and the numbers of its citations."""

    date: str
    title: str
    doubt: str
    note: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chronology:
    """The events under the years in which they begin, and the citations in the order of their numbers, from 1."""

    name: str
    years: tuple[tuple[str, tuple[Line, ...]], ...]
    citations: tuple[Citation, ...]
    count: int

    @property
    def summary(self) -> str:
        """How much there is, for the line below the title."""
        return f"{_counted(self.count, 'event')}, {_counted(len(self.citations), 'citation')}"


def chronology(selection: Selection) -> Chronology:
    """The events in order of date. A sentence that is cited twice has one number."""
    numbers: dict[Citation, int] = {}
    years: dict[str, list[Line]] = {}
    for entry in selection.by_date():
        cited = dict.fromkeys(_number(numbers, one) for one in _citations(entry, selection))
        words = year_words(civil(extent(entry)[0])[0])
        found = Line(date_words(entry), line(entry.title), standing_words(entry), line(entry.note), tuple(cited))
        years.setdefault(words, []).append(found)
    grouped = tuple((year, tuple(lines)) for year, lines in years.items())
    return Chronology(line(selection.name), grouped, tuple(numbers), len(selection.entries))


def _citations(entry: Entry, selection: Selection) -> Iterator[Citation]:
    return (citation(source, selection.articles) for source in entry.sources)


def _number(numbers: dict[Citation, int], one: Citation) -> int:
    return numbers.setdefault(one, len(numbers) + 1)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
