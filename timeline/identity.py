"""Ids that stay: of an article from its text, of a source from its sentence and phrase. Never from a date."""

from __future__ import annotations

import hashlib
import unicodedata

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u to misread
_LENGTH = 13  # 65 bits: among a million ids a chance of about 1 in 70 million that two are the same


def short_id(*parts: str) -> str:
    """13 characters of base 32 from the parts; the same parts give the same id on every machine.

    >>> short_id("a", "b")
    'y16dsvcq6tk9v'
    """
    hashed = hashlib.sha256("\x1f".join(parts).encode()).digest()
    number = int.from_bytes(hashed[:9], "big") >> (72 - 5 * _LENGTH)
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(5 * (_LENGTH - 1), -1, -5))


def normalised(text: str) -> str:
    r"""What is the same to a reader: composed characters, straight quotes, single blanks.

    >>> normalised(" It’s\n late ")
    "It's late"
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_QUOTES)
    return " ".join(text.split())


_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})


def digest(text: str) -> str:
    """SHA-256 of the text as UTF-8, in hexadecimal: the name under which a text is kept."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_key(body: str) -> str:
    """The key of an article, from its text without front matter: a renamed or moved article keeps it."""
    return short_id("article", normalised(body))


def source_id(key: str, sentence: str, phrase: str, occurrence: int) -> str:
    """The id of a source: which article, which sentence, which phrase, and the how-manieth of its kind (from 0)."""
    return short_id("source", key, normalised(sentence), normalised(phrase), str(occurrence))
