"""The phrases of time that stand in a text, each with its meaning, before any is resolved: scan, grammar, and a look around.

The same words always mean the same expression, so a run of time words is parsed once and kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from timeline.expr import Compared, Expr, Here, InFigures, Step, Units, counts_from_a_story, hangs_on_told, open_figures, parts_of
from timeline.grammar import NODATE, Token, pieces
from timeline.interval import Interval
from timeline.kind import counts_from
from timeline.languages.en import GRAMMAR, SCANNER, loose
from timeline.languages.en.context import JUDGED, check_of
from timeline.languages.en.traps import doubt_of, is_trap, kernel

_TYPES = {
    "DATE": "DATE",
    "RANGE": "DATE",
    "BESIDE": "DATE",
    "COUNT_OVER": "DATE",
    "HOUR_ALONE": "TIME",
    NODATE: "DATE",
    "VAGUE_DATE": "DATE",
    "DURATION": "DURATION",
    "SPAN": "DURATION",
    "SET": "SET",
}

Resolved = tuple[str, str, str | None, Interval | None]
"""TIMEX3 type, value and mod, and the interval."""


class Phrase:
    """A phrase as it was parsed, wherever it stands: its meaning, and what that came to for each anchor.

    `told` says that the meaning hangs on the dates told before, so that it has to be resolved each time;
    `open` that its figures may be read with the day or with the month first; `wary` that the words beside it tell
    how much of it is meant (`loose` for what ends in a bare number). `doubt` is what `is_trap` wants to know of it,
    None where it is a time wherever it stands.
    """

    __slots__ = (
        "compared",
        "counts",
        "doubt",
        "expr",
        "leans",
        "loose",
        "open",
        "parted",
        "resolved",
        "rule",
        "storied",
        "token",
        "told",
        "type",
        "wary",
    )

    def __init__(self, token: Token) -> None:
        rule = token.rule
        self.token = token
        self.expr: Expr | None = token.value
        parts = parts_of(self.expr)
        self.leans = self.expr is not None and self.expr.leans
        self.compared = self.expr if isinstance(self.expr, Compared) else None
        self.counts = counts_from(self.expr)
        self.told, in_figures, in_story = _asks(tuple(map(type, parts)))
        self.storied = in_story and counts_from_a_story(parts)
        self.open = in_figures and open_figures(parts) is not None
        self.type = _TYPES[token.kind]
        self.rule = rule
        self.doubt = doubt_of(token, judged=rule in JUDGED)
        self.loose = rule in loose.RULES or self.open
        self.parted = token.kind == "RANGE" or isinstance(self.expr, Units)
        self.wary = self.loose or rule == "part" or check_of(token) is not None
        self.resolved: dict[tuple[int | None, str], Resolved] = {}  # by day and lean


@cache
def _asks(kinds: tuple[type, ...]) -> tuple[bool, bool, bool]:
    """What expressions of these kinds ask for: the dates told before; the order of figures; whether it is a story, perhaps."""
    return hangs_on_told(kinds), InFigures in kinds, Here in kinds or Step in kinds


@lru_cache(maxsize=1 << 14)  # of some 3 KB each
def parse(run: str) -> tuple[Phrase, ...]:
    """The phrases of a run of time words."""
    found = (piece for token in GRAMMAR.parse(SCANNER.tokens(run)) if token.rule for piece in pieces(token))
    return tuple(Phrase(token) for token in found if token.kind in _TYPES)


def forget() -> None:
    """Empty the caches, for measuring."""
    parse.cache_clear()
    _asks.cache_clear()
    GRAMMAR.forget()


def phrases(text: str, low: str) -> Iterator[tuple[int, Phrase]]:
    """The phrases of the text, each with the offset of its run; what only looks like one is left out."""
    for offset, end in SCANNER.runs(text, low):
        for phrase in parse(text[offset:end]):
            if phrase.wary:
                yield from ((offset, seen) for seen in _seen(phrase, text, low, offset) if not _is_trap(seen, text, offset))
            elif not _is_trap(phrase, text, offset):
                yield offset, phrase


def _is_trap(phrase: Phrase, text: str, offset: int) -> bool:
    token, doubt = phrase.token, phrase.doubt
    return doubt is not None and is_trap(token, text, offset + token.start, offset + token.end, doubt)


def _seen(phrase: Phrase, text: str, low: str, offset: int) -> Iterator[Phrase]:
    """What the words beside a phrase leave of it: all, some of it, or nothing."""
    for token in loose.meant(phrase.token, text, offset) if phrase.loose else (phrase.token,):
        inner = kernel(token, text, offset + token.start)
        check = check_of(inner)
        start, end = offset + inner.start, offset + inner.end
        for left in (inner,) if check is None else check(inner, text, low, start, end):
            yield phrase if left is phrase.token else Phrase(left)
