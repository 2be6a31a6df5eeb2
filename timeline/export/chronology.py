"""A chronology as editors and lawyers hand it in: dates, what happened, and numbered citations. The plan of `md` and `docx`.

Its numbers are those of sentences, since that is what a footnote quotes; those of the page to print are of articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from timeline.conflicts import conflicts_of
from timeline.entries import Entry
from timeline.export.selection import Selection, extent
from timeline.export.wording import Citation, citation, date_words, line, published_words, standing_words
from timeline.interval import civil
from timeline.wording import year_words


@dataclass(frozen=True, slots=True)
class Line:
    """One event: when and what, whether it is told as less than a fact, and the numbers of its citations.

    `others` are dates that sources say against it, each with the numbers of those: "9 April 2020 [3]".
    """

    date: str
    title: str
    doubt: str
    note: str
    numbers: tuple[int, ...]
    others: tuple[str, ...] = ()


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
        cited = {id(source): _number(numbers, citation(source, selection.articles)) for source in entry.sources}
        words = year_words(civil(extent(entry)[0])[0])
        told = date_words(entry), line(entry.title), standing_words(entry), line(entry.note)
        found = Line(*told, tuple(dict.fromkeys(cited.values())), tuple(_others(entry, cited)))
        years.setdefault(words, []).append(found)
    grouped = tuple((year, tuple(lines)) for year, lines in years.items())
    return Chronology(line(selection.name), grouped, tuple(numbers), len(selection.entries))


def _others(entry: Entry, cited: Mapping[int, int]) -> Iterator[str]:
    """The dates that its sources say against it, each with their numbers."""
    for date, sources in conflicts_of(entry):
        if date != entry.date:
            yield f"{published_words(date)} {', '.join(f'[{cited[id(one)]}]' for one in sources)}"


def _number(numbers: dict[Citation, int], one: Citation) -> int:
    return numbers.setdefault(one, len(numbers) + 1)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
