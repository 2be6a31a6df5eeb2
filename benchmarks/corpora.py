"""A corpus of generated articles: how fast with 1 and 2 workers against a bare map, how much memory, how many bytes an event.

`python -m benchmarks.corpora [COUNT …]` measures other sizes than those of `make bench`.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from benchmarks.corpus import article
from benchmarks.timing import ratio
from timeline.articles import Settings
from timeline.corpus.cut import files_of, shards
from timeline.corpus.shard import read_shard

SIZES = 10_000, 100_000
_WORDS = 120
_SPEED = 2_000  # articles by which the speed is told
_LOOK = 0.1  # seconds between two looks at the memory


def run(sizes: Sequence[int] = SIZES) -> Iterator[str]:
    """The lines of the table."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _write(place / "speed.jsonl", _SPEED)
        for workers in (1, 2):
            bare = _bare(place / "speed.jsonl", workers)
            whole, *_ = _build(place, "speed.jsonl", f"speed-{workers}", workers)
            yield f"{_SPEED:,} articles, {workers} workers: {_SPEED / whole:.0f} articles a second in all"
            yield ratio("  the whole build against a bare map of its shards", whole / bare, "at most 1.2 for the reading alone")
        peaks = []
        for size in sizes:
            name = f"{size}.jsonl"
            _write(place / name, size)
            seconds, peak, most = _build(place, name, f"corpus-{size}", 2)
            peaks.append(peak)
            manifest = json.loads((place / f"corpus-{size}" / "manifest.json").read_text())
            events = manifest["counts"]["events"]
            disk = sum(path.stat().st_size for path in (place / f"corpus-{size}" / "events").iterdir())
            yield (
                f"{size:,} articles: {seconds:.0f} s, {events:,} events of {disk / max(events, 1):.0f} bytes; "
                f"peak of all processes {peak} MB, of the largest {most} MB"
            )
        if len(peaks) > 1:
            yield ratio(f"memory of {sizes[-1]:,} against {sizes[0]:,}", peaks[-1] / peaks[0], "flat: at most 1.2")


def _write(path: Path, count: int, seed: int = 5) -> None:
    rng = random.Random(seed)
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            day = date(2010, 1, 1) + timedelta(days=number * 3650 // count)
            stream.write(json.dumps({"date": day.isoformat(), "text": article(rng, _WORDS)}) + "\n")


def _bare(path: Path, workers: int) -> float:
    """Seconds that a pool needs for the same shards by the same function, and nothing else."""
    cut = list(shards(files_of([path], [path], str), Settings(columns={})))
    with multiprocessing.get_context("forkserver").Pool(workers) as pool:
        pool.map(abs, range(workers))
        start = time.perf_counter()
        for _ in pool.imap_unordered(read_shard, cut):
            pass
        return time.perf_counter() - start


def _build(folder: Path, name: str, corpus: str, workers: int) -> tuple[float, int, int]:
    """Seconds of a build, and MB at its peak: of all its processes together, and of the largest."""
    command = [sys.executable, "-m", "timeline", "build", name, "--corpus", corpus, "--workers", str(workers)]
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    peak = most = 0
    while process.poll() is None:
        sizes = _memory(process.pid)
        peak, most = max(peak, sum(sizes)), max(most, *sizes, 0)
        time.sleep(_LOOK)
    return time.perf_counter() - start, peak // 1000, most // 1000


def _memory(session: int) -> list[int]:
    """The memory of each process of a session that is its own, in kB."""
    found = []
    for place in Path("/proc").iterdir():
        with suppress(OSError, ValueError, IndexError):
            if place.name.isdigit() and os.getsid(int(place.name)) == session:
                lines = (place / "status").read_text().splitlines()
                found.append(sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon:")))
    return found


if __name__ == "__main__":
    for line in run([int(size) for size in sys.argv[1:]] or SIZES):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
