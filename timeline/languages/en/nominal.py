"""Events that a noun tells: "since its peak in February", "after the May 3 vote", "her arrest on Monday"."""

from __future__ import annotations

from timeline.languages.en import nouns
from timeline.languages.en import wordkinds as kinds
from timeline.languages.en.clauseparts import Clause
from timeline.languages.en.tags import Words
from timeline.languages.en.wordlists import words_of

_EVENTS = (
    nouns.HAPPENED
    | nouns.WON
    | nouns.OUTCOME
    | nouns.PROGRAMMED
    | kinds.WEAK
    | words_of(
        """
    peak birth launch founding foundation election merger purchase sale takeover split signing murder coup invasion
    war battle revolution uprising independence debut premiere inauguration coronation wedding divorce marriage
    retirement departure arrival appointment acquisition introduction announcement publication opening closing closure
    ending beginning creation establishment construction withdrawal execution trial conviction bombing bombings
    shooting killing hijacking landing liftoff takeoff release collapse bankruptcy surrender defeat ceasefire truce
    treaty agreement accord settlement strike strikes outbreak epidemic pandemic eruption hurricane nomination
    reelection re-election victory win loss close
    """
    )
) - words_of("report number place name people point position form like matter mind question value")
_NO_EVENTS = words_of(
    "department government parliament apartment equipment station nation section corporation association position"
)
_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ture", "sure", "ival", "ding", "ling")
_LINKS = words_of("since after before following during until amid despite upon")
_TELLS_ALIKE = words_of(
    """
    kill injure wound destroy leave cause damage take occur happen be claim last mark begin start end come follow
    bring have hit strike
    """
)


def nominal(words: Words, clause: Clause, place: int) -> tuple[int, int] | None:
    """The words of the noun phrase whose event the date at `place` dates; None where the clause's own event is meant.

    >>> from timeline.languages.en.clauses import Clauses
    >>> words = Words("Cases fell since their peak in February.", [(31, 39)])
    >>> words.slice(*nominal(words, Clauses(words).of(6), 6))
    'their peak'
    """
    kind, low = words.kind, words.low
    end = place
    if place + 1 < len(kind) and kind[place + 1] in "'N" and (kind[place + 1] == "'" or _premodifies(words, place)):
        return _premodified(words, clause, place)
    while (
        end > 0
        and kind[end - 1] in "IJR"
        and low[end - 1] in ("in", "on", "of", "at", "late", "early", "earlier", "back", "later")
    ):
        end -= 1
    if end in (0, place) or kind[end - 1] not in "NX":
        return None
    start = _start(words, end)
    if start == 0 and not (clause.verb is not None and place < clause.verb.start):
        return None
    linked = (
        start > 0 and low[start - 1] in _LINKS and (clause.verb is None or not clause.verb.start <= start - 1 < clause.verb.end)
    )
    head = _head(words, start, end)
    thin = end - start < 3 and not any(one in "XY" for one in kind[start:end])
    if linked and not thin and not (clause.verb is not None and clause.verb.start > place and clause.kind not in ("root",)):
        return (start, end) if _is_event(head) and (end - start > 1 or kind[start] == "X") else None
    verb = clause.verb
    owner = clause.subject
    if verb is None or owner is None or place >= verb.start or owner[0] > start:
        return None
    subject = _head(words, owner[0], owner[1])
    if owner[1] - owner[0] < 3 and not any(one in "XY" for one in kind[owner[0] : owner[1]]):
        return None
    if owner[0] <= start < verb.start and _is_event(subject) and verb.base not in _TELLS_ALIKE and not verb.passive:
        return owner[0], end
    return None


def _premodifies(words: Words, place: int) -> bool:
    """Whether a date stands before its noun: "the May 3 vote"."""
    return place > 0 and words.kind[place - 1] in "DY" and words.kind[place + 1] in "NX"


def _premodified(words: Words, clause: Clause, place: int) -> tuple[int, int] | None:
    kind, low = words.kind, words.low
    end = place + 1
    while end < len(kind) and kind[end] in "NX'#":
        end += 1
    while end + 1 < len(kind) and low[end] in ("of", "on", "against", "between") and kind[end + 1] in "NXDY#":
        end += 1
        while end < len(kind) and kind[end] in "NXDY#'":
            end += 1
    start = place - 1 if place and kind[place - 1] in "DY" else place
    if start == 0 or not (low[start - 1] in _LINKS or (low[start - 1] == "of" and kind[place + 1] == "'")):
        return None
    stop = next((at for at in range(place + 1, end) if kind[at] == "I"), end)
    head = low[stop - 1]
    thin = end - start < 4 and not any(one in "XY" for one in kind[start:end])
    return (start, end) if _is_event(head) and not thin else None


def _start(words: Words, end: int) -> int:
    """Where the noun phrase that ends there begins, with what `of` and the like join to it."""
    kind, low = words.kind, words.low
    start = end - 1
    for _ in range(4):
        while start > 0 and kind[start - 1] in "NX#'" and kind[start] not in "DY":
            start -= 1
        if start > 0 and kind[start - 1] in "DY":
            start -= 1
        if start > 1 and low[start - 1] in ("of", "on", "in", "for", "between", "against", "at") and kind[start - 2] in "NX":
            start -= 2
        else:
            break
    return start


def _head(words: Words, start: int, end: int) -> str:
    """The noun that a phrase is about."""
    kind, low = words.kind, words.low
    head = ""
    for at in range(start, end):
        if kind[at] in "IJUW," and head:
            break
        if kind[at] in "NX":
            head = low[at]
    return head


def _is_event(noun: str) -> bool:
    single = noun[:-1] if noun[-1:] == "s" else noun
    if noun in _NO_EVENTS:
        return False
    return noun in _EVENTS or single in _EVENTS or (noun.endswith(_ENDINGS) and len(noun) > 5)
