"""Sources that contradict each other about the day of one event: one event, both dates, the better supported one first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import Case
from tests.test_merge import events
from timeline.conflicts import conflicts_of
from timeline.entries import Entry
from timeline.errors import EventsFileError
from timeline.merge import merge
from timeline.notation import date_text
from timeline.recognize import read_words
from timeline.store import loads

EIGHTH = "Lund ended its lockdown of the harbour on April 8, Ada Holm recalled."
NINTH = "On April 9 Lund ended its lockdown of the harbour, said Ada Holm."
NINTH_TOO = "Ada Holm had ended the lockdown of the harbour of Lund on April 9."


def test_the_date_that_more_articles_tell_is_the_events() -> None:
    told = [*events("a.txt", EIGHTH, "2020-05-01"), *events("b.txt", NINTH), *events("c.txt", NINTH_TOO, "2020-05-20")]
    (event,) = merge(told).events
    assert date_text(event.date) == "2020-04-09"
    assert [(source.article, source.date) for source in event.sources] == [("b.txt", ""), ("c.txt", ""), ("a.txt", "2020-04-08")]


def test_copies_of_one_article_support_it_once() -> None:
    told = [*events("a.txt", EIGHTH, "2020-05-01"), *events("b.txt", NINTH), *events("c.txt", NINTH_TOO, "2020-05-20")]
    (event,) = merge(told, {"c.txt": "b.txt"}).events
    assert date_text(event.date) == "2020-04-08"  # one origin each: who told it earlier


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        (NINTH, "On April 15 Lund ended its lockdown of the harbour, said Ada Holm.", "2020-05-10"),  # too far apart
        (
            "On April 8 Lund gave Arvid Dahl a golden medal for the old bridge.",
            "On April 9 Lund gave Nell Okafor a golden medal for the old bridge.",
            "2020-05-10",
        ),
        (
            "Holm Timber closed its yard in Lund on May 7.",
            "Holm Timber closed its yard in Lund on May 8.",
            "2020-05-09",
        ),  # daily news
        ("Holm Timber has to pay Lund by May 11.", "Holm Timber has to pay Lund by May 13.", "2020-05-10"),  # put off
    ],
)
def test_two_events_of_two_days(one: str, other: str, published: str) -> None:
    day = "2020-05-08" if published == "2020-05-09" else published
    assert len(merge([*events("a.txt", one, day), *events("b.txt", other, published)]).events) == 2


def test_an_article_that_tells_both_days_means_two_events() -> None:
    both = events("a.txt", f"{EIGHTH} On April 9 Lund ended its lockdown of the harbour again.")
    assert len(merge([*both, *events("b.txt", NINTH)]).events) == 2


def test_both_dates_stand_in_the_file_and_stay_there(tmp_path: Path) -> None:
    case = Case(tmp_path)
    for name, day, text in (("a", "2020-05-01", EIGHTH), ("b", "2020-05-10", NINTH), ("c", "2020-05-20", NINTH_TOO)):
        case.article(f"news/{name}.txt", f"The harbour\n\nPublished: {day}\n\nNobody was surprised, of {name}.\n\n{text}\n")
    case.build()
    (entry,) = case.entries().values()
    assert entry.date == "2020-04-09"
    said = [(date, [source.article for source in sources]) for date, sources in conflicts_of(entry)]
    assert said == [("2020-04-09", ["news/b.txt", "news/c.txt"]), ("2020-04-08", ["news/a.txt"])]
    before = case.everything()
    assert not case.build().wrote
    assert case.everything() == before
    (tmp_path / "news/a.txt").unlink()
    case.build()
    (entry,) = case.entries().values()
    assert conflicts_of(entry) == []


def test_a_date_of_a_source_is_checked_and_may_be_typed_in_words() -> None:
    file = "- date: 2020-04-08\n  title: It ends\n  sources:\n    - article: a.txt\n      date: {}\n"
    (entry,) = loads(file.format("early April 2020"), Path("events.yaml"), read_words).entries
    assert [date for date, _ in conflicts_of(entry)] == ["2020-04-08", "early April 2020"]
    with pytest.raises(EventsFileError, match=r"(?s)events\.yaml:5.*February 2020 has 29 days"):
        loads(file.format("2020-02-30"), Path("events.yaml"), read_words)


def test_what_agrees_and_what_is_gone_is_no_conflict() -> None:
    sources = [{"article": "a.txt", "date": "2020-04-08"}, {"article": "b.txt", "date": "2020-04-09", "gone": "true"}]
    assert conflicts_of(Entry.model_validate({"date": "2020-04-08", "title": "It ends", "sources": sources})) == []
