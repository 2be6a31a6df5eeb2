"""What the first bytes of a file without an ending say it is, where that takes more than a pattern: a mail, a table."""

from __future__ import annotations

import codecs
import csv
import re

from timeline.articles.records import text_column
from timeline.articles.settings import Settings
from timeline.articles.table import best_delimiter, known_columns

_HEADER = re.compile(rb"([A-Za-z][A-Za-z-]*):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*(?:\r?\n|$)")
_OF_A_MAIL = frozenset((b"from", b"to", b"cc", b"subject", b"date", b"reply-to", b"return-path", b"delivered-to"))
_ONLY_OF_A_MAIL = frozenset((b"message-id", b"mime-version", b"received", b"content-transfer-encoding"))
_LONGEST_NAME = 40


def as_ascii(head: bytes) -> bytes:
    r"""The first bytes without a mark of their order, those of UTF-16 as UTF-8: so that patterns fit them.

    >>> as_ascii("<html>".encode("utf-16")), as_ascii(b"\xef\xbb\xbf{}")
    (b'<html>', b'{}')
    """
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace").encode("utf-8", "replace")
    return head.removeprefix(codecs.BOM_UTF8)


def ending_of(head: bytes, settings: Settings) -> str:
    r"""The ending that a mail or a table would have; "" for what is neither. Prose is never a table.

    >>> ending_of(b"date,title,text\n2020-05-08,Gone,The ferry sank.\n", Settings())
    '.csv'
    >>> ending_of(b"Date, title and text\n\nare what we need, she said, to begin with.\n", Settings())
    ''
    """
    if _is_mail(head):
        return ".eml"
    return ".csv" if _is_table(head, settings) else ""


def _is_mail(head: bytes) -> bool:
    names, at = set(), 0
    if head.startswith(b"From "):  # the line that parts the mails of a mailbox
        at = head.find(b"\n") + 1
    while (match := _HEADER.match(head, at)) is not None:
        names.add(match[1].lower())
        at = match.end()
    return len(names & _OF_A_MAIL) + len(names & _ONLY_OF_A_MAIL) >= 3 and bool(
        names & _ONLY_OF_A_MAIL or {b"from", b"to"} <= names
    )


def _is_table(head: bytes, settings: Settings) -> bool:
    """Whether the first line names columns, two known ones at least and that of a text, and the second is a row."""
    rows = head.decode("utf-8", "replace").lstrip().splitlines()
    if len(rows) < 2:
        return False
    delimiter = best_delimiter(rows[0], settings)
    try:
        names = next(csv.reader([rows[0]], delimiter=delimiter), [])
    except csv.Error:
        return False
    return (
        len(names) >= 2
        and all(len(name) <= _LONGEST_NAME and not name[:1].isspace() for name in names)
        and text_column(names, settings)
        and known_columns(rows[0], delimiter, settings) >= 2
        and delimiter in rows[1]
    )
