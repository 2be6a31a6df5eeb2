"""Do two tellings tell the same? Their dates, the names that matter, and what their clauses say decide. Pure.

"same": one event. "rival": one event on which they contradict each other about the day. "maybe": near, and why not.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.interval import DAY_MINUTES, Interval
from timeline.likeness import Content, Rarity
from timeline.model import Event, Source
from timeline.notation import date_text, parse_date

SAME, RIVAL, MAYBE = "same", "rival", "maybe"
_APART = 3  # days between dates that contradict each other; farther apart it is another event
_FRESH = 2  # days: who tells of so near a day tells of his own day

# By the longer of the two dates, in days: how much of the clause of the one, and of the other, both have to say.
_ASKED = (1, 0.6, 0.35), (11, 0.6, 0.35), (31, 0.7, 0.4), (366, 0.85, 0.5)
_REPEATED = 0.8, 0.6  # within one article; and where dates contradict each other
_NO_VERB = 0.5  # as much in common needs no verb: "a slight increase", told twice
_NO_NAME = 3, 2  # where no name is shared, so many words are asked, as rare together as so many that only one article has
_OTHER_NUMBERS = 0.15  # more is asked where both have numbers, and none in common
_NEAR = 0.5, 0.25  # what may be the same
_FEWEST = 2  # words that both say
_UNTIL = re.compile(r"\b(?:until|till|til|by|through|to|before|for)\s+(?:[\w.:]+\s+){0,3}$", re.IGNORECASE)


class Verdict(NamedTuple):
    """What two tellings are to each other, how surely (0 … 2), and why they are not one."""

    kind: str
    weight: float
    why: str = ""


class Likeness(NamedTuple):
    """How much of the clause of each the other says too: the greater share and the lesser, what they share.

    `rare` weighs their words, against one that only one article has; `verb` says whether one of them is what happened.
    """

    most: float
    least: float
    names: frozenset[str]
    words: frozenset[str]
    rare: float
    verb: bool
    numbers_differ: bool

    def reaches(self, most: float, least: float) -> bool:
        """Whether the clauses say the same to that degree."""
        if self.numbers_differ:
            most, least = most + _OTHER_NUMBERS, least + _OTHER_NUMBERS
        if len(self.words) < _FEWEST and not (self.verb and len(self.names) > 1):
            return False
        if not self.names and (len(self.words) < _NO_NAME[0] or self.rare < _NO_NAME[1] or not self.verb or self.numbers_differ):
            return False
        return self.most >= most and self.least >= (least if self.verb else max(least, _NO_VERB))

    @property
    def is_near(self) -> bool:
        """Whether they may be the same, where they are not taken for it."""
        return self.most >= _NEAR[0] and self.least >= _NEAR[1] and bool(self.names) and len(self.words) >= _FEWEST


def likeness(one: Content, other: Content, rarity: Rarity) -> Likeness:
    """Compare the clause of each with the sentence of the other; rare words count more."""
    shares = sorted(
        rarity.sum(clause & stems) / (rarity.sum(clause) or 1)
        for clause, stems in ((one.clause, other.stems), (other.clause, one.stems))
    )
    shared = one.stems & other.stems
    names = one.names & other.names
    return Likeness(
        most=shares[1],
        least=shares[0],
        names=names,
        words=shared - names,
        rare=rarity.sum(shared - names) / rarity.most,
        verb=bool(one.verbs & other.stems or other.verbs & one.stems),
        numbers_differ=bool(one.numbers and other.numbers and not one.numbers & other.numbers),
    )


def excludes(one: Content, other: Content, rarity: Rarity) -> bool:
    """Whether they speak of others: each names somebody whom the other does not, and who is rarer than all whom they share.

    Where only one of them names anybody, the other may speak of the same. Prices and percentages tell them apart, too.
    """
    if one.figures and other.figures and one.figures.isdisjoint(other.figures):
        return True
    if not one.names or not other.names:
        return False
    both = one.names & other.names
    if not both:
        return True
    weight = rarity.weight
    shared = max(map(weight, both))
    return all(
        any(name in a.clause and name not in b.stems and weight(name) >= shared for name in a.names)
        for a, b in ((one, other), (other, one))
    )


def verdict(one: Event, other: Event, contents: tuple[Content, Content], rarity: Rarity) -> Verdict | None:
    """What two tellings, each with one source, are to each other; None where they have nothing to do with each other."""
    if one.kind != other.kind:
        return None
    a, b = one.sources[0], other.sources[0]
    if a.article == b.article and a.sentence == b.sentence:
        return None  # who dates twice in a sentence tells two
    if excludes(*contents, rarity):
        return None
    together = common(one.date, other.date) is not None
    if not together and not _may_contradict(one, other):
        return None  # most pairs end here, before their words are weighed
    alike = likeness(*contents, rarity)
    weight = alike.most + alike.least
    if not together:
        return _contradiction(one, other, alike, weight)
    if one.status != other.status:
        return Verdict(MAYBE, weight, f"one tells it as {one.status}, the other as {other.status}") if alike.is_near else None
    if a.article == b.article:
        if one.date[:2] == other.date[:2] and alike.reaches(*_REPEATED) and alike.verb and alike.names:
            return Verdict(SAME, weight)
        return None
    asked = _asked(one.date, other.date)
    if asked is not None and alike.reaches(*asked):
        return Verdict(SAME, weight)
    return Verdict(MAYBE, weight, _too_little(one, other, alike)) if alike.is_near else None


def _asked(one: Interval, other: Interval) -> tuple[float, float] | None:
    days = max(_vagueness(one), _vagueness(other))
    return next(((most, least) for limit, most, least in _ASKED if days <= limit), None)


def _vagueness(date: Interval) -> float:
    """In days: how many may be meant; of what lasted, those of its ends that are told ("since 2004")."""
    ends = [end for end in (date.first, date.last) if end is not None]
    return max(map(length, ends)) if date.lasts and ends else length(date)


def length(date: Interval) -> float:
    """In days; what is open at one end is endless."""
    return float("inf") if date.start is None or date.end is None else (date.end - date.start) / DAY_MINUTES


def _too_little(one: Event, other: Event, alike: Likeness) -> str:
    if max(length(one.date), length(other.date)) > _ASKED[1][0]:
        return f"the dates are vague ({date_text(one.date)}, {date_text(other.date)})"
    return "their numbers differ" if alike.numbers_differ else "they say it in other words"


# ---------------------------------------------------------------- dates


def common(one: Interval, other: Interval) -> Interval | None:
    """The days that both dates allow; None where they exclude each other, or where one lasted and the other did not.

    >>> from timeline.notation import parse_date
    >>> date_text(common(parse_date("2020-03-01..2020-03-10"), parse_date("2020-03-04")))
    '2020-03-04'
    """
    if one[:2] == other[:2] and one.lasts == other.lasts:
        return min(one, other, key=lambda date: (date.circa, date.uncertain, date.grain))
    if one.lasts or other.lasts or None in (one.start, one.end, other.start, other.end) or not one.overlaps(other):
        return None
    assert one.start is not None and one.end is not None and other.start is not None and other.end is not None
    start, end = max(one.start, other.start), min(one.end, other.end)
    for date in (one, other):
        if (date.start, date.end) == (start, end):
            return date
    return Interval(start, end, min(one.grain, other.grain))


def _may_contradict(one: Event, other: Event) -> bool:
    """Whether two articles each tell of one day, and these are near."""
    first, second = one.date.first_day, other.date.first_day
    if first is None or second is None or not 0 < abs(first - second) <= _APART or one.status != other.status:
        return False
    if one.date.lasts or other.date.lasts or not length(one.date) <= 1 >= length(other.date):
        return False
    return one.sources[0].article != other.sources[0].article


def _contradiction(one: Event, other: Event, alike: Likeness, weight: float) -> Verdict | None:
    """Of events that plainly are one, told with days that exclude each other. What recurs daily is no contradiction."""
    if any(_UNTIL.search(_before(event.sources[0])) for event in (one, other)):
        return None  # a day that was put off is told with both
    if not (alike.reaches(*_REPEATED) and alike.verb and alike.names):
        return None
    if _is_of_its_day(one) and _is_of_its_day(other) and one.sources[0].published != other.sources[0].published:
        said = f"each tells of its own day ({date_text(one.date)}, {date_text(other.date)})"
        return Verdict(MAYBE, weight, said) if alike.is_near else None
    return Verdict(RIVAL, weight)


def _before(source: Source) -> str:
    return source.sentence.partition(source.phrase)[0]


def _is_of_its_day(event: Event) -> bool:
    published = event.sources[0].published
    day = None if published is None else parse_date(published).first_day
    return day is not None and event.date.first_day is not None and abs(day - event.date.first_day) <= _FRESH
