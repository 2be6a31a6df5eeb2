"""What the words of an English clause say of its tense, one word at a time.

A judge looks at a word and its neighbours and gives a cue: past, future, or the present tense (no lean,
but a word). None means that the word tells nothing there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from timeline.expr import Lean
from timeline.languages.en import nouns, verbs


class Cue(NamedTuple):
    """The side a clause looks to, and the word that says so ("" where none does)."""

    lean: Lean
    word: str = ""

    @property
    def of_today(self) -> bool:
        """Whether it looks ahead from today, and not from a day told before, as "would" does."""
        now = self.word in verbs.WILL or self.word in verbs.PRESENT or _is_third_person(self.word)
        return self.lean is Lean.FUTURE and now

    @property
    def is_sure(self) -> bool:
        """Whether a verb says so, and not just a noun or the tone of a note."""
        return self.word in verbs.MODALS or self.word in verbs.WILL or self.word in _BE or self.word in _BOUNDS


_BE = verbs.BE_PRESENT | frozenset(["to"])
_BOUNDS = frozenset("until till til through for come ahead since than".split())

NONE = Cue(Lean.NONE)
Judge = Callable[[list[str], int], Cue | None]
_MOST_WORDS = 50_000
_GOVERNING = 4  # how many words before "to" its verb may stand
_CONTRACTED_HAVE = frozenset(f"{who}{mark}ve" for who in ("i", "you", "we", "they", "who") for mark in "'’")
_HAVE = frozenset("have has had having 've ’ve".split()) | _CONTRACTED_HAVE
_PREPOSITIONS = frozenset(
    "in on at of for from by with after before to into over under against about than during through since".split()
)
_RELATIVES = frozenset("who which whose where when whom".split())
_BOUNDS = _RELATIVES | verbs.SPEECH | frozenset(", that because if as while but".split())
_SUBJECTS = frozenset("i we you they who people couple united police".split())
_SINGULAR = frozenset("is has 's he she it".split())
_PARTICIPLES = frozenset("come become run had put overcome been".split())
_NEGATIONS = frozenset("not neither none nor nobody no".split())
_NO_PLURAL = frozenset("his its this is was has us as thus plus does yes unless perhaps always towards across besides".split())


def tense(words: list[str], at: int) -> Cue | None:
    """What the word at that place says."""
    judge = _JUDGES[words[at]]
    return None if judge is None else judge(words, at)


def tells(word: str) -> bool:
    """Whether the word can say anything of the tense."""
    return _JUDGES[word] is not None


def governing(words: list[str]) -> tuple[Cue, int] | None:
    """The cue nearest to the end of the words, and its place."""
    comma = -1
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word == ",":
            comma = at if comma < 0 else comma
        elif (judge := _JUDGES[word]) is not None and (cue := judge(words, at)) is not None:
            if comma > 0 and cue.lean is Lean.PAST and (verb := _behind_insertion(words, comma, at)):
                return Cue(Lean.NONE, verb), comma + 1
            return cue, at
    if comma > 0 and (verb := _behind_insertion(words, comma, comma)):
        return Cue(Lean.NONE, verb), comma + 1
    return None


def first(words: list[str], start: int = 0) -> Cue | None:
    """The first cue, over what is inserted between commas: ", which had closed in May, …"."""
    at = start
    weak: Cue | None = None  # what may be a noun or an adjective: "stores open at least a year rose"
    while at < len(words):
        word = words[at]
        if word == "," and at + 1 < len(words) and (words[at + 1] in _RELATIVES or words[at + 1][-3:] == "ing"):
            if "," in words[at + 1 :]:
                at = words.index(",", at + 1)
            elif words[at + 1] in _RELATIVES:
                return None
        elif (cue := tense(words, at)) is not None:
            if cue.lean is not Lean.NONE or word not in verbs.NOUNS_TOO:
                return cue
            weak = weak or cue
        elif word in _BOUNDS and weak is not None:
            return weak
        at += 1
    return weak


def _behind_insertion(words: list[str], comma: int, at: int) -> str:
    """The verb in the present tense behind what two commas insert: "The inquiry, which heard 70 witnesses, resumes"."""
    verb = words[comma + 1] if comma + 2 < len(words) else ""
    if not verb or words[comma + 2] in ("and", "or", ","):
        return ""
    opening = next((place for place in range(comma - 1, 0, -1) if words[place] == ","), 0)
    if not 0 < opening < at or words[opening + 1] in ("and", "but"):
        return ""
    if not (_is_third_person(verb) or verb in verbs.PRESENT or (_is_plural(words[opening - 1]) and _may_be_verb(verb))):
        return ""
    told = any(is_past(word) or word in verbs.WAS or word in verbs.MODALS for word in words[:opening])
    return "" if told else verb


def _is_third_person(word: str) -> bool:
    return word[-1:] == "s" and word[-2:] not in ("ss", "'s", "’s") and len(word) > 3 and word not in _NO_PLURAL


_is_plural = _is_third_person


def _may_be_verb(word: str) -> bool:
    """Whether a word between a subject and what follows is no other part of speech that can be told by its form."""
    return not (
        word in _PREPOSITIONS or word in _BOUNDS or word in verbs.DETERMINERS or word in verbs.NUMBERS or word[-3:] == "ing"
    )


def present(words: list[str]) -> str:
    """The verb of a subject in a sentence with no other verb: "the forecast means no mail", "Shops extend their hours"; or ""."""
    if len(words) > 2 and _is_plural(words[0]) and _may_be_verb(words[1]) and words[1] not in ("and", "or") and words[1] != ",":
        return words[1]
    for at in range(1, len(words)):
        before = words[at - 1]
        if _is_third_person(words[at]) and at + 1 < len(words) and _may_be_verb(before) and before not in ("and", "or"):
            return words[at]
    return ""


def is_past(word: str) -> bool:
    """Whether it is a past form of a verb."""
    return word in verbs.PAST or (word[-2:] == "ed" and len(word) > 3 and word not in verbs.NOT_PAST)


def _ahead_of(words: list[str], at: int) -> int:
    """The place of the word before, over adverbs; -1 where there is none."""
    at -= 1
    while at >= 0 and (words[at] in verbs.ADVERBS or words[at][-2:] == "ly"):
        at -= 1
    return at


def _behind(words: list[str], at: int) -> int:
    """The place of the word behind, over adverbs; the number of words where there is none."""
    at += 1
    while at < len(words) and (words[at] in verbs.ADVERBS or words[at][-2:] == "ly"):
        at += 1
    return at


def _word(words: list[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""


def _past(words: list[str], at: int) -> Cue | None:
    """A past form: finite, or a participle that describes or that an auxiliary governs."""
    word = words[at]
    if not is_past(word):
        return None
    place = _ahead_of(words, at)
    before = _word(words, place)
    if word in verbs.ASKED_FOR and (words[-1] == "by" or _word(words, at + 1) == "that") and before not in verbs.BE:
        return Cue(Lean.FUTURE, word)
    if word == "called" and _word(words, at + 1) == "for" and _word(words, len(words) - 2) in nouns.PROGRAMMED:
        return Cue(Lean.FUTURE, word)  # "has called for a rally on Friday"
    if before in _HAVE:
        if word == "got":
            return None  # "we've got a game on Monday"
        whole = _word(words, _ahead_of(words, place))
        return Cue(Lean.FUTURE if whole in verbs.WILL else Lean.PAST, word)
    if before in verbs.BASE_BEFORE or before in verbs.BE or before in verbs.DETERMINERS:
        return None
    return Cue(Lean.PAST, word)


def _modal(words: list[str], at: int) -> Cue | None:
    """Will, would, could …: ahead, but for "would not say", "could not be reached" and "must have left"."""
    word = words[at]
    if word in verbs.WILL:
        return Cue(Lean.FUTURE, word)
    place = _behind(words, at)
    after = _word(words, place)
    if word[:5] in ("would", "could") and (word[-1] == "t" or not _NEGATIONS.isdisjoint(words[max(0, at - 4) : place])):
        done = _word(words, _behind(words, place)) if after == "be" else after
        if done in verbs.NOT_DONE:
            return Cue(Lean.PAST, word)
    perfect = after == "have" and _is_participle(_word(words, _behind(words, place)))
    return Cue(Lean.PAST if perfect else Lean.FUTURE, word)


def _would(words: list[str], at: int) -> Cue | None:
    """He'd: "would" before a verb that tells it from "had"."""
    return Cue(Lean.FUTURE, words[at]) if _word(words, _behind(words, at)) in ("like", "love", "be", "rather", "prefer") else None


def _is_participle(word: str) -> bool:
    return is_past(word) or word == "been" or word[-2:] == "en"


def _ahead_participle(words: list[str], at: int) -> Cue | None:
    """Expected, scheduled, due …: ahead, but not what "had been due" or "was supposed" to be."""
    word = words[at]
    before = _word(words, _ahead_of(words, at))
    if before in verbs.DETERMINERS or before in ("than", "as"):
        return None
    if word == "due" and _word(words, at + 1) == "to" and _word(words, at + 2) in verbs.NO_VERB:
        return None
    gone = before in ("been", "had") or (word == "supposed" and before in verbs.WAS)
    return Cue(Lean.PAST if gone else Lean.FUTURE, word)


def _ahead_verb(words: list[str], at: int) -> Cue | None:
    """Plans, hopes, wants: ahead before an infinitive; the present tense where it is no noun."""
    word = words[at]
    if _word(words, at + 1) == "to":
        return Cue(Lean.FUTURE, word)
    return Cue(Lean.NONE, word) if word in ("wants", "needs", "expects") else None


def _set(words: list[str], at: int) -> Cue | None:
    if _word(words, at + 1) in ("to", "for"):
        return Cue(Lean.FUTURE, words[at])
    before = _word(words, _ahead_of(words, at))
    return None if before in verbs.BASE_BEFORE or before in verbs.BE or before in verbs.DETERMINERS else Cue(Lean.PAST, words[at])


def _going(words: list[str], at: int) -> Cue | None:
    after = _word(words, at + 1)
    return Cue(Lean.FUTURE, words[at]) if after == "to" and _word(words, at + 2) not in verbs.NO_VERB else None


def _after(words: list[str], at: int) -> Cue | None:
    """At the head of the sentence: "After beating Porto on Tuesday, …"."""
    return Cue(Lean.PAST, words[at]) if at == 0 and _word(words, 1).endswith("ing") else None


def _is(words: list[str], at: int) -> Cue | None:
    """The present tense of "to be": what follows may look ahead ("is to") or back ("is accused of")."""
    word = words[at]
    after = _word(words, _behind(words, at))
    if after == "to" or after in verbs.AHEAD_PARTICIPLES:
        return Cue(Lean.FUTURE, word)
    return Cue(Lean.PAST if after in verbs.LOOKING_BACK else Lean.NONE, word)


def _has(words: list[str], at: int) -> Cue | None:
    """The perfect looks back; "has to" and "has until" look ahead; what one owns one has now."""
    word = words[at]
    place = _behind(words, at)
    after = _word(words, place)
    before = _word(words, _ahead_of(words, at))
    if before in verbs.BASE_BEFORE:
        return Cue(Lean.PAST, word) if before not in verbs.WILL and _is_participle(after) else None
    if after in ("to", "until"):
        return Cue(Lean.FUTURE, word)
    perfect = (_is_participle(after) or after in _PARTICIPLES) and after not in verbs.OWNED
    return Cue(Lean.PAST if perfect and after != "got" else Lean.NONE, word)


def _was(words: list[str], at: int) -> Cue | None:
    """The past of an auxiliary: back, but for "was due", "was to open" and "had until"."""
    word = words[at]
    after = _word(words, _behind(words, at))
    if word == "had":
        return Cue(Lean.FUTURE if after == "until" else Lean.PAST, word)
    ahead = (after in verbs.AHEAD_PARTICIPLES and after != "supposed") or (after == "to" and "have" not in words[at : at + 4])
    return Cue(Lean.FUTURE if ahead else Lean.PAST, word)


def _be(words: list[str], at: int) -> Cue | None:
    """With no auxiliary before it, it asks for something: "insisted that the hearing be held"."""
    before = _word(words, _ahead_of(words, at))
    silent = before in verbs.BASE_BEFORE or before in ("", ",", "and", "or")
    return None if silent else Cue(Lean.FUTURE, words[at])


def _programme(words: list[str], at: int) -> Cue | None:
    """A verb in -s that tells what is on the programme: "the film, which opens on Monday"."""
    before = _word(words, at - 1)
    noun = not at or before in verbs.DETERMINERS or before in verbs.NUMBERS or before in _PREPOSITIONS
    return None if noun else Cue(Lean.NONE, words[at])


def _programme_or_noun(words: list[str], at: int) -> Cue | None:
    if _word(words, at - 1) == "and" and not _SINGULAR.isdisjoint(words[:at]):
        return Cue(Lean.NONE, words[at])  # "has been recalled and flies home"
    return None if _in_past_clause(words, at) else _programme(words, at)


def _programme_base(words: list[str], at: int) -> Cue | None:
    """The same of many: "the astronauts land on Monday", "the couple, who met in May, marry"."""
    before = _word(words, _ahead_of(words, at))
    many = before in _SUBJECTS or _is_plural(before)
    return Cue(Lean.NONE, words[at]) if many and not _in_past_clause(words, at) else None


def _in_past_clause(words: list[str], at: int) -> bool:
    """Whether the clause has a verb in the past before that place, so that the word there is a noun."""
    for place in range(at - 1, -1, -1):
        word = words[place]
        if word in _BOUNDS:
            return False
        if is_past(word) or word in verbs.WAS:
            return True
    return False


def _to(words: list[str], at: int) -> Cue | None:
    """`to` and a verb: what the verb that governs it says, a word or two before it.

    "promised to reply", "urged people to stay" look ahead; "began to rain", "failed to pay" came about;
    behind any other word the infinitive tells nothing ("flew to Paris to meet the envoy").
    """
    after = _word(words, at + 1)
    if not after or after in verbs.NO_VERB:
        return None
    for place in range(at - 1, max(-1, at - 1 - _GOVERNING), -1):
        word = words[place]
        before = _word(words, _ahead_of(words, place))
        if word == "able":
            return Cue(Lean.PAST, word) if before in verbs.WAS else None
        if before in ("had", "been") and word in verbs.WISHED | verbs.AHEAD_PARTICIPLES:
            return Cue(Lean.PAST, word)  # "had hoped to open", "had been due to expire"
        if word in verbs.CAME_ABOUT or (word == "supposed" and before in verbs.WAS):
            return Cue(Lean.PAST, word)
        if word in verbs.COMMITTED or word in verbs.AHEAD_PARTICIPLES or word in verbs.AHEAD_VERBS or word in ("is", "are"):
            return Cue(Lean.FUTURE, word)
        if is_past(word) or word in verbs.WAS:
            planned = after != "have" and before in verbs.BE_PRESENT
            return Cue(Lean.FUTURE, word) if planned else None  # "are rumoured to be singing"
    return None


def _contracted(words: list[str], at: int) -> Cue | None:
    """The train'll leave."""
    return Cue(Lean.FUTURE, words[at]) if words[at][-3:-2] in ("'", "’") else None


class _Judges(dict[str, Judge | None]):
    """The judge of each word; of one that no table has, by its ending, and kept."""

    def __missing__(self, word: str) -> Judge | None:
        judge: Judge | None = {"ed": _past, "ll": _contracted}.get(word[-2:])
        if len(self) < _MOST_WORDS:
            self[word] = judge
        return judge


_JUDGES = _Judges(
    {
        **dict.fromkeys(verbs.PROGRAMME_BASE_OR_NOUN | verbs.PROGRAMME_BASE, _programme_base),
        **dict.fromkeys(verbs.ON_THE_PROGRAMME_OR_NOUN, _programme_or_noun),
        **dict.fromkeys(verbs.ON_THE_PROGRAMME, _programme),
        **dict.fromkeys(verbs.PAST, _past),
        **dict.fromkeys(verbs.AHEAD_VERBS, _ahead_verb),
        **dict.fromkeys(verbs.AHEAD_PARTICIPLES, _ahead_participle),
        **dict.fromkeys(verbs.MODALS | verbs.WILL, _modal),
        **dict.fromkeys(verbs.BE_PRESENT, _is),
        **dict.fromkeys(verbs.CONTRACTED_WOULD, _would),
        **dict.fromkeys(_HAVE - {"having"}, _has),
        **dict.fromkeys(("was", "were", "had", "did"), _was),
        "be": _be,
        "to": _to,
        "set": _set,
        "going": _going,
        "after": _after,
    }
)
