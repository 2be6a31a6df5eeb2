"""CPU time of a piece of work, best of several; and a table of it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence


def best(work: Callable[[], object], runs: int = 5, before: Callable[[], object] = lambda: None) -> float:
    """CPU seconds of the fastest run; `before` runs, unmeasured, ahead of each, and the garbage of others is cleared away."""
    return together([work], runs, before)[0]


def together(
    works: Sequence[Callable[[], object]], runs: int = 5, before: Callable[[], object] = lambda: None
) -> tuple[float, ...]:
    """As `best`, of several in turns: a machine that others use is as slow for the one as for the other."""
    fastest = [float("inf")] * len(works)
    for _ in range(runs):
        for place, work in enumerate(works):
            before()
            gc.collect()
            start = time.process_time()
            work()
            fastest[place] = min(fastest[place], time.process_time() - start)
    return tuple(fastest)


def row(name: str, seconds: float, megabytes: float, against: float) -> str:
    """One line: MB a CPU-second, and how many times the speed of the thing compared with."""
    return f"{name:44} {megabytes / seconds:9.2f} MB/s {against / seconds:9.3f} x the floor"


def ratio(name: str, value: float, asked: str) -> str:
    """One line: a ratio, and what is asked of it."""
    return f"{name:44} {value:9.3f} (asked: {asked})"
