"""Names that are words of time: people (April Jones, Mr. Weeks), companies, streets and towns.

A person is told by a title or a first name before, a surname behind, or by what only people do.
"""

from __future__ import annotations

import re

from timeline.grammar import Token
from timeline.languages.en import naming, verbs
from timeline.languages.en.persons import is_spoken_of
from timeline.languages.en.surroundings import Place, opens_sentence
from timeline.languages.en.wordlists import one_of

_DOUBTFUL_TITLES = frozenset("King Queen Black Little Man".split())  # in a headline these are words like others
_NO_PERSON = (" St", "St.", " San", "Saint", "Prince", "King", "Queen", "Pope")
_PERSON_ON = re.compile(
    rf"(?:,? who\b|, whose\b|, [3-9]\d,(?!\d)|['’]s (?:\w+ )?{one_of(naming.OWNED)}\b| and (?:her|"
    rf"his) {one_of(naming.OWNED)}\b| shook (?:his|her) "
    r"| poured | \((?:b\.|born|d\.|died|aged?) "
    r"| (?:Jr|Sr)\b|, an? (?!\w* ?(?:month|time|day|season|date|holiday))[a-z]+ [a-z]+, )"
)
_HAS_A_PERSON = re.compile(
    r" (?!saw|was|is|brought|marked|gave|began|ended|of|in|on|with|for|at|by|to|from|after|before)[a-z]+ (?:her|his) "
)
_WITH_A_PERSON = re.compile(
    r"\b(?:danced|dances|spoke|talked|lives|lived|chatted|argued|flirted|dined|sat) with $|\bname (?:is|was) $"
    r"|(?:The|A|[Hh]is|[Hh]er|[Mm]y|[Tt]heir) (?!month|time|day|date|season)[a-z]+, $"
)
_PEER = re.compile(
    r"\b(?:[Ee]arls?|[Dd]ukes?|[Cc]ountess|[Dd]uchess|[Mm]arquess|[Vv]iscounts?|[Ll]ords?|[Ll]ady|[Ww]ardens?) of $"
)
_GIRL = re.compile(r"\b(?:(?:[Hh]is|[Hh]er|[Mm]y) (?:girl|man)|Girl|Man) $")
_AND_NAME = re.compile(r" and ([A-Z][a-z]+) ")
_NAME_AND = re.compile(r"(?:[A-Z][a-z]+ )?([A-Z][a-z]+) and $")

_NAMED_ON = re.compile(rf"(?: (?!{one_of(naming.HEADS)}\b)[A-Z][a-z]+)? {one_of(naming.HEADS)}\b\.?")
_PLACE_ON = re.compile(rf" {one_of(naming.PLACES)}(?:[.,;:]|$| (?:is|was|are|were|had|has|drew|in|near)\b)")
_SURNAME_ON = re.compile(r" [A-Z][a-z]+(?:['’][A-Z]?[a-z]+)? (?!and |is to )[a-z]+")
_STATE_ON = re.compile(rf", (?:{one_of(naming.STATES)}|(?:New|North|South|West) [A-Z][a-z]+)(?:[.;)]|,(?! (?:[A-Z]|and ))|$)")
_PLACED = frozenset("in In near Near outside Outside through of".split())
_AGAINST = re.compile(r"[A-Z][\w.]* v\.? $|\b[Ii]n re (?:the )?$|\b[Ee]x parte $|\b(?:Estate|Matter|Marriage) of $")
# Not of a weekday's match: "Saturday v. Leeds".
_V_ON = re.compile(
    r" v\.? (?:the )?(?:State|United States|U\.S\.|People|Commonwealth|Board|City|County|Department|Secretary|Natural|Crown"
    r"|[A-Z][a-z]+,? (?:\d|\[|\())"
)
_WORKS_AT = re.compile(r"\bwork(?:s|ed|ing)? (?:for|at) $")
_STREET = re.compile(
    r" (?:Street|St\.|Road|Rd\.?|Avenue|Ave\.?|Lane|Drive(?!-)|Square|Boulevard|Blvd\.?|Place|Terrace|Bridge|Plaza)(?!\w)"
)
# The 6th of October City, the March 23 Movement.
_CALLED_AFTER = re.compile(
    r" (?:Movement|Brigades?|City|Stand|Stadium|Hospital|Column|Battalion|Airport|Barracks|Martyrs|University|School|Metro|Dam"
    r"|Mosque|Regiment|Revolutionary)(?![\w'’-])(?! [A-Z])"
)
_AVENUE_TO = re.compile(r"\b(?:Avenida|Avenue|Rue|Calle|Plaza|Place|Via|Rua) (?:de |du |le )?(?:la )?$", re.IGNORECASE)
_ARTICLES = frozenset("the The a A an An".split())
# Things that are called after a day.
_THINGS = re.compile(
    r"-morning quarterback|['’]s child(?=[.,;]| (?:is|was|has|works|must)\b)|"
    r" (?:best(?=[ .,;]|$)|Christians?|drivers?|painters?|schools?|roast|quarterbacks?|bugs?|fl(?:y|ies)|"
    r"beetles?|[Mm]adness|massacre|"
    r"brothers|sisters|siblings|twins|queen|bride|trees?|cards?|carols?"
    r"|cakes?|puddings?|stockings?|crackers?|ornaments?|eggs?|[Bb]unny|supplements?|joints?|girl|boy|"
    r"cricketers?|gardeners?|anglers?|lil(?:y|ies)|bonnets?|sweaters?|jumpers?|cookies|"
    r"turkeys?)\b"
)


# Plants and animals that are called after a month or a feast.
_COMPOUND = re.compile(
    r"(?:May (?:apples?|beetles?|lil(?:y|ies))|March (?:hares?|fl(?:y|ies)|violets?)|June (?:beetles?|berr(?:y|ies)|grass)"
    r"|Christmas (?:roses?|cact(?:us|i)|ferns?|beetles?|berr(?:y|ies)|palms?|clubs?)|Easter (?:cact(?:us|i)|daisies))\b"
)


def is_name(token: Token, place: Place) -> bool:
    """Whether a bare month, weekday, feast or unit is a person, a place or a company."""
    if is_thing(place):
        return True
    if _COMPOUND.match(place.text, place.start):
        return True
    if token.rule == "weekdays":
        return place.left.endswith("month of ") or (place.before in _ARTICLES and _acts(place.after))
    if place.after == "," and token.rule != "month" and _is_in_a_state(token, place):
        return True
    if place.before in naming.TITLES and not (place.before in _DOUBTFUL_TITLES and place.in_headline()):
        return True
    if place.words == "Friday" and _GIRL.search(place.left):
        return True
    return _has_a_first_name(place) or _is_named_on(token, place) or _is_person(token, place)


def _is_in_a_state(token: Token, place: Place) -> bool:
    """She is from Christmas, Florida; Midnight, Mississippi, has one shop; but "from Monday, Ohio, like Texas, …"."""
    if not place.words[:1].isupper() or _STATE_ON.match(place.right) is None:
        return False
    return place.before in _PLACED or (token.rule != "weekday" and (place.before in ("from", "to") or place.opens()))


def is_thing(place: Place) -> bool:
    """Whether it only says what kind a thing is: every Sunday driver, a Christmas card."""
    return _THINGS.match(place.right) is not None


def is_party(place: Place) -> bool:
    """Whether it is a party to a lawsuit: "Winter v. the Council", "the United States v. June", "in re March".

    >>> from timeline.languages.en.surroundings import place
    >>> is_party(place("the State v. April", 13, 18)), is_party(place("the trial in April", 13, 18))
    (True, False)
    """
    if place.before in ("v", "v.", "re", "parte", "of") and _AGAINST.search(place.left):
        return True
    return place.after == "v" and _V_ON.match(place.right) is not None


def is_street(place: Place) -> bool:
    """Whether a day of a month names a street: "9 July Avenue", "November 17 Street"."""
    if (place.before[:1].isupper() or place.before in ("de", "du", "le", "la")) and _AVENUE_TO.search(place.left):
        return True
    if place.before in ("On", "by", "By", "until", "Until", "since", "Since"):
        return False
    return _STREET.match(place.right) is not None or (place.before != "on" and _CALLED_AFTER.match(place.right) is not None)


def _has_a_first_name(place: Place) -> bool:
    """Michael Easter, Kent Weeks; but not "in San Jose Friday"."""
    if place.before not in naming.FIRST_NAMES or place.text[place.start - 1] != " ":
        return False
    return not place.left[: place.left.rindex(place.before)].rstrip().endswith(_NO_PERSON)


def _is_named_on(token: Token, place: Place) -> bool:
    """The Monday Company, Easter Road, October Revolution Square, Sunday Riley."""
    if (not place.named_on and token.rule != "feast") or place.in_headline():
        return False
    on = _NAMED_ON.match(place.right)
    if on is not None and place.before.lower() not in naming.REPORTED:
        return on[0].count(" ") == 1 or place.before in _ARTICLES or place.opens()
    if on is not None and token.rule == "month" and place.before == "in":
        return on[0].count(" ") == 1  # "a stake in March Capital"
    if place.before in ("on", "in", "at", "to", "near", "from", "of") and _PLACE_ON.match(place.right):
        return True  # "lives on Sunday Hill."
    if place.before in ("for", "at") and _WORKS_AT.search(place.left):
        return place.named_on
    if token.rule == "feast":
        return _is_of_a_feast(place)
    if token.rule != "weekday":
        return False
    if place.opens() and _SURNAME_ON.match(place.right):
        return True
    return place.before in ("the", "The") and len(place.after) > 1 and not place.after.isupper()


def _is_of_a_feast(place: Place) -> bool:
    """The Good Friday Agreement, the Thanksgiving Day Parade, A Charlie Brown Christmas, Orthodox Easter."""
    before = place.before
    if place.named_on and len(place.after) > 1 and before.lower() not in naming.AT_A_FEAST:
        return True
    if not before[:1].isupper() or not before[-1].isalpha() or place.text[place.start - 1] != " ":
        return False
    return before.lower() not in naming.SMALL and not opens_sentence(place.text, place.start - 1 - len(before))


def _is_person(token: Token, place: Place) -> bool:
    """April waved; I asked April for a lift; June's daughter; Aunt May."""
    if token.rule not in ("month", "weekday", "hour") or not place.words.isalpha() or place.words.isupper():
        return False
    month = token.rule == "month"
    if month and place.before == "of" and _PEER.search(place.left):
        return True
    if token.rule != "hour" and is_spoken_of(place, month=month):
        return True
    if place.before.lower() in naming.KIN and (month or place.before[0].isupper()):
        return True
    if month and (
        (place.before in ("with", "is", "was", ",") and place.after != "and" and _WITH_A_PERSON.search(place.left))
        or _has_a_name_before(place)
    ):
        return True
    if (on := _PERSON_ON.match(place.right)) is not None:  # "work Friday, who wants to come?", "know on Friday who won"
        return not place.timed and (month or place.opens() or "who" not in on[0])
    if place.before in (naming.DONE_TO_PEOPLE if month else naming.DONE_TO_A_FRIDAY) and not _is_passive(place):
        return place.after in naming.BEHIND_A_PERSON or (not place.after[:1].isalpha() and place.after not in ("'", "’"))
    if (
        place.before == "and"
        and (pair := _NAME_AND.search(place.left))
        and opens_sentence(place.text, place.start - len(pair[0]))
    ):
        return pair[1] not in naming.CALENDAR
    if not place.opens():
        return False
    if pair := _AND_NAME.match(place.right):
        return pair[1] not in naming.CALENDAR
    return _HAS_A_PERSON.match(place.right) is not None or (place.text[place.end : place.end + 1] == " " and _acts(place.after))


def _is_passive(place: Place) -> bool:
    return place.left.endswith((f"was {place.before} ", f"were {place.before} "))


def _has_a_name_before(place: Place) -> bool:
    """Bille August, Rollo May: behind a capital a bare month is no date, as nobody says "he died April"."""
    before = place.before
    if not before.isalpha() or len(before) < 3 or before[0].islower() or before.isupper() or place.text[place.start - 1] != " ":
        return False
    small = before.lower() in naming.SMALL or before.lower() in naming.BEFORE_A_MONTH
    return not small and before not in naming.CALENDAR and not place.in_headline()


def _acts(word: str) -> bool:
    """Whether a verb behind a word of time tells of a person."""
    if word in naming.DONE_BY_TIME or word in verbs.NOT_PAST:
        return False
    return word in naming.DONE_BY_PEOPLE or word in verbs.PAST or (word[-2:] == "ed" and len(word) > 4)
