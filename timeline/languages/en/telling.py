"""Is what a clause tells an event, a report, a plan, a denial or a claim? Decides on its words alone."""

from __future__ import annotations

from timeline.languages.en import wordkinds as kinds
from timeline.languages.en.clauseparts import CONTACT, COORD, GERUND, PART, QUOTE, REL, RUN_ON, SUB, THAT, Clause, Verb
from timeline.languages.en.tags import Words
from timeline.languages.en.wordlists import words_of

_WILL = words_of("will would 'll ’ll shall won't wouldn't won’t wouldn’t to")
_MAY = words_of("may might can could should must shouldn't should’t")
_AHEAD = words_of(
    """
    expect schedule plan intend slate set due project forecast bill bind suppose hope anticipate poise earmark tip
    """
)
_WISHES = words_of(
    """
    plan hope intend expect aim want vow promise pledge threaten agree decide prepare offer seek order urge ask tell
    propose demand wish mean need require
    """
)
_DENIES = words_of("deny reject dismiss refute dispute")
_CLAIMS = words_of("claim allege suspect believe rumor rumour accuse speculate presume")
_CLAIMED = words_of("accuse suspect allege believe rumor rumour claim think presume")
_SAYS_SO = words_of("allegedly reportedly purportedly supposedly alleged purported")
_ADVICE = words_of("should shouldn't shouldn’t must ought")
_OPINION = words_of("i we you")
_SURE_CLAIM = words_of("say report")


def is_report(words: Words, clause: Clause, place: int) -> bool:
    """Whether a date tells when something was said, not when it happened.

    >>> from timeline.languages.en.clauses import Clauses
    >>> words = Words("The bridge fell, police said on Monday.", [(32, 38)])
    >>> is_report(words, Clauses(words).of(7), 7)
    True
    """
    verb = clause.verb
    if (
        verb is None
        or verb.passive
        or verb.base not in (kinds.REPORTING if _is_said_of(words, clause, verb) else kinds.REPORTS)
        or verb.modal
        or clause.kind in (REL, CONTACT)
    ):
        return False
    if clause.kind == COORD and verb.base not in ("say", "tell", "add"):
        return any(child.kind in (THAT, QUOTE) for child in clause.children)
    if place < verb.start and clause.kind not in (THAT, QUOTE) and verb.base == "tell":
        return not _ordered(words, verb)
    if verb.base == "tell":
        return not _ordered(words, verb)
    if verb.base == "inform":
        return words.kind[verb.end : verb.end + 1] == ["X"]
    if verb.base == "say":
        return True
    told = any(child.kind in (THAT, QUOTE) and child.start >= verb.end for child in clause.children)
    after = words.kind[verb.end] if verb.end < len(words.kind) else "."
    if told or (verb.base == "add" and after in "T.,IJ") or (clause.kind == RUN_ON and after not in "NX#DYO"):
        return True
    return verb.base == "report" and after in "IT.,J"


def _is_said_of(words: Words, clause: Clause, verb: Verb) -> bool:
    """Whether it is only who said what stands before: "Prices will fall, the firm announced on Friday"."""
    after = words.kind[verb.end] if verb.end < len(words.kind) else "."
    return clause.kind == RUN_ON and clause.opener == "" and after in "T.,IJ"


def _ordered(words: Words, verb: Verb) -> bool:
    """Whether somebody was told to do something."""
    for at in range(verb.end, min(len(words.kind), verb.end + 6)):
        if words.kind[at] == "U":
            return True
        if words.kind[at] in "HTBW,":
            return False
    return False


def status_of(words: Words, clause: Clause, place: int, *, ahead: bool, past: bool) -> str:
    """happened, planned, denied or claimed; `ahead` where the date lies behind the day of publication, `past` before it."""
    verb = clause.verb
    found = _of_governors(words, clause)
    if found:
        return found
    if verb is not None:
        if _is_claim(words, clause, verb, place):
            return "claimed"
        if not verb.perfect and verb.modal in _WILL and not (verb.modal.startswith("would") and past):
            return "planned"
        if verb.modal in _MAY and not verb.perfect and not past:
            return "planned"
        after = words.low[verb.end] if verb.end < len(words.kind) else ""
        if (
            verb.passive
            and verb.base in _AHEAD
            and (verb.base != "set" or after in ("to", "for"))
            and _until_verb(words, verb, place)
            and not (past and _had(words, verb))
        ):
            return "planned"
        if verb.base in _WISHES and _governs(words, verb, place) and not verb.passive:
            return "planned"
        if verb.base in ("expect", "forecast", "predict", "anticipate") and place > verb.start and not past and not verb.passive:
            return "planned"
    one: Clause | None = clause
    while one is not None and one.kind in (SUB, COORD, THAT, REL, CONTACT):
        if one.opener in ("if", "unless"):
            return "planned"
        one = one.parent
    told = verb is not None and verb.finite and not verb.modal and words.kind[verb.start] in "EP"
    return "planned" if ahead and not told else "happened"


def _had(words: Words, verb: Verb) -> bool:
    return words.low[verb.start] == "had"


def _of_governors(words: Words, clause: Clause) -> str:
    """What the clauses over it say: "denied that", "claims that"."""
    one: Clause | None = clause
    for _ in range(8):
        if one is None or one.parent is None or one.kind not in (THAT, COORD, REL, CONTACT, PART, GERUND, SUB):
            return ""
        parent = one.parent
        if one.kind in (THAT, GERUND) and parent.verb is not None:
            if parent.verb.base in _DENIES and not parent.verb.negated:
                return "denied"
            if parent.verb.base in _CLAIMS and one.kind == THAT:
                return "claimed"
            if parent.verb.base in _CLAIMS | {"charge"} and one.kind == GERUND and one.opener in ("of", "with"):
                return "claimed"
        one = parent
    return ""


def _is_claim(words: Words, clause: Clause, verb: Verb, place: int) -> bool:
    """Allegedly, reportedly; "is said to have", "accused of", "claims to have"."""
    low, kind = words.low, words.kind
    if any(low[at] in _SAYS_SO for at in range(max(0, clause.start), min(clause.end, verb.end + 4))):
        return True
    after = kind[verb.end] if verb.end < len(kind) else "."
    if (
        verb.passive
        and (verb.base in _CLAIMED or verb.base in _SURE_CLAIM)
        and (
            (after == "U" and kind[verb.end + 1 : verb.end + 2] in (["v"], ["K"], ["z"], ["N"]))
            or low[verb.end : verb.end + 1] == ["of"]
        )
    ):
        return place < 0 or place > verb.end
    if verb.passive and verb.base == "accuse":
        return True
    return verb.base in ("claim", "allege") and after == "U" and place > verb.end


def _until_verb(words: Words, verb: Verb, place: int) -> bool:
    return place < 0 or place >= verb.end or place < verb.start


def _governs(words: Words, verb: Verb, place: int) -> bool:
    """Whether a date stands behind the infinitive that a verb governs: "promised to pay by Friday"."""
    for at in range(verb.end, min(place, len(words.kind))):
        if words.kind[at] == "U" and words.kind[at + 1] in "vNEPzKLX":
            return True
        if words.kind[at] in "HBWT":
            return False
    return False


def no_event(words: Words, clause: Clause, place: int) -> str:
    """Why what a date dates is no event; "" where it is one.

    >>> from timeline.languages.en.clauses import Clauses
    >>> words = Words("Sales were better than in 2010.", [(26, 30)])
    >>> no_event(words, Clauses(words).of(5), 5)
    'it is only compared with'
    """
    low, kind = words.low, words.kind
    verb = clause.verb
    before = place - 1
    while before >= 0 and (kind[before] in "IJD" and low[before] not in ("than", "since", "like", "unlike", "as", "from")):
        before -= 1
    ahead = low[before] if before >= 0 else ""
    if ahead in ("than", "like", "unlike") or (ahead == "as" and place - before > 1 and low[before + 1] != "of"):
        return "it is only compared with"
    if _compared(words, clause, place) or (clause.kind == PART and verb is not None and verb.base == "compare"):
        return "it is only compared with"
    if any(low[at] in ("©", "copyright", "(c)") for at in range(max(0, place - 4), place)):
        return "a copyright"
    if ahead == "since" and _as_never(words, clause, before):
        return "it only tells since when"
    if words.text.rstrip(" \"”’')")[-1:] == "?" and clause.kind not in (REL, PART):
        return "a question"
    if clause.kind == PART and verb is not None and verb.base == "bear":
        return "a birth mentioned in passing"
    if verb is None:
        return ""
    if clause.owner() is not None and _thinks(words, clause):
        return "advice or opinion"
    if verb.modal in _ADVICE and not verb.perfect and not verb.passive and not _told(clause):
        return "advice or opinion"
    return ""


def _thinks(words: Words, clause: Clause) -> bool:
    """I think, we hope."""
    one: Clause | None = clause if clause.kind != THAT else clause.parent
    if one is None or one.verb is None or one.verb.base not in ("think", "believe", "hope", "feel", "guess"):
        return False
    span = one.owner()
    return span is not None and words.low[span[0]] in ("i", "we") and span[1] - span[0] == 1


def _told(clause: Clause) -> bool:
    one: Clause | None = clause
    while one is not None:
        if one.kind == THAT and one.parent is not None and one.parent.verb is not None:
            return True
        one = one.parent
    return False


def _compared(words: Words, clause: Clause, place: int) -> bool:
    """Compared with 2010; up from 5 % in 2009; than the one in 2008."""
    low = words.low
    start = max(clause.start, place - 9)
    if place and low[place - 1] == "from" and not _CHANGES.isdisjoint(low[max(clause.start, place - 14) : place - 1]):
        return True
    for at in range(place - 1, start - 1, -1):
        word = low[at]
        if words.kind[at] in ",;CTHBW" or (words.kind[at] in "PEVMZKL" and word not in ("compared", "boosted", "changed")):
            return word == "compared" if word else False
        if word == "than":
            return place - at < 7 and words.kind[at + 1] != "#" and not any(words.kind[x] in "PEVMZKL" for x in range(at, place))
        if word in ("compared", "opposed") and low[at + 1] in ("with", "to"):
            return True
        if (
            word == "from"
            and at > 0
            and low[at - 1] in ("up", "down", "increase", "decrease", "boosted", "rise", "drop", "change")
        ):
            return True
    return False


_CHANGES = words_of(
    """
    up down increase increases decrease rise rises drop drops fall decline declined rose fell dropped increased
    decreased improvement change higher lower jump gain slump climbed
    """
)
_NEVER = words_of(
    """
    first worst best highest lowest biggest largest smallest most least only deadliest longest strongest weakest
    greatest
    """
)


def _as_never(words: Words, clause: Clause, since: int) -> bool:
    """Its first loss since 1992: nothing is told of 1992."""
    return any(words.low[at] in _NEVER for at in range(max(clause.start, since - 9), since))
