"""events.yaml in: entries with their places, and every fault at once, in words for the person who typed it."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.errors import EventsFileError
from timeline.recognize import read_words
from timeline.store import load, loads

FILE = Path("events.yaml")


def faults(text: str) -> list[str]:
    with pytest.raises(EventsFileError) as failed:
        loads(text, FILE, read_words)
    return str(failed.value).splitlines()


def test_two_lines_are_an_entry_and_words_are_a_date() -> None:
    (entry,) = loads("- date: late January 2020\n  title: Talks\n", FILE, read_words).entries
    assert (entry.date, entry.title) == ("late January 2020", "Talks")
    assert entry.interval.first_day is not None
    assert entry.interval.last_day == entry.interval.first_day + 10


def test_all_that_an_entry_may_have() -> None:
    text = """
- id: a
  date: 12:30
  title: no
  sources:
  - {article: a.txt, x-page: "5"}
  tags: one
  note: |
    Two

    paragraphs
  x-mine: {deep: [a, {b: c}]}
"""
    (entry,) = loads(text.replace("12:30", "2020"), FILE).entries
    assert (entry.title, entry.tags, entry.note) == ("no", ["one"], "Two\n\nparagraphs\n")
    assert entry.sources[0].article == "a.txt"


@pytest.mark.parametrize("sources", ["", " []", " ~", "\n    - article: a.txt"])
def test_sources_may_be_none(sources: str) -> None:
    (entry,) = loads(f"- date: 2020\n  title: x\n  sources:{sources}\n", FILE).entries
    assert len(entry.sources) == sources.count("article")


def test_a_line_number_is_that_of_the_editor() -> None:
    file = loads("\ufeff# a\r\n\r\n- date: 2020\r\n  title: x\r\n\r\n- date: 2021\r\n  title: y\r\n", FILE)
    assert [placed.line for placed in file.placed] == [3, 6]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- title: x\n", "1:3: an event needs a date"),
        ("- date: 2020\n", "1:3: an event needs a title"),
        ("- date: 2020\n  title:\n", "2:9: an event needs a title"),
        ('- date: ""\n  title: x\n', "1:9: an event needs a date"),
        ("- date: 2020\n  titel: x\n", "2:3: unknown key 'titel': did you mean 'title'?"),
        ("- date: 2020\n  Title: x\n", "2:3: unknown key 'Title': did you mean 'title'?"),
        (
            "- date: 2020\n  title: x\n  colour: red\n",
            "3:3: unknown key 'colour': did you mean 'color'?",
        ),
        (
            "- date: 2020\n  title: x\n  sources:\n    - artikel: a.txt\n",
            "4:7: unknown key 'artikel': did you mean 'article'?",
        ),
        ("- date: 2020\n  title: x\n  sources:\n    - phrase: a\n", "4:7: a source needs an article"),
        ("- date: 2020\n  title: x\n  sources:\n    - a.txt\n", "4:7: a source has to have keys: '- article: data/a.txt'"),
        ("- date: 2020\n  title: x\n  sources: a.txt\n", "3:12: sources: this has to be a list, one '- ' a line"),
        ("- date: 2020\n  title: [x]\n", "2:10: title: this has to be a text, not a list and not keys"),
        ("- date: {a: b}\n  title: x\n", "1:9: date: this has to be a text, not a list and not keys"),
        ("- date: 2020\n  title: x\n  tags: [a, [b]]\n", "3:13: a tag: this has to be a text, not a list and not keys"),
        ("- date: 2020\n  title: x\n  tags: [a, '']\n", "3:13: an empty tag: delete it"),
        ("- date: 2020-02-30\n  title: x\n", "1:9: '2020-02-30' does not exist: February 2020 has 29 days"),
        ("- date: 30 February 2020\n  title: x\n", "1:9: '30 February 2020'"),
        ("- date: soon\n  title: x\n", "1:9: 'soon' is not read as a date"),
        ("- date: Saturday\n  title: x\n", "1:9: 'Saturday' is relative, and an entry has no day to count from"),
        ("- date: two days later\n  title: x\n", "1:9: 'two days later' is relative, and an entry has no day to count from"),
        ("- date: every Friday\n  title: x\n", "1:9: 'every Friday' recurs: write the day itself"),
        (
            "- {id: a, date: 2020, title: x}\n- {date: 2020, title: y, id: a}\n",
            "2:30: the id a stands at line 1 already: delete this one, and the entry has none",
        ),
    ],
)
def test_a_fault_says_where_and_what_to_do(text: str, said: str) -> None:
    (fault,) = faults(text)
    assert fault.startswith(f"events.yaml:{said}")


def test_all_faults_are_told_at_once() -> None:
    text = """- date: 2020-02-30
  titel: One
  colour: red
- id: a
  title: Two
  title: Three
- id: a
  date: &x soon
  title: []
  sources:
    - artikel: a.txt
      id: {}
- hello
"""
    assert [fault.split(": ")[0] for fault in faults(text)] == [
        f"events.yaml:{place}"
        for place in ("1:9", "2:3", "3:3", "4:3", "6:3", "7:7", "8:9", "8:9", "9:10", "11:7", "12:11", "13:3")
    ]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"- date: 2020\n  title: K\xf6ln\n", "2:11: the byte 0xF6 is not UTF-8: save the file as UTF-8"),
        ("- date: 2020\n".encode("utf-16"), "1:1: the byte 0xFF is not UTF-8"),
    ],
)
def test_a_file_that_is_no_utf_8(tmp_path: Path, raw: bytes, said: str) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(raw)
    with pytest.raises(EventsFileError) as failed:
        load(path)
    assert str(failed.value).startswith(f"{path}:{said}")
    assert path.read_bytes() == raw


def test_a_folder_is_no_file_and_no_file_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EventsFileError, match="cannot be read: Is a directory"):
        load(tmp_path)
    assert load(tmp_path / "none.yaml").entries == []


def test_the_text_is_kept_to_the_byte(tmp_path: Path) -> None:
    raw = "\ufeff# ü\r\n- date: 2020\r\n  title: 'x\u2028y'".encode()
    (tmp_path / "events.yaml").write_bytes(raw)
    assert load(tmp_path / "events.yaml").text.encode() == raw


def test_sources_that_stand_there_twice_are_a_fault_and_no_crash() -> None:
    text = "- date: 2020\n  title: x\n  sources:\n  - article: a.txt\n  - article: b.txt\n  sources:\n  - article: c.txt\n"
    assert any("sources" in line for line in faults(text))
