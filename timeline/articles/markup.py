"""A piece of HTML as plain text: what a reader of the page would see, its blocks apart. For feeds, mails and bare pages."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr "
    "ul".split()
)
UNSEEN = frozenset(
    "audio canvas datalist embed head iframe map math noscript object script select style svg template textarea title "
    "video".split()
)
_CELLS = frozenset(("td", "th"))
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_NO_CHARACTERS = re.compile(
    "[\0-\x08\x0b\x0e-\x1f\x7f]|&#(?:0{0,9}(?:[0-8]|1[124-9]|2[0-9]|3[01]|127)|x0{0,9}(?:[0-8bef]|1[0-9a-f]|7f));", re.IGNORECASE
)
_SPACE = re.compile(r"[ \t\n\r\f\xa0]+")
_EDGES = re.compile(r" *\n *")
_GAPS = re.compile(r"\n{3,}")
_SPACES_OF_A_LINE = re.compile(r"[ \t\f\xa0]+")
_TAG = re.compile(r"</?([a-z][a-z0-9]*)[^<>]*>", re.IGNORECASE)
_WITHOUT_NESTING = UNSEEN | frozenset("html head body title meta link time br h1 h2 h3 h4 h5 h6".split())


def plain(html: str) -> str:
    r"""The text of a piece of HTML: a blank line between blocks, a line break for <br>, entities resolved.

    What is not seen (scripts, styles, hidden elements) is left out. Text without any markup keeps its lines.

    >>> plain("<p>Kim &amp; <b>Xi</b>'s\n letter<br>of <i>May</i> 8</p><script>track()</script><ul><li>One<li>Two</ul>")
    "Kim & Xi's letter\nof May 8\n\nOne\n\nTwo"
    """
    if "<" not in html:
        return _tidy(_SPACES_OF_A_LINE.sub(" ", unescape(html).replace("\r\n", "\n").replace("\r", "\n")))
    tree = parse(html)
    return "" if tree is None else text_of(tree)


def parse(html: str) -> _Element | None:
    """The tree of a page or a piece of one, however broken; None where there is nothing in it. Fetches nothing.

    >>> parse("<p>One<p>Two").findtext(".//p"), parse(" ")
    ('One', None)
    """
    from lxml import etree
    from lxml.html import HTMLParser

    raw = _NO_CHARACTERS.sub("", html)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = etree.fromstring(raw.encode("utf-8", "replace"), parser)
        if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
            parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True)
            tree = etree.fromstring(_TAG.sub(_flat, raw).encode("utf-8", "replace"), parser)
    except etree.ParseError:
        return None
    return tree


def _flat(tag: re.Match[str]) -> str:
    """A tag of a page that is nested deeper than the parser goes (it stops there): blocks become paragraphs."""
    name = tag[1].lower()
    return tag[0] if name in _WITHOUT_NESTING else "<p>" if name in BLOCKS else ""


def text_of(tree: _Element) -> str:
    """The text of a tree and of nothing behind it, as plain() gives it."""
    from lxml import etree

    out: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in BLOCKS:
                out.append("\n\n")
            elif tag == "br":
                out.append("\n")
            if unseen(element):
                walk.skip_subtree()
            elif element.text:
                out.append(_SPACE.sub(" ", element.text) if tag != "pre" else element.text)
        else:
            if tag in BLOCKS:
                out.append("\n\n")
            elif tag in _CELLS:
                out.append(" ")
            if element.tail and element is not tree:
                out.append(_SPACE.sub(" ", element.tail))
    return _tidy(re.sub(" {2,}", " ", "".join(out)))


def inner(element: _Element) -> str:
    """All text in an element as it stands in the source, seen or not."""
    return "".join(map(str, element.itertext()))


def unseen(element: _Element) -> bool:
    """Whether a browser would not show the element."""
    return element.tag in UNSEEN or "hidden" in element.attrib or _HIDING.search(element.get("style", "")) is not None


def _tidy(text: str) -> str:
    return _GAPS.sub("\n\n", _EDGES.sub("\n", text)).strip()
