"""Mentions of an article in, events and an account of every phrase out. Touches no file."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from timeline.abroad import full_dates
from timeline.articles.language import is_read_in_full
from timeline.expr import hangs_on_told, parts_of
from timeline.identity import normalised, source_id
from timeline.interval import Grain, Interval
from timeline.languages.en.pronouns import is_person
from timeline.languages.en.tags import Words
from timeline.model import DATED, REPORT, Article, Event, Finding, Mention, Source
from timeline.notation import iso_day
from timeline.reasons import reason, unresolved
from timeline.recognize import Read, readings
from timeline.sentences import Sentences
from timeline.titles import Sentence, Title, agree

_WHY_NOT = {
    "DURATION": "a duration",
    "SET": "a set: it recurs",
}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_REACH = 10  # sentences that a pronoun looks back
_LONGEST_SENTENCE = 1500  # characters; what is longer is no sentence
_MODIFIED = re.compile(r"\b(?:the|a|an|its|his|her|their)\s+$", re.IGNORECASE)
# Words that say nothing about what happened.
_COMMON = frozenset(
    """
    the and that this with from have has had was were been being will would could should may might can said says
    told reported stated his her its their they them which who whom what when where while after before into onto
    over under about more most some any all for not but also than then there these those such only own same very
    just other another are does did how out off one two three new first last
    """.split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """What one article tells: its events, in the order of the text, and what became of each of its phrases."""

    article: Article
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]


def tell(article: Article) -> Told:
    r"""The events of one article.

    >>> from timeline.model import Published
    >>> text, day = "The river rose on Saturday and took the old bridge.", Published(18392, "", "")
    >>> article = Article("a.txt", text, "k", "d", published=day)
    >>> [(event.title, event.sources[0].phrase) for event in tell(article).events]
    [('The river rises and takes the old bridge', 'Saturday')]
    """
    teller = _Teller(article)
    seen: Counter[tuple[str, str]] = Counter()
    events: list[Event] = []
    findings: list[Finding] = []
    body = next(iter(_body(article)), 0)
    for mention, span, fate, why in teller.fates:
        ident = ""
        if fate == "event" and mention.interval is not None:
            lead = not events and _is_lead(article, body, span)
            title = teller.title(mention, span, lead=lead)
            if title.why:
                fate, why = "no event", title.why
            else:
                sentence = article.text[slice(*span)]
                pair = normalised(sentence), normalised(mention.text)
                ident = source_id(article.key, *pair, seen[pair])
                events.append(_event(article, mention, mention.interval, span, ident, title))
            seen[normalised(article.text[slice(*span)]), normalised(mention.text)] += 1
        findings.append(Finding(mention, span, fate, why, ident))
    return Told(article, tuple(events), tuple(findings))


class _Teller:
    """The phrases of one article with their fates, and titles for them."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._sentences = Sentences(article.text)
        self._day = None if article.published is None else article.published.day
        self._known: dict[tuple[int, int], Sentence] = {}
        self.fates = list(self._fates())
        self._dates: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        self._others: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for mention, span, fate, _ in self.fates:
            place = mention.start - span[0], mention.end - span[0]
            if fate == "event":
                self._dates[span].append(place)
            elif mention.rule != "year":
                self._others[span].append(place)

    def _fates(self) -> Iterator[tuple[Mention, tuple[int, int], str, str]]:
        article = self._article
        reads = list(_readings(article, self._day))
        for place, read in enumerate(reads):
            mention = read.mention._replace(reason=reason(read))
            span = _prose(article, self._sentences.around(mention.start, mention.end), mention)
            fate, why = _fate(article, read)
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
        title = sentence.title((mention.start - span[0], mention.end - span[0]), ahead=ahead, past=past, year=year)
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
            text = self._article.text[slice(*span)]
            self._known[span] = Sentence(
                text, self._dates[span], self._others[span], lambda: self._before(span[0]), self._is_name, self._is_person
            )
        return self._known[span]

    def _before(self, start: int) -> Iterator[Words]:
        """The sentences before an offset, the nearest first, as far back as a pronoun reaches."""
        article = self._article
        furniture = {place for region in article.furniture for place in (region.start,)}
        for low, high in islice(self._sentences.before(start), _REACH):
            if low not in furniture and high - low < _LONGEST_SENTENCE:
                times = [
                    (mention.start - low, mention.end - low)
                    for mention, *_ in self.fates
                    if low <= mention.start < mention.end <= high
                ]
                yield Words(article.text[low:high], times)

    def _is_name(self, word: str) -> bool:
        """Whether a word with a capital stands inside of a sentence, too."""
        return re.search(rf"[a-z,] {re.escape(word)}\b", self._article.text) is not None

    def _is_person(self, word: str) -> bool:
        return is_person(word, self._article.text)

    def undated(self) -> Iterator[tuple[tuple[int, int], Title]]:
        """The sentences of the prose that tell something and have no event of their own, with their titles."""
        article = self._article
        told = {span for _, span, fate, _ in self.fates if fate == "event"}
        for low, high in self._sentences.all():
            held = any(region.start <= low < region.end for region in article.furniture)
            if held or any(start < high and low < end for start, end in told):
                continue
            title = Sentence(article.text[low:high], (), (), partial(self._before, low), self._is_name, self._is_person).undated()
            if title is not None:
                yield (low, high), title


def undated(article: Article) -> list[tuple[tuple[int, int], Title]]:
    """The sentences that tell something without a date, and a title for each; none of them borrows the day of publication.

    >>> text = "The river rose in 1951. The mayor blamed the weir."
    >>> [title.text for _, title in undated(Article("a.txt", text, "k", "d"))]
    ['The mayor blames the weir']
    """
    return list(_Teller(article).undated())


def _readings(article: Article, day: int | None) -> Iterator[Read]:
    if is_read_in_full(article.language):
        return readings(article.text, day, custom=article.custom)
    return full_dates(article.text, article.language, day, article.custom)


def _told_again(text: str, read: Read, behind: Read) -> bool:
    """Whether the date behind says the same in full: "five days later, on 12 June 2019"."""
    gap = text[read.mention.end : behind.mention.start]
    return (
        behind.mention.type in DATED and re.fullmatch(r",\s+(?:on\s+)?", gap) is not None and hangs_on_told(parts_of(read.expr))
    )


def _prose(article: Article, span: tuple[int, int], mention: Mention) -> tuple[int, int]:
    """The sentence without a dateline or the like before or behind it."""
    start, end = span
    for region in article.furniture:
        if (start <= region.start and region.end <= mention.start) or region.start <= start < region.end <= mention.start:
            start = region.end
        elif mention.end <= region.start < end:
            end = region.start
    return start, end


def _fate(article: Article, read: Read) -> tuple[str, str]:
    """What becomes of a phrase: ("event", ""), or ("unresolved" or "no event", and why)."""
    mention, text = read.mention, article.text
    for region in article.furniture:
        if region.start <= mention.start < region.end:
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
    if mention.rule == "year" and _MODIFIED.search(text[: mention.start][-8:]) and re.match(r" [a-z]", text[mention.end :]):
        return "no event", "it only tells which one is meant"
    return "event", ""


def _body(article: Article) -> list[int]:
    """Offsets of the paragraphs that are prose, in order."""
    out, at = [], 0
    for region in [*article.furniture]:
        if article.text[at : region.start].strip():
            break
        at = region.end
    out.append(at + len(article.text[at:]) - len(article.text[at:].lstrip()))
    return out


def _is_lead(article: Article, body: int, span: tuple[int, int]) -> bool:
    """Whether the sentence is the first of the prose, which the headline sums up."""
    return bool(article.title) and span[0] <= body < span[1]


def _event(article: Article, mention: Mention, date: Interval, span: tuple[int, int], ident: str, title: Title) -> Event:
    sentence = article.text[slice(*span)]
    published = None if article.published is None else iso_day(article.published.day)
    names, words = _about(sentence, mention)
    return Event(
        date=date,
        title=title.text,
        sources=(Source(ident, article.path, published, normalised_blanks(sentence), mention.text),),
        kind=title.kind,
        status=title.status,
        names=names,
        words=words,
    )


def normalised_blanks(sentence: str) -> str:
    """The sentence on one line, as events.yaml holds it."""
    return " ".join(sentence.split())


def _about(sentence: str, mention: Mention) -> tuple[frozenset[str], frozenset[str]]:
    """The names of a sentence, and the beginnings of its other words, for comparing it with another."""
    phrase = set(mention.text.split())
    names, words = set(), set()
    for match in _WORD.finditer(sentence):
        word = match[0].replace("’", "'").removesuffix("'s")
        if match[0] in phrase or len(word) < 3 or word.lower() in _COMMON:
            continue
        if word[0].isupper() and match.start() > 0:
            names.update(word.replace("-", " ").split())
        else:
            words.add(word.lower()[:5])
    return frozenset(names), frozenset(words)
