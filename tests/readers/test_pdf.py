"""What comes out of PDFs: whole sentences, the header, the day; and what is said of those that hold no text."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from tests.readers.pdfs import build, column, pdf
from tests.readers.reading import day_of, read_all, read_one, why_skipped
from timeline.articles import Settings
from timeline.articles.reflow import Printed, reflow
from timeline.model import Article, Skipped

HEAD = [(72, 760, 9, "The Lake News")]
TITLE = [(72, 730, 18, "Old ferry sinks in the har-"), (72, 708, 18, "bour")]
BYLINE = [(72, 680, 10, "By Ann Lee"), (72, 668, 10, "10 May 2020")]
BODY = column(
    [
        "The old ferry sank in the harbour on Saturday morning, and the crew of nine swam to the",
        "shore in the dark. The mayor said on Sunday that the ship had been without insurance since Jan-",
        "uary, and that the town's govern-",
        "ment would pay for a three-",
        "week stay of the crew in the inn at the end of the road, beside the old harbour master's house.",
        "",
        "A new ferry is to come in the middle of next month. Until then a small boat of the fire brigade",
        "goes to the island and",
    ],
    top=640,
)
SECOND = column(["back each morning. The school stays closed until Thursday."], top=700)


def number(page: int) -> list[tuple[float, float, float, str]]:
    return [(300, 40, 9, f"Page {page} of 3")]


@pytest.fixture
def article(tmp_path: Path) -> Article:
    pages = [
        HEAD + TITLE + BYLINE + BODY + number(1),
        HEAD + SECOND + number(2),
        [*HEAD, (72, 700, 10, "It ends here."), *number(3)],
    ]
    return read_one(tmp_path, "a.pdf", pdf(pages, {"CreationDate": "D:20210101120000+09'00'", "Author": "User"}))


def test_sentences_are_whole_over_lines_and_pages(article: Article) -> None:
    assert "The mayor said on Sunday that the ship had been without insurance since January, and" in article.text
    assert "the town's government would pay for a three-week stay of the crew in the inn at the end" in article.text
    assert "goes to the island and back each morning. The school" in article.text


def test_headline_byline_and_day_are_found(article: Article) -> None:
    assert "Old ferry sinks in the harbour" in article.text.split("\n\n")
    assert (article.author, day_of(article)) == ("Ann Lee", "2020-05-10")
    assert article.published is not None and article.published.rung == "header line"


def test_heads_and_page_numbers_do_not_stand_in_the_sentences(article: Article) -> None:
    assert article.text.count("The Lake News") == 1
    assert "Page" not in article.text
    assert article.text.split("\n\n")[-2:] == [
        "A new ferry is to come in the middle of next month. Until then a small boat of the fire brigade goes to the island "
        "and back each morning. The school stays closed until Thursday.",
        "It ends here.",
    ]


def test_paragraphs_stay_apart(article: Article) -> None:
    assert "old harbour master's house.\n\nA new ferry" in article.text


def test_a_cut_word_is_joined_only_where_lower_case_goes_on() -> None:
    assert (
        reflow([[Printed("in mid-"), Printed("April the Moon-"), Printed("Jae pact ended")]])
        == "in mid-April the Moon-Jae pact ended"
    )


def test_ligatures_become_letters(tmp_path: Path) -> None:
    raw = build([b"BT /F1 10 Tf 72 700 Td (The old boat sank in the o\x1fce on the first of May 2020.) Tj ET"])
    raw = raw.replace(b"/Encoding /WinAnsiEncoding", b"/Encoding << /Type /Encoding /Differences [31 /ffi] >>")
    assert "office on the first" in read_one(tmp_path, "a.pdf", raw).text


# ---------------------------------------------------------------- properties


def test_the_day_on_which_the_file_was_made_counts_only_where_nothing_else_tells(tmp_path: Path) -> None:
    info = {"CreationDate": "D:20210101120000", "Title": "Microsoft Word - ferry.docx", "Author": "Bo Dahl"}
    alone = read_one(tmp_path, "a.pdf", pdf([BODY], info))
    assert alone.published is not None
    assert (alone.published.rung, alone.published.evidence) == ("properties of the file", "the file was made on 2021-01-01")
    assert alone.author == "Bo Dahl"
    assert "Microsoft" not in alone.title
    named = read_one(tmp_path, "2020-05-12-ferry.pdf", pdf([BODY], info))
    assert (day_of(named), named.notes) == ("2020-05-12", ())


def test_a_title_in_the_properties_counts_where_the_pages_bear_it_out(tmp_path: Path) -> None:
    pages = [[*HEAD, *TITLE, *BYLINE, *BODY]]
    assert (
        read_one(tmp_path, "a.pdf", pdf(pages, {"Title": "Old ferry sinks in the harbour"})).title
        == "Old ferry sinks in the harbour"
    )
    assert read_one(tmp_path, "a.pdf", pdf(pages, {"Title": "Layout 7 final"})).title == "The Lake News"


# ---------------------------------------------------------------- what can't be read


def test_pages_that_are_pictures_are_told(tmp_path: Path) -> None:
    assert "run it through OCR" in why_skipped(tmp_path, "a.pdf", build([b"0 0 m 5 5 l S", b""]))
    (note,) = read_one(tmp_path, "b.pdf", pdf([BODY, [], SECOND])).notes
    assert "1 of its 3 pages hold no text, perhaps pictures of it: page 2" in note


def test_a_locked_file_is_told_and_one_with_an_empty_password_is_read(tmp_path: Path) -> None:
    for password, reads in (("", True), ("secret", False)):
        writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([BODY]))))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        raw = BytesIO()
        writer.write(raw)
        (one,) = read_all(tmp_path, "a.pdf", raw.getvalue())
        assert isinstance(one, Article) if reads else isinstance(one, Skipped) and "encrypted" in one.why


def test_a_pdf_under_another_name_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    assert "swam to the shore" in read_one(tmp_path, "a.txt", pdf([BODY])).text


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"%PDF-1.4\n", "broken PDF"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"\0" * 500, "broken PDF"),
        (b"not at all", "broken PDF"),
        (pdf([BODY])[:200], "broken PDF"),
        (pdf([BODY]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"), "broken PDF: Detected cyclic"),
        (pdf([]), "no pages"),
    ],
)
def test_broken_and_looping_files_are_told(tmp_path: Path, raw: bytes, says: str) -> None:
    assert says in why_skipped(tmp_path, "a.pdf", raw)


@pytest.mark.parametrize(
    "contents",
    [[b"q " * 100_000], [b"%" + b" " * 40_000_000], [b"0 0 m " * 4_000] * 30, [b"BT /F1 9 Tf (word ) Tj ET " * 10_000] * 10],
)
def test_pages_that_unpack_to_more_than_an_article_are_told(tmp_path: Path, contents: list[bytes]) -> None:
    raw = build(contents, packed=True)
    assert "raise --largest" in why_skipped(tmp_path, "a.pdf", raw, Settings(largest=400_000))


def test_more_text_than_an_article_has_is_left_out(tmp_path: Path) -> None:
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    raw = pdf([column([f"{page}{letter} is what is told here of the ferry." for letter in alphabet]) for page in range(20)])
    packed = build([b"BT /F1 9 Tf (%s) Tj ET\n" % (b"word " * 3000)] * 10, packed=True)
    assert "larger than 0.1 MB" in why_skipped(tmp_path, "a.pdf", packed, Settings(largest=100_000))
    assert len(read_one(tmp_path, "b.pdf", raw).text) > 8000


def test_damaged_files_end_in_an_article_or_a_reason(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    seeded = random.Random(4)
    whole = pdf([HEAD + TITLE + BYLINE + BODY, SECOND], {"Title": "x"})
    for _ in range(150):
        raw = bytearray(whole)
        for _ in range(seeded.randrange(1, 12)):
            raw[seeded.randrange(len(raw))] = seeded.randrange(256)
        for one in read_all(
            tmp_path, "a.pdf", bytes(raw[: seeded.randrange(200, len(raw) + 1)] if seeded.random() < 0.3 else raw)
        ):
            assert isinstance(one, Article) or "\n" not in one.why
    assert capfd.readouterr().err == ""
