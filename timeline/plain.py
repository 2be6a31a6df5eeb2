r"""A text as it reads: without what is invisible, with plain blanks and line ends; and the way back to its own offsets.

Words are looked for in this, so that a soft hyphen in "Satur\u00adday" or a mark of direction around a date hides
nothing. What is found is told by the offsets of the text itself, which keeps every character.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass

_NAMES = {
    "\u00ad": "soft hyphen",
    "\u061c": "direction mark",
    "\u180e": "zero-width space",
    "\u200b": "zero-width space",
    "\u200c": "zero-width joiner",
    "\u200d": "zero-width joiner",
    "\u2060": "zero-width space",
    "\ufeff": "zero-width space",
    **{chr(code): "direction mark" for code in (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))},
    **{chr(code): "invisible sign" for code in (*range(0x2061, 0x2065), *range(0x206A, 0x2070))},
}
_INVISIBLE = re.compile(f"[{''.join(_NAMES)}]|\r(?=\n)")
_JOINERS = "\u200c\u200d"  # part of how scripts other than ours, and emoji, are written
_FLAGGED = re.compile(f"[{''.join(set(_NAMES) - set(_JOINERS))}]|(?<=[\x00-\u024f])[{_JOINERS}]")
# None of these ends a line, whatever other programs make of them.
_BLANKS = "".join(map(chr, (0x0B, 0x0C, *range(0x1C, 0x20), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029)))
_BLANKS += "\u202f\u205f\u3000"
_BLANK = re.compile(f"[{_BLANKS}]")
_ODD = re.compile(f"[\r{_BLANKS}{''.join(_NAMES)}]")
_ODD_IN_ASCII = tuple(sign for sign in "\r" + _BLANKS if sign.isascii())


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as it reads, and the places of the characters that it lacks, told in the text that has them."""

    text: str
    lacks: tuple[int, ...] = ()
    _cuts: tuple[int, ...] = ()  # where they would stand in the plain text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text itself of one in the plain text; what is invisible around it stays outside."""
        low = start + bisect_right(self._cuts, start)
        return low, (end + bisect_right(self._cuts, end - 1) if end > start else low)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The span in the plain text of one in the text itself."""
        return start - bisect_left(self.lacks, start), end - bisect_left(self.lacks, end)


def plain(text: str) -> Plain:
    r"""The text as it reads; the same text where there is nothing odd in it.

    >>> read = plain("on Satur\u00adday,\r\n5\u00a0May")
    >>> read.text, read.span(3, 11)
    ('on Saturday,\n5 May', (3, 12))
    """
    if not _is_odd(text):
        return Plain(text)
    lacks = [match.start() for match in _INVISIBLE.finditer(text)]
    seen = _BLANK.sub(" ", _INVISIBLE.sub("", text)).replace("\r", "\n")
    return Plain(seen, tuple(lacks), tuple(place - index for index, place in enumerate(lacks)))


def _is_odd(text: str) -> bool:
    """Whether it holds anything that a text as it reads does not."""
    if text.isprintable():  # as most lines are: but for the blank it has no separators, and nothing invisible
        return False
    if text.isascii():
        return any(sign in text for sign in _ODD_IN_ASCII)
    return _ODD.search(text) is not None


def flag(text: str) -> str:
    r"""A note on the invisible characters of a text; "" where there are none.

    >>> flag("Satur\u00adday \u2066Friday\u2069")
    'it holds 3 invisible characters (direction mark 2, soft hyphen 1): they are kept, and passed over where dates are read'
    >>> flag("👩\u200d🚀")
    ''
    """
    if not _is_odd(text):
        return ""
    counts = Counter(_NAMES[sign] for sign in _FLAGGED.findall(text))
    if not counts:
        return ""
    kinds = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
    characters = "character" if counts.total() == 1 else "characters"
    return f"it holds {counts.total()} invisible {characters} ({kinds}): they are kept, and passed over where dates are read"
