"""Lines as they stand on the pages of a print, in; the text as it was written, out: paragraphs whose sentences are whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple


class Printed(NamedTuple):
    """A line on a page: its words, where it begins (x to the right, y up; None if unknown), and the size of its letters."""

    text: str
    x: float | None = None
    y: float | None = None
    size: float = 0.0


def reflow(pages: Sequence[Sequence[Printed]]) -> str:
    r"""The text of the pages, a blank line between paragraphs, without page numbers and heads that return.

    >>> reflow([[Printed("The new govern-"), Printed("ment met in May.")]])
    'The new government met in May.'
    """
    kept = [_without_furniture(page, _returning(pages), first=not number) for number, page in enumerate(pages)]
    lines = [line for page in kept for line in page]
    widths = _widths(lines)
    paragraphs: list[str] = []
    before: Printed | None = None
    for page in kept:
        leading = _leading(page)
        for place, line in enumerate(page):
            if before is not None and not _ends(before, line, widths, leading if place else None):
                paragraphs[-1] = join(paragraphs[-1], line.text)
            else:
                paragraphs.append(line.text)
            before = line
    return "\n\n".join(paragraphs)


# ---------------------------------------------------------------- heads, feet, page numbers


_NUMBER = re.compile(
    r"\W*(?:page|pg\.?|p\.|seite|página|pagina|стр\.?)?\s*\d{1,4}(?:\s*(?:of|/|von|de|sur|из)\s*\d{1,4})?\W*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_EDGE = 2  # lines at the top and the bottom where heads and feet stand


def _shape(text: str) -> str:
    return _DIGITS.sub("0", text.casefold())


def _returning(pages: Sequence[Sequence[Printed]]) -> set[str]:
    """The shapes of the lines that stand at the edge of most pages; numbers in them may differ."""
    seen = Counter(shape for page in pages for shape in {_shape(line.text) for line in (*page[:_EDGE], *page[-_EDGE:])})
    return {shape for shape, count in seen.items() if count > 1 and count > len(pages) / 2}


def _without_furniture(page: Sequence[Printed], returning: set[str], *, first: bool) -> list[Printed]:
    """The lines of a page; the first page keeps its head, which may hold the day."""
    edges = {*range(_EDGE), *range(len(page) - _EDGE, len(page))}
    return [
        line
        for place, line in enumerate(page)
        if place not in edges
        or not (_NUMBER.fullmatch(line.text) or (_shape(line.text) in returning and not (first and place < _EDGE)))
    ]


# ---------------------------------------------------------------- where a paragraph ends


_ENDED = re.compile(r"[.!?:…。！？][\"'”’»)\]]*$")
_SHORT = 0.75  # of the widest line in letters of that size
_APART = 1.3  # of the usual distance of lines
_ITEM = re.compile(r"[•▪●◦–—*-]\s|\(?\d{1,2}[.)]\s")


def _widths(lines: Sequence[Printed]) -> dict[int, int]:
    widest: dict[int, int] = {}
    for line in lines:
        widest[round(line.size)] = max(widest.get(round(line.size), 0), len(line.text))
    return widest


def _leading(page: Sequence[Printed]) -> float:
    """The usual distance of the lines of a page; 0 if it can't be told."""
    steps = [
        above.y - below.y for above, below in pairwise(page) if above.y is not None and below.y is not None and above.y > below.y
    ]
    return median(steps) if len(steps) > 2 else 0.0


def _ends(before: Printed, line: Printed, widths: dict[int, int], leading: float | None) -> bool:
    """Whether a paragraph ends between two lines; `leading` is None where a page ends, too."""
    if abs(before.size - line.size) > 0.1 * max(before.size, line.size) or _ITEM.match(line.text):
        return True
    ended = _ENDED.search(before.text) is not None
    if _HYPHEN.search(before.text) or line.text[0].islower():
        return False
    short = len(before.text) < _SHORT * widths[round(before.size)]
    if leading is None or before.y is None or line.y is None or line.y > before.y:  # another page, another column
        return ended or short
    if leading and before.y - line.y > _APART * max(leading, 0.9 * line.size):
        return True
    indented = before.x is not None and line.x is not None and line.x - before.x > 0.8 * line.size
    return short or (ended and indented)


# ---------------------------------------------------------------- one line and the next


_HYPHEN = re.compile(r"[^\W\d_]([-‐\u00ad])$")
_KEEPS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|mid|half|long|well|self|non|ex|year|month|week|day|hour)-$",
    re.IGNORECASE,
)  # "three-week", "mid-morning", "year-old"


def join(before: str, line: str) -> str:
    """Two lines as one: a word that was cut is whole again where it goes on in lower case.

    >>> join("the govern-", "ment"), join("a three-", "week stay"), join("in mid-", "April"), join("the", "end")
    ('the government', 'a three-week stay', 'in mid-April', 'the end')
    """
    cut = _HYPHEN.search(before)
    if cut is None:
        between = "" if _is_eastern(before[-1:]) and _is_eastern(line[:1]) else " "
        return f"{before}{between}{line}"
    if cut[1] != "\u00ad" and (not line[:1].islower() or _KEEPS.search(before)):
        return before + line
    return before[:-1] + line


def _is_eastern(c: str) -> bool:
    """A character of a script that has no spaces between words."""
    return "\u3000" <= c <= "\u9fff" or "\uff00" <= c <= "\uffef"


def lines_of(pieces: Sequence[tuple[str, float, float, float]]) -> Iterator[Printed]:
    """The lines of a page from its pieces of text, each with its x, y and size."""
    begun: list[str] = []
    place: tuple[float, float, float] | None = None
    for text, x, y, size in (*pieces, ("\n", 0.0, 0.0, 0.0)):
        for number, part in enumerate(text.split("\n")):
            if number:
                line = " ".join("".join(begun).split())
                if line:
                    yield Printed(line, *(place or (None, None, 0.0)))
                begun, place = [], None
            if part.strip() and place is None:
                place = (x, y, size)
            begun.append(part)
