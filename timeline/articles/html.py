"""Reads web pages: the main text without menus, related articles and comments, and what the page says of itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from configparser import ConfigParser
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING

from timeline.articles.dates import readings
from timeline.articles.draft import Draft, Rung
from timeline.articles.jsonld import article_body
from timeline.articles.markup import BLOCKS, inner, parse, text_of
from timeline.articles.source import Source
from timeline.articles.text import prose
from timeline.articles.webdates import written
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_AS_BROWSERS_READ_IT = {  # pages name the smaller of two sets of characters, and use the larger
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
}
_SAVED_FROM = re.compile(r"<!--[^>]{0,200}?(?:saved from url=(?:\(\d+\))?|SingleFile\s+url:\s*)(https?://[^\s>]+)", re.IGNORECASE)
_HEAD = 4096  # characters in which a browser says where it saved the page from
_RULES = re.compile(r"\A(?:-{3,}\s*)+")  # of the page, and no front matter
_OF_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|recirc\w*|read-?(?:more|next|also)|more-?(?:on|from|stories|news|articles)|most-?\w*"
    r"|trending|popular|latest(?:-\w+)?|sidebar|side-?bar|rail|comments?|comment-?list|commentlist|disqus\w*|respond|replies"
    r"|cookies?|consent|gdpr|onetrust|newsletter|subscribe|share|sharing|sharedaddy|social|breadcrumbs?|promo|advert\w*"
    r"|outbrain|taboola|footer|site-?footer|masthead|site-?header|top-?bar|navbar|menu|nav|navigation|wm-ipp\w*)(?=$|[\s_-])",
    re.IGNORECASE,
)
_BEFORE_A_DATE = re.compile(r"[\s,|·•–—-]*(?:\b(?:on|am|le|el|il)\s*)?$", re.IGNORECASE)
_TAGS_OF_OTHERS = frozenset(("aside", "nav", "footer", "dialog", "amp-sidebar", "amp-consent", "amp-ad"))
_TAGS = {"head": "h2", "item": "li", "list": "ul", "quote": "blockquote", "row": "tr", "cell": "td", "lb": "br", "code": "pre"}
_HALF, _MOST_OF_IT = 0.5, 0.95
_OF_PROSE = 15  # words of the element around a date that is part of the text
_LITTLE = 300  # characters, to be all that a page shows: notices, menus
_FEWEST = "40"  # characters of a main text
_MOST_ELEMENTS = 50_000  # of a page whose main text is looked for; that takes about a tenth of a millisecond each
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}  # not used: webdates.py reads them
NO_TEXT = "the page holds no text: if scripts make it, open it in a browser and save it from there"

for _name in ("trafilatura", "htmldate", "justext", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # what they warn of is told in the account


def read(source: Source) -> Iterator[Draft]:
    """The one article of a page."""
    decoded = source.text(declared(source.head()))
    draft = page(decoded.text)
    draft.notes += [decoded.note] if decoded.note else []
    yield draft


def declared(head: bytes) -> str:
    """The encoding that a page names, as browsers understand it; "" if it names none.

    >>> declared(b'<meta charset="ISO-8859-1">'), declared(b"<p>")
    ('cp1252', '')
    """
    match = _CHARSET.search(head)
    if match is None:
        return ""
    name = match[1].decode("ascii").lower()
    return "utf-8" if name.startswith("utf-16") else _AS_BROWSERS_READ_IT.get(name, name)  # read as bytes, it is none


def page(html: str, url: str = "") -> Draft:
    """An article from a page. Raises ArticleError where there is no text in it.

    >>> draft = page("<html lang=en><title>Floods</title><p>The river rose on Saturday and took the old bridge.")
    >>> draft.title, draft.language, draft.text
    ('Floods', 'en', 'The river rose on Saturday and took the old bridge.')
    """
    tree = parse(html)
    if tree is None:
        raise ArticleError(NO_TEXT)
    main = _without_others(tree)
    text, note = _text(tree, main)
    draft = prose(text)
    draft.notes += [note] if note else []
    _describe(draft, tree, url or _saved_from(html))
    draft.language = _language(tree)
    told = written(tree, main, draft.url, draft.title)
    if any(one.rung is Rung.PAGE for one in told):  # the first lines may tell of a change, or what day it is today
        draft.written = [one for one in draft.written if one.rung is not Rung.HEADER_LINE]
    draft.written = told + draft.written
    return draft


def _saved_from(html: str) -> str:
    match = _SAVED_FROM.search(html[:_HEAD])
    return match[1] if match else ""


def _text(tree: _Element, main: _Element) -> tuple[str, str]:
    """The text of the article, and a word on where it was found if that is unusual. Raises ArticleError if there is none."""
    seen = text_of(main)
    if len(seen) < _LITTLE and len(told := article_body(tree)) > len(seen):
        return told, "the page shows no text: it was taken from what the page tells to search engines"
    text = _RULES.sub("", _main_text(main))
    if text:
        return text, ""
    text = _RULES.sub("", seen or text_of(tree))
    if not text:
        raise ArticleError(NO_TEXT)
    return text, "no main text was found in the page, so all of its text was taken"


def _main_text(main: _Element) -> str:
    """The text of the article, its paragraphs apart; "" if none was found."""
    from trafilatura import bare_extraction

    if sum(1 for _ in main.iter("*")) > _MOST_ELEMENTS:
        return ""
    copy = deepcopy(main)
    for element in copy.iter("time", "ins"):
        if len(inner(_block(element)).split()) > _OF_PROSE:
            element.tag = "span"  # it drops these with their words, which are the dates of the prose
    try:
        found = bare_extraction(copy, include_comments=False, config=_config(), date_extraction_params=dict(_DATES))
    except Exception:  # it names none that it raises, and broken pages find many; the text is then taken without it
        return ""
    if found is None or isinstance(found, dict):
        return ""
    for element in found.body.iter(*_TAGS):
        element.tag = _TAGS[str(element.tag)]
    return text_of(found.body)


@cache
def _config() -> ConfigParser:
    from trafilatura.settings import use_config

    config = use_config()
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = _FEWEST  # below it, it runs all paragraphs of the page into one
    return config


def _block(element: _Element) -> _Element:
    """The block that an element stands in."""
    return next((above for above in element.iterancestors() if above.tag in BLOCKS), element)


def _describe(draft: Draft, tree: _Element, url: str) -> None:
    """Title, author, site and address, as the page tells them."""
    from trafilatura.metadata import extract_metadata

    try:
        said = extract_metadata(tree, default_url=url or None, date_config=dict(_DATES))
    except Exception:  # as above; the page has its text, and perhaps a title
        draft.title = " ".join((tree.findtext(".//title") or "").split()) or draft.title
        draft.url = url
        return
    draft.title = _whole_headline(said.title or "", tree) or draft.title
    draft.author = _without_date(said.author or draft.author)
    draft.site = said.sitename or ""
    draft.url = said.url or url


def _whole_headline(title: str, tree: _Element) -> str:
    """The headline that the title is the beginning of: it is cut at a quotation mark where the page's JSON is broken."""
    headlines = [" ".join(inner(element).split()) for element in tree.iter("h1")]
    return next((headline for headline in headlines if title and headline.startswith(title)), title)


def _without_date(author: str) -> str:
    """The name alone ("Ann Lee on May 10, 2020")."""
    date = next(readings(author), None)
    return author if date is None else _BEFORE_A_DATE.sub("", author[: author.index(date.words)])


def _language(tree: _Element) -> str:
    """The language that the page declares, with its region where any of its places tells that."""
    tags = [tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), tree.get("xml:lang")]
    tags += [
        meta.get("content")
        for meta in tree.iter("meta")
        if (meta.get("property") or meta.get("http-equiv") or "").lower() in ("og:locale", "content-language")
    ]
    told = [tag.strip().replace("_", "-") for tag in tags if tag and tag.strip()]
    if not told:
        return ""
    return next((tag for tag in told if "-" in tag and tag[:2].lower() == told[0][:2].lower()), told[0])


# ---------------------------------------------------------------- what belongs to other articles


def _without_others(tree: _Element) -> _Element:
    """A copy of the page without menus, related articles, comments and notices: their dates are not this article's."""
    main = deepcopy(tree)
    whole = _size(main)
    for element in [*main.iter("*")]:
        if _is_of_others(element) and not _holds_the_article(element, whole):
            element.clear(keep_tail=True)  # type: ignore[call-arg]  # the stubs are older
    return main


def _is_of_others(element: _Element) -> bool:
    if element.tag in _TAGS_OF_OTHERS:
        return True
    if element.tag in ("html", "head", "body", "main", "article", "script", "meta", "time", "p", "h1"):
        return False
    return _OF_OTHERS.search(f"{element.get('class', '')} {element.get('id', '')}") is not None


def _holds_the_article(element: _Element, whole: int) -> bool:
    if element.find(".//h1") is not None:
        return True
    comments = re.search("comment|disqus", f"{element.get('class', '')} {element.get('id', '')}", re.IGNORECASE)
    return _size(element) > whole * (_MOST_OF_IT if comments else _HALF)  # there may be more of comments than of the article


def _size(element: _Element) -> int:
    """How much text there is in the paragraphs of an element."""
    return sum(len(inner(p)) for p in element.iter("p"))
