"""Which phrases become events, which do not and why, and the ids that events keep."""

from __future__ import annotations

import pytest

from tests.readers.reading import article_of
from timeline.events import Told, tell
from timeline.identity import article_key, source_id


def told(body: str, published: str = "2020-05-10") -> Told:
    return tell(article_of(f"---\ntitle: A headline\ndate: {published}\n---\n\n{body}\n"))


@pytest.mark.parametrize(
    ("body", "fate", "why"),
    [
        ("The ferry sank on Saturday in the old harbour.", "event", ""),
        ("The ferry was away for three weeks in the end.", "no event", "a duration"),
        ("The ferry leaves every Friday from the old pier.", "no event", "a set: it recurs"),
        ("It was the second time this year that the ferry sank.", "no event", "a count over a period"),
        ("The mayor has not forgotten the 2008 crisis of the yard.", "no event", "it only tells which one is meant"),
        ("The clerk wrote 30 February 2021 on the old form.", "unresolved", "there is no such date"),
        ("The parcel went out on 03/04/2020 by the night ferry.", "unresolved", "it does not tell which number is the day"),
    ],
)
def test_fate_of_a_phrase(body: str, fate: str, why: str) -> None:
    (finding,) = [f for f in told(body).findings if f.why != "in the front matter"]
    assert finding.fate == fate
    assert finding.why.startswith(why)


def test_without_a_publication_day_relative_phrases_stay_unresolved_and_say_how_to_mend_it() -> None:
    article = article_of("A headline\n\nThe ferry sank on Saturday. It had been built in 1951 by the old yard in the bay.\n")
    fates = {f.mention.text: (f.fate, f.why) for f in tell(article).findings}
    assert fates["1951"][0] == "event"
    assert fates["Saturday"][0] == "unresolved"
    assert "--published" in fates["Saturday"][1]


def test_a_corrected_publication_day_moves_an_event_and_keeps_its_id() -> None:
    body = "The ferry sank on Saturday in the old harbour."
    (one,), (other,) = told(body).events, told(body, "2020-05-17").events
    assert one.sources[0].id == other.sources[0].id
    assert one.date != other.date


def test_the_same_sentence_twice_gives_two_ids() -> None:
    found = told("The ferry sank on Saturday. Nobody believed it then. The ferry sank on Saturday.")
    assert len({event.sources[0].id for event in found.events}) == 2


def test_ids_do_not_hang_on_quotes_or_blanks() -> None:
    assert article_key("It’s  late\n") == article_key("It's late")
    assert source_id("k", "It’s\n late on Monday", "Monday", 0) == source_id("k", "It's late on Monday", "Monday", 0)
    assert source_id("k", "It's late on Monday", "Monday", 0) != source_id("k", "It's late on Monday", "Monday", 1)


def test_a_date_that_the_next_one_says_in_full_makes_no_second_event() -> None:
    found = told("The ferry sank on 7 June 2019. Five days later, on 12 June 2019, the first of its crew came home.")
    assert [event.sources[0].phrase for event in found.events] == ["7 June 2019", "12 June 2019"]


def test_a_short_first_sentence_is_no_headline() -> None:
    article = article_of("By Ann Lee\nPublished: 8 May 2020\n\nYesterday the shop burned.\n")
    assert [event.sources[0].phrase for event in tell(article).events] == ["Yesterday"]


def test_the_headline_names_the_event_of_the_lead() -> None:
    found = told("A headline of the old ferry fell on Saturday. A new one will be built next year, the mayor hopes.")
    assert [event.title for event in found.events] == ["A headline", "A new one will be built"]


def test_the_headline_does_not_name_a_report() -> None:
    found = told("The old ferry has sunk in the harbour, the police said on Saturday.")
    assert found.events[0].title != "A headline"
