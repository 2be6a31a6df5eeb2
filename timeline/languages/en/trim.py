"""A title on one line, and not too long."""

from __future__ import annotations

import re

LONGEST = 90  # characters; a label on the timeline and a cell of a table
_QUOTED = re.compile(r'"\s+([^"]*?)\s*"|"\s*([^"]*?)\s+"')
_BEFORE_STOP = re.compile(r"\s+([,.;:!?’'])(?=[\s,.;:!?]|$|s\b)")
_MARK = re.compile(r"[\"“”]")
_DOUBLE = re.compile(r",\s*(?=,)")
_AN = re.compile(r"\b([Aa])n (?=[bcdfgjklmnpqrstvwyzBCDGJKPQTVWYZ])")


def tidy(text: str) -> str:
    """One line, without blanks before stops, begun with a capital.

    >>> tidy('the "  Lion " , an  new one ,')
    'The "Lion", a new one'
    """
    text = " ".join(text.split())
    text = _DOUBLE.sub("", _BEFORE_STOP.sub(r"\1", text))
    if '"' in text:
        text = _QUOTED.sub(lambda m: f'"{m[1] or m[2] or ""}"', text)
    text = text.strip(" ,;:—–-.")
    if len(_MARK.findall(text)) % 2:
        text = re.sub(r'\s?["“”]\s?', lambda m: " " if " " in m[0] else "", text).strip(" ,")
    text = _AN.sub(r"\1 ", text)
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def cut(text: str, longest: int = LONGEST) -> str:
    """At most so many characters, with an ellipsis where words are left out."""
    return text if len(text) <= longest else text[: text.rfind(" ", 0, longest - 1)].rstrip(" ,;:") + "…"
