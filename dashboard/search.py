"""What is looked for, as it is typed: words, "phrases" and -not; accents and case make no difference. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TERM = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
_QUOTES = str.maketrans("“”„«»", '"""""', "\u00ad")
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "’": "'"})


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase, folded; `out` says that it must not occur."""

    text: str
    out: bool = False


@lru_cache(maxsize=64)
def terms(query: str) -> tuple[Term, ...]:
    """The words and phrases of a query.

    >>> [(term.text, term.out) for term in terms('Malmö "ran  aground" -pier')]
    [('malmo', False), ('ran aground', False), ('pier', True)]
    """
    found = [
        Term(fold(phrase or word), bool(minus) and bool(phrase or word))
        for minus, phrase, word in _TERM.findall(query.translate(_QUOTES))
    ]
    return tuple(term for term in found if term.text.strip("-"))


def fold(text: str) -> str:
    r"""A text as it is compared: without case, accents and runs of white space.

    >>> fold("Málmø  STRASSE\nŁódź") == fold("malmo straße lodz")
    True
    """
    if text.isascii():  # most of it, and several times faster
        return " ".join(text.lower().split())
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.translate(_PLAIN).split())


def fits(query: str, text: str) -> bool:
    """Whether a folded text has all that is looked for and nothing that is not.

    >>> fits("ferry -pier", "the ferry sails"), fits("ferry -sails", "the ferry sails")
    (True, False)
    """
    return all((term.text in text) is not term.out for term in terms(query))
