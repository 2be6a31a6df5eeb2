"""Which articles are copies of one text: syndicated, shortened, or with a few words changed. Knows words, not meaning.

Every article is sketched by the least hashes of its runs of five words; one that has most runs of an earlier article, or
whose runs an earlier one has, is a copy of it. Each is compared only with the few whose sketches meet, so the work grows
as the articles do. (Broder, "On the resemblance and containment of documents", 1997.)
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from zlib import crc32

_RUN = 5  # words
_SKETCH = 128  # hashes of an article
_HOLDERS = 8  # earlier articles that are asked for each hash
_ASKED = 3  # of those, the ones that share most
_SAME = 0.7  # of the runs of the shorter text are in the longer one
_FEWEST = 20  # runs: shorter texts are alike by chance
_MIX = 2_654_435_761  # Knuth's multiplier: the least of them have to be as good as drawn by lot
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """The least hashes of the runs of a text, and how many different runs it has."""

    least: frozenset[int]
    runs: int


def sketch(text: str) -> Sketch:
    """The sketch of a text.

    >>> sketch("one two three four five six").runs
    2
    """
    words = _WORD.findall(text.lower())
    runs = set(map(" ".join, zip(*(words[at:] for at in range(_RUN)), strict=False)))
    hashes = [crc32(run.encode()) * _MIX & 0xFFFFFFFF for run in runs]
    return Sketch(frozenset(sorted(hashes)[:_SKETCH]), len(runs))


def shared(one: Sketch, other: Sketch) -> float:
    """About which part of the runs of the shorter text the longer one has: 0 … 1."""
    if not one.runs or not other.runs:
        return 0.0
    least = sorted(one.least | other.least)[:_SKETCH]
    alike = len((one.least & other.least).intersection(least)) / len(least)
    both = alike * (one.runs + other.runs) / (1 + alike)
    return min(1.0, both / min(one.runs, other.runs))


def origins_of(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each article that is a copy, the path of the first that has its text; from (path, prose), the earliest first.

    >>> words = " ".join(f"word{n}" for n in range(60))
    >>> origins_of([("a.txt", words), ("b.txt", words + " and a tail"), ("c.txt", words[::-1])])
    {'b.txt': 'a.txt'}
    """
    return origins_among((path, sketch(text)) for path, text in texts)


def origins_among(sketched: Iterable[tuple[str, Sketch]]) -> dict[str, str]:
    """As origins_of, from sketches that were made before."""
    sketches: dict[str, Sketch] = {}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    out: dict[str, str] = {}
    for path, own in sketched:
        if own.runs < _FEWEST:
            continue
        met = Counter(chain.from_iterable(holders[value] for value in sorted(own.least) if value in holders))
        asked = sorted(met, key=met.__getitem__, reverse=True)[:_ASKED]
        alike, best = max(((shared(own, sketches[holder]), holder) for holder in asked), key=itemgetter(0), default=(0.0, ""))
        if alike >= _SAME:
            out[path] = best
            continue
        sketches[path] = own
        for value in own.least:
            if len(holders[value]) < _HOLDERS:
                holders[value].append(path)
    return out


def independent(articles: Iterable[str], origins: Mapping[str, str]) -> list[str]:
    """The different origins of some articles, in order: what counts as told by so many.

    >>> independent(["a.txt", "b.txt", "c.txt"], {"b.txt": "a.txt"})
    ['a.txt', 'c.txt']
    """
    return list(dict.fromkeys(origins.get(article) or article for article in articles))
