"""Offsets hold whatever stands in a text, and what nobody sees hides no date."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.reading import article_of, day_of, read_one
from timeline.events import tell
from timeline.interval import day_number
from timeline.notation import iso_day, iso_days
from timeline.plain import plain
from timeline.recognize import recognize

SUNDAY = day_number(2020, 5, 10)
DATA = Path(__file__).parent.parent / "data"
SAMPLES = [path.read_text(encoding="utf-8")[:900] for path in sorted(DATA.iterdir())]
INVISIBLE = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
BLANKS = "\xa0\u1680\u2000\u2002\u2003\u2005\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
NO_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"


def days(text: str) -> list[tuple[str, str | None, str | None]]:
    """The phrases as they read, and the days they mean; that each is a stretch of the text is looked at on the way."""
    found = recognize(text, SUNDAY)
    assert all(text[one.start : one.end] == one.text for mention in found for one in (mention, *mention.parts))
    return [(" ".join(plain(mention.text).text.split()), *iso_days(mention.interval)) for mention in found]


@pytest.mark.parametrize(
    ("text", "phrase", "day"),
    [
        ("He left on Satur\u00adday.", "Satur\u00adday", "2020-05-09"),
        ("He left on May\u200b 5.", "May\u200b 5", "2020-05-05"),
        ("He left on \u2066Friday\u2069.", "Friday", "2020-05-08"),
        ("He left on \u202b5 May 2019\u202c.", "5 May 2019", "2019-05-05"),
        ("\ufeffOn Fri\ufeffday he left.", "Fri\ufeffday", "2020-05-08"),
        ("He left on 2019\u2060-05-\u200d05.", "2019\u2060-05-\u200d05", "2019-05-05"),
        ("He left on 5\u00a0May\u202f2019.", "5\u00a0May\u202f2019", "2019-05-05"),
        ("He left on May\u20095,\u30002019.", "May\u20095,\u30002019", "2019-05-05"),
        ("Zoe\u0301 and Rene\u0301 left on Friday 🎉 for ever.", "Friday", "2020-05-08"),
        ("👩\u200d🚀 left on Friday.", "Friday", "2020-05-08"),
        ("İSTANBUL: he left on Friday.", "Friday", "2020-05-08"),
        ("He left on May\r\n5, 2019.", "May\r\n5, 2019", "2019-05-05"),
        ("He left on May\r5, 2019.", "May\r5, 2019", "2019-05-05"),
        ("He left on the fourth\u00a0of\u00a0July 2019.", "the fourth\u00a0of\u00a0July 2019", "2019-07-04"),
    ],
)
def test_a_phrase_is_the_stretch_of_the_text_that_it_stands_in(text: str, phrase: str, day: str) -> None:
    (found,) = recognize(text, SUNDAY)
    assert (found.text, iso_days(found.interval)) == (phrase, (day, day))
    assert text[found.start : found.end] == phrase


@given(st.sampled_from(SAMPLES), st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from(INVISIBLE)), max_size=30))
@settings(max_examples=150, deadline=None)
def test_invisible_characters_change_no_date(text: str, inserted: list[tuple[int, str]]) -> None:
    strewn = text
    for place, sign in inserted:
        at = place % (len(strewn) + 1)
        strewn = strewn[:at] + sign + strewn[at:]
    assert days(strewn) == days(text)


@given(st.sampled_from(SAMPLES), st.sampled_from(BLANKS + NO_LINE_ENDS), st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=60, deadline=None)
def test_the_kind_of_blanks_and_of_line_ends_changes_no_date(text: str, blank: str, end: str) -> None:
    assert days(text.replace(" ", blank).replace("\n", end)) == days(text)


@given(st.sampled_from(SAMPLES), st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from(INVISIBLE)), min_size=1, max_size=20))
@settings(max_examples=60, deadline=None)
def test_an_article_tells_the_same_with_invisible_characters_in_its_prose(text: str, inserted: list[tuple[int, str]]) -> None:
    strewn, prose = text, text.index(". ")
    for place, sign in inserted:
        at = prose + place % (len(strewn) - prose)
        strewn = strewn[:at] + sign + strewn[at:]
    plainly, told = tell(article_of(text)), tell(article_of(strewn))
    assert told.article.text == strewn
    assert [(e.title, e.date, e.sources[0].sentence) for e in told.events] == [
        (e.title, e.date, e.sources[0].sentence) for e in plainly.events
    ]
    for finding, other in zip(told.findings, plainly.findings, strict=True):
        assert strewn[finding.mention.start : finding.mention.end] == finding.mention.text
        assert plain(strewn[slice(*finding.sentence)]).text == plain(text[slice(*other.sentence)]).text


def test_a_line_ends_at_no_other_character_than_a_line_end() -> None:
    for sign in NO_LINE_ENDS:
        article = article_of(
            f"The ferry\n\nPublished: 10 May 2020\n\nThe ferry sank{sign}in the dark on Friday, and nobody came."
        )
        (event,) = tell(article).events
        assert event.sources[0].sentence == "The ferry sank in the dark on Friday, and nobody came."
        assert day_of(article) == "2020-05-10"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_article_with_any_line_ends_and_a_mark_of_order_keeps_its_text(tmp_path: Path, end: str) -> None:
    text = end.join(["The ferry is gone", "", "Published: 10 May 2020", "", "The ferry sank on Saturday.", "", "By Friday", ""])
    article = read_one(tmp_path, "a.txt", "\ufeff".encode() + text.encode())
    assert article.text == text
    finding = tell(article).findings[-2]
    assert text[slice(*finding.sentence)] == "The ferry sank on Saturday."
    assert iso_day(finding.mention.interval.first_day if finding.mention.interval else None) == "2020-05-09"


def test_invisible_characters_are_flagged_with_their_count_and_joined_emoji_are_not() -> None:
    notes = article_of("The fer\u00adry\n\nThe fer\u00adry sank on Satur\u00adday \u2066in the dark\u2069.").notes
    assert [note for note in notes if "5 invisible characters (direction mark 2, soft hyphen 3)" in note]
    assert not article_of("The ferry\n\nThe ferry sank on Saturday 👩\u200d🚀, said می\u200cخواهم.").notes


@pytest.mark.parametrize(
    "line", ["\u200ePublished: 10\u00a0May\u202f2020", "Publi\u00adshed: May\u200b 10, 2020", "\u206710 mai\u00a02020\u2069"]
)
def test_a_header_line_is_read_past_what_is_invisible(line: str) -> None:
    article = article_of(f"The fer\u00adry is gone\n\n{line}\n\nThe ferry sank on Saturday.")
    assert (article.title, day_of(article)) == ("The ferry is gone", "2020-05-10")
