"""Texts that are not English: only dates written in full are read, which is what can be read surely."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.articles.dates import Reading, in_order, readings
from timeline.expr import Anchor, Custom, Dated, InFigures
from timeline.grammar import NODATE, Token
from timeline.interval import civil
from timeline.languages.en.lean import NONE
from timeline.model import Mention
from timeline.recognize import Read
from timeline.timex import timex3

RULE = "full_date"


def full_dates(text: str, language: str, published: int | None, custom: Custom | None = None) -> Iterator[Read]:
    """The dates of a text in another language that are written in full, in their order; `language` is two letters.

    >>> text = "Le bac a coulé le 9 mai 2020 dans le port."
    >>> [(read.mention.text, read.mention.value) for read in full_dates(text, "fr", None)]
    [('9 mai 2020', '2020-05-09')]
    """
    for found in readings(text, language):
        reading = in_order(found, custom.order if custom is not None else None)
        expr = _meaning(reading)
        anchor = Anchor(published)
        interval = None if expr is None else expr.at(anchor)
        value, mod = ("", None) if interval is None else timex3(interval)
        end = reading.start + len(reading.words)
        mention = Mention(reading.start, end, reading.words, "DATE", value, mod, interval, RULE)
        yield Read(mention, Token(NODATE if expr is None else "DATE", expr, reading.start, end, RULE), expr, NONE, anchor)


def _meaning(reading: Reading) -> Dated | None:
    """The day that a date means; with its order open, where both are possible; None where there is no such day."""
    if not reading.days:
        return None
    date = civil(reading.days[0])
    return Dated(*date) if len(reading.days) == 1 else InFigures(*date)
