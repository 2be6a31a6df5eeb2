"""What the words beside make of an English length of time or a vague word: a day or one day, soon, at present, quarterly.

Each gives the phrase itself, another in its place, or None where it is no phrase of time.
"""

from __future__ import annotations

import re

from timeline.expr import Lean, Undated
from timeline.grammar import Token
from timeline.interval import Grain
from timeline.languages.en import verbs
from timeline.languages.en.beside import GOES_ON, VERBS, stands_alone, word_before, word_behind
from timeline.languages.en.lean import lean
from timeline.languages.en.traps import is_trap
from timeline.languages.en.undated import duration_value

_SPENT = frozenset(
    """
    for in within than just only least most about around nearly almost lasted last lasts lasting took take takes taking
    taken stay stays stayed spend spends spent need needs needed lose loses lost cost costs wait waits waited off exactly
    another every each under over up every per of is was
    """.split()
)
_TOOK_HIM = re.compile(r"\b(?:takes?|took|taken|cost|costs|gave|gives|give)\s(?:him|her|them|us|me|you|it)\s$")
_NO_SOON = frozenset("as too so how that however until than".split())
_NEXT_TO = frozenset("as after before afterwards afterward thereafter later following past".split())
_COMING = re.compile(r"(?:\b(?:is|are|am)|['’](?:s|re|m))\s(?:\w+\s){0,2}\w+ing(?:\s\w+){0,3}\s*$")
_RATED = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR)
_RATE = re.compile(
    r"(?:\b\d[\d.,]*|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|hundreds?"
    r"|thousands?|millions?|billions?|dozens?|times)\b)(?:[ -](?!(?:in|for|within|and|to|at|on|by)\b)[^\W\d_]+%?){0,4}\s$"
)
_BEFORE_CURRENT = frozenset(
    "the his her its our their my your at under in of with by on from for and beyond despite given".split()
)
# Behind "the current": what flows, and the fixed terms of accountants.
_NO_PRESENT = frozenset(
    """
    account accounts affairs assets liabilities ratio events swept flowed flows flowing carried carries pulled pushed ran runs
    """.split()
)
# A paper that comes out weekly: "in a medical weekly, …", "an independent daily said …".
_PAPER = re.compile(r"\b(?:[Aa]n?|[Aa]nother) [\w'’-]+ $")
_IS_PAPER = re.compile(r"[,.;:]| (?:said|says|reported|reports|wrote|quoted|published|that|which)\b")


def counted_before(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "Three days before", and not "three days before the vote", which is a length."""
    after = word_behind(text, end)
    if not after.isalnum() or after in ("and", "but", "at", "in"):
        return token
    return length(token, text, low, start)


def length(token: Token, text: str, low: str, start: int) -> Token | None:
    """The length alone, of "three days before"."""
    if token.parts[0].kind == "LENGTH":
        return token.parts[0]._replace(kind="DURATION", rule="length", value=Undated(duration_value(*token.parts[0].value)))
    count, unit = token.parts[:2]
    value = Undated(duration_value(count.value, unit.value))
    length = Token("DURATION", value, token.start, unit.end, "duration", token.parts[:2], "")
    return duration(length, text, low, start, start + unit.end - token.start)


def duration(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """A length; "50 loaves a day" is a rate, "one day" it was in a tale, and "a 10-day-old calf" is neither."""
    if text[start + 1 : end] == "ne day":
        return _one_day(token, text, low, start, end)
    if not is_trap(token, text, start, end):
        return token
    return token._replace(kind="SET") if _is_rate(token, text, low, start, end) else None


def _is_rate(token: Token, text: str, low: str, start: int, end: int) -> bool:
    """ "50 loaves a day", "$20 a month"; what is told by the hour is a speed or a wage."""
    opens = low.startswith(("a ", "an "), start) and token.parts and token.parts[-1].value in _RATED
    if not opens or word_behind(text, end) in ("after", "before", "later", "earlier", "from") or text[end : end + 1] == "-":
        return False
    return _RATE.search(low, max(0, start - 60), start) is not None


def _one_day(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """A length; or some day to come, in a clause that looks ahead; in a tale it is neither."""
    before, after = word_before(text, start).lower(), word_behind(text, end).lower()
    if after in ("'", "’", "-", "old", "a", "of"):
        return None
    if before in _SPENT or (before == "to" and stands_alone(text, end)) or _TOOK_HIM.search(low, max(0, start - 24), start):
        return token
    if after not in _NEXT_TO and lean(text, low, start, end).lean is Lean.FUTURE:
        return token._replace(kind="VAGUE_DATE", value=Undated("FUTURE_REF"))
    return None


def soon(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "He will soon be back", and neither "as soon as" nor "he soon left"."""
    before, after = word_before(text, start).lower(), word_behind(text, end).lower()
    if before in _NO_SOON or after in _NEXT_TO or text[end : end + 1] == "-" or text[start - 1 : start] == "-":
        return None
    cue = lean(text, low, start, end).lean
    if cue is Lean.PAST and not _COMING.search(low, max(0, start - 50), start):
        return None
    return token


def moment(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "At the moment", "for the moment", and not the moment of something."""
    before, after = word_before(text, start), word_behind(text, end)
    if text[end : end + 1] == "-" or after in ("of", "when", "that"):
        return None
    opens = before in ("At", "For")  # with a capital
    return token if opens or (before in ("at", "for") and (stands_alone(text, end) or after in ("is", "are"))) else None


def ahead(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "In the weeks ahead", "for years to come", and not "in the weeks ahead of the vote", "it took years to come true"."""
    to_come = low.endswith("come", start, end) and not stands_alone(text, end)
    verb = to_come and word_behind(text, end) not in VERBS
    return None if word_behind(text, end) == "of" or verb else token


def present(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "At present", and not "at present prices"."""
    after = word_behind(text, end).lower()
    noun = after.isalpha() and after.endswith("s") and after not in ("is", "was", "has", "his", "this", "as", "its")
    return None if noun or text[end : end + 1] == "-" else token


def vague(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "She recently left", and not "as recently as the spring of 2011", "as long ago as May", which only stress a date."""
    return None if text[end : end + 4] == " as " and low[max(0, start - 3) : start] == "as " else token


def at_night(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "They travelled at night", and not "at night school"."""
    return token if stands_alone(text, end) and text[end : end + 1] not in ("-", "'", "’") else None


def current(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "Her current post", and neither "the current was strong" nor "the current account"."""
    before, after = word_before(text, start).lower(), word_behind(text, end)
    noun = after.islower() and after not in GOES_ON and after not in VERBS and after[-3:] not in ("ing", "ted")
    fits = before in _BEFORE_CURRENT and after not in _NO_PRESENT and text[end : end + 1] == " "
    return token if noun and fits else None


def some_day(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """Some day to come, where the clause looks ahead."""
    return token if lean(text, low, start, end).lean is not Lean.PAST else None


def often(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "Reports quarterly", and neither "a quarterly dividend" nor "a quarterly called Ploughshares"."""
    if _PAPER.search(text, max(0, start - 40), start) and _IS_PAPER.match(text, end):
        return None
    if low[start:end] not in ("quarterly", "fortnightly"):
        return token
    return token if stands_alone(text, end) and word_before(text, start).lower() not in verbs.DETERMINERS else None
