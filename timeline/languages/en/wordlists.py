"""Tables of words, written as one text, and a regex of any of them."""

from __future__ import annotations

import re


def words_of(text: str) -> frozenset[str]:
    """The words of a text that is a table."""
    return frozenset(text.split())


def one_of(words: frozenset[str]) -> str:
    """A regex of one of the words.

    >>> one_of(words_of("won lost"))
    '(?:lost|won)'
    """
    return f"(?:{'|'.join(map(re.escape, sorted(words)))})"
