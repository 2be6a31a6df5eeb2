"""Does `import timeline` cost no more than importing pydantic and re? CPU time of fresh processes."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator

from benchmarks.timing import ratio

_RUNS = 7


def run() -> Iterator[str]:
    """The lines of the table."""
    nothing, ours, others = (_seconds(code) for code in ("pass", "import timeline", "import pydantic, re"))
    yield ratio("import timeline, against pydantic and re", (ours - nothing) / (others - nothing), "at most 1")


def _seconds(code: str) -> float:
    """CPU seconds of a process that runs the code, the least of several."""
    fastest = float("inf")
    for _ in range(_RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        fastest = min(fastest, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return fastest
