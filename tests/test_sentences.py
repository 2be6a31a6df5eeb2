"""Where sentences end: abbreviations, quotes, headings, wrapped lines."""

from __future__ import annotations

import pytest

from timeline.sentences import Sentences

# The sentence that holds [the word in brackets].
CASES = [
    ("Kim left on Friday. He took [the] envoy along.", "He took the envoy along."),
    ("The U.S. envoy left [on] Jan. 5. She was late.", "The U.S. envoy left on Jan. 5."),
    ("They met at 2 p.m. in [the] hall. It rained.", "They met at 2 p.m. in the hall."),
    ("Dr. A. B. Holm spoke [for] an hour. Nobody left.", "Dr. A. B. Holm spoke for an hour."),
    ("Balloons rose over the yard. Photographs [show] a crowd.", "Photographs show a crowd."),
    ("“We stayed,” he said. “We [ate] bread.”", "“We ate bread.”"),
    ("A title without a stop\n\nThe ferry [sank] on Monday.", "The ferry sank on Monday."),
    ("Where he had been\nThe ferry [sank] on Monday.", "The ferry sank on Monday."),
    ("- One thing happened\n- Another [came] on Monday\n", "- Another came on Monday"),
    (
        "The ferry that had been built for the lake sank\nin the night, and the captain [swam] to the shore with\nhis dog.\n",
        "The ferry that had been built for the lake sank\nin the night, and the captain swam to the shore with\nhis dog.",
    ),
    ("One line.\r\n\r\nAnother [line] here.\r\n", "Another line here."),
]


@pytest.mark.parametrize(("marked", "sentence"), CASES)
def test_sentence_around_a_word(marked: str, sentence: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    low, high = Sentences(text).around(start, end)
    assert text[low:high] == sentence


def test_a_phrase_that_runs_over_a_stop_gets_both_sentences() -> None:
    text = "He left. She stayed."
    assert Sentences(text).around(3, 12) == (0, len(text))


def test_a_text_of_nothing_but_blanks_is_split_without_fault() -> None:
    assert Sentences(" \n \n").around(0, 1) == (0, 1)
