"""Before, after, since, until: an event beside a date is not dated by it alone."""

from __future__ import annotations

import pytest

from tests.readers.reading import article_of
from timeline.events import tell
from timeline.notation import date_text


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Ann Lee left the ministry of transport before 2019.", "..2018"),
        ("The council sold the old ferry before May 3, 2020, as everybody knows.", "..2020-05-02"),
        ("The new taxes on the ferry took effect after 1 June 2018.", "2018-06-02.."),
        ("The park in Dunmere has been shut since January.", "2020-01/.."),
        ("The park in Dunmere was closed until 3 May.", "../2020-05-03"),
        ("The council paid for the ferry before the end of 2019.", "..2019"),
        ("The park in Dunmere did not open until 3 May.", "2020-05-03"),
        ("The mayor of Dunmere left in May 2019 after the vote.", "2019-05"),
        ("The harbour was empty after March elections of the union.", "2020-03"),
        ("The mayor of Dunmere resigned the day after the vote on Friday.", "2020-05-09"),
        ("The ferry ran aground two days before the regatta on 3 May.", "2020-05-01"),
        ("The bridge was mended a week after the flood on 3 May.", "2020-05-10~"),
    ],
)
def test_the_date_of_an_event(sentence: str, date: str) -> None:
    article = article_of(f"---\ntitle: A\ndate: 2020-05-10\n---\n\nNobody was hurt, it is said.\n\n{sentence}\n")
    assert date_text(tell(article).events[0].date) == date


def test_what_only_says_since_when_there_was_nothing_like_it_dates_no_event() -> None:
    article = article_of("---\ntitle: A\ndate: 2020-05-10\n---\n\nDunmere won the cup on 3 May for the first time since 2012.\n")
    assert [date_text(event.date) for event in tell(article).events] == ["2020-05-03"]


def test_the_reason_says_what_made_another_date_of_the_phrase() -> None:
    article = article_of("---\ntitle: A\ndate: 2020-05-10\n---\n\nThe mayor resigned the day after the vote on Friday.\n")
    assert "With “the day after”: 9 May 2020." in tell(article).findings[-1].mention.reason


def test_a_day_that_the_sentence_denies_has_no_event() -> None:
    article = article_of("---\ntitle: A\ndate: 2020-05-10\n---\n\nThe talks began not on Friday but on Saturday.\n")
    assert [(date_text(event.date), event.sources[0].phrase) for event in tell(article).events] == [("2020-05-09", "Saturday")]
