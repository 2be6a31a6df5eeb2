"""Units that tell no length of time: a 6-year-old, 40 dollars a week, light years, the minutes of a meeting."""

from __future__ import annotations

import re

from timeline.grammar import Token
from timeline.languages.en import verbs
from timeline.languages.en.surroundings import Place

_OLD = re.compile(r"[\s-]+old\b")
_UNIT_OF_TIME_BEFORE = re.compile(r"\b(?:past|last|next|first|latest|two|several|few)\b")
# Before "a week" these tell a length of time; after a thing or a number it is a rate.
_BEFORE_A_UNIT = frozenset(
    """
    for in within after before about than nearly almost least most over under of during lasted took take takes last lasts
    until every is was be been only just another half spend spent wait waited some not as and or to once roughly around
    """.split()
)
_NOT_UNITS = frozenset("better halcyon salad glory light man kilowatt megawatt gigawatt watt terawatt -".split())
_MINUTES = re.compile(
    r" (?:of (?:the|a|its|their|last|that) (?:\w+ )?(?:meeting|council|session|board|committee|hearing|conference)|"
    r"aloud|are sealed|shows?|were (?:approved|read|signed|sealed|lost)|record)"
)
_MINUTED = re.compile(
    r"\b(?:read|take|takes|took|taking|keep|kept|sign|signed|approve|approved|wrote|typed|of)(?: out)? (?:the )?$"
)
_COIN_BEFORE = frozenset("put with insert inserted dropped found gave fed used paid spent flipped".split())
_COIN_AFTER = re.compile(r" (?:into|and (?:a |\w+ )?(?:dimes?|nickels?|penn(?:y|ies)))\b")
_PASSING = frozenset("of later before after passed ago went into from and until between when without that spent long had".split())


def is_no_length(token: Token, at: Place) -> bool:
    """Whether a duration is none.

    >>> from timeline.grammar import Token
    >>> from timeline.languages.en.surroundings import place
    >>> is_no_length(Token("DURATION", None, 0, 6, "units"), place("two light years off", 10, 15))
    True
    """
    words, before, after = at.words.lower(), at.before.lower(), at.after.lower()
    if _OLD.match(at.text, at.end) or _is_no_quarter(words, before, at):
        return True
    if token.rule == "units" and _is_no_unit(words, before, after, at):
        return True
    if words == "a month" and at.right.startswith(" of Sundays"):
        return True
    if words.startswith(("a ", "an ")) and token.rule == "duration" and not words.endswith("s"):
        return before not in _BEFORE_A_UNIT and after not in ("after", "before", "later", "earlier", "from")
    return words == "one day"


def _is_no_quarter(words: str, before: str, at: Place) -> bool:
    """Three-quarters of the crop; two quarters for the slot."""
    if not words.endswith(("quarter", "quarters")):
        return False
    if not _UNIT_OF_TIME_BEFORE.search(words):
        return True
    return words.endswith("s") and (before in _COIN_BEFORE or _COIN_AFTER.match(at.right) is not None)


def _is_no_unit(words: str, before: str, after: str, at: Place) -> bool:
    """Light years, man-hours; the minutes of the meeting; "Weeks denied the charge"."""
    if before in _NOT_UNITS and at.text[at.start - 1] in "- ":
        return True
    if words == "years" and before == "the" and after.isdecimal():
        return True  # "the years 1986 and 1987"
    if words == "minutes":
        if _MINUTES.match(at.right) and before in ("the", ""):
            return True
        taken = before == "the" or after in ("at", "during", "of", "")
        return taken and after not in _PASSING and _MINUTED.search(at.left) is not None
    return at.words == "Weeks" and at.opens() and after not in _PASSING and (after[-2:] == "ed" or after in verbs.PAST)
