"""Numbers that look like a year and count, measure or price something: "2000 people", "rose to 1900", "1600 x 1200".

A bare number wants what makes it a year: a preposition before it ("in 1999"), or a thing behind it ("the 1999 crash").
"""

from __future__ import annotations

import re

from timeline.languages.en import figures, verbs
from timeline.languages.en.codes import is_code, is_labelled
from timeline.languages.en.surroundings import TIME_BEFORE, Place, place
from timeline.languages.en.tallies import is_tallied
from timeline.languages.en.wordlists import one_of

_OPENING = frozenset("In By Since Until From Before After During".split())
_ONE_LETTER = re.compile(r" [B-HJ-Z](?![\w'’]|\.[ \w])")
_HYPHENED = re.compile(rf"-(?!{one_of(figures.STYLE)}\b)[a-z]+(?<![a-z]{{2}}ed)\b")
_IN_ALL = (" in all", " in total", " all told")
_QUANTITY = re.compile(
    r"\b(?:at least|at most|more than|fewer than|less than|up to|as many as|no fewer than|some|another|only|nearly|"
    r"almost|over|all|exactly|"
    r"about|around|roughly|approximately|these|those|every|under|just|the other|additional|an extra|a further|estimated)\s+$",
    re.IGNORECASE,
)
_DATING = re.compile(
    r"\b(?:since|in|by|until|till|from|before|after|to|dating|of|circa|back)\s+(?:[a-z]+\s+){1,2}$",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"\b{one_of(figures.CHANGED_TO)} to\s+$|\b(?:one|1) to $"
    rf"|(?i:\b{one_of(figures.SET_TO)}\b(?: up| down)?(?: (?!back|date|election)\w+){{0,2}} to $)"
)
_BY = re.compile(rf"\b{one_of(figures.CHANGED_BY)} by (?:some |about )?$|(?i:multiplied by|divided by) $")
# By the word right before the number: what says, farther off, that it is an amount.
_AMOUNTING = {
    "of": re.compile(rf"\b(?i:{one_of(figures.SIZES)}) of\s+$"),
    "to": _TO,
    "by": _BY,
    "some": _BY,
    "about": _BY,
    "for": re.compile(rf"\b{one_of(figures.SOLD_FOR)}(?: (?!back)\w+){{0,2}} for $"),
    "in": re.compile(rf"(?:(?:^|[.!?] )One in|\b{one_of(figures.ONE_IN)} (?:one|1) in) $"),
    "the": re.compile(rf"\b(?:{one_of(figures.SOME)}|\d+) of the $", re.IGNORECASE),
}
_TO_A_NUMBER = re.compile(r" (?:to|by|x|×) (\d{1,4}|one|two|three|four|five)\b(?! [A-Z]|,? \d)")
_FROM_A_NUMBER = re.compile(r"\b(\d{4}) (?:to|by|x|×) $")
_YEAR_IS = re.compile(rf"\b{one_of(figures.YEAR_IS)}\b[^.]{{0,30}}?(?:is|was|be|were|being|been|['’]s) $", re.IGNORECASE)
# What no year that stands before a thing has behind it: "the 1905 from Paddington", "left 2000 homeless".
_NO_THING = re.compile(
    r"\s*(?:$|[.;!?]|,(?! \d)|(?:in|was|at|is|on|had|or|for|with|to|from|against|of|by|the|a|an|that|who|which|when|"
    r"were|have|has|are|will|"
    r"may|can|could|would|but|after|before|until|while|as|homeless|stranded|dead|alone|behind|and(?! (?:the )?\d)|"
    r"[a-z]+ed (?:in|at|by|the|a|an|to|and)|[a-z]+ed[.,;])(?![\w-]))"
)
# "Threw 2000 teddy bears"; but "won 2016 midterm elections".
_THINGS = re.compile(rf" [a-z-]+ (?!{one_of(figures.YEARLY)})[a-z]+s\b")
_PLURAL_AFTER = TIME_BEFORE - {"and", "or", "than", "for", "of", "about", "around"}
_OR_MORE = re.compile(r" (?:to|or) \d{4} ([a-z]+)")
_YEARS_ALONE = re.compile(r"(?:from |between )?\d{4}\W+(?:(?:to|and|until|through) )?\d+", re.IGNORECASE)
_YEARS = re.compile(r"\b\d{4}\b")
_LAST_DAY = 31
_YEARS_TOLD = range(1000, 2200)
_ARGUMENT = re.compile(r"\w[\[(]$|\b[A-Za-z]\s?[=<>≤≥]\s?$")
_IN_A_ROW = re.compile(r"(?:(?<![\d.,])(\d{2,4})|\(\d{2,4}\)) $")


def is_count(place: Place) -> bool:
    """Whether a number of four digits is no year.

    >>> from timeline.languages.en.surroundings import place
    >>> is_count(place("about 2000 people", 6, 10)), is_count(place("In 1999 workers struck.", 3, 7))
    (True, False)
    """
    if not place.words.isdigit():
        return False
    if place.before in _OPENING:
        return place.before == "By" and is_tallied(place)
    if is_tallied(place) or _is_amount(place) or _is_score(place) or is_code(place) or _is_in_figures(place):
        return True
    return _has_no_license(place) or _counts_a_plural(place)


def is_circa_count(text: str, start: int, end: int) -> bool:
    """Whether "about 1900" counts: "About 1900 fled"."""
    year = place(text, end - 4, end)
    if not year.words.isdigit():
        return False
    if (more := _OR_MORE.match(text, end)) is not None and _does(more[1]):
        return True
    return is_count(year) or (not place(text, start, end).timed and _does(year.after.lower()))


def is_span_of_counts(place: Place) -> bool:
    """Pages 1911-1914; "from 1200 to 1900 metres"; "between 1500 and 2000 people", where both are round."""
    if not _YEARS_ALONE.fullmatch(place.words):
        return False
    ends = _YEARS.findall(place.words)
    behind = place.after.lower()
    if len(ends) == 2:
        is_round = all(int(end) % 50 == 0 for end in ends)
        things = behind in figures.COUNTED or (is_round and place.after.islower() and _is_plural(behind))
        if things and (is_round or not place.opens()):
            return True
        if is_round and (_does(behind) or (place.before == "of" and _is_measured(place))):
            return True
    return place.before in figures.CURRENCIES or place.before.lower() in figures.MEASURING or is_labelled(place)


def _is_in_figures(place: Place) -> bool:
    """An argument, "sleep(1985)", "n = 1998"; one of a row of figures that are no years, "020 7946 1999"."""
    if _ARGUMENT.search(place.left):
        return True
    row = _IN_A_ROW.search(place.left)
    return row is not None and not (row[1] and (int(row[1]) <= _LAST_DAY or int(row[1]) in _YEARS_TOLD))


def _is_amount(place: Place) -> bool:
    """1950 metres; 1500 C; a 2000-seat hall; a crowd of 1900; over 2000 applied; 1800 in all."""
    left, right, after = place.left, place.right, place.after.lower()
    if after in figures.COUNTED and right[:1] in " \n":
        return not (after in ("of", "each", "more", "other") and place.timed)
    if (after and after in "%°$€£×") or _ONE_LETTER.match(right) or _HYPHENED.match(right) or right.startswith(_IN_ALL):
        return True
    if _is_measured(place) or (after in ("were", "have", "are") and not place.timed):
        return True
    return _does(after) and _QUANTITY.search(left) is not None and not _DATING.search(left)


def _is_measured(place: Place) -> bool:
    """Seats 1800; USD 1500; a crowd of 1900; rose to 2000; sold for 1500; one in 2000."""
    before = place.before.rstrip(".")
    if before in figures.CURRENCIES or before.lower() in figures.MEASURING:
        return True
    clue = _AMOUNTING.get(before.lower()) if before != "the" else None
    return clue is not None and clue.search(place.left) is not None


def _does(word: str) -> bool:
    """Whether a word behind a number is a verb whose subject it is: "over 2000 applied"."""
    return word in figures.PLURAL or word in verbs.PAST or (word[-2:] == "ed" and len(word) > 4)


def _is_score(place: Place) -> bool:
    """1945 to 1912, 2000 to one, 1600 by 1200."""
    number = int(place.words)
    to = _TO_A_NUMBER.match(place.right)
    if (
        to is not None
        and (place.before == "by" or not place.timed)
        and (not to[1].isdigit() or len(to[1]) < 4 or int(to[1]) <= number)
    ):
        return not (to[1].isdigit() and len(to[1]) == 2)
    other = _FROM_A_NUMBER.search(place.left) if place.before in ("to", "by", "x", "×") else None
    return other is not None and int(other[1]) >= number


def _has_no_license(place: Place) -> bool:
    """Behind a verb or a noun a number is what was counted: "held 2000", "passed 1900"; behind "the" it wants a thing.

    "The 1999 crash", "born 1999" and "a disputed 2016 vote" are years; "the 1500 was slow", "Police held 1500" are not.
    """
    word, behind = place.before.lower().rstrip("."), place.after.lower()
    the = word in figures.DETERMINERS
    if not word.isalpha() or place.before[-1] == "." or (place.before[0].isupper() and not the):
        return False
    if word in figures.IS:
        return not _YEAR_IS.search(place.left)
    if (word in TIME_BEFORE and not the) or word in figures.LICENSES:
        return False
    if _NO_THING.match(place.right) or (behind in verbs.PAST and not (the and behind in figures.NOUNS_TOO)):
        return True
    if word in ("has", "have", "had"):
        return place.after.islower()
    return word in verbs.PAST and _THINGS.match(place.right) is not None


def _counts_a_plural(place: Place) -> bool:
    """It lost 1984 jobs; he led 2000 horsemen; "some of the 1500 rooms"."""
    after, before = place.after, place.before.lower()
    if not after.islower() or after in figures.YEARLY or not _is_plural(after):
        return False
    return before not in _PLURAL_AFTER or (before == "the" and _AMOUNTING["the"].search(place.left) is not None)


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and len(word) > 3 and not word.endswith("ss")) or (word.endswith("men") and word != "specimen")
