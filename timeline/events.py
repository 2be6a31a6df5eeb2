"""Mentions of an article in, events and an account of every phrase out. Touches no file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline.articles.language import is_read_in_full
from timeline.bounds import bounded
from timeline.identity import normalised, source_id
from timeline.interval import Interval
from timeline.model import INLINE, REPORTED_ON, Article, Event, Finding, Mention, Region, Source
from timeline.names import Names, find_names
from timeline.notation import iso_day, parse_date
from timeline.plain import Plain, plain
from timeline.recognize import moved
from timeline.teller import Teller
from timeline.titles import Title
from timeline.wording import spoken


@dataclass(frozen=True, slots=True)
class Told:
    """What one article tells: its events, in the order of the text, and what became of each of its phrases.

    `without` counts the sentences of its prose that have no event, since no phrase of them dates one.
    """

    article: Article
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    without: int = 0


def tell(article: Article, *, undated: bool = False) -> Told:
    r"""The events of one article; with `undated`, also what it tells without a date, marked as only reported on.

    >>> from timeline.model import Published
    >>> text, day = "The river rose on Saturday and took the old bridge.", Published(18392, "", "")
    >>> article = Article("a.txt", text, "k", "d", published=day)
    >>> [(event.title, event.sources[0].phrase) for event in tell(article).events]
    [('The river rises and takes the old bridge', 'Saturday')]
    """
    seen, readable = _as_it_reads(article)
    told = _tell(readable, undated=undated)
    if readable is article:
        return told
    findings = (_in_place(finding, article.text, seen) for finding in told.findings)
    return Told(article, told.events, tuple(findings), told.without)


def _as_it_reads(article: Article) -> tuple[Plain, Article]:
    """The article without invisible characters, and how its offsets map; the article itself where it has none."""
    seen = plain(article.text)
    if seen.text is article.text:
        return seen, article
    furniture = (Region(*seen.within(region.start, region.end), region.why) for region in article.furniture)
    return seen, replace(article, text=seen.text, furniture=tuple(furniture))


def _in_place(finding: Finding, text: str, seen: Plain) -> Finding:
    """A finding in the text as it reads, told by the offsets of the text itself."""
    return replace(finding, mention=moved(finding.mention, text, seen), sentence=seen.span(*finding.sentence))


def _tell(article: Article, *, undated: bool) -> Told:
    teller = Teller(article)
    named = _named(article)
    seen: Counter[tuple[str, str]] = Counter()
    events: list[Event] = []
    findings: list[Finding] = []
    body = next(iter(_body(article)), 0)
    for mention, span, fate, why in teller.fates:
        ident = ""
        if fate == "event" and mention.interval is not None:
            pair = normalised(article.text[slice(*span)]), normalised(mention.text)
            lead = not events and _is_lead(article, body, span)
            title = teller.title(mention, span, lead=lead)
            if title.why:
                fate, why = "no event", title.why
            else:
                ident = source_id(article.key, *pair, seen[pair])
                date, words = bounded(article.text, mention.start, mention.end, mention.interval)
                if words:
                    mention = mention._replace(reason=f"{mention.reason} With “{words}”: {spoken(date)}.")
                event = _event(article, mention, date, span, ident, title, named)
                events.append(replace(event, lead=True) if lead else event)
            seen[pair] += 1
        findings.append(Finding(mention, span, fate, why, ident))
    if undated and article.published is not None:
        events += _reported_on(article, teller, named)
    return Told(article, tuple(events), tuple(findings), teller.without())


def _reported_on(article: Article, teller: Teller, named: Names) -> Iterator[Event]:
    """What the article tells without a date: it happened at some time up to the day of publication, and no more is known."""
    up_to = parse_date(f"..{iso_day(article.published.day)}") if article.published is not None else None
    seen: Counter[str] = Counter()
    for span, title in teller.undated():
        sentence = article.text[slice(*span)]
        key = normalised(sentence)
        ident = source_id(article.key, key, "", seen[key])
        seen[key] += 1
        if up_to is not None:
            nowhere = Mention(span[0], span[0], "", "DATE", "", None, up_to, "")
            yield replace(_event(article, nowhere, up_to, span, ident, title, named), kind=REPORTED_ON)


def undated(article: Article) -> list[tuple[tuple[int, int], Title]]:
    """The sentences that tell something without a date, and a title for each; none of them borrows the day of publication.

    >>> text = "The river rose in 1951. The mayor blamed the weir."
    >>> [title.text for _, title in undated(Article("a.txt", text, "k", "d"))]
    ['The mayor blames the weir']
    """
    seen, readable = _as_it_reads(article)
    found = Teller(readable).undated()
    return [(seen.span(*span), title) for span, title in found]


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
    article: Article, mention: Mention, date: Interval, span: tuple[int, int], ident: str, title: Title, named: Names
) -> Event:
    sentence = article.text[slice(*span)]
    published = None if article.published is None else iso_day(article.published.day)
    people, places, organizations = named.within(*span)
    meant = named.meant(span[0])
    return Event(
        date=date,
        title=title.text,
        sources=(Source(ident, article.path, published, normalised_blanks(sentence), mention.text),),
        kind=title.kind,
        status=title.status,
        people=people if not meant or meant in people else (meant, *people),
        places=places,
        organizations=organizations,
    )


def normalised_blanks(sentence: str) -> str:
    """The sentence on one line, as events.yaml holds it."""
    return " ".join(sentence.split())
