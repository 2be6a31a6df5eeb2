"""What the words beside a name, and in it, tell of its kind: points for a person, a place, an organization, and for none."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.languages.en import who
from timeline.languages.en.gazetteer import places
from timeline.languages.en.wordlists import one_of
from timeline.names.runs import Piece, stands_free

PERSON, PLACE, ORGANIZATION, NOTHING = range(4)
Points = list[float]

_REACH = 34  # characters before and behind a name that are looked at
# Behind who said it, told last: "said Ada Holm of Lund"; but "said Norland would …".
_INVERTED = re.compile(r"[,.;:\n]| (?:of|from|who|at|in|on|a|the|last|this|yesterday|today)\b|$")
_WHERE = (", where ", ", capital of ")
_AGE = re.compile(r", (?:aged )?\d{1,2}[,.;)]| \((?:born|b\.|d\.|died|aged?|\d\d[);,])")
_OF_ORGANIZATION = re.compile(rf"(?<!\w){one_of(who.ORGANIZATION_OF)} of ")
_WHO = (", who ", " who ")
_GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]+$")  # Jong-un
_MOVING = frozenset(("to", "into", "from", "for", "through", "towards", "toward"))
_NEVER_ALONE = who.ALONE_NO_NAME | who.NO_NAME_HEADS | who.PEOPLES | who.NO_ORGANIZATIONS
_SURE = 9.0
_STRIP = ",.;:()\"“”‘’'—–-"


class Beside(NamedTuple):
    """The words right before a name: the last one, the one before that, and whether a comma stands between."""

    last: str
    earlier: str
    comma: bool


def beside(text: str, start: int) -> Beside:
    """The words before an offset.

    >>> beside("He met the coach, Ada", 18)
    Beside(last='coach', earlier='the', comma=True)
    """
    words = text[max(0, start - _REACH) : start].split()
    if not words:
        return Beside("", "", False)
    last = words[-1]
    return Beside(
        last.strip(_STRIP).lower() if last[-1] not in ".;:!?" else "",
        words[-2].lower() if len(words) > 1 else "",
        last[-1] == ",",
    )


def within_itself(name: str, words: tuple[str, ...], points: Points) -> None:
    """What the name itself tells: "Haven Terminals Ltd", "Lake Providence", "Ulysses S. Grant"."""
    first, last, many = words[0], words[-1], len(words) > 1
    known = places().get(name)
    if known is not None:
        points[PLACE] += known[1]
    if name in who.KNOWN_ORGANIZATIONS:
        points[ORGANIZATION] += 4
    if not many:
        if last in _NEVER_ALONE:
            points[NOTHING] += _SURE
        return
    if last in who.NO_NAME_HEADS or first in who.NO_NAME_HEADS:
        points[NOTHING] += _SURE
    elif last in who.ORGANIZATION_HEADS or _OF_ORGANIZATION.search(name):
        points[ORGANIZATION] += 1 if len(words) == 2 and first in who.FIRST else 4
    elif last in who.PLACE_HEADS or first in who.PLACE_FIRST:
        points[PLACE] += 1.5 if last in who.SURNAMES_TOO or first in who.FIRST else 4
    elif first in who.FAMILY_FIRST and len(words) < 4:
        points[PERSON] += 2.5
    if first in who.FIRST and last not in who.ORGANIZATION_HEADS:
        points[PERSON] += 2.5
    if any(len(word) > 1 and word.isupper() and "." not in word for word in words):
        points[PLACE] -= 1
    if " & " in name or " and " in name:
        points[ORGANIZATION] += 2
    if not who.ORGANIZATION_HEADS.isdisjoint(words[:-1]):
        points[PERSON] -= 3
    if first in who.ROYAL:
        points[PERSON] += 3
    if any(f" {word} " in name for word in who.PARTICLES_OF_PEOPLE):
        points[PERSON] += 2
    if last in who.BEHIND_PEOPLE or (len(words) > 2 and any(len(word) == 2 and word[1] == "." for word in words[1:-1])):
        points[PERSON] += 3
    if len(words) < 4 and any(_GIVEN.match(word) for word in words[1:]):
        points[PERSON] += 2.5


def around_it(text: str, piece: Piece, left: Beside, points: Points) -> None:
    """What stands beside the name."""
    end = piece.end
    right = text[end : end + _REACH + 20]
    _before(right, piece, left, points)
    if left.last in who.DETERMINERS and len(piece.words) == 1 and stands_free(text, end):
        points[PLACE] -= 1.5  # "the Kestrel flew", but "the Paris agreement"
    sign = right[:1]
    if sign and sign in ", '’":
        _behind(right, piece, points)


def _before(right: str, piece: Piece, left: Beside, points: Points) -> None:
    many = len(piece.words) > 1
    if piece.titled:
        points[PERSON] += 3
    if piece.dated:
        points[PLACE] += 3
    last, earlier, comma = left
    if last in who.DETERMINERS:
        points[PERSON] -= 2
        if last in ("a", "an"):
            points[PLACE] -= 2
            points[ORGANIZATION] -= 1
    elif last in who.JOBS or last in who.RELATIVES:
        points[PERSON] += 2.5
    elif last in who.ORGANIZATION_NOUNS:
        points[ORGANIZATION] += 2.5
    elif comma:
        pass
    elif last == "of":
        if earlier in who.OF_PLACES:
            points[PLACE] += 2
        elif earlier in who.OF_ORGANIZATIONS:
            points[ORGANIZATION] += 2
    elif last in who.SAID:
        if _is_acronym(piece):
            points[ORGANIZATION] += 2.5
        elif last in who.SAID_TO or _INVERTED.match(right):
            points[PERSON] += 2.0 if many else 1.5
    elif last in who.SPORT:
        points[ORGANIZATION] += 1
    elif last in who.NO_PLACE_BEFORE:
        points[PLACE] -= 1


def _is_acronym(piece: Piece) -> bool:
    return len(piece.words) == 1 and piece.name.isupper()


def _behind(right: str, piece: Piece, points: Points) -> None:
    acronym = _is_acronym(piece)
    if right[0] == ",":
        if _AGE.match(right):
            points[PERSON] += 3
        elif right.startswith(_WHO):
            points[PERSON] += 1.5
        elif right.startswith(_WHERE):
            points[PLACE] += 2.5
        else:
            _apposed(right[1:].split(), points)
        return
    if right[0] == " ":
        words = right.split(None, 2)
        if not words:
            return
        word = words[0]
        if word[0] == "(":
            if _AGE.match(right):
                points[PERSON] += 3
            return
        stripped = word.rstrip(",.;:")
        if stripped in who.SAID:
            points[ORGANIZATION if acronym else PERSON] += 2 if acronym else 1
        elif stripped in who.DONE_BY_PEOPLE:
            points[PERSON] += 1.5
        elif stripped in who.BEHIND_ORGANIZATIONS:
            points[ORGANIZATION] += 2
        elif stripped in who.PLACE_NOUNS:
            points[PLACE] += 2.5
        elif stripped in who.SPORT:
            points[ORGANIZATION] += 2
        elif word == "who":
            points[PERSON] += 1.5
        return
    words = right[2:].split(None, 2)
    if right[1:2] == "s" and words:
        owned = words[0].rstrip(",.;:")
        if owned in who.OWNED:
            points[PERSON] += 2
        elif owned in who.OWNED_BY_PLACES:
            points[PLACE] += 2
        elif owned in who.BEHIND_ORGANIZATIONS:
            points[ORGANIZATION] += 2


def _apposed(words: list[str], points: Points) -> None:
    """ ", a student," says that it is a person; ", the company that" that it is none."""
    if not words or words[0] not in ("a", "an", "the", "its", "his", "her", "their", "former", "then", "chief"):
        return
    for word in words[1:5]:
        bare = word.rstrip(",.;:")
        if bare in who.JOBS or bare in who.RELATIVES:
            points[PERSON] += 2.5
        elif bare in who.ORGANIZATION_NOUNS:
            points[ORGANIZATION] += 2.5
        elif bare in who.OF_PLACES and bare not in ("mayor", "governor", "government", "parliament", "bank"):
            points[PLACE] += 2.5
        elif bare == word and bare.islower() and bare not in who.FUNCTION:
            continue
        return


def placed(text: str, piece: Piece, left: Beside) -> float:
    """How much the preposition before the name tells of a place."""
    points = who.PLACE_BEFORE.get(left.last, 0.0)
    if not points or left.comma:
        return 0.0
    if left.last in _MOVING and left.earlier in who.MOVED:
        points = 2.0
    elif left.last == "in" and left.earlier in who.TRUSTED:
        return 0.0
    return points if stands_free(text, piece.end) else min(points, 1.0)
