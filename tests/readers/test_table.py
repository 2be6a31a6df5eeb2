"""What is read of CSV and TSV: delimiters, quotes, columns, rows that are broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.reading import day_of, read_all, read_one, why_skipped
from timeline.articles import Settings
from timeline.articles.settings import MB
from timeline.model import Article, Skipped

BODY = "The old ferry sank in the harbour on Saturday and the crew swam to the shore in the dark."


def told(found: list[Article | Skipped]) -> list[tuple[str, str]]:
    return [(one.record, one.why if isinstance(one, Skipped) else "") for one in found]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_delimiters_line_ends_and_marks(tmp_path: Path, delimiter: str, end: str, encoding: str) -> None:
    rows = [["Publish Date", "Headline", "Body"], ["8 May 2020", '"Gone, or ""lost"""', f'"{BODY}{end}{end}It was; old|blue."']]
    table = end.join(delimiter.join(row) for row in rows) + end
    article = read_one(tmp_path, "a.csv", table.encode(encoding))
    assert (day_of(article), article.title, article.record) == ("2020-05-08", 'Gone, or "lost"', "2")
    assert article.text == f"{BODY}{end}{end}It was; old|blue."


def test_the_place_of_a_row_is_the_line_it_begins_in(tmp_path: Path) -> None:
    table = f'date,text\n2020-05-08,"{BODY}\n\nTwo"\n\n2020-05-09,"{BODY}"\n,\n2020-05-10,\n'
    assert told(read_all(tmp_path, "a.csv", table.encode())) == [
        ("2", ""),
        ("6", ""),
        ("8", "there is no text in its column 'text'"),
    ]


def test_columns_that_a_person_names(tmp_path: Path) -> None:
    raw = f"Nr;Datum;Inhalt\n1;08.05.2020;{BODY}\n".encode()
    assert why_skipped(tmp_path, "a.csv", raw).startswith("none of the columns is known as the text: Nr, Datum, Inhalt; name it")
    assert why_skipped(tmp_path, "a.csv", raw).endswith("name it with --column text=Inhalt")
    (note,) = read_one(tmp_path, "a.csv", raw, Settings({"text": "Inhalt"})).notes
    assert note == "no column is known as its day: name it with --column published=Datum"
    settings = Settings({"published": "Datum", "text": "Inhalt"}, day_first=True)
    assert day_of(read_one(tmp_path, "a.csv", raw, settings)) == "2020-05-08"


@pytest.mark.parametrize(
    ("column", "value", "note"),
    [
        ("Tag der Ausgabe", "8 May 2020", "no column is known as its day: name it with --column 'published=Tag der Ausgabe'"),
        ("Stand", "2020-05-08T07:00:00Z", "no column is known as its day: name it with --column published=Stand"),
        ("Stand", "12", "no column is known as its day"),
        ("Link", "/2020/05/08/", "no column is known as its day"),
        ("Note", "It was sold, they say, on 8 May 2020 to Bo Ek", "no column is known as its day"),
        ("date", "", ""),
    ],
)
def test_a_column_that_may_be_the_day_is_named(tmp_path: Path, column: str, value: str, note: str) -> None:
    article = read_one(tmp_path, "a.csv", f'{column};text\n"{value}";{BODY}\n'.encode())
    assert "; ".join(article.notes) == note


def test_a_hint_for_spreadsheets_is_no_header(tmp_path: Path) -> None:
    assert day_of(read_one(tmp_path, "a.csv", f"sep=;\r\ndate;text\r\n2020-05-08;{BODY}\r\n".encode())) == "2020-05-08"


def test_a_huge_cell(tmp_path: Path) -> None:
    text = " ".join([BODY] * 5000)
    assert read_one(tmp_path, "a.csv", f'date,text\n2020-05-08,"{text}"\n'.encode()).text == text


def test_a_row_beyond_the_limit_is_passed_over(tmp_path: Path) -> None:
    table = f'date,text\n2020-05-08,"{(BODY + chr(10)) * 20000}"\n2020-05-09,{BODY}\n'
    long, good = read_all(tmp_path, "a.csv", table.encode(), Settings(largest=MB))
    assert told([long]) == [
        ("2", "lines 2 to 20002: larger than 1 MB, so all of it is left out: cut it into articles, or raise --largest, "
         "or close its quotation mark"),
    ]  # fmt: skip
    assert isinstance(good, Article) and good.record == "20003"


def test_a_quote_that_is_never_closed_costs_one_row(tmp_path: Path) -> None:
    table = f'date,text\n2020-05-08,"{BODY}\n2020-05-09,{BODY}\n2020-05-10,{BODY} Two.\n'
    first, *others = read_all(tmp_path, "a.csv", table.encode())
    assert told([first]) == [("2", "a quotation mark opens a cell in this row, and none closes it")]
    assert [day_of(one) for one in others if isinstance(one, Article)] == ["2020-05-09", "2020-05-10"]


def test_quotes_that_never_close_give_the_table_up(tmp_path: Path) -> None:
    found = read_all(tmp_path, "a.csv", b"date,text\n" + b'a"b,"c\n' * 5000)
    assert len(found) == 21
    assert told(found)[-1] == ("", "line 22: its quotation marks don't close: all from there on is left out")


def test_commas_that_nobody_quoted(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.csv", b"date,text\n2020-05-08,The ferry sank, she said, on Saturday.\n")
    assert article.text == "The ferry sank, she said, on Saturday."
    assert article.notes == ("it has 4 cells, and its table 2 columns: the last ones are taken for one, 'text'",)
    assert told(read_all(tmp_path, "b.csv", b"text,date\nThe ferry sank, she said.,2020-05-08\n")) == [
        ("2", "it has 3 cells, and its table 2 columns: put quotation marks around a cell that holds ','")
    ]


def test_a_line_that_is_no_utf_8_is_never_silently_wrong(tmp_path: Path) -> None:
    accents = "Le café de la gare a fermé samedi après l'été."
    raw = f"date,text\n2020-05-08,{BODY}\n".encode() + f"2020-05-09,{accents}\n".encode("cp1252")
    good, odd = read_all(tmp_path, "a.csv", raw)
    assert isinstance(good, Article) and good.text == BODY
    assert isinstance(odd, Skipped) or (odd.text == accents and odd.notes)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "the table is empty"),
        (b"\n\n", "the table is empty"),
        (b"date,text\n", "it holds no article"),
        (b"a,b\n1,2\n", "none of the columns is known as the text: a, b; name it with --column text=a"),
        (b'"date,text\n1,2\n', "line 1, which has to name the columns: a quotation mark opens"),
    ],
)
def test_what_is_no_table_of_articles(tmp_path: Path, raw: bytes, why: str) -> None:
    assert why_skipped(tmp_path, "a.csv", raw).startswith(why)
