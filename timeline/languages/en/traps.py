"""English words and numbers that only look like a time: "May" the verb or the name, "2000 people", "Saturday Night Live".

Asked once for each phrase that the grammar has read; sees the phrase and what stands around it.
Titles are told in works.py, names in names.py, numbers in counts.py.
"""

from __future__ import annotations

import re

from timeline.grammar import Token
from timeline.languages.en import verbs
from timeline.languages.en.context import TIME_BEFORE, Place, leaves, place
from timeline.languages.en.counts import is_circa_count, is_count, is_span_of_counts
from timeline.languages.en.marks import is_mark, is_rank
from timeline.languages.en.names import is_name, is_street
from timeline.languages.en.works import capitals, is_title

_FIGURE = re.compile(
    r"(?:[\d%]|illion|cents|percent|a share|a unit|each|from|with|than|to|profit|loss|earnings|income|sales|revenue|results?)"
    r"[,)]?\s+(?:in|for|of)?\s*(?:the\s*)?$"
)
_OLD = re.compile(r"[\s-]+old\b")
_UNIT_OF_TIME_BEFORE = re.compile(r"\b(?:past|last|next|first|latest|two|several|few)\b")
# Before "a week" these tell a length of time; after a thing or a number it is a rate.
_BEFORE_A_UNIT = frozenset(
    """
    for in within after before about than nearly almost least most over under of during lasted took take takes last lasts
    until every is was be been only just another half spend spent wait waited some not as and or to once roughly around
    """.split()
)
_DOUBTFUL = frozenset(
    """
    weekday year month unit_before part_before decade circa q hour dayword feast day_of_month calendar_day often units tonight
    the_quarter numbered weekdays season years short_years from_to between season_year
    """.split()
)
_BEFORE_AN_ADJECTIVE = frozenset("was were is are be been being too so very hours minutes days weeks".split())
_NOT_UNITS = frozenset("light man kilowatt megawatt gigawatt watt terawatt -".split())
_MINUTES = re.compile(r" (?:of (?:the|a|its|their|last|that) (?:\w+ )?(?:meeting|council|session|board|committee|hearing|conference)|aloud|are sealed|shows?|were (?:approved|read|signed|sealed|lost)|record)")
_MINUTED = re.compile(r"\b(?:read|take|takes|took|taking|keep|kept|sign|signed|approve|approved|wrote|typed|of)(?: out)? (?:the )?$")
_COIN_BEFORE = frozenset("put with insert inserted dropped found gave fed used paid spent flipped".split())
_COIN_AFTER = re.compile(r" (?:into|and (?:a |\w+ )?(?:dimes?|nickels?|penn(?:y|ies)))\b")
_FINAL = re.compile(r"-?final|-?back|-?deck|-?master|-?mile|-?inch|-?pound")
_PASSING = frozenset("of later before after passed ago went into from and until between when without that spent long had".split())
_CALLED = re.compile(r"(?:['’]s)? (?:called|named|was|were|is|are|has|had|sold|folded|printed|that|which|and|in|or|for)\b|[.,;!?]|$")


_BESIDE_A_MONTH = frozenset("and or is was saw brought has had".split())
_GLUED = re.compile(r"[.@_][a-z]| & [A-Z]|, (\w+)")


_YESTERDAYS = re.compile(r"['’]s (?:man|men|news|heroes|youth)\b(?! (?:conference|briefing))")
_OF_TOMORROW = re.compile(r"\b(?:men|women|leaders|worlds?|city|cities|cars?|stars|homes?|houses?|farms?|workers|voters|citizens|schools?|engineers|champions) of $")


def may_be_trap(token: Token) -> bool:
    """Whether a phrase is of a kind that is sometimes no time at all."""
    if token.kind in ("DURATION", "SPAN") or token.rule in _DOUBTFUL or _has_a_name(token):
        return True
    return bool(capitals(token)) or (token.rule == "part" and token.parts[-1].rule == "decade")


def _has_a_name(token: Token) -> bool:
    return any(leaf.kind in ("MONTH", "WEEKDAY", "FEAST") for leaf in leaves(token))


def kernel(token: Token, text: str, start: int) -> Token:
    """The phrase without a "late" or "early" that belongs to what stands before it: "the train was late on Saturday".

    >>> from timeline.grammar import Token
    >>> inner = Token("DATE", None, 8, 16, "weekday")
    >>> kernel(Token("DATE", None, 0, 16, "part", (inner,)), "was late on Saturday", 4).rule
    'weekday'
    """
    if token.rule != "part" or not token.parts or place(text, start, start).before.lower() not in _BEFORE_AN_ADJECTIVE:
        return token
    return token.parts[-1]


def is_trap(token: Token, text: str, start: int, end: int) -> bool:
    """Whether the phrase `text[start:end]` is no time at all.

    >>> from timeline.grammar import Token
    >>> is_trap(Token("DATE", None, 0, 4, "year"), "about 2000 people", 6, 10)
    True
    """
    at = place(text, start, end)
    glued = _GLUED.match(text, end)  # Monday.com; "Monday, Monday"
    if glued is not None and glued[1] in (None, at.words) and at.words.isalpha():
        return True
    return _by_its_rule(token, at) or is_title(token, at) or (_names_something(token, at))


def _names_something(token: Token, at: Place) -> bool:
    match token.rule:
        case "weekday" | "month" | "feast" | "weekdays" | "date_daypart" | "hour":
            return is_name(token, at)
        case "units":
            return at.words == "Weeks" and is_name(token, at)
        case "calendar_day":
            return is_street(at)
    return False


def _by_its_rule(token: Token, at: Place) -> bool:
    text, start, end, before = at.text, at.start, at.end, at.before
    if token.kind in ("DURATION", "SPAN"):
        return _is_age_or_rate(token, at)
    match token.rule:
        case "weekday":
            if text[end - 1] != "." and end - start < 6:  # Sun, the company
                return before.lower() not in ("on", "late", "early", "until", "by")
        case "unit_before" | "part_before":  # "the day before the vote was held" counts from the vote
            return at.after.isalnum()
        case "decade":
            return is_mark(token, at)
        case "part":
            return token.parts[-1].rule == "decade" and is_mark(token, at)
        case "years" | "short_years" | "from_to" | "between":
            return is_span_of_counts(at)
        case "dayword":
            return _is_saying(at)
        case "day_of_month":
            return is_rank(at)
        case "year":
            return is_count(at)
        case "circa":
            return token.parts[-1].rule == "year" and is_circa_count(text, start, end)
        case "q":
            return before[:1].isupper()
        case "hour" if at.words == "midnight" and at.after in ("blue", "oil", "sun"):
            return True
        case "hour":
            return at.words in ("Noon", "Midnight") and (before[:1].isalpha() or at.named_on)
        case "month":
            return _is_no_month(at)
        case "often":
            return before.lower() in ("the", "a", "an", "its", "this") and _CALLED.match(at.right) is not None
        case "the_quarter" | "numbered":
            return _FINAL.match(at.right) is not None
    return False


def _is_no_month(at: Place) -> bool:
    """Whether a bare month is a person or a verb: April Jones, "Leejin Jun.", "May we come in?"."""
    word, before = at.words, at.before
    if len(word.rstrip(".")) == 3 and word.lower() != "may":
        return before.lower() not in TIME_BEFORE  # "Leejin Jun."
    if at.named_on and at.after not in ("I", "A") and before.lower() not in TIME_BEFORE and (word.isupper() or not at.in_headline()):
        return True
    return word in ("May", "March", "MAY", "MARCH") and _is_verb_or_name(before, at.after)


def _is_saying(at: Place) -> bool:
    """Yesterday's man, the leaders of tomorrow."""
    return _YESTERDAYS.match(at.right) is not None or _OF_TOMORROW.search(at.left) is not None and at.words == "tomorrow"


def is_compared(text: str, start: int) -> bool:
    """Whether the phrase that begins there stands behind a figure that it tells the period of.

    >>> is_compared("up from $10 million a year ago", 20)
    True
    """
    return _FIGURE.search(text, max(0, start - 24), start) is not None


def _is_age_or_rate(token: Token, at: Place) -> bool:
    """A 6-year-old, 52 years old; 40 dollars a week; three-quarters of the crop; one day he will see; the minutes of a meeting."""
    if _OLD.match(at.text, at.end):
        return True
    words, before, after = at.words.lower(), at.before.lower(), at.after.lower()
    if words.endswith(("quarter", "quarters")) and not _UNIT_OF_TIME_BEFORE.search(words):
        return True
    if words.endswith("quarters") and (before in _COIN_BEFORE or _COIN_AFTER.match(at.right)):
        return True
    if token.rule == "units":
        if before in _NOT_UNITS and at.text[at.start - 1 : at.start] in "- ":
            return True
        if words == "minutes" and ((_MINUTES.match(at.right) and before in ("the", "")) or (_MINUTED.search(at.left) and after not in _PASSING and (before == "the" or after in ("at", "during", "of", "")))):
            return True
        if at.words[0].isupper() and at.opens() and at.words == "Weeks":
            return after not in _PASSING and (after[-2:] == "ed" or after in verbs.PAST)
    if words.startswith(("a ", "an ")) and token.rule == "duration":
        return before not in _BEFORE_A_UNIT and after not in ("after", "before", "later", "earlier", "from")
    return words == "one day"


def _is_verb_or_name(before: str, after: str) -> bool:
    if before.lower() in TIME_BEFORE or before.lower() in ("last", "next", "this", "on", "every", "each"):
        return False
    if not before or not before[0].isalpha():  # opens a sentence: a verb, unless it stands alone
        figures = after.endswith("s") and len(after) > 4  # "May orders fell"
        return after == "I" or (after.islower() and not figures and after not in _BESIDE_A_MONTH)
    return before[0].isupper() or before.islower()
