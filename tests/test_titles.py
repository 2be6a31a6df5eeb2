"""Titles: the clause that the phrase dates, without the phrase and without who said so."""

from __future__ import annotations

import pytest

from timeline.titles import LONGEST, make_title

# [the phrase] in its sentence, and the title.
CASES = [
    ("But Kim opened a factory in Sunchon on [Friday], state media said.", "Kim opened a factory in Sunchon"),
    ("[Early this year] she closed two of her three floors.", "She closed two of her three floors"),
    ("In [October], the party will mark its founding, and envoys expect a letter.", "The party will mark its founding"),
    ("The old ferry sank on [Monday], but the crew swam to the shore.", "The old ferry sank"),
    ("State media reported on [Saturday] that a crowd had cheered.", "State media reported that a crowd had cheered"),
    ("The bridge had been closed, a driver said on [Monday].", "A driver said: The bridge had been closed"),
    ("[2020-05-01]: The chairman opens a mill in the valley.", "The chairman opens a mill in the valley"),
]


@pytest.mark.parametrize(("marked", "title"), CASES)
def test_title(marked: str, title: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    assert make_title(marked.replace("[", "").replace("]", ""), start, end) == title


@pytest.mark.parametrize("words", [3, 30, 300])
def test_no_title_is_too_long_or_empty(words: int) -> None:
    sentence = "On Monday " + "the ferry sank " * words
    title = make_title(sentence.strip() + ".", 3, 9)
    assert 0 < len(title) <= LONGEST


def test_a_title_uses_no_word_that_the_sentence_does_not_have() -> None:
    sentence = "Meanwhile, the mayor, who had been ill, opened the new bridge on Tuesday, according to the town's paper."
    title = make_title(sentence, sentence.index("Tuesday"), sentence.index("Tuesday") + 7)
    assert {word.strip(",.").lower() for word in title.split()} <= {word.strip(",.").lower() for word in sentence.split()}
