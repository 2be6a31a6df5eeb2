"""A short run of each of the long runs in tests/soak; `make soak` does them in full.

So many of each that all of them take some two minutes on two free cores, and no test run more than ten.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from tests import ROOT
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
    requests,
    roundtrip,
    writers,
)
from tests.soak.runs import RUNS, Run, fitting, within


@pytest.mark.parametrize(
    ("run", "count", "told"),
    [
        (curating.run, 200, "0 lost or resurrected anything"),
        (kills.run, 20, "0 edits lost"),
        (failing.run, failing.MOST, "0 half written, 0 lost"),
        (writers.run, 15, "0 lost"),
        (mutations.run, 500, "0 exits, 0 files changed"),
        (layouts.run, 300, "0 differ"),
        (bombs.run, 1, "bombs refused"),
        (roundtrip.run, 300, "0 differ"),
        (requests.run, 200, "0 answered with 500, 0 reads outside the project"),
        (environments.run, 1, "0 open"),
        (corpora.run, 2, ": 1 SHA-256"),
        (cluster.run, 1200, "0 lost, 0 put aside, 1 SHA-256"),
    ],
    ids=lambda value: value.__module__.rpartition(".")[2] if callable(value) else "",
)
def test_a_short_run(run: Callable[[int], str], count: int, told: str) -> None:
    assert told in run(count)


def test_as_many_as_fit_into_the_time() -> None:
    """A few first, then what is left for: never fewer than a few, never more than all."""
    asked: list[int] = []

    def do(count: int) -> str:
        asked.append(count)
        return f"{count} done"

    assert within(Run(do, 1000, 5), 3600) == "1000 done" and asked == [5, 1000]
    assert within(Run(do, 1000, 5), 0) == "5 done" and asked[2:] == [5]
    assert within(Run(do, 5, 5), 3600) == "5 done" and asked[3:] == [5]
    assert fitting(Run(do, 1000, 10), spent=2, left=50) == 200
    assert fitting(Run(do, 1000, 10), spent=100, left=-40) < 10


def test_a_limited_run_says_how_many_it_did() -> None:
    command = [sys.executable, "-m", "tests.soak", "layouts", "--minutes", "0.001"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"layouts: {RUNS['layouts'].few:,} files of random layout")


def test_a_run_that_is_not_there_is_told() -> None:
    done = subprocess.run([sys.executable, "-m", "tests.soak", "layout"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "no run layout: the runs are readers, curating" in done.stderr


def test_a_full_run_takes_all_there_is() -> None:
    assert RUNS["environments"].full == len(environments.HOSTILE) and RUNS["failing"].full == failing.MOST
    assert RUNS["spreadsheet"].full == len(FORMULAS) and RUNS["payloads"].full == RUNS["timelinejs"].full == len(MARKUP)


def test_every_run_stands_in_the_table() -> None:
    table = (ROOT / "RELIABILITY.md").read_text(encoding="utf-8")
    assert [name for name in RUNS if f"`python -m tests.soak {name}" not in table] == []
