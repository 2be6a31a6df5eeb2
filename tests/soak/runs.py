"""The long runs by their names, and how many of each fit into a time. A run takes a count and tells its figures in a line."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple


class Run(NamedTuple):
    """What does it, how many make it full, and how few it begins with where the time is limited."""

    do: Callable[[int], str]
    full: int
    few: int


def _lazily(name: str) -> Callable[[int], str]:
    """A run that is imported when it is done: some bring a browser or a server along."""
    return lambda count: str(import_module(f"tests.soak.{name}").run(count))


RUNS = {
    name: Run(_lazily(name), full, few)
    for name, full, few in (
        ("readers", 10_000, 50),
        ("curating", 10_000, 50),
        ("kills", 1000, 5),
        ("failing", 60, 3),  # more calls than a build makes
        ("writers", 500, 5),
        ("mutations", 10_000, 100),
        ("layouts", 3000, 50),
        ("bombs", 1, 1),
        ("roundtrip", 10_000, 100),
        ("spreadsheet", 100, 100),
        ("timelinejs", 100, 100),
        ("payloads", 100, 2),  # a merge wants another event
        ("corpora", 48, 3),
        ("cluster", 20_000, 1200),
        ("requests", 5000, 100),
        ("environments", 25, 2),
    )
}
SAFE = 0.8  # of the time that is left is given away: a run may slow down as it grows


def within(run: Run, seconds: float) -> str:
    """What a run tells that takes about so long: a few first, which tell its speed, then as many as fit."""
    begun = time.monotonic()
    told = run.do(run.few)
    spent = time.monotonic() - begun
    count = fitting(run, spent, seconds - spent)
    return run.do(count) if count > run.few else told


def fitting(run: Run, spent: float, left: float) -> int:
    """How many a run does in the time that is left, where its few took so long; never more than make it full.

    >>> fitting(Run(str, 10_000, 50), 2.0, 58.0), fitting(Run(str, 500, 50), 2.0, 58.0)
    (1160, 500)
    """
    return min(run.full, int(run.few * SAFE * left / max(spent, 0.001)))
