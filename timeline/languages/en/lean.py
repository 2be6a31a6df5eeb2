"""Does an English clause look back or ahead? Decides on words alone: auxiliaries, verb forms, nouns, prepositions.

What stands closest decides first: the preposition of the phrase ("since", "until"), a verb right behind
it ("a court Thursday refused"), the verb that governs it to its left, a noun that looks back of its own
("her arrest on Monday"); where the clause has none of these, the verb to its right. It never leaves the
sentence, nor a quotation.
"""

from __future__ import annotations

import re

from timeline.expr import Lean
from timeline.languages.en import nouns, verbs
from timeline.languages.en.clause import words_after, words_before
from timeline.languages.en.tense import NONE, Cue, first, governing, present, tells, tense

__all__ = ["NONE", "Cue", "lean"]

_PREPOSITIONS = frozenset("on in by until till til for from since before after at of to through during over as".split())
# Behind one of these a clause begins, and its verb is to the right: "said that on Friday the troops will leave".
_OPENERS = frozenset("that who which when where because if as while and but so ,".split())
_NEXT = re.compile(r"\s([a-z]+(?:['’-][a-z]+)*)")
_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*|[^\s\w]")
_HOURS = re.compile(r",? \(?(?:at |from |@ ?)?\d\d?(?:[:.-]\d|[ap]m)")
_CLOCK = re.compile(r"\d ?[ap]\.?m\b|\d:\d\d")
_HEDGES = frozenset("like about around maybe probably at".split())
_OF_DAY = re.compile("day|kend|wknd")
_TELLING = frozenset("since than come until till til through thru to for from in of by on".split())
_THAN_AHEAD = frozenset("later earlier sooner rather other".split())
_TO_COME = frozenset(("ahead", "pending"))
_OVER = frozenset("after in by from following over".split())
_OWN = frozenset("the his her its their our my".split())
_QUESTIONS = frozenset("who who's whos what when where why how anyone anybody any1 is are can do does will".split())
_PERSONS = frozenset("i we you u my our im it's".split())
_CONDITIONS = frozenset(("if", "unless"))
_PERIODS = frozenset("year years months quarter weeks period half".split())
_PERFECT = frozenset(("has", "have"))
_ADJACENT = 2  # with a preposition between: "victims of Monday's fire"
_SHORT = 4  # words before a phrase that stands in no sentence
_POST = 280  # characters that a post has before a phrase, at most
_NEAR = 5  # how many words before the phrase a noun that it goes with may stand


def lean(text: str, low: str, start: int, end: int) -> Cue:
    """Which side the clause around `text[start:end]` looks to; `low` is the text in lower case.

    >>> text = "The institute will publish a study on Sunday."
    >>> lean(text, text.lower(), 38, 44)
    Cue(lean=<Lean.FUTURE: 'future'>, word='will')
    """
    before, quoted = words_before(text, low, start)
    cue = _of_clause(text, low, start, end, before, quoted=quoted)
    if cue.lean is Lean.FUTURE and cue.word in verbs.WAS and any(map(str.isdecimal, low[start:end])):
        return NONE  # "the cuts were to begin on January 2": a day of the year, on whichever side it is nearer
    told = not nouns.PRAISE.isdisjoint(before) or before[-2:] == ["all", "day"]
    if cue.lean is not Lean.NONE or not before or told:
        return cue
    if _is_note(text, start) or _is_now(low, start, end, before) or _is_announced(text, low, start, end, before):
        return Cue(Lean.FUTURE, before[-1])  # "physics monday, chem wednesday": a note of what is to come
    return cue


def _is_note(text: str, start: int) -> bool:
    """Whether the line of an offset is a post or a note: short, and begun without a capital."""
    first = text.rfind("\n", max(0, start - _POST), start) + 1
    return (first > 0 or start < _POST) and text[first : first + 1].islower()


def _is_now(low: str, start: int, end: int, before: list[str]) -> bool:
    """ "The vote is either Sunday or Monday": a line without a full stop that is no headline, since it says "is"."""
    return "day" in low[start:end] and not verbs.BE_PRESENT.isdisjoint(before[-_NEAR:]) and governing(before) is not None


def _is_announced(text: str, low: str, start: int, end: int, before: list[str]) -> bool:
    """Whether no verb tells of a day that has its hours: "Egg hunt Saturday (10-11:30)", "Box office event Monday 5pm"."""
    if _HOURS.match(low, end) is None and _CLOCK.search(low, start, end) is None:
        return False
    if not nouns.HAPPENED.isdisjoint(before):
        return False
    return governing(before) is None and first(words_after(text, low, end, quoted=False)[0]) is None


def _of_clause(text: str, low: str, start: int, end: int, before: list[str], *, quoted: bool) -> Cue:
    if low.startswith(("'s", "’s"), end):
        return _of_event(before, *words_after(text, low, end + 2, quoted=quoted))
    if len(before) > 1 and before[-1] in _HEDGES and before[-2] in _TELLING:
        before = before[:-1]  # "since like Thursday"
    if before and before[-1] in _TELLING:
        of_day = _OF_DAY.search(low, start, end) is not None
        if (cue := _of_preposition(before, of_day)) is not None:
            return cue
    beside = _beside(low, end)
    if beside is not None and (beside.lean is Lean.PAST or beside.word in nouns.CONTRACTS):
        return beside  # "a court Thursday refused …", "wheat for March delivery"
    last = before[-2] if len(before) > 1 and before[-1] in _PREPOSITIONS else before[-1] if before else ""
    if last in _OPENERS and (cue := _opened(words_after(text, low, end, quoted=quoted)[0])) is not None:
        return cue
    found = governing(before)
    if not _TO_COME.isdisjoint(before):
        near = before[-1 - _NEAR :] if found is None else before[max(found[1], len(before) - 1 - _NEAR) + 1 :]
        if ahead := _event_ahead(near):
            return Cue(Lean.FUTURE, ahead)
    clear = found is not None and found[0].lean is not Lean.NONE and _CONDITIONS.isdisjoint(before)
    if found is not None and clear and beside is None and found[0].word != "got":
        return found[0]
    after, ended = words_after(text, low, end, quoted=quoted)
    if found is not None:
        cue, at = found
        if beside is not None and at < len(before) - 3 and (cue.word in verbs.SPEECH or "that" in before[at + 1 :]):
            return _told(beside, ended=ended)  # "said the talks on Friday will …"
        if cue.lean is Lean.PAST and (condition := _condition(before, at, after)):
            return Cue(Lean.FUTURE, condition)
        return _governed(cue, before, at, ended=ended)
    return _without_verb(before, after, last, ended=ended) or _to_the_right(before, after, ended=ended)


def _beside(low: str, end: int) -> Cue | None:
    """What the word right behind the phrase says."""
    if (following := _NEXT.match(low, end)) is None:
        return None
    if following[1] in nouns.CONTRACTS:
        return Cue(Lean.FUTURE, following[1])
    if not tells(following[1]):
        return None
    return tense(["", *_WORD.findall(low, end, end + 40)[:3]], 1)


def _event_ahead(near: list[str]) -> str:
    """What says that the noun of the phrase is to come: "ahead of the vote on Sunday", "pending his trial in May"."""
    for at, word in enumerate(near):
        if word in _TO_COME and at + 2 < len(near) and nouns.HAPPENED.isdisjoint(near[at:]):
            return word
    return ""


def _condition(before: list[str], at: int, after: list[str]) -> str:
    """What is past only in form: "unless it complied by Friday", "if it has not left by Monday, sanctions will follow"."""
    place = next((i for i in range(at - 1, -1, -1) if before[i] in _CONDITIONS), -1)
    if place < 0 or "," in before[place:]:
        return ""
    main = (verbs.MODALS | verbs.WILL).intersection([*before[:place], *after])
    perfect = not _PERFECT.isdisjoint(before[place : at + 1])
    return before[place] if main and (perfect or not verbs.WILL.issuperset(main)) else ""


def _happened(words: list[str]) -> str:
    """The noun among these that tells what nobody plans; not what is but one of its kind, or goes with another noun."""
    for at, word in enumerate(words):
        if word in nouns.HAPPENED and (at + 1 == len(words) or words[at + 1] in _PREPOSITIONS):
            behind = words[max(0, at - 3) : at]
            one = "a" in behind or "an" in behind
            if not one or not _OVER.isdisjoint(behind):
                return word
        elif word in nouns.WON and any(owner in _OWN or owner[-2:] in ("'s", "’s") for owner in words[max(0, at - 2) : at]):
            return word
    return ""


def _governed(cue: Cue, before: list[str], at: int, *, ended: bool) -> Cue:
    """What the verb to the left says, unless in the present tense a noun behind it looks back."""
    if cue.lean is Lean.NONE:
        behind = before[at + 1 :]
        since = "since" in behind and not verbs.DETERMINERS.isdisjoint(behind[behind.index("since") + 1 :][:1])  # no year
        noun = "since" if since else _happened(behind)
        if noun:
            return Cue(Lean.PAST, noun)
    if cue.word == "got" and at == 0 and not nouns.PROGRAMMED.isdisjoint(before[-2:]):
        return Cue(Lean.FUTURE, cue.word)  # "got a race Sunday, wish me luck"
    return _told(cue, ended=ended or _is_personal(before) or before[0] in _QUESTIONS)


def _told(cue: Cue, *, ended: bool) -> Cue:
    """A sentence in the present tense looks ahead ("the strike ends on Monday"); a headline tells in it what has happened."""
    if cue.lean is not Lean.NONE:
        return cue
    return Cue(Lean.FUTURE, cue.word) if ended or cue.word in verbs.SCHEDULED else NONE


def _is_personal(words: list[str]) -> bool:
    """Whether somebody speaks of themselves, as no headline does."""
    return any(word in _PERSONS or word[:2] in ("i'", "i’") or word[:3] in ("we'", "we’") for word in words)


def _of_preposition(before: list[str], of_day: bool) -> Cue | None:
    """What the preposition of the phrase says: "since Monday", "postponed until Tuesday", "called a strike for Friday"."""
    word = before[-1]
    if word == "since":
        return Cue(Lean.PAST, word)
    if word == "than" and (len(before) < 2 or before[-2] not in _THAN_AHEAD):
        return Cue(Lean.PAST, word)  # "better than July"; but "no later than March"
    if word == "come" and (len(before) < 2 or before[-2] in (",", "and", "but")):
        return Cue(Lean.FUTURE, word)  # "come Monday, we'll know"
    if word in ("until", "till", "til", "through", "thru"):
        return _until(before)
    if word in ("to", "from") and (put_off := verbs.PUT_OFF.intersection(before[-4:])) and word == "to":
        return Cue(Lean.FUTURE, min(put_off))
    near = before[-1 - _NEAR : -1]
    if word in ("of", "to") and near and near[-1] in ("ahead", "advance", "run-up", "eve", "deadline"):
        return Cue(Lean.FUTURE, near[-1])
    if word == "for":
        return _for(before[-9:-1], of_day)
    if word in ("from", "in", "by", "on") and near and near[-1] in ("delivery", "completion"):
        return Cue(Lean.FUTURE, near[-1])
    if word in ("from", "in", "of") and near and near[-1] in ("damage", "toll", "footage", "photos", "debris"):
        return Cue(Lean.PAST, near[-1])
    return None


def _until(before: list[str]) -> Cue | None:
    """Until a day: of what is put off or goes on it lies ahead; of what was told in the past behind."""
    put_off = verbs.PUT_OFF.intersection(before[-7:])
    if put_off:
        return Cue(Lean.FUTURE, min(put_off))
    if before[-1] == "through" and before[-2:-1] and before[-2] in _PERIODS:
        return None  # "in the year through September, prices rose"
    found = governing(before[:-1])
    if len(before) <= 2 or (found is not None and found[0].lean is Lean.PAST):
        return None  # "Until Thursday, they had not …": the main clause tells
    return Cue(Lean.FUTURE, before[-1])


def _for(near: list[str], of_day: bool) -> Cue | None:
    """For a day things are arranged, and measured: "a hearing for Friday", "figures for March"."""
    if not nouns.OWED.isdisjoint(near):
        return Cue(Lean.PAST, next(word for word in near if word in nouns.OWED))
    if near and near[-1] in nouns.CONTRACTS:
        return Cue(Lean.FUTURE, near[-1])
    if not nouns.MEASURED.isdisjoint(near):
        return None
    arranged = next((word for word in near if word in nouns.ARRANGED or word in nouns.LOOKS_AHEAD), "")
    if arranged and (of_day or arranged not in ("called", "due", "strike", "vote")):
        return Cue(Lean.FUTURE, arranged)
    return Cue(Lean.FUTURE, "for") if of_day else None


def _of_event(before: list[str], after: list[str], ended: bool) -> Cue:
    """What "Tuesday's" says with its noun, and with the words that govern that: "victims of Tuesday's fire"."""
    noun = next((word for word in after[:4] if word in nouns.OUTCOME or word in nouns.PROGRAMMED), "")
    near = before[-1 - _NEAR :]
    for at, word in enumerate(reversed(near)):
        if word in nouns.LOOKS_AHEAD:
            return Cue(Lean.FUTURE, word)
        if (word in nouns.LOOKS_BACK and at < _ADJACENT) or (
            word in ("after", "following", "since", "over") and word == near[-1] and len(before) < 3
        ):
            return Cue(Lean.PAST, word)
    if noun in nouns.OUTCOME:
        return Cue(Lean.PAST, noun)
    found = governing(before)
    if found is not None and (found[0].lean is not Lean.NONE or noun):
        return _told(found[0], ended=ended)
    told = first(after)
    if told is not None and told.lean is not Lean.NONE:
        return told
    if noun and (word := present(before)):
        return _told(Cue(Lean.NONE, word), ended=ended)
    return _told(told, ended=ended) if told is not None and noun else NONE  # "Thursday's price" was that of a day that is over


def _opened(after: list[str]) -> Cue | None:
    """The tense of a clause that opens with the phrase, up to the next comma."""
    if not after or after[0] == ",":
        return None
    cut = after.index(",") if "," in after else len(after)
    cue = first(after[:cut])
    return None if cue is None else _told(cue, ended=True)


def _without_verb(before: list[str], after: list[str], last: str, *, ended: bool) -> Cue | None:
    """What precedes a phrase whose clause has no verb to its left: a noun, a call, the start of a participle clause."""
    if not before:
        return None
    if before[0] in verbs.SPEAKING and "," not in before:
        return Cue(Lean.PAST, before[0])
    near = before[-1 - _NEAR :]
    if noun := _happened(near):
        return Cue(Lean.PAST, noun)
    if last in nouns.REPORTS and after[:1] == ["that"]:
        return Cue(Lean.PAST, last)
    if before[0] in verbs.CALLS or (after[:1] == [","] and after[1:2] and after[1] in verbs.CALLS):
        return Cue(Lean.FUTURE, before[0])
    if not ended and last in nouns.PROGRAMMED and len(before) <= _SHORT and nouns.PRAISE.isdisjoint(before):
        return Cue(Lean.FUTURE, last)  # "my first exam Monday, fingers crossed"
    asked = before[0] in _PERSONS and before[1:2] and before[1][-3:] == "ing"  # "u coming Sunday?"
    if before[-1] == "by" and first(after) is None:
        return Cue(Lean.FUTURE, "by")  # "8 inches of snow by Thursday"
    going = asked or before[:2] == ["off", "to"] or before[0] in verbs.ON_THE_WAY
    return Cue(Lean.FUTURE, before[0]) if going else None


def _to_the_right(before: list[str], after: list[str], *, ended: bool) -> Cue:
    """What the first verb behind the phrase says; without one, a sentence with a verb at all is in the present tense."""
    cue = first(["", *after])
    if cue is not None:
        if cue.lean is Lean.NONE and cue.word in verbs.RESULT:
            return Cue(Lean.PAST, cue.word)
        if cue.lean is not Lean.NONE or ended:
            return _told(cue, ended=ended)
    if ended:
        word = next((word for word in [*reversed(before), *after] if word in verbs.PRESENT), "")
        word = word or present(before) or present(after)
        return Cue(Lean.FUTURE, word) if word else NONE
    for at, word in enumerate(before):
        following = (before + after)[at + 1 : at + 2]
        if word == "to" and following and following[0] not in verbs.NO_VERB:
            return Cue(Lean.FUTURE, word)  # "Nurses to strike on Thursday"
    return NONE
