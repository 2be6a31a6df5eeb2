"""Why a phrase means that date, in a sentence that a reader can check. Knows expressions, not grammar."""

from __future__ import annotations

from typing import Any

from timeline.expr import (
    About,
    Anchor,
    Around,
    Away,
    Beside,
    Clock,
    Compared,
    CountedFrom,
    Dated,
    Feast,
    Fixed,
    Here,
    InFigures,
    InYear,
    Lean,
    MonthStep,
    NamedDay,
    Nearest,
    NthIn,
    Numbered,
    Onward,
    Order,
    PartOf,
    Range,
    SameDay,
    Season,
    Shifted,
    Side,
    Step,
    Told,
    Undated,
    Weekday,
    Years,
    open_figures,
    parts_of,
)
from timeline.grammar import NODATE
from timeline.interval import DAY_MINUTES, Grain, Interval, weekday
from timeline.recognize import Read
from timeline.wording import day_words, spoken

_UNDATED = (
    "the article does not say when it was published: add a line 'Published: 2020-05-08' above its text, "
    "say it in articles.yaml, or give --published"
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def reason(read: Read) -> str:
    """Why the phrase means what it does, e.g. "Saturday 9 May 2020: the Saturday before …, because 'offered' looks back"."""
    interval = read.mention.interval
    if interval is None:
        return ""
    why = _of_the_story(read) or _why(read.expr, read.anchor, interval)
    if read.cue.word and getattr(read.expr, "leans", False):
        why += f", because “{read.cue.word}” looks {'back' if read.cue.lean is Lean.PAST else 'ahead'}"
    elif getattr(read.expr, "leans", False):
        why += "; no word of the sentence says whether it looks back or ahead"
    return f"“{read.mention.text}” is {with_weekday(interval)}: {why}."


def _of_the_story(read: Read) -> str:
    """Why, where what a date leaves out was taken from the date told before."""
    parsed = read.token.value
    taken = parsed is not None and read.expr != parsed and not isinstance(parsed, (Compared, InFigures))
    return "what it leaves out is taken from the date told before" if taken else ""


def unresolved(read: Read) -> str:
    """Why a phrase of a date has no date, with the mend where there is one."""
    expr = read.expr
    if read.token.kind == NODATE:
        return "there is no such date"
    if (figures := open_figures(parts_of(expr))) is not None:
        both = " or ".join(spoken_of(figures.as_read(order), read.anchor) for order in Order)
        return f"it does not tell which number is the day and which the month: {both}"
    if isinstance(expr, Undated) and expr.value:
        return "a round number names no year"
    if isinstance(expr, Undated):
        return "it is an hour of every such day"
    if _needs_told(expr):
        return "it counts from a date told before, and none is"
    if read.anchor.day is None:
        return _UNDATED
    return "there is no such date near the day of publication"


def _needs_told(expr: Any) -> bool:
    while expr is not None:
        if isinstance(expr, (Told, Beside)):
            return True
        expr = getattr(expr, "of", None)
    return False


def with_weekday(interval: Interval) -> str:
    """The interval in words; a single day with its weekday."""
    if interval.first_day is not None and interval.first_day == interval.last_day:
        return f"{_DAYS[weekday(interval.first_day)]} {spoken(interval)}"
    return spoken(interval)


def _why(expr: Any, anchor: Anchor, interval: Interval) -> str:
    published = "" if anchor.day is None else f"the day of publication ({_DAYS[weekday(anchor.day)]} {day_words(anchor.day)})"
    match expr:
        case NamedDay():
            return "the day near it that is both"
        case Weekday() if interval.first_day == anchor.day:
            return "the day of publication itself"
        case Weekday():
            side = "before" if (interval.first_day or 0) < (anchor.day or 0) else "after"
            return f"the nearest such day {side} {published}"
        case Dated(year=None):
            return f"the year is not told; it is the one {_side(interval, anchor)} {published}"
        case Fixed():
            return "counted from the date told before"
        case InFigures() if expr.evidence:
            return expr.evidence
        case Dated() | Years():
            return "written out in full"
        case Nearest():
            return f"the one {_side(interval, anchor)} {published}"
        case Season(year=None) | Feast(year=None) | Numbered() | MonthStep():
            return f"counted from {published}"
        case Here():
            return f"it holds {published}"
        case Step(count=0) if interval.grain is not Grain.DAY:
            return f"it holds {published}"
        case Step():
            return _step(expr, published)
        case Side():
            return f"the part of it {'from' if expr.later else 'up to'} {published}"
        case PartOf():
            return f"{_part(expr)} {spoken_of(expr.of, anchor)} — {_why_of(expr.of, anchor)}"
        case Range():
            return f"from one to the other — {_why_of(expr.first, anchor)}"
        case CountedFrom():
            return f"counted from {spoken_of(expr.of, anchor)} — {_why_of(expr.of, anchor)}"
        case Told() | Away() | Compared() | Onward() | Beside() if anchor.told:
            return f"counted from a date told before, {spoken(anchor.told[-1])}"
        case Onward() | Beside():
            return f"counted from {published}"
        case InYear():
            return f"the year is {_why_of(expr.of, anchor)}"
        case Told() | Away() | Compared():
            return "counted from a date told before" + (f", {spoken(anchor.told[-1])}" if anchor.told else "")
        case SameDay():
            last = anchor.told[-1] if anchor.told else None
            return "the day told last" if last is not None and last.first_day == interval.first_day else published
        case Clock(minute=minute) if minute == DAY_MINUTES:
            return f"midnight ends that day — {_why_of(expr.of, anchor)}"
        case About() | Clock() | Around() | NthIn() | Shifted():
            return _why_of(expr.of, anchor)
    return "written out in full"


def _step(expr: Step, published: str) -> str:
    count, unit = abs(expr.count), expr.grain.word
    if expr.count == 0:
        return published.removesuffix(")") + ")" if published else "the day of publication"
    return f"{count} {unit}{'s' * (count != 1)} {'before' if expr.count < 0 else 'after'} {published}"


def _part(expr: PartOf) -> str:
    thirds = {"START": "the first third of", "MID": "the middle third of", "END": "the last third of"}
    return thirds.get(expr.part.value, f"the {expr.part.name.lower()} of")


def spoken_of(expr: Any, anchor: Anchor) -> str:
    """An inner expression's interval in words."""
    interval = expr.at(anchor)
    return "it" if interval is None else spoken(interval)


def _why_of(expr: Any, anchor: Anchor) -> str:
    interval = expr.at(anchor)
    return "" if interval is None else _why(expr, anchor, interval)


def _side(interval: Interval, anchor: Anchor) -> str:
    day = anchor.day or 0
    if interval.start is not None and interval.end is not None and interval.start <= day * DAY_MINUTES < interval.end:
        return "that holds"
    return "before" if (interval.first_day or 0) < day else "after"
