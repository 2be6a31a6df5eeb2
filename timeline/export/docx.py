"""Word: a chronology with numbered citations.

The library makes the document, its styles and headings. Its rows and paragraphs are written as XML, a text a piece: made one
property at a time, as the library does, ten thousand events would take minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING
from xml.sax.saxutils import escape

from timeline.export.chronology import Chronology, Line, chronology
from timeline.export.selection import Selection
from timeline.export.wording import Citation

if TYPE_CHECKING:
    from docx.document import Document

_DATE, _WHAT = 2381, 6690  # twips: 4.2 cm, 11.8 cm
_BRACKETS, _DIGIT = 340, 140  # twips that the number of a citation needs, in bold
_BOLD, _ITALIC, _RAISED = "<w:b/>", "<w:i/>", '<w:vertAlign w:val="superscript"/>'


def write(selection: Selection, stream: IO[bytes]) -> list[str]:
    """Write the chronology: a table a year with dates and events, and the sources at the end."""
    import docx

    told = chronology(selection)
    document = docx.Document()
    document.core_properties.title = told.name[:255]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    _style(document)
    _fill(document, _body(told))
    document.save(stream)
    return []


def _style(document: Document) -> None:
    from docx.shared import Pt

    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    normal.paragraph_format.space_after = Pt(4)


def _fill(document: Document, parts: Iterable[str]) -> None:
    """Give the document a body of these pieces of XML, with the page settings that it had."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    before = document.element.body
    body = parse_xml(f"<w:body {nsdecls('w')}>{''.join(parts)}</w:body>")
    body.append(before[-1])
    document.element.replace(before, body)  # at once: to move its pieces one by one takes as long as all before them


def _body(told: Chronology) -> Iterator[str]:
    yield _paragraph(told.name, "Title")
    yield _paragraph(told.summary)
    for year, lines in told.years:
        yield _paragraph(year, "Heading1")
        yield _table(lines)
    if told.citations:
        yield _paragraph("Sources", "Heading1")
    room = _BRACKETS + _DIGIT * len(str(len(told.citations)))
    for number, cited in enumerate(told.citations, 1):
        yield _source(number, cited, room)


def _paragraph(text: str, style: str = "Normal") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(text)}</w:p>'


def _table(lines: Iterable[Line]) -> str:
    grid = f'<w:tblGrid><w:gridCol w:w="{_DATE}"/><w:gridCol w:w="{_WHAT}"/></w:tblGrid>'
    look = '<w:tblPr><w:tblW w:type="auto" w:w="0"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    return f"<w:tbl>{look}{grid}{''.join(map(_row, lines))}</w:tbl>"


def _row(one: Line) -> str:
    what = [_run(one.title)]
    if one.doubt:
        what.append(_run(f" ({one.doubt})", _ITALIC))
    what += [_run(f" [{number}]", _RAISED) for number in one.numbers]
    below = [*(f"Sources disagree: {other}" for other in one.others), *([one.note] if one.note else [])]
    paragraphs = ["".join(what), *(_run(text, _ITALIC) for text in below)]
    return f"<w:tr>{_cell(_DATE, [_run(one.date, _BOLD)])}{_cell(_WHAT, paragraphs)}</w:tr>"


def _cell(width: int, paragraphs: Iterable[str]) -> str:
    inside = "".join(f"<w:p>{each}</w:p>" for each in paragraphs)
    return f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr>{inside}</w:tc>'


def _source(number: int, cited: Citation, room: int) -> str:
    indent = f'<w:pPr><w:ind w:left="{room}" w:hanging="{room}"/></w:pPr>'
    parts = [_run(f"[{number}]", _BOLD), "<w:r><w:tab/></w:r>", _run(cited.words)]
    if cited.url:
        parts.append(_run(f", {cited.url}"))
    if cited.sentence:
        parts.append(_run(f": “{cited.sentence}”", _ITALIC))
    if cited.gone:
        parts.append(_run(" (no longer in the article)"))
    return f"<w:p>{indent}{''.join(parts)}</w:p>"


def _run(text: str, look: str = "") -> str:
    """A piece of text that looks alike throughout."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
