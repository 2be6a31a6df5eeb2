"""Words counted by many tasks and added up: which are names wherever they stand, and how rare each is."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Any

from timeline.columns import TEXT, WHOLE, Schema, packed
from timeline.corpus.folder import database
from timeline.corpus.steps import Steps, Task
from timeline.likeness import Rarity

_WORDS: Schema = {"word": TEXT, "times": WHOLE}


def packed_words(counts: Counter[str]) -> bytes:
    """What one task has counted."""
    return packed(_WORDS, [(word, count) for word, count in sorted(counts.items()) if count])


def write_known(steps: Steps, name: str) -> None:
    """Make a table of the words that are written with a capital more often than not, from the files `capitals`."""
    steps.table(name, f"SELECT word FROM '{steps.path('capitals')}' GROUP BY word HAVING sum(times) > 0 ORDER BY word")


def known_words(task: Task, name: str) -> frozenset[str]:
    """The words of such a table."""
    return _known(task.path(name), task.stamp(name))


def rarity_of(task: Task) -> Rarity:
    """How rare words are, as counted over all articles."""
    return _rarity(task.path("rarity"), task.stamp("rarity"))


# A process keeps them from task to task. The stamp is that of the file: the next build writes another of that name.


@lru_cache(maxsize=1)
def _known(path: str, stamp: int) -> frozenset[str]:
    return frozenset(word for (word,) in fetched(f"SELECT word FROM '{path}'"))


@lru_cache(maxsize=1)
def _rarity(path: str, stamp: int) -> Rarity:
    counts = dict(fetched(f"SELECT word, times FROM '{path}'"))
    return Rarity.counted(counts, counts.pop("", 0))


def fetched(query: str) -> list[Any]:
    """All rows of a query."""
    with database() as found:
        return found.execute(query).fetchall()
