"""Reads .odt as its program shows it: notes, comments and what was deleted are left out.

Through lxml: odfpy prints what it can't parse, and gives the part before it as if it were all.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from timeline.articles.draft import Draft
from timeline.articles.office import Marks, parts, text_of
from timeline.articles.properties import tell
from timeline.articles.source import Source
from timeline.articles.text import prose
from timeline.errors import ArticleError

_PROGRAM = "LibreOffice"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_MARKS = Marks(
    paragraphs=frozenset((f"{_TEXT}p", f"{_TEXT}h")),
    out=frozenset(
        (
            *(f"{_TEXT}{name}" for name in ("tracked-changes", "note", "ruby-text", "script")),
            *(f"{_OFFICE}{name}" for name in ("annotation", "annotation-end", "forms")),
            *(f"{_SVG}{name}" for name in ("title", "desc")),
        )
    ),
    signs={f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " "},
    rows=frozenset((f"{_TABLE}table-row",)),
    cells=frozenset((f"{_TABLE}table-cell",)),
)


def read(source: Source) -> Iterator[Draft]:
    """The one article of a file in the OpenDocument format."""
    raw, names = parts(source, "content.xml", _PROGRAM)
    try:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            manifest, meta, content = (
                packed.read(name) if name in names else b"" for name in ("META-INF/manifest.xml", "meta.xml", "content.xml")
            )
    except Exception as error:  # it raises what struct, zlib and the codecs raise, too
        raise ArticleError(_damaged(error)) from None
    if b"encryption-data" in manifest:
        raise ArticleError("it is encrypted: save it without a password")
    draft = prose(_text(content))
    told = _properties(meta)
    tell(draft, told.get("title", ""), told.get("initial-creator") or told.get("creator", ""), told.get("creation-date", ""))
    draft.language = draft.language or told.get("language", "")
    yield draft


def _text(content: bytes) -> str:
    from lxml import etree  # late: only such files need it

    try:
        body = etree.fromstring(content, _parser()).find(f"{_OFFICE}body/{_OFFICE}text")
    except etree.XMLSyntaxError as error:
        raise ArticleError(_damaged(error)) from None
    if body is None:
        raise ArticleError(f"no text document: open it in {_PROGRAM} and save it as .odt")
    return text_of(body, _MARKS)


def _properties(meta: bytes) -> dict[str, str]:
    from lxml import etree

    try:
        found = etree.fromstring(meta, _parser()).find(f"{_OFFICE}meta")
    except etree.XMLSyntaxError:
        return {}
    return {} if found is None else {etree.QName(one).localname: one.text or "" for one in found.iterchildren("*")}


def _parser() -> Any:
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)


def _damaged(error: Exception) -> str:
    return f"damaged ({type(error).__name__}): open it in {_PROGRAM} and save it anew"
