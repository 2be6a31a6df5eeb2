"""The same event told by two articles is one; two events never become one."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.readers.reading import article_of
from timeline.events import tell
from timeline.merge import Merged, merge
from timeline.model import Event
from timeline.notation import date_text


def events(name: str, text: str, published: str = "2020-05-10", headline: str = "A headline") -> list[Event]:
    return list(tell(article_of(f"{headline}\n\nPublished: {published}\n\nNobody was surprised.\n\n{text}\n", name)).events)


def merged(one: str, other: str) -> Merged:
    return merge(events("one.txt", one) + events("other.txt", other))


SAME = [
    (
        "On Saturday the mayor of Lund, Ada Holm, opened the harbour bridge.",
        "Ada Holm opened the bridge over the harbour on May 9.",
        "2020-05-09",
    ),
    (
        "In late January Arvid Dahl sent an aid fund to Lund.",
        "The company of Arvid Dahl sent the aid fund in late January.",
        "2020-01-21..2020-01-31",
    ),
    # the one allows more days than the other
    ("In early May Ada Holm opened the harbour bridge.", "On May 9 Ada Holm opened the harbour bridge.", "2020-05-09"),
    ("Ada Holm opened the harbour bridge of Lund in 2019.", "On 4 March 2019 Ada Holm opened the harbour bridge.", "2019-03-04"),
    # what goes on since the same time
    (
        "Holm Timber has been building a ferry for Lund since March 2019.",
        "In Lund the ferry has been built by Holm Timber since March 2019.",
        "2019-03/..",
    ),
    # a verb and the noun that is made of it
    ("The delivery of the ferry to Lund was on May 8.", "On May 8 the ferry was delivered to Lund.", "2020-05-08"),
]
NOT_THE_SAME = [
    # another date
    ("On Saturday Ada Holm opened the harbour bridge.", "On April 3 Ada Holm opened the harbour bridge."),
    # the same vague date, another thing
    ("In late January Ada Holm sent an aid fund to Lund.", "In late January trade between Lund and the islands stopped."),
    # nobody in common
    ("On Saturday the crew of the Vega found a wreck.", "On Saturday the crew of the Polaris found a wreck."),
    # somebody in common, but each is about somebody whom the other does not know
    (
        "In Lund Market trading on Friday, Holm Timber shares fell to a new low.",
        "In Lund Market trading on Friday, Dahl Fish shares fell to a new low.",
    ),
    # the same in other figures
    ("Holm Timber of Lund earned $4.5 million in 2019.", "Holm Timber of Lund earned $7.25 million in 2019."),
    # the vaguer the date, the more has to be the same
    ("In 2019 Ada Holm opened a school in Lund.", "In 2019 Ada Holm opened the harbour bridge, and Lund paid for it."),
    # a noon is no evening
    ("The bank of Lund opened its doors at 9 a.m. on May 8.", "The bank of Lund opened its doors at 4 p.m. on May 8."),
]


@pytest.mark.parametrize(("one", "other", "date"), SAME)
def test_one_event(one: str, other: str, date: str) -> None:
    (event,) = merged(one, other).events
    assert [source.article for source in event.sources] == ["one.txt", "other.txt"]
    assert date_text(event.date) == date


@pytest.mark.parametrize(("one", "other"), NOT_THE_SAME)
def test_two_events(one: str, other: str) -> None:
    assert len(merged(one, other).events) == 2


def test_three_dates_that_overlap_leave_the_days_that_all_allow() -> None:
    told = [
        *events("a.txt", "In early May Ada Holm opened the harbour bridge."),
        *events("b.txt", "Last week Ada Holm opened the harbour bridge."),  # 3 to 9 May, for it is a Sunday
    ]
    (event,) = merge(told).events
    assert date_text(event.date) == "2020-05-03..2020-05-09"


def test_sentences_of_one_article_are_one_only_where_they_plainly_repeat_each_other() -> None:
    repeated = "On Saturday Ada Holm opened the bridge. The bridge that Ada Holm opened on Saturday is red."
    assert len(merge(events("one.txt", repeated)).events) == 1
    two = "On Saturday Ada Holm opened the bridge. On Saturday Ada Holm opened a school and a bakery in Tarn."
    assert len(merge(events("one.txt", two)).events) == 2


def test_who_dates_twice_in_one_sentence_tells_two() -> None:
    told = events("one.txt", "Ada Holm opened the bridge on Friday, and Ada Holm opened the bridge on 8 May for the second time.")
    assert len(told) == len(merge(told).events)


def test_the_title_is_the_earliest_tellers_and_of_the_same_day_the_headlines() -> None:
    later = events("a.txt", "Ada Holm, who is mayor, opened the bridge over the harbour on May 8.", "2020-05-11")
    first = events("b.txt", "On Friday Ada Holm opened the harbour bridge.", "2020-05-09")
    (event,) = merge(later + first).events
    assert (event.title, event.sources[0].article) == ("Ada Holm opens the harbour bridge", "b.txt")
    lead = tell(
        article_of("A bridge for Lund\n\nPublished: 2020-05-09\n\nAda Holm opened the harbour bridge on Friday.\n", "z.txt")
    )
    (event,) = merge([*later, *first, *lead.events]).events
    assert event.title == "A bridge for Lund"
    assert [source.article for source in event.sources] == ["b.txt", "z.txt", "a.txt"]


def test_a_report_is_not_what_it_reports_and_a_plan_is_not_what_came_of_it() -> None:
    one = events("one.txt", "On Saturday Ada Holm opened the harbour bridge.")
    other = events("other.txt", "On Saturday Ada Holm opened the harbour bridge at last.")
    assert len(merge(one + other).events) == 1
    assert len(merge([*one, *(replace(event, kind="report") for event in other)]).events) == 2
    kept = merge([*one, *(replace(event, status="planned") for event in other)])
    assert len(kept.events) == 2
    (maybe,) = kept.maybes
    assert {maybe.a, maybe.b} == {event.sources[0].id for event in kept.events}
    assert "planned" in maybe.why


def test_near_misses_are_kept_as_such() -> None:
    (maybe,) = merged(
        "In 2019 Ada Holm opened the harbour bridge after a long winter.",
        "In 2019 Ada Holm opened the harbour bridge and a school in Tarn with a speech.",
    ).maybes
    assert "vague" in maybe.why
    assert merged("In 2019 Ada Holm opened a bridge.", "In 2019 the crew of the Vega drowned.").maybes == []


def test_names_that_everybody_has_count_less_than_rare_ones() -> None:
    crowd = [event for n in range(12) for event in events(f"{n}.txt", f"Lund paid Tarn {n}00 crowns in April {1980 + n}.")]

    def told(one: str, other: str) -> Merged:
        return merge([*crowd, *events("x.txt", one), *events("y.txt", other)])

    moved = told("On Friday Arvid Dahl of Lund sold the yard.", "On Friday Arvid Dahl of Tarn sold the yard.")
    assert len(moved.events) == len(crowd) + 1
    others = told("On Friday Lund gave Arvid Dahl a medal.", "On Friday Lund gave Nell Okafor a medal.")
    assert (len(others.events), others.maybes) == (len(crowd) + 2, [])


def test_the_earliest_teller_gives_the_title_and_the_most_precise_the_date() -> None:
    first = events("a.txt", "In early May the harbour bridge was opened by Ada Holm.", "2020-05-12")
    (event,) = merge([*events("b.txt", "Ada Holm opened the harbour bridge on 9 May.", "2020-05-20"), *first]).events
    assert (event.title, date_text(event.date)) == ("The harbour bridge is opened by Ada Holm", "2020-05-09")


def test_the_order_of_the_articles_plays_no_part() -> None:
    articles = [
        events("a.txt", "In early May Ada Holm opened the harbour bridge. On May 4 Arvid Dahl sold the yard."),
        events("b.txt", "On May 9 Ada Holm opened the harbour bridge.", "2020-05-11"),
        events("c.txt", "Arvid Dahl sold the yard on May 4.", "2020-05-09"),
        events("d.txt", "Arvid Dahl sold the yard on May 5.", "2020-06-02"),
        events("e.txt", "The harbour bridge was opened by Ada Holm last week."),
    ]
    wanted = merge([event for article in articles for event in article])
    rng = random.Random(1)
    for _ in range(20):
        rng.shuffle(articles)
        assert merge([event for article in articles for event in article]) == wanted
