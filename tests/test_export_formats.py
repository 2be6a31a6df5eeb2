"""The formats for people and other programs: calendar, TimelineJS, chronologies, pictures, Parquet."""

from __future__ import annotations

import datetime
import io
import itertools
import json
import random
import re
import struct
import xml.etree.ElementTree as ElementTree
from typing import Any

import docx
import pytest
from arro3.io import read_parquet
from icalendar import Calendar

from tests.soak.roundtrip import random_events
from timeline.entries import Entry
from timeline.export import FORMATS, html, writer
from timeline.export import whole as machine
from timeline.export.scene import Scale, placed, text_width, ticks
from timeline.export.selection import Selection, extent
from timeline.interval import civil, day_number
from timeline.recognize import read_words
from timeline.records import ArticleRecord

SOURCE = {
    "id": "s1",
    "article": "data/a.txt",
    "published": "2020-05-10",
    "sentence": "The ferry sank on Saturday.",
    "phrase": "Saturday",
}
ARTICLE = ArticleRecord(
    path="data/a.txt", title="Ferry <sinks>", author="Ann Lee", site="Harbour News", url="https://news.example/a"
)
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u202e[x](javascript:alert(1))\x00&amp;"


def selection(*data: dict[str, Any], **more: Any) -> Selection:
    made = [Entry.model_validate({"title": "A title"} | one) for one in data]
    return Selection(made, "harbour", {"data/a.txt": ARTICLE}, **more)


def written(form: str, some: Selection) -> tuple[Any, list[str]]:
    stream: Any = io.BytesIO() if FORMATS[form].binary else io.StringIO(newline="")
    notes = writer(form)(some, stream)
    return stream.getvalue(), notes


# ---------------------------------------------------------------- calendar


def calendar(*data: dict[str, Any]) -> list[Any]:
    text, _ = written("ics", selection(*data))
    return list(Calendar.from_ical(text).walk("VEVENT"))


@pytest.mark.parametrize(
    ("date", "first", "end"),
    [
        ("2020-05-09", "2020-05-09", "2020-05-10"),
        ("2020-02", "2020-02-01", "2020-03-01"),
        ("2020-01-21..2020-01-31", "2020-01-21", "2020-02-01"),
        ("2020-03-03/2020-03-09", "2020-03-03", "2020-03-10"),
        ("199X", "1990-01-01", "2000-01-01"),
        ("0001-01-01", "0001-01-01", "0001-01-02"),
        ("2020-03/..", "2020-03-01", None),
        ("..1951", "1951-12-31", None),
    ],
)
def test_a_calendar_has_the_same_days(date: str, first: str, end: str | None) -> None:
    (event,) = calendar({"date": date})
    assert event["DTSTART"].dt == datetime.date.fromisoformat(first)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert ("DTEND" in event) is (end is not None)
    assert end is None or event["DTEND"].dt == datetime.date.fromisoformat(end)
    assert event["X-TIMELINE-DATE"] == date


def test_a_calendar_tells_a_minute_without_a_time_zone() -> None:
    (event,) = calendar({"date": "2020-04-12T09:30"})
    assert event["DTSTART"].dt == datetime.datetime(2020, 4, 12, 9, 30) and "DTEND" not in event


def test_a_calendar_tells_doubt_and_sources_and_has_an_id_of_its_own_for_each() -> None:
    one = {"date": "2020-05-09", "title": "Talks, again; and\nagain", "status": "planned", "sources": [SOURCE]}
    first, second = calendar(one, one)
    assert first["SUMMARY"] == "Talks, again; and again (planned)" and first["STATUS"] == "TENTATIVE"
    assert "“The ferry sank on Saturday.”\nAnn Lee: “Ferry <sinks>”, Harbour News, 10 May 2020" in first["DESCRIPTION"]
    assert first["UID"] != second["UID"]
    assert first["DTSTAMP"].dt == datetime.datetime(2020, 5, 10, tzinfo=datetime.UTC)


def test_what_no_calendar_holds_is_told() -> None:
    text, notes = written("ics", selection({"date": "-0043-03-15"}, {"date": "Y12024"}, {"date": "2020"}))
    assert notes == ["2 events left out: a calendar holds the years 1 to 9999"]
    assert len(Calendar.from_ical(text).walk("VEVENT")) == 1


def test_a_hostile_text_adds_nothing_to_a_calendar() -> None:
    hostile = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\x00\x07;,\\n"
    (event,) = calendar(
        {"date": "2020", "title": hostile, "note": hostile, "tags": [hostile], "places": [hostile], "id": hostile}
    )
    assert event.subcomponents == [] and "BEGIN:VALARM" in event["SUMMARY"]


# ---------------------------------------------------------------- TimelineJS


def slides(*data: dict[str, Any]) -> list[dict[str, Any]]:
    told = json.loads(written("timelinejs", selection(*data))[0])
    assert told["title"]["text"]["headline"] == "harbour"
    return list(told["events"])


def test_a_slide_has_its_days_and_says_no_more_than_is_known() -> None:
    first, second, third = slides({"date": "-0043-03-15"}, {"date": "2020-05"}, {"date": "2020-05-09T09:30"})
    assert first["start_date"] == {"year": -43, "month": 3, "day": 15} and "end_date" not in first
    assert first["display_date"] == "15 March 44 BC"
    assert second["end_date"] == {"year": 2020, "month": 5, "day": 31} and second["display_date"] == "May 2020"
    assert third["start_date"]["hour"] == 9 and third["start_date"]["minute"] == 30


def test_texts_of_slides_are_escaped_since_they_are_shown_as_html() -> None:
    (slide,) = slides({"date": "2020", "title": HOSTILE, "note": HOSTILE, "sources": [SOURCE | {"sentence": HOSTILE}]})
    assert set(re.findall(r"<(/?\w+)", slide["text"]["headline"] + slide["text"]["text"])) <= {
        "p", "/p", "blockquote", "/blockquote", "a", "/a",
    }  # fmt: skip
    assert 'href="https://news.example/a"' in slide["text"]["text"]


# ---------------------------------------------------------------- chronologies


def test_a_chronology_has_numbered_citations_each_once() -> None:
    other = SOURCE | {"id": "s2", "article": "data/b.txt", "sentence": "It sank."}
    text, _ = written(
        "md",
        selection({"date": "2020-05-09", "sources": [SOURCE, other]}, {"date": "-0043", "sources": [SOURCE]}, {"date": "2020"}),
    )
    assert text.startswith("# harbour\n\n3 events, 2 citations\n\n## 44 BC\n\n**44 BC** — A title \\[1\\]\n")
    assert "**9 May 2020** — A title \\[1\\], \\[2\\]" in text
    assert "1. Ann Lee\\: “Ferry \\<sinks\\>”, Harbour News, 10 May 2020, data/a\\.txt <https://news.example/a>" in text


def test_markdown_has_no_signs_of_a_texts_own() -> None:
    text, _ = written("md", selection({"date": "2020", "title": HOSTILE + "\n# x", "note": HOSTILE}))
    bare = re.sub(r"\\.", "", text)
    assert "<" not in bare and "](" not in bare and bare.count("#") == 3


def test_word_has_the_same_chronology() -> None:
    raw, _ = written("docx", selection({"date": "2020-05-09", "title": HOSTILE, "status": "denied", "sources": [SOURCE]}))
    document = docx.Document(io.BytesIO(raw))
    told = [paragraph.text for paragraph in document.paragraphs]
    assert told[:3] == ["harbour", "1 event, 1 citation", "2020"]
    assert told[-1].startswith(
        "[1]\tAnn Lee: “Ferry <sinks>”, Harbour News, 10 May 2020, data/a.txt, https://news.example/a: “The ferry"
    )
    when, what = document.tables[0].rows[0].cells
    assert when.text == "9 May 2020" and what.text == f"{HOSTILE.replace(chr(0), '�')} (denied) [1]"


def test_a_chronology_says_where_its_sources_disagree() -> None:
    against = SOURCE | {"article": "b.txt", "date": "2020-05-10"}
    event = {"date": "2020-05-09", "title": "It sinks", "sources": [SOURCE, against, SOURCE | {"article": "c.txt"}]}
    text, _ = written("md", selection(event))
    assert "It sinks \\[1\\], \\[2\\], \\[3\\] — *sources disagree: 10 May 2020 \\[2\\]*\n" in text
    raw, _ = written("docx", selection(event))
    what = docx.Document(io.BytesIO(raw)).tables[0].rows[0].cells[1]
    assert what.text == "It sinks [1] [2] [3]\nSources disagree: 10 May 2020 [2]"


def test_word_has_every_event_and_every_source_in_order() -> None:
    events = [{"date": f"{2000 + n // 100}", "title": f"Event {n}", "note": f"Note {n}"} for n in range(300)]
    raw, _ = written("docx", selection(*(one | {"sources": [SOURCE | {"article": f"{n}.txt"}]} for n, one in enumerate(events))))
    document = docx.Document(io.BytesIO(raw))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert rows == [[one["date"], f"{one['title']} [{n}]\n{one['note']}"] for n, one in enumerate(events, 1)]
    styles = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.style is not None]
    years = [("Heading 1", year) for year in ("2000", "2001", "2002")]
    assert styles[:5] == [("Title", "harbour"), ("Normal", "300 events, 300 citations"), *years]
    assert [text.partition("\t")[0] for _, text in styles[6:]] == [f"[{n}]" for n in range(1, 301)]
    assert document.sections[0].page_width is not None


# ---------------------------------------------------------------- pictures


def test_a_picture_is_sound_xml_and_counts_what_is_outside() -> None:
    told, notes = written("svg", selection({"date": "2020-05-09", "title": HOSTILE}, {"date": "1961"}, window=(18380, 18400)))
    root = ElementTree.fromstring(told)
    assert notes == ["1 event outside of the picture"] and "1 event · 1 event outside" in told
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert names <= {"svg", "rect", "text", "g", "path", "circle"}
    assert not any("href" in name or name.startswith("on") for element in root.iter() for name in element.attrib)


@pytest.mark.parametrize("count", [0, 1, 40, 400])
def test_a_picture_can_be_made_of_any_number(count: int) -> None:
    events = [{"date": f"20{n % 20:02d}-0{n % 9 + 1}", "title": f"Event {n}"} for n in range(count)]
    told, _ = written("svg", selection(*events))
    ElementTree.fromstring(told)
    raw, _ = written("png", selection(*events))
    assert raw[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">I", raw[16:20])[0] == 2800


def test_the_letters_stand_in_the_png() -> None:
    named, bare = (
        written("png", selection({"date": "2020", "title": title}))[0] for title in ("The ferry sinks in the bay", " ")
    )
    assert named != bare


def test_no_mark_and_no_label_meets_another() -> None:
    days = ("2020-05-09", "2020-05", "2020-03/..", "..2020-06", "2020-05-03/2020-05-20")
    entries = selection(*({"date": day, "title": "Title " * (n % 12 + 1)} for n, day in enumerate(days * 12))).by_date()
    rows: dict[int, list[tuple[float, float]]] = {}
    for one in placed(entries, Scale(day_number(2020, 1, 1), day_number(2020, 12, 31), 1300)):
        wide = text_width(one.label)
        rows.setdefault(one.row, []).append((min(one.x0, one.text), max(one.x1, one.text + wide)))
    for row in rows.values():
        for (_, end), (begin, _) in itertools.pairwise(row):
            assert end <= begin


@pytest.mark.parametrize("span", [1, 12, 45, 200, 700, 4000, 40_000, 4_000_000, 36_000_000])
def test_ticks_have_room_and_are_there(span: int) -> None:
    on = Scale(-740_000, -740_000 + span, 1300)
    days = [on.x(day) for day, _ in ticks(on)]
    assert span < 3 or days
    assert all(b - a >= 60 for a, b in itertools.pairwise(days))


# ---------------------------------------------------------------- Parquet and the web page


def test_parquet_has_what_json_has() -> None:
    some = selection(
        {"date": "-0043", "people": ["Ann Lee"], "sources": [SOURCE], "x-page": "3"}, {"date": "2020/..", "reviewed": True}
    )
    raw, _ = written("parquet", some)
    table = read_parquet(io.BytesIO(raw)).read_all()
    told = {name: [value.as_py() for value in table[name]] for name in table.column_names}
    for number, entry in enumerate(some.entries):
        row = machine.whole(entry)
        assert {key: told[key][number] for key in machine.KEYS if key not in ("sources", "pinned")} == {
            key: row[key] for key in machine.KEYS if key not in ("sources", "pinned")
        }
        assert [{key: one[key] for key in machine.SOURCE_KEYS} for one in told["sources"][number]] == row["sources"]
    assert told["x"] == ['{"x-page": "3"}', "{}"] and told["earliest"] == ["-0043-01-01", "2020-01-01"]


def test_nothing_ends_the_block_of_data() -> None:
    told, _ = written("html", selection({"date": "2020", "title": HOSTILE, "note": "<!--<script>", "tags": ["\u2028"]}))
    assert told.lower().count("</script") == 2 and told.lower().count("<script") == 2 and "<!--" not in told
    data = re.search(r'id="data">(.*?)</script>', told)
    assert data is not None
    assert json.loads(data[1])["events"][0]["title"] == HOSTILE.replace("\x00", "�")
    assert "http://" not in told.replace("http://www.w3.org/2000/svg", "")


def test_a_block_is_json() -> None:
    for text in ("</script>", "<!--", "&lt;", "\u2028\u2029", "]]>"):
        assert not set(html.block(text)) & set("<>&\u2028\u2029") and json.loads(html.block(text)) == text


# ---------------------------------------------------------------- any text, any date


def oddest() -> Selection:
    """Events with the oddest texts that can stand in an events file."""
    made = [Entry.model_validate(one, context={"words": read_words}) for one in random_events(150, random.Random(8))]
    articles = {
        source.article: ArticleRecord(path=source.article, title=source.sentence) for one in made for source in one.sources
    }
    return Selection(made, "\x00 odd </title>", articles)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_holds_any_text(form: str) -> None:
    told, _ = written(form, oddest())
    assert told
    if form == "svg":
        ElementTree.fromstring(told)
    if form in ("json", "timelinejs"):
        json.loads(told)


def test_a_calendar_has_the_days_of_every_event_it_can_hold() -> None:
    some = oddest()
    text, notes = written("ics", some)
    events = Calendar.from_ical(text).walk("VEVENT")
    held = [entry for entry in some.by_date() if civil(extent(entry)[0])[0] >= 1 and civil(extent(entry)[1])[0] < 10_000]
    assert len(events) == len(held) and notes == [f"{150 - len(held)} events left out: a calendar holds the years 1 to 9999"]
    for entry, event in zip(held, events, strict=True):
        first, last = entry.interval.days()
        begun = event["DTSTART"].dt
        assert (begun.year, begun.month, begun.day) == civil(last if first is None else first)
        if "DTEND" in event:
            ended = event["DTEND"].dt - datetime.timedelta(days=1)
            assert last is not None and (ended.year, ended.month, ended.day) == civil(last)
        else:
            assert first is None or last is None or "T" in entry.date or entry.date == "9999-12-31"


def test_timelinejs_gets_no_markup_where_it_shows_html() -> None:
    """It takes one escaping off a group before it shows it as HTML, and builds elements with the ids."""
    entry = Entry.model_validate({"id": "<b>", "date": "2020-05-09", "title": "<i>", "tags": ["R&D <script>"]})
    (slide,) = json.loads(written("timelinejs", Selection([entry]))[0])["events"]
    assert (slide["unique_id"], slide["text"]["headline"]) == ("event-1", "&lt;i&gt;")
    assert slide["group"] == "R&amp;amp;D &amp;lt;script&amp;gt;"
