"""The same event told by two articles is one; two events never become one."""

from __future__ import annotations

import pytest

from tests.readers.reading import article_of
from timeline.events import tell
from timeline.merge import merge
from timeline.model import Event


def events(name: str, sentence: str) -> list[Event]:
    return list(tell(article_of(f"A headline\n\nPublished: 2020-05-10\n\n{sentence}\n", name)).events)


def merged(one: str, other: str) -> list[Event]:
    return merge(events("one.txt", one) + events("other.txt", other))


SAME = [
    (
        "On Saturday the mayor of Lund, Ada Holm, opened the harbour bridge.",
        "Ada Holm opened the bridge over the harbour on May 9.",
    ),
    ("In late January Arvid Dahl sent an aid fund to Lund.", "The company of Arvid Dahl sent the aid fund in late January."),
]
NOT_THE_SAME = [
    # another date
    ("On Saturday Ada Holm opened the harbour bridge.", "On Friday Ada Holm opened the harbour bridge."),
    # the same vague date, another thing
    ("In late January Ada Holm sent an aid fund to Lund.", "In late January trade between Lund and the islands stopped."),
    # no name in common
    ("On Saturday the crew of the Vega found a wreck.", "On Saturday the crew of the Polaris found a wreck."),
    # as precise as can be is not the same as vague
    ("In early May Ada Holm opened the harbour bridge.", "On May 9 Ada Holm opened the harbour bridge."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_event(one: str, other: str) -> None:
    (event,) = merged(one, other)
    assert [source.article for source in event.sources] == ["one.txt", "other.txt"]


@pytest.mark.parametrize(("one", "other"), NOT_THE_SAME)
def test_two_events(one: str, other: str) -> None:
    assert len(merged(one, other)) == 2


def test_two_sentences_of_one_article_stay_two() -> None:
    told = events("one.txt", "On Saturday Ada Holm opened the bridge. The bridge that Ada Holm opened on Saturday is red.")
    assert len(merge(told)) == 2
