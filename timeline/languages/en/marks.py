"""Decades and ordinals that tell ages, degrees, strokes and floors: "in his 30s", "highs in the 70s", "on the 21st floor"."""

from __future__ import annotations

import re

from timeline.grammar import Token
from timeline.languages.en import figures
from timeline.languages.en.surroundings import Place
from timeline.languages.en.wordlists import one_of

_DEGREES = re.compile(rf"\b{one_of(figures.DEGREES)}\b|\bhit the \d", re.IGNORECASE)
_TWO_DIGITS = re.compile(r"(?:the )?[1-9]0s", re.IGNORECASE)
# "Her grades are in the 90s"; but "he was in the 70s a radical".
_STANDS_IN = re.compile(
    r"(?<!\bit)(?<!\bthis)(?<!\bthat)(?<!\bhe)(?<!\bshe)(?<!\bthey)(?<!\bwho) (?:is|are|was|were) in $", re.IGNORECASE
)
_AGE_GROUPS = (" age group", " age range", " age bracket", " age band")
_GOLF = re.compile(rf"\b{one_of(figures.GOLF)}\b", re.IGNORECASE)


def is_mark(token: Token, place: Place) -> bool:
    """Whether a decade, or a part of one, tells an age or a measure."""
    before = place.before.lower()
    if before in figures.AGED:
        return True
    if place.text.startswith(_AGE_GROUPS, place.end):
        return True
    if before in ("high", "low", "upper", "lower"):
        return len(place.words) < 5
    if token.rule != "decade" or not _TWO_DIGITS.fullmatch(place.words):
        return False
    return _DEGREES.search(place.around) is not None or _STANDS_IN.search(place.left) is not None


def is_rank(place: Place) -> bool:
    """Whether an ordinal counts: "on the 21st floor"; "he bogeyed the 14th".

    >>> from timeline.languages.en.surroundings import place
    >>> is_rank(place("on the 21st floor", 3, 11)), is_rank(place("on the 21st he left", 3, 11))
    (True, False)
    """
    return place.after in figures.RANKED or _GOLF.search(place.around) is not None
