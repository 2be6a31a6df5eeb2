"""When was it published? The ladder of evidence, what disagrees, and the dates it reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.reading import day_of, read_one
from timeline.articles import Settings
from timeline.articles.dates import readings
from timeline.articles.draft import Rung, Written
from timeline.articles.published import settle_day
from timeline.expr import Custom, Order
from timeline.notation import iso_day

BODY = "\n\nThe old ferry sank in the harbour on Saturday, and the crew swam to the shore in the dark.\n"


@pytest.mark.parametrize(
    ("line", "day", "time"),
    [
        ("May 10, 2020 - 13:14 By Ann Lee", "2020-05-10", "13:14"),
        ("Posted on Friday, 8 May 2020 at 10:00 GMT", "2020-05-08", "10:00 GMT"),
        ("2020-05-12T08:00+09:00", "2020-05-12", "08:00+09:00"),
        ("2020-05-12T23:59:59.123Z", "2020-05-12", "23:59:59.123Z"),
        ("Sun, 10 May 2020 08:30:00 -0400", "2020-05-10", "08:30:00 -0400"),
        ("May 3rd, 2020, 2:11 p.m. EDT", "2020-05-03", "2:11pm EDT"),
        ("2020/05/08", "2020-05-08", ""),
        ("20200508", "2020-05-08", ""),
        ("Sept. 3, 2020", "2020-09-03", ""),
        ("the 3rd of May 2020", "2020-05-03", ""),
        ("10 mai 2020", "2020-05-10", ""),
        ("le 1er mai 2020 à 10h", "2020-05-01", ""),
        ("10. Mai 2020", "2020-05-10", ""),
        ("10 de mayo de 2020", "2020-05-10", ""),
        ("10 maggio 2020", "2020-05-10", ""),
        ("10 мая 2020", "2020-05-10", ""),
        ("2020. május 10.", "2020-05-10", ""),
        ("2020년 5월 10일", "2020-05-10", ""),
        ("2020年5月10日", "2020-05-10", ""),
        ("25/04/2020", "2020-04-25", ""),
        ("04.25.2020", "2020-04-25", ""),
    ],
)
def test_a_date_in_a_line(line: str, day: str, time: str) -> None:
    (reading,) = readings(line)
    assert [iso_day(one) for one in reading.days] == [day]
    assert reading.time == time


@pytest.mark.parametrize(
    "line", ["30 February 2020", "2020-02-30", "2020年13月1日", "30 février 2020", "31/04/2020", "32/13/2020", "08/05/20"]
)
def test_a_day_that_does_not_exist_is_told_and_not_bent(line: str) -> None:
    (reading,) = readings(line)
    assert reading.days == ()
    assert reading.fault


@pytest.mark.parametrize(
    "line", ["version 1.2.2020", "May 2020", "call 555-2020-1212", "12345678", "Room 12 2019", "10.5.2.2020", "page 3 of 2020"]
)
def test_what_is_no_full_date_is_none(line: str) -> None:
    assert [reading for reading in readings(line) if reading.days and "1.2.2020" not in line] == []


LADDER = [
    Written(Rung.FILE_NAME, "2020-05-01-ferry.txt"),
    Written(Rung.GUESS, "2 May 2020"),
    Written(Rung.URL, "https://news.example/2020/05/03/ferry"),
    Written(Rung.DATELINE, "May 4, 2020"),
    Written(Rung.HEADER_LINE, "5 May 2020"),
    Written(Rung.FIELD, "2020-05-06"),
    Written(Rung.PAGE, "2020-05-07T23:00-04:00"),
    Written(Rung.FRONT_MATTER, "2020-05-08"),
    Written(Rung.LISTED, "2020-05-09"),
    Written(Rung.OVERRIDE, "2020-05-10"),
]


@pytest.mark.parametrize("rungs", range(1, len(LADDER) + 1))
def test_the_surest_rung_holds(rungs: int) -> None:
    published, _ = settle_day(LADDER[:rungs])
    assert published is not None
    assert iso_day(published.day) == f"2020-05-{rungs:02d}"
    assert published.rung == LADDER[rungs - 1].rung.words


def test_two_rungs_that_disagree_by_more_than_two_days_are_named() -> None:
    said = [Written(Rung.HEADER_LINE, "5 May 2020"), Written(Rung.URL, "/2020/05/02/")]
    assert settle_day(said)[1] == ["published: header line “5 May 2020” says 2020-05-05, URL “/2020/05/02/” 2020-05-02"]
    assert settle_day([said[0], Written(Rung.URL, "/2020/05/03/")])[1] == []


def test_a_person_is_not_told_that_the_article_disagrees() -> None:
    assert settle_day([Written(Rung.LISTED, "2020-05-05"), Written(Rung.URL, "/2019/01/02/")])[1] == []


def test_a_rung_with_an_impossible_date_is_named_and_the_next_one_holds() -> None:
    published, warnings = settle_day(
        [Written(Rung.FRONT_MATTER, "2020-02-30", "date: 2020-02-30"), Written(Rung.URL, "/2020/03/01/")]
    )
    assert published is not None and published.rung == "URL"
    assert warnings == ["published: front matter “date: 2020-02-30”: '2020-02-30' does not exist: February 2020 has 29 days"]


@pytest.mark.parametrize("value", ["May", "soon", "2020", "May 2020"])
def test_a_field_that_holds_no_full_date_is_named(value: str) -> None:
    published, warnings = settle_day([Written(Rung.FIELD, value, f"date: {value}")])
    assert published is None
    assert "no date with day, month and year" in warnings[0]


OPEN = Written(Rung.FIELD, "03/04/2020", "date: 03/04/2020")


def test_a_date_with_two_readings_is_none_and_both_are_named() -> None:
    published, warnings = settle_day([OPEN])
    assert published is None
    assert "2020-04-03 or 2020-03-04" in warnings[0]
    assert "day_first" in warnings[0]


@pytest.mark.parametrize(
    ("others", "text", "custom", "day"),
    [
        ([], "", Custom(Order.DAY, "", by_hand=True), "2020-04-03"),
        ([], "", Custom(Order.MONTH, "", by_hand=True), "2020-03-04"),
        ([], "", Custom(Order.MONTH, "in US"), "2020-03-04"),
        ([], "It opened on 25/04/2019.", None, "2020-04-03"),
        ([], "It opened on 04/25/2019.", None, "2020-03-04"),
        ([], "It opened on 25/04/2019.", Custom(Order.MONTH, "in US"), "2020-04-03"),
        ([], "It opened on 25/04/2019 and closed on 04/25/2019.", Custom(Order.DAY, "in GB"), None),
        ([Written(Rung.URL, "/2020/03/04/")], "", None, "2020-03-04"),
        ([Written(Rung.URL, "/2020/03/04/")], "", Custom(Order.DAY, "", by_hand=True), "2020-04-03"),
    ],
)
def test_what_settles_the_order_of_a_date(others: list[Written], text: str, custom: Custom | None, day: str | None) -> None:
    published, _ = settle_day([OPEN, *others], text, custom)
    assert (None if published is None else iso_day(published.day)) == day


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("https://a.example/2020/05/10/ferry", "2020-05-10"),
        ("https://a.example/world/2020/may/10/ferry", "2020-05-10"),
        ("https://a.example/20200510-ferry.html", "2020-05-10"),
        ("2020-05-10-ferry.md", "2020-05-10"),
        ("2020_05_10.txt", "2020-05-10"),
        ("ferry-2020.txt", None),
        ("https://a.example/2020/05/ferry", None),
        ("https://a.example/2020/13/10/ferry", None),
        ("https://a.example/id/320200510", None),
    ],
)
def test_a_day_in_an_address_or_a_name(path: str, day: str | None) -> None:
    published, warnings = settle_day([Written(Rung.URL, path)])
    assert (None if published is None else iso_day(published.day)) == day
    assert warnings == []


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example.com/a", None),
        ("https://news.example.co.uk/a", "2020-04-03"),
        ("https://news.example.de/a", "2020-04-03"),
        ("https://www.example.gov/a", "2020-03-04"),
        ("https://news.example.ca/a", None),
    ],
)
def test_the_country_of_the_site_settles_the_order(tmp_path: Path, url: str, day: str | None) -> None:
    article = read_one(tmp_path, "a.txt", f"---\ndate: 03/04/2020\nurl: {url}\n---{BODY}".encode())
    assert day_of(article) == day


def test_the_language_tag_tells_the_country(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.txt", f"---\ndate: 05/10/2020\nlang: en-US\n---{BODY}".encode())
    assert day_of(article) == "2020-05-10"


@pytest.mark.parametrize(("day_first", "day"), [(True, "2020-04-03"), (False, "2020-03-04"), (None, None)])
def test_the_command_line_tells_the_order(tmp_path: Path, day_first: bool | None, day: str | None) -> None:
    article = read_one(tmp_path, "a.txt", f"Published: 03/04/2020{BODY}".encode(), Settings(day_first=day_first))
    assert day_of(article) == day
    assert bool(article.notes) == (day is None)


def test_the_override_is_for_all(tmp_path: Path) -> None:
    article = read_one(tmp_path, "2019-01-01.txt", f"Published: 8 May 2020{BODY}".encode(), Settings(override="2020-05-09"))
    assert article.published is not None
    assert (day_of(article), article.published.rung, article.notes) == ("2020-05-09", "--published-override", ())


def test_the_time_and_the_zone_are_kept_as_written(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.txt", f"---\ndate: 2020-05-12T00:30+09:00\n---{BODY}".encode())
    assert article.published is not None
    assert (day_of(article), article.published.time) == ("2020-05-12", "00:30+09:00")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("report 10 May 2020.txt", "2020-05-10"),
        ("May-8-2020_ferry.txt", "2020-05-08"),
        ("ferry, 10 mai 2020.txt", "2020-05-10"),
        ("from 8 May 2020 to 10 May 2020.txt", ""),
        ("10.05.2020.txt", ""),
        ("ferry 31 April 2020.txt", ""),
    ],
)
def test_a_day_in_words_in_a_file_name(name: str, day: str) -> None:
    published, _ = settle_day([Written(Rung.FILE_NAME, name)])
    assert (iso_day(published.day) if published else "") == day


def test_where_machines_begin_to_count_is_no_day_of_publication() -> None:
    stamp = Written(Rung.PAGE, "1970-01-01T00:00:00Z")
    published, warnings = settle_day([stamp, Written(Rung.URL, "/2020/05/10/")])
    assert published is not None
    assert iso_day(published.day) == "2020-05-10"
    assert any("machines begin to count" in warning for warning in warnings)
    by_hand, _ = settle_day([Written(Rung.FRONT_MATTER, "1 January 1970")])
    assert by_hand is not None
