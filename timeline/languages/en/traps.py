"""English words and numbers that only look like a time: "May" the verb or the name, "2000 people", "Saturday Night Live".

Asked once for each phrase that the grammar has read; sees the phrase and what stands around it.
Titles are told in works.py, names in names.py and persons.py, numbers in counts.py, tallies.py and codes.py,
decades in marks.py, durations in rates.py.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.grammar import Token
from timeline.languages.en.codes import is_labelled
from timeline.languages.en.counts import is_circa_count, is_count, is_span_of_counts
from timeline.languages.en.marks import is_mark, is_rank
from timeline.languages.en.names import is_name, is_party, is_street, is_thing
from timeline.languages.en.naming import HEADS
from timeline.languages.en.rates import is_no_length
from timeline.languages.en.surroundings import TIME_BEFORE, Place, leaves, place
from timeline.languages.en.verbs import DETERMINERS, NOT_PAST, PAST, SCHEDULED
from timeline.languages.en.works import capitals, is_dated_title, is_title

_FIGURE = re.compile(
    r"(?:[\d%]|illion|cents|percent|a share|a unit|each|from|with|than|to|profit|loss|earnings|income|sales|revenue|results?)"
    r"[,)]?\s+(?:in|for|of)?\s*(?:the\s*)?$"
)
_DOUBTFUL = frozenset(
    """
    weekday year month unit_before part_before decade circa q hour dayword feast day_of_month often units tonight
    the_quarter numbered two_digits iso_month weekdays season years short_years from_to between season_year every_weekday
    """.split()
)
_DOUBTFUL_WITHIN = (("part", "decade"), ("rest_of", "year"))
_BEFORE_AN_ADJECTIVE = frozenset("was were is are be been being too so very hours minutes days weeks".split())
_GAME = re.compile(
    r"\b(?:touchdowns?|rebounds|quarterback|outscored?|halftime|(?:free|three-point) throws?|three-pointers?|field goals?"
    r"|end zone|(?:led|lead|leading|trailed|trailing|tied)(?: \w+)?(?: by)? \d{1,3}-\d{1,3}"
    r"|scored (?:twice|again|\w+ (?:times|points|goals)))\b"
)
_FINAL = re.compile(
    r" (?:landed|rolled|spun|flipped|came up|heads|tails|past|dollar)\b|-?final|-?back|-?deck|-?master|-?mile|-?inch|-?pound"
)
_CALLED = re.compile(
    r"(?:['’]s)? (?:called|named|was|were|is|are|has|had|sold|folded|printed|that|which|and|in|or|for)\b|[.,;!?]|$"
)
_GOES_ON = frozenset("under in on at by with from to into and but when as he she it they for".split())
_ON_A_DAY = re.compile(r",? (?:\(?\d|at \d|from \d|@)")
_QUOTED = re.compile(r" [A-Z][^'’\n]{0,60}['’](?!\w)")  # behind '10: a title, '10 Downing Street'
_SONG = re.compile(r"[A-Z]\w+ of ['’]")  # Summer of '69
_DATED_BY = frozenset("in In since Since by By until Until from From of last next this".split())
# Behind a month that nothing of these leads to: "the October War" is a name.
_NAMED_AFTER_MONTHS = frozenset("War Revolution Uprising Rising Crisis Manifesto Accords Pact Putsch Coup Movement".split())
_SHORT = frozenset("sun sat mon wed fri thu tue".split())
_DATING = frozenset("on late early until till til by into since through thru next last this".split()) | SCHEDULED
_NAMED = ("MONTH", "WEEKDAY", "FEAST")
# Rules whose phrases are sure where _is_sure says so; their names end the reach of what can be a title or a count.
_SETTLED = frozenset("weekday month calendar_day part date_daypart year month_year day_month step_weekday".split())
_SURELY_BEFORE = frozenset("on in since until during".split())
_SURELY_BEHIND = frozenset([".", ",", ";", ")", "and", "but", "when", "as", "after", "because", "although", "while", "that"])
_ONE = frozenset(["one"])  # "a risk of one in 2000"
_DECEASED = re.compile(r"[Tt]he late (?:April|May|June|August|Sunday|Wednesday)")
# The March 711, the car; "in the March 711 landing" is a year.
_MODEL = re.compile(r" (?:[3-9]\d|\d{3})(?!\d)(?:[.,;]|$| (?:is|was|has|had|won|came|ran|finished|crashed|retired)\b)")
# "March or die"; but "March or early April".
_OR_DO = re.compile(
    r" or (?!(?:early|late|mid|so|later|earlier|even|perhaps|possibly|maybe|the|in|at|by|sooner|a|some|any|after|before|soon|not"
    r"|thereabouts|around|about|whenever|both|early-|mid-|late-)\b)[a-z]+\b"
)
_BESIDE_A_MONTH = frozenset("and or is was saw brought has had".split())
# Behind the phrase: Monday.com, August & Sons; "Monday, Monday".
_GLUED = re.compile(r"[.@_][a-z]| & [A-Z]|, (\w+)")
_YESTERDAYS = re.compile(r"['’]s (?:man|men|news|heroes|youth)\b(?! (?:conference|briefing))")
_NAMED_AND_DID = re.compile(r"(?: [A-Z][a-z]+){1,2} ([a-z]{3,})\b")
# Tomorrow's World; but "today's World Cup final".
_OF_A_DAY = re.compile(
    r"['’]s (?:World|Child|Children|Woman|Women|Man|Men|People|Parent|Kitchen|Special|Bread|Dreams?|Hope|Heroes|Harvest|Youth)"
    r"(?![\w'’-]| [A-Z])"
)
_OF_TOMORROW = re.compile(
    r"\b(?:men|women|leaders|worlds?|city|cities|cars?|stars|homes?|houses?|farms?|workers|voters|citizens|schools?|"
    r"engineers|champions) of $"
)


class Doubt(NamedTuple):
    """What makes a phrase doubtful, told once for all its places: where it has capitals that no date needs, and whether it is
    one of those that a plain preposition before it and a stop behind it make sure."""

    capitals: tuple[int, ...]
    settled: bool
    whole: bool = False  # a date with its year, which can but be a title


_WHOLE = Doubt((), settled=False, whole=True)


def doubt_of(token: Token, *, judged: bool = False) -> Doubt | None:
    """The doubt about a phrase, None if it is a time wherever it stands; one that was `judged` already has only its capitals.

    >>> from timeline.grammar import Token
    >>> doubt_of(Token("DATE", None, 0, 4, "year", text="2000"))
    Doubt(capitals=(), settled=True, whole=False)
    """
    words = leaves(token)
    marked = capitals(words)
    if judged:
        return Doubt(marked, settled=False) if marked else None
    doubtful = marked or token.kind in ("DURATION", "SPAN") or token.rule in _DOUBTFUL or _has_a_name(words)
    if not doubtful and (token.rule, token.parts[-1].rule if token.parts else "") not in _DOUBTFUL_WITHIN:
        return _WHOLE if token.rule in ("month_year", "calendar_day", "feast_year") else None
    return Doubt(marked, settled=token.rule in _SETTLED and not marked)


def _has_a_name(words: list[Token]) -> bool:
    """Whether a month, a weekday or a feast is in it, and no year that makes it a date in any case."""
    kinds = {leaf.kind for leaf in words}
    return "YEAR" not in kinds and not kinds.isdisjoint(_NAMED)


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


def is_trap(token: Token, text: str, start: int, end: int, doubt: Doubt | None = None) -> bool:
    """Whether the phrase `text[start:end]` is no time at all.

    >>> from timeline.grammar import Token
    >>> is_trap(Token("DATE", None, 0, 4, "year"), "about 2000 people", 6, 10)
    True
    """
    doubt = doubt or doubt_of(token) or Doubt((), settled=False)
    if doubt.whole:
        return is_dated_title(text, start, end)
    at = place(text, start, end)
    if doubt.settled and _is_sure(at):
        return False
    glued = _GLUED.match(text, end)
    if glued is not None and glued[1] in (None, at.words) and at.words.isalpha():
        return True
    if at.before == "," and at.left.endswith(f"{at.words}, "):
        return True  # the second of "Monday, Monday"
    return _by_its_rule(token, at) or is_title(token, at, doubt.capitals) or _names_something(token, at)


def _is_sure(at: Place) -> bool:
    """Most dates: a preposition before it with a small word before that, a stop or another small word behind, no quotes near.

    >>> _is_sure(place("was closed on Friday, when", 14, 20)), _is_sure(place("Scotland on Sunday hired", 12, 18))
    (True, False)
    """
    if at.before not in _SURELY_BEFORE or at.after not in _SURELY_BEHIND or not at.earlier.islower() or at.earlier in _ONE:
        return False
    if at.after == "." and at.text[at.end + 1 : at.end + 2].isalnum():  # Monday.com
        return False
    left = at.left
    return '"' not in left and "“" not in left and "‘" not in left and "'" not in left


def _names_something(token: Token, at: Place) -> bool:
    if token.rule in ("weekday", "month", "feast", "season") and is_party(at):
        return True
    match token.rule:
        case "every_weekday":
            return is_thing(at)
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
        return is_no_length(token, at)
    match token.rule:
        case "weekday":
            if at.words.lower() in _SHORT:  # Sun, the company
                return before.lower() not in _DATING and not _goes_on_as_a_date(at)
        case "unit_before" | "part_before":  # "the day before the vote was held" counts from the vote
            return at.after.isalnum() and at.after not in _GOES_ON
        case "decade":
            return is_mark(token, at) or (at.before == "That" and not at.opens()) or (at.named_on and at.after in HEADS)
        case "part" if at.named_on and _DECEASED.fullmatch(at.words):
            return before.lower() not in _SURELY_BEFORE and not at.in_headline()
        case "part":
            return token.parts[-1].rule == "decade" and is_mark(token, at)
        case "years" | "short_years" | "from_to" | "between":
            return is_span_of_counts(at)
        case "dayword":
            return _is_saying(at)
        case "day_of_month":
            return is_rank(at)
        case "year":
            return is_count(at) if at.words.isdigit() else _QUOTED.match(at.right) is not None
        case "circa" if before == "at" and token.parts[-1].rule == "year":
            return True  # "at about 1615" is an hour, or a price
        case "circa":
            return token.parts[-1].rule == "year" and is_circa_count(text, start, end)
        case "season_year":
            return _SONG.match(at.words) is not None
        case "rest_of":
            return token.parts[-1].rule == "year" and text[end - 9 : end - 4] == " the " and is_count(place(text, end - 4, end))
        case "q":
            return before[:1].isupper() and before.lower() not in DETERMINERS
        case "hour" if at.words == "midnight" and at.after in ("blue", "oil", "sun", "snack", "feast"):
            return True
        case "hour" if at.words == "noon" and at.after == "gun":
            return True
        case "hour" if before in ("High", "high") and at.after in ("for", "approaches", "looms", "arrived"):
            return at.earlier not in ("at", "by", "until")
        case "hour":
            return at.words in ("Noon", "Midnight") and (before[:1].isalpha() or at.named_on)
        case "month":
            return _is_no_month(at)
        case "often":
            if at.after in ("grind", "bread") or (at.opens() and at.after == "is"):
                return True  # "Weekly is too often" speaks of the word
            return before.lower() in ("the", "a", "an", "its", "this") and _CALLED.match(at.right) is not None
        case "the_quarter" | "numbered":
            return _FINAL.match(at.right) is not None or _is_of_a_game(at)
        case "two_digits" | "iso_month":
            return is_labelled(at)
    return False


def _goes_on_as_a_date(at: Place) -> bool:
    """ "Egg hunt Sat (10-11:30)", "service Wed at 7"; "Sat" may be a verb where it opens a sentence, "Sun" and "Mon" names."""
    return at.words not in ("Sun", "Mon") and not at.opens() and _ON_A_DAY.match(at.right) is not None


def _is_of_a_game(at: Place) -> bool:
    """ "A touchdown in the fourth quarter"; one that names its year is none of these."""
    return at.words.endswith("quarter") and _GAME.search(at.around) is not None


def _is_no_month(at: Place) -> bool:
    """Whether a bare month is a person or a verb: April Jones, "Leejin Jun.", "May we come in?"."""
    word, before = at.words, at.before
    if at.named_on and at.after in _NAMED_AFTER_MONTHS and before not in _DATED_BY:
        return True
    if len(word.rstrip(".")) == 3 and word.lower() != "may":
        return before.lower() not in TIME_BEFORE  # "Leejin Jun."
    if (
        at.named_on
        and at.after not in ("I", "A")
        and before.lower() not in TIME_BEFORE
        and (word.isupper() or not at.in_headline())
    ):
        return True
    if before in ("The", "the", "a", "A") and _MODEL.match(at.right):
        return True
    if word in ("March", "May") and at.after == "or" and at.opens():
        return _OR_DO.match(at.right) is not None
    if word not in ("May", "March", "MAY", "MARCH") or at.left.lower().endswith(("it's ", "it’s ")):
        return False
    return _is_verb_or_name(before, at.after)


def _is_saying(at: Place) -> bool:
    """Yesterday's man, the leaders of tomorrow, Tomorrow's World; nothing that tomorrow brings is told in the past."""
    if _YESTERDAYS.match(at.right) is not None or (_OF_TOMORROW.search(at.left) is not None and at.words == "tomorrow"):
        return True
    if not at.words[:1].isupper() or at.in_headline():
        return False
    if at.words == "Tomorrow" and (on := _NAMED_AND_DID.match(at.right)) is not None:
        return on[1] not in NOT_PAST and (on[1] in PAST or on[1].endswith("ed"))
    return _OF_A_DAY.match(at.right) is not None


def is_compared(text: str, start: int) -> bool:
    """Whether the phrase that begins there stands behind a figure that it tells the period of.

    >>> is_compared("up from $10 million a year ago", 20)
    True
    """
    return _FIGURE.search(text, max(0, start - 24), start) is not None


def _is_verb_or_name(before: str, after: str) -> bool:
    if before.lower() in TIME_BEFORE or before.lower() in ("last", "next", "this", "on", "every", "each"):
        return False
    if not before or not before[0].isalpha():  # opens a sentence: a verb, unless it stands alone
        figures = after.endswith("s") and len(after) > 4  # "May orders fell"
        return after == "I" or (after.islower() and not figures and after not in _BESIDE_A_MONTH)
    return before[0].isupper() or before.islower()
