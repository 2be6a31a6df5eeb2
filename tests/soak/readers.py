"""Broken files into the readers: none may raise, hang or take unbounded memory."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.readers.mutating import mutants
from tests.readers.reading import read_all
from timeline.events import tell
from timeline.model import Article

BATCH = 250  # files to a process
PATIENCE = 300  # seconds for a batch; one that takes as long hangs


def run(count: int = 10_000) -> str:
    """Read `count` broken files, batch by batch, each in a process of its own; gives a line with the figures."""
    read = skipped = 0
    peak = 0
    for first in range(0, count, BATCH):
        done = subprocess.run(
            [sys.executable, "-m", "tests.soak.readers", str(first), str(min(BATCH, count - first))],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode:
            raise AssertionError(f"batch {first}: {done.stderr[-3000:]}")
        one, two, megabytes = map(int, done.stdout.split())
        read, skipped, peak = read + one, skipped + two, max(peak, megabytes)
    told = f"{read:,} articles read, {skipped:,} skipped with a reason; peak {peak} MB"
    return f"{count:,} broken files: 0 tracebacks, 0 hangs; {told}"


def batch(first: int, count: int) -> tuple[int, int, int]:
    """Articles read, files and records skipped, and the most memory (MB) of one batch."""
    read = skipped = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, raw) in enumerate(mutants(count, seed=first + 1)):
            for one in read_all(Path(folder), f"{number}-{name}", raw):
                if isinstance(one, Article):
                    read += 1
                    tell(one)
                else:
                    skipped += 1
                    assert one.why and "\n" not in one.why
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    peak = next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)
    return read, skipped, peak


if __name__ == "__main__":
    print(*batch(int(sys.argv[1]), int(sys.argv[2])))
