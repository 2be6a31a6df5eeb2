"""English words and numbers that only look like a time: "May" the verb or the name, "2000 people", "room 1985".

Asked once for each phrase that the grammar has read; sees the phrase and the words next to it.
"""

from __future__ import annotations

import re

from timeline.grammar import Token

_BEFORE = re.compile(r"([^\W\d_]+[.'’]?|[^\w\s])\s*$")
_AFTER = re.compile(r"\s*([^\W_]+|[^\w\s])")

# What may stand before a year that stands alone.
_TIME_BEFORE = frozenset(
    """
    in since by from until till to of before after during between and through around about circa the early mid
    late year spring summer autumn fall winter or than back as between for
    """.split()
)
# What a number of four digits counts when it is no year.
_COUNTED = frozenset(
    """
    people men women children dollars pounds euros yen won miles kilometers kilometres meters metres feet tons
    tonnes acres hectares votes points jobs homes houses students workers soldiers troops employees residents
    copies square km kg mph hp percent per cent rpm calories gallons liters litres barrels shares times words
    pages
    """.split()
)
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
_DOUBTFUL = frozenset("weekday year month unit_before part_before decade circa q hour".split())
_OF_PEOPLE = ("his", "her", "their", "my", "our", "your")
# Papers, programmes, places and people that have a weekday in their names.
_TITLES = frozenset(
    """
    Times Telegraph Mail News Show Live Post Herald Tribune Journal Express Mirror Independent Review Magazine Night Addams Weld
    Harbor Harbour Island Creek Street Road Lake Club
    """.split()
)
_TITLES_BEFORE = frozenset("Black Ruby Joe Billy Inspector Mr Mr. Ms Ms. Mrs Mrs. Miss Dr Dr. Judge TGI Man".split())
_BEFORE_AN_ADJECTIVE = frozenset("was were is are be been being too so very hours minutes days weeks".split())
_AMOUNT_OF = re.compile(r"\b(?:population|crowd|total|number|staff|capacity|height|altitude|depth|average) of\s+$")
_WITH_A_YEAR = frozenset("Olympics Olympic World Games Summer Winter Cup I".split())
_NAMES_A_PLACE = frozenset(
    """
    room flight page chapter section article no number route highway model channel gate suite box resolution form
    rfc ieee din iso hd windows office server peugeot audi directive bill hb sb lot item note invoice  locker port
    extension patient inmate act code lane bus unit apartment bay pier berth figure table case class series
    version
    """.split()
)


def may_be_trap(token: Token) -> bool:
    """Whether a phrase is of a kind that is sometimes no time at all."""
    return token.kind in ("DURATION", "SPAN") or token.rule in _DOUBTFUL


def kernel(token: Token, text: str, start: int) -> Token:
    """The phrase without a "late" or "early" that belongs to what stands before it: "the train was late on Saturday".

    >>> from timeline.grammar import Token
    >>> inner = Token("DATE", None, 8, 16, "weekday")
    >>> kernel(Token("DATE", None, 0, 16, "part", (inner,)), "was late on Saturday", 4).rule
    'weekday'
    """
    if token.rule != "part" or not token.parts or _neighbours(text, start, start)[0].lower() not in _BEFORE_AN_ADJECTIVE:
        return token
    return token.parts[-1]


def is_trap(token: Token, text: str, start: int, end: int) -> bool:
    """Whether the phrase `text[start:end]`, read by one bare word or number, is no time at all.

    >>> from timeline.grammar import Token
    >>> is_trap(Token("DATE", None, 0, 4, "year"), "about 2000 people", 6, 10)
    True
    """
    before, after = _neighbours(text, start, end)
    if token.kind in ("DURATION", "SPAN"):
        return _is_age_or_rate(token, text, start, end, before.lower(), after.lower())
    match token.rule:
        case "weekday":
            if text[end - 1] != "." and end - start < 6:  # Sun, the company
                return before.lower() not in ("on", "late", "early", "until", "by")
            return after in _TITLES or before in _TITLES_BEFORE or text.endswith("Mail on ", 0, start)
        case "unit_before" | "part_before":  # "the day before the vote was held" counts from the vote
            return after.isalnum()
        case "decade":  # "in his 30s", "in the low 20s"
            return before.lower() in _OF_PEOPLE or (end - start < 5 and before.lower() in ("high", "low", "upper", "lower"))
        case "year":
            return _is_count(text, start, end, before, after)
        case "circa":
            year = token.parts[-1]
            return year.rule == "year" and _is_count(text, end - 4, end, *_neighbours(text, end - 4, end))
        case "q":
            return before[:1].isupper()
        case "hour":
            return text[start:end] in ("Noon", "Midnight") and before[:1].isalpha()
        case "month":
            return _is_name(text, start, end, before, after)
    return False


def _is_name(text: str, start: int, end: int, before: str, after: str) -> bool:
    """Whether a bare month is a person, a street, a verb: April Jones, May Street, "May we come in?"."""
    word = text[start:end]
    if len(word.rstrip(".")) == 3 and word.lower() != "may":
        return before.lower() not in _TIME_BEFORE  # "Leejin Jun."
    if before in _TITLES_BEFORE:
        return True
    if after[:1].isupper() and len(after) > 1 and text[end : end + 1] == " " and before.lower() not in _TIME_BEFORE:
        return True
    return word in ("May", "March", "MAY", "MARCH") and _is_verb_or_name(before, after)


def is_compared(text: str, start: int) -> bool:
    """Whether the phrase that begins there stands behind a figure that it tells the period of.

    >>> is_compared("up from $10 million a year ago", 20)
    True
    """
    return _FIGURE.search(text, max(0, start - 24), start) is not None


def _is_age_or_rate(token: Token, text: str, start: int, end: int, before: str, after: str) -> bool:
    """A 6-year-old, 52 years old; 40 dollars a week; three-quarters of the crop; one day he will see."""
    if _OLD.match(text, end):
        return True
    words = text[start:end].lower()
    if words.endswith(("quarter", "quarters")) and not _UNIT_OF_TIME_BEFORE.search(words):
        return True
    if words.startswith(("a ", "an ")) and token.rule == "duration":
        return before not in _BEFORE_A_UNIT and after not in ("after", "before", "later", "earlier", "from")
    return words == "one day"


def _is_count(text: str, start: int, end: int, before: str, after: str) -> bool:
    if after.lower() in _COUNTED or before.lower() in _NAMES_A_PLACE or before == "-":
        return True
    if (after and after in "%°$€£") or _AMOUNT_OF.search(text, max(0, start - 30), start):
        return True
    if after[:1].isupper() and len(after) > 1 and text[end : end + 1] == " " and before.lower() not in _TIME_BEFORE:
        return after not in _WITH_A_YEAR  # 2012 Elm Street
    return (
        after.islower()
        and after.endswith("s")
        and len(after) > 3
        and before.lower() not in _TIME_BEFORE - {"and", "or", "than", "for"}
    )


def names_a_thing(before: str) -> bool:
    """Whether the word makes a name or a number of what stands behind it: room, resolution, version."""
    return before.lower() in _NAMES_A_PLACE


def _is_verb_or_name(before: str, after: str) -> bool:
    if before.lower() in _TIME_BEFORE or before.lower() in ("last", "next", "this", "on", "every", "each"):
        return False
    if not before or not before[0].isalpha():  # opens a sentence: a verb, unless it stands alone
        return after.islower() and after not in ("and", "or", "is", "was", "saw", "brought", "has", "had")
    return before[0].isupper() or before.islower()


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    left = _BEFORE.search(text, max(0, start - 24), start)
    right = _AFTER.match(text, end, end + 24)
    return (left[1] if left else ""), (right[1] if right else "")
