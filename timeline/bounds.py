"""What the words before a date make of it: before 2019, since January, until Saturday, the day after the vote on Sunday.

The phrase names a date, and TIMEX3 stops there; an event, though, that happened before 2019 did not happen in 2019.
"""

from __future__ import annotations

import re

from timeline.interval import Grain, Interval

_WORDS = "before|after|since|until|till"  # without one of them there is no bound
_BOUNDING = re.compile(_WORDS, re.IGNORECASE)
_BEFORE_A_DATE = re.compile(rf"\b({_WORDS})\s+(?:the\s+)?$", re.IGNORECASE)
_NOT_UNTIL = re.compile(r"(?:\bnot|n['’]t|\bnever|\bno)\b[^.;,]{0,50}$", re.IGNORECASE)  # then it happened on that day
_LIKE_NOTHING = re.compile(
    r"\b(?:first|worst|best|highest|lowest|biggest|largest|smallest|most|least|strongest|weakest|deadliest|longest|hottest|coldest)"
    r"\b[^.;,]{0,60}?\bsince(?:\s+(?:the|at least|about))?\s+$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?P<count>the|a|an|one|two|three|four|five|six|seven|eight|nine|ten|[1-9]\d?)\s+(?P<unit>day|week|month|year)s?"
    r"\s+(?P<side>before|after)\s+(?:the|a|an|his|her|its|their|[\w-]+['’]s)\s+(?:[\w-]+\s+){1,4}?(?:on|in)\s+$",
    re.IGNORECASE,
)
_COUNTS = {word: count for count, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_FAR = 90
_REACH = 24  # characters before the phrase that may hold the preposition
# Behind the date the sentence ends or goes on with a small word: "after Monday's vote" and "after March elections" are no bounds.
_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?)\]”\"—–]|(?:and|or|but|the|a|an|when|as|in|on|at|to|for|with|because|if|of|he|she|it|they|we|was|were|is|are|has|had"
    r"|have|will|would|while|by|from|that|who|which|there|his|her|its|their)\b)"
)
_ENDS_IT = re.compile(r"(?:the\s+)?(?:very\s+)?(?:end|close)\b", re.IGNORECASE)  # before the end of May is in May, too


def bounded(text: str, start: int, end: int, date: Interval) -> tuple[Interval, str]:
    """The date of what is told with the phrase `text[start:end]`, which names `date`, and the words that make it so.

    >>> from timeline.notation import date_text, parse_date
    >>> text = "She left before 2019."
    >>> date, words = bounded(text, 16, 20, parse_date("2019"))
    >>> date_text(date), words
    ('..2018', 'before')
    """
    if date.grain < Grain.DAY or date.lasts:
        return date, ""
    far = text[max(0, start - _FAR) : start]
    if _BOUNDING.search(far) is None:
        return date, ""
    counted = _COUNTED.search(far)
    if counted is not None:
        return _counted(counted, date), f"{counted['count']} {counted['unit']} {counted['side']}".lower()
    near = text[max(0, start - _REACH) : start]
    match = _BEFORE_A_DATE.search(near)
    if match is None or not _ENDS.match(text, end):
        return date, ""
    word = match[1].lower()
    until = word in ("until", "till")
    if date.start is None or date.end is None or (until and _NOT_UNTIL.search(far)):
        return date, ""
    to_its_end = date.end if _ENDS_IT.match(text, start, end) else date.start
    match word:
        case "before":
            return _some_time(None, to_its_end, date), word
        case "after":
            return _some_time(date.end, None, date), word
        case "since":
            return Interval(date.start, None, date.grain, lasts=True, first=date._replace(circa=False)), word
        case _:
            return Interval(None, date.end, date.grain, lasts=True, last=date._replace(circa=False)), word


def _counted(words: re.Match[str], date: Interval) -> Interval:
    """The day after the vote on Sunday is Monday; a week after it is told by its day, as coarse as the date at least."""
    told = words["count"].lower()
    count = _COUNTS.get(told) or (int(told) if told.isdigit() else 1)
    grain = Grain[words["unit"].upper()]
    if date.start is None:
        return date
    moved = grain.shift(date.start, count if words["side"].lower() == "after" else -count)
    return Interval.unit(moved, date.grain if date.part is None else Grain.DAY)._replace(circa=date.circa or grain > date.grain)


def is_compared_with(text: str, start: int) -> bool:
    """Whether the phrase only says since when there was nothing like it: "for the first time since 2012".

    >>> is_compared_with("They won for the first time since 2012.", 34)
    True
    """
    far = text[max(0, start - _FAR) : start]
    return "since" in far.lower() and _LIKE_NOTHING.search(far) is not None


def _some_time(start: int | None, end: int | None, date: Interval) -> Interval:
    """Some time up to or from a moment; told by the grain of the date where that fits."""
    return Interval(start, end, date.grain if date.part is None else Grain.DAY)
