"""Numbers of four digits that their sentence tells to be no year: what is left of a sum, a price passed, a code, a departure.

"Of the 2000 invited, 1900 declined"; "broke through 1900"; "the code, 1492, was leaked"; "the 1930 ferry is late".
"""

from __future__ import annotations

import re

from timeline.languages.en import figures, verbs
from timeline.languages.en.surroundings import Place, opens_sentence
from timeline.languages.en.wordlists import one_of

# "Of the 2000 invited, 1900 declined."
_OUT_OF = re.compile(
    r"(?:^|[.!?;:] |\n)(?:Out )?[Oo]f (?:(?:the|these|those|its|his|her|their|some|about|almost|nearly) )?"
    r"\d[\d,]* (?!onwards?\b)[^.,;]{1,60}, (?:(?:some|about|only|all but|at least|over|nearly|almost) )?$"
)
_PARTED_ON = re.compile(
    r" (?!onwards?\b)[a-z][^.,;]{1,60}, (?:(?:some|about|only|all but|at least|over|nearly|almost) )?\d+ [a-z]"
)
_PARTED = frozenset([",", "some", "about", "only", "but", "least", "over", "nearly", "almost"])
# "The sum of 1000 and 1010."
# "Folios 1900 to 1940."
_NUMBERED_TO = re.compile(rf"\b{one_of(figures.NUMBERED)}\.? \d{{4}} (?:to|and|or|through) $", re.IGNORECASE)
# "2000 horse and 1500 foot"; "the vote was 1912 for and 1850 against".
_FORCE = re.compile(r" (?:horse|foot|infantry|cavalry)(?:[.,;]|$| (?:and|at|under|in|with|to|from|on)\b)")
# "Sank with 1900 aboard."
_AMONG = re.compile(r" (?:aboard|on board|dead|wounded|missing|inside|in tow|on foot)\b")
# The 1500, in metres.
_RUN = re.compile(r" (?:record|field|final|finals|heats?|title|race|runner|semi-?finals?|champion)\b")
_VOTED_AND = re.compile(r"\d (?:for|in favou?r),? and $")
_VOTED = re.compile(r" (?:against(?:[.,;]|$)|for and \d|in favou?r\b)")
_SUM_OF = re.compile(r"\b(?:sum|product|average|mean|difference|quotient) (?:of|between) (?:[\d,]+,? )+and $")
_PASSED = re.compile(
    rf"\b(?:{one_of(figures.PASSING)} through|{one_of(figures.PRICED)} (?:above|below|beyond|past|near|under|over)) $"
)
_AGAINST = re.compile(r" (?:against|versus|vs\.?|v\.?) (\d{4})\b")
_AGAINST_A_NUMBER = re.compile(r"\b(\d{4}) (?:against|versus|vs\.?) $")
_ROUND = 50
# "The code, 1492, was leaked."
_KEY = re.compile(rf"\b{one_of(figures.KEYS)}(?: number)?, $", re.IGNORECASE)
_IS = re.compile(r", (?:is|was|were|has|had|will|did|does|opens|opened|works|worked)\b")
_SHOWN = re.compile(rf"\b{one_of(figures.DIALS)} (?:said|says|showed|shows|read|reads|displayed|displays) $", re.IGNORECASE)
_PRIME = re.compile(
    r"\bprime\b[^.]{0,24} is $|\b(?:primes?|integers?|perfect squares?) (?:after|before|above|below|between|over|under) $"
)
_REST = re.compile(r"\b(?:last|first|rest|remainder) of the $")
# "Some 1500 to 2000 came."
_SOME_TO = re.compile(r"\b(?:some|about|around|roughly|nearly|perhaps|estimated|between) \d{4} (?:to|or|and) $", re.IGNORECASE)
_BY_VOTES = re.compile(r"(?: votes)? to (\d{4})(?! (?:levels|prices|standards|figures))")
# "The 1930 ferry is late": a departure, told in hours and minutes.
_LEAVES = re.compile(
    rf" {one_of(figures.VEHICLES)} (?:(?:is|was|will be) (?:full|late|delayed|cancelled|canceled|on time|sold out)"
    r"|leaves|departs|arrives|(?:to|from|for) [A-Z]\w+ (?:is|leaves|departs|arrives|stops|calls))"
)


def is_tallied(place: Place) -> bool:
    """Whether the sentence tells that a number is an amount, a code or a departure.

    >>> from timeline.languages.en.surroundings import place
    >>> is_tallied(place("Gold broke through 1900.", 19, 23)), is_tallied(place("It lasted through 1900.", 18, 22))
    (True, False)
    """
    before, left = place.before.lower(), place.left
    match before:
        case "through" | "above" | "below" | "beyond" | "past" | "near" | "under" | "over":
            return _PASSED.search(left) is not None or _PRIME.search(left) is not None
        case "," if _KEY.search(left):
            return _IS.match(place.right) is not None
        case "said" | "says" | "showed" | "shows" | "read" | "reads" | "displayed" | "displays":
            return _SHOWN.search(left) is not None
        case "and" | "to" | "or":
            if (
                _SUM_OF.search(left)
                or _NUMBERED_TO.search(left)
                or _VOTED_AND.search(left)
                or (_SOME_TO.search(left) and _does(place.after))
            ):
                return True
        case "after" | "before" | "between" | "is" if _PRIME.search(left):
            return True
        case "with":
            return _AMONG.match(place.right) is not None
        case "by":
            to = _BY_VOTES.match(place.right)
            return to is not None and int(to[1]) < int(place.words)
        case "the":
            if place.words == "1500" and _RUN.match(place.right):
                return True
            return (_REST.search(left) is not None and _does(place.after)) or _departs(place)
    if before not in figures.DETERMINERS and not place.timed and (_FORCE.match(place.right) or _VOTED.match(place.right)):
        return True
    return _is_part_of_many(place) or _is_against(place)


def _is_part_of_many(place: Place) -> bool:
    """Either number of "of 2000 invited, 1900 declined"."""
    if place.before == "Of" and opens_sentence(place.text, place.start - 3):
        return _PARTED_ON.match(place.right) is not None
    if place.before not in _PARTED or not _is_told_of_many(place.after):
        return False
    return _OUT_OF.search(place.text, max(0, place.start - 100), place.start) is not None


def _is_against(place: Place) -> bool:
    """It was 2000 against 1500: round numbers on both sides."""
    other = _AGAINST.match(place.right) or _AGAINST_A_NUMBER.search(place.left)
    return other is not None and not place.timed and int(place.words) % _ROUND == int(other[1]) % _ROUND == 0


def _departs(place: Place) -> bool:
    hour, minute = divmod(int(place.words), 100)
    return hour < 24 and minute < 60 and minute % 5 == 0 and _LEAVES.match(place.right) is not None


def _is_told_of_many(word: str) -> bool:
    return _does(word) or (word.islower() and word.endswith("s") and len(word) > 3) or word in ("did", "are", "were", "have")


def _does(word: str) -> bool:
    return word in figures.PLURAL or word in verbs.PAST or (word[-2:] == "ed" and len(word) > 4)
