"""Dates in figures that read two ways: what the rest of the article tells of them, and what is said where it tells nothing."""

from __future__ import annotations

import pytest

from timeline.explain import explain
from timeline.interval import day_number
from timeline.notation import iso_day
from timeline.recognize import read_words, recognize
from timeline.tagging import tag

PUBLISHED = day_number(2019, 6, 1)
TEXT = """The parcel left the port on 03/04/2019 by the night ferry.

{}

It was opened on 05/06/2018 in the customs shed, and again on 07.08.2018.
"""


def days(middle: str) -> list[str | None]:
    """The day of each phrase in figures of the text with that paragraph."""
    found = recognize(TEXT.format(middle), PUBLISHED)
    return [m.interval and iso_day(m.interval.first_day) for m in found if m.text[:2] in ("03", "05", "07")]


@pytest.mark.parametrize(
    ("middle", "wanted"),
    [
        ("The captain had died on 25/04/1999.", ["2019-04-03", "2018-06-05", "2018-08-07"]),
        ("The captain had died on 04/25/1999.", ["2019-03-04", "2018-05-06", "2018-07-08"]),
        ("The captain had died on 25.4.1999.", ["2019-04-03", "2018-06-05", "2018-08-07"]),
        ("That was on 3 April 2019, as the log has it.", ["2019-04-03", "2018-06-05", "2018-08-07"]),
        ("That was on March 4, as the log has it.", ["2019-03-04", "2018-05-06", "2018-07-08"]),
        ("That was on 4 March, or on 3 April.", [None, None, "2018-08-07"]),
        ("The captain had died on 25/04/1999, and his heir on 04/25/2001.", [None, None, "2018-08-07"]),
        ("The captain had died on 06/06/1999.", [None, None, "2018-08-07"]),
        ("The captain had died in April 2019.", [None, None, "2018-08-07"]),
        ("The captain had died.", [None, None, "2018-08-07"]),
    ],
)
def test_the_article_settles_the_order(middle: str, wanted: list[str | None]) -> None:
    assert days(middle) == wanted


def test_both_readings_are_named_where_nothing_settles_them() -> None:
    (expression,) = tag({"text": "It came on 03/04/2019."}, why=True)["expressions"]
    assert (expression["value"], expression["earliest"], expression["latest"]) == ("2019-XX-XX", None, None)
    both = "it does not tell which number is the day and which the month: 3 April 2019 or 4 March 2019"
    assert expression["why"]["reason"] == both
    assert f"why        {both}" in list(explain("It came on 03/04/2019.", None))


def test_the_reason_says_what_settled_it() -> None:
    lines = list(explain("It left on 25/03/2019 and came on 03/04/2019.", None, "03/04/2019"))
    assert lines[-1] == "why        “03/04/2019” is Wednesday 3 April 2019: the day stands first, as elsewhere in the article."


def test_a_date_typed_by_hand_in_figures_is_not_guessed() -> None:
    assert read_words("03/04/2019") is None
    assert read_words("3.4.2019") is None
