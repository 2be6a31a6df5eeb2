"""Text and its publication day in, mentions out: scan, grammar, resolution. Touches no file.

The same words always mean the same expression, so a run of time words is parsed once and kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from timeline.expr import (
    Anchor,
    Compared,
    Expr,
    InFigures,
    Undated,
    Units,
    counts_from_a_story,
    hangs_on_told,
    narrate,
    open_figures,
    order_of,
    parts_of,
    settle,
)
from timeline.grammar import NODATE, Token, pieces
from timeline.interval import Grain, Interval, Part
from timeline.kind import Kind, counts_from, kind_of
from timeline.languages.en import GRAMMAR, SCANNER, loose
from timeline.languages.en.context import JUDGED, check_of
from timeline.languages.en.lean import NONE, Cue, lean, looks_back
from timeline.languages.en.traps import doubt_of, is_compared, is_trap, kernel
from timeline.languages.en.undated import duration_value
from timeline.model import Mention
from timeline.scan import lower
from timeline.timex import timex3

_TYPES = {
    "DATE": "DATE",
    "RANGE": "DATE",
    "BESIDE": "DATE",
    "COUNT_OVER": "DATE",
    "HOUR_ALONE": "TIME",
    NODATE: "DATE",
    "VAGUE_DATE": "DATE",
    "DURATION": "DURATION",
    "SPAN": "DURATION",
    "SET": "SET",
}
_TITLE = 150  # characters; a first paragraph that is shorter is a title, and sums up nothing
_SENTENCE = 150  # characters within which a date told before is of the same sentence
_YEARS_AGO = 700  # days; a date farther off than two years or so is of another time than the publication
_NARROWS = re.compile(r",? (?:on|in|at) (?:the )?")  # "last year, on Christmas Day"
_ENDS = frozenset(("DATE", "CALDAY", "DAY", "NTH", "COUNT", "YEAR"))  # kinds of tokens that a range runs between
_MOST_TOLD = 8  # how many of the dates told before a phrase may count from
_MOST_ANCHORS = 256  # days of publication for which the meaning of one phrase is kept
_HOURS = (Part.MORNING, Part.MIDDAY, Part.AFTERNOON, Part.EVENING, Part.NIGHT)


class Phrase:
    """A phrase as it was parsed, wherever it stands: its meaning, and what that came to for each anchor.

    `told` says that the meaning hangs on the dates told before, so that it has to be resolved each time;
    `open` that its figures may be read with the day or with the month first; `wary` that the words beside it tell
    how much of it is meant (`loose` for what ends in a bare number). `doubt` is what `is_trap` wants to know of it,
    None where it is a time wherever it stands.
    """

    __slots__ = (
        "compared",
        "counts",
        "doubt",
        "expr",
        "leans",
        "loose",
        "open",
        "parted",
        "resolved",
        "rule",
        "storied",
        "token",
        "told",
        "type",
        "wary",
    )

    def __init__(self, token: Token) -> None:
        rule = token.rule
        self.token = token
        self.expr: Expr | None = token.value
        parts = parts_of(self.expr)
        self.leans = self.expr is not None and self.expr.leans
        self.compared = self.expr if isinstance(self.expr, Compared) else None
        self.counts = counts_from(self.expr)
        self.storied = counts_from_a_story(parts)
        self.told = hangs_on_told(parts)
        self.open = open_figures(parts) is not None
        self.type = _TYPES[token.kind]
        self.rule = rule
        self.doubt = doubt_of(token, judged=rule in JUDGED)
        self.loose = rule in loose.RULES or self.open
        self.parted = token.kind == "RANGE" or isinstance(self.expr, Units)
        self.wary = self.loose or rule == "part" or check_of(token) is not None
        self.resolved: dict[tuple[int | None, str], Resolved] = {}  # by day and lean


Resolved = tuple[str, str, str | None, Interval | None]
"""TIMEX3 type, value and mod, and the interval."""


@lru_cache(maxsize=65536)
def parse(run: str) -> tuple[Phrase, ...]:
    """The phrases of a run of time words."""
    found = (piece for token in GRAMMAR.parse(SCANNER.tokens(run)) if token.rule for piece in pieces(token))
    return tuple(Phrase(token) for token in found if token.kind in _TYPES)


def forget() -> None:
    """Empty the caches, for measuring."""
    parse.cache_clear()
    GRAMMAR.forget()


class Read(NamedTuple):
    """A mention with what led to it: for reasons and for `timeline explain`."""

    mention: Mention
    token: Token
    expr: Expr | None
    cue: Cue
    anchor: Anchor
    told_at: tuple[tuple[int, int], ...] = ()  # where the dates of `anchor.told` stand, or the one that a story goes on from


def recognize(text: str, published: int | None, kind: Kind | None = None) -> list[Mention]:
    """All phrases of time in the text, resolved against the day of publication (a day number, or None).

    `kind` forces the text to be read as news or as history; None lets its dates decide.

    >>> from timeline.interval import day_number
    >>> [(m.text, m.value) for m in recognize("He left on Saturday.", day_number(2020, 5, 10))]
    [('Saturday', '2020-05-09')]
    """
    return [read.mention for read in readings(text, published, kind)]


def readings(text: str, published: int | None, kind: Kind | None = None) -> Iterator[Read]:
    """As `recognize`, with what led to each mention; in the order of the text."""
    low = lower(text)
    found = list(_phrases(text, low))
    story = (kind or kind_of([phrase.counts for _, phrase in found], published)) is Kind.NARRATIVE
    order = order_of(phrase.expr for _, phrase in found) if any(phrase.open for _, phrase in found) else None
    told = _Told(text, published)
    for offset, phrase in found:
        token = phrase.token
        start, end = offset + token.start, offset + token.end
        expr = phrase.expr
        if phrase.open:
            expr = settle(expr, order)
        if phrase.compared is not None and not (phrase.compared.quarter or (is_compared(text, start) and not told.months)):
            expr = phrase.compared.alone()
        cue, back = NONE, False
        if expr is not None and (phrase.leans or phrase.storied):
            later = expr
            if story or told.goes_on(text, start):
                back = looks_back(low, start)
                later = narrate(expr, told.scene, back=back, anew=told.was_summed_up(start))
            if phrase.leans and (later is expr or not story):
                cue = lean(text, low, start, end)
            if later is not expr and not (cue.of_today and not story):
                expr, cue = later, NONE
        anchor = Anchor(published, cue.lean, tuple(told.dates[-_MOST_TOLD:]) if phrase.told else ())
        type_, value, mod, interval = _resolve(phrase, expr, anchor)
        mention = Mention(start, end, text[start:end], type_, value, mod, interval, phrase.rule, "")
        if phrase.parted:
            mention = mention._replace(parts=_parts(token, expr, anchor, interval, text, offset))
        yield Read(mention, token, expr, cue, anchor, told.used(phrase, expr))
        if type_ == "DURATION" and value[-1:] == "M" and value[:2] != "PT":
            told.months = True
        if interval is not None and not isinstance(expr, Compared):
            told.months = False
            told.add(interval, start, end, aside=back or (story and not phrase.leans and looks_back(low, start)))


class _Told:
    """The dates that a text has told so far, where each stands, and the one that its story goes on from."""

    def __init__(self, text: str, published: int | None) -> None:
        self.published = published
        self.head = text.find("\n\n", _TITLE)
        self.dates: list[Interval] = []
        self.places: list[tuple[int, int]] = []
        self.scene: Interval | None = None
        self.scene_at = (0, 0)
        self.months = False  # whether some months were the period told last, so that "a year earlier" is no quarter

    def add(self, date: Interval, start: int, end: int, *, aside: bool) -> None:
        """One more date. What the text looks back to on its way (`aside`), and the years of a life or a war, move no scene."""
        self.dates.append(date)
        self.places.append((start, end))
        if date.first is None and (not aside or self.scene is None or (date.start or 0) >= (self.scene.start or 0)):
            self.scene, self.scene_at = date, (start, end)

    def used(self, phrase: Phrase, expr: Expr | None) -> tuple[tuple[int, int], ...]:
        """Where the dates stand that the expression may count from: those told, or the scene that it was placed in."""
        if phrase.told:
            return tuple(self.places[-_MOST_TOLD:])
        return (self.scene_at,) if self.scene is not None and expr is not phrase.expr else ()

    def was_summed_up(self, start: int) -> bool:
        """Whether the scene was set in the first paragraph, the summary, and the phrase stands in a later one."""
        return self.scene is not None and self.scene_at[0] < self.head < start

    def goes_on(self, text: str, start: int) -> bool:
        """Whether the sentence has just told a date of years ago, from which it goes on: "June 11, 1995, and on June 14"."""
        if not self.dates or self.published is None or self.dates[-1].first_day is None:
            return False
        end = self.places[-1][1]
        if start - end > _SENTENCE:
            return False
        between = text[end:start]
        if self.dates[-1].grain is Grain.YEAR and _NARROWS.fullmatch(between):
            return True
        far = abs(self.dates[-1].first_day - self.published) > _YEARS_AGO
        return far and ". " not in between and "\n\n" not in between


def _phrases(text: str, low: str) -> Iterator[tuple[int, Phrase]]:
    """The phrases of the text, each with the offset of its run; what only looks like one is left out."""
    for offset, end in SCANNER.runs(text, low):
        for phrase in parse(text[offset:end]):
            for seen in _seen(phrase, text, low, offset) if phrase.wary else (phrase,):
                token = seen.token
                if seen.doubt is None or not is_trap(token, text, offset + token.start, offset + token.end, seen.doubt):
                    yield offset, seen


def _seen(phrase: Phrase, text: str, low: str, offset: int) -> Iterator[Phrase]:
    """What the words beside a phrase leave of it: all, some of it, or nothing."""
    for token in loose.meant(phrase.token, text, offset) if phrase.loose else (phrase.token,):
        inner = kernel(token, text, offset + token.start)
        check = check_of(inner)
        start, end = offset + inner.start, offset + inner.end
        for left in (inner,) if check is None else check(inner, text, low, start, end):
            yield phrase if left is phrase.token else Phrase(left)


def _resolve(phrase: Phrase, expr: Expr | None, anchor: Anchor) -> Resolved:
    """What the phrase comes to for the anchor; kept where the dates told before don't matter."""
    key = anchor.day, anchor.lean._value_
    keep = not phrase.told and expr is phrase.expr
    if keep and (known := phrase.resolved.get(key)) is not None:
        return known
    interval = expr.at(anchor) if expr is not None else None
    if interval is not None:
        value, mod = timex3(interval)
        timed = interval.grain <= Grain.HOUR or interval.part in _HOURS
        found: Resolved = ("TIME" if timed and phrase.type == "DATE" else phrase.type, value, mod, interval)
    elif isinstance(expr, Undated):
        found = phrase.type, expr.value, expr.mod, None
    elif isinstance(expr, InFigures):
        found = phrase.type, expr.value, None, None
    else:
        found = phrase.type, "", None, None
    if keep and len(phrase.resolved) < _MOST_ANCHORS:
        phrase.resolved[key] = found
    return found


def _parts(
    token: Token, expr: Expr | None, anchor: Anchor, whole: Interval | None, text: str, offset: int
) -> tuple[Mention, ...]:
    """What an annotator marks apart: the dates that a range is made of, "the first nine months" and "1997"."""
    if isinstance(expr, Units) and whole is not None and token.parts[-1].kind == "DATE":
        part, date = token.parts[0], token.parts[-1]
        value, mod = timex3(expr.of.at(anchor) or whole)
        length = duration_value(expr.count, expr.grain)
        one, two = ((offset + t.start, offset + t.end) for t in (part, date))
        return (
            Mention(*one, text[slice(*one)], "DURATION", length, None, whole, part.rule),
            Mention(*two, text[slice(*two)], "DATE", value, mod, expr.of.at(anchor), date.rule),
        )
    dates = [part for part in token.parts if part.kind in _ENDS]
    if whole is None or len(dates) != 2:
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
    if any(open_figures(parts_of(read.token.value)) for read in found):
        return None  # no custom settles what was typed by hand
    if len(found) == 1 and text[: found[0].mention.start].strip() == "" and text[found[0].mention.end :].strip() == "":
        return found[0].mention.interval
    return None
