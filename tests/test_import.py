"""`timeline import`: what was carried away comes back, what comes from elsewhere goes in, and nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import BOAT, FELL, PAID, Case, built
from timeline import past
from timeline.errors import EventsFileError, UsageError
from timeline.export import writer
from timeline.export.selection import Selection
from timeline.intake import Taken, take_in
from timeline.recognize import read_words
from timeline.standing import standing
from timeline.store import load


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return built(tmp_path)


def export(case: Case, name: str, form: str) -> Path:
    path = case.folder / name
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer(form)(Selection(standing(load(case.file, read_words).entries)), stream)
    return path


def given(case: Case, name: str, text: str) -> Taken:
    path = case.folder / name
    path.write_bytes(text.encode("utf-8"))
    return take_in(path, case.file)


def counts(taken: Taken) -> tuple[int, int, int, int]:
    return taken.added, taken.updated, taken.known, len(taken.bad)


@pytest.mark.parametrize(
    ("name", "form"), [("out.csv", "csv"), ("out.csv", "exact"), ("out.json", "json"), ("out.jsonl", "jsonl")], ids=str
)
def test_what_was_carried_away_changes_nothing_when_it_comes_back(case: Case, name: str, form: str) -> None:
    case.edit("title: The council buys a second boat", "title: The council buys a second boat\n  people: [Ann Lee, 'Bo; Ek']")
    before = case.text
    assert counts(take_in(export(case, name, form), case.file)) == (0, 0, 5, 0)
    assert case.text == before


def test_a_table_of_dates_and_titles_goes_in(case: Case) -> None:
    before = case.text
    taken = given(case, "mine.csv", "date,title\n2020-05-08,A fair\n-0043,Caesar dies\nlate January 2020,Talks\n")
    assert counts(taken) == (3, 0, 0, 0)
    assert list(case.dates()) == ["Caesar dies", "Talks", *built_titles()[:4], "A fair", FELL]
    assert case.dates()["Caesar dies"] == "-0043" and case.dates()["Talks"] == "late January 2020"
    assert all(line in case.text for line in before.splitlines())
    case.build()
    assert {"A fair", "Caesar dies", "Talks"} <= case.dates().keys()


def built_titles() -> list[str]:
    from tests.building import SCHOOL, WARNED

    return [WARNED, PAID, BOAT, SCHOOL]


def test_a_second_time_it_says_nothing_new(case: Case) -> None:
    table = "date,title\n2020-05-08,A fair\n2020-05-08,A fair\n"
    assert counts(given(case, "mine.csv", table)) == (2, 0, 0, 0)
    assert counts(given(case, "mine.csv", table)) == (0, 0, 2, 0)
    assert counts(given(case, "mine.csv", table + "2020-05-08,A fair\n")) == (1, 0, 2, 0)


@pytest.mark.parametrize("head", ["date;title;note", "\ufeffdate;title;note", "Date;Title;Note"])
def test_tables_of_other_programs_are_read(case: Case, head: str) -> None:
    assert counts(given(case, "mine.csv", f'{head}\r\n2020;"Talks; and more";a\r\n;;\r\n')) == (1, 0, 0, 0)
    assert case.entries()["Talks; and more"].note == "a"


def test_a_table_in_another_encoding_is_read_and_told(case: Case) -> None:
    path = case.folder / "mine.csv"
    path.write_bytes("date,title\n2020,Café à la gare fermé\n".encode("cp1252"))
    taken = take_in(path, case.file)
    assert "Café à la gare fermé" in case.dates() and taken.notes


def test_bad_rows_are_named_with_their_line_and_the_rest_goes_in(case: Case) -> None:
    table = 'date,title\n2020-13,x\n2020,"two\nlines"\n,y\n2021,\n2022,a,b\n2023,Good\n'
    taken = given(case, "mine.csv", table)
    assert [(bad.place, bad.why) for bad in taken.bad] == [
        ("line 2", "date: '2020-13' does not exist: there is no month 13"),
        ("line 5", "an event needs a date"),
        ("line 6", "an event needs a title"),
        ("line 7", "it has 3 cells, and the table 2 columns: put quotation marks around a cell that holds ','"),
    ]
    assert counts(taken)[0] == 2 and {"two\nlines", "Good"} <= case.dates().keys()


def test_bad_events_of_json_are_named(case: Case) -> None:
    taken = given(case, "mine.jsonl", '{"date": "2020", "titel": "x"}\n{"date": 2020, "title": "Good"}\nno\n[]\n')
    assert [bad.place for bad in taken.bad] == ["line 1", "line 3", "line 4"]
    assert taken.bad[0].why.startswith("key 'titel': did you mean 'title'?")
    taken = given(
        case, "mine.json", r'[{"date": "2020", "title": "\ud800"}, {"id": "a", "date": "2020", "title": "x"}, {"id": "a"}]'
    )
    assert [bad.place for bad in taken.bad] == ["event 1", "event 3"]


def test_unknown_columns_are_kept_as_ones_own(case: Case) -> None:
    taken = given(case, "mine.csv", "date,title,Quelle\n2020,Talks,Seite 3\n")
    assert taken.notes == ["'Quelle' is no key of events: it is kept as x-quelle"]
    assert "x-quelle: Seite 3" in case.text


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.csv", "when,what\n2020,x\n", "no column is named date or title"),
        ("a.csv", "date,title,peple\n2020,x,y\n", "column 'peple': did you mean 'people'?"),
        ("a.csv", "date,title,date\n2020,x,y\n", "two columns are named 'date'"),
        ("a.csv", 'date,title\n2020,"x\n', "line 2: .* a quotation mark"),
        ("a.json", "{}", "it has to be a list of events"),
        ("a.json", "[", "it is no JSON"),
        ("a.xlsx", "", "only .csv, .tsv, .json, .jsonl, .ndjson can be read back"),
    ],
)
def test_files_that_are_broken_as_a_whole_change_nothing(case: Case, name: str, text: str, says: str) -> None:
    before = case.everything()
    with pytest.raises(UsageError, match=says):
        given(case, name, text)
    assert case.everything() == before


def test_an_edit_in_the_table_is_an_edit_by_hand(case: Case) -> None:
    path = export(case, "out.csv", "csv")
    path.write_text(path.read_text(encoding="utf-8").replace(BOAT, "A boat is bought"), encoding="utf-8", newline="")
    assert counts(take_in(path, case.file)) == (0, 1, 4, 0)
    entry = case.entries()["A boat is bought"]
    assert [source.phrase for source in entry.sources] == ["7 May 2020"]
    assert case.build().outcome.kept == 1 and "A boat is bought" in case.dates()


def test_what_is_taken_away_in_the_table_is_taken_away(case: Case) -> None:
    case.edit(f"title: {BOAT}", f"title: {BOAT}\n  note: check this\n  tags: [boat]")
    path = export(case, "out.jsonl", "jsonl")
    path.write_text(path.read_text(encoding="utf-8").replace("check this", "").replace('"boat"', ""), encoding="utf-8")
    assert counts(take_in(path, case.file)) == (0, 1, 4, 0)
    assert "note:" not in case.text and "tags:" not in case.text


def test_what_was_hidden_or_put_under_another_since_stays_so(case: Case) -> None:
    path = export(case, "out.json", "json")
    fell = case.entries()[FELL].id
    case.edit(f"title: {PAID}", f"title: {PAID}\n  same_as: {fell}")
    case.edit(f"title: {BOAT}", f"title: {BOAT}\n  hidden: true")
    before = case.text
    assert counts(take_in(path, case.file)) == (0, 0, 5, 0)
    assert case.text == before
    assert counts(take_in(export(case, "again.json", "json"), case.file)) == (0, 0, 3, 0)
    assert case.text == before


def test_what_was_deleted_comes_back_and_stays(case: Case) -> None:
    path = export(case, "out.json", "json")
    case.delete(BOAT)
    case.build()
    assert counts(take_in(path, case.file)) == (1, 0, 4, 0)
    case.build()
    assert BOAT in case.dates()


def test_undo_takes_an_import_back(case: Case) -> None:
    before = case.text
    given(case, "mine.csv", "date,title\n2020,Talks\n")
    assert "import of mine.csv: 1 added, 0 changed" in "\n".join(past.history(case.file))
    past.undo(case.file)
    assert case.text == before


def test_a_dry_run_writes_nothing(case: Case) -> None:
    path = case.folder / "mine.csv"
    path.write_text("date,title\n2020,Talks\n", encoding="utf-8")
    before = case.everything()
    taken = take_in(path, case.file, dry_run=True)
    assert "+  title: Talks" in taken.diff and case.everything() == before


def test_a_broken_events_file_is_left_alone(case: Case) -> None:
    case.text = before = "- date: [\n"
    with pytest.raises(EventsFileError):
        given(case, "mine.csv", "date,title\n2020,Talks\n")
    assert case.text == before
