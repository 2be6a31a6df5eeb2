"""What is read of JSON and JSON lines: which fields, which records, where a broken one is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.readers.reading import day_of, read_all, read_one, why_skipped
from timeline.articles import Settings
from timeline.articles.settings import MB
from timeline.model import Article, Skipped

BODY = "The old ferry sank in the harbour on Saturday, and the crew swam to the shore in the dark."


def numbered(number: int) -> str:
    return f"{BODY} It was boat number {number}."


def line(**fields: Any) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def told(found: list[Article | Skipped]) -> list[tuple[str, str]]:
    """The place of each record, and why it is skipped; "" for what is read."""
    return [(one.record, one.why if isinstance(one, Skipped) else "") for one in found]


@pytest.mark.parametrize("name", "date published publish_date Published-At pubDate date_published created_at DATETIME".split())
def test_names_of_the_day(tmp_path: Path, name: str) -> None:
    article = read_one(tmp_path, "a.jsonl", line(**{name: "2020-05-08", "text": BODY}))
    assert day_of(article) == "2020-05-08"
    assert article.published is not None
    assert (article.published.rung, article.published.evidence) == ("field", f"{name}: 2020-05-08")


@pytest.mark.parametrize("name", "text body content article full_text maintext articleBody".split())
def test_names_of_the_text(tmp_path: Path, name: str) -> None:
    assert read_one(tmp_path, "a.jsonl", line(**{name: BODY})).text == BODY


def test_all_fields(tmp_path: Path) -> None:
    fields = {
        "Headline": "Gone &amp; lost",
        "canonical_url": "https://bay.example/gone",
        "authors": ["Ann Lee", {"name": "Bo Ek"}],
        "source": {"id": 7, "name": "Bay News"},
        "lang": "en-GB",
        "maintext": "Short.",
    }
    article = read_one(tmp_path, "a.jsonl", line(**fields))
    assert (article.title, article.url, article.author) == ("Gone & lost", "https://bay.example/gone", "Ann Lee, Bo Ek")
    assert (article.site, article.language) == ("Bay News", "en")


def test_other_names_are_told_by_the_person(tmp_path: Path) -> None:
    raw = line(Datum="2020-05-08", date="2020-01-01", Inhalt=BODY)
    settings = Settings({"published": "datum", "text": "Inhalt"})
    assert day_of(read_one(tmp_path, "a.jsonl", raw, settings)) == "2020-05-08"
    assert (
        read_all(tmp_path, "a.jsonl", raw)[0].why  # type: ignore[union-attr]
        == "none of the columns is known as the text: Datum, date, Inhalt; name it with --column text=Inhalt"
    )


@pytest.mark.parametrize("stamp", [1588896000, 1588896000.5, "1588896000", 1588896000000, {"$date": 1588896000000}])
def test_seconds_since_1970_are_a_day_in_utc(tmp_path: Path, stamp: Any) -> None:
    article = read_one(tmp_path, "a.jsonl", line(timestamp=stamp, text=BODY))
    assert day_of(article) == "2020-05-08"
    assert article.published is not None and article.published.evidence.endswith("which is 2020-05-08 in UTC")


@pytest.mark.parametrize("words", ["20200508", "20200508231400", "2020-05-08T23:14:00-11:00", "Fri, 08 May 2020 23:14:00 GMT"])
def test_the_day_is_the_one_written(tmp_path: Path, words: str) -> None:
    assert day_of(read_one(tmp_path, "a.jsonl", line(date=words, text=BODY))) == "2020-05-08"


def test_the_day_of_a_change_counts_where_no_other_is_told(tmp_path: Path) -> None:
    assert day_of(read_one(tmp_path, "a.jsonl", line(updated="2020-05-09", date="2020-05-08", text=BODY))) == "2020-05-08"
    article = read_one(tmp_path, "b.jsonl", line(updated="2020-05-09", date="", text=BODY))
    assert article.published is not None and article.published.evidence == "updated: 2020-05-09"


def test_markup_becomes_text(tmp_path: Path) -> None:
    raw = line(
        title={"rendered": "A &#8217;n&#8217; B"}, content={"rendered": f"<p>{BODY}</p><script>x()</script><p>8 &lt; 9</p>"}
    )
    article = read_one(tmp_path, "a.jsonl", raw)
    assert (article.title, article.text) == ("A ’n’ B", f"{BODY}\n\n8 < 9")
    plain = "8 < 9 & so on\n\n<b>Two</b> of them"
    assert read_one(tmp_path, "b.jsonl", line(text=plain)).text == "8 < 9 & so on\n\nTwo of them"


def test_a_dateline_in_the_text_is_no_event_and_tells_the_day(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.jsonl", line(title="Gone", text=f"GENEVA, May 8, 2020 (Wire) — {BODY}"))
    assert day_of(article) == "2020-05-08"
    assert [region.why for region in article.furniture] == ["dateline"]


def test_a_text_of_one_short_line_is_no_headline(tmp_path: Path) -> None:
    assert read_one(tmp_path, "a.jsonl", line(text="Ferry sank on Saturday")).furniture == ()


def test_broken_lines_are_told_with_their_place_and_the_others_go_on(tmp_path: Path) -> None:
    raw = line(text=numbered(1)) + b'{"text": "a",,}\n\n[1, 2]\n' + line(id=1, when="x") + line(text=" ") + line(text=numbered(2))
    found = told(read_all(tmp_path, "a.jsonl", raw))
    assert [place for place, _ in found] == ["1", "2", "4", "5", "6", "7"]
    assert found[0][1] == found[5][1] == ""
    assert found[1][1].startswith("broken JSON at line 2, column 14:")
    assert found[2][1].startswith("no article: a record has to be an object")
    assert found[3][1] == "none of the columns is known as the text: id, when; name it with --column text=id"
    assert found[4][1] == "there is no text in its column 'text'"


def test_what_json_may_hold_and_nobody_expects(tmp_path: Path) -> None:
    raw = (
        b'{"text": ' + b"[" * 100_000 + b"\n"
        b'{"text": "%s", "x": NaN, "date": NaN, "title": "\\ud800Gone", "text": "%s"}\n'
        % (b"no", BODY.encode())
        + b'{"text": "%s", "x": %s}\n' % (BODY.encode(), b"1" * 5000)
        + b'{"text": "%s", "date": 1e999, "title": true}\n' % numbered(3).encode()
    )
    first, second, third, fourth = read_all(tmp_path, "a.jsonl", raw)
    assert told([first, third]) == [
        ("1", "lists in lists, too deep to be read"),
        ("3", "broken JSON: a number of thousands of digits"),
    ]
    assert isinstance(second, Article) and isinstance(fourth, Article)
    assert (second.title, second.text, second.published) == ("?Gone", BODY, None)
    assert (fourth.title, fourth.published) == ("", None)


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path) -> None:
    raw = b'{"text": "' + b"x" * (3 * MB) + b'"}\n' + line(text=BODY)
    assert told(read_all(tmp_path, "a.jsonl", raw, Settings(largest=MB))) == [
        ("1", "larger than 1 MB, so all of it is left out: cut it into articles, or raise --largest"),
        ("2", ""),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marks_of_encodings(tmp_path: Path, encoding: str) -> None:
    raw = f'{{"text": "{BODY} Où?", "date": "2020-05-08"}}\n'.encode(encoding)
    for name in ("a.jsonl", "b.json"):
        article = read_one(tmp_path, name, raw)
        assert (article.text, day_of(article)) == (f"{BODY} Où?", "2020-05-08")


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_a_line_that_is_no_utf_8_is_never_silently_wrong(tmp_path: Path, name: str) -> None:
    accents = "Le café de la gare a fermé samedi, après l'été."
    raw = line(text=BODY) + f'{{"text": "{accents}"}}\n'.encode("cp1252")
    good, odd = read_all(tmp_path, name, raw)
    assert isinstance(good, Article) and good.text == BODY
    assert isinstance(odd, Skipped) or (odd.text == accents and odd.notes)


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv"])
def test_binary_is_no_text(tmp_path: Path, name: str) -> None:
    assert "NUL" in why_skipped(tmp_path, name, b"\0\1\2" * 9000)


# ---------------------------------------------------------------- .json


ONE, TWO = {"date": "2020-05-08", "text": numbered(1)}, {"date": "2020-05-09", "text": numbered(2)}


@pytest.mark.parametrize(
    "value",
    [
        [ONE, TWO],
        {"articles": [ONE, TWO]},
        {"status": "ok", "response": {"meta": {"hits": 2}, "docs": [ONE, TWO]}},
        {"hits": {"hits": [{"_id": "1", "_source": ONE}, {"_id": "2", "_source": TWO}]}},
        {"tags": [{"id": 1}], "description": "A dump", "items": [ONE, TWO]},
        {"a1": ONE, "a2": TWO},
    ],
    ids=["list", "list in object", "nested", "search hits", "feed", "by id"],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_shapes(tmp_path: Path, value: Any, indent: int | None) -> None:
    found = read_all(tmp_path, "a.json", json.dumps(value, indent=indent).encode())
    assert told(found) == [("1", ""), ("2", "")]
    assert [one.path for one in found] == ["a.json#1", "a.json#2"]
    assert [day_of(one) for one in found if isinstance(one, Article)] == ["2020-05-08", "2020-05-09"]


def test_one_object_is_one_article(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.json", json.dumps(ONE | {"images": [{"description": "x"}]}, indent=1).encode())
    assert (article.path, article.record, day_of(article)) == ("a.json", "", "2020-05-08")


def test_json_lines_by_another_name(tmp_path: Path) -> None:
    raw = line(**ONE) + b"{broken}\n" + line(**TWO)
    assert [place for place, _ in told(read_all(tmp_path, "a.json", raw))] == ["1", "2", "3"]
    pretty = json.dumps(ONE, indent=1) + "\n" + json.dumps(TWO, indent=1)
    assert told(read_all(tmp_path, "b.json", pretty.encode())) == [("1", ""), ("2", "")]


def test_a_json_feed(tmp_path: Path) -> None:
    item = {"id": "1", "content_html": f"<p>{BODY}", "date_published": "2020-05-08T23:00:00-07:00", "authors": [{"name": "Ann"}]}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Bay News", "language": "en-GB", "items": [item]}
    article = read_one(tmp_path, "a.json", json.dumps(feed).encode())
    assert (article.site, article.author, day_of(article), article.text) == ("Bay News", "Ann", "2020-05-08", BODY)


def test_what_is_broken_in_a_list_is_told_and_what_stands_before_is_read(tmp_path: Path) -> None:
    raw = f'[{{"text": "{BODY}"}},\n {{"text": "b" "c"}}, {{"text": "d"}}]'.encode()
    article, skipped = read_all(tmp_path, "a.json", raw)
    assert isinstance(article, Article) and isinstance(skipped, Skipped)
    assert skipped.why.startswith("item 2: broken JSON at line 2, column 15:")
    assert skipped.why.endswith("it and what stands behind it are left out")
    (_, cut_off) = read_all(tmp_path, "b.json", f'[{{"text": "{BODY}"}},'.encode())
    assert isinstance(cut_off, Skipped) and "ends in the middle" in cut_off.why


def test_a_list_is_streamed_across_the_pieces_it_is_read_in(tmp_path: Path) -> None:
    records = [{"text": f"{numbered(n)} " + "x" * (n * 997 % 90_000), "n": [n, {"a": None}]} for n in range(60)]
    found = read_all(tmp_path, "a.json", json.dumps(records, indent=1).encode())
    assert [one.text for one in found if isinstance(one, Article)] == [record["text"] for record in records]


def test_a_list_of_what_is_no_article_is_counted_right(tmp_path: Path) -> None:
    found = read_all(tmp_path, "a.json", json.dumps(list(range(10_000_000, 10_020_000))).encode())
    assert len(found) == 20_000
    assert {why for _, why in told(found)} == {
        'no article: a record has to be an object like {"published": …, "title": …, "text": …}'
    }


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "the file is empty"),
        (b"   \n", "the file is empty"),
        (b'"text"', "no JSON: it begins with neither [ nor {"),
        (b"[]", "it holds no article"),
        (b"{}", "the record is empty"),
        (b"[" * 100_000, "item 1: lists in lists, too deep to be read; it and what stands behind it are left out"),
        (b'{"a": 1,\n "b": }', "broken JSON at line 2, column 7: expecting value"),
        (b'{"a": [{"text": "x"}], "b": [{"text": "y"}]}', "it holds several lists of articles (a, b): "),
    ],
)
def test_what_is_no_list_of_articles(tmp_path: Path, raw: bytes, why: str) -> None:
    assert why_skipped(tmp_path, "a.json", raw).startswith(why)


def test_an_object_is_read_up_to_a_limit_and_a_list_beyond_it(tmp_path: Path) -> None:
    filler = "x" * (2 * MB)
    big = b'{"articles": [' + b",".join(json.dumps({"note": filler, "text": numbered(n)}).encode() for n in range(28)) + b"]}"
    assert "larger than 50 MB as one JSON object: convert it to JSON lines" in why_skipped(tmp_path, "a.json", big)
    assert len(read_all(tmp_path, "b.json", big.removeprefix(b'{"articles": ').removesuffix(b"}"))) == 28
