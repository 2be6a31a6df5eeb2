"""Numbers that look like a year and name something: room 1985, Messier 1952, 2012 Elm Street, a Peugeot 2008."""

from __future__ import annotations

import re

from timeline.languages.en import figures
from timeline.languages.en.surroundings import Place
from timeline.languages.en.wordlists import one_of

_CODE_IS = re.compile(rf"\b{one_of(figures.CODES)}\s+(?:is|was|are|were|stood at|stands at|read|reads)\s+$", re.IGNORECASE)
_IS = frozenset("is was are were at read reads".split())
_HOUSE = re.compile(r"(?: [A-Z][a-z]+){1,2} (?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane|Drive|Boulevard|Blvd\.|Terrace)(?!\w)")
_UP_TO = frozenset("prior up back due down close next".split())
_TOWN = re.compile(r" [A-Z][a-z]+(?:, [A-Z]|\.$)")


def is_code(place: Place) -> bool:
    """Whether a number is the name of a thing.

    >>> from timeline.languages.en.surroundings import place
    >>> is_code(place("He sat in room 1985.", 15, 19)), is_code(place("He sat in 1985.", 10, 14))
    (True, False)
    """
    return is_labelled(place) or place.before == "-" or _has_a_name_before(place) or _is_address(place)


def is_labelled(place: Place) -> bool:
    """Whether the word before says what the number is: "pages 1911-1914", "the ISSN is 1999-2019"."""
    if place.before.lower().rstrip(".") in figures.LABELS:
        return True
    return place.before in _IS and _CODE_IS.search(place.left) is not None


def _has_a_name_before(place: Place) -> bool:
    """A capital right before it: "Messier 1952"; not "Expo 1970" and not "the Clinton 1996 campaign"."""
    word = place.before
    if not word[:1].isupper() or place.text[place.start - 1 : place.start] != " ":
        return False
    if word.rstrip(".") in figures.EVENTS or (word.endswith("ed") and word != "United"):
        return False
    if place.after in figures.NAMED_BY_YEAR or place.after.lower() in figures.OF_A_YEAR or place.after in (")", "-", "–"):
        return False
    return not place.in_headline()


def _is_address(place: Place) -> bool:
    """2012 Elm Street; Sydney NSW 2000; "in 2000 Antwerp, Belgium"."""
    if place.before in figures.STATES:
        return True
    if place.before in ("to", "at") and place.earlier not in _UP_TO and _HOUSE.match(place.right):
        return True
    if not place.named_on or len(place.after) < 2 or place.after in figures.NAMED_BY_YEAR:
        return False
    if not place.timed and place.before != "on":
        return place.before.lower() not in figures.DETERMINERS
    return place.before in ("in", "to", "at", "from") and _TOWN.match(place.right) is not None
