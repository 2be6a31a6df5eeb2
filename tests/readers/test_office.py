"""What comes out of .docx and .odt: the text as its program shows it, in order; and what is said of damaged ones."""

from __future__ import annotations

import datetime
import random
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from odf.dc import Creator, Title
from odf.meta import CreationDate
from odf.namespaces import TEXTNS
from odf.office import Annotation
from odf.opendocument import OpenDocumentText
from odf.table import Table, TableCell, TableRow
from odf.text import ChangedRegion, Deletion, H, LineBreak, Note, NoteBody, P, S, Span, Tab, TrackedChanges

from tests.readers.reading import day_of, read_all, read_one, why_skipped
from timeline.articles import Settings
from timeline.model import Article

BODY = "The old ferry sank in the harbour on Saturday, and the crew of nine swam to the shore in the dark."
END = "It ends here, on Sunday."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx_bytes(**properties: object) -> bytes:
    document = docx.Document()
    document.add_heading("The ferry is gone", 0)
    document.add_paragraph("By Ann Lee")
    document.add_paragraph("10 May 2020")
    document.add_paragraph(BODY)
    table = document.add_table(rows=2, cols=2)
    for number, word in enumerate(("Boat", "Year", "Ferry", "1960")):
        table.cell(number // 2, number % 2).text = word
    changed = document.add_paragraph("The mayor spoke on ")
    for xml in (
        f'<w:del {W} w:id="1"><w:r><w:delText>Friday</w:delText></w:r></w:del>',
        f'<w:ins {W} w:id="2"><w:r><w:t>Thursday</w:t></w:r></w:ins>',
        f"<w:r {W}><w:instrText> PAGE </w:instrText></w:r>",
    ):
        changed._p.append(parse_xml(xml))
    changed.add_run(" to the press.")
    document.add_comment(changed.runs, text="Is that so?", author="Bo")
    document.add_paragraph(END)
    for key, value in properties.items():
        setattr(document.core_properties, key, value)
    return saved(document)


def odt_bytes(properties: Mapping[type, str] | None = None) -> bytes:
    document = OpenDocumentText()
    changes = TrackedChanges()
    region = ChangedRegion(qattributes={(TEXTNS, "id"): "c1"}, check_grammar=False)
    deletion = Deletion()
    deletion.addElement(P(text="Friday was deleted."))
    region.addElement(deletion)
    changes.addElement(region)
    document.text.addElement(changes)
    document.text.addElement(H(outlinelevel=1, text="The ferry is gone"))
    document.text.addElement(P(text="By Ann Lee"))
    document.text.addElement(P(text="10 May 2020"))
    document.text.addElement(P(text=BODY))
    table = Table()
    for pair in (("Boat", "Year"), ("Ferry", "1960")):
        row = TableRow()
        for word in pair:
            cell = TableCell()
            cell.addElement(P(text=word))
            row.addElement(cell)
        table.addElement(row)
    document.text.addElement(table)
    changed = P(text="The mayor")
    changed.addElement(S(c=1))
    changed.addElement(Span(text="spoke on Thursday"))
    note = Note(id="n1", noteclass="footnote")
    body = NoteBody()
    body.addElement(P(text="On Friday, says another."))
    note.addElement(body)
    changed.addElement(note)
    comment = Annotation()
    comment.addElement(P(text="Is that so?"))
    changed.addElement(comment)
    changed.addText(" to the press.")
    document.text.addElement(changed)
    document.text.addElement(P(text=END))
    for kind, value in (properties or {}).items():
        document.meta.addElement(kind(text=value))
    return saved(document)


def saved(document: object) -> bytes:
    out = BytesIO()
    document.save(out)  # type: ignore[attr-defined]  # both have it
    return out.getvalue()


def repacked(raw: bytes, change: Callable[[str, bytes], bytes], more: Mapping[str, bytes] | None = None) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return out.getvalue()


FILES = [("a.docx", docx_bytes()), ("a.odt", odt_bytes())]


@pytest.mark.parametrize(("name", "raw"), FILES)
def test_paragraphs_headings_and_cells_come_in_order(tmp_path: Path, name: str, raw: bytes) -> None:
    article = read_one(tmp_path, name, raw)
    assert article.text.split("\n\n") == [
        "The ferry is gone",
        "By Ann Lee",
        "10 May 2020",
        BODY,
        *("Boat | Year", "Ferry | 1960"),
        "The mayor spoke on Thursday to the press.",
        END,
    ]
    assert (article.title, article.author, day_of(article)) == ("The ferry is gone", "Ann Lee", "2020-05-10")


@pytest.mark.parametrize(("name", "raw"), FILES)
def test_they_are_known_by_what_they_hold(tmp_path: Path, name: str, raw: bytes) -> None:
    assert END in read_one(tmp_path, "letter.txt", raw).text


def test_a_row_is_a_line_but_for_cells_of_prose_and_tables_in_tables(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    for place, words in (((0, 0), "Hull was checked"), ((0, 1), "3 August 2020"), ((1, 0), BODY * 3), ((1, 1), BODY * 2)):
        table.cell(*place).text = words
    table.cell(0, 1).add_paragraph("in Oslo")
    inner = table.cell(2, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Mast", "May 2020"
    table.cell(2, 0).text = "Inside"
    lines = read_one(tmp_path, "a.docx", saved(document)).text.split("\n\n")
    assert lines == ["Hull was checked | 3 August 2020 in Oslo", BODY * 3, BODY * 2, "Inside", "Mast | May 2020"]


def test_breaks_and_tabs_in_a_line(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("One line,\nand\tanother of the same paragraph.")
    assert read_one(tmp_path, "a.docx", saved(document)).text == "One line,\nand\tanother of the same paragraph."
    other = OpenDocumentText()
    line = P(text="One line,")
    for piece in (LineBreak(), "and", Tab(), "another of the same paragraph."):
        line.addText(piece) if isinstance(piece, str) else line.addElement(piece)
    other.text.addElement(line)
    assert read_one(tmp_path, "a.odt", saved(other)).text == "One line,\nand\tanother of the same paragraph."


def test_properties_tell_what_the_text_does_not(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(BODY)
    document.core_properties.title = "The Ferry"
    document.core_properties.author = "Ann Lee"
    document.core_properties.created = datetime.datetime(2021, 3, 4, 23, 30)
    other = OpenDocumentText()
    other.text.addElement(P(text=BODY))
    for kind, value in ((Title, "The Ferry"), (Creator, "Ann Lee"), (CreationDate, "2021-03-04T23:30:00")):
        other.meta.addElement(kind(text=value))
    for name, raw in (("a.docx", saved(document)), ("a.odt", saved(other))):
        article = read_one(tmp_path, name, raw)
        assert (article.title, article.author, day_of(article)) == ("The Ferry", "Ann Lee", "2021-03-04")
        assert article.published is not None
        assert (article.published.rung, article.published.evidence) == (
            "properties of the file",
            "the file was made on 2021-03-04",
        )


def test_the_day_of_the_text_counts_before_that_of_the_file_without_a_warning(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.docx", docx_bytes(created=datetime.datetime(2024, 1, 1), author="Bo"))
    assert (day_of(article), article.author, article.notes) == ("2020-05-10", "Ann Lee", ())


# ---------------------------------------------------------------- what can't be read


def emptied(part: str) -> Callable[[str, bytes], bytes]:
    return lambda name, content: b"<broken" if name == part else content


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("a.docx", b"no zip at all", "damaged, or no file of Word"),
        ("a.docx", FILES[0][1][:3000], "damaged, or no file of Word"),
        ("a.odt", FILES[1][1][:500], "damaged, or no file of LibreOffice"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Word, or an encrypted one"),
        ("a.docx", FILES[1][1].replace(b"mimetypeapp", b"mimetypeApp"), "it holds no word/document.xml"),
        ("a.docx", repacked(FILES[0][1], emptied("word/document.xml")), "damaged (XMLSyntaxError): open it in Word"),
        ("a.docx", repacked(FILES[0][1], emptied("[Content_Types].xml")), "damaged (XMLSyntaxError): open it in Word"),
        ("a.odt", repacked(FILES[1][1], emptied("content.xml")), "damaged (XMLSyntaxError): open it in LibreOffice"),
        ("a.docx", repacked(FILES[0][1], lambda n, c: c, {"word/media/a.png": b"\0" * 30_000_000}), "unpacked it is larger"),
        ("a.docx", repacked(FILES[0][1], lambda n, c: c, {"customXml/a.xml": b" " * 3_000_000}), "unpacked it is larger"),
        ("a.odt", repacked(FILES[1][1], lambda n, c: c, {"Object 1/content.xml": b" " * 3_000_000}), "unpacked it is larger"),
        (
            "a.odt",
            repacked(FILES[1][1], lambda n, c: c.replace(b"</manifest:manifest>", b"<!--encryption-data--></manifest:manifest>")),
            "encrypted",
        ),
        ("a.docx", saved(docx.Document()), "empty"),
        ("a.odt", saved(OpenDocumentText()), "empty"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, raw: bytes, says: str) -> None:
    assert says in why_skipped(tmp_path, name, raw, Settings(largest=1_000_000))


def test_nothing_from_outside_comes_into_a_text(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    bomb = (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file://%s"><!ENTITY a "aaaaaaaaaa">' % (tmp_path / "secret.txt")
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(12))
        + "]>"
    ).encode()

    def poison(name: str, content: bytes) -> bytes:
        if name not in ("word/document.xml", "content.xml"):
            return content
        head, _, rest = content.partition(b"?>")
        return head + b"?>" + bomb + rest.replace(b"It ends here", b"&e;&a11;It ends here")

    for name, raw in FILES:
        for one in read_all(tmp_path, name, repacked(raw, poison)):
            assert not isinstance(one, Article) or ("secret" not in one.text and len(one.text) < 10_000)


def test_damaged_files_end_in_an_article_or_a_reason(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    seeded = random.Random(4)
    for name, whole in FILES:
        for _ in range(100):
            raw = bytearray(whole)
            for _ in range(seeded.randrange(1, 12)):
                raw[seeded.randrange(len(raw))] = seeded.randrange(256)
            for one in read_all(tmp_path, name, bytes(raw)):
                assert isinstance(one, Article) or "\n" not in one.why
    assert capfd.readouterr().err == ""
