"""Text and its publication day in, mentions out: scan, grammar, resolution. Touches no file.

The same words always mean the same expression, so a run of time words is parsed once and kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.expr import Anchor, Compared, Expr, Lean, Undated
from timeline.grammar import NODATE, Token
from timeline.interval import Grain, Interval, Part
from timeline.languages.en import GRAMMAR, SCANNER
from timeline.languages.en.lean import NONE, Cue, lean
from timeline.languages.en.traps import is_compared, is_trap
from timeline.model import Mention
from timeline.notation import timex3
from timeline.scan import lower

_TYPES = {
    "DATE": "DATE",
    "RANGE": "DATE",
    "COUNT_OVER": "DATE",
    "HOUR_ALONE": "TIME",
    NODATE: "DATE",
    "VAGUE_DATE": "DATE",
    "DURATION": "DURATION",
    "SPAN": "DURATION",
    "SET": "SET",
}
_HOURS = (Part.MORNING, Part.MIDDAY, Part.AFTERNOON, Part.EVENING, Part.NIGHT)


@lru_cache(maxsize=65536)
def parse(run: str) -> tuple[Token, ...]:
    """The phrases of a run of time words, as tokens with an Expr for a value."""
    return tuple(t for t in GRAMMAR.parse(SCANNER.tokens(run)) if t.kind in _TYPES and t.rule)


@dataclass(frozen=True, slots=True)
class Read:
    """A mention with what led to it: for reasons and for `timeline explain`."""

    mention: Mention
    token: Token
    expr: Expr | None
    cue: Cue
    anchor: Anchor


def recognize(text: str, published: int | None) -> list[Mention]:
    """All phrases of time in the text, resolved against the day of publication (a day number, or None).

    >>> from timeline.interval import day_number
    >>> [(m.text, m.value) for m in recognize("He left on Saturday.", day_number(2020, 5, 10))]
    [('Saturday', '2020-05-09')]
    """
    return [read.mention for read in readings(text, published)]


def readings(text: str, published: int | None) -> Iterator[Read]:
    """As `recognize`, with what led to each mention; in the order of the text."""
    low = lower(text)
    told: list[Interval] = []
    for start, end in SCANNER.runs(text, low):
        for token in parse(text[start:end]):
            low_start, low_end = start + token.start, start + token.end
            if is_trap(token, text, low_start, low_end):
                continue
            expr: Expr | None = token.value
            if isinstance(expr, Compared) and not (expr.quarter or is_compared(text, low_start)):
                expr = expr.alone()
            cue = lean(text, low, low_start, low_end) if expr is not None and expr.leans else NONE
            anchor = Anchor(published, cue.lean, tuple(told[-8:]))
            mention = _mention(token, expr, text, start, anchor)
            if mention.interval is not None and not isinstance(expr, Compared):
                told.append(mention.interval)
            yield Read(mention, token, expr, cue, anchor)


def _mention(token: Token, expr: Expr | None, text: str, offset: int, anchor: Anchor) -> Mention:
    interval = expr.at(anchor) if expr is not None else None
    if interval is not None:
        value, mod = timex3(interval)
    else:
        value, mod = (expr.value, expr.mod) if isinstance(expr, Undated) else ("", None)
    type_ = _TYPES[token.kind]
    if type_ == "DATE" and interval is not None and (interval.grain <= Grain.HOUR or interval.part in _HOURS):
        type_ = "TIME"
    start, end = offset + token.start, offset + token.end
    mention = Mention(start, end, text[start:end], type_, value, mod, interval, token.rule)
    return replace(mention, parts=_parts(token, text, offset, anchor)) if token.kind == "RANGE" else mention


def _parts(token: Token, text: str, offset: int, anchor: Anchor) -> tuple[Mention, ...]:
    """The dates that a range is made of, each resolved as the range resolved it."""
    ends = (token.value.first, token.value.last) if token.value is not None else ()
    dates = [part for part in token.parts if part.kind in ("DATE", "CALDAY")]
    if len(dates) != len(ends):
        return ()
    whole = token.value.at(anchor)
    if whole is None:
        return ()
    found = []
    for part, interval in zip(dates, (whole.first, whole.last), strict=True):
        value, mod = timex3(interval) if interval is not None else ("", None)
        start, end = offset + part.start, offset + part.end
        found.append(Mention(start, end, text[start:end], "DATE", value, mod, interval, part.rule))
    return tuple(found)


def read_words(text: str) -> Interval | None:
    """A date written in words that needs no publication day: what people type behind `date:`.

    >>> from timeline.notation import iso_days
    >>> iso_days(read_words("late January 2020"))
    ('2020-01-21', '2020-01-31')
    >>> read_words("last week") is None
    True
    """
    found = list(readings(text, None))
    if len(found) == 1 and text[: found[0].mention.start].strip() == "" and text[found[0].mention.end :].strip() == "":
        return found[0].mention.interval
    return None


__all__ = ["Lean", "Read", "parse", "read_words", "readings", "recognize"]
