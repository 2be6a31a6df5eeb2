"""Bytes in, text out: which encoding it is, and how we know. Never silently wrong: a guess says that it is one."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from timeline.errors import ArticleError


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and a note where that is a guess."""

    text: str
    encoding: str
    note: str = ""


def decode(raw: bytes, declared: str = "", given: str = "") -> Decoded:
    """The text of the bytes. `given` is what a person says the encoding is, `declared` what the file says of itself.

    Raises ArticleError where the bytes are no text.

    >>> decode("Où?".encode("utf-8-sig"))
    Decoded(text='Où?', encoding='utf-8', note='')
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Decoded(raw.decode("utf-16"), "utf-16")
    if b"\0" in raw:
        raise ArticleError("not a text file: it holds NUL bytes")
    try:
        return Decoded(raw.decode(given or "utf-8-sig"), given or "utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ArticleError(f"not UTF-8 (line {line}): save it as UTF-8") from None
