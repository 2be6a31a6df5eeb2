"""The long runs by their names, and how many of each fit into a time. A run takes a count and tells its figures in a line."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from tests.payloads import FORMULAS, MARKUP
from tests.soak import (
    bombs,
    cluster,
    corpora,
    curating,
    environments,
    failing,
    kills,
    layouts,
    mutations,
    payloads,
    readers,
    requests,
    roundtrip,
    spreadsheet,
    timelinejs,
    writers,
)


class Run(NamedTuple):
    """What does it, how many make it full, and how few it begins with where the time is limited."""

    do: Callable[[int], str]
    full: int
    few: int


RUNS = {
    "readers": Run(readers.run, 10_000, 50),
    "curating": Run(curating.run, 10_000, 50),
    "kills": Run(kills.run, 1000, 5),
    "failing": Run(failing.run, failing.MOST, 3),
    "writers": Run(writers.run, 500, 5),
    "mutations": Run(mutations.run, 10_000, 100),
    "layouts": Run(layouts.run, 3000, 50),
    "bombs": Run(bombs.run, 1, 1),
    "roundtrip": Run(roundtrip.run, 10_000, 100),
    "spreadsheet": Run(spreadsheet.run, len(FORMULAS), len(FORMULAS)),
    "timelinejs": Run(timelinejs.run, len(MARKUP), len(MARKUP)),
    "payloads": Run(payloads.run, len(MARKUP), 2),  # a merge wants another event
    "corpora": Run(corpora.run, 48, 3),
    "cluster": Run(cluster.run, 20_000, 1200),
    "requests": Run(requests.run, 5000, 100),
    "environments": Run(environments.run, len(environments.HOSTILE), 2),
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
