"""In a text that tells history, what a range leaves out is taken from the date before it; it never ends before it begins."""

from __future__ import annotations

import pytest

from timeline.interval import day_number
from timeline.kind import Kind
from timeline.notation import edtf
from timeline.recognize import recognize

BEGUN = {
    "October 1984": "The yard closed in October 1984.",
    "November 1914": "The siege began in November 1914.",
    "January 1945": "The bridge was blown up in January 1945.",
    "10 June 1944": "The column left on Saturday 10 June 1944.",
    "1942": "The town fell in 1942.",
}


@pytest.mark.parametrize(
    ("told", "then", "meant"),
    [
        ("October 1984", "From June 8 to July 18 the men were on strike.", "1985-06-08/1985-07-18"),
        ("November 1914", "It went on from December to March.", "1914-12/1915-03"),
        ("January 1945", "The road was shut from January to November.", "1945-01/1945-11"),
        ("10 June 1944", "It rested from Monday to Friday.", "1944-06-12/1944-06-16"),
        ("10 June 1944", "It had rested from Thursday to Saturday 17 June.", "1944-06-15/1944-06-17"),
        ("November 1914", "The fleet lay idle from early August to late June.", "1914-08/1915-06"),
        ("January 1945", "It was built between August and July 1936.", "[1935-08..1936-07]"),
        ("1942", "It was shelled from June to July.", "1942-06/1942-07"),
    ],
)
def test_a_range_begins_before_it_ends(told: str, then: str, meant: str) -> None:
    found = [mention for mention in recognize(f"{BEGUN[told]} {then}", None, Kind.NARRATIVE) if mention.start > len(BEGUN[told])]
    assert [edtf(one.interval) for one in found if one.interval is not None] == [meant]


# What a text tells of its war before the phrase, the phrase's sentence, and what it means.
SCENES = {
    "a treaty goes with its noun": (
        "On 26 November 1939 shells fell on the village. Two days later he renounced the treaty of 1932.",
        "Relations were cut off on the 29th.",
        "1939-11-29",
    ),
    "a decade that is told by the way": (
        "The line had been built in the 1930s. It was reached on 6 December 1939. Most of it was a work of the 1930s.",
        "The first tanks came on 17 December.",
        "1939-12-17",
    ),
    "years earlier are no scene": (
        "They gave up on 27 February 1900, the day of a defeat 19 years earlier.",
        "The town was relieved on 28 February.",
        "1900-02-28",
    ),
    "what another clause goes on with": (
        "The front was quiet in September 1919, since the marshal had no wish to help, and talks were held until December.",
        "The next spring both sides attacked.",
        "1920-21",
    ),
    "what is planned": (
        "In December 1915 the allies agreed on offensives for the following summer.",
        "The assault began on 21 February.",
        "1916-02-21",
    ),
    "a day that goes with its noun can be counted from": (
        "The army came in June 1777. It had broken down with the failed assault of 31 December 1775.",
        "In the following spring it was driven back.",
        "1776-21",
    ),
    "the beginning is reached again": (
        "The war of the two coasts began on 25 June 1950, when an army crossed the river and took one town after another, "
        "and it ended in an armistice.\n\nFights on the border were frequent throughout the summer of 1949.\n\n"
        "The guns opened fire in heavy rain.",
        "The capital fell on 28 June.",
        "1950-06-28",
    ),
    "what led to it is of its years": (
        "The battle of the island was fought from 20 May to 1 June 1941, and it opened with a landing from the air that none had "
        "thought possible before, and which nobody tried again.\n\nTroops had been there since November 1940.",
        "They stayed throughout the winter.",
        "1940-24",
    ),
    "what is centuries old is not": (
        "Date: 2 April – 14 June 1982\n\nThe islands had been claimed since the 19th century; they had been settled since 1833, "
        "by people from the other end of the world, who kept sheep.\n\nThe plan was made in secret.",
        "The garrison gave up on 2 April.",
        "1982-04-02",
    ),
}


@pytest.mark.parametrize(("told", "then", "meant"), SCENES.values(), ids=SCENES)
def test_what_is_told_by_the_way_moves_no_scene(told: str, then: str, meant: str) -> None:
    found = [mention for mention in recognize(f"{told} {then}", None, Kind.NARRATIVE) if mention.start > len(told)]
    assert [edtf(one.interval) for one in found if one.interval is not None] == [meant]


def test_a_story_without_a_day_of_publication_may_have_its_weekdays() -> None:
    years = (
        "It had held the heights since June 1967. He came to power in 1970. The crisis of May 1973 passed. Peace came in 1979."
    )
    days = "The attack came on 6 October 1973. The bridges were up by Monday, and on Tuesday they crossed."
    text = f"{years} {days} The last post was held in 1974, and in 1977 he flew there."
    (monday,) = [mention for mention in recognize(text, None) if mention.text == "Monday"]
    assert monday.value == "1973-10-08"


def test_the_night_of_the_day_that_was_told() -> None:
    found = recognize("It began in 1862. They fell on the camp on 6 April 1862. Overnight an army crossed.", None, Kind.NARRATIVE)
    assert found[-1].value == "1862-04-06TNI"


def test_a_history_that_was_published_has_weekdays_among_its_days() -> None:
    text = (
        "Claimed since 1801 and held since 1833, the islands were taken in 1982. The first boats landed on 2 April. The fleet "
        "sailed on the Monday and came on 21 May; ships were lost on 23 May and 25 May. The hill fell on 11 June, and the "
        "town on 14 June, three days after the Friday of the last fight. Peace was signed in 1990; a law followed in 2009."
    )
    published = day_number(2010, 1, 1)
    assert [mention.value for mention in recognize(text, published) if mention.text == "14 June"] == ["1982-06-14"]
