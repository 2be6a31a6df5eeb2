"""Does time grow as the text does? Each text twice, the second time doubled; the ratio should be near 2, also of memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

from benchmarks.corpus import articles
from benchmarks.timing import best
from timeline.interval import day_number
from timeline.phrases import forget
from timeline.recognize import readings

DAY = day_number(2024, 2, 21)
_LARGE = 1_000_000  # characters; the memory of larger texts takes too long to trace


def run() -> Iterator[str]:
    """The lines of the table."""
    prose = "\n\n".join(articles(150))
    line = prose.replace("\n", " ")
    texts = {
        "prose": prose,
        "one line of 10 MB, doubled from 5": line * (5_000_000 // len(line) + 1),
        '"day " x 50,000': "day " * 50_000,
        '"May 3, " x 10,000': "May 3, " * 10_000,
        "200,000 blanks": " " * 200_000,
        "200,000 digits": "1" * 200_000,
        "200,000 x '('": "(" * 200_000,
        "no blanks": "monday,may,2019;" * 12_500,
    }
    yield "doubling the text costs, in time and in memory at its peak:"
    for name, text in texts.items():
        ratio = _seconds(text * 2) / _seconds(text)
        memory = f"{_peak(text * 2) / _peak(text):9.2f} x" if len(text) < _LARGE else "        -"
        yield f"{name:44} {ratio:9.2f} x {memory}"


def _seconds(text: str) -> float:
    return best(lambda: sum(1 for _ in readings(text, DAY)), runs=3 if len(text) < _LARGE else 1, before=forget)


def _peak(text: str) -> int:
    forget()
    tracemalloc.start()
    for _ in readings(text, DAY):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak
