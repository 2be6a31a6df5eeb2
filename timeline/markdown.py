"""What Markdown, and HTML inside of it, puts around words: marks of emphasis, bullets, links, images; and addresses."""

from __future__ import annotations

import re

_TARGET = r"\((?:<[^<>\n]{0,2000}>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:[ \t]+[\"'][^\"'\n]{0,500}[\"'])?[ \t]*\)"
IMAGE = rf"!\[[^\[\]\n]{{0,2000}}\]{_TARGET}"
_TAGS = "a|abbr|audio|b|blockquote|br|cite|div|em|figcaption|figure|h[1-6]|hr|i|iframe|img|li|link|meta|ol|p|s|script|small"
TAG = rf"</?(?:{_TAGS}|source|span|strong|sub|sup|table|tbody|td|th|time|tr|u|ul|video)(?=[\s/>])[^<>\n]{{0,2000}}>"
_FILE = r"(?<!\S)[^\s/()\[\]]{0,80}(?:/[^\s/]{1,80})+\.(?:jpe?g|png|gif|webp|svg|html?|pdf|php|aspx?|mp[34])(?!\w)"
_WEB = r"(?:https?://|www\.)[^\s<>\"“”。]*[^\s<>\"“”。.,;:!?)\]'’*_]"
_SITE = r"(?<![\w@/.-])(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,10}/[^\s<>\"“”。]*[^\s<>\"“”。.,;:!?)\]'’*_]"

INLINE = re.compile(
    rf"(?P<image>{IMAGE})|(?<=\])(?P<address>{_TARGET})|(?P<markup>{TAG})|(?P<web>{_WEB}|{_SITE}|{_FILE})", re.IGNORECASE
)
"""What stands in a line and is no word of it; the group's name says what it is (`web` is an address as well)."""

_MARKS = re.compile(
    rf"^[ \t]*(?:#{{1,6}}[ \t]+|>[ \t]?|[-*•+][ \t]+)+|{IMAGE}|\[(?=[^\[\]\n]{{1,500}}\]\()|\]{_TARGET}|{TAG}"
    r"|(?<![^\W_])(?:\*{1,3}|_{1,3})(?=[^\s*_])|(?<=[^\s*_])(?:\*{1,3}|_{1,3})(?![^\W_])",
    re.IGNORECASE,
)


_BEGINS = re.compile(r"[ \t]*[#>•+-]")


def unmarked(text: str, start: int = 0, end: int = 0) -> tuple[str, int, int]:
    """The words of a line or a sentence without the marks, and where `[start, end)` stands in them.

    >>> unmarked("> **The** [storm](http://a.example/1) of *Monday*", 42, 48)
    ('The storm of Monday', 13, 19)
    >>> unmarked("the storm](http://a.example/1) hit")[0]
    'the storm hit'
    """
    if not ("*" in text or "_" in text or "[" in text or "]" in text or "<" in text) and _BEGINS.match(text) is None:
        return text, start, end
    kept, done, low, high = [], 0, start, end
    for match in _MARKS.finditer(text):
        kept.append(text[done : match.start()])
        done = match.end()
        low -= max(0, min(match.end(), start) - match.start())
        high -= max(0, min(match.end(), end) - match.start())
    return "".join([*kept, text[done:]]), low, high
