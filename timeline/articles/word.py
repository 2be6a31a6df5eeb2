"""Reads .docx as Word shows it: what was inserted counts, what was deleted doesn't; notes and comments are left out."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from timeline.articles.draft import Draft
from timeline.articles.office import Marks, parts, text_of
from timeline.articles.properties import tell
from timeline.articles.source import Source
from timeline.articles.text import prose
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARKS = Marks(
    paragraphs=frozenset((f"{_W}p",)),
    out=frozenset(
        (f"{_W}pPr", f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
    ),
    signs={f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"},
    words=frozenset((f"{_W}t",)),
    rows=frozenset((f"{_W}tr",)),
    cells=frozenset((f"{_W}tc",)),
)


def read(source: Source) -> Iterator[Draft]:
    """The one article of a Word file."""
    raw, _ = parts(source, "word/document.xml", "Word")
    import docx  # late: only Word files need it

    try:
        document = docx.Document(BytesIO(raw))
        text = text_of(document.element.body, _MARKS)
        title, author, made, language = _properties(document)
    except Exception as error:  # what it raises on damaged files is anything
        raise ArticleError(f"damaged ({type(error).__name__}): open it in Word and save it anew") from None
    draft = prose(text)
    tell(draft, title, author, made)
    draft.language = draft.language or language
    yield draft


def _properties(document: Document) -> tuple[str, str, str, str]:
    told = document.core_properties
    try:
        made = told.created
    except ValueError:  # no date
        made = None
    if told.author == "python-docx":  # the day is that of its template
        made = None
    return told.title or "", told.author or "", made.date().isoformat() if made else "", told.language or ""
