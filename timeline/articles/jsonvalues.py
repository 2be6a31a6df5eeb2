"""The values of a JSON text one after the other, without the text as a whole: for lists of any length."""

from __future__ import annotations

import io
import json
import re
from typing import Any

from timeline.articles.lines import Mending
from timeline.articles.source import too_large
from timeline.errors import ArticleError

_PIECE = 65_536  # characters that are read at first


class Values:
    r"""Reads values from a stream of text; what stands between them, peek() shows.

    >>> from timeline.articles.source import Source
    >>> from pathlib import Path
    >>> values = Values(io.StringIO('{"a": 1},\n[2]'), Mending(Source(Path("a.json"), "a.json")))
    >>> values.next(99), values.peek(",")
    (({'a': 1}, ''), '[')
    """

    def __init__(self, stream: io.TextIOBase, mending: Mending) -> None:
        self._stream = stream
        self._mending = mending
        self._text = ""  # what is read, and not yet dropped
        self._at = 0  # in it: how far it is used
        self._ended = False
        self._lines = 0  # that were dropped
        self._columns = 0  # of the last line that were dropped

    def peek(self, passing: str = "") -> str:
        """The next character behind blanks and what is `passing`; "" at the end."""
        between = re.compile(f"[ \\t\\r\\n{passing}]*")
        while True:
            self._at = between.match(self._text, self._at).end()  # type: ignore[union-attr]  # it fits everywhere
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more(_PIECE):
                return ""

    def skip(self) -> None:
        """Pass the character that peek() gave."""
        self._at += 1

    def next(self, largest: int, mend: str = "") -> tuple[Any, str]:
        """The value that begins here, and a note on its encoding.

        Raises ArticleError where it is broken or larger than `largest` characters; `mend` says what to do then.
        """
        decoder = json.JSONDecoder(strict=False)
        while True:
            fault = ""
            try:
                value, end = decoder.raw_decode(self._text, self._at)
                if end < len(self._text) or self._ended or isinstance(value, dict | list | str):
                    return self._taken(value, end)
            except RecursionError:
                fault = "lists in lists, too deep to be read"
            except ValueError as error:
                if self._ended or self._is_broken(error):
                    fault = fault_of(error, self._lines, self._columns)
                elif len(self._text) - self._at > largest:
                    fault = mend or too_large(largest)
            if fault:
                raise ArticleError(fault)
            had = len(self._text) - self._at  # twice as much each time: what is tried again stays little
            self._more(min(max(_PIECE, had), largest + 1 - had))

    def _taken(self, value: Any, end: int) -> tuple[Any, str]:
        text, note, fault = self._mending.mended(self._text[self._at : end])
        if fault:
            raise ArticleError(fault)
        self._at = end
        return (json.loads(text, strict=False), note) if note else (value, "")

    def _is_broken(self, error: ValueError) -> bool:
        """Whether it is wrong for sure, and not only cut off where the text that is read ends."""
        if not isinstance(error, json.JSONDecodeError):
            return True
        return error.pos < len(self._text) - 20 and not error.msg.startswith("Unterminated string")

    def _more(self, count: int) -> bool:
        """Read on; what is used is dropped."""
        newline = self._text.rfind("\n", 0, self._at)
        self._columns = self._at - newline - 1 if newline >= 0 else self._columns + self._at
        self._lines += self._text.count("\n", 0, self._at)
        piece = self._stream.read(count)
        self._ended = not piece
        self._text = self._text[self._at :] + piece
        self._at = 0
        return bool(piece)


def fault_of(error: ValueError, lines_before: int = 0, columns_before: int = 0) -> str:
    """What is wrong with a piece of JSON, and where in the file it is.

    >>> try:
    ...     json.loads('{"a": 1,,}')
    ... except ValueError as error:
    ...     fault_of(error, 4).split(":")[0]
    'broken JSON at line 5, column 9'
    """
    if not isinstance(error, json.JSONDecodeError):
        return "broken JSON: a number of thousands of digits"  # the only other fault there is
    column = error.colno + (columns_before if error.lineno == 1 else 0)
    said = error.msg[:1].lower() + error.msg[1:].removesuffix(" starting at")
    return f"broken JSON at line {lines_before + error.lineno}, column {column}: {said}"
