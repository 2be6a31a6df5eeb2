"""Who "he", "it" and "the company" are, where the sentence or those before it make it plain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from timeline.languages.en import wordkinds as kinds
from timeline.languages.en.clauseparts import PART, REL, RUN_ON, SUB, THAT, Clause
from timeline.languages.en.clauses import Clauses
from timeline.languages.en.number import is_plural
from timeline.languages.en.tags import Words
from timeline.languages.en.wordlists import words_of

_PERSONAL = {"he": "m", "she": "f", "his": "m", "her": "f"}
_THING = frozenset(("it", "its"))
_MANY = frozenset(("they", "their"))
_COMPANY = words_of(
    """
    company firm airline corporation manufacturer maker carmaker automaker group bank band organization organisation
    """
)
_NO_PERSON = words_of(
    """
    inc inc. corp corp. co co. ltd ltd. university college ministry party army government council agency court
    airlines airways police united city bank department house senate congress committee association union league club
    federation institute office service services group company motors industries systems press news times post street
    river lake mount island islands north south east west new san los state states kingdom republic world europe asia
    africa america american computer telecom airbus boeing apple google microsoft toyota hospital airport church
    school board fund forces force guard motor airplanes commercial aircraft airplane administration commission
    organization organisation society foundation center centre museum center parliament television radio network
    studios records entertainment pictures games cup bay sea ocean mountains hill valley square park stadium station
    bridge cross red white market exchange index average jones nations security treasury reserve
    """
)
_TITLES = words_of(
    """
    mr mr. mrs mrs. ms ms. dr dr. sir lady lord president prime minister chairman chairwoman chief executive ceo
    director secretary king queen prince princess pope emperor general gen. colonel captain senator sen. governor gov.
    judge justice lawyer attorney professor former actor actress singer chancellor premier leader coach vice deputy
    foreign defense defence finance interior spokesman spokeswoman spokesperson officer analyst
    """
)
_HEADS = "president minister leader chairman premier chancellor mayor king queen prince princess pope general judge"
_OF_PERSONS = frozenset([*_HEADS.split(), *_HEADS.title().split(), "Mr", "Mrs", "Ms", "Dr"])
_FULL = r"\b{0} ([A-Z][\w-]+)(?: ([A-Z][\w-]+))?"
_TITLED = r"\b(?:{1})\s+(?:[A-Z][\w.-]+\s+){{0,2}}{0}\b"
_HE = re.compile(r"\b(?:he|she|his)\b")


def is_person(name: str, text: str) -> bool:
    """Whether a text speaks of a name as of a person: "leader Kim", "Kim Jong Un … he".

    >>> is_person("Kim", "Kim Jong Un came, and he left."), is_person("Ford", "Ford Motor grew, and he left.")
    (True, False)
    """
    word = re.escape(name)
    if re.search(_TITLED.format(word, "|".join(sorted(_OF_PERSONS))), text):
        return True
    full = re.search(_FULL.format(word), text)
    parts = [part.lower() for part in full.groups() if part] if full else []
    return bool(parts) and not any(part in _NO_PERSON for part in parts) and _HE.search(text) is not None


Before = Callable[[int], Iterator[Words]]
"""The sentences before a sentence's start, the nearest first."""


class Names:
    """The names of one sentence's subjects, in an article.

    >>> words = Words("Lee left Oslo and then he reached Bergen.")
    >>> clauses = Clauses(words)
    >>> place = words.low.index("he")
    >>> Names(words, clauses, lambda: iter(()), lambda word: True)((place, place + 1), clauses.of(place))
    'Lee'
    """

    __slots__ = ("_before", "_clauses", "_is_name", "_is_person", "_words")

    def __init__(
        self,
        words: Words,
        clauses: Clauses,
        before: Callable[[], Iterator[Words]],
        is_name: Callable[[str], bool],
        is_person: Callable[[str], bool] = lambda word: False,
    ) -> None:
        self._is_person = is_person
        self._is_name = is_name
        self._words = words
        self._clauses = clauses
        self._before = before

    def __call__(self, span: tuple[int, int], clause: Clause) -> str:
        """The name that a subject, or the pronoun that begins it, stands for; "" where that isn't plain, or it is no pronoun."""
        start, end = span
        word = self._words.low[start]
        if end - start == 1 and (word in _PERSONAL or word in _THING or word in _MANY):
            if clause.verb is not None and word == "it" and self._is_empty(clause):
                return ""
            return self._of_pronoun(word, start, clause)
        if end - start == 2 and word == "the" and self._words.low[start + 1] in _COMPANY:
            name = self._named(lambda words, place: _thing_name(words, place), start, clause, stop=True)
            return name if re.search(r"\b[A-Z]", name[1:]) or (name[:1].isupper() and " " not in name) else ""
        return ""

    def _is_empty(self, clause: Clause) -> bool:
        """It is said, it rained: "it" stands for nothing."""
        verb = clause.verb
        words = self._words
        if verb is None:
            return True
        if verb.base in ("rain", "snow", "emerge", "seem", "appear", "turn", "take"):
            return True
        after = words.kind[verb.end] if verb.end < len(words.kind) else "."
        following = words.kind[verb.end + 1] if verb.end + 1 < len(words.kind) else "."
        clear = after == "N" and following in "HUJIWw"
        return (verb.base == "be" or verb.passive) and (after == "H" or clear or any(one.kind == THAT for one in clause.children))

    def _of_pronoun(self, word: str, start: int, clause: Clause) -> str:
        if word in _PERSONAL:
            return self._named(lambda words, span: _person(words, span, _PERSONAL[word]), start, clause, same=_PERSONAL[word])
        if word in _THING:
            return self._named(lambda words, span: _thing_name(words, span), start, clause, stop=True)
        return self._named(_many, start, clause, stop=True)

    def _named(
        self,
        fits: Callable[[Words, tuple[int, int]], str],
        start: int,
        clause: Clause,
        *,
        same: str = "",
        stop: bool = False,
    ) -> str:
        """The nearest subject before that fits; `stop`: only the nearest one may."""
        found, passed = "", False
        for words, span in self._subjects(start, people=bool(same)):
            low = words.low[span[0]]
            if found:
                if span[1] - span[0] == 1 and _PERSONAL.get(low) == same:
                    passed = True
                    continue
                other = _person(words, span, same) or _possessor(words, span)
                if other and passed and not _alike(found, other):
                    return ""  # two people, and he who was spoken of before may be meant
                if other:
                    return found
                continue
            if span[1] - span[0] == 1 and words.kind[span[0]] in "SQ":
                if _PERSONAL.get(low, same) != same and low in _PERSONAL:
                    return ""
                continue
            if low in _PERSONAL and same and _PERSONAL[low] == same:
                continue
            name = fits(words, span)
            if name and not same and " " not in name and fits is not _many and self._is_person(name):
                return ""
            if (
                name
                and fits is not _many
                and span[0] == 0
                and " " not in name
                and words.kind[span[0]] == "N"
                and not self._is_name(name)
            ):
                name = ""
            if name and same:
                if words is not self._words and name.split()[0].lower() in ("a", "an") and passed:
                    continue
                found = name
            elif name or (stop and words.kind[span[0]] not in "Y"):
                return name
        return found

    def _describes(self, clause: Clause, *, people: bool) -> bool:
        """Whether what a clause describes is spoken of as its subject; people are rarely meant by what a participle describes."""
        return clause.kind == REL or (clause.kind == PART and clause.shares is None and not people)

    def _subjects(self, start: int, *, people: bool = False) -> Iterator[tuple[Words, tuple[int, int]]]:
        """The subjects before a word of the sentence, the nearest first, and those of the sentences before."""
        for clause in reversed(self._clauses.all):
            span = clause.subject or (clause.antecedent if self._describes(clause, people=people) else None)
            if span is not None and span[1] <= start:
                yield self._words, span
        for words in self._before():
            found = Clauses(words)
            spans = [
                clause.subject
                for clause in found.all
                if clause.subject is not None and clause.kind in ("root", THAT, RUN_ON, SUB, "quote")
            ]
            first = [span for clause in found.all[:1] if (span := clause.subject) is not None]
            for span in [*first, *(one for one in spans if one not in first)][:2]:
                yield words, span


_MEN = frozenset("mr mr. sir lord king prince chairman spokesman man boy father son brother husband actor".split())
_WOMEN = frozenset(
    "mrs mrs. ms ms. lady queen princess chairwoman spokeswoman woman girl mother daughter sister wife actress".split()
)


def _person(words: Words, span: tuple[int, int], gender: str = "") -> str:
    """The name of a person in a subject: "North Korean leader Kim Jong-un" → "Kim Jong-un"; "The mayor" as it is."""
    start, end = span
    if not (_WOMEN if gender == "m" else _MEN if gender == "f" else frozenset()).isdisjoint(words.low[start:end]):
        return ""
    run = _last_name(words, start, end)
    if run is not None:
        first, last = run
        parts = words.low[first:last]
        titled = first > start and words.low[first - 1] in _TITLES | kinds.PERSON_NOUNS
        if any(part in _NO_PERSON for part in parts):
            return ""
        if last - first > 1 or titled or end - start == 1:
            return words.slice(first, last)
        return ""
    head = _head(words, start, end)
    if head in kinds.PERSON_NOUNS and end - start < 6:
        return words.slice(start, end)
    return ""


def _possessor(words: Words, span: tuple[int, int]) -> str:
    """Kim, of "Kim's note"."""
    start, end = span
    for at in range(start, end - 1):
        if words.kind[at + 1] == "'" and words.text[words.starts[at]].isupper() and words.low[at] not in _NO_PERSON:
            return words.slice(start, at + 1)
    return ""


def _alike(one: str, other: str) -> bool:
    """Whether two names share a word."""
    return not set(one.lower().split()).isdisjoint(other.lower().split())


def _head(words: Words, start: int, end: int) -> str:
    head = ""
    for at in range(start, end):
        if words.kind[at] in "IJW,(":
            break
        if words.kind[at] in "NX":
            head = words.low[at]
    return head


def _last_name(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """The first run of names in a subject, without titles before it; not one that a preposition holds."""
    kind, low = words.kind, words.low
    at = start
    best: tuple[int, int] | None = None
    while at < end:
        if kind[at] in "IJW(" and best is None and at > start and low[at] == "of":
            at += 1
            continue
        if kind[at] in "W(" or (kind[at] in "IJ" and best is not None):
            break
        if kind[at] == "X" or (kind[at] == "N" and words.text[words.starts[at]].isupper()):
            stop = at
            while stop < end and (kind[stop] == "X" or (stop == start and words.text[words.starts[stop]].isupper())):
                stop += 1
            if stop == at:
                at += 1
                continue
            first = at
            while first < stop - 1 and low[first] in _TITLES:
                first += 1
            if stop < end and kind[stop] == "'":
                at = stop + 1
                continue
            if low[first] not in _TITLES:
                best = first, stop
            at = stop
        else:
            at += 1
    return best


def _thing_name(words: Words, span: tuple[int, int]) -> str:
    """The name of what is no person, as a subject of its own: "The Boeing 787", "Apple Inc."."""
    start, end = span
    cut = next((at for at in range(start, end) if words.kind[at] in ",(W"), end)
    if cut < end and words.kind[cut] == "," and words.low[start] in ("a", "an", "the"):
        stop = cut + 1
        while stop < end and words.kind[stop] == "X":
            stop += 1
        if stop > cut + 1 and (stop == end or words.kind[stop] == ","):
            return words.slice(cut + 1, stop)
    end = cut
    kind = words.kind[start:end]
    if not kind or is_plural(words, (start, end)):
        return ""
    if (words.low[start] in _TITLES and words.low[end - 1] not in _NO_PERSON) or any(
        words.low[at] in kinds.PERSON_NOUNS and words.text[words.starts[at]].islower() for at in range(start, end)
    ):
        return ""
    last = end
    while last > start and words.kind[last - 1] == "X":
        last -= 1
    if start < last < end and words.low[last - 1] in _COMPANY:
        return words.slice(last, end)
    names = kind.count("X") + (start == 0 and words.kind[0] == "N" and words.text[:1].isupper())
    if end - start <= 5 and names and all(words.kind[at] in "XND#'" or words.low[at] == "of" for at in range(start, end)):
        capital = [
            words.text[words.starts[at]].isupper() or words.kind[at] in "#D'I" or words.low[at] in _NO_PERSON
            for at in range(start, end)
        ]
        known = any(low in _NO_PERSON for low in words.low[start:end])
        if all(capital) and (known or len(kind) == 1 or words.kind[start] == "D"):
            return words.slice(start, end)
    if (
        words.low[start] == "the"
        and end - start <= 5
        and all(words.low[at] == "of" for at in range(start, end) if words.kind[at] in "IJ")
        and words.low[end - 1] not in ("move", "news", "announcement")
    ):
        return words.slice(start, end)
    return ""


def _many(words: Words, span: tuple[int, int]) -> str:
    """A short subject of many, as it is."""
    start, end = span
    if end - start <= 5 and is_plural(words, span) and words.kind[start] not in "SQ":
        return words.slice(start, end)
    return ""
