"""What in an article is no prose of its own: share bars, bylines, datelines, footers, notices, comments. Marked, not cut out.

notices.py     what one line is
dateline.py    what stands before the first words of a report
appended.py    lists of other articles, comments of readers
biography.py   what is said of the writer at the end
names.py       names and dates as such lines have them
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from timeline.articles.appended import Line, comments, is_pointer, is_prose, pointers, related
from timeline.articles.biography import is_biography
from timeline.articles.dateline import DATELINE
from timeline.articles.notices import SHARE, kind_of
from timeline.markdown import INLINE, unmarked
from timeline.model import Region
from timeline.plain import plain

__all__ = ["DATELINE", "LINE", "SHARE", "mark"]

LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|$)")
_NOT_BLANK = re.compile(r"\S(?:[^\r\n]*\S)?")  # the words of a line, without the blanks around them
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]")
_LINK = re.compile(r"[ \t>*•+-]*[*_]{0,3}\[[^\[\]\n]{1,500}\]\([^\n]*\)[*_]{0,3}[ \t]*[»›>→…]*[ \t]*$")
_SPOKEN = re.compile(r"[ \t>]*(?:[*+-][ \t]+)?(?:\*\*|__)[^*_\n]{1,40}(?::(?:\*\*|__)|(?:\*\*|__)[ \t]?:)")
_FENCE = re.compile(r"(`{3,}|~{3,})([^`]*)$")
_WRITERS = 3  # of one article, of whom its end tells


def mark(text: str, body: int, known: Sequence[Region], author: str = "") -> list[Region]:
    r"""The regions that a reader knew of, and those that the lines from `body` on tell of themselves.

    They are in order, and none overlaps another.

    >>> mark("It rained.\n\nReported by A. Holm.", 0, [])
    [Region(start=12, end=32, why='footer')]
    """
    seen = plain(text)
    found = _found(seen.text, seen.within(0, body)[1], author)
    return _apart([*known, *(Region(*seen.span(region.start, region.end), region.why) for region in found)])


def _found(text: str, body: int, author: str) -> list[Region]:
    whole = list(_lines(text, body))
    code = _code(whole)
    inside = {at for first, last in code for at in range(first, last)}
    lines = [line for at, line in enumerate(whole) if at not in inside] if code else whole
    kinds = [kind_of(line.words) for line in lines]
    blocks = [(*block, "related list") for block in related(lines)]
    blocks += [(place, place + 1, "related list") for place in pointers(lines)]
    said = comments(lines)
    if said is not None:
        blocks.append((*said, "comments"))
    blocks += _last(lines, kinds, blocks, author)
    found = [Region(whole[first].start, whole[last - 1].end, "code") for first, last in code]
    found += [Region(line.start, line.end, why) for line, why in zip(lines, kinds, strict=True) if why]
    found += [Region(lines[first].start, lines[last - 1].end, why) for first, last, why in blocks]
    for line in lines:
        words = text[line.start : line.end]
        opening = DATELINE.match(text, line.start) if "-" in words or "–" in words or "—" in words else None  # it has a dash
        if opening is not None:
            found.append(Region(*opening.span(), "dateline"))
        if "/" in words or "<" in words or "](" in words:  # without one of them it holds no address
            found += (Region(*inner.span(), _why(inner)) for inner in INLINE.finditer(text, line.start, line.end))
    return found


def _code(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The blocks of code between fences, as places in the lines; none where all of the prose stands in them."""
    blocks: list[tuple[int, int]] = []
    opened = -1
    for at, line in enumerate(lines):
        match = _FENCE.match(line.words)
        if match is None:
            continue
        if opened < 0:
            opened = at
        elif not match[2] and match[1].startswith(lines[opened].words[:3]):
            blocks.append((opened, at + 1))
            opened = -1
    inside = {at for first, last in blocks for at in range(first, last)}
    return blocks if any(is_prose(line) for at, line in enumerate(lines) if at not in inside) else []


def _last(
    lines: Sequence[Line], kinds: Sequence[str], blocks: Iterable[tuple[int, int, str]], author: str
) -> Iterable[tuple[int, int, str]]:
    """What is no prose only because nothing but furniture stands behind it, as places in the lines."""
    taken = {at for first, last, _ in blocks for at in range(first, last)} | {at for at, why in enumerate(kinds) if why}
    end = len(lines)
    while end and (end - 1 in taken or is_pointer(lines[end - 1])):
        end -= 1
        if end not in taken:
            yield end, end + 1, "related list"
    for at in range(end - 1, max(end - 1 - _WRITERS, -1), -1):
        before = [line.words for place, line in enumerate(lines[:at]) if place not in taken and is_prose(line)]
        if not before or not is_biography(lines[at].words, author, before):
            break
        yield at, at + 1, "biography"


def _lines(text: str, body: int) -> Iterable[Line]:
    """The lines that are not blank, from their first word to their last."""
    for match in _NOT_BLANK.finditer(text, body):
        words = match[0]
        bare = unmarked(words)[0]
        if bare is words:  # no heading, no link, and nobody's words
            yield Line(*match.span(), words)
        else:
            yield Line(*match.span(), bare.strip(), *(sign.match(words) is not None for sign in (_HEADING, _LINK, _SPOKEN)))


def _why(inner: re.Match[str]) -> str:
    return "address" if inner.lastgroup in ("web", "address") else str(inner.lastgroup)


def _apart(regions: Iterable[Region]) -> list[Region]:
    """The regions in order, each without what the one before it has."""
    out: list[Region] = []
    done = 0
    for region in sorted(regions, key=lambda one: (one.start, -one.end)):
        start = max(region.start, done)
        if start < region.end:
            out.append(Region(start, region.end, region.why))
            done = region.end
    return out
