"""The words right beside an English phrase, and whether it stands alone."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.grammar import Token

Seen = Callable[[Token, str, str, int, int], Token | None]
"""A look at what stands beside a phrase: the phrase, the text, the text in lower case, where it begins and ends; what is left."""

_BEFORE = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s])\s*$")
_AFTER = re.compile(r"(\s*)([^\W\d_]+|[^\w\s])")
# What may go on behind a phrase that stands alone: no noun, and no subject of a clause.
GOES_ON = frozenset("and but or when where while as at in on with for from by after before during to of since until".split())
VERBS = frozenset("was were is are had has have will would did may might could can".split())
SUBJECTS = frozenset("the a an he she it they we i you his her its their our my this these those there nobody everyone".split())


def word_before(text: str, start: int) -> str:
    """The word or the sign before a phrase, "" where there is none near."""
    found = _BEFORE.search(text, max(0, start - 24), start)
    return found[1] if found else ""


def word_behind(text: str, end: int) -> str:
    """The word or the sign behind a phrase, "" where there is none near; "-" and the like only where they stand close."""
    found = _AFTER.match(text, end, end + 24)
    return found[2] if found else ""


def stands_alone(text: str, end: int) -> bool:
    """Whether nothing hangs on the phrase that ends there: neither a noun nor a clause."""
    after = word_behind(text, end)
    return not after.isalpha() or after in GOES_ON
