"""A corpus built on a Dask cluster of real processes, of which one is killed midway and a second one for good."""

from __future__ import annotations

import gzip
import json
import random
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.corpus import article
from tests.cluster import Running, cluster
from tests.collection import digest
from tests.commanding import begun, by_itself

_WORDS = 60  # of an article
_NOISE = 1000  # bytes that do not pack, so that a small dump is a large file, too
_DUMP = "dump.jsonl.gz"


def run(count: int = 20_000) -> str:
    """Build so many articles, here and there; says what was lost of them, and whether the bytes are the same."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(folder / _DUMP, count)
        by_itself(folder, *_command("here", "--workers", "2"))
        with cluster(folder) as running:
            _build_and_kill(folder, running)
        counts = json.loads((folder / "there" / "manifest.json").read_text())["counts"]
        lost = count - counts["read"] - counts["skipped"]
        hashes = {digest(folder / name) for name in ("here", "there")}
    kills = "one of 2 workers killed midway, the other for good"
    return f"{count:,} articles, {kills}: {lost} lost, {counts['quarantined']} put aside, {len(hashes)} SHA-256"


def write(path: Path, count: int) -> None:
    """A packed dump of made-up articles."""
    rng = random.Random(5)
    with gzip.open(path, "wt", compresslevel=1, encoding="utf-8") as stream:
        for number in range(count):
            day = date(2010, 1, 1) + timedelta(days=number * 3650 // count)
            row = {"date": day.isoformat(), "text": article(rng, _WORDS), "noise": rng.randbytes(_NOISE).hex()}
            stream.write(json.dumps(row) + "\n")


def _build_and_kill(folder: Path, running: Running) -> None:
    """Kill the process of one worker, which comes back, and later the other with its nanny, which does not."""
    process = begun(folder, *_command("there", "--cluster", running.address))
    assert process.stderr is not None
    said = _reading(process.stderr)
    next(said)
    running.kill_at_work(running.workers[0])
    next(said)
    running.kill_for_good(running.workers[1])
    rest = process.communicate()[1]
    assert process.returncode == 0, rest


def _reading(lines: Iterator[str]) -> Iterator[str]:
    """What a build says while articles are read, each time that it has come on."""
    for line in lines:
        if line.startswith("reading"):
            assert "100 %" not in line, "it was done before anything could be killed"
            yield line
    raise AssertionError("the build has ended")


def _command(corpus: str, *args: str) -> list[str]:
    return ["build", _DUMP, "--corpus", corpus, *args]
