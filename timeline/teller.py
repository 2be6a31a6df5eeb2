"""What becomes of each phrase of an article, and the titles of those that date an event. Touches no file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import islice

from timeline.abroad import full_dates
from timeline.articles.language import is_read_in_full
from timeline.bounds import is_compared_with
from timeline.expr import hangs_on_told, parts_of
from timeline.interval import Grain
from timeline.languages.en.pronouns import is_person
from timeline.languages.en.tags import Words
from timeline.markdown import unmarked
from timeline.model import DATED, REPORT, Article, Mention
from timeline.reasons import reason, unresolved
from timeline.recognize import Read, readings
from timeline.regions import Furniture
from timeline.sentences import Sentences
from timeline.titles import Sentence, Title, agree

_WHY_NOT = {
    "DURATION": "a duration",
    "SET": "a set: it recurs",
}
_REACH = 10  # sentences that a pronoun looks back
_LONGEST_SENTENCE = 1500  # characters; what is longer is no sentence
_NEAR = 16  # characters before a phrase in which "not on" may stand
_DENIED = re.compile(r"\bnot\s+(?:on\s+|in\s+|at\s+)?(?:the\s+)?$", re.IGNORECASE)
_RATHER = re.compile(r"(?:[^\S\n]+\w+){0,4}?,?\s+but\s+(?:on|in|at|only)\b")
_AGAIN = re.compile(r",\s+(?:on\s+)?")
_MODIFIED = re.compile(r"\b(?:the|a|an|its|his|her|their)\s+$", re.IGNORECASE)


class Teller:
    """The phrases of one article, in `fates` each with its sentence, what becomes of it and why; and titles for them."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._furniture = Furniture(article.furniture)
        self._day = None if article.published is None else article.published.day
        self._known: dict[tuple[int, int], Sentence] = {}
        reads = list(_readings(article, self._day))
        self._sentences = Sentences(article.text, [(read.mention.start, read.mention.end) for read in reads])
        self.fates = list(self._fates(reads))
        self._starts = [mention.start for mention, *_ in self.fates]
        self._dates: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        self._others: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for mention, span, fate, _ in self.fates:
            place = self._seen(mention, span)
            if fate == "event":
                self._dates[span].append(place)
            elif mention.rule != "year":
                self._others[span].append(place)

    def _seen(self, mention: Mention, span: tuple[int, int]) -> tuple[int, int]:
        """Where a phrase stands in its sentence, as it reads without Markdown."""
        return unmarked(self._article.text[slice(*span)], mention.start - span[0], mention.end - span[0])[1:]

    def _fates(self, reads: list[Read]) -> Iterator[tuple[Mention, tuple[int, int], str, str]]:
        article = self._article
        for place, read in enumerate(reads):
            mention = read.mention._replace(reason=reason(read))
            around = self._sentences.around(mention.start, mention.end)
            span = self._furniture.without(around, mention.start, mention.end)
            fate, why = _fate(article, read, self._furniture)
            if fate == "event" and place + 1 < len(reads) and _told_again(article.text, read, reads[place + 1]):
                fate, why = "no event", "told again by the date behind it"
            yield mention, span, fate, why

    def title(self, mention: Mention, span: tuple[int, int], *, lead: bool) -> Title:
        """The title of what a phrase dates; the headline where the lead tells it."""
        date = mention.interval
        ahead = past = year = False
        if date is not None:
            first, last = date.first_day, date.last_day
            ahead = self._day is not None and first is not None and first > self._day
            past = self._day is not None and last is not None and last < self._day
            year = date.grain >= Grain.YEAR
        sentence = self.sentence(span)
        title = sentence.title(self._seen(mention, span), ahead=ahead, past=past, year=year)
        headline = self._article.title
        if (
            lead
            and not title.why
            and title.kind != REPORT
            and agree(headline, self._article.text[slice(*span)] if title.main else title.text)
        ):
            return title._replace(text=headline)
        return title

    def sentence(self, span: tuple[int, int]) -> Sentence:
        """The sentence at a span, with its dates; each is read once."""
        if span not in self._known:
            text = unmarked(self._article.text[slice(*span)])[0]
            self._known[span] = Sentence(
                text, self._dates[span], self._others[span], lambda: self._before(span[0]), self._is_name, self._is_person
            )
        return self._known[span]

    def _before(self, start: int) -> Iterator[Words]:
        """The sentences before an offset, the nearest first, as far back as a pronoun reaches."""
        for low, high in islice(self._sentences.before(start), _REACH):
            if self._furniture.at(low) is None and high - low < _LONGEST_SENTENCE:
                first, last = bisect_left(self._starts, low), bisect_left(self._starts, high)
                times = [self._seen(mention, (low, high)) for mention, *_ in self.fates[first:last] if mention.end <= high]
                yield Words(unmarked(self._article.text[low:high])[0], times)

    def _is_name(self, word: str) -> bool:
        """Whether a word with a capital stands inside of a sentence, too."""
        return re.search(rf"[a-z,] {re.escape(word)}\b", self._article.text) is not None

    def _is_person(self, word: str) -> bool:
        return is_person(word, self._article.text)

    def without(self) -> int:
        """How many sentences of the prose no event stands in."""
        told = sorted({span for _, span, fate, _ in self.fates if fate == "event"})
        count = 0
        for low, high in self._sentences.all():
            at = bisect_left(told, (low, high))
            near = told[max(0, at - 1) : at + 1]
            count += self._furniture.at(low) is None and not any(start < high and low < end for start, end in near)
        return count

    def undated(self) -> Iterator[tuple[tuple[int, int], Title]]:
        """The sentences of the prose that tell something and have no event of their own, with their titles."""
        told = {span for _, span, fate, _ in self.fates if fate == "event"}
        for low, high in self._sentences.all():
            if self._furniture.at(low) is not None or any(start < high and low < end for start, end in told):
                continue
            text = unmarked(self._article.text[low:high])[0]
            title = Sentence(text, (), (), partial(self._before, low), self._is_name, self._is_person).undated()
            if title is not None:
                yield (low, high), title


def _readings(article: Article, day: int | None) -> Iterator[Read]:
    if is_read_in_full(article.language):
        return readings(article.text, day, custom=article.custom)
    return full_dates(article.text, article.language, day, article.custom)


def _told_again(text: str, read: Read, behind: Read) -> bool:
    """Whether the date behind says the same in full: "five days later, on 12 June 2019"."""
    gap = text[read.mention.end : behind.mention.start]
    if behind.mention.type not in DATED or _AGAIN.fullmatch(gap) is None:
        return False
    return hangs_on_told(map(type, parts_of(read.expr)))


def _fate(article: Article, read: Read, furniture: Furniture) -> tuple[str, str]:
    """What becomes of a phrase: ("event", ""), or ("unresolved" or "no event", and why)."""
    mention, text = read.mention, article.text
    if region := furniture.at(mention.start):
        return "no event", f"in the {region.why}"
    if mention.type in _WHY_NOT:
        return "no event", _WHY_NOT[mention.type]
    if read.token.kind == "COUNT_OVER":
        return "no event", "a count over a period"
    if read.token.kind == "HOUR_ALONE":
        return "unresolved", "the hour stands apart from its day"
    if read.token.kind == "VAGUE_DATE":
        return "no event", "too vague to be a date"
    if mention.interval is None:
        return "unresolved", unresolved(read)
    if _DENIED.search(text[max(0, mention.start - _NEAR) : mention.start]) and _RATHER.match(text, mention.end):
        return "no event", "it was not then, the sentence says"
    if is_compared_with(text, mention.start):
        return "no event", "it is only compared with"
    if mention.rule == "year" and _MODIFIED.search(text[: mention.start][-8:]) and re.match(r" [a-z]", text[mention.end :]):
        return "no event", "it only tells which one is meant"
    return "event", ""
