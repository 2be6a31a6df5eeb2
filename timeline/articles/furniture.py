"""What in an article is no prose of its own: share bars, bylines, datelines, footers, notices, comments. Marked, not cut out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model import Region

LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|$)")
DATELINE = re.compile(r"[A-Z][^a-z\n]{2,40}[^\n]{0,60}?\d[^\n]{0,30}?[ \t](?:—|–|--|-)[ \t]")
SHARE = re.compile(
    r"(?:from|send to|share(?: this.*| on.*)?|tweet|print|e-?mail|comments?|advertisement|read more.*|subscribe.*|follow us.*"
    r"|related(?: articles?| stories)?:?|save|listen|facebook|twitter|whatsapp|copy link|sign up.*)$",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"(?:the post .+ appeared first on |reported by |(?:re)?(?:translated|edited|written|composed|compiled) by |©|\(c\) "
    r"|copyright |all rights reserved|by .{3,60}\([^)]*@[^)]*\))",
    re.IGNORECASE,
)


def mark(text: str, body: int, known: Sequence[Region]) -> list[Region]:
    r"""The regions that a reader knew of, and those that the lines from `body` on tell of themselves; in order.

    >>> mark("It rained.\n\nReported by A. Holm.", 0, [])
    [Region(start=12, end=32, why='footer')]
    """
    found = list(known)
    for match in LINE.finditer(text, body):
        line = match[1].strip()
        if _FOOTER.match(line) and not any(r.start <= match.start(1) < r.end for r in known):
            found.append(Region(match.start(1), match.end(1), "footer"))
        if match.end() >= len(text):
            break
    return sorted(found, key=lambda region: region.start)
