"""Where an event's source stands in its article: text, sentence, phrase, reason. Reads the archive, draws nothing."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.library import Library
from timeline.entries import SourceEntry
from timeline.records import ArticleRecord, FindingRecord

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source and what is known of it. Offsets are characters of `text`; None where it is not there to be found."""

    source: SourceEntry
    record: ArticleRecord | None
    finding: FindingRecord | None
    text: str | None
    sentence: Span | None
    phrase: Span | None


def evidence(library: Library, source: SourceEntry) -> Evidence:
    """Find the article of a source by the source's id, else by its path, and the sentence in it."""
    shelf = library.shelf
    record, finding = shelf.findings.get(source.id, (shelf.records.get(source.article), None))
    text = library.archive.text(record.digest) if record is not None else None
    if record is None and library.base is not None and (found := library.base.source(source.id, source.article)):
        record, finding, text = found
    if text is None:
        return Evidence(source, record, finding, None, None, None)
    if finding is not None and _same(text[finding.start : finding.end], finding.phrase):
        whole = (finding.sentence_start, finding.sentence_end)
        return Evidence(source, record, finding, text, whole, (finding.start, finding.end))
    sentence, phrase = locate(text, source.sentence, source.phrase)
    return Evidence(source, record, finding, text, sentence, phrase)


def locate(text: str, sentence: str, phrase: str) -> tuple[Span | None, Span | None]:
    """Where a sentence stands in a text, word by word, and the phrase in it; None where they don't.

    >>> locate("He came. He left  on Monday.", "He left on Monday.", "Monday")
    ((9, 28), (21, 27))
    """
    begin = text.find(sentence) if sentence else -1
    if begin >= 0:
        span = begin, begin + len(sentence)
    else:
        squeezed, places = _squeeze(text)
        wanted = " ".join(sentence.split())
        begin = squeezed.find(wanted) if wanted else -1
        if begin < 0:
            return None, None
        span = places[begin], places[begin + len(wanted) - 1] + 1
    at = text.find(phrase, *span) if phrase else -1
    return span, (at, at + len(phrase)) if at >= 0 else None


def _squeeze(text: str) -> tuple[str, list[int]]:
    """The text with each run of white space as one space, and where each of its characters stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter.isspace():
            if letters and letters[-1] == " ":
                continue
            letter = " "
        letters.append(letter)
        places.append(place)
    return "".join(letters), places


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()
