"""A short run of each of the long runs in tests/soak; `make soak` does them in full.

So many of each that all of them take some two minutes on two free cores, and no test run more than ten.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.soak import bombs, corpora, curating, failing, kills, layouts, mutations, roundtrip, writers


@pytest.mark.parametrize(
    ("run", "count", "told"),
    [
        (curating.run, 400, "0 lost or resurrected anything"),
        (kills.run, 40, "0 edits lost"),
        (failing.run, failing.MOST, "0 half written, 0 lost"),
        (writers.run, 25, "0 lost"),
        (mutations.run, 500, "0 exits, 0 files changed"),
        (layouts.run, 300, "0 differ"),
        (bombs.run, 1, "bombs refused"),
        (roundtrip.run, 300, "0 differ"),
        (corpora.run, 2, ": 1 SHA-256"),
    ],
    ids=lambda value: value.__module__.rpartition(".")[2] if callable(value) else "",
)
def test_a_short_run(run: Callable[[int], str], count: int, told: str) -> None:
    assert told in run(count)
