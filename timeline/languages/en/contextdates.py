"""What the words beside an English date make of it: "that November" or that it was in November, a feast or a film.

Each gives the phrase itself, another in its place, or None where it is no phrase of time.
"""

from __future__ import annotations

import re

from timeline.expr import Clock, Dated, Here, PartOf, Weekday
from timeline.grammar import Token
from timeline.interval import Grain
from timeline.languages.en.beside import SUBJECTS, VERBS, stands_alone, word_before, word_behind
from timeline.languages.en.figures import AGED, LABELS

_OPENS_NO_CLAUSE = frozenset(
    "on by from until till of since in during before after through for late early later earlier over and but then".split()
)
# Behind these "that" opens a clause: "said that Saturday's vote …".
_TAKES_A_CLAUSE = frozenset(
    """
    said say says saying told tell tells thought think thinks knew know knows known hear heard felt feel feels hope hopes
    believe believes saw see sees found find finds learn learns learnt read reads show shows shown showed argue argues sure
    certain clear true likely possible so such fact news claim claims report reports sign signs proof view idea fear fears
    warn warns means meant mean is was be been agreed agree agrees doubt doubts given than
    """.split()
)
_IN_A_TIME = frozenset("of in during by until till throughout from for".split())
_MANY = frozenset("several many most half few all some two three four five six both each every no thousands hundreds".split())
_FROM_MIDNIGHT = frozenset("after past since from".split())
_IS_A_WORK = re.compile(
    r"\s(?:is|was)\s(?:a|an|the)\s(?:\w+\s){0,2}(?:film|movie|novel|book|song|album|play|comedy|thriller|drama|series)\b"
)
_MOST_OF_ALL = re.compile(
    r"\b(?:[a-z]{2,}est|most|least|worst|only|last|final|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))"
    r"[ -](?:[\w'’-]+ ){0,5}of $"
)
# Behind these "early" tells how they are done.
_DONE_EARLY = frozenset("close closes closed closing shut shuts shutting leave leaves leaving finish finishes finished".split())


def of_the_told(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "That November", and not "said that November had been cold"."""
    before, after = word_before(text, start), word_behind(text, end)
    named = token.parts[-1]
    if low.startswith("that same", start):
        return token
    if (text[start] == "T" or before.lower() in _IN_A_TIME) and (after in _MANY or (after[-1:] == "s" and after.islower())):
        return token  # "that winter several towns …", "in that summer half the courts …"
    if not before.isalpha() or text[start] == "T" or before.lower() in _OPENS_NO_CLAUSE:
        opens = not before.isalpha() or text[start] == "T"
        if stands_alone(text, end) or after[:1].isupper() or after in SUBJECTS or (opens and after in VERBS):
            return token
    elif before.lower() not in _TAKES_A_CLAUSE and stands_alone(text, end) and text[end : end + 1] not in ("'", "’"):
        return token
    return named if named.kind == "DATE" else None


def daypart(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "That summer night" is one of many."""
    return None if token.parts[0].rule == "that_season" else token


def part_of_season(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "In late summer", and neither "an early spring" nor "the early fall of the city"."""
    weather = word_before(text, start).lower() in ("a", "an", "another", "such")
    return None if weather or word_behind(text, end) == "of" else token


def weekday_before(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "The Friday before, …", and not "the Friday before the vote", of which only the Friday is told."""
    if not word_behind(text, end).isalnum():
        return token
    day = token.parts[1]
    return Token("DATE", Weekday(day.value), day.start, day.end, "weekday", (day,), "WEEKDAY")


def calendar_day(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "July Fourth", and not "in May second-placed Porto"."""
    if token.parts[0].rule == "slashed":
        return no_number(token, text, low, start, end)
    named = next((part for part in token.parts if part.rule == "month_ordinal"), None)
    if named is None or named.parts[-1].kind != "ORDINAL":
        return token
    if _is_day(named, text, end):
        return token
    return _bare_month(named)


def _is_day(named: Token, text: str, end: int) -> bool:
    """ "July Fourth", and neither "second-placed Porto" nor "the Eighth Army"."""
    capital = named.parts[-1].text[:1].isupper()
    of_name = len(named.parts) > 2 and capital and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    return text[end : end + 1] != "-" and (stands_alone(text, end) or capital) and not of_name


def _bare_month(named: Token) -> Token:
    month = named.parts[0]
    return Token("DATE", Dated(None, month.value), month.start, month.end, "month", (month,), "MONTH")


def feast(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "Closed on Black Friday", and not "Black Friday is a film"; "the Fourth of July parade" is the parade's article."""
    if _IS_A_WORK.match(low, end):
        return None
    article = low.startswith("the ", start) and not stands_alone(text, end)
    return token._replace(start=token.start + 4) if article else token


def no_number(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "2016-04", and no "resolution 2016-04"."""
    return None if text[start - 1 : start] == "-" or word_before(text, start).lower() in LABELS else token


def part(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "Closed early on Christmas Eve": the adverb belongs to the verb; "in his late fifties" is an age."""
    if token.parts[-1].rule == "decade" and word_before(text, start).lower() in AGED:
        return None
    day = token.parts[-1]
    if day.rule == "calendar_day" and (named := day.parts[0]).rule == "month_ordinal" and not _is_day(named, text, end):
        month = _bare_month(named)
        return token._replace(value=PartOf(token.value.part, month.value), end=month.end, parts=(*token.parts[:-1], month))
    on = len(token.parts) == 3 and token.parts[1].kind == "on"
    return token.parts[-1] if on and word_before(text, start).lower() in _DONE_EARLY else token


def the_year(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "A loss for the year", "the worst storm of the year"; neither "at this time of the year" nor "Player of the Year"."""
    if not text[start:end].islower():
        return None
    if word_before(text, start).lower() == "for":
        return token if stands_alone(text, end) and text[end : end + 1] not in ("'", "’", "-") else None
    return token if _MOST_OF_ALL.search(text, max(0, start - 60), start) else None


def full_year(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "For the full year it expects a loss" is that year; "he served the full year" is a length."""
    if low[start:end] != "the full year" or word_before(text, start).lower() not in ("for", "in"):
        return token
    return token._replace(kind="DATE", value=Here(Grain.YEAR))


def no_kind_of(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "By the evening" the road was open; but it went "by the night ferry"."""
    if not low.startswith("the ", start) or stands_alone(text, end):
        return token
    after = word_behind(text, end)
    return token if after[:1].isupper() or after in SUBJECTS or after in VERBS else None


def midnight(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """Midnight ends the day that is named; but "shortly after midnight on Friday" is that Friday's first hour."""
    return token._replace(value=Clock(token.value.of, 0)) if word_before(text, start).lower() in _FROM_MIDNIGHT else token
