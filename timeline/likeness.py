"""What an event is about, as sets of words that can be compared: its names, its verbs, its numbers, the words of its clause.

Knows one sentence at a time; which of its words are rare, `Rarity` counts over all of them.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from timeline.languages.en.stems import LIGHT, is_verb, stem
from timeline.languages.en.verbs import SPEECH
from timeline.languages.en.wordlists import words_of
from timeline.model import Event

_WORD = re.compile(r"[$€£]?\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:['’][^\W\d_]+)?")
# Words that say nothing about what happened.
_COMMON = (
    LIGHT
    | SPEECH
    | words_of(
        """
    a about above across after again against all almost along already also although amid among an and another any around as
    at away back because before behind below between both but by can could during each either else even ever every few for
    from further he her here hers him his how however i if in into it its just last later least less like many may me might
    more most much must my near neither never new next no nor not now of off on once one only onto or other our out over
    own per rather said says say same several shall she should since so some still such than that the their them then there
    these they this those though three through thus to today together told too toward towards two under until up upon us
    very was we well were what when where whether which while who whom whose why will with within without would yesterday yet
    you your mr mrs ms dr am pm utc gmt est first second third time year years month months week weeks day days
    january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep
    oct nov dec monday tuesday wednesday thursday friday saturday sunday early late mid ago
    """
    )
)


_NO_NUMBER = re.compile(r"\d|1[5-9]\d\d|20\d\d")  # years, and what counts or names rather than measures
_MONEY = "$€£"
_EXACT = frozenset(f"{_MONEY}%.")
_SHORT = 8  # words of a sentence; all that so short a one says belongs to what its phrase dates, if it has no other
_DATED = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
)
_FEWEST = 3  # words of a clause; with fewer, its sentence says what it is about


class Content(NamedTuple):
    """What one telling of an event is about: words in small letters, `stems`, `clause` and `verbs` by their stems.

    `stems` has all of the sentence, names included; `clause` those of the part that the phrase dates; `figures`
    are the numbers that nobody rounds or corrects from one day to the next: prices, percentages, decimals.
    """

    names: frozenset[str]
    stems: frozenset[str]
    clause: frozenset[str]
    verbs: frozenset[str]
    numbers: frozenset[str]
    figures: frozenset[str]

    @property
    def keys(self) -> frozenset[str]:
        """By what a telling is found: the words of its clause, and its names."""
        return self.clause | self.names


def known_names(events: Iterable[Event]) -> frozenset[str]:
    """The words that are mostly capitals inside of sentences: where one opens a sentence, it is a name there, too."""
    return frozenset(word for word, count in capitals_in(events).items() if count > 0)


def capitals_in(events: Iterable[Event]) -> Counter[str]:
    """How much more often a word is written with a capital than without inside of the events' sentences; less than 0 too."""
    seen: Counter[str] = Counter()
    for event in events:
        seen.update(_WORD.findall(event.sources[0].sentence)[1:])
    capitals: Counter[str] = Counter()
    for word, count in seen.items():
        capitals[word.lower()] += count if word[0].isupper() else -count
    return capitals


def content_of(event: Event, known: frozenset[str] = frozenset()) -> Content:
    """The content of an event with one source; `known` are words that are names even where a sentence begins.

    >>> from timeline.interval import Interval
    >>> from timeline.model import Source
    >>> sentence = "The mayor of Lund, Ada Holm, opened the bridge on May 9."
    >>> source = Source("s", "a.txt", None, sentence, "May 9")
    >>> content = content_of(Event(Interval.day(18391), "The mayor of Lund, Ada Holm, opened the bridge", (source,)))
    >>> sorted(content.names), sorted(content.verbs), sorted(content.stems - content.names)
    (['ada', 'holm', 'lund'], ['open'], ['bridg', 'mayor', 'open'])
    """
    source = event.sources[0]
    rest = source.sentence.replace(source.phrase, " , ", 1)
    told = read(rest, known)
    names = told.names | {part for name in _named(event) for part in read(f"the {name}").names}
    clause = _clause(event.title, told, names, headline=event.lead)
    stems = told.stems | clause | names
    short = len(told.stems) <= _SHORT and not _DATED.search(rest)
    if short or len(clause) < _FEWEST or (told.verbs.isdisjoint(clause) and not event.lead):
        clause = told.stems
    return Content(
        names=frozenset(names),
        stems=frozenset(stems),
        clause=frozenset(clause),
        verbs=frozenset(told.verbs & clause),
        numbers=frozenset(told.numbers),
        figures=frozenset(number for number in told.numbers if not _EXACT.isdisjoint(number)),
    )


def _named(event: Event) -> Iterable[str]:
    return (*event.people, *event.places, *event.organizations)


def _clause(title: str, told: Words, names: set[str], *, headline: bool) -> set[str]:
    """The stems of a title; a name in it that the sentence has not (it stands for a pronoun) comes to the names.

    Of the capitals of a headline nothing is taken for a name.
    """
    out = set()
    for place, match in enumerate(_WORD.finditer(title)):
        low = match[0].lower().replace("’", "'").removesuffix("'s")
        if low in told.roots:
            out.add(told.roots[low])
        elif low[0].isalpha() and low not in _COMMON and len(low) > 1:
            named = place > 0 and match[0][0].isupper() and not headline
            if named:
                names.add(low)
            out.add(low if named else stem(low))
    return out


def dated_verb(sentence: str, phrase: str) -> str:
    """The stem of the verb that a phrase dates: the nearest before it, else the first behind it; "" where there is none.

    >>> dated_verb("It was a reply to the message that Ada sent last week, praising the ferry.", "last week")
    'send'
    """
    before, _, after = sentence.partition(phrase)
    for part, last in ((before, True), (after, False)):
        words = [word.lower() for word in _WORD.findall(part)]
        found = [stem(word) for prior, word in pairwise(["", *words]) if is_verb(word, prior) and word not in _COMMON]
        if found:
            return found[-1 if last else 0]
    return ""


class Words(NamedTuple):
    """The words of a sentence that say something: `names` in small letters, stems of all, and `roots`: the stem of each."""

    names: set[str]
    stems: set[str]
    verbs: set[str]
    numbers: set[str]
    roots: dict[str, str]


def read(text: str, known: frozenset[str] = frozenset()) -> Words:
    """The words of a sentence; the first one is a name where it is a known one, all capitals, or another follows ("Ada Holm")."""
    names: set[str] = set()
    verbs: set[str] = set()
    numbers: set[str] = set()
    roots: dict[str, str] = {}
    found = _WORD.findall(text)
    before = ""
    for place, word in enumerate(found):
        low, kind, root = _form(word)
        if kind is _NUMBER:
            numbers.add(root)
        elif kind is _CAPITAL and (place > 0 or low in known or word.isupper() or _is_capital(found, 1)):
            names.add(low)
            roots[low] = low
        elif kind is not _NOTHING and low not in names:
            roots[low] = root
            if is_verb(low, before):
                verbs.add(root)
        before = low
    return Words(names, set(roots.values()), verbs, numbers, roots)


def _is_capital(found: list[str], place: int) -> bool:
    return place < len(found) and found[place][0].isupper()


_NOTHING, _NUMBER, _CAPITAL, _SMALL = "nothing", "number", "capital", "small"


@lru_cache(maxsize=50_000)
def _form(word: str) -> tuple[str, str, str]:
    """What a word is, wherever it stands: in small letters, what it may say, and its stem or its digits."""
    low = word.lower()
    if low[-2:] in ("'s", "’s"):
        low = low[:-2]
    if low in _COMMON or len(low) < 2:
        return low, _NOTHING, ""
    if not word[0].isalpha():
        return ("", _NOTHING, "") if _NO_NUMBER.fullmatch(word) else ("", _NUMBER, word.replace(",", ""))
    return low, _CAPITAL if word[0].isupper() else _SMALL, stem(low)


class Rarity:
    """How much a word tells, from the number of articles of the build that have it: rare ones tell more.

    >>> rarity = Rarity({"a.txt": {"kim", "fund"}, "b.txt": {"kim", "ship"}}.items())
    >>> rarity.weight("fund") > rarity.weight("kim") > 0
    True
    """

    def __init__(self, words_of_articles: Iterable[tuple[str, Iterable[str]]]) -> None:
        seen: dict[str, set[str]] = {}
        for article, words in words_of_articles:
            seen.setdefault(article, set()).update(words)
        self._count(Counter(word for words in seen.values() for word in words), len(seen))

    @classmethod
    def counted(cls, counts: Mapping[str, int], articles: int) -> Rarity:
        """From how many of so many articles have each word; a word that is not there is one that a single article has."""
        rarity = cls(())
        rarity._count(counts, articles)
        return rarity

    def _count(self, counts: Mapping[str, int], articles: int) -> None:
        self.articles = articles
        self.most = math.log(1 + self.articles)  # the weight of a word that one article has
        self.weights = {word: math.log(1 + self.articles / count) for word, count in counts.items()}

    def weight(self, word: str) -> float:
        """The weight of a word: log(1 + articles / articles that have it)."""
        return self.weights.get(word, self.most)

    def rarest(self, words: Iterable[str]) -> list[str]:
        """The words, the rarest first."""
        return sorted(words, key=lambda word: (-self.weight(word), word))

    def sum(self, words: Iterable[str]) -> float:
        """The weight of several words, the same in whatever order they come."""
        get, most = self.weights.get, self.most
        return math.fsum([get(word, most) for word in words])
