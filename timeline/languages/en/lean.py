"""Does an English clause look back or ahead? Decides on words alone: auxiliaries, verb forms, what governs them.

It reads from the phrase to the left, to the nearest word that tells the tense; where the clause has
none there (a phrase that stands first), to the right. It never leaves the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.expr import Lean
from timeline.languages.en import verbs

_REACH = 300  # characters to either side; the verb of a clause rarely stands farther off
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|[\"“”]|``|''")
_QUOTES = frozenset(['"', "“", "”", "``", "''"])
_STOP = re.compile(r"[.!?][\"'”’)\]]*\s+[\"'“‘(\[]?[A-Z0-9]|\n\s*\n|[.!?][\"”]?\n")
# A full stop behind one of these, or behind a single letter, ends no sentence.
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr sen rep gov gen col lt sgt st jan feb mar apr jun jul aug sept sep oct nov dec no inc corp co ltd vs u.s u.n
    """.split()
)
_ENDED = re.compile(r"[.!?][\"'”’)]*\s*$")
_GOVERNING = 4  # how many words before "to" its verb may stand
_NEAR = 4  # how many words before the phrase a verb in the present tense may stand
_NEXT = re.compile(r"\s([a-z]+)")


@dataclass(frozen=True, slots=True)
class Cue:
    """The side a clause looks to, and the word that says so ("" where none does)."""

    lean: Lean
    word: str = ""


NONE = Cue(Lean.NONE)


def lean(text: str, low: str, start: int, end: int) -> Cue:
    """Which side the clause around `text[start:end]` looks to; `low` is the text in lower case.

    >>> text = "The institute will publish a study on Sunday."
    >>> lean(text, text.lower(), 38, 44)
    Cue(lean=<Lean.FUTURE: 'future'>, word='will')
    """
    before = _words(text, low, sentence_start(text, low, start), start)
    if (bound := _bound(before)) is not None:
        return bound
    beside = _NEXT.match(low, end)
    if beside is not None and _is_past(beside[1]) and (cue := _tense(["", beside[1]], 1)) is not None:
        return cue  # "a court Thursday refused …"
    found = _first(before, range(len(before) - 1, -1, -1))
    if found is not None:
        return found
    stop = sentence_end(text, low, end)
    after = _unquoted(_words(text, low, end, stop))
    told = _first(after, range(len(after)))
    if told is not None or low.startswith(("'s", "’s"), end):  # "Thursday's price" was that of a day that is over
        return told or NONE
    return _present(before, after, ended=_ENDED.search(text, end, stop + 1) is not None) or NONE


def _words(text: str, low: str, start: int, end: int) -> list[str]:
    """The words of a stretch in lower case; "May" with a capital is a month or a name, and never the auxiliary."""
    words = _WORD.findall(low, start, end)
    if "may" in words and "May" in text[start:end]:
        words = _WORD.findall(text[start:end].replace("May", "m").lower())
    return words


def sentence_start(text: str, low: str, start: int) -> int:
    """Where the sentence of an offset begins, or as far back as is looked at."""
    floor = max(0, start - _REACH)
    at = start
    while True:
        stop = max(low.rfind(mark, floor, at) for mark in (". ", ".\n", "? ", "! ", "\n\n", '." ', ".” ", ".\r"))
        if stop < 0:
            return floor
        if low[stop] != "." or not _is_abbreviation(low, stop):
            return stop + 1
        at = stop


def sentence_end(text: str, low: str, end: int) -> int:
    """Where the sentence of an offset ends, or as far ahead as is looked at."""
    ceiling = min(len(text), end + _REACH)
    for match in _STOP.finditer(text, end, ceiling):
        if text[match.start()] != "." or not _is_abbreviation(low, match.start()):
            return match.start()
    return ceiling


def _is_abbreviation(low: str, stop: int) -> bool:
    """Whether the full stop at that offset belongs to "Mr.", "Jan.", "p.m." or an initial."""
    start = stop
    while start > 0 and stop - start < 8 and (low[start - 1].isalpha() or low[start - 1] == "."):
        start -= 1
    word = low[start:stop]
    return word in _ABBREVIATIONS or len(word.rpartition(".")[2]) == 1


def _first(words: list[str], order: range) -> Cue | None:
    """The first tense that the words tell, read in that order."""
    for at in order:
        word = words[at]
        if (word in verbs.TELLING or word[-2:] == "ed" or word[-2:] == "ll") and (cue := _tense(words, at)) is not None:
            return cue
    return None


def _unquoted(words: list[str]) -> list[str]:
    """The words up to a quotation, whose tense is another's."""
    return next((words[:at] for at, word in enumerate(words) if word in _QUOTES), words)


def _bound(before: list[str]) -> Cue | None:
    """What "until" and its kin say of the phrase behind them: "postponed until Tuesday", "has until Monday"."""
    if not before or before[-1] not in ("until", "till", "to", "for"):
        return None
    put_off = verbs.PUT_OFF.intersection(before[-4:])
    if put_off:
        return Cue(Lean.FUTURE, min(put_off))
    opens = len(before) <= 2  # "Until Thursday, they had not …": the main clause tells
    present = not opens and before[-1] in ("until", "till") and not any(_is_past(word) or word in verbs.WAS for word in before)
    return Cue(Lean.FUTURE, before[-1]) if present else None


def _present(before: list[str], after: list[str], *, ended: bool) -> Cue | None:
    """Where no word looks back, a sentence in the present tense looks ahead: "the strike ends on Monday".

    A headline (a line that no full stop ends) tells in the present what has happened; one with "to" and
    a verb does not: "Nurses to strike on Thursday".
    """
    words = [*before, *after]
    if ended:
        word = next((word for word in [*reversed(before), *after] if word in verbs.PRESENT), None)
        return None if word is None else Cue(Lean.FUTURE, word)
    for at, word in enumerate(before):
        if word == "to" and at + 1 < len(words) and words[at + 1] not in verbs.NO_VERB:
            return Cue(Lean.FUTURE, word)
    return None


def _is_past(word: str) -> bool:
    return word in verbs.PAST or (word[-2:] == "ed" and len(word) > 3 and word not in verbs.NOT_PAST)


def _tense(words: list[str], at: int) -> Cue | None:
    """What the word at that place says of the tense; None where it says nothing."""
    word = words[at]
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    if word in verbs.AHEAD or word.endswith(("'ll", "’ll")):
        return Cue(Lean.FUTURE, word)
    if word in verbs.AHEAD_PARTICIPLES and not _is_adjective(before):
        return Cue(Lean.PAST if before == "been" else Lean.FUTURE, word)  # "had been due": it was to be
    if word == "set" and after in ("to", "for"):
        return Cue(Lean.FUTURE, word)
    if word in verbs.AHEAD_VERBS and after == "to":
        return Cue(Lean.FUTURE, word)
    if word == "after" and after.endswith("ing"):
        return Cue(Lean.PAST, word)  # "after beating Porto on Tuesday, …"
    if word in verbs.ON_THE_PROGRAMME and at >= len(words) - _NEAR and before in ("which", "that", "who", "and"):
        return Cue(Lean.FUTURE, word)  # "the film, which opens on Monday, cost …"
    if word == "to" and after and after not in verbs.NO_VERB and after.isalpha():
        return _infinitive(words, at)
    if word in ("is", "are", "'s") and (after == "to" or after.endswith("ing")):
        return Cue(Lean.FUTURE, word) if after == "to" else None
    if word in ("has", "have"):
        return Cue(Lean.FUTURE if after in ("to", "until") else Lean.PAST, word)
    if word in ("was", "were", "had", "did"):
        return Cue(Lean.FUTURE, word) if after in verbs.AHEAD_PARTICIPLES else Cue(Lean.PAST, word)
    if _is_past(word):
        if before in verbs.BASE_BEFORE or before in verbs.BE or _is_adjective(before):
            return None
        return Cue(Lean.PAST, word)
    return None


def _infinitive(words: list[str], at: int) -> Cue | None:
    """`to` and a verb: what the verb that governs it says, a word or two before it.

    "promised to reply", "urged people to stay" look ahead; "began to rain", "failed to pay" came about;
    behind any other word the infinitive tells nothing ("flew to Paris to meet the envoy").
    """
    for place in range(at - 1, max(-1, at - 1 - _GOVERNING), -1):
        word = words[place]
        if word in verbs.AHEAD_PARTICIPLES and place and words[place - 1] == "been":
            return Cue(Lean.PAST, word)  # "had been due to expire Friday"
        if word in verbs.CAME_ABOUT:
            return Cue(Lean.PAST, word)
        if word in verbs.COMMITTED or word in verbs.AHEAD_PARTICIPLES or word in verbs.AHEAD_VERBS or word in ("is", "are"):
            return Cue(Lean.FUTURE, word)
        if _is_past(word) or word in verbs.WAS:
            return None
    return None


def _is_adjective(before: str) -> bool:
    """A participle after a determiner or a preposition describes a thing: "a retired teacher"."""
    return before in verbs.DETERMINERS
