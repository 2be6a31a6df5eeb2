"""Text and its publication day in, mentions out: what the phrases of a text come to. Touches no file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from timeline.errors import DateSyntaxError
from timeline.expr import (
    Anchor,
    Compared,
    CountedFrom,
    Custom,
    Expr,
    InFigures,
    Lean,
    Order,
    Undated,
    Units,
    counts_back,
    is_weekday_of,
    narrate,
    open_figures,
    order_for,
    parts_of,
    settle,
)
from timeline.expr import Told as CountedOn
from timeline.grammar import Token
from timeline.interval import OF_A_DAY, Grain, Interval
from timeline.kind import Kind, kind_of
from timeline.languages.en.asides import goes_with_noun, is_planned, looks_back
from timeline.languages.en.lean import NONE, Cue, lean
from timeline.languages.en.traps import is_compared
from timeline.languages.en.undated import duration_value
from timeline.masked import masked
from timeline.model import Mention
from timeline.phrases import Phrase, Resolved, phrases
from timeline.plain import Plain, plain
from timeline.scan import lower
from timeline.scene import Told
from timeline.timex import timex3

_ENDS = frozenset(("DATE", "CALDAY", "DAY", "NTH", "COUNT", "YEAR"))  # kinds of tokens that a range runs between
_MOST_ANCHORS = 256  # days of publication for which the meaning of one phrase is kept


class Read(NamedTuple):
    """A mention with what led to it: for reasons and for `timeline explain`."""

    mention: Mention
    token: Token
    expr: Expr | None
    cue: Cue
    anchor: Anchor
    told_at: tuple[tuple[int, int], ...] = ()  # where the dates of `anchor.told` stand, or the one that a story goes on from


_read: Callable[[tuple[Any, ...]], Read] = partial(tuple.__new__, Read)  # as fast as a plain tuple
_mention: Callable[[tuple[Any, ...]], Mention] = partial(tuple.__new__, Mention)


def recognize(text: str, published: int | None, kind: Kind | None = None, custom: Custom | None = None) -> list[Mention]:
    """All phrases of time in the text, resolved against the day of publication (a day number, or None).

    `kind` forces the text to be read as news or as history; None lets its dates decide. `custom` is the
    order of 03/04/2019 where the text itself does not tell it.

    >>> from timeline.interval import day_number
    >>> [(m.text, m.value) for m in recognize("He left on Saturday.", day_number(2020, 5, 10))]
    [('Saturday', '2020-05-09')]
    """
    return [read.mention for read in readings(text, published, kind, custom)]


def readings(text: str, published: int | None, kind: Kind | None = None, custom: Custom | None = None) -> Iterator[Read]:
    """As `recognize`, with what led to each mention; in the order of the text."""
    seen = plain(text)
    words = masked(seen.text)
    found = _readings(words, published, kind, custom)
    return found if words is text else (_back(read, text, seen) for read in found)


def _back(read: Read, text: str, seen: Plain) -> Read:
    """What was read in the text as it reads, told by the offsets of the text itself."""
    told_at = tuple(seen.span(*span) for span in read.told_at)
    return read._replace(mention=moved(read.mention, text, seen), told_at=told_at)


def moved(mention: Mention, text: str, seen: Plain) -> Mention:
    """A mention in the text as it reads (`seen`), told by the offsets of the text itself."""
    start, end = seen.span(mention.start, mention.end)
    parts = tuple(moved(part, text, seen) for part in mention.parts)
    return mention._replace(start=start, end=end, text=text[start:end], parts=parts)


def _readings(text: str, published: int | None, kind: Kind | None, custom: Custom | None) -> Iterator[Read]:
    low = lower(text)
    found = list(phrases(text, low))
    story = (kind or kind_of([phrase.counts for _, phrase in found], published)) is Kind.NARRATIVE
    order = order_for((phrase.expr for _, phrase in found), custom) if any(phrase.open for _, phrase in found) else None
    told = Told(text, published)
    for offset, phrase in found:
        token = phrase.token
        start, end = offset + token.start, offset + token.end
        expr, cue, back = phrase.expr, NONE, False
        if phrase.open or phrase.compared is not None:
            expr = _beside_others(phrase, text, start, order, told)
        dates, places = told.last() if phrase.told else ((), ())
        if expr is not None and (phrase.leans or phrase.storied):
            settled = expr
            expr, cue, back = _in_place(expr, phrase, text, low, start, end, told, story=story)
            if expr is not settled and told.scene is not None and not places:
                places = (told.scene_at,)
        anchor = Anchor(published, cue.lean, dates)
        type_, value, mod, interval = _resolve(phrase, expr, anchor)
        parts = _parts(token, expr, anchor, interval, text, offset) if phrase.parted else ()
        mention = _mention((start, end, text[start:end], type_, value, mod, interval, phrase.rule, "", parts))
        yield _read((mention, token, expr, cue, anchor, places))
        if interval is not None and not isinstance(expr, Compared):
            named = story and not phrase.leans and told.is_behind(interval) and goes_with_noun(low, start)
            if not named or interval.grain < Grain.YEAR:
                aside = back or named or (story and _is_aside(phrase, expr, low, start))
                told.add(interval, start, end, aside=aside, planned=story and is_planned(low, start))
        elif type_ == "DURATION" and value[-1:] == "M" and value[:2] != "PT":
            told.months = True


def _is_aside(phrase: Phrase, expr: Expr | None, low: str, start: int) -> bool:
    """Whether the story goes on from where it was, if this lies before it: "two years earlier", "at war since 1912"."""
    return counts_back(expr) or (not phrase.leans and looks_back(low, start))


def _beside_others(phrase: Phrase, text: str, start: int, order: tuple[Order, str] | None, told: Told) -> Expr | None:
    """The expression, as the article's other dates and the words before it settle it: 03/04/2019, a year earlier."""
    expr = phrase.expr
    if phrase.open:
        expr = settle(expr, order)
    compared = phrase.compared
    if compared is not None and not (compared.quarter or ((compared.compares or is_compared(text, start)) and not told.months)):
        expr = compared.alone()
    return expr


def _in_place(
    expr: Expr, phrase: Phrase, text: str, low: str, start: int, end: int, told: Told, *, story: bool
) -> tuple[Expr, Cue, bool]:
    """The expression as its place in the story has it, which side its clause looks to, and whether it looks back in the story."""
    later, cue, back = expr, NONE, False
    if story or told.goes_on(text, start):
        back = looks_back(low, start)
        scene = told.goes_on_from(expr, text, start) if story else told.scene
        later = narrate(expr, scene, back=back, anew=told.was_summed_up(start))
    if phrase.leans and (later is expr or not story):
        cue = lean(text, low, start, end)
        if cue.lean is Lean.FUTURE and not cue.is_sure and is_weekday_of(expr, told.published):
            cue = NONE  # "the fireworks planned for Thursday night", told on that Thursday
    if later is not expr and not (cue.of_today and not story):
        return later, NONE, back
    return expr, cue, back


def _resolve(phrase: Phrase, expr: Expr | None, anchor: Anchor) -> Resolved:
    """What the phrase comes to for the anchor; kept where the dates told before don't matter."""
    key = anchor.day, anchor.lean._value_
    keep = not phrase.told and expr is phrase.expr
    if keep and (known := phrase.resolved.get(key)) is not None:
        return known
    interval = expr.at(anchor) if expr is not None else None
    if interval is not None:
        value, mod = timex3(interval)
        timed = interval.grain <= Grain.HOUR or interval.part in OF_A_DAY
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
    if whole is None:
        return ()
    if isinstance(expr, Units) and token.parts[-1].kind in ("DATE", "UNIT"):
        date = expr.of.at(anchor) or whole
        of = token.parts[-1] if token.parts[-1].kind == "DATE" else token.parts[-1]._replace(start=token.parts[-2].start)
        length = duration_value(expr.count, expr.grain)
        return (
            _part(token.parts[0], "DURATION", length, None, whole, text, offset),
            _part(of, "DATE", *timex3(date), date, text, offset),
        )
    ends = [part for part in token.parts if part.kind in _ENDS]
    if len(ends) != 2:
        return ()
    dates = ((whole.first, ends[0]), (whole.last, ends[1]))
    return tuple(_part(end, "DATE", *(("", None) if date is None else timex3(date)), date, text, offset) for date, end in dates)


def _part(token: Token, type_: str, value: str, mod: str | None, interval: Interval | None, text: str, offset: int) -> Mention:
    start, end = offset + token.start, offset + token.end
    return Mention(start, end, text[start:end], type_, value, mod, interval, token.rule)


def read_words(text: str) -> Interval | None:
    """A date written in words that needs no publication day: what people type behind `date:`.

    None where it is no phrase of time. Raises DateSyntaxError, with the reason, where it is one that dates nothing by itself.

    >>> from timeline.notation import iso_days
    >>> iso_days(read_words("late January 2020"))
    ('2020-01-21', '2020-01-31')
    >>> read_words("last week")
    Traceback (most recent call last):
    timeline.errors.DateSyntaxError: 'last week' is relative, and an entry has no day to count from: write the day itself
    """
    found = list(readings(text, None))
    if any(open_figures(parts_of(read.token.value)) for read in found):
        return None  # no custom settles what was typed by hand
    if len(found) != 1 or found[0].mention.text != text.strip():
        return None
    if found[0].mention.interval is None and (why := _why_none(found[0], text)):
        raise DateSyntaxError(f"{text!r} {why}: write the day itself")
    return found[0].mention.interval


def _why_none(read: Read, text: str) -> str:
    """Why a phrase of time dates nothing by itself; "" where it is not its kind that is to blame."""
    if read.mention.type in ("DURATION", "SET"):
        return "is a length of time" if read.mention.type == "DURATION" else "recurs"
    counted = any(isinstance(part, CountedOn | CountedFrom) for part in parts_of(read.token.value))
    if counted or any(dated.mention.interval is not None for dated in readings(text, 0)):
        return "is relative, and an entry has no day to count from"
    return ""
