"""Mentions of an article in, events and an account of every phrase out. Touches no file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline.abroad import full_dates
from timeline.articles.language import is_read_in_full
from timeline.expr import hangs_on_told, parts_of
from timeline.identity import normalised, source_id
from timeline.interval import Interval
from timeline.markdown import unmarked
from timeline.model import DATED, INLINE, Article, Event, Finding, Mention, Region, Source
from timeline.names import Names, find_names
from timeline.notation import iso_day
from timeline.plain import Plain, plain
from timeline.reasons import reason, unresolved
from timeline.recognize import Read, moved, readings
from timeline.regions import Furniture
from timeline.sentences import Sentences
from timeline.titles import is_report, make_title

_WHY_NOT = {
    "DURATION": "a duration",
    "SET": "a set: it recurs",
}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
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
    [('The river rose and took the old bridge', 'Saturday')]
    """
    seen = plain(article.text)
    if seen.text is article.text:
        return _tell(article)
    furniture = (Region(*seen.within(region.start, region.end), region.why) for region in article.furniture)
    told = _tell(replace(article, text=seen.text, furniture=tuple(furniture)))
    return Told(article, told.events, tuple(_in_place(finding, article.text, seen) for finding in told.findings))


def _in_place(finding: Finding, text: str, seen: Plain) -> Finding:
    """A finding in the text as it reads, told by the offsets of the text itself."""
    return replace(finding, mention=moved(finding.mention, text, seen), sentence=seen.span(*finding.sentence))


def _tell(article: Article) -> Told:
    day = None if article.published is None else article.published.day
    seen: Counter[tuple[str, str]] = Counter()
    events: list[Event] = []
    findings: list[Finding] = []
    body = next(iter(_body(article)), 0)
    reads = list(_readings(article, day))
    sentences = Sentences(article.text, [(read.mention.start, read.mention.end) for read in reads])
    furniture = Furniture(article.furniture)
    named = _named(article)
    for place, read in enumerate(reads):
        mention = read.mention._replace(reason=reason(read))
        span = furniture.without(sentences.around(mention.start, mention.end), mention.start, mention.end)
        fate, why = _fate(article, read, furniture)
        if fate == "event" and place + 1 < len(reads) and _told_again(article.text, read, reads[place + 1]):
            fate, why = "no event", "told again by the date behind it"
        ident = ""
        if fate == "event" and mention.interval is not None:
            sentence = article.text[slice(*span)]
            pair = normalised(sentence), normalised(mention.text)
            ident = source_id(article.key, *pair, seen[pair])
            seen[pair] += 1
            lead = not events and _is_lead(article, body, span)
            events.append(_event(article, mention, mention.interval, span, ident, named, lead=lead))
        findings.append(Finding(mention, span, fate, why, ident))
    return Told(article, tuple(events), tuple(findings))


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
    if mention.rule == "year" and _MODIFIED.search(text[: mention.start][-8:]) and re.match(r" [a-z]", text[mention.end :]):
        return "no event", "it only tells which one is meant"
    return "event", ""


def _body(article: Article) -> list[int]:
    """Offsets of the paragraphs that are prose, in order."""
    out, at = [], 0
    for region in article.furniture:
        if region.why in INLINE or article.text[at : region.start].strip():
            break
        at = region.end
    out.append(at + len(article.text[at:]) - len(article.text[at:].lstrip()))
    return out


def _is_lead(article: Article, body: int, span: tuple[int, int]) -> bool:
    """Whether the sentence is the first of the prose, which the headline sums up."""
    return bool(article.title) and span[0] <= body < span[1]


def _named(article: Article) -> Names:
    """The names of the article; its dateline tells of a place, what else is no prose tells nothing."""
    if not is_read_in_full(article.language):
        return Names()
    return find_names(article.text, [(region.start, region.end) for region in article.furniture if region.why != "dateline"])


def _event(
    article: Article, mention: Mention, date: Interval, span: tuple[int, int], ident: str, named: Names, *, lead: bool
) -> Event:
    whole = article.text[slice(*span)]
    sentence, start, end = unmarked(whole, mention.start - span[0], mention.end - span[0])
    title = article.title if lead and not is_report(sentence, start) else make_title(sentence, start, end)
    published = None if article.published is None else iso_day(article.published.day)
    names, words = _about(sentence, mention)
    people, places, organizations = named.within(*span)
    meant = named.meant(span[0])
    return Event(
        date=date,
        title=title,
        sources=(Source(ident, article.path, published, normalised_blanks(whole), mention.text),),
        people=people if not meant or meant in people else (meant, *people),
        places=places,
        organizations=organizations,
        lead=lead,
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
