"""Word: a chronology with numbered citations."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from timeline.export.chronology import Line, chronology
from timeline.export.selection import Selection
from timeline.export.wording import Citation

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table


def write(selection: Selection, stream: IO[bytes]) -> list[str]:
    """Write the chronology: a table a year with dates and events, and the sources at the end."""
    import docx

    told = chronology(selection)
    document = docx.Document()
    document.core_properties.title = told.name[:255]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    _style(document)
    document.add_heading(told.name, 0)
    document.add_paragraph(told.summary)
    for year, lines in told.years:
        document.add_heading(year, 1)
        _events(document, lines)
    if told.citations:
        document.add_heading("Sources", 1)
    for number, cited in enumerate(told.citations, 1):
        _source(document, number, cited)
    document.save(stream)
    return []


def _style(document: Document) -> None:
    from docx.shared import Pt

    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    normal.paragraph_format.space_after = Pt(4)


def _events(document: Document, lines: tuple[Line, ...]) -> None:
    from docx.shared import Cm

    table: Table = document.add_table(rows=0, cols=2)
    table.autofit = False
    for one in lines:
        when, what = table.add_row().cells  # type: ignore[no-untyped-call]
        when.width, what.width = Cm(4.2), Cm(11.8)
        when.paragraphs[0].add_run(one.date).bold = True
        paragraph = what.paragraphs[0]
        paragraph.add_run(one.title)
        if one.doubt:
            paragraph.add_run(f" ({one.doubt})").italic = True
        for number in one.numbers:
            paragraph.add_run(f" [{number}]").font.superscript = True
        if one.note:
            what.add_paragraph().add_run(one.note).italic = True


def _source(document: Document, number: int, cited: Citation) -> None:
    from docx.shared import Cm

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(0.9)
    paragraph.paragraph_format.first_line_indent = Cm(-0.9)
    paragraph.add_run(f"[{number}]").bold = True
    paragraph.add_run(f"\t{cited.words}")
    if cited.url:
        paragraph.add_run(f", {cited.url}")
    if cited.sentence:
        paragraph.add_run(f": “{cited.sentence}”").italic = True
    if cited.gone:
        paragraph.add_run(" (no longer in the article)")
