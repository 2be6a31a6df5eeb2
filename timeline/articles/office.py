"""The packing that .docx and .odt share: a zip of XML, looked at before anything of it is unpacked."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from timeline.articles.source import Source, too_large
from timeline.errors import ArticleError

_MOST_PARTS = 5000
_XML = 2  # times the size of an article may its XML be: marks around every word
_LONGEST_ROW = 400  # characters; what is longer was put into a table for its looks
_ALL = 20  # times with its pictures


def parts(source: Source, needed: str, program: str) -> tuple[bytes, frozenset[str]]:
    """The bytes of a file that was saved by an office program, and the names in it. Raises ArticleError where it is none."""
    raw, largest = source.content(), source.settings.largest
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise ArticleError(f"a file of an old {program}, or an encrypted one: open it there and save it as .docx or .odt")
    try:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            infos = packed.infolist()
            names = frozenset(info.filename for info in infos)
    except Exception as error:  # it raises what struct, zlib and the codecs raise, too
        raise ArticleError(f"damaged, or no file of {program} ({error}): open it there and save it anew") from None
    if needed not in names:
        raise ArticleError(f"no document of {program}: it holds no {needed}")
    if any(info.flag_bits & 1 for info in infos):
        raise ArticleError("it is encrypted: save it without a password")
    xml = sum(info.file_size for info in infos if info.filename.lower().endswith((".xml", ".rels")))
    if xml > _XML * largest or sum(info.file_size for info in infos) > _ALL * largest or len(infos) > _MOST_PARTS:
        raise ArticleError(f"unpacked it is {too_large(largest)}")
    return raw, names


# ---------------------------------------------------------------- paragraphs


_SPACE = re.compile(r"[ \t\r\n]+")  # of the XML, where signs stand for those that count


@dataclass(frozen=True, slots=True)
class Marks:
    """What the elements of a format mean: those that are paragraphs, that count for nothing, that stand for signs.

    `words` are those whose text counts, all where there are none; `rows` and `cells` are those of tables.
    """

    paragraphs: frozenset[str]
    out: frozenset[str]
    signs: Mapping[str, str]
    words: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()
    cells: frozenset[str] = frozenset()


def text_of(body: Any, marks: Marks) -> str:
    """All paragraphs below an element, a blank line between them, those of boxes where they stand; rows of tables as lines."""
    found: list[str] = []
    waiting = [body]
    while waiting:
        here = waiting.pop()
        if here.tag in marks.paragraphs:
            text, inside = _paragraph(here, marks)
            found.append(text.strip())
            waiting += reversed(inside)
        elif here.tag in marks.rows and (row := _row(here, marks)):
            found.append(row)
        elif here.tag not in marks.out:
            waiting += reversed(here)
    return "\n\n".join(filter(None, found))


def _row(row: Any, marks: Marks) -> str:
    """The cells of a row as one line; "" where they are no such cells, but the columns of a page."""
    cells: list[list[str]] = []
    waiting = [*reversed(row)]
    while waiting:
        here = waiting.pop()
        if here.tag in marks.rows:
            return ""
        if here.tag in marks.paragraphs:
            text, inside = _paragraph(here, marks)
            if inside or not cells or "\n" in text.strip():
                return ""
            cells[-1].append(text.strip())
        elif here.tag not in marks.out:
            if here.tag in marks.cells:
                cells.append([])
            waiting += reversed(here)
    line = " | ".join(filter(None, (" ".join(filter(None, cell)) for cell in cells)))
    return line if len(line) <= _LONGEST_ROW else ""


def _paragraph(paragraph: Any, marks: Marks) -> tuple[str, list[Any]]:
    """The text of a paragraph, and the paragraphs of the boxes that hang on it."""
    text: list[str] = []
    inside: list[Any] = []
    waiting = [*_inside(paragraph, marks)]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            text.append(here)
        elif here.tag in marks.paragraphs:
            inside.append(here)
        elif here.tag in marks.signs:
            text.append(marks.signs[here.tag])
        elif here.tag not in marks.out:
            waiting += _inside(here, marks)
    return "".join(text), inside


def _inside(element: Any, marks: Marks) -> Iterator[Any]:
    """What stands in an element, elements and texts, the last first."""
    for child in reversed(element):
        if child.tail and not marks.words:
            yield _SPACE.sub(" ", child.tail)
        if isinstance(child.tag, str):  # others are comments of XML
            yield child
    if element.text and (not marks.words or element.tag in marks.words):
        yield element.text if marks.words else _SPACE.sub(" ", element.text)
