"""A text as dates are looked for in it: the marks of Markdown are blanks, addresses of the web are letters. Offsets hold."""

from __future__ import annotations

import re

# Of Markdown: what is no part of a word.
_EMPHASIS = re.compile(r"(?<![^\W_])[*_]{1,3}(?=[^\W_])|(?<=[^\W_]|[.,;:!?])[*_]{1,3}(?![^\W_])")
# They hold figures and words that are no dates: /2023/q3, ?day=monday.
_ADDRESS = re.compile(r"(?<![\w.-])(?:https?://|www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu)/)\S*[^\s.,;:!?)\]}>\"'”’]")


def masked(text: str) -> str:
    """The text with the same offsets, without what hides a date or only looks like one; itself where there is nothing such.

    >>> masked("on **Friday**: see www.example.org/2023/q3.")
    'on   Friday  : see xxxxxxxxxxxxxxxxxxxxxxx.'
    """
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(_blanks, text)
    if "://" in text or "www." in text or ".com/" in text:
        text = _ADDRESS.sub(_letters, text)
    return text


def _blanks(marks: re.Match[str]) -> str:
    return " " * len(marks[0])


def _letters(address: re.Match[str]) -> str:
    return "x" * len(address[0])
