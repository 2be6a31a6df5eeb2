r"""The tagger against a bare scan for its own trigger words (the floor), against `\w+`, and against dateparser."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

from benchmarks.corpus import articles
from benchmarks.timing import best, row
from timeline.interval import day_number
from timeline.languages.en import SCANNER
from timeline.recognize import forget, readings

DAY = day_number(2024, 2, 21)


def run() -> Iterator[str]:
    """The lines of the table."""
    texts = articles(300)
    size = sum(len(text.encode()) for text in texts) / 1e6
    found = [read.mention.text for text in texts for read in readings(text, DAY)]
    words = sum(len(text.split()) for text in texts)
    often = f"{len(set(found))} distinct, one in {words / len(found):.0f} words"
    yield f"{len(texts)} articles, {size:.2f} MB, {len(found)} phrases ({often})"
    floor = best(lambda: [sum(1 for _ in SCANNER.triggers(text.lower())) for text in texts])
    yield row("bare scan of the trigger words (floor)", floor, size, floor)
    yield row(r"re.findall(r'\w+')", best(lambda: [re.findall(r"\w+", text) for text in texts]), size, floor)

    def tag() -> None:
        for text in texts:
            for _ in readings(text, DAY):
                pass

    yield row("tagger, caches empty", best(tag, before=forget), size, floor)
    yield row("tagger, caches warm", best(tag), size, floor)
    yield from _dateparser(texts[:2], floor / len(texts) * 2)


def _dateparser(texts: list[str], floor: float) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from dateparser.search import search_dates

        size = sum(len(text.encode()) for text in texts) / 1e6
        seconds = best(lambda: [search_dates(text, languages=["en"]) for text in texts], runs=2)
    yield row("dateparser.search.search_dates", seconds, size, floor)
