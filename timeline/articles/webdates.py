"""Which day a web page says it was published: where that stands, and its words. The clock plays no part.

JSON-LD and meta tags are read first, then what is marked up as a date beside the headline; a date line
that nothing marks, and the day of the last change, are guesses. Every day is one that is written in full.
htmldate finds as much, but not where it stands; and of a page that says "2020-05" it makes a day of May
2020: the day of the month that it is when it runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from timeline.articles.dates import readings
from timeline.articles.draft import Rung, Written
from timeline.articles.jsonld import ARTICLE, PAGE, Thing, things
from timeline.articles.markup import inner, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_PUBLISHED = """
articlepublishedtime articlepublished articlepublisheddate articlepublicationdate datepublished publishedtime publisheddate
publishdate publishtime publicationdate firstpublished articlefirstpublished dcsextarticlefirstpublished originalpublicationdate
dctermsissued dcdateissued dcdatepublication dcissued dcdate dctermsdate dctermscreated dcdatecreated dccreated
citationpublicationdate citationonlinedate citationdate parselypubdate sailthrudate cxenseparserecspublishtime
mediatorpublishedtime rnewsdatepublished twtpublishedat vrpublishedtime shareaholicarticlepublishedtime btpubdate rbpubdate
pubdate pdate ptime regdate displaydate articledateoriginal articlepostdate postdate dateposted articledate articlecreated
datecreated createddate contentcreatedate created docdate gentime date
""".split()
_RANKS = {name: rank for rank, name in enumerate(_PUBLISHED)}
_CHANGED = frozenset(
    "articlemodifiedtime articlemodified modifiedtime datemodified lastmodified updatedtime revisiondate dctermsmodified "
    "dcmodified btmoddate modificationdate lastmod moddate".split()
)
_MARK = re.compile(r"date|datum|fecha|time|publish|posted|byline|dateline|parution|meta|info", re.IGNORECASE)
_SURE = re.compile(r"datepublished|pub-?date|(?:^|[\s_-])published|entry-date|entry-time|publish-?(?:ed)?-?date", re.IGNORECASE)
_CHANGE = re.compile(r"modif|updat|edited|aktualisiert|mis à jour|actualizad|수정|更新", re.IGNORECASE)
_ATTRIBUTES = ("datetime", "content", "data-datetime", "data-date", "data-published", "data-pubdate", "data-timestamp", "title")
_SHORT = 15  # words: a line with more is prose
_NEAR = 150  # words between the headline and its date
_CARD = 80  # words of a box that leads to another article
_LEADS_AWAY = 4  # words of a link that is a headline, and no author or section
_MOST = 500  # elements that call themselves dates; a page with more is no article's
_PARAGRAPHS = 2  # behind which no date line is looked for that nothing marks
_LONG = 300  # characters: nobody writes a date in more


def written(page: _Element, main: _Element, url: str = "", title: str = "") -> list[Written]:
    """All that tells the day, the surest first. `main` is the page without what belongs to other articles.

    >>> from timeline.articles.markup import parse
    >>> page = parse('<meta property="article:published_time" content="2020-05-12T08:00+09:00"><p>Text')
    >>> written(page, page)[0].evidence
    'meta article:published_time: 2020-05-12T08:00+09:00'
    """
    out = [*_json_ld(page, url, title), *_meta(page)]
    for look in (_marked, _lines):
        if not any(one.rung is Rung.PAGE and next(readings(one.words)).days for one in out):
            out += look(main)
    return sorted(out, key=lambda one: (one.rung, one.evidence.startswith(_LAST_CHANGE)))


_LAST_CHANGE = "last change, "


def _told(rung: Rung, where: str, words: Any) -> Iterator[Written]:
    """The words as evidence, if there is a day in them."""
    if not isinstance(words, str) or len(words) > _LONG:
        return
    words = " ".join(words.split())
    figures = re.sub(r"^(\d{8})(\d{4}(?:\d\d)?)$", r"\1T\2", words)
    if next(readings(figures), None) is not None:
        yield Written(rung, figures, f"{where}: {words}")


# ---------------------------------------------------------------- JSON-LD


def _json_ld(page: _Element, url: str, title: str) -> Iterator[Written]:
    told, broken = things(page)
    for kind in (ARTICLE, PAGE):
        found = [one for thing in _this_one([t for t in told if t.is_a(kind)], url, title) for one in _day_of(thing)]
        if found:
            same = len({one.words[:10] for one in found}) == 1  # else nobody knows which of them is this page's
            yield found[0] if same else Written(Rung.GUESS, found[0].words, found[0].evidence)
            break
    else:
        for words in broken[:1] if len({words[:10] for words in broken}) == 1 else ():
            yield from _told(Rung.PAGE, "JSON-LD datePublished", words)
    for thing in told[:1]:
        yield from _told(Rung.GUESS, f"{_LAST_CHANGE}JSON-LD dateModified", thing.fields.get("dateModified"))


def _this_one(several: list[Thing], url: str, title: str) -> list[Thing]:
    """Of several articles those that are this page's: by their address, else by their headline; all if none is."""
    if len(several) > 1:
        by_address = [thing for thing in several if url and url.rstrip("/") in _addresses(thing.fields)]
        by_headline = [thing for thing in several if title and str(thing.fields.get("headline", "")).strip() == title]
        return by_address or by_headline or several
    return several


def _addresses(fields: dict[str, Any]) -> set[str]:
    of_page = fields.get("mainEntityOfPage")
    told = [fields.get("url"), fields.get("@id"), of_page.get("@id") if isinstance(of_page, dict) else of_page]
    return {address.split("#")[0].rstrip("/") for address in told if isinstance(address, str)}


def _day_of(thing: Thing) -> Iterator[Written]:
    for key in ("datePublished", "dateCreated"):
        value = thing.fields.get(key)
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("@value") if isinstance(value, dict) else value
        found = list(_told(Rung.PAGE, f"JSON-LD {key}", value))
        if found:
            yield found[0]
            return


# ---------------------------------------------------------------- meta tags


_NO_LETTERS = re.compile(r"[^a-z]+")


def _meta(page: _Element) -> Iterator[Written]:
    """The most telling of the meta tags; and the day of the last change, as a guess."""
    found: list[tuple[int, Written]] = []
    changed: list[Written] = []
    for tag in page.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("http-equiv") or ""
        plain = _NO_LETTERS.sub("", name.lower())
        plain = plain if plain in _RANKS else plain.removeprefix("og")
        if plain in _RANKS:
            found += [(_RANKS[plain], one) for one in _told(Rung.PAGE, f"meta {name}", tag.get("content"))]
        elif plain in _CHANGED:
            changed += _told(Rung.GUESS, f"{_LAST_CHANGE}meta {name}", tag.get("content"))
    yield from [one for _, one in sorted(found, key=lambda one: one[0])][:1]
    yield from changed[:1]


# ---------------------------------------------------------------- what is marked up as a date


def _marked(main: _Element) -> Iterator[Written]:
    """The date beside the headline: in <time>, or in an element that calls itself a date or a byline."""
    headline = main.find(".//h1")
    found: list[tuple[tuple[bool, bool, bool, int], Written]] = []
    seen = looked_at = 0
    behind = headline is None
    for place, element in enumerate(main.iter("*")):
        if element is headline:
            behind, seen = True, 0
        is_of_a_date = _is_of_a_date(element)
        looked_at += is_of_a_date
        if is_of_a_date and looked_at <= _MOST and not _is_of_others(element, headline):
            rung = Rung.PAGE if not behind or seen <= _NEAR else Rung.GUESS
            for one in _words_of(element, rung):
                sure = _SURE.search(_names(element)) is not None or element.get("pubdate") is not None
                found.append(((not sure, element.tag != "time", not behind, place if behind else -place), one))
        seen += len((element.text or "").split()) + len((element.tail or "").split())
    yield from [one for _, one in sorted(found, key=lambda one: (one[1].rung, one[0]))][:1]


def _names(element: _Element) -> str:
    return f"{element.get('itemprop', '')} {element.get('class', '')} {element.get('id', '')}"


def _is_of_a_date(element: _Element) -> bool:
    return element.tag == "time" or (_MARK.search(_names(element)) is not None and element.tag not in ("html", "body", "main"))


def _is_of_others(element: _Element, headline: _Element | None) -> bool:
    """Whether the date stands in the middle of prose, tells a change, or is that of an article that is linked to."""
    if _CHANGE.search(_names(element)) or _CHANGE.search(_before(element)):
        return True
    inside: _Element | None = element
    while inside is not None and inside.tag not in ("body", "html", "main"):
        if headline is not None and (inside is headline or headline in inside.iter("h1")):
            return False
        words = _words_in(inside, _CARD + 1)
        if words > _CARD:
            return False
        if (inside.tag == "p" and words > _SHORT) or any(_leads_away(link) for link in inside.iter("a")):
            return True
        inside = inside.getparent()
    return False


def _leads_away(link: _Element) -> bool:
    """Whether a link says so much, besides a date, that it is the headline of another article."""
    words = inner(link)
    for date in readings(words[:_LONG]):
        words = words.replace(date.words, " ")
    return len(words.split()) >= _LEADS_AWAY


def _words_in(element: _Element, most: int) -> int:
    """How many words there are in an element; counts no further than `most`."""
    words = 0
    for piece in element.itertext():
        words += len(piece.split())
        if words >= most:
            break
    return words


def _before(element: _Element) -> str:
    """The text right before an element ("Updated: <time>")."""
    previous = element.getprevious()
    if previous is not None:
        return (previous.tail or "").strip() or inner(previous)[-30:]
    parent = element.getparent()
    return (parent.text or "") if parent is not None else ""


def _words_of(element: _Element, rung: Rung) -> Iterator[Written]:
    name = f"<{element.tag}>" if element.tag == "time" else " ".join(_names(element).split()[:1]) or f"<{element.tag}>"
    for attribute in _ATTRIBUTES:
        found = list(_told(rung, f"{name} {attribute}", element.get(attribute)))
        if found:
            yield found[0]
            return
    for line in text_of(element).splitlines():
        if 0 < len(line.split()) <= _SHORT and not _CHANGE.search(line):
            found = list(_told(rung, name, line))
            if found:
                yield found[0]
                return


def _lines(main: _Element) -> Iterator[Written]:
    """A short line with a date, above the prose: a guess."""
    paragraphs = 0
    for line in text_of(main).splitlines():
        if len(line.split()) > _SHORT:
            paragraphs += 1
            if paragraphs == _PARAGRAPHS:
                return
        elif not _CHANGE.search(line):
            found = list(_told(Rung.GUESS, "a line of the page", line))
            if found:
                yield found[0]
                return
