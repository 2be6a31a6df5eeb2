"""English phrases that end in a bare number, or join two dates with little: is all of it meant?

"May 5 and 6" names two days, "on May 5 and 6 people" one; "Friday to Sunday" is a range, "moved on Friday to Sunday" is not.
Asked for the few rules that need it; sees the words beside the phrase.
"""

from __future__ import annotations

import re

from timeline.expr import Undated
from timeline.grammar import Token

_NUMBERED = frozenset("to_day day_to_bare and_day date_bare_hour days_behind".split())
_JOINED = frozenset(["units_to", "units_dash"])
_QUARTERS = frozenset(["numbered", "quarter_in"])
_WEEKDAYS = frozenset(["units_to", "units_dash", "from_to"])
_LISTED = frozenset(["days_before"])
RULES = _LISTED | _NUMBERED | _JOINED | _QUARTERS | _WEEKDAYS

_NEXT = re.compile(r"[^\S\n]{0,8}(?:-|\n[^\S\n]{0,8})?(?:(\w+)|[%°$€£])")
# What goes on after a date; any other word is a thing that the number counts.
_GOES_ON = frozenset(
    """
    and or but nor at in on by with for from to of off as than when while where which who whom whose that after before because
    if though although so since until till during into over under near outside inside around against between is are was were be
    been has have had will would can could may might must should shall do does did not he she it they we you i the a an this
    these those his her its their our my there here amid without about sharp
    """.split()
)
_VERSION = re.compile(r"\b(?:version|release|build|firmware|update|section|clause|rule|paragraph|v|v\.)\s*$", re.IGNORECASE)
_OPEN_BEFORE = re.compile(r"\b(?:open|opens|opening hours|office hours|available|daily|works|airs)[:,]?\s+$", re.IGNORECASE)
# Before the first bare day of a list; behind any other word or sign the numbers count, or name a room or a chapter.
_EARLIER = re.compile(r"(?:\b\d{1,2}(?:st|nd|rd|th)?\s*(?:,|/|,?\s(?:and|or)\b)\s*(?:the\s+)?)+$")
_BEFORE_DAYS = re.compile(
    r"(?:(?:^|[.:;!?,(–—]|\b(?:on|of|for|until|till|by|since|before|after|the|in|both|around|from))\s*|\n\s*)$", re.I
)
_ON_BEFORE = re.compile(r"\bon\s+$")
_SPACED_DASH = re.compile(r"\s[–—-]\s")


def meant(token: Token, text: str, offset: int) -> tuple[Token, ...]:
    """What is left of a phrase, with the words beside it: itself, or the dates in it that are sure.

    >>> from timeline.grammar import Token
    >>> friday, eight = Token("DATE", None, 0, 7, "tonight"), Token("DAY", 8, 11, 12)
    >>> phrase = Token("DATE", None, 0, 12, "date_bare_hour", (friday, eight))
    >>> [len(meant(phrase, text, 0)) and meant(phrase, text, 0)[0].end for text in ("tonight at 8 in Rome", "tonight at 8 bars")]
    [12, 7]
    """
    start, end = offset + token.start, offset + token.end
    if token.rule in _WEEKDAYS and _OPEN_BEFORE.search(text, max(0, start - 20), start):
        days = [part for part in token.parts if part.rule == "weekday"]
        if len(days) == 2:  # every week
            return (token._replace(kind="SET", value=Undated("XXXX-WXX")),)
    if token.rule in _JOINED:
        dates = tuple(part for part in token.parts if part.kind == "DATE")
        bare = any(part.rule in ("weekday", "month") for part in dates)
        apart = _ON_BEFORE.search(text, max(0, start - 6), start) or (bare and _SPACED_DASH.search(text, start, end))
        return dates if apart else (token,)
    if token.rule in _LISTED:
        earlier = _EARLIER.search(text, max(0, start - 40), start)
        return (token,) if _BEFORE_DAYS.search(text, max(0, start - 60), earlier.start() if earlier else start) else ()
    if token.rule in _QUARTERS:
        return () if text.startswith(("-final", " final"), end) else (token,)
    if token.rule not in _NUMBERED:  # 3.4.2019
        return () if _VERSION.search(text, max(0, start - 12), start) else (token,)
    some_of = token.rule == "date_bare_hour" and text.startswith(" of ", end)  # "tonight at one of the bars"
    if not some_of and not _is_count(text, end):
        return (token,)
    return tuple(part._replace(kind="DATE") for part in token.parts if part.kind in ("DATE", "CALDAY"))


def _is_count(text: str, end: int) -> bool:
    """Whether a thing follows that the number before it counts."""
    behind = _NEXT.match(text, end)
    return behind is not None and (behind[1] is None or behind[1].lower() not in _GOES_ON)
