"""A dump as text, in a stream or line by line: none is too large, no line so long that it fills the memory.

A line that is no UTF-8 is read in the encoding that all such lines of the file have (which is a guess, and
says so): one broken character in a large file is no reason to read the rest of it differently.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from timeline.articles.decoding import decode
from timeline.articles.settings import MB
from timeline.articles.source import Source, too_large
from timeline.errors import ArticleError

_ENDLESS = 100  # times the largest article: no such line is waited for
_SAMPLE = 64_000  # bytes of lines that are no UTF-8: they tell their encoding
_LOOKED_AT = 8 * MB  # bytes of the file, in search of them
_UTF_8 = "utf-8-sig"  # with its mark or without
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Line(NamedTuple):
    """A line with its end, and its number from 1; `note` where its encoding is a guess, `fault` why it has no text."""

    number: int
    text: str
    note: str = ""
    fault: str = ""


def lines(source: Source) -> Iterator[Line]:
    r"""All lines of a file, those that end in `\r`, too. Raises ArticleError for a file that is no text.

    >>> from pathlib import Path
    >>> part = Source(Path("a.jsonl"), "a.jsonl").stream("Où?\nLà.".encode(), ".jsonl")
    >>> [(line.number, line.text) for line in lines(part)]
    [(1, 'Où?\n'), (2, 'Là.')]
    """
    largest = source.settings.largest
    mending = Mending(source)
    with text_of(source) as stream:
        number = 0
        while text := stream.readline(largest + 1):
            number += 1
            if len(text) <= largest or text.endswith(("\n", "\r")):
                yield Line(number, *mending.mended(text))
            else:
                _pass_over(stream, largest)
                yield Line(number, "", fault=too_large(largest))


@contextmanager
def text_of(source: Source) -> Iterator[io.TextIOWrapper]:
    """The text of a file as a stream, its line ends as they are. Bytes that can't be decoded stay in it, escaped: see Mending."""
    encoding = _encoding(source)
    with source.open() as raw:
        stream = io.TextIOWrapper(raw, encoding, "surrogateescape", newline="")
        try:
            yield stream
        except UnicodeError:
            raise ArticleError(_not_in(encoding)) from None
        finally:
            stream.detach()  # or it would close what is not its own


class Mending:
    """Decodes what text_of() left escaped: in the one encoding that all such lines of the file are in, by all signs."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._guess: tuple[str, str] | None = None

    def mended(self, text: str) -> tuple[str, str, str]:
        """The text, a note where its encoding is a guess, and a fault where it can't be decoded."""
        if text.isascii() or _is_whole(text):
            return text, "", ""
        if self._guess is None:
            self._guess = _guess(self._source)
        encoding, note = self._guess
        if not encoding:
            return "", "", note
        raw = text.encode("utf-8", "surrogateescape")
        if encoding == "utf-8":  # with a few broken characters
            return raw.decode("utf-8", "replace"), "a few characters could not be read as UTF-8: '\ufffd' stands there", ""
        try:
            return raw.decode(encoding), note, ""
        except UnicodeError:
            return "", "", f"its text is neither UTF-8 nor {encoding}: save the file as UTF-8"


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _encoding(source: Source) -> str:
    """The encoding of the file as a whole: as a person says, as its mark tells, else UTF-8, if not in every line."""
    head = source.head()
    if source.encoding:
        return source.encoding
    for mark, encoding in _WIDE:
        if head.startswith(mark):
            return encoding
    if b"\0" in head:
        return decode(head[: len(head) // 2 * 2]).encoding  # UTF-16 without its mark; else it says that this is no text
    return _UTF_8


def _guess(source: Source) -> tuple[str, str]:
    """The encoding of the lines that are no UTF-8 and a note that says so; no encoding, and why."""
    if (encoding := _encoding(source)) != _UTF_8:
        return "", _not_in(encoding)
    sample, size = b"", 0
    with source.open() as stream:
        while size < _LOOKED_AT and len(sample) < _SAMPLE and (line := stream.readline(MB)):
            size += len(line)
            try:
                line.decode()
            except UnicodeDecodeError:
                sample += line
    try:
        decoded = decode(sample)
    except ArticleError as error:
        return "", str(error)
    return decoded.encoding, decoded.note or f"some lines are no UTF-8: read as {decoded.encoding}"


def _pass_over(stream: io.TextIOWrapper, largest: int) -> None:
    """Go to the end of the line."""
    for _ in range(_ENDLESS):
        text = stream.readline(largest)
        if not text or text.endswith(("\n", "\r")):
            return
    raise ArticleError(f"a line of more than {_ENDLESS * largest / MB:g} MB: all from there on is left out")


def _not_in(encoding: str) -> str:
    return f"its text is not {encoding}: name its encoding in articles.yaml, or save it as UTF-8"
