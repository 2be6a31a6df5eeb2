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
from timeline.corpus.build import build
from timeline.corpus.cut import files_of, shards
from timeline.corpus.engine import Here, Processes
from timeline.corpus.shard import read_shard
from timeline.garbage import collect_seldom

SIZES = 10_000, 100_000
_WORDS = 120
_SPEED = 1_500  # articles by which the speed is told: six shards
_TURNS = 2
_LOOK = 0.1  # seconds between two looks at the memory


def run(sizes: Sequence[int] = SIZES) -> Iterator[str]:
    """The lines of the table."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _write(place / "speed.jsonl", _SPEED)
        yield _costs(place / "speed.jsonl", place / "costs", _SPEED)
        for workers in (1, 2):
            yield from _speed(place, workers)
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


def _costs(dump: Path, root: Path, count: int) -> str:
    """What each stage costs of CPU time, which others on the machine do not change much: see docs/scale.md."""
    marks: list[float] = []
    names: list[str] = []

    def step(what: str, done: float) -> None:
        if what not in names:
            names.append(what)
            marks.append(time.process_time())

    settings = Settings(columns={})
    start = time.process_time()
    cut = list(shards(files_of([dump], [dump], str, settings), settings))
    cutting = time.process_time() - start
    for shard in cut[:1]:
        read_shard(shard)  # what is loaded once
    begun = time.process_time()
    build([dump], root, str, Here(), step=step)
    ends = dict(zip(names[1:], marks[1:], strict=True))
    reading, steps = ends["settling"] - begun - cutting, time.process_time() - ends["settling"]
    told = {name: 1000 * seconds / count for name, seconds in (("cutting", cutting), ("reading", reading), ("all steps", steps))}
    return f"{count:,} articles, CPU ms of one: " + ", ".join(f"{name} {value:.2f}" for name, value in told.items())


def _speed(place: Path, workers: int) -> Iterator[str]:
    """Both are run in turn, since others may be at work on the machine; the best of each counts."""
    dump, bare, reading, whole = place / "speed.jsonl", [], [], []
    for turn in range(_TURNS):
        bare.append(_bare(dump, workers))
        seconds = _steps(dump, place / f"speed-{workers}-{turn}", workers)
        reading.append(seconds[0])
        whole.append(sum(seconds))
    yield (
        f"{_SPEED:,} articles, {workers} workers: {_SPEED / min(reading):.0f} read a second, "
        f"{_SPEED / min(bare):.0f} by a bare map; {_SPEED / min(whole):.0f} with all steps"
    )
    yield ratio("  reading against a bare map of the same function", min(reading) / min(bare), "at most 1.2")


def _steps(dump: Path, root: Path, workers: int) -> tuple[float, float]:
    """Seconds that a build takes to cut and read, and for all that follows."""
    seen: list[float] = []

    def step(what: str, done: float) -> None:
        if what == "settling":
            seen.append(time.perf_counter())

    with Processes(workers) as engine:
        list(engine.run(abs, range(workers)))  # they are started
        start = time.perf_counter()
        build([dump], root, str, engine, step=step)
        return seen[0] - start, time.perf_counter() - seen[0]


def _write(path: Path, count: int, seed: int = 5) -> None:
    rng = random.Random(seed)
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            day = date(2010, 1, 1) + timedelta(days=number * 3650 // count)
            stream.write(json.dumps({"date": day.isoformat(), "text": article(rng, _WORDS)}) + "\n")


def _bare(path: Path, workers: int) -> float:
    """Seconds that a pool needs for the same shards by the same function, and nothing else."""
    cut = list(shards(files_of([path], [path], str, Settings(columns={})), Settings(columns={})))
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["timeline.corpus.build"])  # as the engine has it
    with context.Pool(workers, collect_seldom) as pool:
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
