"""Whatever the text, the tagger reads it: no exception, and mentions that are stretches of it, in order, with true dates."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.explain import explain
from timeline.interval import day_number
from timeline.kind import Kind
from timeline.languages.en.words import WORDS
from timeline.notation import date_text, iso_days, parse_date
from timeline.recognize import Mention, recognize
from timeline.tagging import tag

NUMBERS = (
    "0 1 2 9 12 13 24 30 31 32 99 000 0900 1000 1500 1799 1900 1985 1999 2000 2019 2020 2199 2200 9999 1st 2nd 21st 31st 99th "
    "0th 1980s 80s '90s 1,000 999,999 1,000,000,000 3.5 2½ 1-1/2 ½ 2020-05-08 2020-13-45 0000-00-00 9999-12-31 2016-04 2016-00 "
    "2020-05-08t12:30:00z 2020-05-08T25:61:00+05:30 1999/2000 1999/00 03/04/2019 3.4.19 30/02/2019 99/99/99 9pm 12am 13pm 0am "
    "11:59 24:00 3:15 8.30 7.30pm 1066-99 1-9999 99999999999999999999 ² 2015² ٣ १९"
).split()
SIGNS = [
    *", . ; : ! ? - – — / ( ) [ ] \" ' ’ “ ” `` '' … & % $ £ § # 's ’s".split(),
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\xa0",
    "\u200b",
]
OTHERS = (
    "the a of in on at to from until since by before after and or for that this was will said Mr. had He they people no. room "
    "years-old about than not each per Street song film once İSTANBUL ß ﬁ 日本 é \u0301 ſ ŉ ΐ 🎉"
).split()
PIECES = st.one_of(
    st.sampled_from(sorted(WORDS)),
    st.sampled_from(sorted(WORDS)).map(str.title),
    st.sampled_from(NUMBERS),
    st.sampled_from(SIGNS),
    st.sampled_from(OTHERS),
    st.text(max_size=4),
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", " ", " ", " ", "", "-", ", ", "\n"])), max_size=12).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
DAYS = ["2020-05-08", "2020-02-29", "2019-12-31", "1600-03-01", "0001-01-01", "9999-12-31", None]


def number(day: str | None) -> int | None:
    return None if day is None else day_number(*(int(part) for part in day.split("-")))


def check(mention: Mention, text: str) -> None:
    """That a mention is a stretch of the text without blanks around it, and its date one that can be written and read."""
    assert text[mention.start : mention.end] == mention.text
    assert mention.text == mention.text.strip() != ""
    if mention.interval is not None:
        first, last = mention.interval.first_day, mention.interval.last_day
        assert first is None or last is None or first <= last
        assert iso_days(parse_date(date_text(mention.interval))) == iso_days(mention.interval)


@given(TEXTS, st.sampled_from(DAYS), st.sampled_from([None, *Kind]))
@settings(max_examples=600, deadline=None)
@example("dec Minutes ² Jul. ", "2020-05-08", None)
@example("1,000,000,000 A.D.", None, None)
def test_any_text_is_read(text: str, published: str | None, kind: Kind | None) -> None:
    end = 0
    for mention in recognize(text, number(published), kind):
        check(mention, text)
        assert mention.start >= end, "they overlap"
        end = mention.end
        inner = mention.start
        for part in mention.parts:
            check(part, text)
            assert inner <= part.start and part.end <= mention.end
            inner = part.end


@given(TEXTS, st.sampled_from(DAYS), st.sampled_from([None, *Kind]))
@settings(max_examples=300, deadline=None)
@example("dec Minutes ² Jul. ", "2020-05-08", None)
def test_any_text_is_tagged_with_its_reasons_and_explained(text: str, published: str | None, kind: Kind | None) -> None:
    record = {"id": 1, "published": published, "text": text}
    expressions = tag(record, None if kind is None else kind.value, why=True)["expressions"]
    assert all(found["why"] for found in expressions)
    assert bool(list(explain(text, number(published)))) == bool(recognize(text, number(published)))
